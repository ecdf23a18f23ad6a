using Maoding.Districts;
using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Audit;
using Maoding.Domain.Issuing;
using Maoding.Domain.Ledger;
using Maoding.Shared;
using Maoding.Storage;
using Maoding.Storage.Auditing;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Planning.Issuing;

/// <summary>Units take note of a batch, each once, and again when an amendment gives them more of it.</summary>
public sealed class ReceiptService(MaodingContext db, AuditedSave save, BatchUnits units, CountedRows counted, CurrentRequest current, TimeProvider clock)
{
    /// <summary>Signs for a unit; a unit that has signed stays as it is unless it got a row since.</summary>
    /// <exception cref="RefusalException">PER001, ISS010: no such batch; ISS011: not the actor's unit; ISS012: the unit has nothing in the batch.</exception>
    public async Task SignAsync(Actor actor, int issueId, int unitId, HandledRequest? request = null, CancellationToken stop = default)
    {
        Permissions.Demand(actor, Permission.SignReceipt);
        if (!actor.Units.Contains(unitId)) throw new RefusalException("ISS011", "只能由本单位负责人或联络员签收。请用本单位的账号登录。", RefusalKind.Forbidden);
        if (!await db.Issues.AnyAsync(i => i.Id == issueId, stop)) throw Missing();
        if (!await units.InvolvesAsync(issueId, unitId, stop))
            throw new RefusalException("ISS012", "这一批没有贵单位牵头或配合的任务，不用签收。", RefusalKind.Conflict);
        var receipt = await db.Receipts.SingleOrDefaultAsync(r => r.IssueId == issueId && r.UnitId == unitId, stop);
        var added = receipt is not null && (await units.NamedInAsync(issueId, stop)).Any(n => n.UnitId == unitId && n.At > receipt.SignedAt);
        if (receipt is not null && !added) return;
        if (receipt is null) db.Receipts.Add(receipt = new Receipt { IssueId = issueId, UnitId = unitId });
        (receipt.SignedById, receipt.SignedAt) = (actor.AccountId, clock.GetUtcNow().UtcDateTime);
        try
        {
            await save.SaveAsync(actor, added ? "补签调整后新增的任务" : "签收", request: request, stop: stop);
        }
        catch (RefusalException refusal) when (refusal.Code is "SYS002" or "SYS003")
        {
            // A colleague of the same unit signed in the same moment: signed is signed.
            db.ChangeTracker.Clear();
        }
    }

    /// <summary>The batches of the plan that is shown, newest first.</summary>
    public async Task<IReadOnlyList<BatchLine>> BatchesAsync(Actor actor, CancellationToken stop = default)
    {
        Permissions.Demand(actor, Permission.SeeRow);
        if (current.Plan?.Id is not { } planId) return [];
        var issues = await db.Issues.AsNoTracking().Where(i => i.PlanId == planId).OrderByDescending(i => i.Batch).ToListAsync(stop);
        if (issues.Count == 0) return [];
        var rows = await counted.Of(planId).Where(c => c.IssueId != null).GroupBy(c => c.IssueId!.Value)
            .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, stop);
        var byIssue = (await units.ReadAsync(planId, stop)).ToLookup(u => u.IssueId);
        return [.. issues.Select(i => new BatchLine(i, rows.GetValueOrDefault(i.Id), [.. byIssue[i.Id]]))];
    }

    /// <summary>A batch with its rows and receipts; those who may not see receipts get their own units' only.</summary>
    /// <exception cref="RefusalException">ISS010: no such batch.</exception>
    public async Task<BatchView> BatchAsync(Actor actor, int issueId, CancellationToken stop = default)
    {
        Permissions.Demand(actor, Permission.SeeRow);
        var issue = await db.Issues.AsNoTracking().FirstOrDefaultAsync(i => i.Id == issueId, stop) ?? throw Missing();
        var plan = await db.Plans.AsNoTracking().SingleAsync(p => p.Id == issue.PlanId, stop);
        var rows = await db.Commitments.AsNoTracking().Include(c => c.CoUnits).Where(c => c.IssueId == issueId).ToListAsync(stop);
        var receipts = await db.Receipts.AsNoTracking().Where(r => r.IssueId == issueId).ToDictionaryAsync(r => r.UnitId, stop);
        var names = await db.NamesAsync([.. receipts.Values.Select(r => r.SignedById), issue.IssuedById], stop);
        var named = await units.NamedInAsync(issueId, stop);
        var lines = current.Directory.Units.Select(u => LineOf(u.Id, issue, rows, receipts.GetValueOrDefault(u.Id), names, named)).OfType<ReceiptLine>();
        if (!Permissions.Allows(actor, Permission.SeeReceipts)) lines = lines.Where(l => actor.Units.Contains(l.Unit.Id));
        var own = rows.Where(r => actor.Units.Any(u => Leads(r, u) || Helps(r, u))
            || actor.LeaderPosts.Any(p => p == r.LeaderPostId || p == r.SecondLeaderPostId)).Select(r => r.Id).ToHashSet();
        return new BatchView(issue, plan, names.GetValueOrDefault(issue.IssuedById, ""), [.. LedgerOrder.Sort(rows)], [.. lines], own)
        {
            Counted = await counted.Of(plan.Id).CountAsync(c => c.IssueId == issueId, stop),
        };
    }

    private static bool Leads(Commitment row, int unit) => Counts(row) && row.LeadUnitId == unit;

    private static bool Helps(Commitment row, int unit) => Counts(row) && row.CoUnits.Exists(u => u.UnitId == unit);

    /// <summary>As <see cref="BatchUnits.Leaves"/>.</summary>
    private static bool Counts(Commitment row) => row.IsLeaf && row.State < CommitmentState.Stopped;

    private ReceiptLine? LineOf(
        int unitId, Issue issue, List<Commitment> rows, Receipt? receipt, IReadOnlyDictionary<int, string> names, IReadOnlyList<Naming> named)
    {
        var (leads, helps) = (rows.Count(r => Leads(r, unitId)), rows.Count(r => Helps(r, unitId)));
        if (leads + helps == 0) return null;
        var brought = named.Where(n => n.UnitId == unitId).ToDictionary(n => n.RowId, n => n.At);
        var open = rows.Where(
            r => (Leads(r, unitId) || Helps(r, unitId)) && (receipt is null || (brought.TryGetValue(r.Id, out var at) && at > receipt.SignedAt))).ToList();
        var directory = current.Directory;
        var contacts = directory.ContactsOf(unitId, current.Today).Select(c => new Contact(c.Post.Name, c.Person.Name, c.Person.Phone));
        return new ReceiptLine(
            directory.Unit(unitId)!,
            leads,
            helps,
            receipt is null ? "" : names.GetValueOrDefault(receipt.SignedById, ""),
            receipt?.SignedAt,
            open.Count == 0 ? 0 : Math.Max(0, current.Today.DayNumber - open.Min(r => Since(r)).DayNumber),
            receipt is not null && open.Count > 0,
            [.. contacts]);

        DateOnly Since(Commitment row) => brought.TryGetValue(row.Id, out var at)
            && DateOnly.FromDateTime(BusinessClock.InChina(at)) is var day && day > issue.IssuedOn ? day : issue.IssuedOn;
    }

    internal static RefusalException Missing() => new("ISS010", "没有这一批印发记录。请从“印发”栏目进入。", RefusalKind.Missing);
}
