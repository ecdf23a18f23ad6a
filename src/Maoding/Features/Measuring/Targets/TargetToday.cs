using Maoding.Contracts;
using Maoding.Domain.Access;
using Maoding.Features.Planning.Ledger;
using Maoding.Shared.Addresses;
using Maoding.Storage;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Measuring.Targets;

/// <summary>Targets that no indicator tells yet, for those who tie them; as the page of targets counts them.</summary>
internal sealed class TargetToday(MaodingContext db, TargetReader targets) : TodayPart
{
    public override int Place => 690;

    public override string Section => "targets";

    public override async Task GatherAsync(Gathered view, TodayScene scene, CancellationToken stop)
    {
        if (!Permissions.Allows(scene.Actor, Permission.SetTargets)) return;
        var untied = await targets.Rows(scene.Plan.Id).VisibleTo(db, scene.Actor, Permission.SeeTargets)
            .CountAsync(c => !db.Targets.Any(t => t.CommitmentId == c.Id), stop);
        view.AddSome(untied, "目标", "{0} 项目标还没有关联指标", "关联以后才能用数据判断能不能完成。", "去关联", $"{TargetLinks.Index}#untied");
    }
}
