using Maoding.Domain.Lights;
using Maoding.Domain.Progress;
using Maoding.Domain.Projects;
using Maoding.Storage;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Progress.Closings;

/// <summary>Gives the projects of a month their lights when it is closed, by the rules that judge the ledger; the shares used are kept with them.</summary>
public sealed class ProjectClosing(MaodingContext db)
{
    /// <summary>Writes the lights into the months' tracked rows; the caller saves. A project that was to report and has no row gets one.</summary>
    /// <param name="month">yyyymm.</param>
    public async Task FreezeAsync(int month, LightRules rules, int editionId, CancellationToken stop)
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
            Judge(row, project, [.. months[project.Id].Select(MonthMoney.Of)], rules, editionId);
        }
    }

    private static void Judge(ProjectMonth row, Project project, List<MonthMoney> money, LightRules rules, int editionId)
    {
        var (year, wanted) = (row.Month / 100, project.Years[0]);
        var facts = ProjectLight.At(
            wanted.Planned, money, row.Month, ProjectLight.FirstAsked(year, money, project.StageSince), ProjectLight.DueOf(project, wanted.Class, year));
        var judged = rules.Judge(facts);
        (row.Light, row.Rule, row.RuleEditionId) = (judged.Light, judged.Rule, editionId);
        (row.PlannedShare, row.DoneShare) = (facts.Planned, facts.Done);
    }
}
