using Maoding.Contracts;
using Maoding.Domain.Access;
using Maoding.Shared.Addresses;

namespace Maoding.Features.Progress.Chasing;

/// <summary>Units that are late with a month, for those who call them.</summary>
internal sealed class ChaseToday(ChaseService chase) : TodayPart
{
    public override int Place => 600;

    public override string Section => "chase";

    public override async Task GatherAsync(Gathered view, TodayScene scene, CancellationToken stop)
    {
        if (!Permissions.Allows(scene.Actor, Permission.ChaseUnits)) return;
        var plan = scene.RunningPlan;
        var month = ChaseService.MonthInQuestion(plan, scene.Today);
        var late = (await chase.OwedAsync(plan, month, stop)).Where(r => r.Missing.Any(m => m.DaysLate(scene.Today) > 0)).ToList();
        var units = late.Select(r => r.LeadUnitId).Distinct().Count();
        view.AddSome(units, "催办", $"{{0}} 个单位{month % 100}月进展逾期未报", $"共 {late.Count} 项，名单、电话和催办的话都备好了。", "去催办", ChaseLinks.Month(month));
    }
}
