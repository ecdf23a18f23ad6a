using Maoding.Domain.Indicators;

namespace Maoding.Domain.Watching;

/// <summary>Which of an indicator's figures tells most, and with which other figure it may be compared.</summary>
public static class WatchMeasures
{
    /// <summary>The figure that analysis speaks of first: growth where there is a level, else the value itself.</summary>
    public static FigureMeasure Main(Indicator indicator) => (indicator.Kind, indicator.Accumulation) switch
    {
        (FigureKind.Rank, _) => FigureMeasure.Rank,
        (FigureKind.Level or FigureKind.Growth, Accumulation.Cumulative) => FigureMeasure.CumulativeGrowth,
        (FigureKind.Level or FigureKind.Growth, _) => FigureMeasure.CurrentGrowth,
        (_, Accumulation.Cumulative) => FigureMeasure.Cumulative,
        _ => FigureMeasure.Current,
    };

    /// <summary>The same among the figures that are there: a level alone where no growth was published.</summary>
    public static FigureMeasure Spoken(Indicator indicator, Func<FigureMeasure, bool> has) =>
        Main(indicator) is var main && FigureMeasures.IsGrowth(main) && !has(main) && has(LevelOf(main)) ? LevelOf(main) : main;

    /// <summary>The level that stands beside a growth.</summary>
    public static FigureMeasure LevelOf(FigureMeasure growth) => growth == FigureMeasure.CumulativeGrowth ? FigureMeasure.Cumulative : FigureMeasure.Current;

    /// <summary>
    /// Sums and averages since January swing with the seasons: they are compared with the same period of last year; all others with the period before.
    /// </summary>
    public static bool ComparesWithLastYear(FigureMeasure measure) => measure == FigureMeasure.Cumulative;

    /// <summary>1 where a higher figure is better, −1 where a lower one is, 0 where neither.</summary>
    public static int Sign(Indicator indicator, FigureMeasure measure) =>
        measure == FigureMeasure.Rank ? -1 : indicator.Direction switch { Direction.Higher => 1, Direction.Lower => -1, _ => 0 };
}
