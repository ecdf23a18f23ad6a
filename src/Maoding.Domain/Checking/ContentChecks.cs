using System.Text.RegularExpressions;

namespace Maoding.Domain.Checking;

/// <summary>What a row promises.</summary>
internal static partial class ContentChecks
{
    /// <summary>Kinds of target that only a figure decides; the others (stable, in step, outpace, zero, quota, improve) say by themselves when they are met.</summary>
    private static readonly HashSet<string> _figureDecides =
    [
        "growth_at_least", "growth_about", "level_at_least", "level_at_most", "level_about", "change_down", "share_at_least", "rank_top", "amount", "raise_by",
    ];

    public static IEnumerable<CheckHit> Placeholders(CheckInput input)
    {
        foreach (var row in input.Rows.Where(r => r.IsOpen))
        {
            string[] found = [.. Words(row).Select(words => Placeholder().Match(words)).Where(m => m.Success).Select(m => $"“{m.Value}”").Distinct()];
            if (found.Length > 0) yield return CheckHit.Of(row, $"含{string.Join('、', found)}");
        }
    }

    public static IEnumerable<CheckHit> TargetWithoutFigure(CheckInput input) =>
        input.OpenLeaves.Where(r => r.Target is { } target && _figureDecides.Contains(target.Kind) && target.Value.Trim().Length == 0).Select(r => CheckHit.Of(r, r.Target!.Indicator));

    public static IEnumerable<CheckHit> SamePromiseTwice(CheckInput input) =>
        input.Duplicates.Select(pair => new CheckHit([pair.FirstId, pair.SecondId], pair.Grounds));

    private static IEnumerable<string> Words(CheckedRow row)
    {
        yield return row.Values.Title;
        yield return row.Values.Measures;
        foreach (var quantity in row.Values.Quantities) yield return quantity.Name;
        if (row.Target is not { } target) yield break;
        yield return target.Value;
        yield return target.Indicator;
    }

    /// <summary>X that stands for a figure, not the X of a Latin word (5G、XR) or of X光; runs of ×, underscores and stars; words that put off; 若干措施 and the like are names of papers.</summary>
    [GeneratedRegex(@"(?<![A-Za-z0-9])[XxＸｘ]+(?![A-Za-z0-9光射])|[×＊*]{1,}(?![0-9])|[_＿]{2,}|…{3,}|若干(?!措施|政策|意见|规定|举措|办法|条|问题)|(?<!等|期)待定(?!向|点|制|价)|待补充|待明确|某某")]
    private static partial Regex Placeholder();
}
