namespace Maoding.Shared.Lists;

/// <summary>The head of a column by which a list can be sorted: a link, and for screen readers whether the list is sorted by it.</summary>
/// <param name="href">The first page of the list, sorted by this column.</param>
/// <param name="isSorted">The list is sorted by it now.</param>
/// <param name="isNumber">The column stands to the right.</param>
/// <param name="falls">The largest or newest comes first.</param>
/// <param name="title">Says what it is sorted by where the column's word does not.</param>
public sealed class SortHead(string text, string href, bool isSorted, bool isNumber = false, bool falls = false, string title = "")
    : Markup(Html(text, href, isSorted, isNumber, falls, title))
{
    private static string Html(string text, string href, bool isSorted, bool isNumber, bool falls, string title)
    {
        var number = isNumber ? " class=\"num\"" : "";
        var sort = isSorted ? $" aria-sort=\"{(falls ? "descending" : "ascending")}\"" : "";
        var more = title.Length > 0 ? $" title=\"{Encoder.Encode(title)}\"" : "";
        return $"<th scope=\"col\"{number}{sort}><a href=\"{Encoder.Encode(href)}\"{more}>{Encoder.Encode(text)}</a></th>";
    }
}
