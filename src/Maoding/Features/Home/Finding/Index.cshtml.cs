using Maoding.Domain.Access;
using Maoding.Domain.Search;
using Maoding.Hosting;
using Maoding.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Maoding.Features.Home.Finding;

/// <summary>查找: one box over everything.</summary>
public sealed class IndexModel(FindService finding) : MaodingPage
{
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Words { get; set; }

    /// <summary>As looked for: trimmed, and no longer than can be looked for.</summary>
    public string Asked { get; private set; } = "";

    public IReadOnlyList<FoundKind> Found { get; private set; } = [];

    [Needs(Permission.SeeToday)]
    public async Task OnGetAsync(CancellationToken stop)
    {
        var words = (Words ?? "").Trim();
        Asked = words[..Math.Min(words.Length, Bigrams.LongestQuery)];
        Found = await finding.FindAsync(Current, Asked, stop);
    }

    /// <summary>The text with the words that were looked for marked; long ones are cut around the first.</summary>
    public Markup Marked(string text) => FoundWords.Mark(text, Asked.Split(' ', '　', '、', '，', '。', '“', '”', '《', '》'));
}
