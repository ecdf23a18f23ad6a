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

    // Filters apply themselves; their button is for those without scripts.
    document.addEventListener("change", event => {
        const form = event.target.form;
        if (form?.hasAttribute("data-autosubmit") && event.target.matches("select, input[type=checkbox], input[type=radio], input[type=date]")) form.requestSubmit();
    });

    document.addEventListener("click", event => {
        if (event.target.closest("[data-print]")) window.print();
    });

    document.querySelectorAll("[data-autosubmit] [data-plain]").forEach(button => { button.hidden = true; });
    document.querySelector("[data-focus]")?.focus();
})();
