using Maoding.Districts;
using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Audit;
using Maoding.Domain.Organization;
using Maoding.Storage;
using Maoding.Storage.Auditing;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Administration.Organs;

/// <summary>What a form says about a unit.</summary>
/// <param name="Place">Where it stands among the open units of its kind, from 1; null: where it is, or at the end when new.</param>
/// <param name="Line">Null: as the name suggests.</param>
/// <param name="RenamedOn">The first day of a new name, which leaves the older one findable; null: a mistake in it is mended.</param>
public sealed record UnitForm(
    string Name, string ShortName, UnitKind Kind, OrganLine? Line, string Functions, string Phone, bool IsClosed, int? Place, DateOnly? RenamedOn = null);

/// <summary>Units: new, changed, closed, moved. Refusals: DIR001 a value is wrong, DIR002 no such unit.</summary>
public sealed class UnitService(
    MaodingContext db, AuditedSave save, DirectorySave directory, FunctionNames functions, Hanging hanging, PlannedChanges plans, CurrentRequest current)
{
    /// <returns>The unit's key.</returns>
    /// <exception cref="RefusalException">
    /// PER001, DIR001, DIR002, SYS001; DIR025: something open hangs on the unit; DIR031, DIR035: the day of a new name.
    /// </exception>
    public async Task<int> SaveAsync(Actor actor, int? id, int version, UnitForm form, HandledRequest? once, CancellationToken stop)
    {
        Permissions.Demand(actor, Permission.EditDirectory);
        DirectoryRules.Demand(DirectoryRules.OfUnit(form.Name, form.ShortName, form.Phone), "DIR001");
        var duties = functions.Clean(form.Functions, out var unknown);
        if (unknown is not null) throw new RefusalException("DIR001", $"没有职能“{unknown}”。请从可选的职能里选。") { Field = "Functions" };
        var units = await db.Units.OrderBy(u => u.Order).ThenBy(u => u.Id).ToListAsync(stop);
        var unit = id is null ? new Unit { Name = form.Name, ShortName = form.ShortName } : units.Find(u => u.Id == id) ?? throw Missing();
        Versions.Demand(id is null ? version : unit.Version, version);
        (unit.Name, unit.ShortName, unit.Kind, unit.Functions, unit.Phone, unit.IsClosed) =
            (form.Name, form.ShortName, form.Kind, duties, form.Phone, form.IsClosed);
        unit.Line = form.Line ?? LineProposal.OfUnit(form.Name, form.Kind);
        DirectoryRules.Demand(DirectoryRules.AmongUnits(unit, units), "DIR001");
        if (await hanging.StillBornAsync(units, stop) is [var bearing, ..]) throw new RefusalException("DIR025", bearing.Words) { Field = "IsClosed" };
        var later = id is not null && form.RenamedOn > current.Today;
        if (later) await RenameLaterAsync(actor, unit, form.RenamedOn!.Value, stop);
        if (id is not null) await FollowAsync(unit, later ? null : form.RenamedOn, stop);
        if (id is null || form.Place is not null) Place(units, unit, form.Place);
        if (id is null) db.Units.Add(unit);
        await directory.SaveAsync(actor, id is null ? "新增单位" : "修改单位", request: once, stop: stop);
        return unit.Id;
    }

    /// <summary>更名 that was decided ahead, on its day: in the tracked rows; the caller saves.</summary>
    /// <exception cref="RefusalException">DIR001: another unit has the name by now.</exception>
    internal async Task RenameAsync(Unit unit, PlannedChange planned, CancellationToken stop)
    {
        (unit.Name, unit.ShortName) = (planned.Name, planned.ShortName);
        DirectoryRules.Demand(DirectoryRules.AmongUnits(unit, await db.Units.OrderBy(u => u.Order).ThenBy(u => u.Id).ToListAsync(stop)), "DIR001");
        await FollowAsync(unit, planned.On, stop);
    }

    /// <summary>A new name of a day to come is kept for it; until then the unit has its present one.</summary>
    private async Task RenameLaterAsync(Actor actor, Unit unit, DateOnly on, CancellationToken stop)
    {
        var was = db.Entry(unit).OriginalValues;
        var (name, shortName) = (was.GetValue<string>(nameof(Unit.Name)), was.GetValue<string>(nameof(Unit.ShortName)));
        if (name == unit.Name && shortName == unit.ShortName) return;
        DirectoryRules.Demand([DirectoryRules.OfDay(on, current.Today, "RenamedOn")], "DIR031");
        var planned = new PlannedChange
        {
            Kind = OrganChangeKind.Renamed,
            UnitId = unit.Id,
            On = on,
            Name = unit.Name,
            ShortName = unit.ShortName,
            Reason = "单位更名",
        };
        await plans.AddAsync(actor, planned, stop);
        (unit.Name, unit.ShortName) = (name, shortName);
    }

    /// <summary>Changes places with the next open unit of the same kind, as the list shows them; at either end nothing moves.</summary>
    /// <param name="by">-1 up, 1 down.</param>
    public async Task MoveAsync(Actor actor, int id, int by, CancellationToken stop)
    {
        Permissions.Demand(actor, Permission.EditDirectory);
        var units = await db.Units.OrderBy(u => u.Order).ThenBy(u => u.Id).ToListAsync(stop);
        var unit = units.Find(u => u.Id == id) ?? throw Missing();
        var shown = units.FindAll(u => u.Kind == unit.Kind && (u == unit || !u.IsClosed));
        if (shown.ElementAtOrDefault(shown.IndexOf(unit) + by) is not { } neighbour) return;
        if (neighbour.Order == unit.Order) Place(units, unit, shown.FindAll(u => u != unit).IndexOf(neighbour) + (by > 0 ? 2 : 1));
        else (unit.Order, neighbour.Order) = (neighbour.Order, unit.Order);
        await save.SaveAsync(actor, "调整单位次序", stop: stop);
    }

    /// <summary>Posts stand in the unit's line and carry its name; its older name is kept.</summary>
    /// <param name="unit">Tracked, already changed.</param>
    private async Task FollowAsync(Unit unit, DateOnly? renamedOn, CancellationToken stop)
    {
        var was = db.Entry(unit).OriginalValues;
        var (name, shortName) = (was.GetValue<string>(nameof(Unit.Name)), was.GetValue<string>(nameof(Unit.ShortName)));
        foreach (var post in await db.Posts.Where(p => p.UnitId == unit.Id).ToListAsync(stop))
        {
            post.Line = unit.Line;
            if (renamedOn is not null) post.Name = post.Name.Replace(shortName, unit.ShortName, StringComparison.Ordinal);
        }

        if (renamedOn is not { } on || (name == unit.Name && shortName == unit.ShortName)) return;
        DirectoryRules.Demand([DirectoryRules.OfDay(on, current.Today, "RenamedOn")], "DIR031");
        db.OrganChanges.Add(new OrganChange { Kind = OrganChangeKind.Renamed, UnitId = unit.Id, Name = name, ShortName = shortName, On = on, Reason = "单位更名" });
    }

    private static void Place(List<Unit> units, Unit unit, int? place)
    {
        var others = units.FindAll(u => u != unit);
        var group = others.FindAll(u => u.Kind == unit.Kind && !u.IsClosed);
        var index = place is { } wanted && wanted <= group.Count ? others.IndexOf(group[Math.Max(wanted, 1) - 1])
            : group.Count > 0 ? others.IndexOf(group[^1]) + 1
            : others.FindLastIndex(u => u.Kind <= unit.Kind) + 1;
        OfficialOrder.Put(others, unit, index, u => u.Order, (u, order) => u.Order = order);
    }

    private static RefusalException Missing() => new("DIR002", "没有这个单位。请从名录里重新进入。", RefusalKind.Missing);
}
