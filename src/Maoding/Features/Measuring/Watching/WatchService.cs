using Maoding.Districts;
using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Indicators;
using Maoding.Domain.Ledger;
using Maoding.Domain.Progress;
using Maoding.Domain.Watching;
using Maoding.Features.Measuring.Figures;
using Maoding.Storage;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Measuring.Watching;

/// <summary>Puts together what the monthly analysis meeting looks at, from figures in force alone.</summary>
public sealed class WatchService(MaodingContext db, FigureReader figures, District district)
{
    /// <summary>Far enough back for the same quarter of last year and the one before it.</summary>
    private const int MonthsBack = 18;

    /// <summary>So many indicators are taken apart by street, park and enterprise.</summary>
    private const int TakenApart = 12;

    /// <param name="month">yyyymm under review: later figures are not looked at.</param>
    /// <param name="planId">Whose targets stand beside; null: none.</param>
    /// <exception cref="RefusalException">PER001.</exception>
    public Task<WatchView> ReadAsync(CurrentRequest current, int month, int? planId, CancellationToken stop)
    {
        Permissions.Demand(current.Actor, Permission.SeeFigures);
        return district.Answers.OfAsync(current, (nameof(WatchService), month, planId), () => ReadAsync(month, planId, stop));
    }

    /// <summary>The same for a paper that is made from it, with the targets of the month's year; nothing kept is asked.</summary>
    internal async Task<WatchView> OfMonthAsync(int month, CancellationToken stop) =>
        await ReadAsync(month, await db.Plans.Where(p => p.Year == month / 100).Select(p => (int?)p.Id).FirstOrDefaultAsync(stop), stop);

    /// <summary>The last month that can be under review.</summary>
    public static int LastMonth(DateOnly today) => Period.AddMonths(Period.MonthOf(today), -1);

    internal static RefusalException Nothing() =>
        new("WAT001", "这个月还没有审核过的数据，没有分析材料。请从“形势研判”栏目选一个月份。", RefusalKind.Missing);

    private async Task<WatchView> ReadAsync(int month, int? planId, CancellationToken stop)
    {
        var indicators = await db.Indicators.AsNoTracking().Where(i => !i.IsRetired).OrderBy(i => i.Order).ToListAsync(stop);
        var areas = await db.Areas.AsNoTracking().Where(a => !a.IsClosed).OrderBy(a => a.Kind).ThenBy(a => a.Order).ToListAsync(stop);
        var (district, city) = (areas.Find(a => a.Kind == AreaKind.District), areas.Find(a => a.Kind == AreaKind.City));
        if (district is null) return new WatchView(month, [], [], [], "", "");
        var series = (await figures.ReadAllAsync(
            [.. new[] { district, city }.OfType<Area>().Select(a => a.Id)], Period.AddMonths(month, -MonthsBack), month, stop))
            .ToDictionary(s => (s.IndicatorId, s.AreaId, s.Measure));
        var targets = await TargetsAsync(planId, month, stop);
        var releases = await db.Releases.AsNoTracking().Where(r => r.Month <= month && r.Month > month - 100)
            .ToDictionaryAsync(r => (r.IndicatorId, r.Month), r => r.On, stop);
        WatchNext? Next(Indicator i, int? last) => FigurePeriods.LatestUpTo(i, month) is var due && last is { } known && known < due
            ? new WatchNext(FigurePeriods.After(i, known),
                FigurePeriods.DueOn(i, FigurePeriods.After(i, known), releases.TryGetValue((i.Id, FigurePeriods.After(i, known)), out var on) ? on : null))
            : null;
        FigureSeries? Of(Indicator i, Area? area, FigureMeasure measure) => area is null ? null : series.GetValueOrDefault((i.Id, area.Id, measure));
        FigureMeasure Spoken(Indicator i) => WatchMeasures.Spoken(i, measure => Of(i, district, measure) is not null);
        var lines = indicators.ConvertAll(i => Line(i, Spoken(i), Of(i, district, Spoken(i)), Of(i, city, Spoken(i)), Of(i, district, FigureMeasure.Rank),
            Of(i, district, WatchMeasures.LevelOf(Spoken(i))), targets.GetValueOrDefault(i.Id), Next(i, Of(i, district, Spoken(i))?.Points[^1].Month)));
        var turns = indicators
            .Where(i => Of(i, district, Spoken(i)) is { } main && IsOfMonth(i, main.Points[^1].Month, month))
            .SelectMany(i => Turns.Of(new Watched(i, Of(i, district, Spoken(i))!, Of(i, city, Spoken(i)), Of(i, district, FigureMeasure.Rank)))).ToList();
        return new WatchView(month, lines, turns, await PartsAsync(indicators, areas, series, district, stop), district.Name, city?.Name ?? "");
    }

