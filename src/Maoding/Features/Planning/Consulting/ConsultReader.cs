using Maoding.Districts;
using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Consulting;
using Maoding.Domain.Ledger;
using Maoding.Features.Planning.Ledger.Assigning;
using Maoding.Shared.Signing;
using Maoding.Storage;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Planning.Consulting;

/// <summary>One opinion in the words of pages.</summary>
/// <param name="Role">What the voice is to the row now; empty when it is nothing any more.</param>
/// <param name="Proposal">What is proposed; empty for agreement.</param>
public sealed record OpinionLine(Opinion Opinion, Commitment Row, string Who, string Role, string Proposal)
{
    public bool IsSilence => ConsultService.IsSilence(Opinion);

    /// <summary>Who signed it for the unit; empty when nobody had to.</summary>
    public string Signer { get; init; } = "";

    /// <summary>Its attachment; null when there is none.</summary>
    public AttachedFile? File { get; init; }

    /// <summary>For signing.</summary>
    public SeenOpinion Seen => new(Opinion.Id, Opinion.Version, Row.Version);

    /// <summary>Given at, on the clock in China.</summary>
    public DateTime At => BusinessClock.InChina(Opinion.GivenAt);
}

public sealed record AttachedFile(int Id, string Name);

/// <summary>All that was said about a row, and who is still silent.</summary>
/// <param name="Unasked">Who answers for the row, not yet issued, but came after the round's last day: nobody asked them.</param>
/// <param name="Until">The last day of the round that is open; null when none is.</param>
/// <param name="Confirmed">What was changed afterwards without asking again, with its reason.</param>
public sealed record RowOpinions(
    IReadOnlyList<OpinionLine> Lines, IReadOnlyList<string> Silent, IReadOnlyList<string> Unasked, DateOnly? Until, IReadOnlyList<ConsultedChange> Confirmed)
{
    public static RowOpinions None { get; } = new([], [], [], null, []);
}

/// <summary>A row that asks a voice, with what the voice said about it.</summary>
public sealed record AskedRow(Commitment Row, string Role, bool Leads, IReadOnlyList<OpinionLine> Said)
{
    public bool IsAnswered => Said.Count > 0;
}

/// <summary>What a voice has before it.</summary>
/// <param name="Past">Its opinions on rows that do not ask it any more.</param>
public sealed record VoiceDesk(Voice Voice, string Name, Consultation Round, IReadOnlyList<AskedRow> Rows, IReadOnlyList<OpinionLine> Past)
{
    /// <summary>Rows whose answers wait for the unit's head.</summary>
    public int ToSign => Rows.Count(r => r.Said.Any(l => l.Opinion.State == OpinionState.ToSign));

    public int Waiting => Rows.Count(r => !r.IsAnswered && r.Row.State == CommitmentState.Consulting);

    /// <summary>Answers are taken on this day.</summary>
    public bool IsOpen(DateOnly today) => Round.ClosedOn is null && today <= Round.Until;
}

/// <summary>How far one voice has answered.</summary>
/// <param name="Unasked">Rows that it answers for now but was not asked about in time.</param>
public sealed record Progress(Voice Voice, string Name, int Asked, int Answered, int Unasked)
{
    public int Silent => Asked - Answered;
}

/// <summary>A round as the coordinator sees it.</summary>
/// <param name="Awaited">How many still have time to answer; the round ends when there are none.</param>
public sealed record RoundView(
    Consultation Round, int Rows, IReadOnlyList<Progress> Progress, int Awaited, IReadOnlyList<OpinionLine> Undecided, IReadOnlyList<OpinionLine> Others);

/// <summary>A round in the list.</summary>
/// <param name="Undecided">Proposals that wait for the coordinator.</param>
public sealed record RoundLine(Consultation Round, int Rows, int Undecided);

