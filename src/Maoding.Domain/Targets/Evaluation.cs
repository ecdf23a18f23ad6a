using Maoding.Domain.Indicators;

namespace Maoding.Domain.Targets;

/// <summary>What the figures say of a target.</summary>
/// <param name="Figure">The latest figure of the year that could be compared; null without.</param>
/// <param name="Goal">Of the whole year; null where it cannot be told.</param>
/// <param name="Planned">What should stand there by the curve, in the figure's unit.</param>
/// <param name="Gap">To spare against the planned value, in the unit of differences; negative: short. Null where nothing could be compared.</param>
/// <param name="IsFinal">It is the figure that decides the year.</param>
/// <param name="Words">Why, with the numbers used.</param>
/// <param name="Reasons">Why it cannot be told; empty otherwise.</param>
public sealed record Evaluation(
    Verdict Verdict,
    DatedFigure? Figure,
    Goal? Goal,
    decimal? Planned,
    decimal? Gap,
    bool IsFinal,
    string Words,
    IReadOnlyList<string> Reasons)
{
    public PlannedCurve Curve { get; init; } = PlannedCurve.None("");

    public Remainder? Remaining { get; init; }

    /// <summary>Judges a target by its figures.</summary>
    /// <param name="month">yyyymm of the business date: later figures are not looked at.</param>
    /// <param name="due">yyyymm of the last period whose figure should be out; null: none of this year is.</param>
    public static Evaluation Of(TargetFacts facts, TargetFigures figures, int month, int? due)
    {
        var latest = figures.Latest(facts.Year, month).Select(f => (DatedFigure?)f).FirstOrDefault();
        if (facts.Kind is TargetKind.Outpace or TargetKind.InStep)
            latest = figures.Latest(facts.Year, month).Select(f => (DatedFigure?)f).FirstOrDefault(f => figures.Partner(f!.Value.Month) is not null) ?? latest;
        var goal = GoalRules.Of(facts, figures, latest?.Month ?? facts.FinalMonth, out var why);
        var places = Math.Max(facts.Target.Decimals, latest?.Decimals ?? 0);
        var curve = goal is null ? PlannedCurve.None(why) : PlannedCurve.Of(facts, goal, figures, places);
        if (latest is not { } figure) return Unknown(null, goal, [.. Reason(why), NoFigure(facts, due)]) with { Curve = curve };
        if (goal is null) return Unknown(figure, null, [why]);
        var evaluation = Judge(facts, goal, curve, figure, places);
        return evaluation with { Curve = curve, Remaining = Remainder.Of(facts, goal, figures, figure), Words = evaluation.Words + Late(facts, figure, due) };
    }

    private static Evaluation Judge(TargetFacts facts, Goal goal, PlannedCurve curve, DatedFigure figure, int places)
    {
        if (figure.Month == facts.FinalMonth)
            return Said(facts, figure, goal, goal, goal.IsKept(figure.Value) ? Verdict.Met : Verdict.Missed, places) with { IsFinal = true };
        var firm = facts.IsBuiltUp && !facts.Indicator.MayFall
            && facts.Kind is not (TargetKind.Stable or TargetKind.Improve or TargetKind.Outpace or TargetKind.InStep);
        if (firm && goal.High is null && goal.IsKept(figure.Value)) return Said(facts, figure, goal, goal, Verdict.Met, places);
        if (firm && goal.High is { } most && figure.Value > most) return Said(facts, figure, goal, goal, Verdict.Behind, places, "，已超过全年控制数，年内无法挽回");
        if (curve.At(figure.Month) is not { } planned) return Unknown(figure, goal, [$"{figure.Month % 100}月没有编排进度：{curve.Words}"]);
        var now = goal.At(planned);
        return Said(facts, figure, goal, now, now.IsKept(figure.Value) ? Verdict.OnTrack : Verdict.Behind, places);
    }

    private static Evaluation Said(TargetFacts facts, DatedFigure figure, Goal goal, Goal now, Verdict verdict, int places, string more = "") => new(
        verdict, figure, goal, now.Line, now.Gap(figure.Value), false, EvaluationWords.Of(facts, figure, now, places) + more, []);

    private static Evaluation Unknown(DatedFigure? figure, Goal? goal, IReadOnlyList<string> reasons) =>
        new(Verdict.Unknown, figure, goal, null, null, false, string.Join('；', reasons), reasons);

    private static IEnumerable<string> Reason(string why) => why.Length > 0 ? [why] : [];

    private static string NoFigure(TargetFacts facts, int? due) => due is { } month
        ? $"{FigurePeriods.Span(facts.Indicator, facts.Measure, month)}数据应已发布，还没有录入或审核"
        : "今年的数据还没有到发布时间";

    private static string Late(TargetFacts facts, DatedFigure figure, int? due) => due is { } month && month > figure.Month && month <= facts.FinalMonth
        ? $"（{FigurePeriods.Span(facts.Indicator, facts.Measure, month)}数据应已发布，还没有录入或审核）"
        : "";
}

