using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Audit;
using Maoding.Domain.Consulting;
using Maoding.Domain.Ledger;
using Maoding.Domain.Planning;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Planning.Consulting;

/// <summary>What becomes of opinions.</summary>
public sealed partial class ConsultService
{
    /// <summary>Decides an open opinion; an accepted one changes the row in the same transaction.</summary>
    /// <exception cref="RefusalException">CON021: decided already; CON022–CON024; the row's own refusals when the proposal cannot stand any more.</exception>
    public Task<Opinion> DecideAsync(
        Actor actor, int opinionId, int version, Decision decision, DateOnly today,
        string note = "", HandledRequest? request = null, CancellationToken stop = default) =>
        InTurnAsync(() => DecideOnceAsync(actor, opinionId, version, decision, today, note.Trim(), request, stop), stop);

    /// <summary>The row's first leader settles a disputed lead that was passed to him.</summary>
    /// <exception cref="RefusalException">PER001 for anybody else; CON021, CON023, CON024 as above.</exception>
    public Task<Opinion> DecideEscalatedAsync(
        Actor actor, int opinionId, int version, bool accept, DateOnly today, string note = "",
        HandledRequest? request = null, CancellationToken stop = default) =>
        InTurnAsync(() => RuleOnceAsync(actor, opinionId, version, accept, today, note.Trim(), request, stop), stop);

    private async Task<Opinion> DecideOnceAsync(
        Actor actor, int opinionId, int version, Decision decision, DateOnly today, string note, HandledRequest? request, CancellationToken stop)
    {
        var opinion = await OpinionAsync(opinionId, version, stop);
        var row = await ConsultedRowAsync(opinion, stop);
        Permissions.Demand(actor, Permission.DecideOpinion, RowFacts.Of(row));
        DemandState(opinion, OpinionState.Open);
        DemandNote(note);
        if (decision == Decision.Escalate)
        {
            if (opinion.Kind != OpinionKind.OtherLead) throw new RefusalException("CON022", "只有牵头单位的争议报请领导裁定，其他意见请直接采纳或不采纳。");
            if (row.LeaderPostId is null) throw new RefusalException("CON022", "这一项还没有牵头领导，不能报请裁定。请先定牵头领导。");
            opinion.State = OpinionState.Escalated;
            (opinion.EscalationNote, opinion.EscalatedById, opinion.EscalatedAt) = (note, actor.AccountId, Now());
            TakeTurn(await RoundAsync(opinion, stop));
            await save.SaveAsync(actor, "意见报请领导裁定", note, request, stop);
            return opinion;
        }

        await SettleAsync(actor, opinion, row, decision == Decision.Accept, today, note, stop);
        await save.SaveAsync(actor, decision == Decision.Accept ? "采纳意见" : "不采纳意见", note, request, stop);
        return opinion;
    }

    private async Task<Opinion> RuleOnceAsync(
        Actor actor, int opinionId, int version, bool accept, DateOnly today, string note, HandledRequest? request, CancellationToken stop)
    {
        var opinion = await OpinionAsync(opinionId, version, stop);
        var row = await ConsultedRowAsync(opinion, stop);
        Permissions.Demand(actor, Permission.DecideEscalated, RowFacts.Of(row));
        if (row.LeaderPostId is not { } post || !actor.LeaderPosts.Contains(post))
            throw new RefusalException("PER001", "这条意见由该项任务的第一牵头领导裁定。", RefusalKind.Forbidden);
        DemandState(opinion, OpinionState.Escalated);
        DemandNote(note);
        await SettleAsync(actor, opinion, row, accept, today, note, stop);
        await save.SaveAsync(actor, accept ? "领导同意改牵头单位" : "领导维持牵头单位", note, request, stop);
        return opinion;
    }

