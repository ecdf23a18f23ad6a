using Maoding.Domain.Access;
using Maoding.Domain.Indicators;
using Maoding.Domain.Progress;
using Maoding.Domain.Targets;
using Maoding.Features.Indicators;
using Maoding.Storage;
using Maoding.Storage.Auditing;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Demo;

/// <summary>The indicators of 云泽区 and their figures, each from the day on which it was published.</summary>
internal sealed partial class DemoBuilder
{
    private const string Steward = "tongji";

    /// <summary>Units whose sheets of the last month are not done on the day of the demonstration, and where these stand.</summary>
    private static readonly Dictionary<string, SheetState> Unfinished = new()
    {
        ["区人社局"] = SheetState.Submitted,
        ["区工信局"] = SheetState.Draft,
        ["区科技局"] = SheetState.Returned,
    };

    /// <summary>Who has not handed in anything for the last month.</summary>
    private const string Silence = "区交通局";

    private readonly HashSet<(int Indicator, int Area, int Month, FigureMeasure Measure)> _published = [];

    /// <summary>The catalogue, whose figures there are, and the figures of the years before.</summary>
    private async Task CatalogueAsync(DateOnly day, CancellationToken stop)
    {
        clock.GoTo(day, 14);
        await DoAsync(Steward, day, async (p, c) =>
        {
            var db = p.GetRequiredService<MaodingContext>();
            var units = await db.Units.ToListAsync(stop);
            var indicators = IndicatorCatalogue.All(units).ToList();
            var office = units.First(u => u.ShortName == "区统计局").Id;
            foreach (var indicator in indicators) indicator.UnitId ??= office;
            db.AddRange(indicators);
            var source = new DemoFigures(indicators.ToDictionary(i => i.Code), c.Directory.Region.Name);
            var areas = Areas(source, units, c.Directory.Region.Name).ToList();
            db.AddRange(areas);
            await p.GetRequiredService<AuditedSave>().SaveAsync(c.Actor, "建立指标目录", stop: stop);
            db.AddRange(source.Aims().Select(a => Aimed(a, indicators.Find(i => i.Code == a.Code)!, areas.Find(x => x.Name == a.Area)!.Id)));
            await p.GetRequiredService<AuditedSave>().SaveAsync(c.Actor, "登记目标参照", stop: stop);
        }, stop);
        await PublishAsync(day, stop);
    }

    private static IEnumerable<Area> Areas(DemoFigures source, List<Domain.Organization.Unit> units, string district)
    {
        yield return new Area { Kind = AreaKind.District, Order = 1, Name = district };
        yield return new Area { Kind = AreaKind.City, Order = 1, Name = source.City };
        foreach (var (name, i) in source.Peers.Select((name, i) => (name, i))) yield return new Area { Kind = AreaKind.Peer, Order = i + 1, Name = name };
        foreach (var (unit, i) in units.Where(u => source.Units.Contains(u.ShortName)).OrderBy(u => u.Order).Select((u, i) => (u, i)))
            yield return new Area { Kind = AreaKind.Unit, Order = i + 1, Name = unit.ShortName, UnitId = unit.Id };
        foreach (var (name, i) in source.Enterprises.Select((name, i) => (name, i))) yield return new Area { Kind = AreaKind.Enterprise, Order = i + 1, Name = name };
    }

    private static Aim Aimed(DemoAim aim, Indicator indicator, int area) => new()
    {
        Year = aim.Year,
        IndicatorId = indicator.Id,
        AreaId = area,
        Measure = DemoFigures.Compared(indicator, aim.Kind),
        Kind = aim.Kind,
        Value = aim.Value,
        Decimals = aim.Decimals,
        Source = aim.Source,
    };

