// Copies a ready message; without it the text can be selected by hand.
(() => {
    "use strict";

    async function copy(area) {
        try {
            await navigator.clipboard.writeText(area.value);
            return true;
        } catch {
            // Offices without https have no clipboard of the new kind.
            area.select();
            return document.execCommand("copy");
        }
    }

    document.querySelectorAll("[data-copy]").forEach(button => {
        button.hidden = false;
        button.addEventListener("click", async () => {
            button.textContent = await copy(document.getElementById(button.dataset.copy)) ? "已复制" : "请手工复制";
        });
    });
})();
