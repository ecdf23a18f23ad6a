// The review of a document: text and list move together, steps need no new page, edits save themselves.
// Everything here also works by the plain links and forms that it takes over.
(() => {
    "use strict";

    const root = document.querySelector("[data-review]");
    if (!root) return;
    const text = document.getElementById("text");
    const panel = document.getElementById("panel");
    const pause = 800;
    const look = 5000;
    let since = root.dataset.since;
    let busy = false;
    let timer = 0;
    let saving = null;
    let dirty = false;

    const card = () => document.getElementById("card");
    const editor = () => card().querySelector("form[data-autosave]");
    const chosen = () => new URL(location.href).searchParams.get("row") ?? panel.querySelector("tr[aria-selected]")?.dataset.row;
    const marksOf = id => [...text.querySelectorAll("[data-rows]")].filter(m => m.dataset.rows.split(" ").some(r => r.split(":")[0] === String(id)));

    function say(words, isError = true) {
        const box = document.getElementById("notices");
        const line = document.createElement("p");
        line.className = isError ? "notice notice-error" : "notice";
        line.setAttribute("role", isError ? "alert" : "status");
        line.textContent = words;
        box.replaceChildren(line);
    }

    async function ask(address, part, options = {}) {
        try {
            const answer = await fetch(address, { ...options, redirect: "follow", headers: { "X-Fragment": part } });
            if (answer.redirected) {
                location.assign(answer.url);
                return null;
            }
            if ([200, 204, 400, 409, 413].includes(answer.status)) return answer;
            const words = await answer.text();
            say(answer.headers.get("Content-Type")?.startsWith("text/plain") ? words : "服务器没有办成，请刷新页面后再试。");
        } catch {
            say("连不上服务器，刚才的操作没有保存。请检查网络后重试。");
        }
        return null;
    }

    // What a stretch of text looks like follows from the rows that quote it.
    function paint(row) {
        for (const mark of marksOf(row.dataset.row)) {
            mark.dataset.rows = mark.dataset.rows.split(" ").map(r => r.split(":")[0] === row.dataset.row ? `${row.dataset.row}:${row.dataset.kind}:${row.dataset.out}` : r).join(" ");
            const kinds = new Set(mark.dataset.rows.split(" ").filter(r => r.endsWith(":0")).map(r => r.split(":")[1]));
            mark.classList.remove("quote-mark-commitment", "quote-mark-target", "quote-mark-both", "quote-mark-dropped");
            mark.classList.add(kinds.size === 2 ? "quote-mark-both" : kinds.has("1") ? "quote-mark-commitment" : kinds.has("2") ? "quote-mark-target" : "quote-mark-dropped");
        }
    }

    function outline(id, scroll = true) {
        text.querySelectorAll(".quote-mark-selected").forEach(m => m.classList.remove("quote-mark-selected"));
        const marks = marksOf(id);
        marks.forEach(m => m.classList.add("quote-mark-selected"));
        panel.querySelectorAll("tr[aria-selected]").forEach(r => r.removeAttribute("aria-selected"));
        const row = document.getElementById(`row-${id}`);
        row?.setAttribute("aria-selected", "true");
        if (!scroll) return;
        marks[0]?.scrollIntoView({ block: "center" });
        row?.scrollIntoView({ block: "nearest" });
    }

    function focusFirst() {
        const field = card().querySelector("[autofocus], [data-focus]");
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
        if (answer?.status !== 200) return;
        card().innerHTML = await answer.text();
        history.replaceState(null, "", address);
        outline(chosen());
        focusFirst();
    }

    async function send(form, button) {
        if (busy) return;
        busy = true;
        clearTimeout(timer);
        dirty = false;
        await saving;
        const data = new FormData(form, button);
        const answer = await ask(form.action, "panel", { method: "POST", body: data });
        busy = false;
        if (!answer) return;
        const place = answer.headers.get("X-Location");
        if (answer.headers.get("X-Reload")) {
            location.assign(place);
            return;
        }
        const html = await answer.text();
        if (answer.status !== 200) {
            card().innerHTML = html;
            card().scrollTop = 0;
            focusFirst();
            return;
        }
        const top = panel.querySelector(".review-list")?.scrollTop ?? 0;
        panel.innerHTML = html;
        panel.querySelector(".review-list").scrollTop = top;
        panel.querySelectorAll("[data-autosubmit] [data-plain]").forEach(b => { b.hidden = true; });
        history.replaceState(null, "", place);
        document.getElementById("notices").replaceChildren();
        panel.querySelectorAll("tr[data-row]").forEach(paint);
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
        const told = document.getElementById("saved");
        if (!answer) {
            if (told) told.textContent = "没有保存";
            dirty = true;
            return false;
        }
        if (answer.status === 200) {
            const { version, basis, words } = await answer.json();
            form.elements.Version.value = version;
            form.elements["Form.Basis"].value = basis;
            if (told) told.textContent = words;
            const row = document.getElementById(`row-${form.elements.RowId.value}`);
            if (row) row.dataset.version = version;
            return true;
        }
        const body = await answer.text();
        if (answer.status === 409) {
            card().innerHTML = body;
            card().scrollTop = 0;
        } else if (told) {
            told.textContent = `没有保存：${body}`;
            dirty = true;
        }
        return false;
    }

    root.addEventListener("input", event => {
        if (event.target.closest("form[data-autosave]")) later();
    });

    window.addEventListener("pagehide", () => {
        const form = editor();
        if (!form) return;
        if (dirty) void fetch(form.dataset.autosave, { method: "PUT", body: new FormData(form), keepalive: true, headers: { "X-Fragment": "card" } });
        else void fetch(`${root.dataset.review}?handler=leave`, { method: "POST", body: new FormData(form), keepalive: true });
    });

    // Words selected in the text become a row.
    const bar = document.getElementById("pick");
    function startOf(range) {
        const before = document.createRange();
        const piece = (range.startContainer.nodeType === 1 ? range.startContainer : range.startContainer.parentElement).closest("[data-start]");
        if (!piece) return null;
        before.selectNodeContents(piece);
        before.setEnd(range.startContainer, range.startOffset);
        const words = range.toString();
        return Number(piece.dataset.start) + before.toString().length + (words.length - words.trimStart().length);
    }

    document.addEventListener("selectionchange", () => {
        const selection = getSelection();
        const range = selection.rangeCount > 0 ? selection.getRangeAt(0) : null;
        const words = range && text.contains(range.commonAncestorContainer) ? range.toString().trim() : "";
        bar.hidden = words.length < 2;
        if (bar.hidden) return;
        bar.elements.Words.value = words;
        bar.elements.Start.value = startOf(range) ?? "";
        document.getElementById("picked").textContent = `已选 ${words.length} 字`;
    });

    // Others' edits: rows change in place; what is being typed is never touched.
    function take(fresh) {
        const present = document.getElementById(fresh.id);
        if (present && Number(present.dataset.version) >= Number(fresh.dataset.version)) return;
        const body = panel.querySelector("#rows tbody");
        if (!body) return;
        if (present) {
            if (present.hasAttribute("aria-selected")) fresh.setAttribute("aria-selected", "true");
            else fresh.removeAttribute("aria-selected");
            present.replaceWith(fresh);
        } else if (!new URL(location.href).searchParams.get("show")) {
            fresh.removeAttribute("aria-selected");
            const after = [...body.rows].find(r => Number(r.dataset.order) > Number(fresh.dataset.order));
            body.insertBefore(fresh, after ?? null);
        }
        paint(fresh);
        if (fresh.dataset.row !== String(chosen())) return;
        const form = editor();
        const by = fresh.querySelector(".mark")?.textContent ?? "这一项刚改过";
        if (form) document.getElementById("saved").textContent = `${by.trim()}；您继续写，保存时会请您逐项选用谁的。`;
        else if (!card().querySelector("form input:focus, form textarea:focus, #conflict")) void show(location.pathname + location.search);
    }

    async function poll() {
        if (document.hidden || busy) return;
        try {
            const answer = await fetch(`${root.dataset.changes}?since=${since}`, { headers: { "X-Poll": "1" }, redirect: "manual" });
            if (answer.status !== 200) return;
            const found = new DOMParser().parseFromString(await answer.text(), "text/html");
            since = found.querySelector("[data-since]").dataset.since;
            document.getElementById("progress").textContent = found.getElementById("progress").textContent;
            [...found.querySelectorAll("tr[data-row]")].forEach(row => take(document.importNode(row, true)));
        } catch {
            // The next look tries again; saving says itself when the server is away.
        }
    }

    setInterval(() => void poll(), look);
    outline(chosen());
})();
