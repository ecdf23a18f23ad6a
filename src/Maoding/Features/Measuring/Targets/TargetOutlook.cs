using System.Globalization;
using Maoding.Domain.Forecasting;
using Maoding.Domain.Indicators;
using Maoding.Domain.Progress;
using Maoding.Domain.Targets;

namespace Maoding.Features.Measuring.Targets;

/// <summary>
/// What is expected of the year's end: of sums what is done plus what the months left are expected to bring, of other figures the last month's.
/// </summary>
internal static class TargetOutlook
{
    /// <summary>
    /// Null where there is nothing to forecast: no figure this year, too short a past, the year over, or a goal that moves with others' figures.
    /// </summary>
    public static Outlook? Of(TargetFacts facts, TargetFigures figures, Evaluation evaluation)
    {
        if (evaluation is not { IsFinal: false, Figure: { } latest, Goal: { } goal } || !CanBeForecast(facts, goal)) return null;
        if (Read(facts, figures, latest) is not { } series) return null;
        var steps = series.StepsTo(facts.FinalMonth);
        if (steps < 1 || Forecaster.Of(series, steps) is not { } forecast) return null;
        Prospect At(int step) => facts.IsBuiltUp ? forecast.SumOf(step).Plus((double)latest.Value) : forecast.Steps[step - 1];
        var bounds = ForecastBounds.Of(facts, figures, latest);
        decimal Kept(double value) => bounds.Cut(Number(value));
        var path = Enumerable.Range(1, steps).Select(s => (forecast.Months[s - 1], Kept(At(s).Point), Kept(At(s).Low80), Kept(At(s).High80))).ToList();
        var (_, point, low, high) = path[^1];
        return new Outlook(
            point,
            low,
            high,
            bounds.Likelihood(At(steps), goal),
            string.Create(CultureInfo.InvariantCulture, $"方法：{forecast.Method}。{forecast.Why}回测的平均相对误差 sMAPE 为 "
                + $"{forecast.Smape:0.0}%{(forecast.Mase is { } mase ? $"，相对沿用上年同期的误差 MASE 为 {mase:0.00}" : "")}。"))
        {
            Path = path,
        };
    }

    /// <summary>The year's figure as the years before let expect it; null where they are too few.</summary>
    public static decimal? Ahead(TargetFacts facts, TargetFigures figures, Goal goal)
    {
        if (!CanBeForecast(facts, goal) || figures.Own(facts.FinalMonth - 100) is not { } last || Read(facts, figures, last) is not { } series) return null;
        var steps = series.StepsTo(facts.FinalMonth);
        if (steps < 1 || Forecaster.Of(series, steps) is not { } forecast) return null;
        var bounds = ForecastBounds.Of(facts.Indicator, facts.Measure, [.. figures.All.Select(f => f.Value)]);
        return bounds.Cut(Number((facts.IsBuiltUp ? forecast.SumOf(steps) : forecast.Steps[steps - 1]).Point));
    }

    /// <summary>Goals taken from another figure of the same month are not known for December; ranks and yearly figures tell too little.</summary>
    private static bool CanBeForecast(TargetFacts facts, Goal goal) =>
        facts.Kind is not (TargetKind.Outpace or TargetKind.InStep or TargetKind.Improve or TargetKind.Zero or TargetKind.Other)
        && !(facts.Kind == TargetKind.Stable && facts.IsBuiltUp)
        && !facts.Unit.IsPlace && facts.Indicator.Frequency != Frequency.Year && goal is { Low: not null } or { High: not null };

    /// <summary>The unbroken run of figures that ends with the latest; of sums each period's own part.</summary>
    private static Series? Read(TargetFacts facts, TargetFigures figures, DatedFigure latest)
    {
        var season = facts.Months.Count();
        var run = new List<decimal>();
        var month = latest.Month;
        while (figures.Own(month) is { } figure)
        {
            run.Insert(0, figure.Value);
            month = Before(facts, month);
        }

        var first = latest.Month;
        for (var i = 1; i < run.Count; i++) first = Before(facts, first);
        return facts.IsBuiltUp ? Series.OfCumulative(first, run.Select(v => (double)v), season) : new Series(first, run.Select(v => (double)v), season);
    }

    private static int Before(TargetFacts facts, int month)
    {
        do month = Period.AddMonths(month, -1);
        while (!facts.Months.Contains(month % 100));
        return month;
    }

    private static decimal Number(double value) => (decimal)Math.Clamp(value, -1e9, 1e9);
}
