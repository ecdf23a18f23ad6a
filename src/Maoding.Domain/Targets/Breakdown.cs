using System.Globalization;

namespace Maoding.Domain.Targets;

/// <summary>How the parts of a target are checked against the whole.</summary>
public enum BreakdownRule
{
    /// <summary>Levels, sums and counts: the parts add up to the whole.</summary>
    Sum = 1,

    /// <summary>Growth: Σ base share × growth of the part reaches the whole's.</summary>
    Weighted = 2,

    /// <summary>Ranks, quotas, comparisons, ratios: parts say nothing of the whole.</summary>
    None = 3,
}

/// <summary>A breakdown beside its whole.</summary>
/// <param name="Whole">What the parts are to reach; null where they are not summed or the whole has no figure.</param>
/// <param name="Parts">Their sum, or the weighted growth (测算); null where it cannot be told.</param>
/// <param name="IsEnough">False: the parts do not bring the whole; null where it cannot be told.</param>
/// <param name="Words">The computation with its numbers, or why there is none.</param>
public sealed record Breakdown(BreakdownRule Rule, decimal? Whole, decimal? Parts, bool? IsEnough, string Words)
{
    /// <summary>Shares may miss 100 % by this much in rounding, in points.</summary>
    private const decimal ShareRounding = 0.5m;

    public static BreakdownRule RuleOf(TargetFacts facts) => facts.Kind switch
    {
        TargetKind.RankTop or TargetKind.Quota or TargetKind.Improve or TargetKind.Stable or TargetKind.Outpace
            or TargetKind.InStep or TargetKind.Zero or TargetKind.Other => BreakdownRule.None,
        _ when facts.IsGrowth && !facts.Unit.Value.EndsWith('点') => BreakdownRule.Weighted,
        _ when facts.IsBuiltUp || facts.IsStock => BreakdownRule.Sum,
        _ => BreakdownRule.None,
    };

    public static Breakdown Of(TargetFacts facts, IReadOnlyList<TargetPart> parts)
    {
        var rule = RuleOf(facts);
        if (rule == BreakdownRule.None) return new(rule, null, null, null, "这类目标分解给各单位的数不能相加，只作各单位自己的目标。");
        if (parts.Count == 0) return new(rule, facts.Target.Value, null, null, "还没有分解到街道、园区。");
        if (facts.Target.Value is not { } whole) return new(rule, null, null, null, "全区还没有目标值，不能核对分解。");
        var places = Math.Max(facts.Target.Decimals, parts.Max(p => p.Decimals));
        return rule == BreakdownRule.Sum ? Sum(facts, parts, whole, places) : Weighted(facts, parts, whole, Math.Max(2, places));
    }

    private static Breakdown Sum(TargetFacts facts, IReadOnlyList<TargetPart> parts, decimal whole, int places)
    {
        var sum = parts.Sum(p => p.Value);
        var isCeiling = facts.Kind is TargetKind.LevelAtMost;
        var enough = isCeiling ? sum <= whole : sum >= whole;
        var off = sum - whole;
        var said = off == 0 ? "正好等于全区目标" : $"{(off > 0 ? "多" : "少")}{facts.Unit.DifferenceWords(off, places)}";
        return new(BreakdownRule.Sum, whole, sum, enough,
            $"{parts.Count}个单位合计{facts.Unit.Words(sum, places)}，全区目标{facts.Unit.Words(whole, facts.Target.Decimals)}，{said}。");
    }

    private static Breakdown Weighted(TargetFacts facts, IReadOnlyList<TargetPart> parts, decimal whole, int places)
    {
        if (parts.Any(p => p.BaseShare is null)) return new(BreakdownRule.Weighted, whole, null, null, "增速不能直接相加：要填各单位上年占全区的比重才能测算。");
        var shares = parts.Sum(p => p.BaseShare!.Value);
        if (Math.Abs(shares - 100) > ShareRounding)
            return new(BreakdownRule.Weighted, whole, null, null,
                string.Create(CultureInfo.InvariantCulture, $"各单位比重合计{shares:0.##}%，不是100%，测算不了；其余部分请列为一个单位。"));
        var sum = parts.Sum(p => p.BaseShare!.Value * p.Value) / shares;
        var off = sum - whole;
        var isCeiling = facts.Kind is TargetKind.LevelAtMost;
        var said = Math.Round(off, places) == 0 ? "正好达到" : off > 0
            ? $"高{facts.Unit.DifferenceWords(off, places)}" : $"低{facts.Unit.DifferenceWords(off, places)}";
        return new(BreakdownRule.Weighted, whole, sum, isCeiling ? off <= 0 : off >= 0,
            $"测算：各单位增速按上年比重加权为{facts.Unit.Words(sum, places)}，全区目标{facts.Unit.Words(whole, facts.Target.Decimals)}，{said}。");
    }
}
