using Maoding.Domain.Documents;
using Maoding.Domain.Ledger;

namespace Maoding.Features.Planning.Documents;

/// <summary>Where words of a row stand in the text.</summary>
/// <param name="IsOut">The row was dropped or taken in by another.</param>
public sealed record TextMark(int RowId, int Start, int Length, CommitmentKind Kind, bool IsOut);

/// <summary>A stretch of a paragraph that one set of rows quotes; no rows: plain words.</summary>
public sealed record TextPiece(int Start, string Words, IReadOnlyList<TextMark> Marks)
{
    /// <summary>The look of the stretch: by what is still in the ledger, else grey.</summary>
    public string Class
    {
        get
        {
            var work = Marks.Any(m => !m.IsOut && m.Kind == CommitmentKind.Work);
            var target = Marks.Any(m => !m.IsOut && m.Kind == CommitmentKind.Target);
            return (work, target) switch
            {
                (true, true) => "quote-mark quote-mark-both",
                (true, false) => "quote-mark quote-mark-commitment",
                (false, true) => "quote-mark quote-mark-target",
                _ => "quote-mark quote-mark-dropped",
            };
        }
    }
}

/// <summary>A line of the text.</summary>
/// <param name="Level">0 for plain text, else the level of the heading it begins with.</param>
/// <param name="LeadEnd">Where the heading's words end when the text runs on in the same line (Level is then 0), else 0.</param>
public sealed record TextParagraph(int Start, int Level, IReadOnlyList<TextPiece> Pieces, int LeadEnd);

/// <summary>Cuts a document's text into paragraphs and quoted stretches, in one pass over the sorted marks.</summary>
public static class DocumentText
{
    public static IReadOnlyList<TextParagraph> Cut(string text, IReadOnlyList<Section> sections, IReadOnlyList<TextMark> marks)
    {
        var paragraphs = new List<TextParagraph>();
        var sorted = marks.OrderBy(m => m.Start).ThenBy(m => m.RowId).ToList();
        var levels = new Dictionary<int, int>();
        foreach (var section in sections) levels.TryAdd(section.Start, section.Level);
        var open = new List<TextMark>();
        var next = 0;
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            if (end < 0) end = text.Length;
            while (next < sorted.Count && sorted[next].Start < end) open.Add(sorted[next++]);
            if (!text.AsSpan(start, end - start).IsWhiteSpace())
            {
                var level = LevelOf(levels, text, start, end);
                var lead = level > 0 ? LeadEnd(text, start, end) : 0;
                paragraphs.Add(new TextParagraph(start, lead > 0 ? 0 : level, Pieces(text, start, end, lead, open), lead));
            }

            open.RemoveAll(m => m.Start + m.Length <= end);
            start = end + 1;
        }

        return paragraphs;
    }

    private static int LevelOf(Dictionary<int, int> levels, string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start])) start++;
        return levels.GetValueOrDefault(start);
    }

    private static int LeadEnd(string text, int start, int end)
    {
        var stop = text.IndexOf('。', start, end - start);
        return stop >= 0 && !text.AsSpan(stop + 1, end - stop - 1).IsWhiteSpace() ? stop + 1 : 0;
    }

    private static List<TextPiece> Pieces(string text, int start, int end, int lead, List<TextMark> open)
    {
        var cuts = open.SelectMany(m => (int[])[m.Start, m.Start + m.Length]).Append(lead)
            .Where(c => c > start && c < end).Append(start).Append(end).Distinct().Order().ToList();
        var pieces = new List<TextPiece>(cuts.Count);
        for (var i = 0; i + 1 < cuts.Count; i++)
        {
            var (from, to) = (cuts[i], cuts[i + 1]);
            pieces.Add(new TextPiece(from, text[from..to], [.. open.Where(m => m.Start < to && m.Start + m.Length > from)]));
        }

        return pieces;
    }
}
