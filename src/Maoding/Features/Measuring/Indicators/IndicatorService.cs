using Maoding.Districts;
using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Audit;
using Maoding.Domain.Indicators;
using Maoding.Storage;
using Maoding.Storage.Auditing;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Measuring.Indicators;

/// <summary>The catalogue: the starting one, single indicators, and when their figures come out.</summary>
public sealed class IndicatorService(MaodingContext db, AuditedSave save, CurrentRequest current)
{
    /// <summary>Takes the starting catalogue over with the district, its city, streets and parks as areas.</summary>
    /// <returns>How many indicators there are now.</returns>
    /// <exception cref="RefusalException">PER001; IND004: there are indicators already.</exception>
    public async Task<int> StartAsync(Actor actor, HandledRequest? request, CancellationToken stop)
    {
        Permissions.Demand(actor, Permission.EditIndicators);
        if (await db.Indicators.AnyAsync(stop)) throw new RefusalException("IND004", "指标目录里已经有指标，不再装入起始目录。请逐个新增。", RefusalKind.Conflict);
        var indicators = IndicatorCatalogue.All([.. current.Directory.Units]).ToList();
        db.Indicators.AddRange(indicators);
        var areas = await db.Areas.ToListAsync(stop);
        db.Areas.AddRange(AreaService.Missing(current.Directory, areas));
        await save.SaveAsync(actor, "装入起始指标目录", request: request, stop: stop);
        return indicators.Count;
    }

    /// <returns>The indicator's key.</returns>
    /// <exception cref="RefusalException">PER001, IND001, IND002; IND003: figures are there already; SYS001.</exception>
    public async Task<int> SaveAsync(Actor actor, int? id, IndicatorForm form, HandledRequest? request, CancellationToken stop)
    {
        Permissions.Demand(actor, Permission.EditIndicators);
        var all = await db.Indicators.ToListAsync(stop);
        var indicator = id is null ? new Indicator { Code = "", Name = "" } : all.Find(i => i.Id == id) ?? throw Missing();
        if (id is not null) Versions.Demand(indicator.Version, form.Version, "这个指标");
        var before = (indicator.Code, indicator.Unit, indicator.Kind, indicator.Frequency, indicator.Accumulation);
        form.ApplyTo(indicator);
        DemandFitting(indicator, [.. all.Where(i => i != indicator)]);
        if (id is not null && before != (indicator.Code, indicator.Unit, indicator.Kind, indicator.Frequency, indicator.Accumulation)
            && await db.Observations.AnyAsync(o => o.IndicatorId == id, stop))
            throw new RefusalException("IND003", "这个指标已经有数据，代码、计量单位、数据类型、频率和累计方式不能再改，否则旧数据的含义就变了。口径变了的，请停用它，另建一个指标。");
        if (id is null) db.Indicators.Add(indicator);
        await save.SaveAsync(actor, id is null ? "新增指标" : "修改指标", request: request, stop: stop);
        return indicator.Id;
    }

    /// <summary>Retires an indicator, or takes it up again.</summary>
    /// <exception cref="RefusalException">PER001, IND002; SYS001.</exception>
    public async Task RetireAsync(Actor actor, int id, int version, bool isRetired, HandledRequest? request, CancellationToken stop)
    {
        Permissions.Demand(actor, Permission.EditIndicators);
        var indicator = await db.Indicators.FirstOrDefaultAsync(i => i.Id == id, stop) ?? throw Missing();
        Versions.Demand(indicator.Version, version, "这个指标");
        indicator.IsRetired = isRetired;
        await save.SaveAsync(actor, isRetired ? "停用指标" : "恢复指标", request: request, stop: stop);
    }

    /// <summary>Sets the release date of one period; null: the usual one again.</summary>
    /// <exception cref="RefusalException">PER001, IND002; IND007: no period of the indicator, or a date before its end.</exception>
    public async Task SetReleaseAsync(Actor actor, int id, int month, DateOnly? on, HandledRequest? request, CancellationToken stop)
    {
        Permissions.Demand(actor, Permission.EditIndicators);
        var indicator = await db.Indicators.AsNoTracking().FirstOrDefaultAsync(i => i.Id == id, stop) ?? throw Missing();
        if (!FigurePeriods.Has(indicator, month)) throw new RefusalException("IND007", "这个指标没有这一期数据。请从发布日历里选。");
        if (on < FigurePeriods.End(month).AddDays(-3) || on > FigurePeriods.End(month).AddYears(1))
            throw new RefusalException("IND007", $"{FigurePeriods.Words(indicator, month)}的数据不会在这一天发布：应在期末以后一年以内。");
        var release = await db.Releases.FirstOrDefaultAsync(r => r.IndicatorId == id && r.Month == month, stop);
        if (on is not { } day || day == FigurePeriods.DueOn(indicator, month))
        {
            if (release is not null) db.Releases.Remove(release);
        }
        else if (release is null)
        {
            db.Releases.Add(new Release { IndicatorId = id, Month = month, On = day });
        }
        else
        {
            release.On = day;
        }

        await save.SaveAsync(actor, "改发布日期", request: request, stop: stop);
    }

    private void DemandFitting(Indicator indicator, List<Indicator> others)
    {
        if (others.Find(i => i.Code == indicator.Code) is { } same) throw Refuse(nameof(Indicator.Code), $"代码 {same.Code} 已用于“{same.Name}”。请换一个。");
        if (others.Find(i => i.Order == indicator.Order) is { } there)
            throw Refuse(nameof(Indicator.Order), $"排序号 {there.Order} 已用于“{there.Name}”。号码之间留有空号，请填没有用过的。");
        var words = indicator.AliasNames.Append(indicator.Name).ToHashSet();
        if (others.Find(i => i.Name == indicator.Name || i.AliasNames.Any(a => a == indicator.Name)) is { } named)
            throw Refuse(nameof(Indicator.Name), $"“{indicator.Name}”已是“{named.Name}”的名称或别名。");
        if (others.Find(i => words.Contains(i.Name)) is { } called) throw Refuse(nameof(Indicator.Aliases), $"别名“{called.Name}”是另一个指标的名称。");
        if (indicator.UnitId is { } unit && current.Directory.Unit(unit) is not { IsClosed: false }) throw Refuse(nameof(Indicator.UnitId), "报送单位已停用或不存在，请另选。");
        if (indicator.PartOfId is not { } whole) return;
        if (others.Find(i => i.Id == whole) is not { } found) throw Refuse(nameof(Indicator.PartOfId), "没有这个总项，请重新选择。");
        if (found.Unit != indicator.Unit) throw Refuse(nameof(Indicator.PartOfId), $"总项“{found.Name}”的计量单位是{found.Unit}，与分项不同，合计无从核对。");
        for (var above = found; above is not null; above = others.Find(i => i.Id == above.PartOfId))
            if (above.PartOfId == indicator.Id && indicator.Id != 0) throw Refuse(nameof(Indicator.PartOfId), $"“{found.Name}”本身是这个指标的分项，不能再作它的总项。");
    }

    private static RefusalException Refuse(string field, string message) => new("IND001", message) { Field = field };

    internal static RefusalException Missing() => new("IND002", "没有这个指标。请从指标目录重新进入。", RefusalKind.Missing);
}
