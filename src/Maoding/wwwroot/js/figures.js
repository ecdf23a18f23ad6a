// The grid of figures: arrows and Enter move between cells, a block copied from a spreadsheet is pasted as a block. The plain form works without it.
(() => {
    "use strict";

    const form = document.getElementById("entry");
    if (!form) return;
    const cells = [...form.querySelectorAll("input[data-row]")];
    const at = new Map(cells.map(cell => [`${cell.dataset.row},${cell.dataset.column}`, cell]));
    const last = Math.max(...cells.map(cell => +cell.dataset.row));
    const columns = Math.max(...cells.map(cell => +cell.dataset.column));

    // The next cell in a direction, past those where nothing is entered.
    function next(cell, down, right) {
        let row = +cell.dataset.row + down;
        let column = +cell.dataset.column + right;
        while (row >= 0 && row <= last && column >= 0 && column <= columns) {
            const found = at.get(`${row},${column}`);
            if (found) return found;
            row += down;
            column += right;
        }
        return null;
    }

    function go(cell, event) {
        if (!cell) return;
        event.preventDefault();
        cell.focus();
        cell.select();
    }

    form.addEventListener("keydown", event => {
        const cell = event.target;
        if (!cell.dataset || cell.dataset.row === undefined || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
        const atStart = cell.selectionStart === 0 && (cell.selectionEnd === 0 || cell.selectionEnd === cell.value.length);
        const atEnd = cell.selectionEnd === cell.value.length && (cell.selectionStart === cell.value.length || cell.selectionStart === 0);
        if (event.key === "ArrowDown") go(next(cell, 1, 0), event);
        else if (event.key === "ArrowUp") go(next(cell, -1, 0), event);
        else if (event.key === "ArrowLeft" && atStart) go(next(cell, 0, -1), event);
        else if (event.key === "ArrowRight" && atEnd) go(next(cell, 0, 1), event);
        else if (event.key === "Enter") {
            // Enter goes down, as in a spreadsheet; it never hands the sheet in.
            event.preventDefault();
            go(next(cell, event.shiftKey ? -1 : 1, 0), event);
        }
    });

    form.addEventListener("paste", event => {
        const cell = event.target;
        if (!cell.dataset || cell.dataset.row === undefined) return;
        const text = event.clipboardData.getData("text/plain").replace(/\r/g, "").replace(/\n$/, "");
        if (!/[\t\n]/.test(text)) return;
        event.preventDefault();
        text.split("\n").forEach((line, down) => line.split("\t").forEach((value, right) => {
            const target = at.get(`${+cell.dataset.row + down},${+cell.dataset.column + right}`);
            if (!target) return;
            target.value = value.trim();
            target.classList.add("figures-pasted");
        }));
    });
})();