/// <summary>A comparison as a sentence.</summary>
internal static class EvaluationWords
{
    public static string Of(TargetFacts facts, DatedFigure figure, Goal now, int places)
    {
        var said = FigurePeriods.Span(facts.Indicator, facts.Measure, figure.Month) + Value(facts, figure);
        return $"{said}，{Against(facts, now, places)}{Distance(facts, figure, now, places)}";
    }

    /// <summary>同比增长6.1%, 同比下降0.4%, 812.4亿元.</summary>
    private static string Value(TargetFacts facts, DatedFigure figure)
    {
        if (!facts.IsGrowth) return facts.Unit.Words(figure.Value, figure.Decimals);
        var fallsAreGood = facts.Indicator.Name.EndsWith("降低", StringComparison.Ordinal) || facts.Indicator.Name.EndsWith("下降", StringComparison.Ordinal);
        var with = facts.Measure == FigureMeasure.ChainGrowth ? "环比" : "同比";
        if (fallsAreGood) return $"{with}{facts.Unit.Words(figure.Value, figure.Decimals)}";
        return with + (figure.Value < 0 ? "下降" : "增长") + facts.Unit.Words(Math.Abs(figure.Value), figure.Decimals);
    }

    private static string Against(TargetFacts facts, Goal now, int places)
    {
        var unit = facts.Unit;
        var line = unit.Words(now.Line, places);
        return facts.Kind switch
        {
            TargetKind.Outpace or TargetKind.InStep => $"同期{facts.PartnerName}{unit.Words(now.Line - Lead(facts), places)}，"
                + $"{(Lead(facts) > 0 ? $"要求高{unit.DifferenceWords(Lead(facts), places)}，" : "")}",
            TargetKind.Improve => $"上年同期{line}，",
            TargetKind.Stable => $"应在{unit.Words(now.Low!.Value, places)}至{unit.Words(now.High!.Value, places)}之间，",
            TargetKind.RankTop => $"应在前{FigureText.Of(now.Line, 0)}位，",
            _ when now.Low is not null && now.High is not null => $"应在{unit.Words(now.Low.Value, places)}至{unit.Words(now.High.Value, places)}之间，",
            TargetKind.ChangeDown when facts.IsGrowth && now.High is { } most && most < 0 => $"应下降{unit.Words(-most, places)}以上，",
            _ when now.High is not null => $"应不超过{line}，",
            _ => $"应达到{line}，",
        };
    }

    /// <summary>Where the figure stands to the line itself; a margin is not told as a lead.</summary>
    private static string Distance(TargetFacts facts, DatedFigure figure, Goal now, int places)
    {
        if (now is { Low: { } low, High: { } high })
            return figure.Value < low ? $"低{facts.Unit.DifferenceWords(low - figure.Value, places)}" : figure.Value > high
                ? $"高{facts.Unit.DifferenceWords(figure.Value - high, places)}" : "在范围内";
        var off = figure.Value - now.Line + Lead(facts);
        if (off == 0) return "持平";
        var isRank = facts.Unit.IsPlace;
        var word = (isRank, off > 0, facts.IsBuiltUp) switch
        {
            (true, true, _) => "落后",
            (true, _, _) => "领先",
            (_, true, true) => "多",
            (_, false, true) => "少",
            (_, true, _) => "高",
            _ => "低",
        };
        var isAbout = now.IsKept(figure.Value) && !(now.Low is null ? figure.Value <= now.Line : figure.Value >= now.Line);
        return word + facts.Unit.DifferenceWords(off, places) + (isAbout ? "，在允许的幅度内" : "");
    }

    private static decimal Lead(TargetFacts facts) => facts.Kind == TargetKind.Outpace ? facts.Target.Value ?? 0 : 0;
}
