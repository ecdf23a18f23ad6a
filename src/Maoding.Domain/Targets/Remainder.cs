using System.Globalization;
using Maoding.Domain.Indicators;

namespace Maoding.Domain.Targets;

/// <summary>What the rest of the year must bring.</summary>
/// <param name="Required">Per month (quarter) for sums, growth of the rest of the year for growth; null where it cannot be told.</param>
/// <param name="Words">With what it is compared; for growth it says 测算.</param>
/// <param name="Inputs">The numbers it was computed from, one a line; empty for plain sums.</param>
public sealed record Remainder(decimal? Required, string Words, IReadOnlyList<string> Inputs)
{
    /// <summary>Null where the year is over or the kind asks nothing of the rest of the year.</summary>
    public static Remainder? Of(TargetFacts facts, Goal goal, TargetFigures figures, DatedFigure latest)
    {
        if (latest.Month == facts.FinalMonth) return null;
        if (facts.IsBuiltUp && facts.Kind is not (TargetKind.Stable or TargetKind.Improve or TargetKind.Outpace or TargetKind.InStep or TargetKind.Zero))
            return Sum(facts, goal, figures, latest);
        return facts.Measure == FigureMeasure.CumulativeGrowth && goal.Low is not null
            && facts.Kind is not (TargetKind.Stable or TargetKind.Improve or TargetKind.Outpace or TargetKind.InStep)
            ? Growth(facts, goal, figures, latest)
            : null;
    }

    private static Remainder Sum(TargetFacts facts, Goal goal, TargetFigures figures, DatedFigure latest)
    {
        var left = goal.Line - latest.Value;
        var places = Math.Max(facts.Target.Decimals, latest.Decimals);
        var (count, word) = Periods(facts, latest.Month);
        if (goal.Low is null) return Allowance(facts, left, count, word, places);
        if (left <= 0) return new Remainder(0, "已达到全年目标，余下月份都是超额", []);
        var each = RoundUp(left / count, places);
        var before = (latest.Month % 100) / (facts.Indicator.Frequency == Frequency.Quarter ? 3 : 1);
        var words = $"还差{facts.Unit.DifferenceWords(left, places)}，余下{count}{word}平均每{word.TrimStart('个')}要完成{facts.Unit.Words(each, places)}；"
            + $"今年以来平均{facts.Unit.Words(Math.Round(latest.Value / before, places, MidpointRounding.AwayFromZero), places)}";
        if (figures.Own(facts.FinalMonth - 100) is { } year && figures.Own(latest.Month - 100) is { } same)
            words += $"，上年余下{count}{word}平均{facts.Unit.Words(Math.Round((year.Value - same.Value) / count, places, MidpointRounding.AwayFromZero), places)}";
        return new Remainder(each, words, []);
    }

    private static Remainder Allowance(TargetFacts facts, decimal left, int count, string word, int places) => left < 0
        ? new Remainder(null, $"已超出全年控制数{facts.Unit.DifferenceWords(left, places)}", [])
        : new Remainder(RoundDown(left / count, places), $"余下{count}{word}合计不能超过{facts.Unit.Words(left, places)}，"
            + $"平均每{word.TrimStart('个')}不超过{facts.Unit.Words(RoundDown(left / count, places), places)}", []);

    /// <summary>(target − share done × growth so far) ÷ share left; shares are last year's cumulative levels.</summary>
    private static Remainder Growth(TargetFacts facts, Goal goal, TargetFigures figures, DatedFigure latest)
    {
        var (whole, done) = (figures.Level(facts.FinalMonth - 100), figures.Level(latest.Month - 100));
        if (whole is not { Value: > 0 } || done is not { Value: > 0 } || done.Value.Value >= whole.Value.Value)
            return new Remainder(null, "没有上年逐月的总量作权重，余下月份要增长多少无法测算", []);
        var share = done.Value.Value / whole.Value.Value;
        var places = Math.Max(1, Math.Max(facts.Target.Decimals, latest.Decimals));
        var required = RoundUp((goal.Line - (share * latest.Value)) / (1 - share), places);
        var (count, word) = Periods(facts, latest.Month);
        var percent = (share * 100).ToString("F1", CultureInfo.InvariantCulture);
        var rest = ((1 - share) * 100).ToString("F1", CultureInfo.InvariantCulture);
        var period = FigurePeriods.Span(facts.Indicator, facts.Measure, latest.Month);
        return new Remainder(required, $"测算：余下{count}{word}同比要增长{FigureText.Of(required, places)}%，才能完成全年{facts.Unit.Words(goal.Line, facts.Target.Decimals)}",
        [
            $"目标：全年增长{facts.Unit.Words(goal.Line, facts.Target.Decimals)}",
            $"已有：{period}同比增长{facts.Unit.Words(latest.Value, latest.Decimals)}",
            $"权重：上年{period}{FigureText.Of(done.Value.Value, done.Value.Decimals)}{facts.Indicator.Unit}，"
                + $"占全年{FigureText.Of(whole.Value.Value, whole.Value.Decimals)}{facts.Indicator.Unit}的{percent}%",
            $"算式：（{FigureText.Of(goal.Line, facts.Target.Decimals)}－{percent}%×{FigureText.Of(latest.Value, latest.Decimals)}）"
                + $"÷{rest}%＝{FigureText.Of(required, places)}，权重用现价总量，是近似",
        ]);
    }

    private static (int Count, string Word) Periods(TargetFacts facts, int month) =>
        facts.Indicator.Frequency == Frequency.Quarter ? ((12 - (month % 100)) / 3, "个季度") : (12 - (month % 100), "个月");

    private static decimal RoundUp(decimal value, int places) => decimal.Ceiling(value * Scale(places)) / Scale(places);

    private static decimal RoundDown(decimal value, int places) => decimal.Floor(value * Scale(places)) / Scale(places);

    private static decimal Scale(int places) => places == 0 ? 1 : 10 * Scale(places - 1);
}
