using Maoding.Contracts;
using Maoding.Domain.Ledger;
using Maoding.Domain.Organization;
using Maoding.Storage;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Planning.Ledger.Assigning;

/// <summary>Rows that nobody has, or that have no time, for the coordinator.</summary>
internal sealed class AssignToday(MaodingContext db) : TodayPart
{
    public override int Place => 420;

    public override string Section => "ledger";

    public override async Task GatherAsync(Gathered view, TodayScene scene, CancellationToken stop)
    {
        if (!scene.Actor.Is(PostKind.Coordinator)) return;
        var draft = db.Commitments.AsNoTracking().Where(c => c.PlanId == scene.Plan.Id && c.IsLeaf && c.State == CommitmentState.Draft);
        var gaps = await draft.GroupBy(_ => 1).Select(g => new
        {
            NoUnit = g.Count(c => c.LeadUnitId == null),
            NoLeader = g.Count(c => c.LeaderPostId == null),
            NoTime = g.Count(c => c.DueKind == DueKind.None),
        }).FirstOrDefaultAsync(stop);
        view.AddSome(gaps?.NoUnit ?? 0, "分工", "{0} 项还没有牵头单位", "没有牵头单位的任务不能征求意见和印发。", "去分工", new AssignFilter("unit").Href());
        view.AddSome(gaps?.NoLeader ?? 0, "分工", "{0} 项还没有牵头领导", "按领导分工指定。", "去分工", new AssignFilter("leader").Href());
        view.AddSome(gaps?.NoTime ?? 0, "时限", "{0} 项还没有完成时限", "写明日期，或定为全年持续。", "去填写", new AssignFilter("due").Href());
    }
}
