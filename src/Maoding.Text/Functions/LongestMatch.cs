using Maoding.Text.Lexicons;

namespace Maoding.Text.Functions;

/// <summary>Of words found one over another, the longer stays: in 文明城市 there is no 城市, in 全国土壤普查 no 国土.</summary>
internal static class LongestMatch
{
    /// <param name="hits">By start, shorter before longer, as the scanner gives them; what is dropped leaves the list.</param>
    public static void Keep(List<TermHit> hits)
    {
        var kept = 0;
        for (var i = 0; i < hits.Count; i++)
        {
            var hit = hits[i];
            while (kept > 0 && Overlap(hits[kept - 1], hit) && hits[kept - 1].Length < hit.Length) kept--;
            if (kept > 0 && Overlap(hits[kept - 1], hit) && (hits[kept - 1].Length > hit.Length || Covers(hits[kept - 1], hit))) continue;
            hits[kept++] = hit;
        }

        hits.RemoveRange(kept, hits.Count - kept);
    }

    private static bool Overlap(TermHit left, TermHit right) => left.Start + left.Length > right.Start;

    private static bool Covers(TermHit outer, TermHit inner) => outer.Start + outer.Length >= inner.Start + inner.Length;
}