    /// <summary>What a row would be with a proposal taken up.</summary>
    public static RowValues Applied(RowValues values, Opinion opinion, int planYear) => opinion.Kind switch
    {
        OpinionKind.OtherLead =>
            values with { LeadUnitId = opinion.ProposedUnitId, CoUnitIds = [.. values.CoUnitIds.Where(id => id != opinion.ProposedUnitId)] },
        OpinionKind.OtherCoUnits => values with { CoUnitIds = [.. OpinionWords.CoUnits(opinion).Where(id => id != values.LeadUnitId)] },
        OpinionKind.OtherTime => Planned(values with { DueKind = DueKind.Date, Due = opinion.ProposedDue }, planYear),
        OpinionKind.FillIn => FilledIn(values, opinion, planYear),
        OpinionKind.OtherWording => values with { Title = opinion.ProposedText },
        OpinionKind.OtherTarget when values.Target is { } target => values with
        {
            Target = TargetValue.Typed(target.Indicator, target.Kind, opinion.ProposedText, target.Unit, target.Partner, target.Dimension),
        },
        OpinionKind.OtherLeader => values with
        {
            LeaderPostId = opinion.ProposedPostId,
            SecondLeaderPostId = values.SecondLeaderPostId == opinion.ProposedPostId ? null : values.SecondLeaderPostId,
        },
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

    private static void DemandNote(string note)
    {
        if (note.Length > 1000) throw new RefusalException("CON024", "理由最多 1000 字，请缩短。") { Field = "Note" };
    }

    private Task<Consultation> RoundAsync(Opinion opinion, CancellationToken stop) => db.Consultations.SingleAsync(c => c.Id == opinion.ConsultationId, stop);

    private async Task SettleAsync(Actor actor, Opinion opinion, Commitment row, bool accept, DateOnly today, string note, CancellationToken stop)
    {
        if (!accept && note.Length == 0) throw new RefusalException("CON024", "不采纳要写一句理由，提意见的单位会看到。") { Field = "Note" };
        var round = await RoundAsync(opinion, stop);
        TakeTurn(round);
        opinion.State = accept ? OpinionState.Accepted : OpinionState.Rejected;
        (opinion.DecidedById, opinion.DecidedAt, opinion.DecisionNote) = (actor.AccountId, Now(), note);
        if (accept)
        {
            var year = await YearAsync(row, stop);
            if (opinion.ProposedUnitId is { } unit && !await db.Units.AnyAsync(u => u.Id == unit && !u.IsClosed, stop))
                throw new RefusalException("ASG007", "所提的单位已撤并，不能采纳。请不采纳并写明理由。");
            var before = RowValues.Of(row);
            var values = Applied(before, opinion, year);
            values.Check(year);
            if (await db.ConsultedRows.SingleOrDefaultAsync(k => k.CommitmentId == row.Id && k.ConsultationId == round.Id, stop) is { } kept)
                kept.Values = Consulted.With(kept.Values, before, values);
            // Whom the opinion brings in is asked only while answers are taken.
            var asked = AskedInTime(row, round.Until);
            values.ApplyTo(row);
            row.Asked = Voice.Text([.. asked, .. today <= round.Until && round.ClosedOn is null ? Voice.AskedBy(row) : []]);
        }

        if (round.ClosedOn is not null) await EndLateAsync(opinion, row, stop);
    }

    /// <summary>In a closed round the last decision settles the row, and the last leaf its parent.</summary>
    private async Task EndLateAsync(Opinion opinion, Commitment row, CancellationToken stop)
    {
        var others = await db.Opinions.AnyAsync(
            o => o.CommitmentId == row.Id && o.ConsultationId == opinion.ConsultationId && o.Id != opinion.Id
                && (o.State == OpinionState.Open || o.State == OpinionState.Escalated), stop);
        if (others) return;
        row.State = CommitmentMoves.Table.After(row.State, CommitmentMove.EndConsultation);
        if (row.ParentId is not { } parentId) return;
        if (await db.Commitments.AnyAsync(c => c.ParentId == parentId && c.Id != row.Id && c.State == CommitmentState.Consulting, stop)) return;
        var parent = await db.Commitments.SingleAsync(c => c.Id == parentId, stop);
        if (parent.State == CommitmentState.Consulting) parent.State = CommitmentMoves.Table.After(parent.State, CommitmentMove.EndConsultation);
    }
}
