using System.Globalization;
using Maoding.Domain.Consult;
using Maoding.Domain.Ledger;
using Maoding.Features.Ledger;
using Maoding.Storage;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Today;

/// <summary>What waits for the coordinator, in the order of the work: confirm, assign, consult, issue, receive.</summary>
internal sealed class CoordinatorToday(MaodingContext db)
{
    public async Task GatherAsync(Gathered view, TodayScene scene, Consultation? round, CancellationToken stop)
    {
        await FindingsAsync(view, scene, stop);
        var draft = db.Commitments.AsNoTracking().Where(c => c.PlanId == scene.Plan.Id && c.IsLeaf).From(CommitmentState.Draft).Before(CommitmentState.Issued);
        var gaps = await draft.GroupBy(_ => 1).Select(g => new
        {
            NoOwner = g.Count(c => c.LeadUnitId == null || c.LeaderPostId == null),
            NoTime = g.Count(c => c.DueKind == DueKind.None),
            Ready = g.Count(c => c.State != CommitmentState.Consulting && c.LeadUnitId != null && c.LeaderPostId != null && c.DueKind != DueKind.None),
        }).FirstOrDefaultAsync(stop);
        view.AddSome(gaps?.NoOwner ?? 0, "落责", "{0} 项还没有牵头领导或牵头单位", "没有责任人的任务不能印发。", "去落责", new LedgerFilter(View: LedgerView.Draft, Sort: LedgerSort.Unit).Href());
        view.AddSome(gaps?.NoTime ?? 0, "时限", "{0} 项还没有完成时限", "写明日期，或定为全年持续。", "去填写", new LedgerFilter(View: LedgerView.Draft, Sort: LedgerSort.Due).Href());
        await OpinionsAsync(view, scene, round, stop);
        view.AddSome(gaps?.Ready ?? 0, "印发", "{0} 项责任和时限齐全，可以印发", "印发前系统再检查一遍。", "去印发", "/issue");
        view.AddSome(await UnsignedAsync(db, scene.Plan.Id, stop), "签收", "{0} 个单位还没有签收", "可以电话提醒，名单和电话在印发页。", "查看", "/issue");
    }

    /// <summary>Pairs of a batch and a unit in it that has not signed.</summary>
    public static Task<int> UnsignedAsync(MaodingContext db, int planId, CancellationToken stop)
    {
        var lead = db.Commitments.Where(c => c.PlanId == planId && c.IssueId != null && c.LeadUnitId != null).Select(c => new { Issue = c.IssueId!.Value, Unit = c.LeadUnitId!.Value });
        var co = db.Commitments.Where(c => c.PlanId == planId && c.IssueId != null).SelectMany(c => c.CoUnits, (c, u) => new { Issue = c.IssueId!.Value, Unit = u.UnitId });
        return lead.Union(co).CountAsync(p => !db.Receipts.Any(r => r.IssueId == p.Issue && r.UnitId == p.Unit), stop);
    }

    private async Task FindingsAsync(Gathered view, TodayScene scene, CancellationToken stop)
    {
        var found = await db.Commitments.AsNoTracking().Where(c => c.PlanId == scene.Plan.Id && c.State == CommitmentState.Proposed && c.DocumentId != null)
            .GroupBy(c => c.DocumentId!.Value).Select(g => new { Document = g.Key, Count = g.Count() }).ToListAsync(stop);
        foreach (var document in scene.Directory.Ledger.Documents(scene.Plan.Id))
        {
            var count = found.Find(f => f.Document == document.Id)?.Count ?? 0;
            view.AddSome(count, "确认", $"《{document.Title}》有 {{0}} 项待确认", "对照原文逐项采纳、修改或不列入。", "去确认", string.Create(CultureInfo.InvariantCulture, $"/documents/{document.Id}/review"));
        }
    }

    private async Task OpinionsAsync(Gathered view, TodayScene scene, Consultation? round, CancellationToken stop)
    {
        var open = await db.Opinions.CountAsync(o => o.State == OpinionState.Open && o.Kind != OpinionKind.Agree && db.Consultations.Any(c => c.Id == o.ConsultationId && c.PlanId == scene.Plan.Id), stop);
        view.AddSome(open, "意见", "{0} 条意见等您定", "逐条采纳、不采纳或报领导定。", "去处理", "/consult");
        if (round is null) return;
        var days = round.Until.DayNumber - scene.Today.DayNumber;
        var until = round.Until.ToString("M月d日", CultureInfo.InvariantCulture);
        view.Add(
            "征求",
            days < 0 ? $"第 {round.Round} 轮征求意见已于 {until} 到期" : $"第 {round.Round} 轮征求意见 {until} 截止",
            days < 0 ? "没有答复的视为同意，现在可以结束这一轮。" : days == 0 ? "今天是最后一天。" : $"还有 {days} 天，没有答复的到期视为同意。",
            days < 0 ? "去结束" : "看答复",
            "/consult");
    }
}
