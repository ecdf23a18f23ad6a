using System.Text;

namespace Maoding.Documents.Reading.Pdf;

/// <summary>Decides where a gap between glyphs is a space of the text, and where it is only layout.</summary>
internal static class GlyphSpacing
{
    // Gaps in type sizes: between Latin words, and between Chinese words that are set apart on purpose.
    private const double LatinGap = 0.2;
    private const double ChineseGap = 0.6;

    // In 区　长　　陈　远 the gap that is twice the others parts two words.
    private const double WordGap = 1.5;

    public static string Write(List<Glyph> line)
    {
        var words = new StringBuilder(line.Count + 8);
        var gaps = new double[line.Count];
        var narrowest = double.MaxValue;
        for (var i = 1; i < line.Count; i++)
        {
            gaps[i] = HasGap(line[i - 1], line[i]) ? line[i].Left - line[i - 1].Right : 0;
            if (gaps[i] > 0) narrowest = Math.Min(narrowest, gaps[i]);
        }

        for (var i = 0; i < line.Count; i++)
        {
            if (i > 0 && gaps[i] > 0 && !(gaps[i] < WordGap * narrowest && IsLetterSpaced(line, gaps, i))) words.Append(' ');
            words.Append(line[i].Value);
        }

        return words.ToString();
    }

    public static bool IsLatin(char c) => c < '\u0250' && !char.IsWhiteSpace(c);

    private static bool HasGap(Glyph before, Glyph after)
    {
        var gap = (after.Left - before.Right) / Math.Max(before.Size, after.Size);
        var (left, right) = (IsLatin(before.Value[^1]), IsLatin(after.Value[0]));
        if (left && right) return gap > LatinGap || (after.AfterBlank && gap > 0.1);
        // Word processors set a quarter of a size between Chinese and Latin on their own.
        return gap > ChineseGap || (after.AfterBlank && gap > (left || right ? 0.3 : 0.4));
    }

    // Single characters apart from each other (政　府, 工 作 报 告) are one word in wide setting.
    private static bool IsLetterSpaced(List<Glyph> line, double[] gaps, int at)
    {
        var beforeIsSingle = at == 1 || gaps[at - 1] > 0;
        var afterIsSingle = at + 1 == line.Count || gaps[at + 1] > 0;
        return beforeIsSingle && afterIsSingle && IsHan(line[at - 1].Value[^1]) && IsHan(line[at].Value[0]);
    }

    private static bool IsHan(char c) => c is >= '\u3400' and <= '\u9FFF' or '〇';
}
