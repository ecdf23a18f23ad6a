using Maoding.Districts;
using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Lights;
using Maoding.Domain.Projects;
using Maoding.Shared;
using Maoding.Shared.Rules;
using Maoding.Storage;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Building.Wall;

/// <summary>Reads the wall: four statements, however many projects there are.</summary>
public sealed class WallReader(MaodingContext db, CurrentRequest current, District district, RuleStore rules)
{
    /// <summary>More would not be a chart any more.</summary>
    public const int Most = 2000;

    /// <exception cref="RefusalException">PER001; WAL001: more projects than a wall can show.</exception>
    public Task<WallView> ReadAsync(WallQuery query, CancellationToken stop)
    {
        Permissions.Demand(current.Actor, Permission.SeeProjects);
        return district.Answers.OfAsync(current, ("wall", current.Today, current.Plan?.Year, query), () => ComputeAsync(query, stop));
    }

    private async Task<WallView> ComputeAsync(WallQuery query, CancellationToken stop)
    {
        var year = current.Plan?.Year ?? current.Today.Year;
        // Money is counted to the last month that is over; in January to January.
        var month = (year * 100) + Math.Max(1, PlannedShare.LastMonth(year, current.Today));
        var projects = await ProjectsAsync(query, year, stop);
        if (projects.Count > Most) throw new RefusalException("WAL001", $"符合条件的项目超过 {Most} 个，一张图挂不下。请按级别、行业、单位或领导筛选后再看。");
        var nodes = (await Nodes(query, year).ToListAsync(stop)).ToLookup(n => n.ProjectId);
        var months = (await Months(query, year).ToListAsync(stop)).ToLookup(m => m.ProjectId);
        var (judging, isClosed) = await RulesAsync(year, month, stop);
        var rows = projects.ConvertAll(p => Row(p.Project, p.Year, [.. months[p.Project.Id]], nodes[p.Project.Id], month, judging));
        return new WallView(year, month, current.Today, !isClosed, Grouped(rows, query.By));
    }

    private IQueryable<Project> Chosen(WallQuery query, int year)
    {
        var projects = db.Projects.AsNoTracking().Where(p => p.Stage != Stage.Withdrawn && p.Years.Any(y => y.Year == year));
        if (query.Level is { } level) projects = projects.Where(p => p.Level == level);
        if (query.Sector is { } sector) projects = projects.Where(p => p.Sector == sector);
        if (query.Class is { } wanted) projects = projects.Where(p => p.Years.Any(y => y.Year == year && y.Class == wanted));
        if (query.Unit is { } unit)
        {
            var handed = db.HandedByUnit<Project>(unit);
            projects = projects.Where(p => p.LeadUnitId == unit || p.ServiceUnitId == unit || handed.Contains(p.Id));
        }

        if (query.Leader is { } leader) projects = projects.Where(p => p.LeaderPostId == leader);
        return projects;
    }

    private async Task<List<(Project Project, ProjectYear Year)>> ProjectsAsync(WallQuery query, int year, CancellationToken stop)
    {
        var found = await Chosen(query, year).Select(p => new { Project = p, Year = p.Years.First(y => y.Year == year) })
            .OrderBy(p => p.Project.Code).Take(Most + 1).ToListAsync(stop);
        return found.ConvertAll(p => (p.Project, p.Year));
    }

    private IQueryable<ProjectNode> Nodes(WallQuery query, int year)
    {
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        return from node in db.ProjectNodes.AsNoTracking()
               join project in Chosen(query, year) on node.ProjectId equals project.Id
               where (node.Due >= first && node.Due <= last) || (node.ReachedOn >= first && node.ReachedOn <= last)
               orderby node.Due, node.Id
               select node;
    }

    private IQueryable<ProjectMonth> Months(WallQuery query, int year)
    {
        var (first, last) = ((year * 100) + 1, (year * 100) + 12);
        return from month in db.ProjectMonths.AsNoTracking()
               join project in Chosen(query, year) on month.ProjectId equals project.Id
               where month.Month >= first && month.Month <= last
               select month;
    }

    private async Task<(LightRules? Rules, bool IsClosed)> RulesAsync(int year, int month, CancellationToken stop)
    {
        if (current.Directory.Ledger.Of(year)?.Id is not { } plan) return (null, false);
        var isClosed = await db.MonthCloses.AnyAsync(c => c.PlanId == plan && c.Month == month, stop);
        return isClosed ? (null, true) : (LightKind.RulesFor(month, await rules.ListAsync(LightKind.Only, stop)), false);
    }

    private WallRow Row(Project project, ProjectYear year, List<ProjectMonth> months, IEnumerable<ProjectNode> nodes, int month, LightRules? judging)
    {
        var money = months.ConvertAll(MonthMoney.Of);
        var light = judging is null
            ? months.Find(m => m.Month == month)?.Light ?? Light.None
            : judging.Judge(ProjectLight.At(year.Planned, money, month, ProjectLight.FirstAsked(year.Year, money, project.StageSince),
                ProjectLight.DueOf(project, year.Class, year.Year))).Light;
        var (directory, sum) = (current.Directory, YearMoney.To(month, money));
        return new WallRow(
            project.Id, project.Name, project.Level, project.Sector, project.Stage, year.Class,
            directory.UnitName(project.LeadUnitId), directory.Unit(project.LeadUnitId)?.Order ?? int.MaxValue,
            project.LeaderPostId is { } post ? directory.LeaderShort(post, current.Today) : "", directory.Post(project.LeaderPostId)?.Order ?? int.MaxValue,
            project.PlannedStart, project.PlannedFinish, project.StartedOn, project.FinishedOn,
            year.Planned, sum.Planned ?? 0, sum.Done ?? 0,
            light, [.. nodes.Select(n => new WallNode(n.Name, n.Due, n.ReachedOn))],
            project is { Longitude: { } longitude, Latitude: { } latitude } ? new GeoPoint((double)longitude, (double)latitude) : null);
    }

    /// <summary>In the official order of units and leaders; classes in the order in which the year wants them.</summary>
    private static List<WallGroup> Grouped(List<WallRow> rows, WallBy by) =>
    [
        .. rows.GroupBy(r => by switch
            {
                WallBy.Leader => (Order: r.LeaderOrder, Name: r.Leader.Length > 0 ? r.Leader : "未明确包联领导"),
                WallBy.Unit => (Order: r.UnitOrder, Name: r.Unit),
                WallBy.Sector => (Order: (int)r.Sector, Name: ProjectWords.Of(r.Sector)),
                _ => (Order: (int)r.Class, Name: ProjectWords.Of(r.Class)),
            })
            .OrderBy(g => g.Key.Order)
            .ThenBy(g => g.Key.Name, StringComparer.Ordinal)
            .Select(g => new WallGroup(g.Key.Name, [.. g])),
    ];
}
