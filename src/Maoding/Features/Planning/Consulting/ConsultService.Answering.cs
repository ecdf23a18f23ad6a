using System.Globalization;
using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Audit;
using Maoding.Domain.Consulting;
using Maoding.Domain.Ledger;
using Maoding.Domain.Organization;
using Maoding.Domain.Planning;
using Maoding.Shared;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Planning.Consulting;

/// <summary>What those asked say.</summary>
public sealed partial class ConsultService
{
    /// <summary>Rows told by name in a refusal.</summary>
    private const int ToldRows = 3;

    /// <summary>
    /// Agrees or proposes, for a unit or a leader's post that the row asks. A new proposal takes the place of the same voice's open one of that kind.
    /// </summary>
    /// <param name="seen">The row's version that was looked at: agreement is to that and to nothing later. Null for a proposal.</param>
    /// <exception cref="RefusalException">PER001: not the actor's voice or row; CON010–CON019; SYS001: the row changed since it was seen.</exception>
    public Task<Opinion> AnswerAsync(
        Actor actor, int rowId, Voice voice, Answer answer, DateOnly today, int? seen = null,
        HandledRequest? request = null, CancellationToken stop = default) =>
        InTurnAsync(() => AnswerOnceAsync(actor, rowId, voice, answer, today, seen, request, stop), stop);

    private async Task<Opinion> AnswerOnceAsync(
        Actor actor, int rowId, Voice voice, Answer answer, DateOnly today, int? seen, HandledRequest? request, CancellationToken stop)
    {
        var row = await RowAsync(rowId, stop) ?? throw new RefusalException("CON010", "没有这一项任务。", RefusalKind.Missing);
        var consultation = await OpenRoundAsync(actor, row, voice, today, stop);
        if (answer.Kind == OpinionKind.Agree && row.Version != seen) throw Changed([row]);
        var said = await db.Opinions.Where(
            o => o.ConsultationId == consultation.Id && o.CommitmentId == rowId && o.UnitId == voice.UnitId && o.PostId == voice.PostId
            && o.State != OpinionState.Withdrawn && o.State != OpinionState.Unsent).ToListAsync(stop);
        await CheckAsync(row, answer, stop);
        var sending = await SendingAsync(actor, voice, stop);
        GiveWay(said, answer.Kind, sending != Sending.Waits);
        var opinion = Written(actor, consultation, row, voice, answer, sending);
        db.Opinions.Add(opinion);
        if (answer.File is { } file) db.AddFile(actor, file.Name, file.Type, file.Bytes, Now(), opinion);
        TakeTurn(consultation);
        await save.SaveAsync(actor, answer.Kind == OpinionKind.Agree ? "同意任务分工" : "提出修改意见", answer.Grounds.Trim(), request, stop);
        return opinion;
    }

    /// <summary>Agrees to all rows that were shown, ask the voice and were not answered by it yet.</summary>
    /// <param name="seen">The rows that were looked at, each with its version.</param>
    /// <returns>How many rows, and whether they wait for the head's signature.</returns>
    /// <exception cref="RefusalException">CON018: none is left; SYS001: some changed since they were seen.</exception>
    public Task<(int Count, bool Waits)> AgreeToRestAsync(
        Actor actor, Voice voice, IReadOnlyDictionary<int, int> seen, DateOnly today, HandledRequest? request = null, CancellationToken stop = default)
    {
        DemandVoice(actor, voice);
        return InTurnAsync(() => AgreeOnceAsync(actor, voice, seen, today, request, stop), stop);
    }

