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
        var months = ChaseService.Months(scene.Plan, scene.Today);
        var month = ChaseService.MonthInQuestion(scene.Plan, scene.Today);
        var late = (await chase.OwedAsync(scene.Plan, months[0], months[^1], stop))
            .SelectMany(r => r.Missing.Where(m => m.DaysLate(scene.Today) > 0).Select(m => (m.Period.Month, r.LeadUnitId, r.Number))).ToLookup(m => m.Month);
        var now = late[month].ToList();
        view.AddSome(now.Select(m => m.LeadUnitId).Distinct().Count(), "催办", $"{{0}} 个单位{month % 100}月进展逾期未报",
            $"共 {now.Select(m => m.Number).Distinct().Count()} 项，名单、电话和催办的话都备好了。", "去催办", ChaseLinks.Month(month));
        var before = late.Where(m => m.Key < month).OrderBy(m => m.Key).ToList();
        if (before.Count == 0) return;
        var words = string.Join('、', before.Select(m => $"{m.Key % 100}月 {m.Select(r => r.Number).Distinct().Count()} 项"));
        view.AddSome(before.SelectMany(m => m).Select(m => m.LeadUnitId).Distinct().Count(), "催办", "{0} 个单位以前月份的进展仍未报",
            $"{words}。", "去催办", ChaseLinks.Month(before[0].Key));
    }
}
