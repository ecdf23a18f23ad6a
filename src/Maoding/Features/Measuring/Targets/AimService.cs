using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Audit;
using Maoding.Domain.Indicators;
using Maoding.Domain.Targets;
using Maoding.Storage;
using Maoding.Storage.Auditing;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Measuring.Targets;

/// <summary>One cell of the grid: what an area aims at.</summary>
public sealed record AimValue(int AreaId, decimal Value, int Decimals, string Source);

/// <summary>参照: what the city and the peers aim at this year, and what the district aimed at last year.</summary>
public sealed class AimService(MaodingContext db, AuditedSave save)
{
    /// <summary>Replaces the aims of one indicator, measure and year; an area without a value has none any more.</summary>
    /// <exception cref="RefusalException">PER001; TGT002: no such indicator; TGT016: an area that no aims are kept of.</exception>
    public async Task SetAsync(Actor actor, int year, int indicatorId, FigureMeasure measure, TargetKind kind,
        IReadOnlyList<AimValue> values, HandledRequest? request = null, CancellationToken stop = default)
    {
        Permissions.Demand(actor, Permission.SetTargets);
        if (!await db.Indicators.AnyAsync(i => i.Id == indicatorId, stop))
            throw new RefusalException("TGT002", "请选择指标。目录里没有的，先到“指标”栏目新增。") { Field = "IndicatorId" };
        var areas = await db.Areas.Where(a => a.Kind == AreaKind.District || a.Kind == AreaKind.City || a.Kind == AreaKind.Peer)
            .Select(a => a.Id).ToListAsync(stop);
        if (values.Any(v => !areas.Contains(v.AreaId))) throw new RefusalException("TGT016", "有的对象已不在目录里，请刷新页面。", RefusalKind.Conflict);
        var present = await db.Aims.Where(a => a.Year == year && a.IndicatorId == indicatorId && a.Measure == measure).ToListAsync(stop);
        db.Aims.RemoveRange(present.Where(a => values.All(v => v.AreaId != a.AreaId)));
        foreach (var value in values)
        {
            var aim = present.Find(a => a.AreaId == value.AreaId);
            if (aim is null) db.Aims.Add(aim = new Aim { Year = year, IndicatorId = indicatorId, AreaId = value.AreaId, Measure = measure });
            (aim.Kind, aim.Value, aim.Decimals, aim.Source) = (kind, value.Value, value.Decimals, value.Source);
        }

        await save.SaveAsync(actor, "登记参照目标", request: request, stop: stop);
    }
}
