using System.Globalization;
using Maoding.Contracts;
using Maoding.Domain.Access;
using Maoding.Domain.Ledger;
using Maoding.Shared;
using Maoding.Shared.Addresses;
using Maoding.Storage;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Planning.Ledger;

/// <summary>The numbers of the ledger.</summary>
internal sealed class LedgerToday(MaodingContext db, CountedRows counted, LedgerList list) : TodayPart
{
    /// <summary>Days ahead within which a row's time is near.</summary>
    internal const int NearDays = 30;

    public override int Place => 200;

    public override string Section => "ledger";

    public override async Task GatherAsync(Gathered view, TodayScene scene, CancellationToken stop)
    {
        if (Permissions.ScopeOf(scene.Actor, Permission.SeeRow) == Scope.None) return;
        var rows = db.Commitments.AsNoTracking().Where(c => c.PlanId == scene.Plan.Id).VisibleTo(db, scene.Actor);
        var counts = await rows.GroupBy(c => c.State).Select(g => new { State = g.Key, Count = g.Count() }).ToListAsync(stop);
        int Sum(CommitmentState state) => counts.Where(c => c.State == state).Sum(c => c.Count);
        var issued = (await counted.Of(scene.Plan.Id).VisibleTo(db, scene.Actor).GroupBy(c => c.Kind).Select(g => new { g.Key, Count = g.Count() })
            .ToListAsync(stop)).ToDictionary(g => g.Key, g => g.Count);
        var (works, targets) = (issued.GetValueOrDefault(CommitmentKind.Work), issued.GetValueOrDefault(CommitmentKind.Target));
        var seesAll = Permissions.ScopeOf(scene.Actor, Permission.SeeRow) == Scope.All;
        if (seesAll) view.Card("已印发", works + targets, $"任务 {works}　目标 {targets}（末级）", OverviewLinks.Rows(new LedgerFilter()));
        else view.Card("台账", counts.Sum(c => c.Count), $"含有子项的；已印发末级 {works + targets}，其中目标 {targets}", LedgerLinks.List);
        var near = new LedgerFilter(Sort: LedgerSort.Due, DueFrom: scene.Today, DueTo: scene.Today.AddDays(NearDays));
        var last = near.DueTo!.Value.ToString("M月d日", CultureInfo.InvariantCulture);
        view.Card($"{NearDays} 天内到期", await list.Filtered(scene.Actor, scene.Plan, near).CountAsync(stop), $"{last}（含当日）前", near.Href());
        if (!seesAll) return;
        var (drafts, asked) = (Sum(CommitmentState.Draft), Sum(CommitmentState.Consulting));
        var settled = Sum(CommitmentState.Consulted);
        var words = $"含有子项的；草稿 {drafts}　征求意见 {asked}　意见已定 {settled}";
        view.Card("未印发", drafts + asked + settled, words, new LedgerFilter(View: LedgerView.Draft).Href());
    }
}

/// <summary>What of their own rows runs out, for leaders, heads and clerks.</summary>
internal sealed class OwnRowsToday(LedgerList list) : TodayPart
{
    public override int Place => 510;

    public override string Section => "ledger";

    public override async Task GatherAsync(Gathered view, TodayScene scene, CancellationToken stop)
    {
        if (scene.Actor.LeaderPosts.Count == 0 && scene.Actor.Units.Count == 0) return;
        var mine = new LedgerFilter(Mine: true);
        // The number and the page that it leads to ask the same.
        if (await list.Filtered(scene.Actor, scene.Plan, mine).CountAsync(stop) is > 0 and var own)
            view.Card("我承担的", own, scene.Actor.LeaderPosts.Count > 0 ? "我牵头的" : "本单位牵头或配合", mine.Href());
        var first = new DateOnly(scene.Today.Year, scene.Today.Month, 1);
        var late = mine with { Sort = LedgerSort.Due, DueTo = scene.Today.AddDays(-1) };
        var month = mine with { Sort = LedgerSort.Due, DueFrom = scene.Today, DueTo = first.AddMonths(1).AddDays(-1) };
        var near = mine with { DueTo = scene.Today.AddDays(LedgerToday.NearDays) };
        var (today, lastDay, nearDay) = (scene.Today, month.DueTo, near.DueTo);
        var widest = mine with { DueTo = lastDay > nearDay ? lastDay : nearDay };
        var running = await list.Filtered(scene.Actor, scene.Plan, widest).GroupBy(_ => 1).Select(g => new
        {
            Late = g.Count(c => c.Due < today),
            Month = g.Count(c => c.Due >= today && c.Due <= lastDay),
            Near = g.Count(c => c.Due >= today && c.Due <= nearDay),
        }).FirstOrDefaultAsync(stop);
        if (running is null) return;
        view.AddSome(running.Late, "逾期", "{0} 项过了时限还没有办结", "请核对是否已经完成，需要调整的请与督查室联系。", "查看", late.Href());
        view.AddSome(running.Month, "到期", "{0} 项本月到期", $"{LedgerToday.NearDays} 天内共有 {running.Near} 项到期。", "查看", month.Href());
    }
}

/// <summary>Everybody's rows whose time is past, for those who call units.</summary>
internal sealed class LateRowsToday(LedgerList list) : TodayPart
{
    public override int Place => 590;

    public override string Section => "ledger";

    public override async Task GatherAsync(Gathered view, TodayScene scene, CancellationToken stop)
    {
        if (!Permissions.Allows(scene.Actor, Permission.ChaseUnits)) return;
        var late = new LedgerFilter(Sort: LedgerSort.Due, DueTo: scene.Today.AddDays(-1));
        view.AddSome(await list.Filtered(scene.Actor, scene.Plan, late).CountAsync(stop), "逾期", "{0} 项任务超过完成时限未办结",
            "各单位的都在内，请逐项催办，确需改期的按程序调整。", "查看", late.Href());
    }
}
