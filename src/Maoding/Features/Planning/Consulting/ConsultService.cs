using Maoding.Districts;
using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Audit;
using Maoding.Domain.Consulting;
using Maoding.Domain.Ledger;
using Maoding.Features.Planning.Ledger.Assigning;
using Maoding.Shared.Signing;
using Maoding.Storage;
using Maoding.Storage.Auditing;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Planning.Consulting;

/// <summary>征求意见: asks those who would answer for rows, takes their opinions, decides them, and ends the round.</summary>
public sealed partial class ConsultService(
    MaodingContext db, AuditedSave save, DelegationService delegations, CurrentRequest current, TimeProvider clock)
{
    /// <summary>Times that an answer or a decision is tried while others answer in the same moment.</summary>
    private const int MostTries = 10;

    /// <summary>What a round would ask about now.</summary>
    public async Task<RoundDraft> DraftAsync(Actor actor, int planId, CancellationToken stop = default)
    {
        Permissions.Demand(actor, Permission.StartConsultation);
        var rows = await db.Commitments.AsNoTracking().Include(c => c.CoUnits).Where(c => c.PlanId == planId && c.State == CommitmentState.Draft)
            .OrderBy(c => c.Order).ThenBy(c => c.Id).ToListAsync(stop);
        var leftOut = Judge(rows);
        var ids = leftOut.Select(l => l.RowId).ToHashSet();
        return new RoundDraft([.. rows.Where(r => !ids.Contains(r.ParentId ?? r.Id))], leftOut);
    }

    /// <summary>Starts a round: rows with lead unit, leader and time get their numbers and go to those who would answer for them.</summary>
    /// <exception cref="RefusalException">CON001–CON004.</exception>
    public async Task<StartResult> StartAsync(
        Actor actor, StartOptions options, DateOnly today, HandledRequest? request = null, CancellationToken stop = default)
    {
        Permissions.Demand(actor, Permission.StartConsultation);
        var plan = await db.Plans.SingleOrDefaultAsync(p => p.Id == options.PlanId, stop)
            ?? throw new RefusalException("CON001", "没有这份年度计划。", RefusalKind.Missing);
        if (options.Until < today) throw new RefusalException("CON002", $"截止日期不能早于今天（{today:yyyy-MM-dd}）。") { Field = "Until" };
        if (options.Note.Length > 1000) throw new RefusalException("CON003", "说明最多 1000 字。") { Field = "Note" };
        if (await db.Consultations.AnyAsync(c => c.PlanId == plan.Id && c.ClosedOn == null, stop))
            throw new RefusalException("CON004", "上一轮征求意见还没有结束，请先结束上一轮。", RefusalKind.Conflict);
        var rows = await db.Commitments.AsSplitQuery().Include(c => c.CoUnits).Include(c => c.Quantities)
            .Where(c => c.PlanId == plan.Id && c.State == CommitmentState.Draft).ToListAsync(stop);
        var chosen = rows.Where(r => options.RowIds is null || options.RowIds.Contains(r.ParentId ?? r.Id)).ToList();
        var leftOut = Judge(chosen);
        var ids = leftOut.Select(l => l.RowId).ToHashSet();
        var asked = chosen.Where(r => !ids.Contains(r.ParentId ?? r.Id)).ToList();
        if (asked.Count == 0) throw new RefusalException("CON005", "没有可以征求意见的任务：每项都要先有牵头单位、牵头领导和完成时限。请先到“任务分工”补齐。");
        var round = 1 + await db.Consultations.Where(c => c.PlanId == plan.Id).Select(c => (int?)c.Round).MaxAsync(stop) ?? 1;
        var consultation = new Consultation { PlanId = plan.Id, Round = round, StartedOn = today, Until = options.Until, Note = options.Note.Trim() };
        await SendAsync(plan, consultation, asked, stop);
        await save.SaveAsync(actor, "发起征求意见", options.Note.Trim(), request, stop);
        return new StartResult(consultation, asked.Count(r => r.IsLeaf), leftOut);
    }

    /// <summary>Ends a round. After the last day silence becomes agreement; before it, only when everybody has answered.</summary>
    /// <exception cref="RefusalException">CON006: closed already; CON007: somebody still has time to answer.</exception>
    public Task<CloseResult> CloseAsync(Actor actor, int consultationId, DateOnly today, HandledRequest? request = null, CancellationToken stop = default)
    {
        Permissions.Demand(actor, Permission.StartConsultation);
        return InTurnAsync(() => CloseOnceAsync(actor, consultationId, today, request, stop), stop);
    }

    private async Task<CloseResult> CloseOnceAsync(Actor actor, int consultationId, DateOnly today, HandledRequest? request, CancellationToken stop)
    {
        var consultation = await db.Consultations.SingleOrDefaultAsync(c => c.Id == consultationId, stop)
            ?? throw new RefusalException("CON001", "没有这一轮征求意见。", RefusalKind.Missing);
        if (consultation.ClosedOn is not null) throw new RefusalException("CON006", "这一轮已经结束，不用再结束。", RefusalKind.Conflict);
        var rows = await db.Commitments.Include(c => c.CoUnits).Where(c => c.ConsultationId == consultationId && c.State == CommitmentState.Consulting)
            .OrderBy(c => c.Order).ThenBy(c => c.Id).ToListAsync(stop);
        var opinions = (await db.Opinions.Where(o => o.ConsultationId == consultationId).ToListAsync(stop)).ToLookup(o => o.CommitmentId);
        var silent = rows.Where(r => r.IsLeaf).SelectMany(r => Silent(r, opinions[r.Id]).Select(v => (Row: r, Voice: v))).ToList();
        if (today <= consultation.Until && AwaitedIn(rows, opinions) is > 0 and var awaited)
            throw new RefusalException("CON007",
                $"还有 {awaited} 家没有反馈完，过了 {consultation.Until:yyyy-MM-dd} 才能按同意处理。请等到期，或催他们先反馈。", RefusalKind.Conflict);
        var now = Now();
        var agreeing = silent.Where(s => AskedInTime(s.Row, consultation.Until).Contains(s.Voice)).ToList();
        db.Opinions.AddRange(agreeing.Select(s => BySilence(consultation, s.Row, s.Voice, now)));
        consultation.ClosedOn = today;
        foreach (var late in opinions.SelectMany(o => o).Where(o => o.State == OpinionState.ToSign)) NeverSent(late, "截止前没有签发，没有报出");
        var waiting = rows.Where(r => r.IsLeaf && opinions[r.Id].Any(IsUndecided)).ToList();
        var settled = 0;
        foreach (var row in rows.Where(r => r.IsLeaf).Except(waiting))
        {
            row.State = CommitmentMoves.Table.After(row.State, CommitmentMove.EndConsultation);
            settled++;
        }

        foreach (var parent in rows.Where(r => !r.IsLeaf && !waiting.Exists(w => w.ParentId == r.Id)))
            parent.State = CommitmentMoves.Table.After(parent.State, CommitmentMove.EndConsultation);
        await save.SaveAsync(actor, "结束征求意见", "", request, stop);
        return new CloseResult(settled, agreeing.Count, silent.Count - agreeing.Count, waiting);
    }

    /// <summary>How many voices have rows before them on which they said nothing: while they have time, the round does not end.</summary>
    public static int AwaitedIn(IEnumerable<Commitment> rows, ILookup<int, Opinion> opinions) => rows
        .Where(r => r is { IsLeaf: true, State: CommitmentState.Consulting }).SelectMany(r => Silent(r, opinions[r.Id])).Distinct().Count();

    /// <summary>The voices a row asks that have sent nothing, or took back all they said.</summary>
    public static IEnumerable<Voice> Silent(Commitment row, IEnumerable<Opinion> opinions)
    {
        var heard = opinions.Where(o => o.IsHeard).Select(Voice.Of).ToHashSet();
        return Voice.AskedBy(row).Where(v => !heard.Contains(v));
    }

    /// <summary>Agreement that nobody gave: it was not refused in time.</summary>
    public static bool IsSilence(Opinion opinion) => opinion is { Kind: OpinionKind.Agree, GivenById: 0 };

    public static bool IsUndecided(Opinion opinion) => opinion.State is OpinionState.Open or OpinionState.Escalated;

    /// <summary>Those whose silence counts: asked when the round began or brought in before its last day was over.</summary>
    private static HashSet<Voice> AskedInTime(Commitment row, DateOnly until)
    {
        var changedOn = DateOnly.FromDateTime(BusinessClock.InChina(row.ChangedAt));
        return [.. Voice.Named(row.Asked), .. changedOn <= until ? Voice.AskedBy(row) : []];
    }

    /// <summary>
    /// Answers, decisions and the end of a round meet at its version, so that none works with what another is changing:
    /// who comes second looks again, a few times, at what the first one left.
    /// </summary>
    private async Task<T> InTurnAsync<T>(Func<Task<T>> act, CancellationToken stop)
    {
        for (var tried = 1; ; tried++)
        {
            try
            {
                return await act();
            }
            catch (RefusalException refusal) when (refusal.Code == "SYS001" && tried < MostTries
                && db.ChangeTracker.Entries<Consultation>().Any(e => e.State == EntityState.Modified))
            {
                db.ChangeTracker.Clear();
                await Task.Delay(Random.Shared.Next(10, 40) * tried, stop);
            }
        }
    }

    /// <summary>Counts up the round's version: whoever read it before must look again.</summary>
    private static void TakeTurn(Consultation round) => round.Version++;

    /// <summary>Rows and leaves go together: a row is left out with all its leaves when one of them lacks something.</summary>
    private static List<LeftOut> Judge(IReadOnlyList<Commitment> rows)
    {
        var byRoot = rows.OrderBy(r => r.Order).ThenBy(r => r.Id).GroupBy(r => r.ParentId ?? r.Id);
        var found = new List<LeftOut>();
        foreach (var group in byRoot)
        {
            var root = group.FirstOrDefault(r => r.Id == group.Key);
            var reasons = group.Where(r => r.IsLeaf).Select(Lacks).Where(r => r.Length > 0).Distinct().ToList();
            if (root is null) reasons = ["上级任务不是草稿"];
            if (reasons.Count > 0) found.Add(new LeftOut(group.Key, (root ?? group.First()).Title, string.Join("；", reasons)));
        }

        return found;
    }

    private static string Lacks(Commitment leaf)
    {
        string[] lacks = [leaf.LeadUnitId is null ? "牵头单位" : "", leaf.LeaderPostId is null ? "牵头领导" : "", leaf.DueKind == DueKind.None ? "完成时限" : ""];
        var named = string.Join('、', lacks.Where(l => l.Length > 0));
        return named.Length == 0 ? "" : leaf.ParentId is null ? $"缺{named}" : $"子项“{leaf.Title}”缺{named}";
    }

    private async Task SendAsync(Plan plan, Consultation consultation, List<Commitment> asked, CancellationToken stop)
    {
        db.Consultations.Add(consultation);
        var key = db.Entry(consultation).Property(c => c.Id).CurrentValue;
        foreach (var row in asked)
        {
            row.State = CommitmentMoves.Table.After(row.State, CommitmentMove.Consult);
            row.Asked = Voice.Text(Voice.AskedBy(row));
            // The round has its number only once saved; the temporary key is replaced then.
            var link = db.Entry(row).Property(c => c.ConsultationId);
            (link.CurrentValue, link.IsTemporary) = (key, true);
            var kept = new ConsultedRow { CommitmentId = row.Id, Values = Consulted.Text(RowValues.Of(row)) };
            db.ConsultedRows.Add(kept);
            var round = db.Entry(kept).Property(k => k.ConsultationId);
            (round.CurrentValue, round.IsTemporary) = (key, true);
        }

        var roots = asked.Where(r => r.ParentId is null).Select(r => (int?)r.Id).ToList();
        var leaves = await db.Commitments.Where(c => roots.Contains(c.ParentId)).ToListAsync(stop);
        Numbering.Give(plan, asked, leaves);
    }

    private static Opinion BySilence(Consultation consultation, Commitment row, Voice voice, DateTime now) => new()
    {
        ConsultationId = consultation.Id,
        CommitmentId = row.Id,
        UnitId = voice.UnitId,
        PostId = voice.PostId,
        Kind = OpinionKind.Agree,
        State = OpinionState.Accepted,
        Grounds = $"{consultation.Until:yyyy-MM-dd}（含当日）前没有反馈，视为无意见",
        GivenAt = now,
    };

    private DateTime Now() => clock.GetUtcNow().UtcDateTime;

    private Task<Commitment?> RowAsync(int id, CancellationToken stop) => db.Commitments.WithParts().SingleOrDefaultAsync(c => c.Id == id, stop);
}
