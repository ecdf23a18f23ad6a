using System.Text;
using Maoding.Shared;

namespace Maoding.Features.Home.Finding;

/// <summary>Marks in a text what was looked for.</summary>
internal static class FoundWords
{
    /// <summary>Characters of a text that are shown, and of those before the first word.</summary>
    private const int Longest = 140;

    private const int Before = 30;

    public static Markup Mark(string text, IReadOnlyList<string> words)
    {
        var sought = words.Where(w => w.Length > 0).ToList();
        var first = sought.Select(w => text.IndexOf(w, StringComparison.OrdinalIgnoreCase)).Where(i => i >= 0).DefaultIfEmpty(0).Min();
        var from = text.Length <= Longest ? 0 : Math.Clamp(first - Before, 0, text.Length - Longest);
        var shown = text.Substring(from, Math.Min(Longest, text.Length - from));
        var html = new StringBuilder(from > 0 ? "…" : "");
        for (var at = 0; at < shown.Length;)
        {
            var word = sought.Where(w => string.Compare(shown, at, w, 0, w.Length, StringComparison.OrdinalIgnoreCase) == 0).MaxBy(w => w.Length);
            var piece = Markup.Encoder.Encode(shown.Substring(at, word?.Length ?? 1));
            html.Append(word is null ? piece : $"<mark>{piece}</mark>");
            at += word?.Length ?? 1;
        }

        return new Markup(html.Append(from + shown.Length < text.Length ? "…" : "").ToString());
    }
}
