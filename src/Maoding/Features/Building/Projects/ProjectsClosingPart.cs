using Maoding.Contracts;
using Maoding.Domain.Progress;
using Maoding.Domain.Projects;
using Maoding.Features.Progress.Closings;
using Maoding.Storage;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Building.Projects;

/// <summary>
/// Projects tell the rows that they serve, and get lights of their own when a month is closed, by the rules that judge the
/// ledger; the shares used are kept with them.
/// </summary>
public sealed class ProjectsClosingPart(MaodingContext db) : ClosingPart
{
    public override int Place => 200;

    public override async Task<ClosingWord> ReadAsync(ClosingScene scene, CancellationToken stop) => new()
    {
        Shares = await db.SharesByProjectsAsync(scene.PlanId, scene.Month, stop),
        Freeze = (by, halt) => FreezeAsync(scene.Month, by, halt),
    };

    /// <summary>A project that was to report and has no row of the month gets one.</summary>
    private async Task FreezeAsync(int month, MonthRules by, CancellationToken stop)
    {
        var (year, end) = (month / 100, Period.OfMonth(month).End);
        var projects = await db.Projects.AsNoTracking().Include(p => p.Years.Where(y => y.Year == year))
            .Where(p => p.Years.Any(y => y.Year == year)).ToListAsync(stop);
        var changes = (await db.StageChanges.AsNoTracking().ToListAsync(stop)).ToLookup(c => c.ProjectId);
        var months = (await db.ProjectMonths.Where(m => m.Month > year * 100 && m.Month <= month).ToListAsync(stop)).ToLookup(m => m.ProjectId);
        foreach (var project in projects)
        {
            if (!StageHistory.IsAsked(StageHistory.At(project.Stage, changes[project.Id], end), project.FinishedOn, month)) continue;
            var row = months[project.Id].FirstOrDefault(m => m.Month == month)
                ?? db.ProjectMonths.Add(new ProjectMonth { ProjectId = project.Id, Month = month }).Entity;
            Judge(row, project, [.. months[project.Id].Select(MonthMoney.Of)], by);
        }
    }

    private static void Judge(ProjectMonth row, Project project, List<MonthMoney> money, MonthRules by)
    {
        var (year, wanted) = (row.Month / 100, project.Years[0]);
        var facts = ProjectLight.At(
            wanted.Planned, money, row.Month, ProjectLight.FirstAsked(year, money, project.StageSince), ProjectLight.DueOf(project, wanted.Class, year));
        var judged = by.Rules.Judge(facts);
        (row.Light, row.Rule, row.RuleEditionId) = (judged.Light, judged.Rule, by.EditionId);
        (row.PlannedShare, row.DoneShare) = (facts.Planned, facts.Done);
    }
}
