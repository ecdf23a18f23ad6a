using System.Globalization;
using Maoding.Contracts;
using Maoding.Domain.Access;
using Maoding.Domain.Organization;
using Maoding.Domain.Problems;
using Maoding.Shared.Addresses;
using Maoding.Storage;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Supervision.Problems;

/// <summary>What of problems waits for one person, for 今日; two statements.</summary>
internal sealed class ProblemToday(MaodingContext db) : TodayPart
{
    /// <summary>Calendar days ahead within which a time is near.</summary>
    private const int NearDays = 7;

    public override int Place => 1000;

    public override string Section => "problems";

    public override bool IsOfYear => false;

    public override async Task GatherAsync(Gathered view, TodayScene scene, CancellationToken stop)
    {
        var (actor, units, posts, today) = (scene.Actor, scene.Actor.Units, scene.Actor.LeaderPosts, scene.Today);
        if (!Permissions.Allows(actor, Permission.SeeProblems)
            || !(units.Count > 0 || posts.Count > 0 || Permissions.Allows(actor, Permission.RaiseProblem))) return;
        var coordinates = actor.Is(PostKind.Coordinator);
        var under = scene.Directory.UnitsUnderChief(posts);
        var (near, longAgo, me) = (today.AddDays(NearDays), today.AddDays(-NearDays), actor.AccountId);
        ProblemState[] open = [ProblemState.Assigned, ProblemState.Handling];
        // Those who coordinate, and nobody else, are asked about all.
        var counts = await db.Problems.Where(p => p.State < ProblemState.Closed).GroupBy(_ => 1).Select(g => new Counts
        {
            ToTake = g.Count(p => p.State == ProblemState.Assigned && units.Contains(p.UnitId!.Value)),
            Late = g.Count(p => p.State == ProblemState.Handling && units.Contains(p.UnitId!.Value) && p.Due < today),
            Soon = g.Count(p => p.State == ProblemState.Handling && units.Contains(p.UnitId!.Value) && p.Due >= today && p.Due <= near),
            ToVerify = g.Count(p => p.State == ProblemState.Resolved && p.RaisedById == me),
            Unjudged = g.Count(p => p.State == ProblemState.Resolved && p.ResolvedOn < longAgo),
            Raised = g.Count(p => p.State == ProblemState.Raised),
            Verified = g.Count(p => p.State == ProblemState.Verified),
            AtMeeting = g.Count(p => open.Contains(p.State) && p.Tier == Tier.Meeting),
            AtLeader = g.Count(p => open.Contains(p.State) && p.Tier == Tier.Leader && posts.Contains(p.LeaderPostId!.Value)),
            AtChief = g.Count(p => open.Contains(p.State) && p.Tier == Tier.Chief && under.Contains(p.UnitId!.Value)),
        }).FirstOrDefaultAsync(stop);
        if (counts is null) return;
        var own = units.Count == 1 && !coordinates && posts.Count == 0 ? new ProblemFilter(Unit: units[0]) : new ProblemFilter();
        view.AddSome(counts.ToTake, "接办", "{0} 个问题交给本单位，还没有接办", "不归本单位的写明理由退回。", "去接办", (own with { State = ProblemState.Assigned }).Href());
        view.AddSome(counts.Late, "逾期", "{0} 个问题过了解决期限", "超出本单位权限的，写明理由提级。", "去办理", (own with { State = ProblemState.Handling, Overdue = true }).Href());
        view.AddSome(counts.Soon, "到期", "{0} 个问题快到解决期限", $"{NearDays} 天内到期。", "去办理",
            (own with { State = ProblemState.Handling, Sort = ProblemSort.Due }).Href());
        view.AddSome(counts.ToVerify, "验收", "{0} 个您提出的问题已报解决，等您验收", "看过现场或材料再定，没有解决的退回继续办。",
            "去验收", new ProblemFilter(State: ProblemState.Resolved, Mine: true).Href());
        if (posts.Count > 0)
            view.AddSome(counts.AtLeader, "协调", "{0} 个问题提到您这里", "责任单位解决不了，请您协调。", "查看", new ProblemFilter(Tier: Tier.Leader, Called: true).Href());
        if (under.Count > 0)
            view.AddSome(counts.AtChief, "协调", "{0} 个问题提到您这里", "分管领导协调以后仍未解决，请您定。", "查看", new ProblemFilter(Tier: Tier.Chief, Called: true).Href());
        if (coordinates) Coordinate(view, counts);
        if (units.Count > 0) await StepsAsync(view, units, today, stop);
    }

    private static void Coordinate(Gathered view, Counts counts)
    {
        view.AddSome(counts.Raised, "交办", "{0} 个问题待交办", "定单位、领导和期限。", "去交办", new ProblemFilter(State: ProblemState.Raised).Href());
        view.AddSome(counts.Verified, "销号", "{0} 个问题验收通过，待销号", "核对以后销号。", "去销号", new ProblemFilter(State: ProblemState.Verified).Href());
        view.AddSome(counts.Unjudged, "验收", $"{{0}} 个问题报了解决，{NearDays} 天还没有验收",
            "请提醒提出人；提出人已离任的，由您或分管领导代为验收。", "查看", new ProblemFilter(State: ProblemState.Resolved).Href());
        view.AddSome(counts.AtMeeting, "会议", "{0} 个问题要上专题会议", "请排进最近的专题会议。", "查看", new ProblemFilter(Tier: Tier.Meeting, Called: true).Href());
    }

    private async Task StepsAsync(Gathered view, IReadOnlyList<int> units, DateOnly today, CancellationToken stop)
    {
        var open = await (from step in db.ProblemSteps
                          join problem in db.Problems on step.ProblemId equals problem.Id
                          where step.DoneOn == null && units.Contains(step.UnitId) && problem.State < ProblemState.Verified
                          group step by 1 into all
                          select new { Count = all.Count(), Due = all.Min(s => s.Due), Problem = all.Min(s => s.ProblemId) }).FirstOrDefaultAsync(stop);
        if (open is null) return;
        var nearest = string.Create(CultureInfo.InvariantCulture, $"最近的{open.Due:M月d日}{(open.Due < today ? "已经过期" : "到期")}，办好后在问题里报办结。");
        view.Add("下一步", $"现场办公等定下的事有 {open.Count} 件没有办结", nearest, "去办理",
            open.Count == 1 ? $"{ProblemLinks.Problem(open.Problem)}#steps" : new ProblemFilter(Steps: true).Href());
    }

    private sealed class Counts
    {
        public int ToTake { get; init; }

        public int Late { get; init; }

        public int Soon { get; init; }

        public int ToVerify { get; init; }

        public int Unjudged { get; init; }

        public int Raised { get; init; }

        public int Verified { get; init; }

        public int AtMeeting { get; init; }

        public int AtLeader { get; init; }

        public int AtChief { get; init; }
    }
}
