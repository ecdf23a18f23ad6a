using Maoding.Districts;
using Maoding.Domain.Access;
using Maoding.Domain.Indicators;
using Maoding.Shared;
using Maoding.Storage;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Measuring.Figures;

/// <summary>One revision of a figure.</summary>
/// <param name="By">Who entered it.</param>
public sealed record FigureRevision(Observation Figure, string By)
{
    public FigureValue Value => new(Figure.Value, Figure.Decimals);
}

/// <summary>One figure with everything it ever was.</summary>
/// <param name="Shown">The revision that was asked for.</param>
/// <param name="Revisions">The newest first.</param>
public sealed record FigurePast(Indicator Indicator, Area Area, DataSheet Sheet, Observation Shown, IReadOnlyList<FigureRevision> Revisions)
{
    public FigureRevision? InForce => Revisions.FirstOrDefault(r => r.Figure.InForce);
}

/// <summary>Reads single figures and long lists of them.</summary>
public sealed class FigureHistory(MaodingContext db, CurrentRequest current)
{
    /// <exception cref="Maoding.Domain.RefusalException">FIG013: no such figure, or a draft of another unit.</exception>
    public async Task<FigurePast> ReadAsync(Actor actor, int id, CancellationToken stop)
    {
        Permissions.Demand(actor, Permission.SeeFigures);
        var shown = await db.Observations.AsNoTracking().FirstOrDefaultAsync(o => o.Id == id, stop) ?? throw FigureService.NoFigure();
        var all = await db.Observations.AsNoTracking()
            .Where(o => o.IndicatorId == shown.IndicatorId && o.AreaId == shown.AreaId && o.Month == shown.Month && o.Measure == shown.Measure)
            .OrderByDescending(o => o.Revision).ToListAsync(stop);
        var indicator = await db.Indicators.AsNoTracking().FirstAsync(i => i.Id == shown.IndicatorId, stop);
        var area = await db.Areas.AsNoTracking().FirstAsync(a => a.Id == shown.AreaId, stop);
        // Of the revision in force: the sheet that a further one would belong to.
        var sheetId = (all.Find(o => o.InForce) ?? shown).SheetId;
        var sheet = await db.DataSheets.AsNoTracking().FirstAsync(s => s.Id == sheetId, stop);
        var approved = all.Find(o => o.InForce)?.Revision ?? 0;
        if (!SheetReader.SeesDrafts(actor, sheet.UnitId)) all.RemoveAll(o => o.Revision > approved);
        if (!all.Exists(o => o.Id == id)) throw FigureService.NoFigure();
        var names = await db.NamesAsync([.. all.Select(o => o.EnteredById).Distinct()], stop);
        return new FigurePast(indicator, area, sheet, shown, [.. all.Select(o => new FigureRevision(o, names.GetValueOrDefault(o.EnteredById, "系统")))]);
    }

    /// <summary>Figures in force by month, indicator and area, for a long table.</summary>
    /// <param name="unit">Of this unit's indicators; null: of all.</param>
    /// <param name="from">yyyymm, inclusive.</param>
    /// <param name="to">yyyymm, inclusive.</param>
    public async Task<IReadOnlyList<(Indicator Indicator, Area Area, Observation Figure)>> InForceAsync(
        Actor actor, int? unit, int from, int to, CancellationToken stop)
    {
        Permissions.Demand(actor, Permission.SeeFigures);
        var indicators = await db.Indicators.AsNoTracking().Where(i => unit == null || i.UnitId == unit).ToDictionaryAsync(i => i.Id, stop);
        var areas = Indicators.AreaService.InOrder(current.Directory, await db.Areas.AsNoTracking().ToListAsync(stop));
        var places = areas.Select((a, i) => (a.Id, i)).ToDictionary(a => a.Id, a => a.i);
        var wanted = indicators.Keys.ToList();
        var figures = await db.Observations.AsNoTracking().Where(o => o.InForce && wanted.Contains(o.IndicatorId) && o.Month >= from && o.Month <= to)
            .Take(FigureBook.MostFigures + 1).ToListAsync(stop);
        return
        [
            .. figures.OrderBy(f => f.Month).ThenBy(f => indicators[f.IndicatorId].Order).ThenBy(f => places[f.AreaId]).ThenBy(f => f.Measure)
                .Select(f => (indicators[f.IndicatorId], areas[places[f.AreaId]], f)),
        ];
    }
}
