// Ticking rows of a list: all of the page at once, or a run of rows with the shift key. The plain boxes work without it.
(() => {
    "use strict";

    const ticks = [...document.querySelectorAll("[data-tick]")];
    const all = document.querySelector("[data-tick-all]");
    let last = -1;

    function follow() {
        const ticked = ticks.filter(t => t.checked).length;
        if (all) {
            all.checked = ticks.length > 0 && ticked === ticks.length;
            all.indeterminate = ticked > 0 && ticked < ticks.length;
        }
        const bulk = document.querySelector("details.bulk");
        if (bulk && ticked > 0) bulk.open = true;
    }

    if (all) {
        all.hidden = false;
        all.addEventListener("change", () => {
            ticks.forEach(t => { t.checked = all.checked; });
            follow();
        });
    }

    ticks.forEach((tick, i) => tick.addEventListener("click", event => {
        if (event.shiftKey && last >= 0) {
            for (let k = Math.min(last, i); k <= Math.max(last, i); k++) ticks[k].checked = tick.checked;
        }
        last = i;
        follow();
    }));
})();
