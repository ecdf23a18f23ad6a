// Writes the part of Tabler's style sheet that this product uses, in words that the browsers of offices
// understand, Chromium 86 and newer (docs/browsers.md).
// What is left out: rules of classes that no page uses (nine tenths), the dark theme, :has(), and colours that need a browser of 2023.
import { readFileSync, writeFileSync } from "node:fs";
import { color, serializeRGB } from "@csstools/css-color-parser";
import { parseComponentValue } from "@csstools/css-parser-algorithms";
import { tokenize } from "@csstools/css-tokenizer";
import postcss from "postcss";

// A page that uses another class of Tabler adds it here; a test compares this list with the pages.
const used = new Set(["btn", "btn-danger", "btn-primary", "btn-sm", "card", "chart", "form-check-input", "form-control", "form-hint", "form-label",
    "form-select", "form-select-sm", "mark", "mb-0", "mb-1", "mb-2", "me-3", "mt-2", "mt-3", "mt-4", "small", "text-nowrap", "text-secondary", "toolbar",
    "visually-hidden", "w-100"]);

const path = "node_modules/@tabler/core/dist/css/tabler.min.css";
const sheet = postcss.parse(readFileSync(path, "utf8"), { from: path });

const isUsed = selector => !/:has\(|:(-webkit-)?autofill|theme[-=]|\[dir=rtl\]|\[data-bs-/.test(selector)
    && [...selector.replace(/:not\([^)]*\)/g, "").matchAll(/\.([\w-]+)/g)].every(name => used.has(name[1]));

sheet.walkRules(rule => {
    if (rule.parent.type === "atrule" && rule.parent.name.endsWith("keyframes")) return;
    const kept = rule.selectors.filter(isUsed);
    if (kept.length === 0) rule.remove();
    else rule.selectors = kept;
});

// The end of the bracket that opens at the place given.
function closing(text, open) {
    for (let depth = 0, i = open; i < text.length; i++) {
        if (text[i] === "(") depth++;
        else if (text[i] === ")" && --depth === 0) return i;
    }
    throw new Error(`No end of a bracket in ${text}`);
}

// Replaces every call of the functions named by what "answer" makes of its arguments, innermost last.
function replaceCalls(text, names, answer) {
    const call = new RegExp(`(?<![\\w-])(?:${names})\\(`);
    for (let from = 0; ;) {
        const found = text.slice(from).match(call);
        if (!found) return text;
        const start = from + found.index, open = start + found[0].length - 1, end = closing(text, open);
        const made = answer(text.slice(open + 1, end), text.slice(start, end + 1));
        text = text.slice(0, start) + made + text.slice(end + 1);
        from = start + (made.startsWith(found[0]) ? found[0].length : 0);
    }
}

function argumentsOf(text) {
    const parts = [""];
    for (let depth = 0, i = 0; i < text.length; i++) {
        if (text[i] === "(") depth++;
        if (text[i] === ")") depth--;
        if (text[i] === "," && depth === 0) parts.push("");
        else parts[parts.length - 1] += text[i];
    }
    return parts.map(part => part.trim());
}

// Two names for what has longer ones since before.
sheet.walkDecls(/^((margin|padding)-inline|inset)$/, declaration => {
    const [first, second = first] = declaration.value.split(" ");
    const sides = declaration.prop === "inset" ? [["top", first], ["bottom", first], ["left", second], ["right", second]]
        : [[`${declaration.prop}-start`, first], [`${declaration.prop}-end`, second]];
    declaration.replaceWith(sides.map(([prop, value]) => postcss.decl({ prop, value, important: declaration.important })));
});

// There is one theme: of light-dark() the first is meant.
sheet.walkDecls(declaration => {
    declaration.value = replaceCalls(declaration.value, "light-dark", inside => argumentsOf(inside)[0]);
});

// The colour of a link under the pointer is told by the colour itself a second time, and bars for scrolling look alike everywhere.
sheet.walkDecls(/^--tblr-(link|scrollbar)-color$/, declaration => { if (!declaration.parent.selector.includes(":root")) declaration.remove(); });

// What :root says of itself and nobody says otherwise can be put in where it is named; a rule's own words come first.
const told = new Map();
const elsewhere = new Set();
sheet.walkDecls(/^--/, ({ prop, value, parent }) => {
    if (parent.selector.includes(":root")) told.set(prop, value);
    else elsewhere.add(prop);
});

function putIn(value, rule) {
    return replaceCalls(value, "var", (inside, whole) => {
        const [name, fallback] = argumentsOf(inside);
        const own = rule.nodes.find(node => node.prop === name)?.value;
        const said = own ?? (elsewhere.has(name) ? undefined : told.get(name) ?? fallback);
        return said === undefined ? whole : putIn(said, rule);
    });
}

function forget() {
    // Variables that nothing names any more, until none is left.
    for (let removed = true; removed;) {
        removed = false;
        const text = sheet.toString();
        sheet.walkDecls(/^--/, declaration => {
            if (text.includes(`var(${declaration.prop})`) || text.includes(`var(${declaration.prop},`)) return;
            declaration.remove();
            removed = true;
        });
    }
}

forget();
const left = [];
sheet.walkDecls(declaration => {
    // The colour of an arrow drawn in an address is written in the address's letters.
    declaration.value = declaration.value.replace(/oklch%28[^)]*?%29/g, drawn =>
        encodeURIComponent(serializeRGB(color(parseComponentValue(tokenize({ css: decodeURIComponent(drawn) })))).toString()));
    declaration.value = replaceCalls(declaration.value, "color-mix|oklch|oklab", (inside, whole) => {
        const said = color(parseComponentValue(tokenize({ css: putIn(whole, declaration.parent) })));
        if (said) return serializeRGB(said).toString();
        left.push(`${declaration.parent.selector} { ${declaration.prop}: ${whole} }`);
        return whole;
    });
});

forget();
const moving = new Set();
sheet.walkDecls(/^animation/, declaration => declaration.value.split(/[\s,]+/).forEach(word => moving.add(word)));
sheet.walkAtRules(/keyframes$/, rule => { if (!moving.has(rule.params)) rule.remove(); });
for (let removed = true; removed;) {
    removed = false;
    sheet.walk(node => {
        if (node.nodes === undefined || node.nodes.some(n => n.type !== "comment")) return;
        node.remove();
        removed = true;
    });
}

if (left.length > 0) throw new Error(`Colours that older browsers cannot read and that depend on the place:\n${left.join("\n")}`);
writeFileSync(path, sheet.toString());
