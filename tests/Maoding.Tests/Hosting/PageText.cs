using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Maoding.Tests.Hosting;

/// <summary>What a page must not say: its own code, a word twice in a row, or nothing where a person looks for a word.</summary>
internal static partial class PageText
{
    private const string Named = "label, button, a[href], legend, dt, h1, h2, h3, summary, caption";
    private const string Lines = "p, li, td, th, dt, dd, h1, h2, h3, label, button, a, legend, option, summary, caption";

    /// <summary>What only looks like a word said twice: 区纪委监委监督员.</summary>
    private static readonly string[] _twice = ["委监委监", "一步一步"];

    /// <summary>The first fault of a page; null when there is none.</summary>
    public static string? FaultOf(string html)
    {
        var page = new HtmlParser().ParseDocument(html);
        foreach (var hidden in page.QuerySelectorAll("script, style, svg, template, textarea, .document, blockquote")) hidden.Remove();
        if (Code().Match(page.Body?.TextContent ?? "") is { Success: true } code) return $"code on the page: {code.Value}";
        foreach (var element in page.QuerySelectorAll(Named))
            if (IsEmpty(element)) return $"an empty {element.LocalName}: {element.OuterHtml}";
        foreach (var element in page.QuerySelectorAll(Lines).Where(e => e.QuerySelector(Lines) is null))
            if (Twice(element) is { } words) return $"a word twice: {words} in {element.TextContent.Trim()}";
        return null;
    }

    private static bool IsEmpty(IElement element) =>
        element.TextContent.Trim().Length == 0 && string.IsNullOrWhiteSpace(element.GetAttribute("aria-label"))
        && string.IsNullOrWhiteSpace(element.GetAttribute("title"))
        && element.QuerySelector("img[alt]:not([alt='']), input:not([type=hidden]), [aria-label]") is null
        && element is not IHtmlButtonElement { IsHidden: true } and not IHtmlAnchorElement { IsHidden: true };

    private static string? Twice(IElement element) => element.ChildNodes.OfType<IText>()
        .SelectMany(text => Doubled().Matches(text.Data).Select(m => m.Value)).FirstOrDefault(words => !_twice.Contains(words));

    [GeneratedRegex(
        @"@(if|else|foreach|for|switch|await|Html|Model|\()|\bModel\.|\bSystem\.\w|\bMaoding\.\w|&(lt|gt|amp|quot|nbsp|#\d+);|\{\d\}|\bNaN\b|=>|\[object ")]
    private static partial Regex Code();

    [GeneratedRegex(@"([\p{IsCJKUnifiedIdeographs}]{2,})\1")]
    private static partial Regex Doubled();
}
