using System.Globalization;
using Maoding.Contracts;
using Maoding.Domain.Access;
using Maoding.Domain.Procedures;
using Maoding.Shared.Addresses;
using Maoding.Storage;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Building.JointReviews;

/// <summary>What waits in procedures and joint reviews: to answer, to decide, to conclude, past the promised time.</summary>
internal sealed class ReviewToday(MaodingContext db) : TodayPart
{
    public override int Place => 900;

    public override string Section => "procedures";

    public override bool IsOfYear => false;

    public override async Task GatherAsync(Gathered view, TodayScene scene, CancellationToken stop)
    {
        if (scene.Actor.Units.Count > 0)
        {
            await ToAnswerAsync(view, scene, stop);
            await PastPromiseAsync(view, scene, stop);
        }

        if (Permissions.Allows(scene.Actor, Permission.DecideReview)) await ToDecideAsync(view, scene, stop);
        if (Permissions.Allows(scene.Actor, Permission.RunProcedures)) await ToConcludeAsync(view, scene, stop);
    }

    private async Task ToAnswerAsync(Gathered view, TodayScene scene, CancellationToken stop)
    {
        var units = scene.Actor.Units;
        var open = await (from review in db.JointReviews
                          where review.State == ReviewState.Reviewing
                          from answer in review.Answers
                          where answer.Kind == null && units.Contains(answer.UnitId)
                          orderby answer.Due
                          select new { review.Id, answer.Due }).ToListAsync(stop);
        if (open.Count == 0) return;
        var due = open[0].Due!.Value;
        view.AddSome(
            open.Count,
            "联审",
            "{0} 项联审联批等本部门反馈",
            due < scene.Today ? $"最早的{Day(due)}已经到期，逾期由分管领导定。" : $"最早的{Day(due)}（含当日）到期，逾期报分管领导。",
            "去反馈",
            open.Select(o => o.Id).Distinct().Count() == 1 ? ReviewLinks.Review(open[0].Id) : ReviewLinks.Index);
    }

    private async Task PastPromiseAsync(Gathered view, TodayScene scene, CancellationToken stop)
    {
        var units = scene.Actor.Units;
        var running = await db.Procedures.Where(p => units.Contains(p.UnitId!.Value) && p.AcceptedOn != null && p.FinishedOn == null && p.Waived == "")
            .Select(p => new { p.AcceptedOn, p.PromisedDays }).ToListAsync(stop);
        var axis = scene.Directory.Calendar.Axis;
        var late = running.Count(p => axis.At(p.AcceptedOn!.Value) + p.PromisedDays <= axis.At(scene.Today));
        view.AddSome(late, "手续", "{0} 项手续超过承诺时限还没有办结", "本部门受理的，请抓紧办结；已经办结的请登记。", "去登记",
            $"{ProcedureLinks.Index}?unit={units[0].ToString(CultureInfo.InvariantCulture)}");
    }

    private async Task ToDecideAsync(Gathered view, TodayScene scene, CancellationToken stop)
    {
        var mine = await ReviewPosts.ToDecideAsync(db, scene.Directory, scene.Actor.LeaderPosts, scene.Today, stop);
        if (mine.Count == 0) return;
        view.AddSome(mine.Count, "裁定", "{0} 个部门的联审意见请您定", "部门逾期没有反馈，或者不同意，按规定报到您这里。", "去裁定", mine.Select(o => o.ReviewId)
            .Distinct().Count() == 1 ? ReviewLinks.Review(mine[0].ReviewId) : ReviewLinks.Index);
    }

    private async Task ToConcludeAsync(Gathered view, TodayScene scene, CancellationToken stop)
    {
        var done = db.JointReviews.Where(
            r => r.State == ReviewState.Reviewing && !r.Answers.Any(a => a.DecidedOn == null && (a.Kind == null || a.Kind == AnswerKind.Disagree)));
        if (Permissions.ScopeOf(scene.Actor, Permission.RunProcedures) != Scope.All)
        {
            var units = scene.Actor.Units;
            done = done.Where(r => db.Projects.Any(p => p.Id == r.ProjectId && (units.Contains(p.LeadUnitId) || units.Contains(p.ServiceUnitId!.Value))));
        }

        view.AddSome(await done.CountAsync(stop), "联审", "{0} 次联审联批可以办结", "各部门都已反馈或由领导定了，请写结论办结。", "去办结", ReviewLinks.Index);
    }

    private static string Day(DateOnly day) => day.ToString("M月d日", CultureInfo.InvariantCulture);
}
