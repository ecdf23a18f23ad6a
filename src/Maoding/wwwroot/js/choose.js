// A box to type into beside a choice of many: 住建 and 住房和城乡建设局 both find 区住建局. Without it the choice is a plain one.
(() => {
    "use strict";

    const many = 20;

    // Every character of the one stands in the other, in that order.
    function within(few, all) {
        let at = 0;
        for (const letter of all) if (letter === few[at]) at++;
        return at === few.length;
    }

    function fits(name, typed) {
        const short = name.replace(/（.*/, "").replace(/^[区县市旗]/, "");
        return within(typed, name) || (typed.length > short.length && short.length > 1 && within(short, typed));
    }

    function sift(select, typed) {
        const options = [...select.options].filter(option => option.value !== "");
        const found = options.filter(option => typed === "" || fits(option.text, typed));
        // A browser that cannot hide options greys them.
        for (const option of options) option.hidden = option.disabled = !option.selected && !found.includes(option);
        return found.sort((a, b) => b.text.includes(typed) - a.text.includes(typed));
    }

    function add(select) {
        const box = document.createElement("input");
        box.type = "search";
        box.className = "form-control choose";
        box.placeholder = "键入查找";
        box.autocomplete = "off";
        box.setAttribute("aria-label", `查找${(select.labels[0]?.firstChild?.textContent ?? "").trim()}`);
        box.addEventListener("input", event => {
            if (!event.isComposing) sift(select, box.value.trim());
        });
        box.addEventListener("compositionend", () => sift(select, box.value.trim()));
        box.addEventListener("keydown", event => {
            if (event.key !== "Enter" || event.isComposing) return;
            event.preventDefault();
            const [first] = box.value.trim() === "" ? [] : sift(select, box.value.trim());
            if (!first) return;
            first.disabled = first.hidden = false;
            select.value = first.value;
            select.dispatchEvent(new Event("change", { bubbles: true }));
        });
        // What is sent must not stand greyed.
        select.form?.addEventListener("submit", () => sift(select, ""));
        const both = document.createElement("span");
        both.className = "chooser";
        select.before(both);
        both.append(select, box);
    }

    document.querySelectorAll("main select.form-select:not([multiple])").forEach(select => {
        if (select.options.length > many && !select.closest("td, [hidden]")) add(select);
    });
})();