    /// <summary>Months that can be looked at, the newest first: those with a figure of the district in the last two years.</summary>
    public Task<IReadOnlyList<int>> MonthsAsync(CurrentRequest current, int last, CancellationToken stop)
    {
        Permissions.Demand(current.Actor, Permission.SeeFigures);
        return district.Answers.OfAsync(current, (nameof(MonthsAsync), last), () => MonthsAsync(last, stop));
    }

    private async Task<IReadOnlyList<int>> MonthsAsync(int last, CancellationToken stop)
    {
        if (await OwnAreaAsync(stop) is not { } own) return [];
        var first = Period.AddMonths(last, -24);
        return await db.Observations.Where(o => o.AreaId == own && o.Month >= first && o.Month <= last && o.InForce)
            .Select(o => o.Month).Distinct().OrderByDescending(m => m).ToListAsync(stop);
    }

    private Task<int?> OwnAreaAsync(CancellationToken stop) =>
        db.Areas.AsNoTracking().Where(a => a.Kind == AreaKind.District).Select(a => (int?)a.Id).FirstOrDefaultAsync(stop);

    /// <summary>The last twelve months of every indicator, each month beside what it is compared with.</summary>
    /// <exception cref="RefusalException">PER001.</exception>
    public Task<IReadOnlyList<WatchMapLine>> MapAsync(CurrentRequest current, int month, CancellationToken stop)
    {
        Permissions.Demand(current.Actor, Permission.SeeFigures);
        return district.Answers.OfAsync(current, (nameof(MapAsync), month), () => MapAsync(month, stop));
    }

    private async Task<IReadOnlyList<WatchMapLine>> MapAsync(int month, CancellationToken stop)
    {
        var indicators = await db.Indicators.AsNoTracking().Where(i => !i.IsRetired).OrderBy(i => i.Dimension).ThenBy(i => i.Order).ToListAsync(stop);
        if (await OwnAreaAsync(stop) is not { } own) return [];
        var series = (await figures.ReadAllAsync([own], Period.AddMonths(month, -24), month, stop)).ToDictionary(s => (s.IndicatorId, s.Measure));
        return [.. indicators.Select(i => (Indicator: i, Series: series.GetValueOrDefault((i.Id, WatchMeasures.Spoken(i, m => series.ContainsKey((i.Id, m)))))))
            .Where(l => l.Series is not null).Select(l => WatchMapLine.Of(l.Indicator, l.Series!, month))];
    }

    /// <summary>One indicator with every area that has figures; null for an unknown code or one without figures.</summary>
    /// <param name="month">yyyymm: the last that is looked at.</param>
    public async Task<WatchDetail?> DetailAsync(Actor actor, string code, int month, CancellationToken stop)
    {
        Permissions.Demand(actor, Permission.SeeFigures);
        var indicator = await db.Indicators.AsNoTracking().SingleOrDefaultAsync(i => i.Code == code, stop);
        var areas = await db.Areas.AsNoTracking().OrderBy(a => a.Kind).ThenBy(a => a.Order).ToListAsync(stop);
        if (indicator is null || areas.Find(a => a.Kind == AreaKind.District) is not { } district) return null;
        var series = await figures.ReadAsync([indicator.Id], [.. areas.Select(a => a.Id)], Period.AddMonths(month, -24), month, stop);
        var spoken = WatchMeasures.Spoken(indicator, m => series.Any(s => s.AreaId == district.Id && s.Measure == m));
        var main = series.Where(s => s.Measure == spoken && s.AreaId != district.Id).ToDictionary(s => s.AreaId);
        return series.Count == 0
            ? null
            : new WatchDetail(indicator, spoken, month, [.. series.Where(s => s.AreaId == district.Id)],
                [.. areas.Where(a => main.ContainsKey(a.Id)).Select(a => new WatchArea(a, main[a.Id]))], district.Name);
    }

    /// <summary>A figure is of the meeting's month when it is not older than one period: a month late for most, a quarter for quarterly ones.</summary>
    private static bool IsOfMonth(Indicator indicator, int figure, int month) => indicator.Frequency switch
    {
        Frequency.Month => figure >= Period.AddMonths(month, -1),
        Frequency.Quarter => figure >= Period.AddMonths(month, -3),
        _ => figure / 100 == month / 100,
    };

