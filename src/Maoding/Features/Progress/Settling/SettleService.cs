using Maoding.Districts;
using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Audit;
using Maoding.Domain.Ledger;
using Maoding.Domain.Settling;
using Maoding.Features.Planning.Ledger.Assigning;
using Maoding.Features.Progress.Overviews;
using Maoding.Storage;
using Maoding.Storage.Auditing;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Progress.Settling;

/// <summary>A leaf that nobody has answered for.</summary>
public sealed record OpenRow(int Id, string Number, string Title, CommitmentState State, int? LeadUnitId, int? Share, string Reason, int Version);

/// <summary>How far the year is settled.</summary>
/// <param name="Open">In the order of the ledger, at most <see cref="SettleService.ShownAtMost"/>.</param>
/// <param name="OpenCount">All of them.</param>
/// <param name="Plain">Those among them that are done or stopped already.</param>
public sealed record SettleView(IReadOnlyDictionary<SettlementKind, int> Settled, IReadOnlyList<OpenRow> Open, int OpenCount, int Plain);

/// <summary>年底交账: each leaf is done, carried into the next year, or answered for; then the plan closes.</summary>
public sealed class SettleService(MaodingContext db, AuditedSave save, CurrentRequest current)
{
    /// <summary>Rows shown at once.</summary>
    public const int ShownAtMost = 100;

    private const int NewPlan = -1;
    private const int NewRow = -1;

    /// <exception cref="RefusalException">PER001.</exception>
    public async Task<SettleView> ReadAsync(Actor actor, Plan plan, CancellationToken stop = default)
    {
        Permissions.Demand(actor, Permission.SettleYear);
        var settled = await (from settlement in db.Settlements
                             join row in OverviewService.Leaves(db, plan.Id) on settlement.CommitmentId equals row.Id
                             group settlement by settlement.Kind into kind
                             select new { kind.Key, Count = kind.Count() }).ToDictionaryAsync(k => k.Key, k => k.Count, stop);
        var open = OverviewService.Leaves(db, plan.Id).Where(c => !db.Settlements.Any(s => s.CommitmentId == c.Id));
        var states = await open.GroupBy(c => c.State).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(stop);
        var rows = await open.Where(c => c.State != CommitmentState.Done && c.State != CommitmentState.Stopped)
            .OrderBy(c => c.Order).ThenBy(c => c.Id).Take(ShownAtMost)
            .Select(c => new OpenRow(c.Id, c.Number, c.Title, c.State, c.LeadUnitId, c.Share, c.Reason, c.Version)).ToListAsync(stop);
        return new SettleView(
            settled, rows, states.Sum(s => s.Count), states.Where(s => s.Key is CommitmentState.Done or CommitmentState.Stopped).Sum(s => s.Count));
    }

    /// <summary>Rows that are done count as done, stopped ones are answered for with the reason of the decision.</summary>
    /// <exception cref="RefusalException">PER001; SET101: not December yet; SET102: there are none; SET105: the plan is closed.</exception>
    public async Task SettlePlainAsync(Actor actor, int planId, HandledRequest? request = null, CancellationToken stop = default)
    {
        await PlanAsync(actor, planId, stop);
        var rows = await OverviewService.Leaves(db, planId)
            .Where(c => (c.State == CommitmentState.Done || c.State == CommitmentState.Stopped) && !db.Settlements.Any(s => s.CommitmentId == c.Id))
            .Select(c => new { c.Id, c.State, c.Reason }).ToListAsync(stop);
        if (rows.Count == 0) throw new RefusalException("SET102", "已销号和停办的都记过了。请刷新页面。", RefusalKind.Conflict);
        foreach (var row in rows)
            Add(actor, row.Id, row.State == CommitmentState.Done ? SettlementKind.Done : SettlementKind.Answered,
                row.State == CommitmentState.Done ? "" : $"按决定停办：{row.Reason}");
        await save.SaveAsync(actor, "年底交账", request: request, stop: stop);
    }

    /// <summary>Carries a row into the next year's ledger as a draft that names it, or answers for it.</summary>
    /// <param name="carry">False: answered for, and nothing goes on.</param>
    /// <exception cref="RefusalException">
    /// PER001; SET101; SET103: no words; SET104: no such row, or answered for before; SET105; SYS001: changed in between.
    /// </exception>
    public async Task SettleAsync(
        Actor actor, int rowId, int version, bool carry, string words, HandledRequest? request = null, CancellationToken stop = default)
    {
        Permissions.Demand(actor, Permission.SettleYear);
        var row = await db.Commitments.WithParts().Include(c => c.Quotes)
            .SingleOrDefaultAsync(c => c.Id == rowId && c.IsLeaf && c.State >= CommitmentState.Issued, stop);
        if (row is null || await db.Settlements.AnyAsync(s => s.CommitmentId == rowId, stop))
            throw new RefusalException("SET104", "这一项已经交过账，或者不在台账里。请刷新页面。", RefusalKind.Conflict);
        Versions.Demand(row.Version, version);
        var plan = await PlanAsync(actor, row.PlanId, stop);
        var said = words.Trim();
        if (said.Length is 0 or > 1000) throw new RefusalException("SET103", "请写明为什么没有办完、下一步怎么办（1000 字以内）。") { Field = "Words" };
        var settlement = Add(actor, row.Id, carry ? SettlementKind.Carried : SettlementKind.Answered, said);
        if (carry) settlement.CarriedToId = (await CarryAsync(row, plan.Year + 1, stop)).Id;
        await save.SaveAsync(actor, carry ? "结转下年" : "年底说明", said, request, stop);
    }

