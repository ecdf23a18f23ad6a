using Maoding.Domain.Ledger;
using Maoding.Domain.Targets;

namespace Maoding.Domain.Checking;

/// <summary>What contradicts among the targets of a plan, by the row that promises them.</summary>
internal static class TargetChecks
{
    /// <summary>Rows that promise a figure which no indicator follows.</summary>
    public static IEnumerable<CheckHit> Untied(CheckInput input)
    {
        if (input.Targets is not { } targets) return [];
        var tied = targets.Select(t => t.Target.CommitmentId).ToHashSet();
        return input.Rows.Where(r => r.IsOpen && r.ParentId is null && r.Values.Kind == CommitmentKind.Target && !tied.Contains(r.Id))
            .Select(r => CheckHit.Of(r, r.Values.Target?.Indicator ?? ""));
    }

    /// <summary>Words that nobody has given a meaning that figures decide.</summary>
    public static IEnumerable<CheckHit> WithoutMeaning(CheckInput input) =>
        from found in Tied(input)
        where found.Row.Values.Target is { } figure && TargetNames.IsVague(figure.Kind, figure.Value) && found.Facts.Target.MeaningById is null
        select CheckHit.Of(found.Row, found.Facts.Indicator.Name);

    /// <summary>分解达不到全区.</summary>
    public static IEnumerable<CheckHit> ShortBreakdowns(CheckInput input) =>
        from found in Tied(input)
        let breakdown = Breakdown.Of(found.Facts, found.Facts.Target.Parts)
        where breakdown.IsEnough == false
        select CheckHit.Of(found.Row, breakdown.Words);

    /// <summary>高于, 同步 of a row that does not say with what.</summary>
    public static IEnumerable<CheckHit> WithoutPartner(CheckInput input)
    {
        if (input.Targets is not { } targets) return [];
        var tied = targets.Where(t => t.Target is not { PartnerIndicatorId: null, PartnerAreaId: null }).Select(t => t.Target.CommitmentId).ToHashSet();
        return input.Rows.Where(r => r.IsOpen && !tied.Contains(r.Id) && r.Values.Target is { Partner.Length: 0 } figure
            && TargetNames.KindOf(figure.Kind) is TargetKind.Outpace or TargetKind.InStep).Select(r => CheckHit.Of(r));
    }

    /// <summary>A binding sum whose months nobody has planned.</summary>
    public static IEnumerable<CheckHit> BindingWithoutCurve(CheckInput input) =>
        from found in Tied(input)
        where found.Facts.Target is { Nature: TargetNature.Binding } and not { Shape: CurveShape.Own }
            && (found.Facts.IsBuiltUp || found.Facts.IsStock) && found.Facts.Kind != TargetKind.Zero
        select CheckHit.Of(found.Row, $"现用“{TargetNames.Of(found.Facts.Target.Shape)}”");

    /// <summary>A whole cannot grow faster than its fastest part.</summary>
    public static IEnumerable<CheckHit> AboveParts(CheckInput input)
    {
        var growing = Tied(input).Where(t => t.Facts is { Kind: TargetKind.GrowthAtLeast or TargetKind.GrowthAbout, Target.Value: not null }).ToList();
        foreach (var (row, whole) in growing)
        {
            var parts = growing.Where(t => t.Facts.Indicator.PartOfId == whole.Indicator.Id && t.Facts.Measure == whole.Measure).ToList();
            if (parts.Count >= 2 && parts.TrueForAll(p => p.Facts.Target.Value < whole.Target.Value))
                yield return new CheckHit(
                    [row.Id, .. parts.Select(p => p.Row.Id)], $"{Valued(whole)}，而组成部分{string.Join('、', parts.Select(p => Valued(p.Facts)))}都更低");
        }
    }

    /// <summary>Two targets of one indicator and measure that promise different numbers, or that no figure can keep.</summary>
    public static IEnumerable<CheckHit> Contradictions(CheckInput input)
    {
        var targets = Tied(input).Where(t => t.Facts.Target.Value is not null && HasOwnGoal(t.Facts)).ToList();
        for (var i = 0; i < targets.Count; i++)
        {
            for (var j = i + 1; j < targets.Count; j++)
            {
                var (a, b) = (targets[i].Facts, targets[j].Facts);
                if (a.Indicator.Id != b.Indicator.Id || a.Measure != b.Measure || (a.Target.Value == b.Target.Value && a.Kind == b.Kind)) continue;
                yield return new CheckHit([targets[i].Row.Id, targets[j].Row.Id],
                    $"{a.Indicator.Name}：“{TargetPhrase.Of(a)}”与“{TargetPhrase.Of(b)}”{(CanKeepBoth(a, b) ? "不一致" : "不能同时达到")}");
            }
        }
    }

    private static bool CanKeepBoth(TargetFacts a, TargetFacts b)
    {
        Goal[] goals = [.. new[] { a, b }.Select(f => GoalRules.Of(f, new TargetFigures([]), f.FinalMonth, out _)).OfType<Goal>()];
        return goals.Max(g => g.Low ?? decimal.MinValue) <= goals.Min(g => g.High ?? decimal.MaxValue);
    }

    private static IEnumerable<(CheckedRow Row, TargetFacts Facts)> Tied(CheckInput input) =>
        from row in input.Rows
        join target in input.Targets ?? [] on row.Id equals target.Target.CommitmentId
        where row.IsOpen
        select (row, target);

    private static bool HasOwnGoal(TargetFacts facts) =>
        facts.Kind is TargetKind.GrowthAtLeast or TargetKind.GrowthAbout or TargetKind.LevelAtLeast or TargetKind.LevelAtMost or TargetKind.LevelAbout
        or TargetKind.ShareAtLeast or TargetKind.Amount or TargetKind.RankTop or TargetKind.Quota;

    private static string Valued(TargetFacts facts) => facts.Indicator.Name + facts.Unit.Words(facts.Target.Value!.Value, facts.Target.Decimals);
}
