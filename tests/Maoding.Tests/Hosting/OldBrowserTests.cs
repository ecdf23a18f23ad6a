using System.Text.RegularExpressions;
using Maoding.TestKit;
using Xunit;

namespace Maoding.Tests.Hosting;

/// <summary>Offices work with browsers of several years ago (docs/browsers.md): nothing that is served needs more than Chromium 86.</summary>
public sealed partial class OldBrowserTests
{
    private static readonly string _product = Path.Combine(Corpus.Root, "src", "Maoding");

    /// <summary>What came after Chromium 86, with the version that brought it, as the compatibility tables of MDN say.</summary>
    private static readonly (string Pattern, int Since)[] _styles =
    [
        (@"oklch\(|oklab\(|color-mix\(|(?<![\w-])color\(|(?<![\w-])lab\(|(?<![\w-])lch\(", 111),
        (@"light-dark\(", 123),
        (@":has\(", 105),
        (@":is\(|:where\(", 88),
        (@":not\([^()]*,", 88),
        (@"(?<![\w-])inset(-block|-inline)?\s*:", 87),
        (@"(margin|padding)-(inline|block)\s*:", 87),
        (@"aspect-ratio\s*:", 88),
        (@"accent-color\s*:", 93),
        (@"@layer|@scope|@starting-style", 99),
        (@"@container|container-type", 105),
        (@"\d(dvh|svh|lvh|dvw|cqw|cqi)\b", 108),
        (@"text-wrap\s*:", 114),
        (@"scrollbar-gutter", 94),
        (@"overflow(-x|-y)?\s*:\s*clip", 90),
        (@"field-sizing", 123),
        (@"(?<=[;{\s])(translate|rotate|scale)\s*:", 104),
        (@"(?<=[;{])\s*&", 120),
        (@"\bsubgrid\b", 117),
    ];

    private static readonly (string Pattern, int Since)[] _scripts =
    [
        (@"\.at\(", 92),
        (@"Object\.hasOwn\b", 93),
        (@"structuredClone", 98),
        (@"\.findLast(Index)?\(", 97),
        (@"randomUUID", 92),
        (@"showPicker", 99),
        (@"popover", 114),
        (@"\bstatic\s*\{", 94),
        (@"\.to(Sorted|Reversed|Spliced)\(", 110),
        (@"Object\.groupBy", 117),
        (@"AbortSignal\.(timeout|any)", 103),
        (@"startViewTransition", 111),
        (@"\.inert\b", 102),
        (@"Promise\.withResolvers", 119),
        (@"\bawait\s+import|^await\b", 89),
        (@"new Sanitizer|setHTML", 146),
        (@":has\(|:is\(", 88),
    ];

    /// <summary>Rules of their own, whose absence loses a decoration, or shows what newer browsers hide while it is not needed.</summary>
    private static readonly string[] _lossless =
    [
        "form:not(:has(#Kind option[value=Target]:checked)) .target-fields { display: none; }",
        ".toolbar:has(h2) { break-after: avoid; }",
        ".stk-row:has(.mark-red) { border-left-color: var(--red); }",
    ];

    public static TheoryData<string> Served =>
        [.. Directory.EnumerateFiles(Path.Combine(_product, "wwwroot"), "*.*", SearchOption.AllDirectories)
            .Where(f => f.EndsWith(".css", StringComparison.Ordinal) || f.EndsWith(".js", StringComparison.Ordinal))
            .Select(f => Path.GetRelativePath(_product, f)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Served))]
    public void A_sheet_or_script_needs_no_newer_browser(string path)
    {
        var text = File.ReadAllText(Path.Combine(_product, path));
        foreach (var rule in _lossless) text = text.Replace(rule, "", StringComparison.Ordinal);
        var features = path.EndsWith(".css", StringComparison.Ordinal) ? _styles : _scripts;
        Assert.Empty(features.SelectMany(f => Regex.Matches(Comment().Replace(text, ""), f.Pattern, RegexOptions.Multiline)
            .Select(m => $"{m.Value.Trim()} is of Chromium {f.Since}")).Distinct());
    }

    [Fact]
    public void What_is_lossless_is_still_used()
    {
        var sheets = string.Join('\n', Directory.EnumerateFiles(Path.Combine(_product, "wwwroot", "css")).Select(File.ReadAllText));
        Assert.All(_lossless, rule => Assert.Contains(rule, sheets, StringComparison.Ordinal));
    }

    [Fact]
    public void The_library_s_classes_that_pages_use_are_those_that_are_kept()
    {
        var library = Class().Matches(File.ReadAllText(Path.Combine(_product, "obj", "npm", "node_modules", "@tabler", "core", "dist", "css", "tabler.css")))
            .Select(m => m.Groups[1].Value).ToHashSet(StringComparer.Ordinal);
        var ours = Directory.EnumerateFiles(Path.Combine(_product, "wwwroot", "css")).SelectMany(f => Class().Matches(File.ReadAllText(f)))
            .Select(m => m.Groups[1].Value).ToHashSet(StringComparer.Ordinal);
        var list = Kept().Match(File.ReadAllText(Path.Combine(_product, "styles.mjs"))).Groups[1].Value;
        var kept = Word().Matches(list).Select(m => m.Value).ToHashSet(StringComparer.Ordinal);
        var pages = Directory.EnumerateFiles(Path.Combine(_product, "Features"), "*.cshtml", SearchOption.AllDirectories).Select(File.ReadAllText).ToList();
        var used = pages.SelectMany(p => Attribute().Matches(p)).SelectMany(m => Word().Matches(m.Groups[1].Value)).Select(m => m.Value)
            .Where(library.Contains).ToHashSet(StringComparer.Ordinal);
        Assert.Empty(used.Except(kept).Except(ours));
        Assert.All(kept, k => Assert.Contains(k, library));
        Assert.All(kept, k => Assert.Contains(pages, p => p.Contains(k, StringComparison.Ordinal)));
    }

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"\.([a-zA-Z][\w-]*)")]
    private static partial Regex Class();

    [GeneratedRegex(@"const used = new Set\(\[(.*?)\]\)", RegexOptions.Singleline)]
    private static partial Regex Kept();

    [GeneratedRegex(@"[a-zA-Z][\w-]*")]
    private static partial Regex Word();

    [GeneratedRegex(@"class=""([^""<>@]*)")]
    private static partial Regex Attribute();
}
