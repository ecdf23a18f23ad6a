using Maoding.Contracts;
using Maoding.Domain.Access;
using Maoding.Domain.Search;
using Maoding.Shared.Addresses;
using Maoding.Storage;
using Maoding.Storage.Searching;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Measuring.Indicators;

/// <summary>Indicators, by code, name and other names.</summary>
internal sealed class IndicatorHits(MaodingContext db) : HitPart
{
    public override int Place => 80;

    public override string Kind => "指标";

    public override Permission Needs => Permission.SeeFigures;

    public override async Task<Hits> FindAsync(HitScene scene, CancellationToken stop)
    {
        var found = ThingIndex.Found(db, SearchKind.Indicator, scene.Query);
        var indicators = db.Indicators.AsNoTracking().Where(i => found.Contains(i.Id));
        var count = await indicators.CountAsync(stop);
        if (count == 0) return Hits.None;
        var shown = await indicators.OrderBy(i => i.Order).Take(HitScene.Most).Select(i => new { i.Id, i.Code, i.Name, i.Unit, i.UnitId }).ToListAsync(stop);
        return new Hits(
            [.. shown.Select(i => new Hit(i.Code, i.Name, $"{i.Unit}　{scene.Directory.UnitName(i.UnitId)}", IndicatorLinks.Indicator(i.Id)))], count);
    }
}
