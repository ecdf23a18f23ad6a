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

/// <summary>Investment leads that the actor may know of.</summary>
internal sealed class LeadHits(MaodingContext db) : HitPart
{
    public override int Place => 60;

    public override string Kind => "招商线索";

    public override Permission Needs => Permission.SeePipeline;

    public override async Task<Hits> FindAsync(HitScene scene, CancellationToken stop)
    {
        var found = ThingIndex.Found(db, SearchKind.Lead, scene.Query);
        var leads = db.Leads.AsNoTracking().AllowedTo(db, PipelineFacts.Leads, scene.Actor, Permission.SeePipeline).Where(l => found.Contains(l.Id));
        var count = await leads.CountAsync(stop);
        if (count == 0) return Hits.None;
        var shown = await leads.OrderByDescending(l => l.Id).Take(HitScene.Most)
            .Select(l => new { l.Id, l.Name, l.State, l.UnitId }).ToListAsync(stop);
        return new Hits(
            [.. shown.Select(l => new Hit("", l.Name, $"{LeadMoves.NameOf(l.State)}　{scene.Directory.UnitName(l.UnitId)}", PipelineLinks.Lead(l.Id)))], count);
    }
}
