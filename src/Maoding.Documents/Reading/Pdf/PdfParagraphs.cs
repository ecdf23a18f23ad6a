using System.Text;
using System.Text.RegularExpressions;

namespace Maoding.Documents.Reading.Pdf;

/// <summary>Joins printed lines into paragraphs, over the ends of pages too.</summary>
internal static partial class PdfParagraphs
{
    private const double Indent = 0.8;
    private const double SharedBy = 0.1;

    public static IEnumerable<(string Words, int Page)> Join(List<PdfPage> pages)
    {
        var body = Column.Of(pages.SelectMany(page => page.Lines).ToList(), null);
        var words = new StringBuilder();
        var (first, pitch) = (0, 0.0);
        (PdfLine Line, Column Column, int Page)? before = null;
        foreach (var page in pages)
        {
            var column = Column.Of(page.Lines, body);
            pitch = page.Pitch is > 0 and var own ? own : pitch;
            foreach (var line in page.Lines)
            {
                if (before is { } last && Continues(last.Line, last.Column, line, column, last.Page == page.Number ? pitch : 0))
                {
                    if (PdfLineJoin.NeedsSpace(last.Line.Words, line.Words)) words.Append(' ');
                }
                else
                {
                    if (words.Length > 0) yield return (words.ToString(), first);
                    words.Clear();
                    first = page.Number;
                }

                words.Append(line.Words);
                before = (line, column, page.Number);
            }
        }

        if (words.Length > 0) yield return (words.ToString(), first);
    }

    /// <param name="pitch">The usual distance of lines on the page; 0 when the lines stand on two pages.</param>
    private static bool Continues(PdfLine last, Column lastColumn, PdfLine line, Column column, double pitch)
    {
        var size = Math.Max(last.Size, line.Size);
        if (Math.Min(last.Size, line.Size) < 0.85 * size) return false;
        if (pitch > 0 && last.Y - line.Y > 1.45 * pitch) return false;
        // A centred title too long for one line goes on in the middle of the next.
        if (IsFull(last, lastColumn) && IsCentred(line, column) && !EndsSentence(last.Words)) return true;
        if (line.Left - column.Left > Indent * size || IsCentred(last, lastColumn)) return false;
        // The line before is full when what begins this one had no room in it.
        if (lastColumn.Right - last.Right > line.FirstWidth + 0.75 * size) return false;
        return !(EndsSentence(last.Words) && StartsItem().IsMatch(line.Words));
    }

    private static bool IsFull(PdfLine line, Column column) =>
        line.Left - column.Left < Indent * line.Size && column.Right - line.Right < Indent * line.Size;

    private static bool IsCentred(PdfLine line, Column column)
    {
        var (left, right) = (line.Left - column.Left, column.Right - line.Right);
        return left > 2.6 * line.Size && Math.Abs(left - right) < 0.25 * (left + right) + line.Size;
    }

    private static bool EndsSentence(string words) => words[^1] is '。' or '！' or '？' or '；' or '：' or '”' or '）';

    [GeneratedRegex("^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\\d]{1,3}[）)]|\\d{1,3}[.．、](?!\\d)|第[一二三四五六七八九十百\\d]{1,4}[章节条部]|[一二三四五六七八九十]是|[①-⑳●■◆★])",
        RegexOptions.CultureInvariant)]
    private static partial Regex StartsItem();

    /// <summary>The left and right edge of the type area.</summary>
    private sealed record Column(double Left, double Right)
    {
        private const int EnoughLines = 8;

        /// <summary>Edges that a tenth of the lines share; <paramref name="fallback"/> when the page is too short to tell.</summary>
        public static Column Of(List<PdfLine> lines, Column? fallback)
        {
            if (fallback is not null && lines.Count < EnoughLines) return fallback;
            if (lines.Count == 0) return new Column(0, 0);
            var lefts = lines.ConvertAll(line => line.Left);
            var rights = lines.ConvertAll(line => -line.Right);
            var size = lines[lines.Count / 2].Size;
            return new Column(Shared(lefts, size), -Shared(rights, size));
        }

        private static double Shared(List<double> edges, double size)
        {
            edges.Sort();
            var needed = Math.Max(2, (int)(edges.Count * SharedBy));
            for (var (i, end) = (0, 0); i < edges.Count; i++)
            {
                while (end < edges.Count && edges[end] - edges[i] < 0.5 * size) end++;
                if (end - i >= needed) return edges[i];
            }

            return edges[0];
        }
    }
}

/// <summary>What goes between two printed lines of one paragraph.</summary>
internal static class PdfLineJoin
{
    /// <summary>Latin words were broken at a space; Chinese text has none, and a figure may be broken from its unit.</summary>
    public static bool NeedsSpace(string before, string after) =>
        char.IsAsciiLetter(before[^1]) && char.IsAsciiLetterOrDigit(after[0]);
}