    /// <summary>An answer given by mistake is taken back; the draft that it carried into the next year is not listed any more.</summary>
    /// <param name="version">Of the settlement.</param>
    /// <exception cref="RefusalException">
    /// PER001; SET101; SET105; SET107: not answered for; SET108: the next year has gone on with the row; SYS001: changed in between.
    /// </exception>
    public async Task TakeBackAsync(Actor actor, int rowId, int version, HandledRequest? request = null, CancellationToken stop = default)
    {
        Permissions.Demand(actor, Permission.SettleYear);
        var settlement = await db.Settlements.SingleOrDefaultAsync(s => s.CommitmentId == rowId, stop)
            ?? throw new RefusalException("SET107", "这一项还没有交账，或者已经撤回。请刷新页面。", RefusalKind.Conflict);
        Versions.Demand(settlement.Version, version);
        await PlanAsync(actor, await db.Commitments.Where(c => c.Id == rowId).Select(c => c.PlanId).SingleAsync(stop), stop);
        if (settlement.CarriedToId is { } made) await DropCarriedAsync(made, stop);
        db.Settlements.Remove(settlement);
        await save.SaveAsync(actor, "撤回交账", request: request, stop: stop);
    }

    /// <summary>The plan closes once every leaf in force was answered for.</summary>
    /// <exception cref="RefusalException">PER001; SET101; SET105: closed already; SET106: some are left.</exception>
    public async Task CloseAsync(Actor actor, int planId, HandledRequest? request = null, CancellationToken stop = default)
    {
        var plan = await PlanAsync(actor, planId, stop);
        var left = await OverviewService.Leaves(db, planId).CountAsync(c => !db.Settlements.Any(s => s.CommitmentId == c.Id), stop);
        if (left > 0) throw new RefusalException("SET106", $"还有 {left} 项没有交账，全部交账以后才能关账。", RefusalKind.Conflict);
        plan.State = PlanState.Closed;
        await save.SaveAsync(actor, "年底关账", request: request, stop: stop);
    }

    private async Task<Plan> PlanAsync(Actor actor, int planId, CancellationToken stop)
    {
        Permissions.Demand(actor, Permission.SettleYear);
        var plan = await db.Plans.SingleAsync(p => p.Id == planId, stop);
        if (plan.State == PlanState.Closed) throw new RefusalException("SET105", $"{plan.Year}年的台账已经关账，不能再改。", RefusalKind.Conflict);
        Keeping.DemandYearEnd(plan.Year, current.Today);
        return plan;
    }

    private Settlement Add(Actor actor, int rowId, SettlementKind kind, string words)
    {
        var settlement = new Settlement { CommitmentId = rowId, Kind = kind, Words = words, SettledOn = current.Today, SettledById = actor.AccountId };
        db.Settlements.Add(settlement);
        return settlement;
    }

    private async Task DropCarriedAsync(int id, CancellationToken stop)
    {
        var made = await db.Commitments.SingleAsync(c => c.Id == id, stop);
        if (made.State != CommitmentState.Draft || await db.Commitments.AnyAsync(c => c.ParentId == id, stop))
            throw new RefusalException("SET108", $"结转到下年的一项已经是“{CommitmentMoves.NameOf(made.State)}”或者已经分解，不能撤回。请先在下年台账里把它退回草稿、去掉子项。", RefusalKind.Conflict);
        (made.State, made.Reason) = (CommitmentMoves.Table.After(made.State, CommitmentMove.Drop), "撤回结转");
    }

    /// <summary>
    /// A draft of the next year with the same words, owners and sources; its time, plan and milestones are to be set anew, and its themes are the next year's.
    /// </summary>
    private async Task<Commitment> CarryAsync(Commitment row, int year, CancellationToken stop)
    {
        var next = await db.Plans.SingleOrDefaultAsync(p => p.Year == year, stop);
        if (next is null)
        {
            next = new Plan { Id = NewPlan, Year = year, Name = $"{year}年任务分解方案" };
            db.Add(next).Property(p => p.Id).IsTemporary = true;
        }

        var made = RowCopy.Of(
            row, null, RowValues.Of(row) with { DueKind = DueKind.None, Due = null, PlanShape = default, MonthlyPlan = "", Milestones = [], ThemeIds = [] });
        (made.Id, made.PlanId, made.State, made.DocumentId, made.SectionId, made.CarriedFromId) = (NewRow, next.Id, CommitmentState.Draft, null, null, row.Id);
        (made.DueWords, made.Office, made.Handler) = ("", row.Office, row.Handler);
        db.Add(made).Property(c => c.Id).IsTemporary = true;
        return made;
    }
}