    private async Task<(int Count, bool Waits)> AgreeOnceAsync(
        Actor actor, Voice voice, IReadOnlyDictionary<int, int> seen, DateOnly today, HandledRequest? request, CancellationToken stop)
    {
        var open = await db.Consultations.Where(c => c.ClosedOn == null && c.Until >= today).ToDictionaryAsync(c => c.Id, stop);
        var agreed = (await db.Unanswered(voice).Include(c => c.CoUnits).OrderBy(c => c.Order).ThenBy(c => c.Id).ToListAsync(stop))
            .FindAll(r => r.ConsultationId is { } id && open.ContainsKey(id) && seen.ContainsKey(r.Id));
        if (agreed.Count == 0) throw new RefusalException("CON018", "没有还要您反馈的任务了。", RefusalKind.Conflict);
        if (agreed.FindAll(r => r.Version != seen[r.Id]) is { Count: > 0 } changed) throw Changed(changed);
        var sending = await SendingAsync(actor, voice, stop);
        foreach (var row in agreed)
        {
            Permissions.Demand(actor, Permission.AnswerConsultation, RowFacts.Of(row));
            db.Opinions.Add(Written(actor, open[row.ConsultationId!.Value], row, voice, Answer.Agree, sending));
        }

        foreach (var round in agreed.Select(r => r.ConsultationId!.Value).Distinct()) TakeTurn(open[round]);
        await save.SaveAsync(actor, "同意任务分工", "其余全部同意", request, stop);
        return (agreed.Count, sending == Sending.Waits);
    }

    /// <summary>Rows that are not what was looked at any more, with what they are now.</summary>
    private RefusalException Changed(List<Commitment> rows)
    {
        var told = rows.Take(ToldRows).Select(r =>
            $"“{r.Number} {r.Title}”现在由{(current.Directory.UnitName(r.LeadUnitId) is { Length: > 0 } lead ? lead : "（未定单位）")}牵头，时限{RowValues.Of(r).DueText}");
        var more = rows.Count > ToldRows ? $"；还有 {rows.Count - ToldRows} 项" : "";
        return new RefusalException("SYS001", $"您看过以后任务又改过，没有记为同意：{string.Join('；', told)}{more}。请看过现在的内容再反馈。", RefusalKind.Conflict);
    }

    /// <summary>Takes one's own opinion back while the round is open and nobody has decided it.</summary>
    public Task WithdrawAsync(Actor actor, int opinionId, int version, DateOnly today, HandledRequest? request = null, CancellationToken stop = default) =>
        InTurnAsync(() => WithdrawOnceAsync(actor, opinionId, version, today, request, stop), stop);

    private async Task<Opinion> WithdrawOnceAsync(Actor actor, int opinionId, int version, DateOnly today, HandledRequest? request, CancellationToken stop)
    {
        var opinion = await OpinionAsync(opinionId, version, stop);
        var row = await RowAsync(opinion.CommitmentId, stop) ?? throw new RefusalException("CON010", "没有这一项任务。", RefusalKind.Missing);
        DemandVoice(actor, Voice.Of(opinion));
        TakeTurn(await OpenRoundAsync(actor, row, null, today, stop));
        var agreed = opinion is { Kind: OpinionKind.Agree, State: OpinionState.Accepted };
        if (opinion.State is not (OpinionState.Open or OpinionState.ToSign) && !agreed)
            throw new RefusalException("CON019", $"这条意见已经是“{OpinionWords.NameOf(opinion.State)}”，不能撤回。", RefusalKind.Conflict);
        TakeBack(opinion);
        await save.SaveAsync(actor, "撤回意见", "", request, stop);
        return opinion;
    }

    private static void DemandVoice(Actor actor, Voice voice)
    {
        if (!Voice.HeldBy(actor).Contains(voice))
            throw new RefusalException("PER001", "您不能代表这个单位或岗位反馈意见。", RefusalKind.Forbidden);
    }

    /// <summary>The row's round while answers are taken; the voice, when given, must be the actor's and one the row asks.</summary>
    private async Task<Consultation> OpenRoundAsync(Actor actor, Commitment row, Voice? voice, DateOnly today, CancellationToken stop)
    {
        Permissions.Demand(actor, Permission.AnswerConsultation, RowFacts.Of(row));
        if (voice is not null) DemandVoice(actor, voice);
        if (!row.IsLeaf) throw new RefusalException("CON011", "这一项已分解，请对各子项反馈意见。");
        var consultation = await db.Consultations.SingleOrDefaultAsync(c => c.Id == row.ConsultationId, stop);
        if (row.State != CommitmentState.Consulting || consultation is null || consultation.ClosedOn is not null)
            throw new RefusalException("CON012", $"这一项现在是“{CommitmentMoves.NameOf(row.State)}”，征求意见已经结束。有意见请联系督查室。", RefusalKind.Conflict);
        if (today > consultation.Until)
            throw new RefusalException("CON013", $"反馈截止到 {consultation.Until:yyyy-MM-dd}，已按无意见处理。还有意见请联系督查室。", RefusalKind.Conflict);
        if (voice is not null && !Voice.AskedBy(row).Contains(voice))
            throw new RefusalException("PER001", "这一项没有征求您单位的意见。", RefusalKind.Forbidden);
        return consultation;
    }

