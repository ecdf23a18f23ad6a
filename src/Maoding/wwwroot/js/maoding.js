// What the pages do on top of plain forms and links. Everything here is a comfort: each task works without it.
(() => {
    "use strict";

    const quiet = { 401: "登录已过期。请在新窗口重新登录，再回到这里重试。", 403: "您的岗位不能做这件事。如需办理，请联系统筹。", 404: "这一条已不在了。请刷新页面。" };

    function tell(words) {
        const box = document.getElementById("notices");
        if (!box) return;
        const line = document.createElement("p");
        line.className = "notice notice-error";
        line.setAttribute("role", "alert");
        line.textContent = words;
        box.replaceChildren(line);
        box.scrollIntoView({ block: "nearest" });
    }

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

    // htmx leaves these answers out of the page (see htmx-config); they are told instead.
    document.addEventListener("htmx:response:error", event => {
        const status = event.detail.ctx.response.status;
        if (quiet[status]) tell(quiet[status]);
        else if (status >= 500) tell("服务器出了错，刚才的改动没有保存。请稍后重试；仍不行请联系系统管理员。");
    });
    document.addEventListener("htmx:error", event => tell(event.detail.ctx?.response
        ? "页面没有更新过来。请刷新页面看最新内容。"
        : "连不上服务器，刚才的改动没有保存。请检查网络后重试。"));

    document.querySelectorAll("[data-autosubmit] [data-plain]").forEach(button => { button.hidden = true; });
    document.querySelector("[data-focus]")?.focus();
})();
