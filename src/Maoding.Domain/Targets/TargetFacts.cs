using Maoding.Domain.Indicators;

namespace Maoding.Domain.Targets;

/// <summary>One published figure.</summary>
/// <param name="Month">yyyymm of the period's last month.</param>
/// <param name="Decimals">As published, 0–6.</param>
public readonly record struct DatedFigure(int Month, decimal Value, int Decimals);

/// <summary>What a target is judged by.</summary>
/// <param name="Year">The plan's.</param>
/// <param name="PartnerName">What it is compared with, as words say it; empty for kinds that compare with nothing.</param>
public sealed record TargetFacts(Target Target, Indicator Indicator, int Year, string PartnerName = "")
{
    public TargetKind Kind => Target.Kind;

    public FigureMeasure Measure => Target.Measure;

    public FigureUnit Unit { get; } = FigureUnit.Of(Indicator, Target.Measure);

    /// <summary>yyyymm of the figure that decides.</summary>
    public int FinalMonth => (Year * 100) + 12;

    public bool IsGrowth => FigureMeasures.IsGrowth(Measure);

    /// <summary>A sum or count that grows from January on, so that part of the year is part of the target.</summary>
    public bool IsBuiltUp => Measure == FigureMeasure.Cumulative && Indicator.Accumulation == Accumulation.Cumulative && IsAmount;

    /// <summary>A stock that moves from where it stood at the end of last year.</summary>
    public bool IsStock => Measure is FigureMeasure.Current or FigureMeasure.Cumulative && Indicator.Accumulation == Accumulation.EndOfPeriod && IsAmount;

    private bool IsAmount => Indicator.Kind is FigureKind.Level or FigureKind.Count;

    /// <summary>Months of the year, 1 to 12, at whose ends figures stand.</summary>
    public IEnumerable<int> Months => Enumerable.Range(1, 12).Where(m => FigurePeriods.Has(Indicator, (Year * 100) + m));

    /// <summary>How near is nearly, in the unit of the gap: points for growth and ratios, places for ranks, percent of the goal otherwise.</summary>
    public decimal MarginOf(decimal line) => IsGrowth || Unit.IsPoints || Measure == FigureMeasure.Rank || Indicator.Kind == FigureKind.Rank
        ? Target.Margin
        : Math.Abs(line) * Target.Margin / 100;
}

/// <summary>The figures in force that a target is judged by; the order in which they come does not matter.</summary>
/// <param name="own">Of the target's measure, this year's and those of the years before.</param>
/// <param name="partner">Of what it is compared with; empty for most kinds.</param>
/// <param name="levels">Cumulative levels of the years before, as weights of growth.</param>
public sealed class TargetFigures(IEnumerable<DatedFigure> own, IEnumerable<DatedFigure>? partner = null, IEnumerable<DatedFigure>? levels = null)
{
    private readonly Dictionary<int, DatedFigure> _own = own.ToDictionary(f => f.Month);
    private readonly Dictionary<int, DatedFigure> _partner = (partner ?? []).ToDictionary(f => f.Month);
    private readonly Dictionary<int, DatedFigure> _levels = (levels ?? []).ToDictionary(f => f.Month);

    /// <summary>By month, the earliest first.</summary>
    public IEnumerable<DatedFigure> All => _own.Values.OrderBy(f => f.Month);

    public DatedFigure? Own(int month) => _own.TryGetValue(month, out var found) ? found : null;

    public DatedFigure? Partner(int month) => _partner.TryGetValue(month, out var found) ? found : null;

    public DatedFigure? Level(int month) => _levels.TryGetValue(month, out var found) ? found : null;

    /// <summary>This year's figures up to a month, the latest first.</summary>
    public IEnumerable<DatedFigure> Latest(int year, int until) =>
        _own.Values.Where(f => f.Month / 100 == year && f.Month <= until).OrderByDescending(f => f.Month);
}
