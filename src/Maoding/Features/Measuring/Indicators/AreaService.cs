using Maoding.Districts;
using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Audit;
using Maoding.Domain.Indicators;
using Maoding.Domain.Organization;
using Maoding.Storage;
using Maoding.Storage.Auditing;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Measuring.Indicators;

/// <summary>Whose figures there are: peers and key enterprises by hand, the rest from the directory.</summary>
public sealed class AreaService(MaodingContext db, AuditedSave save, CurrentRequest current)
{
    /// <summary>In the order of lists: by kind, streets and parks in the official order of units, the others by their own.</summary>
    public async Task<IReadOnlyList<Area>> ListAsync(CancellationToken stop) => InOrder(current.Directory, await db.Areas.AsNoTracking().ToListAsync(stop));

    internal static IReadOnlyList<Area> InOrder(DirectorySnapshot directory, IEnumerable<Area> areas)
    {
        var places = directory.Units.Select((unit, place) => (unit.Id, place)).ToDictionary(u => u.Id, u => u.place);
        return [.. areas.OrderBy(a => a.Kind).ThenBy(a => a.UnitId is { } unit ? places.GetValueOrDefault(unit) : a.Order)
            .ThenBy(a => a.Order).ThenBy(a => a.Id)];
    }

    /// <summary>The district, its city, and streets and parks that are no areas yet.</summary>
    internal static IEnumerable<Area> Missing(DirectorySnapshot directory, IReadOnlyCollection<Area> areas)
    {
        if (!areas.Any(a => a.Kind == AreaKind.District)) yield return new Area { Kind = AreaKind.District, Order = 1, Name = directory.Region.Name };
        if (directory.Region.CityName.Length > 0 && !areas.Any(a => a.Kind == AreaKind.City))
            yield return new Area { Kind = AreaKind.City, Order = 1, Name = directory.Region.CityName };
        var order = areas.Where(a => a.Kind == AreaKind.Unit).Select(a => a.Order).DefaultIfEmpty().Max();
        foreach (var unit in directory.OpenUnits.Where(u => u.Kind is UnitKind.Street or UnitKind.Park && !areas.Any(a => a.UnitId == u.Id)))
            yield return new Area { Kind = AreaKind.Unit, Order = ++order, Name = unit.ShortName, UnitId = unit.Id };
    }

    /// <summary>Makes areas of whatever the directory has and the list has not.</summary>
    /// <returns>How many were added.</returns>
    /// <exception cref="RefusalException">PER001.</exception>
    public async Task<int> FillAsync(Actor actor, HandledRequest? request, CancellationToken stop)
    {
        Permissions.Demand(actor, Permission.EditIndicators);
        var missing = Missing(current.Directory, await db.Areas.AsNoTracking().ToListAsync(stop)).ToList();
        db.Areas.AddRange(missing);
        await save.SaveAsync(actor, "补齐数据对象", request: request, stop: stop);
        return missing.Count;
    }

    /// <summary>Adds peers or key enterprises, one name a line.</summary>
    /// <returns>How many were added.</returns>
    /// <exception cref="RefusalException">PER001; IND005: another kind, no name, one that is there already or too long.</exception>
    public async Task<int> AddAsync(Actor actor, AreaKind kind, string? names, HandledRequest? request, CancellationToken stop)
    {
        Permissions.Demand(actor, Permission.EditIndicators);
        if (kind is not (AreaKind.Peer or AreaKind.Enterprise)) throw Refuse("Kind", "只有兄弟区县和重点企业要手工新增，街道园区随机构人员补齐。");
        List<string> given = [.. (names ?? "").Split(['\n', '\r', '、'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct()];
        if (given.Count == 0) throw Refuse("Names", "还没有填名称。一行一个。");
        if (given.Count > 500) throw Refuse("Names", "一次最多新增 500 个，请分几次。");
        var areas = await db.Areas.AsNoTracking().ToListAsync(stop);
        foreach (var name in given) DemandName(name, areas.Where(a => a.Kind == kind), "Names");
        var order = areas.Where(a => a.Kind == kind).Select(a => a.Order).DefaultIfEmpty().Max();
        db.Areas.AddRange(given.Select((name, i) => new Area { Kind = kind, Order = order + i + 1, Name = name }));
        await save.SaveAsync(actor, "新增数据对象", request: request, stop: stop);
        return given.Count;
    }

    /// <summary>Renames an area, moves it within its kind, closes it or opens it again.</summary>
    /// <exception cref="RefusalException">PER001; IND005: the name or place is wrong, or the district is to be closed; IND006; SYS001.</exception>
    public async Task SaveAsync(Actor actor, int id, int version, string? name, int? order, bool isClosed, HandledRequest? request, CancellationToken stop)
    {
        Permissions.Demand(actor, Permission.EditIndicators);
        var areas = await db.Areas.ToListAsync(stop);
        var area = areas.Find(a => a.Id == id) ?? throw new RefusalException("IND006", "没有这个数据对象。请从对象页重新进入。", RefusalKind.Missing);
        Versions.Demand(area.Version, version, "这个数据对象");
        DemandName((name ?? "").Trim(), areas.Where(a => a != area && a.Kind == area.Kind), "Name");
        if (order is not (> 0 and <= 99999)) throw Refuse("Order", "排序号填 1 至 99999 的整数。");
        if (isClosed && area.Kind == AreaKind.District) throw Refuse("IsClosed", "本区不能停用。");
        (area.Name, area.Order, area.IsClosed) = ((name ?? "").Trim(), order.Value, isClosed);
        await save.SaveAsync(actor, "修改数据对象", request: request, stop: stop);
    }

    private static void DemandName(string name, IEnumerable<Area> others, string field)
    {
        if (name.Length is 0 or > 100) throw Refuse(field, "名称填 1 至 100 字。");
        if (others.Any(a => a.Name == name)) throw Refuse(field, $"已经有“{name}”。");
    }

    private static RefusalException Refuse(string field, string message) => new("IND005", message) { Field = field };
}
