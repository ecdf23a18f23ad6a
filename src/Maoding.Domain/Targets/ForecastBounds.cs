using Maoding.Domain.Forecasting;
using Maoding.Domain.Indicators;

namespace Maoding.Domain.Targets;

/// <summary>Between what a forecast figure can lie at all: what lies beyond a bound counts as lying on it.</summary>
/// <param name="Least">Null: nothing is too low.</param>
/// <param name="Most">Null: nothing is too high.</param>
public readonly record struct ForecastBounds(decimal? Least, decimal? Most)
{
    /// <summary>
    /// The indicator's own bounds; without them no amount nor index that never was negative falls below 0, and no
    /// share that never was above it rises over 100 %. A sum that may not fall stays at least where it is.
    /// </summary>
    /// <param name="latest">Where the forecast begins.</param>
    public static ForecastBounds Of(TargetFacts facts, TargetFigures figures, DatedFigure latest)
    {
        var (least, most) = Of(facts.Indicator, facts.Measure, [.. figures.All.Select(f => f.Value)]);
        return facts is { IsBuiltUp: true, Indicator.MayFall: false } ? new(Math.Max(least ?? latest.Value, latest.Value), most) : new(least, most);
    }

    /// <param name="history">Figures there are: a bound that one of them broke is none.</param>
    public static ForecastBounds Of(Indicator indicator, FigureMeasure measure, IReadOnlyCollection<decimal> history)
    {
        // What a growth or a rank may be, the bounds of the level do not say.
        if (!FigureMeasures.IsValue(indicator, measure)) return default;
        var least = indicator.Least ?? (indicator.Kind is FigureKind.Level or FigureKind.Index ? 0 : null);
        var most = indicator.Most ?? (indicator is { Kind: FigureKind.Ratio, Unit: "%" } ? 100 : null);
        return new(history.Any(v => v < least) ? null : least, history.Any(v => v > most) ? null : most);
    }

    public decimal Cut(decimal value) => value < Least ? Least.Value : value > Most ? Most.Value : value;

    /// <summary>Of keeping the goal with an outcome cut at the bounds, per mille, 1 to 999.</summary>
    public int Likelihood(Prospect end, Goal goal) => (goal.Low, goal.High) switch
    {
        ({ } low, { } high) => Math.Clamp(AtLeast(end, low) + AtMost(end, high) - 1000, 1, 999),
        ({ } low, null) => AtLeast(end, low),
        (_, { } high) => AtMost(end, high),
        _ => 999,
    };

    private int AtLeast(Prospect end, decimal low) => low <= Least ? 999 : low > Most ? 1 : end.Likelihood((double)low, Direction.Higher);

    private int AtMost(Prospect end, decimal high) => high >= Most ? 999 : high < Least ? 1 : end.Likelihood((double)high, Direction.Lower);
}
