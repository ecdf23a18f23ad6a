using Maoding.Domain.Access;
using Maoding.Domain.Lights;
using Maoding.Domain.Projects;
using Maoding.Shared;
using Maoding.Shared.Addresses;
using Maoding.Shared.Lists;
using Maoding.Storage;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Building.Projects;

/// <summary>A project as the list shows it; names come from the directory, money is 万元.</summary>
/// <param name="YearPlan">Null where the year wants nothing of it.</param>
/// <param name="Done">Of the year, by accepted months.</param>
/// <param name="PlannedShare">Of the year's plan at the end of the last month that is over; null without a monthly plan.</param>
/// <param name="DoneShare">Likewise done.</param>
public sealed record ProjectRow(
    int Id, string Code, string Name, ProjectLevel Level, Sector Sector, Stage Stage, YearClass? Class, decimal Total,
    decimal? YearPlan, decimal Done, int? PlannedShare, int? DoneShare, Light Light, int LeadUnitId, int? LeaderPostId);

/// <summary>One page of the list.</summary>
/// <param name="Total">Investment of all pages, 万元.</param>
public sealed record ProjectPage(IReadOnlyList<ProjectRow> Rows, ListPage Page, decimal Total);

/// <summary>Reads the library of projects.</summary>
public sealed class ProjectList(MaodingContext db, RateReader rates)
{
    private const int PageSize = 100;

    /// <param name="year">Whose class, plan and shares are shown.</param>
    /// <param name="lastMonth">yyyymm of the last month that is over, in that year; 0 before there is one.</param>
    public async Task<ProjectPage> ReadAsync(Actor actor, ProjectFilter filter, int year, int lastMonth, CancellationToken stop)
    {
        var projects = await FilteredAsync(actor, filter, year, stop);
        var totals = await projects.Select(p => p.TotalInvestment).ToListAsync(stop);
        var page = new ListPage(PageSize, totals.Count, filter.Page);
        var read = await page.Of(Ordered(projects, filter.Sort)).Select(p => new
        {
            Project = p,
            Year = p.Years.Where(y => y.Year == year).Select(y => new { y.Class, y.Planned }).FirstOrDefault(),
        }).ToListAsync(stop);
        var ids = read.ConvertAll(r => r.Project.Id);
        var (first, last) = ((year * 100) + 1, (year * 100) + 12);
        var months = (await db.ProjectMonths.AsNoTracking()
            .Where(m => EF.Parameter(ids).Contains(m.ProjectId) && m.Month >= first && m.Month <= last).ToListAsync(stop)).ToLookup(m => m.ProjectId);
        return new ProjectPage(
            [.. read.Select(r => Row(r.Project, r.Year?.Class, r.Year?.Planned, [.. months[r.Project.Id]], lastMonth))], page, totals.Sum());
    }

    /// <summary>All projects of the filter, whatever the page.</summary>
    public async Task<IQueryable<Project>> FilteredAsync(Actor actor, ProjectFilter filter, int year, CancellationToken stop)
    {
        Permissions.Demand(actor, Permission.SeeProjects);
        var projects = db.Projects.AsNoTracking();
        projects = filter.Stage is { } stage ? projects.Where(p => p.Stage == stage) : filter.Parts is null
            ? projects.Where(p => p.Stage != Stage.Withdrawn) : projects;
        if (filter.Class is { } wanted) projects = projects.Where(p => p.Years.Any(y => y.Year == year && y.Class == wanted));
        if (filter.Level is { } level) projects = projects.Where(p => p.Level == level);
        if (filter.Sector is { } sector) projects = projects.Where(p => p.Sector == sector);
        projects = OwnedBy(projects, filter);
        if (filter.Row is { } row) projects = projects.Where(p => p.CommitmentId == row);
        if (filter.Light is { } light) projects = Lit(projects, year, light);
        if (filter.Text is { Length: > 0 } text)
            projects = projects.Where(p => p.Name.Contains(text) || p.Code.Contains(text) || p.Owner.Contains(text) || p.Site.Contains(text));
        if (filter is not { Parts: { } parts, Month: { } month }) return projects;
        var only = await rates.PartsAsync(actor, month, parts, stop);
        return projects.Where(p => EF.Parameter(only).Contains(p.Id));
    }

    /// <summary>Of a unit and a leader, also one that is gone and handed them over; the leader 0: nobody was named.</summary>
    private IQueryable<Project> OwnedBy(IQueryable<Project> projects, ProjectFilter filter)
    {
        if (filter.Unit is { } unit)
        {
            var handed = db.HandedByUnit<Project>(unit);
            projects = projects.Where(p => p.LeadUnitId == unit || handed.Contains(p.Id));
        }

        if (filter.Leader is 0) return projects.Where(p => p.LeaderPostId == null);
        if (filter.Leader is not { } leader) return projects;
        var led = db.HandedByPost<Project>(leader);
        return projects.Where(p => p.LeaderPostId == leader || led.Contains(p.Id));
    }

    public IQueryable<Project> Ordered(IQueryable<Project> projects, ProjectSort sort) => sort switch
    {
        ProjectSort.Investment => projects.OrderByDescending(p => p.TotalInvestment).ThenBy(p => p.Code),
        ProjectSort.Start => projects.OrderBy(p => p.PlannedStart == null).ThenBy(p => p.PlannedStart).ThenBy(p => p.Code),
        ProjectSort.Unit => projects.Join(db.Units, p => p.LeadUnitId, u => u.Id, (p, u) => new { Project = p, u.Order })
            .OrderBy(p => p.Order).ThenBy(p => p.Project.Code).Select(p => p.Project),
        _ => projects.OrderBy(p => p.Code),
    };

    /// <summary>By the last closed month of the year; 不评 is a project without a light in it.</summary>
    private IQueryable<Project> Lit(IQueryable<Project> projects, int year, Light light)
    {
        var (first, last) = ((year * 100) + 1, (year * 100) + 12);
        var months = db.ProjectMonths.Where(
            m => m.Month == db.ProjectMonths.Where(n => n.Month >= first && n.Month <= last && n.Light != null).Max(n => (int?)n.Month));
        return light == Light.None
            ? projects.Where(p => !months.Any(m => m.ProjectId == p.Id && m.Light != null && m.Light != Light.None))
            : projects.Where(p => months.Any(m => m.ProjectId == p.Id && m.Light == light));
    }

    private static ProjectRow Row(Project project, YearClass? wanted, decimal? plan, IReadOnlyList<ProjectMonth> months, int lastMonth)
    {
        var money = YearMoney.To(lastMonth, months.Select(MonthMoney.Of));
        return new ProjectRow(
            project.Id, project.Code, project.Name, project.Level, project.Sector, project.Stage, wanted, project.TotalInvestment, plan, money.Done ?? 0,
            money.PlannedShare(plan),
            money.DoneShare(plan),
            months.Where(m => m.Light is not null).OrderByDescending(m => m.Month).Select(m => m.Light!.Value).FirstOrDefault(),
            project.LeadUnitId, project.LeaderPostId);
    }
}
