using Maoding.Domain.Indicators;

namespace Maoding.Domain.Targets;

/// <summary>The goal that each kind of target sets, one small rule each; specified in the Markdown files beside the tests.</summary>
public static class GoalRules
{
    /// <summary>The goal of the whole year as it is known with the figures of a month.</summary>
    /// <param name="month">yyyymm: kinds that compare with another figure take that of the same month.</param>
    /// <param name="why">What is missing where there is no goal; empty otherwise.</param>
    public static Goal? Of(TargetFacts facts, TargetFigures figures, int month, out string why)
    {
        why = "";
        return facts.Kind switch
        {
            TargetKind.GrowthAtLeast or TargetKind.LevelAtLeast or TargetKind.ShareAtLeast or TargetKind.Amount => Valued(facts, v => Goal.Floor(v), ref why),
            TargetKind.GrowthAbout or TargetKind.LevelAbout => Valued(facts, v => About(facts, v), ref why),
            TargetKind.LevelAtMost => Valued(facts, v => Goal.Ceiling(facts.Target.Value2 ?? v), ref why),
            TargetKind.RankTop => Valued(facts, v => Goal.Ceiling(v), ref why),
            TargetKind.Quota => Valued(facts, v => facts.Indicator.Direction == Direction.Lower ? Goal.Ceiling(v) : Goal.Floor(v), ref why),
            TargetKind.ChangeDown => Down(facts, figures, ref why),
            TargetKind.RaiseBy => Raise(facts, figures, ref why),
            TargetKind.Stable => Stable(facts, figures, month, ref why),
            TargetKind.Improve => Improve(facts, figures, month, ref why),
            TargetKind.Outpace or TargetKind.InStep => Compared(facts, figures, month, ref why),
            TargetKind.Zero => Goal.Ceiling(0),
            _ => None("这个目标没有可以比较的数，只能由人判断", ref why),
        };
    }

    /// <summary>
    /// 左右 is a promise of its own: falling short by no more than the margin keeps it, and so does whatever is better; without a better side both sides count.
    /// </summary>
    private static Goal About(TargetFacts facts, decimal value)
    {
        var high = facts.Target.Value2 ?? value;
        return Around(facts.Indicator.Direction, value, high, facts.MarginOf(value));
    }

    private static Goal Around(Direction better, decimal low, decimal high, decimal width) => better switch
    {
        Direction.Higher => Goal.Floor(low, width),
        Direction.Lower => Goal.Ceiling(high, width),
        _ => new Goal((low + high) / 2, low - width, high + width),
    };

    /// <summary>In growth a fall is negative, unless the indicator counts falls as good (能耗降低率); in levels it is taken from last year's.</summary>
    private static Goal? Down(TargetFacts facts, TargetFigures figures, ref string why)
    {
        if (facts.Target.Value is not { } fall) return None(Missing(facts), ref why);
        if (facts.Indicator.Kind == FigureKind.Growth || facts.IsGrowth)
            return facts.Indicator.Direction == Direction.Higher ? Goal.Floor(fall) : Goal.Ceiling(-fall);
        return LastYear(facts, figures, (facts.Year - 1) * 100 + 12, ref why) is { } last ? Goal.Ceiling(last - fall) : null;
    }

    private static Goal? Raise(TargetFacts facts, TargetFigures figures, ref string why)
    {
        if (facts.Target.Value is not { } rise) return None(Missing(facts), ref why);
        if (facts.IsGrowth) return Goal.Floor(rise);
        return LastYear(facts, figures, (facts.Year - 1) * 100 + 12, ref why) is { } last ? Goal.Floor(last + rise) : null;
    }

    /// <summary>Around last year's: of the same month for what is built up over the year, of the year's end otherwise.</summary>
    private static Goal? Stable(TargetFacts facts, TargetFigures figures, int month, ref string why)
    {
        if (facts.Target.Value is not { } width) return None("“保持稳定”还没有定出允许上下多少", ref why);
        var with = facts.IsBuiltUp ? month - 100 : ((facts.Year - 1) * 100) + 12;
        return LastYear(facts, figures, with, ref why) is { } last ? new Goal(last, last - width, last + width) : null;
    }

    private static Goal? Improve(TargetFacts facts, TargetFigures figures, int month, ref string why)
    {
        if (facts.Indicator.Direction == Direction.Neither) return None("指标没有注明越高越好还是越低越好，不能判断是否改善", ref why);
        if (LastYear(facts, figures, month - 100, ref why) is not { } last) return null;
        return facts.Indicator.Direction == Direction.Higher ? Goal.Floor(last, isStrict: true) : Goal.Ceiling(last, isStrict: true);
    }

    private static Goal? Compared(TargetFacts facts, TargetFigures figures, int month, ref string why)
    {
        if (figures.Partner(month) is not { } partner) return None($"还没有{facts.PartnerName}的同期数据，不能比较", ref why);
        if (facts.Kind == TargetKind.InStep)
            return facts.Target.Value is { } width
                ? Around(facts.Indicator.Direction, partner.Value, partner.Value, width) : None("“同步”还没有定出相差多少以内算同步", ref why);
        var lead = facts.Target.Value ?? 0;
        return Goal.Floor(partner.Value + lead, isStrict: lead == 0);
    }

    private static Goal? Valued(TargetFacts facts, Func<decimal, Goal> rule, ref string why) =>
        facts.Target.Value is { } value ? rule(value) : None(Missing(facts), ref why);

    private static string Missing(TargetFacts facts) => facts.Kind switch
    {
        TargetKind.Quota => "上级还没有下达任务数",
        TargetKind.RankTop => "“位居前列”还没有定出前几位",
        _ => "还没有目标值",
    };

    private static decimal? LastYear(TargetFacts facts, TargetFigures figures, int month, ref string why)
    {
        if (figures.Own(month) is { } found) return found.Value;
        why = $"没有上年{FigurePeriods.Span(facts.Indicator, facts.Measure, month)}的数据，不能比较";
        return null;
    }

    private static Goal? None(string reason, ref string why)
    {
        why = reason;
        return null;
    }
}
