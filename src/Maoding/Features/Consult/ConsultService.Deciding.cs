using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Audit;
using Maoding.Domain.Consult;
using Maoding.Domain.Ledger;
using Maoding.Domain.Planning;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Consult;

/// <summary>What becomes of opinions.</summary>
public sealed partial class ConsultService
{
    /// <summary>Decides an open opinion; an accepted one changes the row in the same transaction.</summary>
    /// <exception cref="RefusalException">CON021: decided already; CON022–CON024; the row's own refusals when the proposal cannot stand any more.</exception>
    public async Task<Opinion> DecideAsync(
        Actor actor, int opinionId, int version, Decision decision, string note = "", HandledRequest? request = null, CancellationToken stop = default)
    {
        var opinion = await OpinionAsync(opinionId, version, stop);
        var row = await ConsultedRowAsync(opinion, stop);
        Permissions.Demand(actor, Permission.DecideOpinion, RowFacts.Of(row));
        DemandState(opinion, OpinionState.Open);
        if (decision == Decision.Escalate)
        {
            if (opinion.Kind != OpinionKind.OtherLead) throw new RefusalException("CON022", "只有牵头单位的争议报领导定，其他意见请直接采纳或不采纳。");
            if (row.LeaderPostId is null) throw new RefusalException("CON022", "这一项还没有牵头领导，不能报领导定。请先定牵头领导。");
            (opinion.State, opinion.DecisionNote) = (OpinionState.Escalated, note.Trim());
            await save.SaveAsync(actor, "意见报领导定", note.Trim(), request, stop);
            return opinion;
        }

        await SettleAsync(actor, opinion, row, decision == Decision.Accept, note, stop);
        await save.SaveAsync(actor, decision == Decision.Accept ? "采纳意见" : "不采纳意见", note.Trim(), request, stop);
        return opinion;
    }

    /// <summary>The row's first leader settles a disputed lead that was passed to him.</summary>
    /// <exception cref="RefusalException">PER001 for anybody else; CON021, CON023, CON024 as above.</exception>
    public async Task<Opinion> DecideEscalatedAsync(
        Actor actor, int opinionId, int version, bool accept, string note = "", HandledRequest? request = null, CancellationToken stop = default)
    {
        var opinion = await OpinionAsync(opinionId, version, stop);
        var row = await ConsultedRowAsync(opinion, stop);
        Permissions.Demand(actor, Permission.DecideEscalated, RowFacts.Of(row));
        if (row.LeaderPostId is not { } post || !actor.LeaderPosts.Contains(post))
            throw new RefusalException("PER001", "这条意见由该项任务的第一牵头领导定。", RefusalKind.Forbidden);
        DemandState(opinion, OpinionState.Escalated);
        await SettleAsync(actor, opinion, row, accept, note, stop);
        await save.SaveAsync(actor, accept ? "领导同意改牵头单位" : "领导维持牵头单位", note.Trim(), request, stop);
        return opinion;
    }

    /// <summary>What a row would be with a proposal taken up.</summary>
    public static RowValues Applied(RowValues values, Opinion opinion, int planYear) => opinion.Kind switch
    {
        OpinionKind.OtherLead => values with { LeadUnitId = opinion.ProposedUnitId, CoUnitIds = [.. values.CoUnitIds.Where(id => id != opinion.ProposedUnitId)] },
        OpinionKind.OtherCoUnits => values with { CoUnitIds = [.. OpinionWords.CoUnits(opinion).Where(id => id != values.LeadUnitId)] },
        OpinionKind.OtherTime => Planned(values with { DueKind = DueKind.Date, Due = opinion.ProposedDue }, planYear),
        OpinionKind.FillIn => FilledIn(values, opinion, planYear),
        _ => values,
    };

    private static RowValues FilledIn(RowValues values, Opinion opinion, int planYear)
    {
        var quantities = OpinionWords.Quantities(opinion);
        if (quantities.Count > 0) values = values with { Quantities = quantities };
        return opinion.ProposedPlan.Length > 0 ? MonthlyPlans.With(values, PlanShape.Own, planYear, 1, MonthlyPlans.Values(opinion.ProposedPlan)) : values;
    }

    /// <summary>A plan that does not fit the new time is spread evenly again: a row must not lose its plan by an accepted opinion.</summary>
    private static RowValues Planned(RowValues values, int planYear)
    {
        try
        {
            return MonthlyPlans.Again(values, planYear);
        }
        catch (RefusalException)
        {
            return MonthlyPlans.With(values, PlanShape.Even, planYear);
        }
    }

    private static void DemandState(Opinion opinion, OpinionState state)
    {
        if (opinion.State != state) throw new RefusalException("CON021", $"这条意见现在是“{OpinionWords.NameOf(opinion.State)}”，不能这样处理。请刷新页面。", RefusalKind.Conflict);
    }

    private async Task<Commitment> ConsultedRowAsync(Opinion opinion, CancellationToken stop)
    {
        var row = await RowAsync(opinion.CommitmentId, stop) ?? throw new RefusalException("CON010", "没有这一项任务。", RefusalKind.Missing);
        if (row.State != CommitmentState.Consulting)
            throw new RefusalException("CON023", $"这一项现在是“{CommitmentMoves.NameOf(row.State)}”，意见不能再处理。", RefusalKind.Conflict);
        return row;
    }

    private async Task SettleAsync(Actor actor, Opinion opinion, Commitment row, bool accept, string note, CancellationToken stop)
    {
        if (!accept && note.Trim().Length == 0) throw new RefusalException("CON024", "不采纳要写一句理由，提意见的单位会看到。") { Field = "Note" };
        if (note.Length > 1000) throw new RefusalException("CON024", "理由最多 1000 字。") { Field = "Note" };
        opinion.State = accept ? OpinionState.Accepted : OpinionState.Rejected;
        (opinion.DecidedById, opinion.DecidedAt, opinion.DecisionNote) = (actor.AccountId, Now(), note.Trim());
        if (accept)
        {
            var year = await YearAsync(row, stop);
            if (opinion.ProposedUnitId is { } unit && !await db.Units.AnyAsync(u => u.Id == unit && !u.IsClosed, stop))
                throw new RefusalException("ASG007", "所提的单位已撤并，不能采纳。请不采纳并写明理由。");
            var values = Applied(RowValues.Of(row), opinion, year);
            values.Check(year);
            values.ApplyTo(row);
        }

        await EndLateAsync(opinion, row, stop);
    }

    /// <summary>In a closed round the last decision settles the row, and the last leaf its parent.</summary>
    private async Task EndLateAsync(Opinion opinion, Commitment row, CancellationToken stop)
    {
        var closed = await db.Consultations.AnyAsync(c => c.Id == opinion.ConsultationId && c.ClosedOn != null, stop);
        var others = await db.Opinions.AnyAsync(
            o => o.CommitmentId == row.Id && o.ConsultationId == opinion.ConsultationId && o.Id != opinion.Id && (o.State == OpinionState.Open || o.State == OpinionState.Escalated), stop);
        if (!closed || others) return;
        row.State = CommitmentMoves.After(row.State, CommitmentMove.EndConsultation);
        if (row.ParentId is not { } parentId) return;
        if (await db.Commitments.AnyAsync(c => c.ParentId == parentId && c.Id != row.Id && c.State == CommitmentState.Consulting, stop)) return;
        var parent = await db.Commitments.SingleAsync(c => c.Id == parentId, stop);
        if (parent.State == CommitmentState.Consulting) parent.State = CommitmentMoves.After(parent.State, CommitmentMove.EndConsultation);
    }
}
