using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Audit;
using Maoding.Domain.Organization;
using Maoding.Storage;
using Maoding.Storage.Auditing;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Organs;

/// <summary>What a form says about a unit.</summary>
/// <param name="Place">Where it stands in the official order, from 1; null: where it is, or at the end of its group when new.</param>
public sealed record UnitForm(string Name, string ShortName, UnitKind Kind, string Functions, string Phone, bool IsClosed, int? Place);

/// <summary>Units: new, changed, closed, moved. Refusals: DIR001 a value is wrong, DIR002 no such unit.</summary>
public sealed class UnitService(MaodingContext db, AuditedSave save, FunctionNames functions)
{
    /// <returns>The unit's key.</returns>
    /// <exception cref="RefusalException">PER001, DIR001, DIR002, SYS001.</exception>
    public async Task<int> SaveAsync(Actor actor, int? id, int version, UnitForm form, HandledRequest? once, CancellationToken stop)
    {
        Permissions.Demand(actor, Permission.EditDirectory);
        Check(form);
        var duties = functions.Clean(form.Functions, out var unknown);
        if (unknown is not null) throw new RefusalException("DIR001", $"没有职能“{unknown}”。请从可选的职能里选。") { Field = "Functions" };
        var units = await db.Units.OrderBy(u => u.Order).ThenBy(u => u.Id).ToListAsync(stop);
        if (units.Exists(u => u.Id != id && u.Name == form.Name)) throw new RefusalException("DIR001", $"已有单位叫“{form.Name}”。请改名。") { Field = "Name" };
        if (units.Find(u => u.Id != id && !u.IsClosed && !form.IsClosed && u.ShortName == form.ShortName) is { } same)
            throw new RefusalException("DIR001", $"简称“{form.ShortName}”已用于{same.Name}。请换一个。") { Field = "ShortName" };
        var unit = id is null ? new Unit { Name = form.Name, ShortName = form.ShortName } : units.Find(u => u.Id == id) ?? throw Missing();
        Versions.Demand(id is null ? version : unit.Version, version);
        (unit.Name, unit.ShortName, unit.Kind, unit.Functions, unit.Phone, unit.IsClosed) = (form.Name, form.ShortName, form.Kind, duties, form.Phone, form.IsClosed);
        Place(units, unit, form.Place);
        if (id is null) db.Units.Add(unit);
        await save.SaveAsync(actor, id is null ? "新增单位" : "修改单位", request: once, stop: stop);
        return unit.Id;
    }

    /// <summary>Moves a unit one place up or down.</summary>
    public async Task MoveAsync(Actor actor, int id, int by, CancellationToken stop)
    {
        Permissions.Demand(actor, Permission.EditDirectory);
        var units = await db.Units.OrderBy(u => u.Order).ThenBy(u => u.Id).ToListAsync(stop);
        var at = units.FindIndex(u => u.Id == id);
        if (at < 0) throw Missing();
        Place(units, units[at], Math.Clamp(at + 1 + by, 1, units.Count));
        await save.SaveAsync(actor, "调整单位次序", stop: stop);
    }

    private static void Check(UnitForm form)
    {
        if (form.Name.Length is 0 or > 100) throw new RefusalException("DIR001", "请写明单位名称，最多100个字。") { Field = "Name" };
        if (form.ShortName.Length is 0 or > 50) throw new RefusalException("DIR001", "请写明简称，最多50个字；台账和文件里用的是简称。") { Field = "ShortName" };
        if (form.Phone.Length > 40) throw new RefusalException("DIR001", "电话太长，最多40个字符。") { Field = "Phone" };
    }

    private static void Place(List<Unit> units, Unit unit, int? place)
    {
        var isNew = units.Remove(unit) ? unit.Order == 0 : true;
        if (!isNew && place is null) return;
        var at = place is { } wanted ? Math.Clamp(wanted, 1, units.Count + 1) - 1 : units.FindLastIndex(u => u.Kind <= unit.Kind) + 1;
        units.Insert(at, unit);
        for (var i = 0; i < units.Count; i++) units[i].Order = i + 1;
    }

    private static RefusalException Missing() => new("DIR002", "没有这个单位。请从名录里重新进入。", RefusalKind.Missing);
}

/// <summary>A form made from an older state of a row is refused before anything is changed.</summary>
internal static class Versions
{
    /// <exception cref="RefusalException">SYS001.</exception>
    public static void Demand(int present, int seen)
    {
        if (present != seen) throw new RefusalException("SYS001", "这一项刚被别人改过，您的改动没有保存。请刷新页面，看过对方的改动后再改。", RefusalKind.Conflict);
    }
}
