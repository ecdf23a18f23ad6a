using Maoding.Domain.Indicators;
using Maoding.Domain.Lights;
using Maoding.Domain.Targets;
using Maoding.Domain.Watching;

namespace Maoding.Features.Measuring.Watching;

/// <summary>A target beside its indicator.</summary>
/// <param name="Words">Those of its row.</param>
/// <param name="Decimals">As the target is written.</param>
/// <param name="Closed">As it was judged at the last closing up to the month under review; null before.</param>
public sealed record WatchTarget(int Id, string Words, FigureMeasure Measure, int Decimals, TargetMonth? Closed)
{
    public Light Light => Closed?.Light ?? Light.None;
}

/// <summary>A period whose figure is not there yet.</summary>
/// <param name="Month">yyyymm.</param>
/// <param name="Due">The day on which it comes out.</param>
public sealed record WatchNext(int Month, DateOnly Due);

/// <summary>One indicator as the meeting looks at it.</summary>
/// <param name="Now">The last figure up to the month under review; null before the first.</param>
/// <param name="Before">The period before it.</param>
/// <param name="YearAgo">The same period of last year.</param>
/// <param name="Level">The level beside a growth, of the same period.</param>
/// <param name="City">The city's figure of the same period.</param>
/// <param name="Rank">The district's rank in the same period.</param>
/// <param name="Target">What the year is to bring; null without a target.</param>
/// <param name="Next">The period up to the month under review whose figure is not there; null where it is.</param>
/// <param name="Recent">The last twelve months of the main figure, for the small curve and the map.</param>
public sealed record WatchLine(
    Indicator Indicator, FigureMeasure Measure, FigurePoint? Now, FigurePoint? Before,
    FigurePoint? YearAgo, FigurePoint? Level, FigurePoint? City, FigurePoint? Rank,
    WatchTarget? Target, WatchNext? Next, FigureSeries? Recent)
{
    /// <summary>Better than what it is compared with: 1, worse: −1, the same or not to be told: 0.</summary>
    public int Better(FigurePoint? now, FigurePoint? other) =>
        now is null || other is null ? 0 : Math.Sign(now.Value - other.Value) * WatchMeasures.Sign(Indicator, Measure);

    /// <summary>What the figure is compared with: the same period of last year for sums and averages since January, else the period before.</summary>
    public FigurePoint? Compared => WatchMeasures.ComparesWithLastYear(Measure) ? YearAgo : Before;
}

/// <summary>What the parts added to the growth of a whole: 测算.</summary>
/// <param name="Growth">The whole's published growth.</param>
/// <param name="Parts">The largest contribution first.</param>
/// <param name="Rest">What the parts do not explain, in points: their levels do not add up to the whole, or the bases were revised.</param>
public sealed record WatchParts(Indicator Indicator, AreaKind Kind, FigurePoint Growth, IReadOnlyList<(Area Area, Contribution Part)> Parts, decimal Rest);

/// <summary>形势研判 of one month.</summary>
/// <param name="Month">yyyymm under review.</param>
/// <param name="Turns">What turned in the last period of each indicator that has a figure of this month or of the quarter that ends with it.</param>
public sealed record WatchView(
    int Month, IReadOnlyList<WatchLine> Lines, IReadOnlyList<Turn> Turns, IReadOnlyList<WatchParts> Parts, string District, string City)
{
    public IEnumerable<WatchLine> Development => Lines.Where(l => l.Indicator.Dimension != Dimension.Leading);

    public IEnumerable<WatchLine> Leading => Lines.Where(l => l.Indicator.Dimension == Dimension.Leading);
}
