using Maoding.Districts;
using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Audit;
using Maoding.Domain.Ledger;
using Maoding.Domain.Settling;
using Maoding.Features.Planning.Ledger.Assigning;
using Maoding.Shared;
using Maoding.Storage;
using Maoding.Storage.Auditing;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Progress.Settling;

/// <summary>How far the year is settled.</summary>
/// <param name="OpenCount">Leaves that nobody has answered for.</param>
/// <param name="Plain">Those among them that are done or stopped already.</param>
/// <param name="Proposed">Those among them that a unit has proposed something for.</param>
public sealed record SettleView(IReadOnlyDictionary<SettlementKind, int> Settled, int OpenCount, int Plain, int Proposed);

/// <summary>What is decided of one row.</summary>
/// <param name="Version">Of the row as it was seen.</param>
/// <param name="Words">Why, and what comes next; for a row that is done what shows it.</param>
public sealed record SettleDecision(int RowId, int Version, SettlementKind Kind, string Words);

/// <summary>年底交账: each leaf is done, carried into the next year, or answered for; then the plan closes.</summary>
public sealed class SettleService(MaodingContext db, AuditedSave save, CountedRows counted, CurrentRequest current)
{
    public const int LongestWords = 1000;

    /// <summary>Rows decided at once.</summary>
    public const int MostRows = 1000;

    /// <exception cref="RefusalException">PER001.</exception>
    public async Task<SettleView> ReadAsync(Actor actor, Plan plan, CancellationToken stop = default)
    {
        Permissions.Demand(actor, Permission.SettleYear);
        var settled = await (from settlement in db.Settlements
                             join row in counted.Of(plan.Id) on settlement.CommitmentId equals row.Id
                             group settlement by settlement.Kind into kind
                             select new { kind.Key, Count = kind.Count() }).ToDictionaryAsync(k => k.Key, k => k.Count, stop);
        var open = counted.Of(plan.Id).Where(c => !db.Settlements.Any(s => s.CommitmentId == c.Id));
        var states = await open.GroupBy(c => c.State).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(stop);
        var proposed = await open.CountAsync(c => db.SettlementProposals.Any(p => p.CommitmentId == c.Id), stop);
        return new SettleView(
            settled, states.Sum(s => s.Count), states.Where(s => s.Key is CommitmentState.Done or CommitmentState.Stopped).Sum(s => s.Count), proposed);
    }

    /// <summary>Rows that are done count as done, stopped ones are answered for with the reason of the decision.</summary>
    /// <exception cref="RefusalException">PER001; SET101: not December yet; SET102: there are none; SET105: the plan is closed.</exception>
    public async Task SettlePlainAsync(Actor actor, int planId, HandledRequest? request = null, CancellationToken stop = default)
    {
        await PlanAsync(actor, planId, stop);
        var rows = await counted.Of(planId)
            .Where(c => (c.State == CommitmentState.Done || c.State == CommitmentState.Stopped) && !db.Settlements.Any(s => s.CommitmentId == c.Id))
            .Select(c => new { c.Id, c.State, c.Reason }).ToListAsync(stop);
        if (rows.Count == 0) throw new RefusalException("SET102", "已销号和停办的都记过了。请刷新页面。", RefusalKind.Conflict);
        foreach (var row in rows)
            Add(actor, row.Id, row.State == CommitmentState.Done ? SettlementKind.Done : SettlementKind.Answered,
                row.State == CommitmentState.Done ? "" : $"按决定停办：{row.Reason}");
        await save.SaveAsync(actor, "年底交账", request: request, stop: stop);
    }

    /// <summary>
    /// Decides rows of one year, all or none: done, carried into the next year's ledger as a draft that names it, or answered for.
    /// </summary>
    /// <exception cref="RefusalException">
    /// PER001; SET101; SET103: no words; SET104: no such row, or answered for before; SET105; SET110: none, or too many; SYS001: changed in between.
    /// </exception>
    public async Task SettleAsync(Actor actor, IReadOnlyList<SettleDecision> decisions, HandledRequest? request = null, CancellationToken stop = default)
    {
        Permissions.Demand(actor, Permission.SettleYear);
        if (decisions.Count is 0 or > MostRows) throw new RefusalException("SET110", $"请勾选要办理的任务，一次最多 {MostRows} 项。") { Field = "Chosen" };
        var keys = decisions.Select(d => d.RowId).ToList();
        var rows = await db.Commitments.WithParts().Include(c => c.Quotes)
            .Where(c => keys.Contains(c.Id) && c.IsLeaf && c.State >= CommitmentState.Issued && !db.Settlements.Any(s => s.CommitmentId == c.Id))
            .ToDictionaryAsync(c => c.Id, stop);
        var plans = rows.Values.Select(r => r.PlanId).Distinct().ToList();
        if (rows.Count != keys.Count || plans.Count != 1)
            throw new RefusalException("SET104", "有一项已经交过账，或者不在台账里。请刷新页面。", RefusalKind.Conflict);
        var plan = await PlanAsync(actor, plans[0], stop);
        var carrying = new Carrying(db, plan.Year + 1);
        foreach (var decision in decisions)
        {
            var (row, said) = (rows[decision.RowId], decision.Words.Trim());
            Versions.Demand(row.Version, decision.Version);
            if (said.Length is 0 or > LongestWords)
                throw new RefusalException("SET103", $"请写明“{row.Title}”的完成情况或未完成原因、下一步打算（{LongestWords} 字以内）。") { Field = "Words" };
            var settlement = Add(actor, row.Id, decision.Kind, said);
            if (decision.Kind == SettlementKind.Carried) settlement.CarriedToId = (await carrying.OnAsync(row, stop)).Id;
        }

        var why = decisions.Count == 1 ? decisions[0].Words.Trim() : "";
        await save.SaveAsync(actor, decisions.Count == 1 ? "年底交账" : "成批年底交账", why, request, stop);
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
        var left = await counted.Of(planId).CountAsync(c => !db.Settlements.Any(s => s.CommitmentId == c.Id), stop);
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
}