    private async Task CheckAsync(Commitment row, Answer answer, CancellationToken stop)
    {
        var year = await YearAsync(row, stop);
        if (answer.Kind is not (OpinionKind.Agree or OpinionKind.FillIn) && answer.Grounds.Trim().Length == 0)
            throw new RefusalException("CON014", "提修改意见要写依据，如三定方案、文件、职责分工。") { Field = "Grounds" };
        if (answer.Grounds.Length > 2000) throw new RefusalException("CON014", "依据最多 2000 字。") { Field = "Grounds" };
        switch (answer.Kind)
        {
            case OpinionKind.OtherLead when answer.ProposedUnitId is null || answer.ProposedUnitId == row.LeadUnitId:
                throw new RefusalException("CON015", "请选一个与现在不同的牵头单位。") { Field = "ProposedUnit" };
            case OpinionKind.OtherCoUnits when CoUnits(row, answer).Order().SequenceEqual(row.CoUnits.Select(u => u.UnitId).Order()):
                throw new RefusalException("CON015", "所选配合单位与现在相同，请增减后再提。") { Field = "ProposedCoUnits" };
            case OpinionKind.OtherWording when answer.ProposedText.Trim() is var words && (words.Length is 0 or > 300 || words == row.Title):
                throw new RefusalException("CON029", "请写一个与现在不同的表述（300 字以内）。") { Field = "ProposedTitle" };
            case OpinionKind.OtherTarget when row.Target is null:
                throw new RefusalException("CON030", "这一项没有目标值，请改提数量、时限或其他意见。") { Field = "ProposedValue" };
            case OpinionKind.OtherTarget when answer.ProposedText.Trim() is var value
                && (value.Length is 0 or > 40 || value == row.Target.Value + row.Target.Unit):
                throw new RefusalException("CON030", "请写一个与现在不同的目标值（40 字以内），如“7%”。") { Field = "ProposedValue" };
            case OpinionKind.OtherLeader when answer.ProposedPostId == row.LeaderPostId
                || current.Directory.Post(answer.ProposedPostId) is not { Kind: PostKind.Leader, IsClosed: false }:
                throw new RefusalException("CON031", "请选一位与现在不同的牵头领导。") { Field = "ProposedPost" };
            case OpinionKind.OtherTime when answer.ProposedDue is null || (row.DueKind == DueKind.Date && answer.ProposedDue == row.Due):
                throw new RefusalException("CON015", "请写一个与现在不同的完成日期。") { Field = "ProposedDue" };
            case OpinionKind.FillIn when answer.ProposedPlan.Length == 0 && answer.ProposedQuantities is not { Count: > 0 }:
                throw new RefusalException("CON015", "请填数量或月度计划。") { Field = "Quantities" };
            case OpinionKind.FillIn when IsFilledIn(row, answer):
                throw new RefusalException("CON015", "所填数量、月度计划与现在相同。请改动后再提；没有意见的，请返回点“同意”。") { Field = "Quantities" };
            default:
                break;
        }

        var units = (answer.ProposedCoUnits ?? []).Concat(answer.ProposedUnitId is { } lead ? [lead] : []).Distinct().ToList();
        if (units.Count > 0 && await db.Units.CountAsync(u => units.Contains(u.Id) && !u.IsClosed, stop) != units.Count)
            throw new RefusalException("ASG007", "选的单位不存在或已撤并，请重新选。") { Field = "ProposedUnit" };
        if (answer.Kind == OpinionKind.FillIn && answer.ProposedPlan.Length > 0)
            MonthlyPlans.With(RowValues.Of(row), PlanShape.Own, year, 1, MonthlyPlans.Values(answer.ProposedPlan));
        if (answer.Kind == OpinionKind.FillIn) (RowValues.Of(row) with { Quantities = answer.ProposedQuantities ?? [] }).Check(year);
        if (answer.Kind == OpinionKind.OtherTime) (RowValues.Of(row) with { DueKind = DueKind.Date, Due = answer.ProposedDue }).Check(year);
    }

