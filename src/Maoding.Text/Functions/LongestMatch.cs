using Maoding.Text.Lexicons;

namespace Maoding.Text.Functions;

/// <summary>Of words found one over another, the longer stays: in 文明城市 there is no 城市, in 全国土壤普查 no 国土.</summary>
internal static class LongestMatch
{
    /// <param name="hits">By start, shorter before longer, as the scanner gives them; what is dropped leaves the list.</param>
    public static void Keep(Rows<TermHit> hits)
    {
        var span = hits.Span;
        var kept = 0;
        foreach (var hit in span)
        {
            while (kept > 0 && Overlap(span[kept - 1], hit) && span[kept - 1].Length < hit.Length) kept--;
            if (kept > 0 && Overlap(span[kept - 1], hit) && span[kept - 1].Length > hit.Length) continue;
            span[kept++] = hit;
        }

        hits.Cut(kept);
    }

    private static bool Overlap(TermHit left, TermHit right) => left.Start + left.Length > right.Start;
}
