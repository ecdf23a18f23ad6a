using Maoding.Districts;
using Maoding.Domain.Access;
using Maoding.Domain.Indicators;
using Maoding.Domain.Organization;
using Maoding.Domain.Progress;
using Maoding.Storage;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Measuring.Figures;

/// <summary>What the list of sheets is narrowed to.</summary>
/// <param name="Month">yyyymm; null: the latest that is over, or the last thirteen when one unit is looked at.</param>
/// <param name="State">Name of a state, none for sheets not begun, missing for those with figures that should be there.</param>
public sealed record FigureFilter(int? Month, int? Unit, string? State)
{
    public const string NotBegun = "none";

    public const string HasMissing = "missing";

    /// <summary>Value and words of each choice of state.</summary>
    public static IReadOnlyList<(string Value, string Text)> States { get; } =
        [(NotBegun, "未开始"), .. Enum.GetValues<SheetState>().Select(s => ($"{s}", FigureWords.Of(s))), (HasMissing, "有应报未报")];
}

/// <summary>A unit's month in the list.</summary>
/// <param name="State">Null: not begun.</param>
/// <param name="Due">Indicators with a period in this month.</param>
/// <param name="NextOn">When the next of those that are not out yet comes out.</param>
public sealed record SheetLine(
    Unit Unit, int Month, SheetState? State, int Version, DateOnly? OpenUntil, int Due, int Given, int Missing, int NotYet, DateOnly? NextOn);

/// <summary>The sheets of units and months, whether begun or not.</summary>
public sealed class FigureList(MaodingContext db, CurrentRequest current)
{
    private const int MonthsOfUnit = 13;

    /// <summary>Units that answer for an indicator, in official order.</summary>
    public async Task<(IReadOnlyList<SheetLine> Lines, IReadOnlyList<Unit> Units)> ReadAsync(Actor actor, FigureFilter filter, CancellationToken stop)
    {
        Permissions.Demand(actor, Permission.SeeFigures);
        var indicators = (await db.Indicators.AsNoTracking().Where(i => !i.IsRetired && i.UnitId != null).OrderBy(i => i.Order).ToListAsync(stop))
            .ToLookup(i => i.UnitId!.Value);
        var answering = current.Directory.Units.Where(u => indicators.Contains(u.Id)).ToList();
        var units = filter.Unit is { } one ? answering.FindAll(u => u.Id == one) : IsOwn(actor)
            ? answering.FindAll(u => actor.Units.Contains(u.Id)) : answering;
        var months = Months(filter, isFew: filter.Unit is not null || IsOwn(actor));
        var keys = units.ConvertAll(u => u.Id);
        var sheets = await db.DataSheets.AsNoTracking().Where(s => months.Contains(s.Month) && keys.Contains(s.UnitId))
            .ToDictionaryAsync(s => (s.UnitId, s.Month), stop);
        var releases = (await db.Releases.AsNoTracking().Where(r => months.Contains(r.Month)).ToListAsync(stop))
            .ToDictionary(r => (r.IndicatorId, r.Month), r => r.On);
        var given = await GivenAsync(months, indicators, keys, stop);
        // What was published before a unit's first sheet is history to be taken over, nothing that it owes.
        var first = sheets.Keys.GroupBy(s => s.UnitId).ToDictionary(g => g.Key, g => g.Min(s => s.Month));
        var lines = from month in months
                    from unit in units
                    let line = Line(unit, month, sheets.GetValueOrDefault((unit.Id, month)), indicators[unit.Id], releases, given)
                    where line is not null && Fits(line, filter.State) && (month == months[0] || month >= first.GetValueOrDefault(unit.Id, months[0]))
                    select line;
        return ([.. lines], answering);
    }

    /// <summary>Somebody of a unit sees its own sheets first.</summary>
    public static bool IsOwn(Actor actor) =>
        actor.Units.Count > 0 && !Permissions.Allows(actor, Permission.ApproveFigures) && !Permissions.Allows(actor, Permission.EditIndicators);

    private int[] Months(FigureFilter filter, bool isFew)
    {
        var latest = FigurePeriods.LatestEnded(current.Today);
        return filter.Month is { } month ? FigurePeriods.IsMonth(month) ? [month] : [] : isFew
            ? [.. Enumerable.Range(0, MonthsOfUnit).Select(i => Period.AddMonths(latest, -i))] : [latest];
    }

    /// <summary>Periods of indicators that the district has a figure of, in whatever state; one statement.</summary>
    private async Task<HashSet<(int Indicator, int Month)>> GivenAsync(
        int[] months, ILookup<int, Indicator> indicators, List<int> units, CancellationToken stop)
    {
        var wanted = units.SelectMany(u => indicators[u]).ToDictionary(i => i.Id);
        var found = await db.Observations.AsNoTracking()
            .Where(o => months.Contains(o.Month) && db.Areas.Any(a => a.Id == o.AreaId && a.Kind == AreaKind.District))
            .Select(o => new { o.IndicatorId, o.Month, o.Measure }).Distinct().ToListAsync(stop);
        return [.. found.Where(f => wanted.TryGetValue(f.IndicatorId, out var indicator) && FigureMeasures.Answers(indicator, f.Measure))
            .Select(f => (f.IndicatorId, f.Month))];
    }

    private SheetLine? Line(
        Unit unit, int month, DataSheet? sheet, IEnumerable<Indicator> indicators, Dictionary<(int, int), DateOnly> releases, HashSet<(int, int)> given)
    {
        var due = indicators.Where(i => FigurePeriods.Has(i, month)).Select(i =>
        {
            var on = FigurePeriods.DueOn(i, month, releases.TryGetValue((i.Id, month), out var day) ? day : null);
            return (On: on, State: FigurePeriods.StateOf(given.Contains((i.Id, month)), on, current.Today));
        }).ToList();
        if (due.Count == 0 && sheet is null) return null;
        int Count(FigureDue state) => due.Count(d => d.State == state);
        var next = due.Where(d => d.State == FigureDue.NotYet).Select(d => (DateOnly?)d.On).Min();
        return new SheetLine(unit, month, sheet?.State, sheet?.Version ?? 0, sheet?.OpenUntil,
            due.Count, Count(FigureDue.Given), Count(FigureDue.Missing), Count(FigureDue.NotYet), next);
    }

    private static bool Fits(SheetLine line, string? state) => state switch
    {
        null or "" => true,
        FigureFilter.NotBegun => line.State is null,
        FigureFilter.HasMissing => line.Missing > 0,
        _ => $"{line.State}" == state,
    };
}
