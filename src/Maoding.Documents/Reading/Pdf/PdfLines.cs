using UglyToad.PdfPig.Content;

namespace Maoding.Documents.Reading.Pdf;

/// <summary>A page: its number from 1, its height in points, its lines from top to bottom.</summary>
internal sealed record PdfPage(int Number, double Height, List<PdfLine> Lines)
{
    /// <summary>The usual distance of lines; 0 when there are too few to tell.</summary>
    public double Pitch
    {
        get
        {
            if (Lines.Count < 3) return 0;
            var gaps = new double[Lines.Count - 1];
            for (var i = 0; i < gaps.Length; i++) gaps[i] = Lines[i].Y - Lines[i + 1].Y;
            Array.Sort(gaps);
            return gaps[gaps.Length / 2];
        }
    }
}

/// <summary>A printed line; coordinates in points, y upwards.</summary>
/// <param name="Size">Type size of its largest glyph.</param>
/// <param name="FirstWidth">Width of what cannot be broken at its beginning.</param>
internal sealed record PdfLine(string Words, double Left, double Right, double Y, double Size, double FirstWidth);

/// <summary>Puts the glyphs of a page together into lines.</summary>
internal static class PdfLines
{
    public static List<PdfLine> Build(IReadOnlyList<Letter> letters)
    {
        var glyphs = new List<Glyph>(letters.Count);
        foreach (var letter in letters)
        {
            // Slanted words are watermarks and stamps.
            if (letter.TextOrientation != TextOrientation.Horizontal || letter.Value.Length == 0) continue;
            var size = Math.Max(letter.PointSize, 1);
            var left = Math.Min(letter.StartBaseLine.X, letter.EndBaseLine.X);
            glyphs.Add(new Glyph(letter.Value, left, Math.Max(letter.StartBaseLine.X, letter.EndBaseLine.X), letter.StartBaseLine.Y, size));
        }

        glyphs.Sort(static (a, b) => b.Y.CompareTo(a.Y));
        var lines = new List<PdfLine>();
        for (var start = 0; start < glyphs.Count;)
        {
            var end = start + 1;
            var size = glyphs[start].Size;
            // Raised footnote marks and mixed type share a line with what stands lower by less than half a size.
            while (end < glyphs.Count && glyphs[start].Y - glyphs[end].Y < 0.5 * Math.Max(size, glyphs[end].Size)) size = Math.Max(size, glyphs[end++].Size);
            if (Line(glyphs, start, end) is { } line) lines.Add(line);
            start = end;
        }

        return lines;
    }

    private static PdfLine? Line(List<Glyph> glyphs, int start, int end)
    {
        glyphs.Sort(start, end - start, Comparer<Glyph>.Create(static (a, b) => a.Left.CompareTo(b.Left)));
        var kept = new List<Glyph>(end - start);
        var blank = false;
        for (var i = start; i < end; i++)
        {
            var glyph = glyphs[i];
            if (string.IsNullOrWhiteSpace(glyph.Value))
            {
                blank = true;
                continue;
            }

            if (IsDouble(kept, glyph)) continue;
            kept.Add(glyph with { AfterBlank = blank });
            blank = false;
        }

        if (kept.Count == 0) return null;
        var lowest = kept[0];
        var largest = 0.0;
        foreach (var glyph in kept)
        {
            if (glyph.Size > largest) (largest, lowest) = (glyph.Size, glyph);
        }

        return new PdfLine(GlyphSpacing.Write(kept), kept[0].Left, kept[^1].Right, lowest.Y, largest, FirstWidth(kept));
    }

    // Programs without a bold font print each glyph twice, a hair apart.
    private static bool IsDouble(List<Glyph> kept, Glyph glyph)
    {
        for (var i = kept.Count - 1; i >= Math.Max(0, kept.Count - 3); i--)
        {
            if (kept[i].Value == glyph.Value && glyph.Left - kept[i].Left < 0.4 * (glyph.Right - glyph.Left)
                && Math.Abs(glyph.Y - kept[i].Y) < 0.3 * glyph.Size) return true;
        }

        return false;
    }

    private static double FirstWidth(List<Glyph> line)
    {
        var end = 1;
        while (end < line.Count && !line[end].AfterBlank && GlyphSpacing.IsLatin(line[end].Value[0]) && GlyphSpacing.IsLatin(line[end - 1].Value[^1])) end++;
        // A mark that may not begin a line takes the character before it along.
        while (end < line.Count && "，。、；：？！）》”％%".Contains(line[end].Value[0])) end++;
        return line[end - 1].Right - line[0].Left;
    }
}

/// <summary>One printed glyph; <paramref name="AfterBlank"/> when a blank was printed before it.</summary>
internal readonly record struct Glyph(string Value, double Left, double Right, double Y, double Size, bool AfterBlank = false);