    /// <summary>Enters what was published up to a day and is not there yet, as the answering units handed it in.</summary>
    private Task PublishAsync(DateOnly day, CancellationToken stop) => DoAsync(Steward, day, async (p, c) =>
    {
        var db = p.GetRequiredService<MaodingContext>();
        var indicators = await db.Indicators.AsNoTracking().ToDictionaryAsync(i => i.Code, stop);
        var areas = await db.Areas.AsNoTracking().ToDictionaryAsync(a => (a.Kind, a.Name), a => a.Id, stop);
        var fresh = new DemoFigures(indicators, c.Directory.Region.Name).All()
            .Select(f => (Figure: f, Indicator: indicators[f.Code], Area: areas[(f.Kind, f.Area)], On: Period.OfMonth(f.Month).End.AddDays(indicators[f.Code].ReleaseDays)))
            .Where(f => f.On <= day && _published.Add((f.Indicator.Id, f.Area, f.Figure.Month, f.Figure.Measure))).ToList();
        var clerks = await ClerksAsync(db, stop);
        foreach (var group in fresh.GroupBy(f => (Unit: f.Indicator.UnitId!.Value, f.Figure.Month)))
        {
            var name = c.Directory.UnitName(group.Key.Unit);
            var last = group.Key.Month == (Year * 100) + LastMonth;
            if (last && name == Silence) continue;
            var state = last ? Unfinished.GetValueOrDefault(name, SheetState.Approved) : Period.AddMonths(group.Key.Month, 2) < Period.MonthOf(day) ? SheetState.Locked : SheetState.Approved;
            var sheet = await SheetAsync(db, c.Actor, group.Key.Unit, group.Key.Month, state, group.Max(f => f.On), clerks[group.Key.Unit], stop);
            foreach (var (figure, indicator, area, on) in group)
                sheet.Observations.Add(Observed(figure, indicator.Id, area, on, state is SheetState.Approved or SheetState.Locked, clerks[group.Key.Unit]));
        }

        await p.GetRequiredService<AuditedSave>().SaveAsync(c.Actor, "录入已公布数据", stop: stop);
    }, stop);

    /// <summary>The account of each unit's clerk.</summary>
    private static Task<Dictionary<int, int>> ClerksAsync(MaodingContext db, CancellationToken stop) =>
        (from tenure in db.Tenures
         join account in db.Users on tenure.PersonId equals account.PersonId
         where tenure.Post!.Kind == Domain.Organization.PostKind.UnitClerk && tenure.Post.UnitId != null
         select new { Unit = tenure.Post!.UnitId!.Value, account.Id }).ToDictionaryAsync(c => c.Unit, c => c.Id, stop);

    /// <summary>The unit's sheet of a month, new or as it is with more to come.</summary>
    private static async Task<DataSheet> SheetAsync(MaodingContext db, Actor actor, int unit, int month, SheetState state, DateOnly on, int clerk, CancellationToken stop)
    {
        var sheet = await db.DataSheets.SingleOrDefaultAsync(s => s.UnitId == unit && s.Month == month, stop);
        if (sheet is null) db.Add(sheet = new DataSheet { UnitId = unit, Month = month });
        DateOnly? handed = state == SheetState.Draft ? null : on;
        DateOnly? decided = state is SheetState.Approved or SheetState.Locked ? on.AddDays(1) : null;
        (sheet.State, sheet.Reason) = (state, state == SheetState.Returned ? "净增数与市级认定名单不一致，请核对失效企业后重报。" : "");
        (sheet.SubmittedOn, sheet.SubmittedById) = (handed, handed is null ? null : clerk);
        (sheet.ApprovedOn, sheet.ApprovedById) = (decided, decided is null ? null : actor.AccountId);
        return sheet;
    }

    private static Observation Observed(DemoFigure figure, int indicator, int area, DateOnly on, bool inForce, int by) => new()
    {
        IndicatorId = indicator,
        AreaId = area,
        Month = figure.Month,
        Measure = figure.Measure,
        Value = figure.Value,
        Decimals = figure.Decimals,
        Stage = figure.Month / 100 < Year ? FigureStage.Verified : FigureStage.Preliminary,
        PublishedOn = on,
        InForce = inForce,
        EnteredById = by,
        EnteredAt = new DateTime(on, new TimeOnly(2, 30), DateTimeKind.Utc),
    };
}
