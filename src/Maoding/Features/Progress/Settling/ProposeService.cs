using Maoding.Districts;
using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Audit;
using Maoding.Domain.Ledger;
using Maoding.Domain.Settling;
using Maoding.Storage;
using Maoding.Storage.Auditing;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Progress.Settling;

/// <summary>What a unit says of one of its rows.</summary>
public sealed record Proposal(int RowId, SettlementKind Kind, string Words);

/// <summary>交账建议: units say what becomes of their rows; the coordinator decides.</summary>
public sealed class ProposeService(MaodingContext db, SettleList list, AuditedSave save, CurrentRequest current)
{
    /// <summary>Keeps what is whole and changed; the rest stays as it was.</summary>
    /// <returns>How many were kept, and which rows lack their words.</returns>
    /// <exception cref="RefusalException">PER001; SET101: not December yet; SET104: none of the unit's open rows; SET105; SYS001.</exception>
    public async Task<(int Kept, IReadOnlyList<int> Lacking)> ProposeAsync(
        Actor actor, Plan plan, IReadOnlyList<Proposal> proposals, HandledRequest? request = null, CancellationToken stop = default)
    {
        Permissions.Demand(actor, Permission.ProposeSettlement);
        if (plan.State == PlanState.Closed) throw new RefusalException("SET105", $"{plan.Year}年的台账已经关账，不能再改。", RefusalKind.Conflict);
        Keeping.DemandYearEnd(plan.Year, current.Today);
        var own = await list.Own(actor, plan.Id).ToDictionaryAsync(r => r.Id, stop);
        if (proposals.Any(p => !own.ContainsKey(p.RowId)))
            throw new RefusalException("SET104", "有一项已经交过账，或者不由贵单位牵头。请刷新页面。", RefusalKind.Conflict);
        var keys = own.Keys.ToList();
        var present = await db.SettlementProposals.Where(p => keys.Contains(p.CommitmentId)).ToDictionaryAsync(p => p.CommitmentId, stop);
        var lacking = proposals.Where(p => p.Words.Trim().Length is 0 or > SettleService.LongestWords).Select(p => p.RowId).ToList();
        var kept = 0;
        foreach (var (id, kind, words) in proposals.Where(p => !lacking.Contains(p.RowId)))
        {
            if (!present.TryGetValue(id, out var proposal)) db.SettlementProposals.Add(proposal = new SettlementProposal { CommitmentId = id });
            else if (proposal.Kind == kind && proposal.Words == words.Trim()) continue;
            (proposal.Kind, proposal.Words, proposal.UnitId) = (kind, words.Trim(), own[id].LeadUnitId!.Value);
            (proposal.ProposedOn, proposal.ProposedById) = (current.Today, actor.AccountId);
            kept++;
        }

        await save.SaveAsync(actor, "提出交账建议", request: request, stop: stop);
        return (kept, lacking);
    }
}
