using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Audit;
using Maoding.Domain.Consulting;
using Maoding.Domain.Ledger;
using Maoding.Features.Planning.Ledger.Assigning;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Planning.Consulting;

/// <summary>The way back to a draft.</summary>
public sealed partial class ConsultService
{
    /// <summary>
    /// Takes a row out of consultation, or back after it, with its leaves: it becomes a draft, and what was proposed and not decided is withdrawn.
    /// </summary>
    /// <param name="version">Of the row as it was seen.</param>
    /// <returns>How many proposals were withdrawn.</returns>
    /// <exception cref="RefusalException">CON010, CON028: a leaf goes with its row; CON027: no reason; LED001: not from this state; SYS001.</exception>
    public Task<int> ReopenAsync(Actor actor, int rowId, int version, string reason, HandledRequest? request = null, CancellationToken stop = default)
    {
        Permissions.Demand(actor, Permission.StartConsultation);
        if (reason.Trim().Length is 0 or > 500) throw new RefusalException("CON027", "请写明为什么退回草稿（500 字以内），提过意见的单位会看到。") { Field = "Reason" };
        return InTurnAsync(() => ReopenOnceAsync(actor, rowId, version, reason.Trim(), request, stop), stop);
    }

    private async Task<int> ReopenOnceAsync(Actor actor, int rowId, int version, string reason, HandledRequest? request, CancellationToken stop)
    {
        var family = await db.Commitments.WithParts().Where(c => c.Id == rowId || c.ParentId == rowId).ToListAsync(stop);
        var row = family.Find(r => r.Id == rowId) ?? throw new RefusalException("CON010", "没有这一项任务。", RefusalKind.Missing);
        if (row.ParentId is not null) throw new RefusalException("CON028", "子项随上级任务一起退回。请到上级任务的页面退回草稿。");
        if (row.Version != version) throw new RefusalException("SYS001", "这一项刚被别人改过，没有退回。请刷新页面，看过现在的内容再退回。", RefusalKind.Conflict);
        CommitmentMoves.Table.After(row.State, CommitmentMove.Reopen);
        var back = family.FindAll(r => CommitmentMoves.Table.Allowed(r.State, CommitmentMove.Reopen));
        var rounds = back.Select(r => r.ConsultationId).OfType<int>().ToHashSet();
        foreach (var round in await db.Consultations.Where(c => rounds.Contains(c.Id)).ToListAsync(stop)) TakeTurn(round);
        foreach (var part in back) (part.State, part.ConsultationId, part.Asked) = (CommitmentMoves.Table.After(part.State, CommitmentMove.Reopen), null, "");
        var ids = back.ConvertAll(r => r.Id);
        var open = await db.Opinions.Where(
            o => ids.Contains(o.CommitmentId) && (o.State == OpinionState.Open || o.State == OpinionState.Escalated)).ToListAsync(stop);
        foreach (var opinion in open)
        {
            opinion.State = OpinionState.Withdrawn;
            (opinion.DecidedById, opinion.DecidedAt, opinion.DecisionNote) = (actor.AccountId, Now(), $"任务退回草稿：{reason}");
        }

        foreach (var unsigned in await db.Opinions.Where(o => ids.Contains(o.CommitmentId) && o.State == OpinionState.ToSign).ToListAsync(stop))
            NeverSent(unsigned, $"任务退回草稿：{reason}");
        await save.SaveAsync(actor, "退回草稿", reason, request, stop);
        return open.Count;
    }
}
