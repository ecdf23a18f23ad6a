using Maoding.Contracts;
using Maoding.Domain.Access;
using Maoding.Domain.Ledger;
using Maoding.Shared.Addresses;
using Maoding.Storage;
using Maoding.Storage.Searching;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Planning.Ledger;

/// <summary>Rows of the ledger of every year, by their number, words, measures and sentences; targets too, which have a part of their own besides.</summary>
internal sealed class RowHits(MaodingContext db) : HitPart
{
    public override int Place => 10;

    public override string Kind => "任务";

    public override Permission Needs => Permission.SeeRow;

    public override async Task<Hits> FindAsync(HitScene scene, CancellationToken stop)
    {
        var rows = db.Commitments.AsNoTracking().VisibleTo(db, scene.Actor).From(CommitmentState.Draft).Matching(db, scene.Query);
        var counts = await rows.GroupBy(c => c.PlanId).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(stop);
        if (counts.Count == 0) return Hits.None;
        // What carries the words in its name comes before what only speaks of them, the newest year first.
        var first = scene.Parts[0];
        var shown = await rows.OrderByDescending(c => c.Number == first).ThenByDescending(c => c.Title.Contains(first))
            .ThenByDescending(c => c.PlanId).ThenBy(c => c.Order).Take(HitScene.Most)
            .Select(c => new { c.Id, c.Number, c.Title, c.PlanId, c.LeadUnitId }).ToListAsync(stop);
        return new Hits(
            [.. shown.Select(r => new Hit(r.Number, r.Title, scene.Where(r.PlanId, r.LeadUnitId), LedgerLinks.Row(r.Id)))],
            counts.Sum(c => c.Count),
            // A list holds one year.
            counts is [var only] ? new LedgerFilter(scene.Directory.Ledger.YearOf(only.Key), LedgerView.All, Text: scene.Words).Href() : null);
    }
}
