// The text side of the review: which stretches quote a row, how they look, and words selected in it.
window.reviewText = (text, list) => {
    "use strict";

    // The stretches of the text that quote a row.
    const marks = new Map();
    function read() {
        marks.clear();
        text.querySelectorAll("[data-rows]").forEach(mark => mark.dataset.rows.split(" ").forEach(part => {
            const id = part.split(":")[0];
            if (!marks.has(id)) marks.set(id, []);
            marks.get(id).push(mark);
        }));
    }
    read();
    const marksOf = id => marks.get(String(id)) ?? [];

    // Rows whose words another row took in while the page was open.
    const taken = new Set();

    // What a stretch of text looks like follows from the rows that quote it. False: the text knows nothing of the row, or of what it gave up.
    function paint(row) {
        if (marksOf(row.dataset.row).length === 0 || (!row.dataset.into && taken.delete(row.dataset.row))) return false;
        for (const mark of marksOf(row.dataset.row)) {
            mark.dataset.rows = mark.dataset.rows.split(" ")
                .map(r => r.split(":")[0] === row.dataset.row ? `${row.dataset.row}:${row.dataset.kind}:${row.dataset.out}` : r)
                .join(" ");
            const into = row.dataset.into?.split(":")[0];
            if (into) taken.add(row.dataset.row);
            if (into && !marksOf(into).includes(mark)) {
                mark.dataset.rows += ` ${row.dataset.into}`;
                marks.set(into, [...marksOf(into), mark]);
            }
            const kinds = new Set(mark.dataset.rows.split(" ").filter(r => r.endsWith(":0")).map(r => r.split(":")[1]));
            mark.classList.remove("quote-mark-commitment", "quote-mark-target", "quote-mark-both", "quote-mark-dropped");
            const kind = kinds.size === 2 ? "both" : kinds.has("1") ? "commitment" : kinds.has("2") ? "target" : "dropped";
            mark.classList.add(`quote-mark-${kind}`);
        }
        return true;
    }

    // The text anew from an answer, with the marks as they are now; the place in it stays.
    async function renew(answer) {
        if (answer?.status !== 200) return;
        const html = await answer.text();
        const place = text.scrollTop;
        text.querySelectorAll(":scope > p").forEach(p => p.remove());
        bar.insertAdjacentHTML("beforebegin", html);
        text.scrollTop = place;
        read();
    }

    // Moves within its pane alone, and only to what is out of sight: on a phone the page itself stays where the person is.
    function reveal(element, pane) {
        if (!element) return;
        const [inner, outer] = [element.getBoundingClientRect(), pane.getBoundingClientRect()];
        if (inner.top >= outer.top + 60 && inner.bottom <= outer.bottom - 20) return;
        pane.scrollTop += inner.top + inner.height / 2 - outer.top - outer.height / 2;
    }

    function outline(id) {
        text.querySelectorAll(".quote-mark-selected").forEach(m => m.classList.remove("quote-mark-selected"));
        marksOf(id).forEach(m => m.classList.add("quote-mark-selected"));
        list.querySelectorAll("tr[aria-selected]").forEach(r => r.removeAttribute("aria-selected"));
        const row = document.getElementById(`row-${id}`);
        row?.setAttribute("aria-selected", "true");
        reveal(marksOf(id)[0], text);
        reveal(row, list);
    }

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

    return { paint, outline, renew };
};
