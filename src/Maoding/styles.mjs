// Writes Tabler's style sheet without its :has() rules (folding side bars, selectable tables: none is used here).
// With them the browser recalculates the style of every element whenever a row of a long list changes.
import { readFileSync, writeFileSync } from "node:fs";
import postcss from "postcss";

const path = "node_modules/@tabler/core/dist/css/tabler.min.css";
const sheet = postcss.parse(readFileSync(path, "utf8"), { from: path });
sheet.walkRules(rule => {
    const kept = rule.selectors.filter(selector => !selector.includes(":has("));
    if (kept.length === 0) rule.remove();
    else rule.selectors = kept;
});
writeFileSync(path, sheet.toString());
