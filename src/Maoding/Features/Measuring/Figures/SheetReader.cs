using Maoding.Districts;
using Maoding.Domain.Access;
using Maoding.Domain.Indicators;
using Maoding.Features.Measuring.Indicators;
using Maoding.Shared;
using Maoding.Storage;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Measuring.Figures;

/// <summary>Who did what with a sheet.</summary>
/// <param name="EnteredBy">Several are separated by 、.</param>
public sealed record SheetNames(string EnteredBy, string SubmittedBy, string ApprovedBy);

/// <summary>Reads a unit's month as a grid, with last year's and the last period's figures beside.</summary>
public sealed class SheetReader(MaodingContext db, CurrentRequest current)
{
    /// <summary>Drafts are for the unit itself and for those who approve.</summary>
    public static bool SeesDrafts(Actor actor, int unitId) =>
        Permissions.Allows(actor, Permission.EnterFigures, AccessFacts.OfUnit(unitId))
            || Permissions.Allows(actor, Permission.ApproveFigures, AccessFacts.OfUnit(unitId));

    /// <param name="more">Indicators and kinds of areas whose rows are wanted though there are no figures yet.</param>
    /// <param name="typed">What stands in the fields instead of what is stored; its areas have rows in any case.</param>
    /// <param name="shows">The typed is shown; else what is stored.</param>
    /// <exception cref="Maoding.Domain.RefusalException">FIG003: no such unit or month.</exception>
    public async Task<SheetGrid> ReadAsync(
        Actor actor, int unitId, int month, IReadOnlyCollection<(int IndicatorId, AreaKind Kind)> more, SheetForm? typed, bool shows, CancellationToken stop)
    {
        if (current.Directory.Unit(unitId) is null || !FigurePeriods.IsMonth(month)) throw FigureService.NoSheet();
        var all = await db.Indicators.AsNoTracking().OrderBy(i => i.Order).ToListAsync(stop);
        var areas = AreaService.InOrder(current.Directory, await db.Areas.AsNoTracking().ToListAsync(stop));
        var own = all.Where(i => i.UnitId == unitId && !i.IsRetired).ToList();
        var sheet = await db.DataSheets.AsNoTracking().FirstOrDefaultAsync(s => s.UnitId == unitId && s.Month == month, stop);
        var figures = await MonthFigures.LoadAsync(db, month, all, own.Select(i => i.Id), SeesDrafts(actor, unitId), track: false, stop);
        var releases = await db.Releases.AsNoTracking().Where(r => r.Month == month).ToDictionaryAsync(r => r.IndicatorId, r => r.On, stop);
        var due = own.Where(i => FigurePeriods.Has(i, month)).ToList();
        var rows = due.ToDictionary(i => i.Id, i => RowsOf(i, areas, figures, more, typed));
        FigureMeasure[] columns = [.. due.SelectMany(i => rows[i.Id].SelectMany(a => FigureMeasures.Of(i, a.Kind))).Distinct().Order()];
        var groups = due.Select(i => Group(i, [.. rows[i.Id].Select(a => Row(i, a, month, columns, figures))], areas, releases, month)).ToList();
        var grid = new SheetGrid(sheet, unitId, month, columns, groups, [.. own.Except(due)]);
        if (shows) typed?.Overlay(grid);
        Check(grid, figures);
        return grid;
    }

    /// <summary>Who entered the sheet's figures, handed it in, and approved it; empty where that has not happened.</summary>
    public async Task<SheetNames> NamesAsync(DataSheet? sheet, CancellationToken stop)
    {
        if (sheet is null) return new SheetNames("", "", "");
        var entered = await db.Observations.Where(o => o.SheetId == sheet.Id).Select(o => o.EnteredById).Distinct().ToListAsync(stop);
        var names = await db.NamesAsync([.. entered.Append(sheet.SubmittedById ?? 0).Append(sheet.ApprovedById ?? 0).Distinct()], stop);
        string Of(int? account) => names.GetValueOrDefault(account ?? 0, "");
        return new SheetNames(string.Join('、', entered.Order().Select(id => Of(id)).Where(n => n.Length > 0)), Of(sheet.SubmittedById), Of(sheet.ApprovedById));
    }

    /// <summary>The district, and every open area of a kind that the indicator has figures of, or that is asked for.</summary>
    private static List<Area> RowsOf(
        Indicator indicator, IReadOnlyList<Area> areas, MonthFigures figures, IReadOnlyCollection<(int IndicatorId, AreaKind Kind)> more, SheetForm? typed)
    {
        var with = figures.AreasWithFigures()[indicator.Id].Concat(typed?.AreasOf(indicator.Id) ?? []).ToHashSet();
        var kinds = areas.Where(a => with.Contains(a.Id)).Select(a => a.Kind)
            .Concat(more.Where(m => m.IndicatorId == indicator.Id).Select(m => m.Kind)).Append(AreaKind.District).ToHashSet();
        return [.. areas.Where(
            a => kinds.Contains(a.Kind) && (!a.IsClosed || figures.Newest.Keys.Any(k => k.IndicatorId == indicator.Id && k.AreaId == a.Id)))];
    }

    private static GridRow Row(Indicator indicator, Area area, int month, FigureMeasure[] columns, MonthFigures figures)
    {
        var measures = FigureMeasures.Of(indicator, area.Kind);
        return new GridRow(
            indicator, area, [.. columns.Select(m => measures.Contains(m) ? Cell(indicator, new FigureKey(indicator.Id, area.Id, month, m), figures) : null)]);
    }

    private static GridCell Cell(Indicator indicator, FigureKey key, MonthFigures figures) => new(
        key,
        figures.Newest.GetValueOrDefault(key),
        figures.InForce(key with { Month = key.Month - 100 }),
        figures.InForce(key with { Month = FigurePeriods.Before(indicator, key.Month) }));

    private GridGroup Group(Indicator indicator, IReadOnlyList<GridRow> rows, IReadOnlyList<Area> areas, Dictionary<int, DateOnly> releases, int month)
    {
        var on = FigurePeriods.DueOn(indicator, month, releases.TryGetValue(indicator.Id, out var day) ? day : null);
        var isGiven = rows.Where(r => r.Area.Kind == AreaKind.District).SelectMany(r => r.Cells)
            .Any(c => c?.Stored is not null && FigureMeasures.Answers(indicator, c.Key.Measure));
        var more = areas.Where(a => !a.IsClosed).Select(a => a.Kind).Distinct().Except(rows.Select(r => r.Area.Kind));
        return new GridGroup(indicator, FigurePeriods.StateOf(isGiven, on, current.Today), on, rows, [.. more]);
    }

    /// <summary>Doubts about what is not approved yet: all cells are judged together, as they stand in the grid.</summary>
    private static void Check(SheetGrid grid, MonthFigures figures)
    {
        var changed = new List<(GridCell Cell, FigureValue Value)>();
        foreach (var cell in grid.Cells.Where(c => c.Error is null))
        {
            var value = FigureText.Read(cell.Text);
            figures.Typed[cell.Key] = value;
            if (value is { } given && (cell.Stored is not { InForce: true } stored || MonthFigures.ValueOf(stored) != given)) changed.Add((cell, given));
        }

        foreach (var (cell, value) in changed) cell.Findings = figures.Checks.Of(cell.Key, value);
    }
}
