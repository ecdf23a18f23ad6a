using Maoding.Contracts;
using Maoding.Domain.Access;
using Maoding.Domain.Settling;
using Maoding.Shared.Addresses;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Progress.Settling;

/// <summary>At the year's end: rows to propose something for, and proposals to decide.</summary>
internal sealed class SettleToday(SettleList list) : TodayPart
{
    public override int Place => 680;

    public override string Section => "settle";

    public override async Task GatherAsync(Gathered view, TodayScene scene, CancellationToken stop)
    {
        var plan = scene.Plan;
        if (plan.State == Domain.Ledger.PlanState.Closed || scene.Today < CompletionRules.FirstDay(plan.Year)) return;
        if (Permissions.Allows(scene.Actor, Permission.SettleYear))
        {
            var proposed = await list.Open(scene.Actor, plan.Id, new SettleFilter()).CountAsync(r => r.Proposed != null, stop);
            view.AddSome(proposed, "交账", "{0} 项交账建议待裁定", "牵头单位提出了年底去向，可以成批办理。", "去办理", SettleLinks.Index);
        }

        if (!Permissions.Allows(scene.Actor, Permission.ProposeSettlement)) return;
        var lacking = await list.Own(scene.Actor, plan.Id).CountAsync(r => r.Proposed == null, stop);
        view.AddSome(lacking, "交账", "{0} 项要提出年底去向", "完成、结转下年还是作说明，请提出建议，由督查室裁定。", "去提出", SettleLinks.Own);
    }
}
