using System.Globalization;
using Maoding.Contracts;
using Maoding.Domain.Access;
using Maoding.Domain.Calendar;
using Maoding.Domain.Projects;
using Maoding.Shared.Addresses;
using Maoding.Storage;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Building.Projects;

/// <summary>What waits in projects: months to report, to correct and to accept, visits.</summary>
internal sealed class ProjectToday(MaodingContext db, ProjectMonthReader months) : TodayPart
{
    /// <summary>Days ahead within which a visit is near.</summary>
    private const int VisitDays = 7;

    public override int Place => 800;

    public override string Section => "projects";

    public override bool IsOfYear => false;

    public override async Task GatherAsync(Gathered view, TodayScene scene, CancellationToken stop)
    {
        var (actor, month) = (scene.Actor, ProjectMonthReader.Latest(scene.Today));
        if (actor.Units.Count > 0 && Permissions.Allows(actor, Permission.ReportProjects)) await ReportAsync(view, scene, month, stop);
        if (Permissions.Allows(actor, Permission.AcceptProjects))
        {
            var waiting = await db.ProjectMonths.Where(m => m.State == ProjectMonthState.Submitted)
                .GroupBy(m => m.Month).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(stop);
            view.AddSome(waiting.Sum(w => w.Count), "审核", "{0} 个项目的进度待审核", "审核通过以后才计入进度指标和亮灯。", "去审核",
                waiting.Count > 0 ? ProjectLinks.ReviewOf(waiting.Min(w => w.Key)) : ProjectLinks.Review);
        }

        if (actor.LeaderPosts.Count > 0)
        {
            var (posts, near) = (actor.LeaderPosts, scene.Today.AddDays(VisitDays));
            var visits = await db.Projects.CountAsync(
                p => p.LeaderPostId != null && posts.Contains(p.LeaderPostId.Value) && p.NextVisit <= near && p.Stage != Stage.Withdrawn, stop);
            view.AddSome(visits, "走访", "{0} 个包联项目要走访", "到了您定的走访日期，或一周内到期。走访后请定下次日期。", "查看", ProjectLinks.Leader);
        }
    }

    private async Task ReportAsync(Gathered view, TodayScene scene, int month, CancellationToken stop)
    {
        var lines = await months.LinesAsync(scene.Actor.Units, month, stop);
        view.AddSome(lines.Count(l => l.State == ProjectMonthState.Returned), "退回", "{0} 个项目的进度被退回", "请看退回原因，改正后重新提交。", "去修改", ProjectLinks.MonthOf(month));
        var due = months.DueOn(month);
        view.AddSome(
            lines.Count(l => l.State == ProjectMonthState.Open), "项目", $"{{0}} 个项目{month % 100}月进度待填报",
            $"{due.ToString("M月d日", CultureInfo.InvariantCulture)}前提交{(due < scene.Today ? "，已经逾期" : "")}。全部项目在一张表里填。"
                + scene.Directory.Calendar.Doubt(due), "去填报", ProjectLinks.MonthOf(month));
    }

}
