using System.Globalization;
using Maoding.Domain.Consulting;
using Maoding.Domain.Ledger;
using Maoding.Features.Planning.Consulting;
using Maoding.Features.Planning.Issuing;
using Maoding.Features.Planning.Ledger.Assigning;
using Maoding.Shared.Addresses;
using Maoding.Storage;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Home.Today;

/// <summary>What waits for the coordinator, in the order of the work: confirm, assign, consult, issue, receive.</summary>
internal sealed class CoordinatorToday(MaodingContext db, BatchUnits units)
{
    public async Task GatherAsync(Gathered view, TodayScene scene, Consultation? round, CancellationToken stop)
    {
        await FindingsAsync(view, scene, stop);
        var draft = db.Commitments.AsNoTracking().Where(c => c.PlanId == scene.Plan.Id && c.IsLeaf && c.State == CommitmentState.Draft);
        var gaps = await draft.GroupBy(_ => 1).Select(g => new
        {
            NoUnit = g.Count(c => c.LeadUnitId == null),
            NoLeader = g.Count(c => c.LeaderPostId == null),
            NoTime = g.Count(c => c.DueKind == DueKind.None),
        }).FirstOrDefaultAsync(stop);
        view.AddSome(gaps?.NoUnit ?? 0, "分派", "{0} 项还没有牵头单位", "没有牵头单位的任务不能征求意见和印发。", "去分派", new AssignFilter("unit").Href());
        view.AddSome(gaps?.NoLeader ?? 0, "分派", "{0} 项还没有牵头领导", "按领导分工指定。", "去分派", new AssignFilter("leader").Href());
        view.AddSome(gaps?.NoTime ?? 0, "时限", "{0} 项还没有完成时限", "写明日期，或定为全年持续。", "去填写", new AssignFilter("due").Href());
        await OpinionsAsync(view, scene, round, stop);
        view.AddSome(await IssuableAsync(scene.Plan.Id, stop), "印发", "{0} 项待印发", "印发前系统检查一遍，有必改问题的先改好。", "去印发", "/issuing");
        view.AddSome(UnitsOf(await units.ReadAsync(scene.Plan.Id, stop)), "签收", "{0} 个单位还没有签收", "点开印发的那一批，名单后面有联络员的电话。", "查看", "/issuing");
    }

    /// <summary>Units that have something to sign for, each once.</summary>
    public static int UnitsOf(IReadOnlyList<BatchUnit> units) => units.Where(u => u.Waits).Select(u => u.UnitId).Distinct().Count();

    /// <summary>Rows that a batch could take, or leaves of them, and that are not asked about now; as the page of issuing counts them.</summary>
    private Task<int> IssuableAsync(int planId, CancellationToken stop) => db.Commitments.CountAsync(
        c => c.PlanId == planId && c.ParentId == null && c.State >= CommitmentState.Draft && c.State < CommitmentState.Stopped
            && c.State != CommitmentState.Consulting && !db.Commitments.Any(l => l.ParentId == c.Id && l.State == CommitmentState.Consulting)
            && (c.State < CommitmentState.Issued || db.Commitments.Any(l => l.ParentId == c.Id && l.State >= CommitmentState.Draft && l.State < CommitmentState.Issued)),
        stop);

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
        foreach (var waiting in await db.Undecided(scene.Plan.Id).GroupBy(o => o.ConsultationId).Select(g => new { Round = g.Key, Count = g.Count() }).OrderBy(g => g.Round).ToListAsync(stop))
            view.AddSome(waiting.Count, "意见", "{0} 条意见等您定", "逐条采纳、不采纳或报请领导裁定。", "去处理", ConsultLinks.Round(waiting.Round));
        if (round is null) return;
        var days = round.Until.DayNumber - scene.Today.DayNumber;
        var until = round.Until.ToString("M月d日", CultureInfo.InvariantCulture);
        view.Add(
            "征求",
            days < 0 ? $"第 {round.Round} 轮征求意见已于 {until} 到期" : $"第 {round.Round} 轮征求意见 {until}（含当日）截止",
            days < 0 ? "没有反馈的视为同意，现在可以结束这一轮。" : days == 0 ? "今天是最后一天。" : $"还有 {days} 天，没有反馈的到期视为同意。",
            days < 0 ? "去结束" : "看反馈",
            ConsultLinks.Round(round.Id));
    }
}
