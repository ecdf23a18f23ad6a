using Maoding.Contracts;
using Maoding.Domain.Access;
using Maoding.Domain.Projects;
using Maoding.Domain.Search;
using Maoding.Shared.Addresses;
using Maoding.Storage;
using Maoding.Storage.Access;
using Maoding.Storage.Searching;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Building.Pipeline;

/// <summary>Funds and policies sought from above, of the actor's sight.</summary>
internal sealed class SoughtHits(MaodingContext db) : HitPart
{
    public override int Place => 70;

    public override string Kind => "争取事项";

    public override Permission Needs => Permission.SeePipeline;

    public override async Task<Hits> FindAsync(HitScene scene, CancellationToken stop)
    {
        var found = ThingIndex.Found(db, SearchKind.SoughtMatter, scene.Query);
        var matters = db.SoughtMatters.AsNoTracking().AllowedTo(db, PipelineFacts.Matters, scene.Actor, Permission.SeePipeline)
            .Where(m => found.Contains(m.Id));
        var count = await matters.CountAsync(stop);
        if (count == 0) return Hits.None;
        var shown = await matters.OrderByDescending(m => m.Id).Take(HitScene.Most)
            .Select(m => new { m.Id, m.Name, m.State, m.UnitId }).ToListAsync(stop);
        return new Hits(
            [.. shown.Select(m => new Hit(
                "", m.Name, $"{SoughtMoves.NameOf(m.State)}　{scene.Directory.UnitName(m.UnitId)}", PipelineLinks.SoughtMatter(m.Id)))],
            count);
    }
}
