using Maoding.Contracts;
using Maoding.Domain.Access;
using Maoding.Features.Planning.Ledger;
using Maoding.Shared.Addresses;
using Maoding.Storage;
using Maoding.Storage.Searching;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Measuring.Targets;

/// <summary>Targets, by the words of their row and indicator.</summary>
internal sealed class TargetHits(MaodingContext db) : HitPart
{
    public override int Place => 20;

    public override string Kind => "目标";

    public override Permission Needs => Permission.SeeTargets;

    public override async Task<Hits> FindAsync(HitScene scene, CancellationToken stop)
    {
        var rows = db.Commitments.AsNoTracking().VisibleTo(db, scene.Actor, Permission.SeeTargets).Matching(db, scene.Query);
        var targets = from target in db.Targets.AsNoTracking()
                      join row in rows on target.CommitmentId equals row.Id
                      select new { target.Id, target.PlanId, row.Title, row.Number, row.Order, row.LeadUnitId };
        var count = await targets.CountAsync(stop);
        if (count == 0) return Hits.None;
        var shown = await targets.OrderByDescending(t => t.PlanId).ThenBy(t => t.Order).Take(HitScene.Most).ToListAsync(stop);
        return new Hits(
            [.. shown.Select(t => new Hit(t.Number, t.Title, scene.Where(t.PlanId, t.LeadUnitId), TargetLinks.Target(t.Id)))],
            count);
    }
}
