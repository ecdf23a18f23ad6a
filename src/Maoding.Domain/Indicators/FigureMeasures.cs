namespace Maoding.Domain.Indicators;

/// <summary>Which measures make sense for which indicator.</summary>
public static class FigureMeasures
{
    /// <summary>What is entered for an area, in the order of columns; the rank in the city is the district's alone.</summary>
    public static IReadOnlyList<FigureMeasure> Of(Indicator indicator, AreaKind area)
    {
        if (indicator.Kind == FigureKind.Rank) return [FigureMeasure.Rank];
        IReadOnlyList<FigureMeasure> own = (indicator.Kind == FigureKind.Growth, indicator.Accumulation == Accumulation.Cumulative) switch
        {
            (true, true) => indicator.Frequency == Frequency.Year
                ? [FigureMeasure.CumulativeGrowth] : [FigureMeasure.CurrentGrowth, FigureMeasure.CumulativeGrowth],
            (true, false) => [FigureMeasure.CurrentGrowth],
            // A year has one value, whatever it is called.
            (false, true) => indicator.Frequency == Frequency.Year
                ? [FigureMeasure.Cumulative, FigureMeasure.CumulativeGrowth]
                : [FigureMeasure.Current, FigureMeasure.Cumulative, FigureMeasure.CurrentGrowth, FigureMeasure.CumulativeGrowth],
            (false, false) => indicator.Frequency == Frequency.Year
                ? [FigureMeasure.Current, FigureMeasure.CurrentGrowth] : [FigureMeasure.Current, FigureMeasure.CurrentGrowth, FigureMeasure.ChainGrowth],
        };
        return area == AreaKind.District ? [.. own, FigureMeasure.Rank] : own;
    }

    /// <summary>The one that stands for the indicator in lists.</summary>
    public static FigureMeasure Main(Indicator indicator) => (indicator.Kind, indicator.Accumulation) switch
    {
        (FigureKind.Rank, _) => FigureMeasure.Rank,
        (FigureKind.Growth, Accumulation.Cumulative) => FigureMeasure.CumulativeGrowth,
        (FigureKind.Growth, _) => FigureMeasure.CurrentGrowth,
        (_, Accumulation.Cumulative) => FigureMeasure.Cumulative,
        _ => FigureMeasure.Current,
    };

    /// <summary>With such a figure of the district the period counts as reported; a rank alone is no answer.</summary>
    public static bool Answers(Indicator indicator, FigureMeasure measure) => measure != FigureMeasure.Rank || indicator.Kind == FigureKind.Rank;

    /// <summary>The value itself, not a change of it nor its rank.</summary>
    public static bool IsValue(Indicator indicator, FigureMeasure measure) => indicator.Kind == FigureKind.Growth
        ? measure is FigureMeasure.CurrentGrowth or FigureMeasure.CumulativeGrowth
        : measure is FigureMeasure.Current or FigureMeasure.Cumulative;

    /// <summary>A figure of growth, by whatever it is compared with.</summary>
    public static bool IsGrowth(FigureMeasure measure) => measure is FigureMeasure.CurrentGrowth or FigureMeasure.CumulativeGrowth or FigureMeasure.ChainGrowth;
}
