using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Audit;
using Maoding.Domain.Consulting;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Planning.Consulting;

/// <summary>What a unit says is sent with its head's signature.</summary>
public sealed partial class ConsultService
{
    /// <summary>Opinions signed in one act.</summary>
    public const int MostSigned = 200;

    private enum Sending
    {
        /// <summary>A clerk's waits for the head.</summary>
        Waits,

        /// <summary>Written by who signs for the unit.</summary>
        Signed,

        /// <summary>A leader's own, or of a unit that has no head in office: nobody is there to sign.</summary>
        Straight,
    }

    /// <summary>Sends what clerks wrote, all of it or none: for the unit's head, or whom the head let sign.</summary>
    /// <returns>How many.</returns>
    /// <exception cref="RefusalException">
    /// PER001; CON012, CON013: no answers are taken any more; CON020, CON021; CON032: nothing chosen, or too much; SYS001: a row changed since its
    /// agreement was seen.
    /// </exception>
    public Task<int> SignAsync(
        Actor actor, IReadOnlyCollection<SeenOpinion> seen, DateOnly today, HandledRequest? request = null, CancellationToken stop = default)
    {
        if (seen.Count is 0 or > MostSigned) throw new RefusalException("CON032", $"请勾选要签发的意见，一次最多 {MostSigned} 条。");
        return InTurnAsync(() => SignOnceAsync(actor, seen.DistinctBy(s => s.Id).ToDictionary(s => s.Id), today, request, stop), stop);
    }

    /// <summary>What the actor writes for a voice waits for the unit's head.</summary>
    public async Task<bool> WaitsAsync(Actor actor, Voice voice, CancellationToken stop) => await SendingAsync(actor, voice, stop) == Sending.Waits;

    private async Task<int> SignOnceAsync(
        Actor actor, Dictionary<int, SeenOpinion> seen, DateOnly today, HandledRequest? request, CancellationToken stop)
    {
        var ids = seen.Keys.ToList();
        var rowIds = await db.Opinions.Where(o => ids.Contains(o.Id)).Select(o => o.CommitmentId).Distinct().ToListAsync(stop);
        var said = await db.Opinions.Where(o => rowIds.Contains(o.CommitmentId)).OrderBy(o => o.Id).ToListAsync(stop);
        var rows = await db.Commitments.Include(c => c.CoUnits).Where(c => rowIds.Contains(c.Id)).ToDictionaryAsync(c => c.Id, stop);
        var picked = said.FindAll(o => seen.ContainsKey(o.Id));
        if (picked.Count != ids.Count) throw new RefusalException("CON020", "勾选的意见有的已经没有了。请刷新页面。", RefusalKind.Missing);
        var units = await delegations.SignsForAsync(actor, stop);
        foreach (var opinion in picked)
        {
            var row = rows[opinion.CommitmentId];
            var round = await OpenRoundAsync(actor, row, Voice.Of(opinion), today, stop);
            if (opinion.UnitId is not { } unit || !units.Contains(unit))
                throw new RefusalException("PER001", "意见由单位负责人签发。负责人不在的，可以请他在“委托签发”中写明由谁代签、到哪一天。", RefusalKind.Forbidden);
            if (opinion.State != OpinionState.ToSign || opinion.Version != seen[opinion.Id].Version)
                throw new RefusalException("CON021", $"“{row.Number} {row.Title}”的这条意见刚刚变过，没有签发。请刷新页面，看过再签。", RefusalKind.Conflict);
            if (opinion.Kind == OpinionKind.Agree && row.Version != seen[opinion.Id].RowVersion) throw Changed([row]);
            Send(actor, opinion, [.. said.Where(o => o.CommitmentId == row.Id && o.ConsultationId == round.Id && o.UnitId == unit && o.IsHeard)]);
            if (db.Entry(round).State == EntityState.Unchanged) TakeTurn(round);
        }

        await save.SaveAsync(actor, "签发意见", "", request, stop);
        return picked.Count;
    }

    private void Send(Actor actor, Opinion opinion, List<Opinion> heard)
    {
        GiveWay(heard, opinion.Kind, true);
        (opinion.State, opinion.SignedById, opinion.SignedAt) = (Sent(opinion.Kind), actor.AccountId, Now());
    }

    private async Task<Sending> SendingAsync(Actor actor, Voice voice, CancellationToken stop)
    {
        if (voice.UnitId is not { } unit) return Sending.Straight;
        if ((await delegations.SignsForAsync(actor, stop)).Contains(unit)) return Sending.Signed;
        return delegations.HasHead(unit) ? Sending.Waits : Sending.Straight;
    }

    private static OpinionState Sent(OpinionKind kind) => kind == OpinionKind.Agree ? OpinionState.Accepted : OpinionState.Open;

    private static void TakeBack(Opinion opinion) =>
        opinion.State = opinion.State == OpinionState.ToSign ? OpinionState.Unsent : OpinionState.Withdrawn;

    private static void NeverSent(Opinion opinion, string why) => (opinion.State, opinion.DecisionNote) = (OpinionState.Unsent, why);
}
