using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Audit;
using Maoding.Domain.Issuing;
using Maoding.Domain.Ledger;
using Maoding.Domain.Organization;
using Maoding.Hosting;
using Maoding.Storage;
using Maoding.Storage.Auditing;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Issuing;

/// <summary>Units take note of a batch, each once.</summary>
public sealed class ReceiptService(MaodingContext db, AuditedSave save, CurrentRequest current, TimeProvider clock)
{
    /// <summary>Signs for a unit; a unit that has signed stays as it is.</summary>
    /// <exception cref="RefusalException">PER001, ISS010: no such batch; ISS011: not the actor's unit; ISS012: the unit has nothing in the batch.</exception>
    public async Task SignAsync(Actor actor, int issueId, int unitId, HandledRequest? request = null, CancellationToken stop = default)
    {
        Permissions.Demand(actor, Permission.SignReceipt);
        if (!actor.Units.Contains(unitId)) throw new RefusalException("ISS011", "只能由本单位负责人或联络员签收。请用本单位的账号登录。", RefusalKind.Forbidden);
        if (!await db.Issues.AnyAsync(i => i.Id == issueId, stop)) throw Missing();
        if (!await InvolvesAsync(issueId, unitId, stop))
            throw new RefusalException("ISS012", "这一批没有贵单位牵头或配合的任务，不用签收。", RefusalKind.Conflict);
        if (await db.Receipts.AnyAsync(r => r.IssueId == issueId && r.UnitId == unitId, stop)) return;
        db.Receipts.Add(new Receipt { IssueId = issueId, UnitId = unitId, SignedById = actor.AccountId, SignedAt = clock.GetUtcNow().UtcDateTime });
        try
        {
            await save.SaveAsync(actor, "签收", request: request, stop: stop);
        }
        catch (RefusalException refusal) when (refusal.Code is "SYS002" or "SYS003")
        {
            // A colleague of the same unit signed in the same moment: signed is signed.
            db.ChangeTracker.Clear();
        }
    }

    /// <summary>The batches of the newest plan, newest first.</summary>
    public async Task<IReadOnlyList<BatchLine>> BatchesAsync(Actor actor, CancellationToken stop = default)
    {
        Permissions.Demand(actor, Permission.SeeRow);
        var issues = await db.Issues.AsNoTracking()
            .Where(i => i.PlanId == db.Plans.OrderByDescending(p => p.Year).Select(p => p.Id).FirstOrDefault())
            .OrderByDescending(i => i.Batch)
            .ToListAsync(stop);
        if (issues.Count == 0) return [];
        var ids = issues.Select(i => i.Id).ToList();
        var rows = await db.Commitments.Where(c => c.IssueId != null && ids.Contains(c.IssueId.Value) && c.IsLeaf).GroupBy(c => c.IssueId).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(stop);
        var leads = await Leaves(ids).Where(c => c.LeadUnitId != null).Select(c => new { c.IssueId, Unit = c.LeadUnitId!.Value }).Distinct().ToListAsync(stop);
        var helps = await Leaves(ids).Join(db.CoUnits, c => c.Id, u => u.CommitmentId, (c, u) => new { c.IssueId, Unit = u.UnitId }).Distinct().ToListAsync(stop);
        var receipts = await db.Receipts.Where(r => ids.Contains(r.IssueId)).Select(r => new { r.IssueId, r.UnitId }).ToListAsync(stop);
        return
        [
            .. from issue in issues
               let units = leads.Concat(helps).Where(u => u.IssueId == issue.Id).Select(u => u.Unit).ToHashSet()
               select new BatchLine(
                   issue,
                   rows.FirstOrDefault(r => r.Key == issue.Id)?.Count ?? 0,
                   units.Count,
                   receipts.Count(r => r.IssueId == issue.Id && units.Contains(r.UnitId))),
        ];
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
        var names = await NamesAsync([.. receipts.Values.Select(r => r.SignedById), issue.IssuedById], stop);
        var lines = current.Directory.Units.Select(u => LineOf(u.Id, issue, rows, receipts.GetValueOrDefault(u.Id), names)).OfType<ReceiptLine>();
        if (!Permissions.Allows(actor, Permission.SeeReceipts)) lines = lines.Where(l => actor.Units.Contains(l.Unit.Id));
        var own = rows.Where(r => actor.Units.Any(u => Leads(r, u) || Helps(r, u)) || actor.LeaderPosts.Any(p => p == r.LeaderPostId || p == r.SecondLeaderPostId)).Select(r => r.Id).ToHashSet();
        return new BatchView(issue, plan, names.GetValueOrDefault(issue.IssuedById, ""), [.. LedgerOrder.Sort(rows)], [.. lines], own);
    }

    /// <summary>Names of accounts' persons; an account without person by its user name.</summary>
    internal async Task<Dictionary<int, string>> NamesAsync(IReadOnlyCollection<int> accounts, CancellationToken stop) =>
        await db.Users.Where(u => accounts.Contains(u.Id)).Select(u => new { u.Id, Name = u.Person != null ? u.Person.Name : u.UserName! }).ToDictionaryAsync(u => u.Id, u => u.Name, stop);

    private static bool Leads(Commitment row, int unit) => row.IsLeaf && row.LeadUnitId == unit;

    private static bool Helps(Commitment row, int unit) => row.IsLeaf && row.CoUnits.Exists(u => u.UnitId == unit);

    private ReceiptLine? LineOf(int unitId, Issue issue, List<Commitment> rows, Receipt? receipt, Dictionary<int, string> names)
    {
        var (leads, helps) = (rows.Count(r => Leads(r, unitId)), rows.Count(r => Helps(r, unitId)));
        if (leads + helps == 0) return null;
        var directory = current.Directory;
        var contacts = directory.Posts
            .Where(p => p.UnitId == unitId && p is { IsClosed: false, Kind: PostKind.UnitClerk or PostKind.UnitHead })
            .OrderByDescending(p => p.Kind)
            .Select(p => (Post: p, Person: directory.Holder(p.Id, current.Today)))
            .Where(p => p.Person is not null)
            .Select(p => new Contact(p.Post.Name, p.Person!.Name, p.Person.Phone));
        return new ReceiptLine(
            directory.Unit(unitId)!,
            leads,
            helps,
            receipt is null ? "" : names.GetValueOrDefault(receipt.SignedById, ""),
            receipt?.SignedAt,
            receipt is null ? Math.Max(0, current.Today.DayNumber - issue.IssuedOn.DayNumber) : 0,
            [.. contacts]);
    }

    private IQueryable<Commitment> Leaves(List<int> issues) => db.Commitments.Where(c => c.IssueId != null && issues.Contains(c.IssueId.Value) && c.IsLeaf);

    private Task<bool> InvolvesAsync(int issueId, int unitId, CancellationToken stop) =>
        db.Commitments.AnyAsync(c => c.IssueId == issueId && c.IsLeaf && (c.LeadUnitId == unitId || c.CoUnits.Any(u => u.UnitId == unitId)), stop);

    private static RefusalException Missing() => new("ISS010", "没有这一批印发记录。请从“印发”栏目进入。", RefusalKind.Missing);
}