    /// <summary>Agreement and proposals exclude each other; of one kind the newest proposal stands.</summary>
    /// <param name="isSent">What waits for a signature takes the place of nothing that was sent.</param>
    private static void GiveWay(List<Opinion> said, OpinionKind kind, bool isSent)
    {
        if (kind == OpinionKind.Agree)
        {
            if (said.Exists(o => o.Kind == OpinionKind.Agree)) throw new RefusalException("CON016", "已经同意过，不用再反馈。", RefusalKind.Conflict);
            if (said.Exists(o => o.State is OpinionState.Open or OpinionState.ToSign))
                throw new RefusalException("CON017", "您已提出修改意见，要改为同意请先撤回。", RefusalKind.Conflict);
            return;
        }

        foreach (var earlier in said.Where(o => o.Kind == OpinionKind.Agree || (o.Kind == kind && o.State is OpinionState.Open or OpinionState.ToSign)))
            if (isSent || earlier.State == OpinionState.ToSign) TakeBack(earlier);
    }

    private Opinion Written(Actor actor, Consultation consultation, Commitment row, Voice voice, Answer answer, Sending sending) => new()
    {
        ConsultationId = consultation.Id,
        CommitmentId = row.Id,
        UnitId = voice.UnitId,
        PostId = voice.PostId,
        Kind = answer.Kind,
        State = sending == Sending.Waits ? OpinionState.ToSign : Sent(answer.Kind),
        ProposedUnitId = answer.Kind == OpinionKind.OtherLead ? answer.ProposedUnitId : null,
        ProposedCoUnits = answer.Kind == OpinionKind.OtherCoUnits ? string.Join(',', CoUnits(row, answer)) : "",
        ProposedPostId = answer.Kind == OpinionKind.OtherLeader ? answer.ProposedPostId : null,
        ProposedText = answer.Kind is OpinionKind.OtherWording or OpinionKind.OtherTarget ? answer.ProposedText.Trim() : "",
        ProposedDue = answer.Kind == OpinionKind.OtherTime ? answer.ProposedDue : null,
        ProposedPlan = answer.Kind == OpinionKind.FillIn ? answer.ProposedPlan : "",
        ProposedQuantities = answer.Kind == OpinionKind.FillIn ? string.Join('\n', (answer.ProposedQuantities ?? []).Select(QuantityLine)) : "",
        Grounds = answer.Grounds.Trim(),
        GivenById = actor.AccountId,
        GivenAt = Now(),
        SignedById = sending == Sending.Signed ? actor.AccountId : null,
        SignedAt = sending == Sending.Signed ? Now() : null,
    };

    /// <summary>The lead unit, ticked as well, is no co-unit.</summary>
    private static IEnumerable<int> CoUnits(Commitment row, Answer answer) => (answer.ProposedCoUnits ?? []).Where(id => id != row.LeadUnitId).Distinct();

    /// <summary>What is filled in stands in the row already; what is left empty proposes nothing.</summary>
    private static bool IsFilledIn(Commitment row, Answer answer)
    {
        var values = RowValues.Of(row);
        return (answer.ProposedPlan.Length == 0 || answer.ProposedPlan == values.MonthlyPlan)
            && (answer.ProposedQuantities is not { Count: > 0 } proposed || proposed.ToHashSet().SetEquals(values.Quantities));
    }

    private static string QuantityLine(QuantityValue quantity) =>
        string.Create(CultureInfo.InvariantCulture, $"{quantity.Name}\t{quantity.Value:0.######}\t{quantity.Unit}");

    private async Task<int> YearAsync(Commitment row, CancellationToken stop) =>
        await db.Plans.Where(p => p.Id == row.PlanId).Select(p => p.Year).SingleAsync(stop);

    private async Task<Opinion> OpinionAsync(int id, int version, CancellationToken stop)
    {
        var opinion = await db.Opinions.SingleOrDefaultAsync(o => o.Id == id, stop) ?? throw new RefusalException("CON020", "没有这条意见。", RefusalKind.Missing);
        return opinion.Version == version
            ? opinion : throw new RefusalException("CON021", $"这条意见已经是“{OpinionWords.NameOf(opinion.State)}”，没有重复处理。请刷新页面。", RefusalKind.Conflict);
    }
}
