// What is typed into a form with room for text is not lost: it is kept on the server while somebody writes, in the tab while a form is on its way,
// and comes back on the same page to the same person. Everything here is a comfort: each form works without it.
(() => {
    "use strict";

    const keptAs = "maoding.kept";
    const here = location.pathname + location.search;
    const person = document.querySelector(".whoami a")?.textContent;
    const isChoice = field => field.matches("[type=checkbox], [type=radio]");
    const valueOf = field => isChoice(field) ? field.checked : field.value;
    const givenTo = field => isChoice(field) ? field.defaultChecked
        : field.matches("select") ? ([...field.options].find(o => o.defaultSelected) ?? field.options[0])?.value : field.defaultValue;
    const fieldsOf = form => [...form.elements].filter(e => e.name && e.matches("textarea, select, input:not([type=hidden], [type=file], [type=submit])"));
    const actionOf = form => form.getAttribute("action") ?? "";
    const formsLike = action => [...document.querySelectorAll("main form[method=post]")].filter(f => actionOf(f) === action);
    const placeOf = form => `${actionOf(form)} ${formsLike(actionOf(form)).indexOf(form)}`;
    const formAt = place => formsLike(place.slice(0, place.lastIndexOf(" ")))[Number(place.slice(place.lastIndexOf(" ") + 1))];
    const isOurs = form => form.matches("main form[method=post]") && !form.querySelector("[type=password]");

    // Fields that differ from what the page gave; nothing when no text is among them.
    function typedIn(form) {
        const typed = fieldsOf(form).flatMap((field, at) => valueOf(field) === givenTo(field)
            ? []
            : [{ at, name: field.name, given: givenTo(field), value: valueOf(field), text: field.matches("textarea") }]);
        return typed.some(field => field.text) ? typed : [];
    }

    // What somebody else has changed meanwhile is not overwritten: the texts that found no place are told.
    function fill(form, typed) {
        const fields = form ? fieldsOf(form) : [];
        return typed.filter(({ at, name, given, value }) => {
            const field = fields[at];
            if (field?.name !== name) return true;
            if (valueOf(field) === value) return false;
            if (givenTo(field) !== given || valueOf(field) !== given) return true;
            if (isChoice(field)) field.checked = value;
            else field.value = value;
            field.dispatchEvent(new Event("input", { bubbles: true }));
            return false;
        }).filter(field => field.text).map(field => field.value);
    }

    function tell(words, button, press) {
        const line = document.createElement("p");
        line.className = "notice notice-info";
        line.setAttribute("role", "status");
        line.textContent = words;
        if (button) {
            const pressed = document.createElement("button");
            pressed.type = "button";
            pressed.className = "linklike";
            pressed.textContent = button;
            pressed.addEventListener("click", () => press(line));
            line.append(" ", pressed);
        }
        document.getElementById("notices")?.append(line);
    }

    const changed = left => `这里的内容已经变了，您没有保存的文字请自行取用：${left.join("；")}`;

    // In the tab, while the form is on its way: a session that ended meanwhile must not cost it.
    function keepInTab(form) {
        sessionStorage.removeItem(keptAs);
        const typed = person ? typedIn(form) : [];
        if (typed.length === 0) return;
        try {
            sessionStorage.setItem(keptAs, JSON.stringify({ person, here, place: placeOf(form), typed }));
        } catch {
            // More than the browser keeps: the form itself is sent all the same.
        }
    }

    const kept = JSON.parse(sessionStorage.getItem(keptAs) ?? "null");
    if (kept && (!person || document.querySelector("[data-unsaved]"))) sessionStorage.setItem(keptAs, JSON.stringify({ ...kept, unsaved: true }));
    else if (kept && (!kept.unsaved || kept.person !== person)) sessionStorage.removeItem(keptAs);
    else if (kept?.here === here) {
        sessionStorage.removeItem(keptAs);
        const left = fill(formAt(kept.place), kept.typed);
        tell(left.length === 0 ? "已找回未保存的文字，请核对后重新提交。" : changed(left));
    }

    if (!person) return;

    // On the server, while somebody writes.
    const forms = [...document.querySelectorAll("main form[method=post]")]
        .filter(form => isOurs(form) && form.querySelector("textarea") && !form.hasAttribute("data-autosave"));
    const waiting = new Map();
    const written = new Map();
    const unsaved = new Set();
    const statusOf = new WeakMap();
    let lastHeard = Date.now();

    const send = (handler, form, more) => fetch(`/drafts${handler}`, {
        method: "POST",
        redirect: "manual",
        keepalive: JSON.stringify(more).length < 20_000,
        headers: { "X-Fragment": "draft" },
        body: new URLSearchParams({
            address: here, place: placeOf(form), ...more, __RequestVerificationToken: form.querySelector("[name=__RequestVerificationToken]")?.value ?? "",
        }),
    });

    function say(form, words) {
        let status = statusOf.get(form);
        if (!status) {
            status = document.createElement("span");
            status.className = "muted small";
            status.setAttribute("role", "status");
            (form.querySelector(".actions") ?? form).append(status);
            statusOf.set(form, status);
        }
        status.textContent = words;
    }

    async function save(form) {
        clearTimeout(waiting.get(form));
        waiting.delete(form);
        const typed = typedIn(form);
        const content = JSON.stringify(typed);
        if (content === (written.get(form) ?? "[]")) return;
        try {
            const answer = typed.length === 0 ? await send("?handler=Forget", form, {})
                : await send("", form, { title: document.querySelector("h1")?.textContent ?? "", content });
            if (answer.type !== "opaqueredirect" && !answer.ok) throw new Error(await answer.text());
            written.set(form, content);
            unsaved.delete(form);
            lastHeard = Date.now();
            const now = new Date();
            say(form, typed.length === 0 ? "" : `${now.getHours()}:${String(now.getMinutes()).padStart(2, "0")} 已自动暂存`);
        } catch {
            unsaved.add(form);
            say(form, "没有自动暂存，请尽快提交");
        }
    }

    for (const form of forms) form.addEventListener("input", () => {
        clearTimeout(waiting.get(form));
        waiting.set(form, setTimeout(() => void save(form), 1500));
    });

    document.addEventListener("submit", event => {
        const form = event.target;
        if (event.defaultPrevented || !isOurs(form) || form.target === "_blank") return;
        keepInTab(form);
        clearTimeout(waiting.get(form));
        waiting.delete(form);
        unsaved.delete(form);
        for (const other of [...waiting.keys()]) void save(other);
        if (!forms.includes(form)) return;
        const mark = document.createElement("input");
        [mark.type, mark.name, mark.value] = ["hidden", "SentDraft", `${here}\n${placeOf(form)}`];
        form.append(mark);
    });

    window.addEventListener("beforeunload", event => {
        for (const form of [...waiting.keys()]) void save(form);
        if (unsaved.size === 0) return;
        event.preventDefault();
        event.returnValue = "";
    });

    if (forms.length > 0) fetch(`/drafts?handler=Of&address=${encodeURIComponent(here)}`)
        .then(answer => answer.ok ? answer.json() : [])
        .then(found => found.forEach(({ place, content, at }) => {
            const form = formAt(place);
            const typed = JSON.parse(content);
            if (form) written.set(form, content);
            const before = form && JSON.stringify(typedIn(form));
            const left = fill(form, typed);
            if (left.length > 0) tell(changed(left));
            else if (before !== JSON.stringify(typedIn(form))) tell(`已找回 ${at} 写了没有提交的内容，请核对后提交。`, "不要了，清除", async line => {
                await send("?handler=Forget", form, {});
                form.reset();
                written.delete(form);
                clearTimeout(waiting.get(form));
                waiting.delete(form);
                line.remove();
            });
        }))
        .catch(() => { });

    // 今日 is kept as an answer while the district does not change, and a draft changes nothing of it: asked here instead.
    if (location.pathname === "/today") fetch("/drafts?handler=Of").then(answer => answer.ok ? answer.json() : [])
        .then(found => found.length > 0 && tell(`有 ${found.length} 处内容写了没有提交，最近一处：${found[0].title}。`, "去看", () => location.assign("/drafts")))
        .catch(() => { });

    // Before the session ends: five minutes are left, and what was typed is kept anyway.
    const idle = Number(document.body.dataset.idle) * 60_000;
    let warned = false;
    if (idle > 0 && forms.length > 0) setInterval(() => {
        if (warned || Date.now() - lastHeard < idle - 5 * 60_000 || !forms.some(form => typedIn(form).length > 0)) return;
        warned = true;
        tell("登录还有 5 分钟到期。写了没有提交的内容已经自动暂存，重新登录后还在。", "继续填写", async line => {
            const answer = await fetch("/today/numbers").catch(() => null);
            if (!answer?.ok) return;
            [lastHeard, warned] = [Date.now(), false];
            line.remove();
        });
    }, 15_000);

    // Counted instead of cut: a browser drops what is pasted beyond the limit without a word.
    for (const area of document.querySelectorAll("main textarea[maxlength]")) {
        const most = area.maxLength;
        area.removeAttribute("maxlength");
        const count = document.createElement("div");
        count.className = "form-hint text-count";
        count.setAttribute("aria-live", "polite");
        area.after(count);
        const tellLength = () => {
            const over = area.value.trim().length - most;
            area.setCustomValidity(over > 0 ? `最多 ${most} 个字，多了 ${over} 个字，请删短。` : "");
            count.textContent = over > 0 ? `${most + over} / ${most} 字，多了 ${over} 个字` : area.value.length > most / 2 ? `${area.value.length} / ${most} 字` : "";
            count.classList.toggle("field-error", over > 0);
        };
        area.addEventListener("input", tellLength);
        tellLength();
    }
})();