/// <summary>Reads consultations, each for whom it is meant.</summary>
public sealed partial class ConsultReader(MaodingContext db, DelegationService delegations)
{
    /// <summary>All that was said about a row; nothing for somebody who may not see the workings of it.</summary>
    public async Task<RowOpinions> OpinionsOfAsync(Actor actor, int rowId, DirectorySnapshot directory, DateOnly today, CancellationToken stop = default)
    {
        var row = await db.Commitments.AsNoTracking().Include(c => c.CoUnits).SingleOrDefaultAsync(c => c.Id == rowId, stop);
        if (row is null || !Permissions.Allows(actor, Permission.SeeRowWorkings, RowFacts.Of(row))) return RowOpinions.None;
        var opinions = await db.Opinions.AsNoTracking().Where(o => o.CommitmentId == rowId).OrderBy(o => o.Id).ToListAsync(stop);
        var round = row.State == CommitmentState.Consulting
            ? await db.Consultations.AsNoTracking().SingleOrDefaultAsync(c => c.Id == row.ConsultationId && c.ClosedOn == null, stop)
            : null;
        // What was not sent is the unit's own business.
        var voices = Voice.HeldBy(actor);
        var shown = opinions.FindAll(o => o.State is not (OpinionState.ToSign or OpinionState.Unsent) || voices.Contains(Voice.Of(o)));
        var isOpen = round is not null && today <= round.Until;
        IEnumerable<Voice> silent = isOpen && row.IsLeaf ? ConsultService.Silent(row, opinions.Where(o => o.ConsultationId == round!.Id)) : [];
        IEnumerable<Voice> unasked = !isOpen && row is { IsLeaf: true, ConsultationId: not null, State: < CommitmentState.Issued }
            ? Voice.Unasked(row, opinions.Where(o => o.ConsultationId == row.ConsultationId)) : [];
        var confirmed = await db.ConsultedChanges.AsNoTracking().Where(c => c.CommitmentId == rowId).OrderBy(c => c.Id).ToListAsync(stop);
        var lines = await DressAsync(shown.Select(o => Line(o, row, directory, today)), stop);
        return new RowOpinions(lines, Names(silent), Names(unasked), round?.Until, confirmed);

        List<string> Names(IEnumerable<Voice> voices) => [.. voices.Select(v => OpinionWords.NameOf(v, directory, today))];
    }

