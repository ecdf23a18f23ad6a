using System.Text.RegularExpressions;
using Maoding.Domain.Ledger;
using Maoding.Domain.Typed;

namespace Maoding.Domain.Checking;

/// <summary>What a row promises.</summary>
internal static partial class ContentChecks
{
    public static IEnumerable<CheckHit> Placeholders(CheckInput input)
    {
        foreach (var row in input.Rows.Where(r => r.IsOpen))
        {
            string[] found = [.. Words(row).Select(words => Placeholder().Match(words)).Where(m => m.Success).Select(m => $"“{m.Value}”").Distinct()];
            if (found.Length > 0) yield return CheckHit.Of(row, $"含{string.Join('、', found)}");
        }
    }

    /// <summary>A target nobody gave a figure to at all, or one of a kind that only a figure decides.</summary>
    public static IEnumerable<CheckHit> TargetWithoutFigure(CheckInput input) =>
        from row in input.OpenLeaves
        where row.Values.Kind == CommitmentKind.Target
        let target = row.Values.Target
        where target is null || (TargetKinds.NeedsFigure(target.Kind) && target.Value.Trim().Length == 0)
        select CheckHit.Of(row, target?.Indicator ?? "");

    public static IEnumerable<CheckHit> SamePromiseTwice(CheckInput input) =>
        input.Duplicates.Select(pair => new CheckHit([pair.FirstId, pair.SecondId], pair.Grounds));

    /// <summary>One indicator with two figures of one kind: growth beside growth, a level beside a level.</summary>
    public static IEnumerable<CheckHit> TwoFigures(CheckInput input) =>
        from same in input.Rows.Where(r => r is { ParentId: null, State: >= CommitmentState.Draft, Values.Target.Value.Length: > 0 })
            .GroupBy(r => (r.Values.Target!.Indicator, r.Values.Target.Unit, IsGrowth: TargetKinds.IsGrowth(r.Values.Target.Kind)))
        let rows = same.DistinctBy(r => r.Values.Target!.Value).ToList()
        where rows.Count > 1 && rows.Exists(r => r.IsOpen)
        select new CheckHit([.. rows.Select(r => r.Id)], string.Join('、', rows.Select(r => r.Values.Target!.Value + r.Values.Target.Unit)));

    /// <summary>A target or a quantity of a row that the sentence it comes from gives otherwise.</summary>
    public static IEnumerable<CheckHit> OtherThanQuoted(CheckInput input)
    {
        foreach (var row in input.Rows.Where(r => r is { ParentId: null, IsOpen: true }))
        {
            if (input.Quotes?.GetValueOrDefault(row.Id) is not { Length: > 0 } words) continue;
            List<string> found = [.. row.Values.Quantities.Where(q => SaidNumbers.Lacks(words, q.Value)).Select(q => q.ToString())];
            if (row.Values.Target is { } target && SaidNumbers.Lacks(words, TypedNumber.Read(target.Value.TrimEnd('%'))))
                found.Add($"{target.Indicator} {target.Value}{target.Unit}");
            if (found.Count > 0) yield return CheckHit.Of(row, $"任务写{string.Join('、', found.Select(f => $"“{f}”"))}，原文没有这个数");
        }
    }

    private static IEnumerable<string> Words(CheckedRow row)
    {
        yield return row.Values.Title;
        yield return row.Values.Measures;
        foreach (var quantity in row.Values.Quantities) yield return quantity.Name;
        if (row.Values.Target is not { } target) yield break;
        yield return target.Value;
        yield return target.Indicator;
    }

    /// <summary>
    /// X that stands for a figure, not the X of a Latin word (5G、XR) or of X光; runs of ×,
    /// underscores and stars; words that put off; 若干措施 and the like are names of papers.
    /// </summary>
    [GeneratedRegex(
        @"(?<![A-Za-z0-9])[XxＸｘ]+(?![A-Za-z0-9光射])|[×＊*]{1,}(?![0-9])|[_＿]{2,}|…{3,}|若干(?!措施|政策|意见|规定|举措|办法|条|问题)|(?<!等|期)待定(?!向|点|制|价)|待补充|待明确|某某")]
    private static partial Regex Placeholder();
}
