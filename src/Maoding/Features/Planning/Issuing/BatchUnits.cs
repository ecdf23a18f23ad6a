using Maoding.Districts;
using Maoding.Domain.Ledger;
using Maoding.Storage;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Planning.Issuing;

/// <summary>A unit that leads or helps with a leaf of a batch.</summary>
/// <param name="SignedAt">UTC; null while nobody has signed.</param>
/// <param name="IsAdded">It has signed, and got a row of the batch by amendment since.</param>
public sealed record BatchUnit(int IssueId, int UnitId, DateTime? SignedAt, bool IsAdded)
{
    /// <summary>Somebody of the unit has to sign, for the first time or again.</summary>
    public bool Waits => SignedAt is null || IsAdded;
}

/// <summary>When an amendment last brought a unit into a row.</summary>
/// <param name="At">UTC.</param>
public sealed record Naming(int IssueId, int RowId, int UnitId, DateTime At);

/// <summary>Who has to sign for which batch: one reading for the pages of batches and for 今日.</summary>
public sealed class BatchUnits(MaodingContext db, CurrentRequest current)
{
    /// <summary>Every pair of a batch of the plan and a unit in it, batches newest first, units in official order.</summary>
    public async Task<IReadOnlyList<BatchUnit>> ReadAsync(int planId, CancellationToken stop)
    {
        var leaves = Leaves().Where(c => c.PlanId == planId);
        var leads = leaves.Where(c => c.LeadUnitId != null).Select(c => new { Issue = c.IssueId!.Value, Unit = c.LeadUnitId!.Value });
        var pairs = await leads.Union(leaves.SelectMany(c => c.CoUnits, (c, u) => new { Issue = c.IssueId!.Value, Unit = u.UnitId })).ToListAsync(stop);
        var signed = await db.Receipts.Where(r => db.Issues.Any(i => i.Id == r.IssueId && i.PlanId == planId))
            .ToDictionaryAsync(r => (r.IssueId, r.UnitId), r => r.SignedAt, stop);
        var named = (await NamedAsync(leaves, stop)).ToLookup(n => (n.IssueId, n.UnitId));
        return
        [
            .. from pair in pairs
               orderby pair.Issue descending, current.Directory.Unit(pair.Unit)?.Order
               let at = signed.TryGetValue((pair.Issue, pair.Unit), out var time) ? time : (DateTime?)null
               select new BatchUnit(pair.Issue, pair.Unit, at, at is not null && named[(pair.Issue, pair.Unit)].Any(n => n.At > at)),
        ];
    }

    /// <summary>Units that amendments brought into rows of one batch and that are in them still.</summary>
    public Task<IReadOnlyList<Naming>> NamedInAsync(int issueId, CancellationToken stop) => NamedAsync(Leaves().Where(c => c.IssueId == issueId), stop);

    /// <summary>Whether the unit leads or helps with something in the batch that is not stopped.</summary>
    public Task<bool> InvolvesAsync(int issueId, int unitId, CancellationToken stop) =>
        Leaves().AnyAsync(c => c.IssueId == issueId && (c.LeadUnitId == unitId || c.CoUnits.Any(u => u.UnitId == unitId)), stop);

    /// <summary>What batches put into force and nobody stopped; only leaves are somebody's.</summary>
    public IQueryable<Commitment> Leaves() => db.Commitments.AsNoTracking().Where(c => c.IssueId != null && c.IsLeaf && c.State < CommitmentState.Stopped);

    private async Task<IReadOnlyList<Naming>> NamedAsync(IQueryable<Commitment> leaves, CancellationToken stop)
    {
        // Looked up from the few amended units, one by one: a join would begin with all rows of the plan.
        var named = from amendment in db.Amendments
                    from unit in amendment.BroughtIn
                    select new
                    {
                        Issue = leaves.Where(c => c.Id == amendment.CommitmentId
                            && (c.LeadUnitId == unit.UnitId || c.CoUnits.Any(u => u.UnitId == unit.UnitId))).Select(c => c.IssueId).FirstOrDefault(),
                        Row = amendment.CommitmentId,
                        Unit = unit.UnitId,
                        At = amendment.AmendedAt,
                    };
        var found = await named.Where(n => n.Issue != null).ToListAsync(stop);
        return [.. found.GroupBy(n => (n.Issue, n.Row, n.Unit)).Select(g => new Naming(g.Key.Issue!.Value, g.Key.Row, g.Key.Unit, g.Max(n => n.At)))];
    }
}
