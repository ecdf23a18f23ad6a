using Maoding.Contracts;
using Maoding.Domain.Ledger;
using Maoding.Domain.Organization;
using Maoding.Shared.Addresses;
using Maoding.Storage;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Planning.Issuing;

/// <summary>What can be issued and who has not signed, for the coordinator.</summary>
internal sealed class IssueToday(MaodingContext db, BatchUnits units) : TodayPart
{
    public override int Place => 440;

    public override string Section => "issue";

    public override async Task GatherAsync(Gathered view, TodayScene scene, CancellationToken stop)
    {
        if (!scene.Actor.Is(PostKind.Coordinator)) return;
        view.AddSome(await IssuableAsync(scene.Plan.Id, stop), "印发", "{0} 项待印发", "印发前系统检查一遍，有必改问题的先改好。", "去印发", IssueLinks.Index);
        var unsigned = UnitsOf(await units.ReadAsync(scene.Plan.Id, stop));
        view.AddSome(unsigned, "签收", "{0} 个单位还没有签收", "点开印发的那一批，名单后面有联络员的电话。", "查看", IssueLinks.Index);
    }

    /// <summary>Units that have something to sign for, each once.</summary>
    internal static int UnitsOf(IReadOnlyList<BatchUnit> units) => units.Where(u => u.Waits).Select(u => u.UnitId).Distinct().Count();

    /// <summary>Rows that a batch could take, or leaves of them, and that are not asked about now; as the page of issuing counts them.</summary>
    private Task<int> IssuableAsync(int planId, CancellationToken stop) => db.Commitments.CountAsync(
        c => c.PlanId == planId && c.ParentId == null && c.State >= CommitmentState.Draft && c.State < CommitmentState.Stopped
            && c.State != CommitmentState.Consulting && !db.Commitments.Any(l => l.ParentId == c.Id && l.State == CommitmentState.Consulting)
            && (c.State < CommitmentState.Issued
                || db.Commitments.Any(l => l.ParentId == c.Id && l.State >= CommitmentState.Draft && l.State < CommitmentState.Issued)),
        stop);
}

/// <summary>Batches that a unit has to sign for.</summary>
internal sealed class ReceiptToday(BatchUnits units) : TodayPart
{
    public override int Place => 520;

    public override string Section => "issue";

    public override async Task GatherAsync(Gathered view, TodayScene scene, CancellationToken stop)
    {
        if (scene.Actor.Units.Count == 0) return;
        var waiting = (await units.ReadAsync(scene.Plan.Id, stop))
            .Where(u => u.Waits && scene.Actor.Units.Contains(u.UnitId)).Select(u => u.IssueId).Distinct();
        view.AddSome(waiting.Count(), "签收", "{0} 批任务等您签收", "每个单位签收一次，表示已收到并安排；调整后新增的再签一次。", "去签收", IssueLinks.Index);
    }
}

/// <summary>Units that have not signed, for the inspector.</summary>
internal sealed class UnsignedToday(BatchUnits units) : TodayPart
{
    public override int Place => 1110;

    public override string Section => "issue";

    public override async Task GatherAsync(Gathered view, TodayScene scene, CancellationToken stop)
    {
        if (!scene.Actor.Is(PostKind.Inspector)) return;
        var unsigned = IssueToday.UnitsOf(await units.ReadAsync(scene.Plan.Id, stop));
        view.AddSome(unsigned, "签收", "{0} 个单位还没有签收", "点开印发的那一批，可以看到是哪些单位。", "查看", IssueLinks.Index);
    }
}
