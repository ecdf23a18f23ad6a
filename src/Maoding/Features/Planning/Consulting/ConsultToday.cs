using System.Globalization;
using Maoding.Contracts;
using Maoding.Domain.Consulting;
using Maoding.Domain.Organization;
using Maoding.Shared.Addresses;
using Maoding.Shared.Signing;
using Maoding.Storage;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Planning.Consulting;

/// <summary>Opinions to decide and the running round, for the coordinator.</summary>
internal sealed class ConsultToday(MaodingContext db) : TodayPart
{
    public override int Place => 430;

    public override string Section => "consult";

    public override async Task GatherAsync(Gathered view, TodayScene scene, CancellationToken stop)
    {
        if (!scene.Actor.Is(PostKind.Coordinator)) return;
        var undecided = db.Undecided(scene.Plan.Id).GroupBy(o => o.ConsultationId).Select(g => new { Round = g.Key, Count = g.Count() }).OrderBy(g => g.Round);
        foreach (var waiting in await undecided.ToListAsync(stop))
            view.AddSome(waiting.Count, "意见", "{0} 条意见等您定", "逐条采纳、不采纳或报请领导裁定。", "去处理", ConsultLinks.Round(waiting.Round));
        if (await OpenRoundAsync(db, scene, stop) is not { } round) return;
        var days = round.Until.DayNumber - scene.Today.DayNumber;
        var until = round.Until.ToString("M月d日", CultureInfo.InvariantCulture);
        view.Add(
            "征求",
            days < 0 ? $"第 {round.Round} 轮征求意见已于 {until} 到期" : $"第 {round.Round} 轮征求意见 {until}（含当日）截止",
            days < 0 ? "没有反馈的视为无意见，现在可以结束这一轮。" : days == 0 ? "今天是最后一天。" : $"还有 {days} 天，没有反馈的到期视为无意见。",
            days < 0 ? "去结束" : "看反馈",
            ConsultLinks.Round(round.Id));
    }

    /// <summary>The plan's round that is not closed; null when there is none.</summary>
    internal static Task<Consultation?> OpenRoundAsync(MaodingContext db, TodayScene scene, CancellationToken stop) => db.Consultations.AsNoTracking()
        .Where(c => c.PlanId == scene.Plan.Id && c.ClosedOn == null).OrderByDescending(c => c.Round).FirstOrDefaultAsync(stop);
}

/// <summary>What leaders, heads and clerks are asked about, and disputes that leaders settle.</summary>
internal sealed class AnswerToday(MaodingContext db, DelegationService delegations) : TodayPart
{
    public override int Place => 500;

    public override string Section => "consult";

    public override async Task GatherAsync(Gathered view, TodayScene scene, CancellationToken stop)
    {
        if (scene.Actor.LeaderPosts.Count == 0 && scene.Actor.Units.Count == 0) return;
        if (await ConsultToday.OpenRoundAsync(db, scene, stop) is { } round && round.Until >= scene.Today)
        {
            var open = 0;
            foreach (var voice in Voice.HeldBy(scene.Actor)) open += await db.Unanswered(voice).CountAsync(c => c.ConsultationId == round.Id, stop);
            var until = round.Until.ToString("M月d日", CultureInfo.InvariantCulture);
            view.AddSome(open, "反馈", "{0} 项任务征求您的意见", $"请在 {until}（含当日）前反馈，逾期没有反馈的视为无意见。", "去反馈", ConsultLinks.Index);
            var units = await delegations.SignsForAsync(scene.Actor, stop);
            var unsigned = units.Count == 0 ? 0 : await db.ToSign(units, scene.Today).CountAsync(o => o.ConsultationId == round.Id, stop);
            view.AddSome(unsigned, "签发", "{0} 条征求意见的反馈等您签发", $"请在 {until}（含当日）前签发，没有签发的不算反馈。", "去签发", ConsultLinks.Signing);
        }

        if (scene.Actor.LeaderPosts.Count == 0) return;
        var rounds = db.Consultations.Where(c => c.PlanId == scene.Plan.Id).Select(c => c.Id);
        var disputed = await db.EscalatedTo(scene.Actor.LeaderPosts).CountAsync(o => rounds.Contains(o.ConsultationId), stop);
        view.AddSome(disputed, "裁定", "{0} 项牵头单位有争议，请您裁定", "有关单位的意见和依据都列在里面。", "去裁定", ConsultLinks.Index);
    }
}