    private static WatchLine Line(Indicator indicator, FigureMeasure measure, FigureSeries? main,
        FigureSeries? city, FigureSeries? rank, FigureSeries? level, WatchTarget? target, WatchNext? next)
    {
        var now = main?.Points[^1];
        var recent = main is null ? null : main with { Points = [.. main.Points.Where(p => p.Month > now!.Month - 100)] };
        return new WatchLine(
            indicator,
            measure,
            now,
            main is { Points.Count: > 1 } ? main.Points[^2] : null,
            now is null ? null : main!.At(now.Month - 100),
            now is null || !FigureMeasures.IsGrowth(measure) ? null : level?.At(now.Month),
            now is null ? null : city?.At(now.Month),
            now is null || measure == FigureMeasure.Rank ? null : rank?.At(now.Month),
            target,
            next,
            recent);
    }

    private async Task<List<WatchParts>> PartsAsync(
        List<Indicator> indicators, List<Area> areas,
        Dictionary<(int Indicator, int Area, FigureMeasure Measure), FigureSeries> series, Area district, CancellationToken stop)
    {
        var parts = areas.Where(a => a.Kind is AreaKind.Unit or AreaKind.Enterprise).ToDictionary(a => a.Id);
        var wholes = indicators.Where(i => i is { Kind: FigureKind.Level, Accumulation: Accumulation.Cumulative }
            && series.ContainsKey((i.Id, district.Id, FigureMeasure.CumulativeGrowth))).Take(TakenApart)
            .Select(i => (Indicator: i, Growth: series[(i.Id, district.Id, FigureMeasure.CumulativeGrowth)].Points[^1])).ToList();
        var months = wholes.SelectMany(w => (int[])[w.Growth.Month, w.Growth.Month - 100]).Distinct().ToList();
        if (months.Count == 0 || parts.Count == 0) return [];
        var found = await figures.ReadMonthsAsync([.. wholes.Select(w => w.Indicator.Id)], [.. parts.Keys], months, stop);
        return [.. wholes.SelectMany(w => OfWhole(
            w.Indicator, w.Growth, series.GetValueOrDefault((w.Indicator.Id, district.Id, FigureMeasure.Cumulative))?.At(w.Growth.Month - 100), found, parts))];
    }

    /// <summary>The parts of one whole by kind, where last year's level of the whole is known.</summary>
    private static IEnumerable<WatchParts> OfWhole(
        Indicator indicator, FigurePoint growth, FigurePoint? lastYear, IReadOnlyList<FigureSeries> found, Dictionary<int, Area> areas)
    {
        if (lastYear is not { Value: > 0 } whole) yield break;
        var own = found.Where(s => s.IndicatorId == indicator.Id).ToLookup(s => s.AreaId);
        var parts = own.Select(of => (Area: areas[of.Key],
                Base: of.FirstOrDefault(s => s.Measure == FigureMeasure.Cumulative)?.At(whole.Month),
                Growth: of.FirstOrDefault(s => s.Measure == FigureMeasure.CumulativeGrowth)?.At(growth.Month)))
            .Where(p => p.Base is not null && p.Growth is not null)
            .Select(p => (p.Area, Part: Contribution.Of(p.Area.Id, p.Base!.Value, whole.Value, p.Growth!.Value)))
            .OrderByDescending(p => p.Part.Points).ThenBy(p => p.Area.Order).ToList();
        foreach (var kind in parts.GroupBy(p => p.Area.Kind).OrderBy(g => g.Key))
            yield return new WatchParts(indicator, kind.Key, growth, [.. kind], growth.Value - kind.Sum(p => p.Part.Points));
    }

    /// <summary>
    /// The target of each indicator that is in force, in the words of its row, as it stood when the month was closed or the last one before it.
    /// </summary>
    private async Task<Dictionary<int, WatchTarget>> TargetsAsync(int? planId, int month, CancellationToken stop)
    {
        if (planId is null) return [];
        var rows = await db.Targets.AsNoTracking().Where(t => t.PlanId == planId)
            .Join(db.Commitments.Where(c => c.State >= CommitmentState.Issued), t => t.CommitmentId, c => c.Id, (t, c) => new
            {
                t.IndicatorId,
                t.Measure,
                t.Decimals,
                t.Id,
                c.Order,
                c.Title,
                Closed = db.TargetMonths.Where(m => m.TargetId == t.Id && m.Month <= month).OrderByDescending(m => m.Month).FirstOrDefault(),
            })
            .OrderBy(t => t.Order).ToListAsync(stop);
        return rows.GroupBy(r => r.IndicatorId)
            .ToDictionary(g => g.Key, g => g.Select(r => new WatchTarget(r.Id, r.Title, r.Measure, r.Decimals, r.Closed)).First());
    }
}
