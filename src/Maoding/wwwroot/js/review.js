// The review of a document: text and list move together, steps need no new page, edits save themselves.
// Everything here also works by the plain links and forms that it takes over.
(() => {
    "use strict";

    const root = document.querySelector("[data-review]");
    if (!root) return;
    const text = document.getElementById("text");
    const panel = document.getElementById("panel");
    const card = document.getElementById("card");
    const list = panel.querySelector(".review-list");
    const notices = document.getElementById("notices");
    const pause = 800;
    const look = 5000;
    const fresh = 60000; // so long it is told who changed a row a moment ago
    let stale = false; // the text does not know of a row that changed
    const away = "登录已过期，刚才的操作没有保存，写的内容还在这里。请在新窗口重新登录，再回到这里重试。";
    let since = root.dataset.since;
    let busy = false;
    let timer = 0;
    let saving = null;
    let dirty = false; // the editor holds what is not saved
    let typed = false; // another form of the card holds what was not sent

    const editor = () => card.querySelector("form[data-autosave]");
    const chosen = () => new URL(location.href).searchParams.get("row") ?? list.querySelector("tr[aria-selected]")?.dataset.row;
    const fits = row => row.dataset.fits === "1";
    const { paint, outline, renew } = window.reviewText(text, list);
    const parse = html => new DOMParser().parseFromString(html, "text/html");

    function say(words) {
        const line = document.createElement("p");
        line.className = "notice notice-error";
        line.setAttribute("role", "alert");
        line.textContent = words;
        notices.replaceChildren(line);
        notices.scrollIntoView({ block: "nearest" });
    }

    function note(words) {
        const told = document.getElementById("saved");
        if (told) told.textContent = words;
        else say(words);
    }

    // Shows another card; whatever was typed in the one before is saved or given up by now.
    function put(html) {
        clearTimeout(timer);
        dirty = false;
        typed = false;
        card.innerHTML = html;
        card.scrollTop = 0;
    }

    // The answer to a request of the page, or null when there is none: then it has been said why, and nothing was lost.
    async function ask(address, part, options = {}) {
        try {
            const answer = await fetch(address, { ...options, redirect: "follow", headers: { "X-Fragment": part, "X-Since": since } });
            if (answer.status !== 401 && !(answer.redirected && new URL(answer.url).pathname.startsWith("/own-account/"))) return answer;
            say(away);
        } catch {
            say("连不上服务器，刚才的操作没有保存。请检查网络后重试。");
        }
        return null;
    }

    // A form stays with what was typed; only a card that asks for a choice takes its place.
    async function refused(answer) {
        const kind = answer.headers.get("Content-Type") ?? "";
        const words = await answer.text();
        if (kind.startsWith("text/html") && parse(words).querySelector("#conflict, #add, #settle")) {
            put(words);
            focusFirst();
        } else {
            // Without a session the form's own token is refused before anything else is asked.
            say(kind.startsWith("text/plain") ? words : answer.status === 400 ? away : "服务器没有办成，写的内容还在这里。请稍后重试；仍不行请刷新页面。");
            if (answer.status === 409 && !dirty && !typed) void refresh();
        }
    }

    function focusFirst() {
        const field = card.querySelector("[autofocus], [data-focus]");
        field?.focus();
        if (field?.select && field.type !== "radio") field.select?.();
    }

    async function leave() {
        const form = editor();
        if (!form) return true;
        if (!await flush()) return false;
        void fetch(`${root.dataset.review}?handler=leave`, { method: "POST", body: new FormData(form), keepalive: true });
        return true;
    }

    // Shows a row's card, or one of its forms.
    async function show(address) {
        if (busy || !await leave()) return;
        busy = true;
        const answer = await ask(address, "card");
        busy = false;
        if (!answer) return;
        if (answer.status !== 200) return void await refused(answer);
        put(await answer.text());
        notices.replaceChildren();
        history.replaceState(null, "", address);
        outline(chosen());
        focusFirst();
    }

    // The card as it is now, beside what has been said.
    async function refresh() {
        const answer = await ask(location.pathname + location.search, "card");
        if (answer?.status === 200 && !dirty && !typed) put(await answer.text());
    }

    async function send(form, button) {
        if (busy) return;
        busy = true;
        const own = form === editor();
        clearTimeout(timer);
        await saving;
        if (!own && !await flush()) {
            busy = false;
            return;
        }
        const answer = await ask(form.action, "step", { method: "POST", body: new FormData(form, button) });
        busy = false;
        if (!answer || answer.status >= 400) {
            // What the editor holds was not saved: it goes on saving itself.
            if (own) later();
            if (answer) await refused(answer);
            return;
        }
        const place = answer.headers.get("X-Location");
        if (answer.headers.get("X-Reload")) return void location.assign(place);
        const step = parse(await answer.text());
        put(step.getElementById("card").innerHTML);
        notices.replaceChildren();
        history.replaceState(null, "", place);
        take(step);
        outline(chosen());
    }

    root.addEventListener("click", event => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        const mark = event.target.closest("a[data-rows]");
        if (mark) {
            if (!getSelection().isCollapsed) {
                event.preventDefault();
                return;
            }
            event.preventDefault();
            const ids = mark.dataset.rows.split(" ").map(r => r.split(":")[0]);
            const next = ids[(ids.indexOf(String(chosen())) + 1) % ids.length];
            if (typed && !confirm("填写的内容还没有提交，要离开这一条吗？")) return;
            const address = new URL(location.href);
            address.searchParams.set("row", next);
            ["panel", "undo", "q"].forEach(p => address.searchParams.delete(p));
            void show(address.pathname + address.search);
            return;
        }
        const link = event.target.closest("a[data-select], a[data-card]");
        const row = event.target.closest("tr[data-row]");
        const to = link ?? row?.querySelector("a[data-select]");
        if (!to) return;
        event.preventDefault();
        if (typed && !card.contains(to) && !confirm("填写的内容还没有提交，要离开这一条吗？")) return;
        void show(to.getAttribute("href"));
    });

    // Taken over before the page's own guard against double presses hears of it.
    root.addEventListener("submit", event => {
        const form = event.target;
        if (form.method === "post") {
            event.preventDefault();
            void send(form, event.submitter);
        } else if (form.hasAttribute("data-card-form")) {
            event.preventDefault();
            void show(`${form.getAttribute("action")}?${new URLSearchParams(new FormData(form))}`);
        }
    });

    // Autosave: a pause in typing saves; what is typed meanwhile is saved after it.
    function later() {
        dirty = true;
        clearTimeout(timer);
        timer = setTimeout(() => void flush(), pause);
    }

    async function flush() {
        clearTimeout(timer);
        await saving;
        const form = editor();
        if (!dirty || !form) return true;
        dirty = false;
        saving = save(form);
        const saved = await saving;
        saving = null;
        return saved;
    }

    async function save(form) {
        const answer = await ask(form.dataset.autosave, "card", { method: "PUT", body: new FormData(form) });
        if (answer?.status === 200) {
            const { version, basis, words } = await answer.json();
            form.elements.Version.value = version;
            form.elements["Form.Basis"].value = basis;
            note(words);
            return true;
        }
        dirty = true;
        note("没有保存");
        if (answer) await refused(answer);
        return false;
    }

    root.addEventListener("input", event => {
        const form = event.target.form;
        if (form?.hasAttribute("data-autosave")) later();
        else if (form?.method === "post" && card.contains(form)) typed = true;
    });

    window.addEventListener("pagehide", () => {
        const form = editor();
        if (!form) return;
        if (dirty) void fetch(form.dataset.autosave, { method: "PUT", body: new FormData(form), keepalive: true, headers: { "X-Fragment": "card" } });
        else void fetch(`${root.dataset.review}?handler=leave`, { method: "POST", body: new FormData(form), keepalive: true });
    });

    // Rows change in place; those that the filters no longer leave go.
    function set(row) {
        const present = document.getElementById(row.id);
        if (present && Number(present.dataset.version) >= Number(row.dataset.version)) return false;
        const body = list.querySelector("#rows tbody");
        if (!body) {
            // The first row of a document that had none: there is no list to put it into.
            if (!dirty && !typed) location.reload();
            return false;
        }
        if (present && fits(row)) {
            present.replaceWith(row);
        } else if (present) {
            present.remove();
        } else if (fits(row)) {
            const after = [...body.querySelectorAll("tr[data-row]")].find(r => Number(r.dataset.rank) > Number(row.dataset.rank));
            const heading = after?.previousElementSibling;
            body.insertBefore(row, heading?.matches(".section-row") && row.dataset.section !== after.dataset.section ? heading : after ?? null);
        }
        if (!paint(row)) stale = true;
        setTimeout(() => row.querySelector(".name > .mark")?.remove(), fresh);
        const some = body.querySelector("tr[data-row]") !== null;
        list.querySelector("#rows").hidden = !some;
        list.querySelector("#none").hidden = some;
        return true;
    }

    // The version of the chosen row that the card shows.
    const shown = id => Number([...card.querySelectorAll("form")].find(f => f.elements.RowId?.value === id)?.elements.Version.value ?? 0);

    // Someone else changed the chosen row: what is being typed is never touched.
    function heed(fresh) {
        if (shown(fresh.dataset.row) >= Number(fresh.dataset.version)) return;
        const by = fresh.querySelector(".mark")?.textContent.trim() ?? "这一项刚改过";
        if (editor()) note(`${by}；您继续写，保存时会请您逐项选用谁的。`);
        else if (typed) say(`${by}。填写的内容还在；请点“返回”看过最新的内容再办。`);
        else if (!card.querySelector("form input:focus, form textarea:focus, #conflict")) void refresh();
    }

    // What another answer tells: the rows that changed, the progress, and since when to ask next.
    function take(found) {
        since = found.querySelector("[data-since]").dataset.since;
        document.getElementById("progress").textContent = found.getElementById("progress").textContent;
        const changed = [...found.querySelectorAll("tr[data-row]")].map(row => document.importNode(row, true)).filter(set);
        if (stale) void ask(location.pathname + location.search, "text").then(renew).then(() => outline(chosen()));
        stale = false;
        return changed;
    }

    async function poll() {
        if (document.hidden || busy) return;
        try {
            const filter = new URLSearchParams(location.search);
            filter.set("since", since);
            const answer = await fetch(`${root.dataset.changes}?${filter}`, { headers: { "X-Poll": "1" }, redirect: "manual" });
            if (answer.status !== 200) return;
            const at = chosen();
            const changed = take(parse(await answer.text()));
            if (changed.length === 0) return;
            document.getElementById(`row-${at}`)?.setAttribute("aria-selected", "true");
            const here = changed.find(row => row.dataset.row === String(at));
            if (here) heed(here);
        } catch {
            // The next look tries again; saving says itself when the server is away.
        }
    }

    setInterval(() => void poll(), look);
    outline(chosen());
})();
