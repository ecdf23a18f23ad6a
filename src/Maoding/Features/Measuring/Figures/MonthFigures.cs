using Maoding.Domain.Indicators;
using Maoding.Domain.Progress;
using Maoding.Storage;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Measuring.Figures;

/// <summary>The figures of a unit's indicators in one month, with what they are compared with.</summary>
internal sealed class MonthFigures
{
    private readonly int _month;
    private readonly HashSet<int> _own;
    private readonly Dictionary<FigureKey, Observation> _newest = [];
    private readonly Dictionary<FigureKey, Observation> _inForce = [];

    private MonthFigures(int month, IReadOnlyCollection<Indicator> all, HashSet<int> own, IEnumerable<Observation> figures, bool withDrafts)
    {
        (_month, _own, Indicators) = (month, own, all);
        foreach (var figure in figures.OrderBy(f => f.Revision))
        {
            if (figure.InForce) _inForce[KeyOf(figure)] = figure;
            if (figure.Month == month && own.Contains(figure.IndicatorId) && (withDrafts || figure.InForce)) _newest[KeyOf(figure)] = figure;
        }

        Checks = new FigureChecks(all, Known);
    }

    /// <summary>The whole catalogue.</summary>
    public IReadOnlyCollection<Indicator> Indicators { get; }

    /// <summary>Figures that stand for those stored, while they are only typed; null: the figure is taken away.</summary>
    public Dictionary<FigureKey, FigureValue?> Typed { get; } = [];

    public FigureChecks Checks { get; }

    /// <summary>The newest revision of each of the unit's figures this month.</summary>
    public IReadOnlyDictionary<FigureKey, Observation> Newest => _newest;

    public static FigureKey KeyOf(Observation figure) => new(figure.IndicatorId, figure.AreaId, figure.Month, figure.Measure);

    public static FigureValue ValueOf(Observation figure) => new(figure.Value, figure.Decimals);

    /// <summary>One statement for the figures.</summary>
    /// <param name="own">The unit's indicators.</param>
    /// <param name="track">To be changed.</param>
    public static async Task<MonthFigures> LoadAsync(
        MaodingContext db, int month, IReadOnlyCollection<Indicator> all, IEnumerable<int> own, bool withDrafts, bool track, CancellationToken stop)
    {
        var mine = own.ToHashSet();
        int[] months = [.. new[]
        {
            month - 100,
            Period.AddMonths(month, -1),
            Period.AddMonths(month, -2),
            Period.AddMonths(month, -3),
            Period.AddMonths(month, 1),
            Period.AddMonths(month, 2),
            Period.AddMonths(month, 3),
        }.Distinct()];
        var around = Around(all, mine);
        var rows = track ? db.Observations.AsTracking() : db.Observations.AsNoTracking();
        var figures = await rows.Where(
            o => EF.Parameter(around).Contains(o.IndicatorId) && (o.Month == month || (o.InForce && months.Contains(o.Month)))).ToListAsync(stop);
        return new MonthFigures(month, all, mine, figures, withDrafts);
    }

    /// <summary>What a figure was before this month's, in force.</summary>
    public FigureValue? InForce(FigureKey key) => _inForce.TryGetValue(key, out var figure) ? ValueOf(figure) : null;

    public Observation? FigureInForce(FigureKey key) => _inForce.GetValueOrDefault(key);

    /// <summary>Areas that an indicator has figures of, this month or lately.</summary>
    public ILookup<int, int> AreasWithFigures() =>
        _inForce.Keys.Concat(_newest.Keys).Select(k => (k.IndicatorId, k.AreaId)).Distinct().ToLookup(k => k.IndicatorId, k => k.AreaId);

    private FigureValue? Known(FigureKey key)
    {
        if (Typed.TryGetValue(key, out var typed)) return typed;
        if (key.Month == _month && _own.Contains(key.IndicatorId)) return _newest.TryGetValue(key, out var newest) ? ValueOf(newest) : null;
        return InForce(key);
    }

    /// <summary>The indicators themselves, the wholes they are parts of, and all parts of these.</summary>
    private static List<int> Around(IReadOnlyCollection<Indicator> all, HashSet<int> own)
    {
        var wholes = all.Where(i => own.Contains(i.Id) && i.PartOfId is not null).Select(i => i.PartOfId!.Value).Concat(own).ToHashSet();
        return [.. all.Where(i => wholes.Contains(i.Id) || (i.PartOfId is { } whole && wholes.Contains(whole))).Select(i => i.Id)];
    }
}
