// What the pages do on top of plain forms and links. Everything here is a comfort: each task works without it.
(() => {
    "use strict";

    // A second press of the same button must not send the form twice.
    // The button is disabled only after the browser has read its name and value.
    document.addEventListener("submit", event => {
        const form = event.target;
        if (event.defaultPrevented || form.method !== "post" || form.target === "_blank" || form.hasAttribute("data-again")) return;
        if (form.dataset.sent) {
            event.preventDefault();
            return;
        }
        form.dataset.sent = "1";
        setTimeout(() => form.querySelectorAll("button:not([type=button]), input[type=submit]").forEach(button => {
            if (!button.disabled) {
                button.disabled = true;
                button.dataset.locked = "1";
            }
        }));
    });

    // Refused before it is sent: a line that the server cuts off shows the browser's own error page.
    document.addEventListener("change", event => {
        if (!event.target.matches("input[type=file]")) return;
        event.target.setCustomValidity([...event.target.files].some(file => file.size > 20 * 1024 * 1024) ? "文件超过 20 MB，请拆分后再传。" : "");
        event.target.reportValidity();
    });

    // A page that comes back from the browser's cache may be sent again.
    window.addEventListener("pageshow", () => {
        document.querySelectorAll("form[data-sent]").forEach(form => delete form.dataset.sent);
        document.querySelectorAll("[data-locked]").forEach(button => {
            button.disabled = false;
            delete button.dataset.locked;
        });
    });

    // Asked before anything else hears of the press.
    document.addEventListener("click", event => {
        const asker = event.target.closest("button[data-confirm], a[data-confirm], input[data-confirm]");
        if (!asker || window.confirm(asker.dataset.confirm)) return;
        event.preventDefault();
        event.stopImmediatePropagation();
    }, true);

    // <button data-key="a">: pressed by its key alone, except while somebody types.
    document.addEventListener("keydown", event => {
        if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.repeat) return;
        if (event.target.closest("input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]")) return;
        const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
        const target = [...document.querySelectorAll("[data-key]")].find(e => e.dataset.key === key && !e.disabled && e.getClientRects().length > 0);
        if (!target) return;
        event.preventDefault();
        if (target.matches("input:not([type=submit]), select, textarea")) target.focus();
        else target.click();
    });

    // From the box down through what was found and back, by the arrows alone.
    document.addEventListener("keydown", event => {
        if (!document.querySelector("[data-find]") || !["ArrowDown", "ArrowUp"].includes(event.key)) return;
        const stops = [document.querySelector("[data-find] input"), ...document.querySelectorAll("[data-hit]")];
        const at = stops.indexOf(document.activeElement);
        if (at < 0) return;
        event.preventDefault();
        stops[Math.min(Math.max(at + (event.key === "ArrowDown" ? 1 : -1), 0), stops.length - 1)].focus();
    });

    // Filters apply themselves; their button is for those without scripts.
    document.addEventListener("change", event => {
        const form = event.target.form;
        const chosen = event.target.matches("select, input[type=checkbox], input[type=radio], input[type=date]");
        if (chosen && form?.hasAttribute("data-autosubmit")) form.requestSubmit();
    });

    document.addEventListener("click", event => {
        if (event.target.closest("[data-print]")) window.print();
    });

    // What waits, beside the words of the navigation: shown at once as last heard, asked anew after a minute or a form.
    const person = document.querySelector(".whoami a")?.textContent;
    const year = document.body.dataset.year;
    const waitsAs = `maoding.waits ${person} ${year ?? ""}`;
    const showWaits = numbers => document.querySelectorAll("[data-waits]").forEach(mark => {
        const sections = mark.dataset.waits.split(" ");
        const count = sections.includes("today") ? numbers.all : sections.reduce((sum, of) => sum + (numbers.sections[of] ?? 0), 0);
        mark.textContent = count > 0 ? count : "";
        mark.title = count > 0 ? `${count} 件等您办` : "";
    });
    const heard = JSON.parse(sessionStorage.getItem(waitsAs) ?? "null");
    if (heard) showWaits(heard);
    const asks = `/today/numbers${year ? `?year=${year}` : ""}`;
    if (person && (!heard || Date.now() - heard.at > 60_000 || document.querySelector(".notice, .waiting"))) fetch(asks)
        .then(answer => answer.ok ? answer.json() : null)
        .then(numbers => {
            if (!numbers) return;
            showWaits(numbers);
            sessionStorage.setItem(waitsAs, JSON.stringify({ ...numbers, at: Date.now() }));
        })
        .catch(() => { });

    document.querySelectorAll("[data-autosubmit] [data-plain]").forEach(button => { button.hidden = true; });
    document.querySelector("[data-focus]")?.focus();
})();
