using Maoding.Domain.Consulting;
using Maoding.Domain.Ledger;
using Maoding.Storage;

namespace Maoding.Features.Planning.Consulting;

/// <summary>What waits in a consultation, each notion asked of the database in one way: by pages, services and 今日 alike.</summary>
public static class OpenQuestions
{
    /// <summary>The rows that ask a voice, whatever their state.</summary>
    public static IQueryable<Commitment> Asking(this IQueryable<Commitment> rows, Voice voice)
    {
        var (unit, post) = (voice.UnitId, voice.PostId);
        return unit is not null
            ? rows.Where(c => c.LeadUnitId == unit || c.CoUnits.Any(u => u.UnitId == unit))
            : rows.Where(c => c.LeaderPostId == post || c.SecondLeaderPostId == post);
    }

    /// <summary>Leaves in consultation that ask a voice and that it has not answered.</summary>
    public static IQueryable<Commitment> Unanswered(this MaodingContext db, Voice voice)
    {
        var (unit, post) = (voice.UnitId, voice.PostId);
        return db.Commitments.Where(c => c.State == CommitmentState.Consulting && c.IsLeaf).Asking(voice)
            .Where(c => !db.Opinions.Any(o => o.CommitmentId == c.Id && o.ConsultationId == c.ConsultationId
                && o.UnitId == unit && o.PostId == post && o.State != OpinionState.Withdrawn && o.State != OpinionState.Unsent));
    }

    /// <summary>Opinions that were sent and not taken back.</summary>
    public static IQueryable<Opinion> Heard(this IQueryable<Opinion> opinions) =>
        opinions.Where(o => o.State != OpinionState.Withdrawn && o.State != OpinionState.ToSign && o.State != OpinionState.Unsent);

    /// <summary>What clerks of units wrote and can still be signed.</summary>
    public static IQueryable<Opinion> ToSign(this MaodingContext db, IReadOnlyList<int> units, DateOnly today)
    {
        var rounds = db.Consultations.Where(r => r.ClosedOn == null && r.Until >= today);
        var rows = db.Commitments.Where(c => c.State == CommitmentState.Consulting && c.IsLeaf);
        return db.Opinions.Where(o => o.State == OpinionState.ToSign && units.Contains(o.UnitId!.Value) && rounds.Any(r => r.Id == o.ConsultationId)
            && rows.Any(c => c.Id == o.CommitmentId && (c.LeadUnitId == o.UnitId || c.CoUnits.Any(u => u.UnitId == o.UnitId))));
    }

    /// <summary>Proposals of a plan that the coordinator has not decided.</summary>
    public static IQueryable<Opinion> Undecided(this MaodingContext db, int planId) => db.Opinions
        .Where(o => o.State == OpinionState.Open
            && db.Commitments.Any(c => c.Id == o.CommitmentId && c.PlanId == planId && c.State == CommitmentState.Consulting));

    /// <summary>Disputes that were passed to the first leader of their rows, who holds one of these posts.</summary>
    public static IQueryable<Opinion> EscalatedTo(this MaodingContext db, IReadOnlyList<int> posts) => db.Opinions
        .Where(o => o.State == OpinionState.Escalated)
        .Where(o => db.Commitments.Any(c => c.Id == o.CommitmentId && c.State == CommitmentState.Consulting && posts.Contains(c.LeaderPostId!.Value)));
}
