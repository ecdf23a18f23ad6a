using Maoding.Domain.Indicators;
using Maoding.Domain.Progress;
using Maoding.Domain.Targets;
using Maoding.Features.Measuring.Indicators;
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

    /// <summary>What is still to be published, the earliest first.</summary>
    private List<DemoPublication> _coming = [];

    private sealed record DemoPublication(DemoFigure Figure, int Indicator, int Area, int Unit, DateOnly On);

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
            var (byCode, byName) = (indicators.ToDictionary(i => i.Code), areas.ToDictionary(a => (a.Kind, a.Name)));
            _coming = [.. source.All().Select(f => (Figure: f, Indicator: byCode[f.Code])).Select(f => new DemoPublication(
                f.Figure, f.Indicator.Id, byName[(f.Figure.Kind, f.Figure.Area)].Id, f.Indicator.UnitId!.Value, Period.OfMonth(f.Figure.Month).End
                    .AddDays(f.Indicator.ReleaseDays))).OrderBy(f => f.On)];
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
        foreach (var (name, i) in source.Enterprises.Select(
            (name, i) => (name, i))) yield return new Area { Kind = AreaKind.Enterprise, Order = i + 1, Name = name };
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
        var fresh = _coming.TakeWhile(f => f.On <= day).ToList();
        _coming.RemoveRange(0, fresh.Count);
        var clerks = await ClerksAsync(db, stop);
        var sheets = await db.DataSheets.ToDictionaryAsync(s => (s.UnitId, s.Month), stop);
        foreach (var group in fresh.GroupBy(f => (f.Unit, f.Figure.Month)))
        {
            var name = c.Directory.UnitName(group.Key.Unit);
            var last = group.Key.Month == (Year * 100) + LastMonth;
            if (last && name == Silence) continue;
            var state = last ? Unfinished.GetValueOrDefault(name, SheetState.Approved) : Period.AddMonths(group.Key.Month, 2) < Period.MonthOf(day)
                ? SheetState.Locked : SheetState.Approved;
            if (!sheets.TryGetValue(group.Key, out var sheet)) db.Add(sheet = new DataSheet { UnitId = group.Key.Unit, Month = group.Key.Month });
            Stand(sheet, state, group.Max(f => f.On), clerks[group.Key.Unit], c.Actor.AccountId);
            foreach (var of in group) sheet.Observations.Add(Observed(of, state is SheetState.Approved or SheetState.Locked, clerks[group.Key.Unit]));
        }

        await p.GetRequiredService<AuditedSave>().SaveAsync(c.Actor, "录入已公布数据", stop: stop);
    }, stop);

    /// <summary>The account of each unit's clerk.</summary>
    private static Task<Dictionary<int, int>> ClerksAsync(MaodingContext db, CancellationToken stop) =>
        (from tenure in db.Tenures
         join account in db.Users on tenure.PersonId equals account.PersonId
         where tenure.Post!.Kind == Domain.Organization.PostKind.UnitClerk && tenure.Post.UnitId != null
         select new { Unit = tenure.Post!.UnitId!.Value, account.Id }).ToDictionaryAsync(c => c.Unit, c => c.Id, stop);

    /// <summary>Where a sheet stands, who handed it in and who decided.</summary>
    private static void Stand(DataSheet sheet, SheetState state, DateOnly on, int clerk, int steward)
    {
        DateOnly? handed = state == SheetState.Draft ? null : on;
        DateOnly? decided = state is SheetState.Approved or SheetState.Locked ? on.AddDays(1) : null;
        (sheet.State, sheet.Reason) = (state, state == SheetState.Returned ? "净增数与市级认定名单不一致，请核对失效企业后重报。" : "");
        (sheet.SubmittedOn, sheet.SubmittedById) = (handed, handed is null ? null : clerk);
        (sheet.ApprovedOn, sheet.ApprovedById) = (decided, decided is null ? null : steward);
    }

    private static Observation Observed(DemoPublication of, bool inForce, int by) => new()
    {
        IndicatorId = of.Indicator,
        AreaId = of.Area,
        Month = of.Figure.Month,
        Measure = of.Figure.Measure,
        Value = of.Figure.Value,
        Decimals = of.Figure.Decimals,
        Stage = of.Figure.Month / 100 < Year ? FigureStage.Verified : FigureStage.Preliminary,
        PublishedOn = of.On,
        InForce = inForce,
        EnteredById = by,
        EnteredAt = new DateTime(of.On, new TimeOnly(2, 30), DateTimeKind.Utc),
    };
}