    /// <summary>A row without its parts; null when there is none.</summary>
    public Task<Commitment?> RowAsync(int id, CancellationToken stop = default) => db.Commitments.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, stop);

    /// <summary>Rounds of a plan, newest first; for those who see all workings.</summary>
    public async Task<IReadOnlyList<RoundLine>> RoundsAsync(Actor actor, int planId, CancellationToken stop = default)
    {
        if (Permissions.ScopeOf(actor, Permission.SeeRowWorkings) != Scope.All) return [];
        var rounds = await db.Consultations.AsNoTracking().Where(c => c.PlanId == planId).OrderByDescending(c => c.Id).Take(50).ToListAsync(stop);
        var ids = rounds.ConvertAll(r => r.Id);
        var rows = await db.Commitments.Where(c => c.ConsultationId != null && ids.Contains(c.ConsultationId.Value) && c.IsLeaf)
            .GroupBy(c => c.ConsultationId!.Value).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, stop);
        var open = await db.Opinions.Where(o => ids.Contains(o.ConsultationId) && o.State == OpinionState.Open)
            .GroupBy(o => o.ConsultationId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, stop);
        return [.. rounds.Select(r => new RoundLine(r, rows.GetValueOrDefault(r.Id), open.GetValueOrDefault(r.Id)))];
    }

    /// <exception cref="RefusalException">CON001: no such round; PER001: not for this actor.</exception>
    public async Task<RoundView> RoundAsync(Actor actor, int id, DirectorySnapshot directory, DateOnly today, CancellationToken stop = default)
    {
        if (Permissions.ScopeOf(actor, Permission.SeeRowWorkings) != Scope.All)
            throw new RefusalException("PER001", "整轮征求意见的情况只给督查室和纪检看。您的任务在“征求意见”页。", RefusalKind.Forbidden);
        var round = await db.Consultations.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, stop)
            ?? throw new RefusalException("CON001", "没有这一轮征求意见。", RefusalKind.Missing);
        var rows = await db.Commitments.AsNoTracking().Include(c => c.CoUnits).Where(c => c.ConsultationId == id && c.IsLeaf).ToListAsync(stop);
        var opinions = await db.Opinions.AsNoTracking()
            .Where(o => o.ConsultationId == id).Heard().OrderBy(o => o.Id).ToListAsync(stop);
        var byRow = rows.ToDictionary(r => r.Id);
        var lines = await DressAsync(
            opinions.Where(o => byRow.ContainsKey(o.CommitmentId)).Select(o => Line(o, byRow[o.CommitmentId], directory, today)), stop);
        return new RoundView(
            round,
            rows.Count,
            ProgressOf(round, rows, opinions, directory, today),
            today > round.Until ? 0 : ConsultService.AwaitedIn(rows, opinions.ToLookup(o => o.CommitmentId)),
            [.. lines.Where(l => ConsultService.IsUndecided(l.Opinion)).OrderBy(l => l.Row.Order).ThenBy(l => l.Row.Id).ThenBy(l => l.Opinion.Id)],
            [.. lines.Where(l => !ConsultService.IsUndecided(l.Opinion) && l.Opinion.Kind != OpinionKind.Agree).OrderByDescending(l => l.Opinion.DecidedAt)]);
    }

    /// <summary>
    /// What each of the actor's voices has before it in the rounds that run, of every year, else in the newest; voices that nobody asked are left out.
    /// </summary>
    public async Task<IReadOnlyList<VoiceDesk>> DesksAsync(Actor actor, DirectorySnapshot directory, DateOnly today, CancellationToken stop = default)
    {
        var rounds = await db.Consultations.AsNoTracking().Where(c => c.ClosedOn == null).OrderBy(c => c.Id).ToListAsync(stop);
        if (rounds.Count == 0) rounds = await db.Consultations.AsNoTracking().OrderByDescending(c => c.Id).Take(1).ToListAsync(stop);
        var desks = new List<VoiceDesk>();
        foreach (var round in rounds)
            foreach (var voice in Voice.HeldBy(actor))
            {
                var desk = await DeskAsync(voice, round, directory, today, stop);
                if (desk.Rows.Count + desk.Past.Count > 0) desks.Add(desk);
            }

        return desks;
    }

    /// <summary>Opinions that wait for the actor as the first leader of their rows.</summary>
    public async Task<IReadOnlyList<OpinionLine>> EscalatedAsync(Actor actor, DirectorySnapshot directory, DateOnly today, CancellationToken stop = default)
    {
        var posts = actor.LeaderPosts;
        if (posts.Count == 0) return [];
        var opinions = await db.EscalatedTo(posts).AsNoTracking().OrderBy(o => o.Id).ToListAsync(stop);
        var ids = opinions.Select(o => o.CommitmentId).Distinct().ToList();
        var rows = await db.Commitments.AsNoTracking().Include(c => c.CoUnits).Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, stop);
        return await DressAsync(opinions.Select(o => Line(o, rows[o.CommitmentId], directory, today)), stop);
    }

    /// <summary>The row with its parts and round for answering; the same refusals as answering for somebody it does not ask.</summary>
    public async Task<(Commitment Row, Consultation Round)> AnswerableAsync(Actor actor, int rowId, Voice voice, CancellationToken stop = default)
    {
        var row = await db.Commitments.AsNoTracking().WithParts().Include(c => c.Quotes).SingleOrDefaultAsync(c => c.Id == rowId, stop)
            ?? throw new RefusalException("CON010", "没有这一项任务。", RefusalKind.Missing);
        Permissions.Demand(actor, Permission.AnswerConsultation, RowFacts.Of(row));
        if (!Voice.HeldBy(actor).Contains(voice) || !Voice.AskedBy(row).Contains(voice))
            throw new RefusalException("PER001", "这一项没有征求您单位的意见。", RefusalKind.Forbidden);
        var round = await db.Consultations.AsNoTracking().SingleOrDefaultAsync(c => c.Id == row.ConsultationId, stop)
            ?? throw new RefusalException("CON001", "没有这一轮征求意见。", RefusalKind.Missing);
        return (row, round);
    }

    private async Task<VoiceDesk> DeskAsync(Voice voice, Consultation round, DirectorySnapshot directory, DateOnly today, CancellationToken stop)
    {
        var rows = await db.Commitments.AsNoTracking().Include(c => c.CoUnits)
            .Where(c => c.ConsultationId == round.Id && c.IsLeaf && (c.State == CommitmentState.Consulting || c.State == CommitmentState.Consulted))
            .Asking(voice)
            .OrderBy(c => c.Order).ThenBy(c => c.Id).ToListAsync(stop);
        var said = await db.Opinions.AsNoTracking()
            .Where(o => o.ConsultationId == round.Id && o.UnitId == voice.UnitId && o.PostId == voice.PostId
                && o.State != OpinionState.Withdrawn && o.State != OpinionState.Unsent)
            .OrderBy(o => o.Id).ToListAsync(stop);
        var known = rows.Select(r => r.Id).ToHashSet();
        var gone = said.Select(o => o.CommitmentId).Where(id => !known.Contains(id)).Distinct().ToList();
        var others = await db.Commitments.AsNoTracking().Where(c => gone.Contains(c.Id)).ToDictionaryAsync(c => c.Id, stop);
        var lines = (await DressAsync(
            said.Select(o => Line(o, rows.Find(r => r.Id == o.CommitmentId) ?? others[o.CommitmentId], directory, today)), stop)).ToLookup(l => l.Row.Id);
        var asked = rows.Select(r => new AskedRow(
            r,
            OpinionWords.RoleOf(voice, r),
            r.LeadUnitId == voice.UnitId && voice.UnitId is not null || r.LeaderPostId == voice.PostId && voice.PostId is not null,
            [.. lines[r.Id]]));
        return new VoiceDesk(
            voice,
            OpinionWords.NameOf(voice, directory, today),
            round,
            [.. asked.OrderBy(a => a.Leads ? 0 : 1)],
            [.. gone.SelectMany<int, OpinionLine>(id => lines[id])]);
    }

    private static List<Progress> ProgressOf(Consultation round, List<Commitment> rows, List<Opinion> opinions, DirectorySnapshot directory, DateOnly today)
    {
        var said = opinions.ToLookup(o => o.CommitmentId);
        // While answers are taken, whoever is brought in can still answer.
        var unasked = round.ClosedOn is null && today <= round.Until
            ? [] : rows.SelectMany(r => Voice.Unasked(r, said[r.Id]).Select(v => (r.Id, v))).ToHashSet();
        var heard = opinions.Where(o => !ConsultService.IsSilence(o)).Select(o => (o.CommitmentId, Voice.Of(o))).ToHashSet();
        return [.. rows.SelectMany(r => Voice.AskedBy(r).Select(v => (Row: r, Voice: v))).GroupBy(a => a.Voice)
            .Select(g => new Progress(g.Key, OpinionWords.NameOf(g.Key, directory, today), g.Count(a => !unasked.Contains((a.Row.Id, a.Voice))),
                g.Count(a => heard.Contains((a.Row.Id, a.Voice))), g.Count(a => unasked.Contains((a.Row.Id, a.Voice)))))
            .OrderBy(p => p.Voice.UnitId is null ? 1 : 0).ThenBy(p => directory.Unit(p.Voice.UnitId)?.Order ?? directory.Post(p.Voice.PostId)?.Order)];
    }

    private static OpinionLine Line(Opinion opinion, Commitment row, DirectorySnapshot directory, DateOnly today)
    {
        var voice = Voice.Of(opinion);
        return new OpinionLine(
            opinion, row, OpinionWords.NameOf(voice, directory, today), OpinionWords.RoleOf(voice, row), OpinionWords.ProposalOf(opinion, row, directory));
    }
}
