using Maoding.Districts;
using Maoding.Domain.Indicators;
using Maoding.Domain.Progress;
using Maoding.Storage;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Measuring.Indicators;

/// <summary>An indicator in the list.</summary>
/// <param name="Newest">The district's newest approved figure of the main measure; null while there is none of the last two years.</param>
/// <param name="NextMonth">The period that comes out next, or the latest one that is missing.</param>
/// <param name="NextOn">When it comes out or came out.</param>
/// <param name="IsMissing">The latest period should be there and is not.</param>
public sealed record IndicatorLine(Indicator Indicator, NewestFigure? Newest, int NextMonth, DateOnly NextOn, bool IsMissing);

public sealed record NewestFigure(int ObservationId, int Month, FigureMeasure Measure, FigureValue Value, FigureStage Stage);

/// <summary>One period in the release calendar.</summary>
/// <param name="Usual">The computed date.</param>
/// <param name="Set">The date set for this period alone; null: the usual one holds.</param>
public sealed record ReleaseLine(int Month, DateOnly Usual, DateOnly? Set, FigureDue State)
{
    public DateOnly On => Set ?? Usual;
}

/// <summary>The catalogue as pages show it.</summary>
public sealed class IndicatorReader(MaodingContext db, CurrentRequest current)
{
    /// <summary>Periods back and ahead in the release calendar.</summary>
    private const int PeriodsBack = 6;

    private const int PeriodsAhead = 12;

    /// <summary>The whole catalogue in its order, retired ones last.</summary>
    public async Task<IReadOnlyList<IndicatorLine>> ListAsync(CancellationToken stop)
    {
        var today = current.Today;
        var indicators = await db.Indicators.AsNoTracking().OrderBy(i => i.IsRetired).ThenBy(i => i.Order).ToListAsync(stop);
        var from = Period.AddMonths(Period.MonthOf(today), -25);
        var newest = (await NewestAsync(from, stop)).ToLookup(n => n.IndicatorId, n => n.Figure);
        var releases = (await db.Releases.AsNoTracking().Where(r => r.Month >= from).ToListAsync(stop)).ToDictionary(r => (r.IndicatorId, r.Month), r => r.On);
        return [.. indicators.Select(i => Line(i, [.. newest[i.Id]], releases, today))];
    }

    public async Task<Indicator?> FindAsync(int id, CancellationToken stop) => await db.Indicators.AsNoTracking().FirstOrDefaultAsync(i => i.Id == id, stop);

    /// <summary>For choices: all indicators in their order.</summary>
    public async Task<IReadOnlyList<Indicator>> AllAsync(CancellationToken stop) => await db.Indicators.AsNoTracking().OrderBy(i => i.Order).ToListAsync(stop);

    /// <summary>Whether any figure was entered, in whatever state.</summary>
    public Task<bool> HasFiguresAsync(int id, CancellationToken stop) => db.Observations.AnyAsync(o => o.IndicatorId == id, stop);

    /// <summary>The periods around today in their order.</summary>
    public async Task<IReadOnlyList<ReleaseLine>> CalendarAsync(Indicator indicator, CancellationToken stop)
    {
        var set = (await db.Releases.AsNoTracking().Where(r => r.IndicatorId == indicator.Id).ToListAsync(stop)).ToDictionary(r => r.Month, r => r.On);
        var given = (await db.Observations.AsNoTracking()
            .Where(o => o.InForce && o.IndicatorId == indicator.Id && db.Areas.Any(a => a.Id == o.AreaId && a.Kind == AreaKind.District))
            .Select(o => o.Month).Distinct().ToListAsync(stop)).ToHashSet();
        var month = FigurePeriods.LatestUpTo(indicator, Period.MonthOf(current.Today));
        for (var i = 0; i < PeriodsAhead; i++) month = FigurePeriods.After(indicator, month);
        var lines = new List<ReleaseLine>();
        for (var i = 0; i < PeriodsBack + PeriodsAhead; i++, month = FigurePeriods.Before(indicator, month))
        {
            DateOnly? own = set.TryGetValue(month, out var day) ? day : null;
            lines.Add(new ReleaseLine(month, FigurePeriods.DueOn(indicator, month), own,
                FigurePeriods.StateOf(given.Contains(month), FigurePeriods.DueOn(indicator, month, own), current.Today)));
        }

        lines.Reverse();
        return lines;
    }

    private static IndicatorLine Line(Indicator indicator, List<NewestFigure> figures, Dictionary<(int, int), DateOnly> releases, DateOnly today)
    {
        var main = FigureMeasures.Main(indicator);
        var newest = figures.Where(f => FigureMeasures.Answers(indicator, f.Measure)).OrderBy(f => f.Month).ThenBy(f => f.Measure == main).LastOrDefault();
        var month = FigurePeriods.LatestUpTo(indicator, FigurePeriods.LatestEnded(today));
        if (newest?.Month >= month) month = FigurePeriods.After(indicator, newest.Month);
        var on = FigurePeriods.DueOn(indicator, month, releases.TryGetValue((indicator.Id, month), out var day) ? day : null);
        return new IndicatorLine(indicator, newest, month, on, FigurePeriods.StateOf(false, on, today) == FigureDue.Missing);
    }

    /// <summary>The district's newest figure in force of each indicator and measure; one statement.</summary>
    private async Task<IReadOnlyList<(int IndicatorId, NewestFigure Figure)>> NewestAsync(int from, CancellationToken stop)
    {
        var district = db.Observations.AsNoTracking()
            .Where(o => o.InForce && o.Month >= from && db.Areas.Any(a => a.Id == o.AreaId && a.Kind == AreaKind.District));
        var newest = district.GroupBy(o => new { o.IndicatorId, o.Measure }).Select(g => new { g.Key.IndicatorId, g.Key.Measure, Month = g.Max(o => o.Month) });
        var figures = await (from o in district
                             join n in newest on new { o.IndicatorId, o.Measure, o.Month } equals new { n.IndicatorId, n.Measure, n.Month }
                             select new { o.IndicatorId, o.Id, o.Month, o.Measure, o.Value, o.Decimals, o.Stage }).ToListAsync(stop);
        return [.. figures.Select(f => (f.IndicatorId, new NewestFigure(f.Id, f.Month, f.Measure, new FigureValue(f.Value, f.Decimals), f.Stage)))];
    }
}
