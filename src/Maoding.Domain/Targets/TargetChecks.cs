using Maoding.Domain.Indicators;

namespace Maoding.Domain.Targets;

/// <summary>A target as the checks before issuing look at it.</summary>
/// <param name="IsVague">The words of its row decide nothing by themselves: 位居前列, 明显改善.</param>
public sealed record CheckedTarget(TargetFacts Facts, bool IsVague);

/// <summary>What contradicts among the targets of a plan, by the row that promises them.</summary>
public static class TargetChecks
{
    /// <summary>分解达不到全区.</summary>
    public static IEnumerable<(int RowId, string Detail)> ShortBreakdowns(IReadOnlyList<CheckedTarget> targets) =>
        from target in targets
        let breakdown = Breakdown.Of(target.Facts, target.Facts.Target.Parts)
        where breakdown.IsEnough == false
        select (target.Facts.Target.CommitmentId, breakdown.Words);

    /// <summary>Compared with nothing.</summary>
    public static IEnumerable<(int RowId, string Detail)> WithoutPartner(IReadOnlyList<CheckedTarget> targets) =>
        from target in targets
        where target.Facts.Kind is TargetKind.Outpace or TargetKind.InStep && target.Facts.Target is { PartnerIndicatorId: null, PartnerAreaId: null }
        select (target.Facts.Target.CommitmentId, $"“{TargetNames.Of(target.Facts.Kind)}”没有写明与谁比");

    /// <summary>Words that nobody has given a meaning that figures decide.</summary>
    public static IEnumerable<(int RowId, string Detail)> WithoutMeaning(IReadOnlyList<CheckedTarget> targets) =>
        from target in targets
        where target.IsVague && target.Facts.Target.MeaningById is null
        select (target.Facts.Target.CommitmentId, target.Facts.Indicator.Name);

    /// <summary>A binding sum whose year has no plan that anybody made.</summary>
    public static IEnumerable<(int RowId, string Detail)> BindingWithoutCurve(IReadOnlyList<CheckedTarget> targets) =>
        from target in targets
        where target.Facts.Target is { Nature: TargetNature.Binding, Shape: CurveShape.Own } && PlannedCurve.Read(target.Facts.Target.Curve) is null
        select (target.Facts.Target.CommitmentId, "自定的进度没有填");

    /// <summary>A whole cannot grow faster than its fastest part.</summary>
    public static IEnumerable<(int RowId, string Detail)> AboveParts(IReadOnlyList<CheckedTarget> targets)
    {
        foreach (var whole in targets.Where(t => t.Facts is { Kind: TargetKind.GrowthAtLeast or TargetKind.GrowthAbout, Target.Value: not null }))
        {
            var parts = targets.Where(t => t.Facts.Indicator.PartOfId == whole.Facts.Indicator.Id && t.Facts.Measure == whole.Facts.Measure && t.Facts is { Kind: TargetKind.GrowthAtLeast or TargetKind.GrowthAbout, Target.Value: not null }).ToList();
            if (parts.Count >= 2 && parts.All(p => p.Facts.Target.Value < whole.Facts.Target.Value))
                yield return (whole.Facts.Target.CommitmentId, $"{whole.Facts.Indicator.Name}{whole.Facts.Unit.Words(whole.Facts.Target.Value!.Value, whole.Facts.Target.Decimals)}，而组成部分{string.Join('、', parts.Select(p => p.Facts.Indicator.Name + p.Facts.Unit.Words(p.Facts.Target.Value!.Value, p.Facts.Target.Decimals)))}都更低");
        }
    }

    /// <summary>Two targets of one indicator and measure that no figure can keep, or that promise different numbers for the same.</summary>
    public static IEnumerable<(int First, int Second, string Detail)> Contradictions(IReadOnlyList<CheckedTarget> targets)
    {
        for (var i = 0; i < targets.Count; i++)
        {
            for (var j = i + 1; j < targets.Count; j++)
            {
                var (a, b) = (targets[i].Facts, targets[j].Facts);
                if (a.Indicator.Id != b.Indicator.Id || a.Measure != b.Measure || a.Target.Value is null || b.Target.Value is null || !HasOwnGoal(a) || !HasOwnGoal(b)) continue;
                if (a.Target.Value == b.Target.Value && a.Kind == b.Kind) continue;
                if (GoalRules.Of(a, new TargetFigures([]), a.FinalMonth, out _) is not { } one || GoalRules.Of(b, new TargetFigures([]), b.FinalMonth, out _) is not { } two) continue;
                var cannot = (one.Low ?? two.Low) is not null && (one.High ?? two.High) is not null && Math.Max(one.Low ?? decimal.MinValue, two.Low ?? decimal.MinValue) > Math.Min(one.High ?? decimal.MaxValue, two.High ?? decimal.MaxValue);
                yield return (a.Target.CommitmentId, b.Target.CommitmentId, $"{a.Indicator.Name}{FigureWords.Of(a.Measure)}：{Said(a)}与{Said(b)}{(cannot ? "不能同时达到" : "不一致")}");
            }
        }
    }

    private static bool HasOwnGoal(TargetFacts facts) => facts.Kind is TargetKind.GrowthAtLeast or TargetKind.GrowthAbout or TargetKind.LevelAtLeast or TargetKind.LevelAtMost or TargetKind.LevelAbout
        or TargetKind.ShareAtLeast or TargetKind.Amount or TargetKind.RankTop or TargetKind.Quota;

    private static string Said(TargetFacts facts) => $"“{TargetNames.Of(facts.Kind)}{facts.Unit.Words(facts.Target.Value!.Value, facts.Target.Decimals)}”";
}
