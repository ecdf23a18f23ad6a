using Maoding.Districts;
using Maoding.Domain.Access;
using Maoding.Domain.Lights;
using Maoding.Domain.Problems;
using Maoding.Domain.Projects;
using Maoding.Features.Building.Procedures;
using Maoding.Storage;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Building.Analysis;

/// <summary>A project with its forecast.</summary>
/// <param name="Months">Of last year and this one.</param>
/// <param name="Before">Done before this year, 万元.</param>
/// <param name="EarliestStart">When its procedures let it start; null: it has started, or they are not listed.</param>
public sealed record AnalysedProject(
    Project Project, ProjectYear Year, IReadOnlyList<MonthMoney> Months, decimal Before, DateOnly? EarliestStart, ProjectForecast Forecast)
{
    /// <summary>万元 by which the forecast misses the year's plan; 0 where it does not.</summary>
    public decimal Missing => Math.Max(0, Year.Planned - Forecast.Total);

    /// <summary>Not begun, and its procedures do not let it begin as planned.</summary>
    public bool IsLate => EarliestStart > Project.PlannedStart;
}

/// <summary>A problem that holds investment back.</summary>
public sealed record HoldingProblem(int Id, int Number, string Title, ProblemCause Cause, Tier Tier, decimal HeldBack, int ProjectId, string ProjectName);

/// <summary>The year's investment: where it stands and where it goes. Money is in 万元.</summary>
/// <param name="Month">yyyymm: the last month that counts.</param>
/// <param name="Season">Part of last year's investment done by the same month; null: not known.</param>
/// <param name="Problems">The ten that hold back the most; null for those who do not see all problems.</param>
public sealed record AnalysisView(int Month, decimal? Season, IReadOnlyList<AnalysedProject> Projects, IReadOnlyList<HoldingProblem>? Problems)
{
    public decimal Plan => Projects.Sum(p => p.Year.Planned);

    public decimal Done => Projects.Sum(p => p.Forecast.Done);

    public decimal Expected => Projects.Sum(p => p.Forecast.Total);

    public decimal Low => Projects.Sum(p => p.Forecast.Low);

    public decimal High => Projects.Sum(p => p.Forecast.High);

    /// <summary>Planned from January to a month of the year, 1 to 12.</summary>
    public decimal PlannedTo(int month) =>
        Projects.Sum(p => YearMoney.To((Month / 100 * 100) + month, p.Months).Planned ?? 0);

    public decimal DoneTo(int month) => Projects.Sum(p => YearMoney.To((Month / 100 * 100) + month, p.Months).Done ?? 0);
}

/// <summary>Reads what the analysis of investment is made of; the number of statements does not depend on the projects.</summary>
public sealed class AnalysisReader(MaodingContext db, ProcedureReader procedures, CurrentRequest current, District district)
{
    /// <summary>Projects analysed at once.</summary>
    public const int Most = 3000;

    private const int MostProblems = 10;

    /// <param name="project">One project alone; null: all of the year.</param>
    public Task<AnalysisView> ReadAsync(Actor actor, int? project, CancellationToken stop)
    {
        Permissions.Demand(actor, Permission.SeeProjects);
        var seesProblems = Permissions.ScopeOf(actor, Permission.SeeProblems) == Scope.All;
        return district.Answers.OfAsync(
            current, ("analysis", current.Today, current.Plan?.Year, project, seesProblems), () => ComputeAsync(project, seesProblems, stop));
    }

    private async Task<AnalysisView> ComputeAsync(int? only, bool seesProblems, CancellationToken stop)
    {
        var year = current.Plan?.Year ?? current.Today.Year;
        var month = (year * 100) + Math.Max(1, PlannedShare.LastMonth(year, current.Today));
        var projects = await db.Projects.AsNoTracking().Include(p => p.Years.Where(y => y.Year == year))
            .Where(p => p.Stage != Stage.Withdrawn && p.Years.Any(y => y.Year == year) && (only == null || p.Id == only))
            .OrderBy(p => p.Code).Take(Most).ToListAsync(stop);
        var months = await MonthsAsync(year, stop);
        var spent = await SpentAsync((year - 1) * 100, stop);
        var season = YearForecast.SeasonOf(LastYears(months, year), month % 100);
        var waiting = projects.Where(p => p.Stage is Stage.Planning or Stage.Preparing).Select(p => p.Id).ToList();
        var starts = waiting.Count == 0 ? new Dictionary<int, DateOnly>() : await procedures.StartsAsync(waiting, stop);
        var before = projects.ToDictionary(
            p => p.Id, p => p.DoneBefore + spent.GetValueOrDefault(p.Id) + months[p.Id].Where(m => m.Month / 100 < year).Sum(m => m.Done ?? 0));
        var facts = projects.ConvertAll(p => new ForecastProject(
            p.Id, p.Stage, p.Years[0].Class, p.Years[0].Planned, Math.Max(0, p.TotalInvestment - before[p.Id]),
            p.PlannedStart, p.StartedOn, starts.TryGetValue(p.Id, out var start) ? start : null, [.. months[p.Id]]));
        var forecasts = YearForecast.Of(facts, month, season).ToDictionary(f => f.Id);
        return new AnalysisView(
            month,
            season,
            [.. projects.Select((p, i) => new AnalysedProject(p, p.Years[0], facts[i].Months, before[p.Id], facts[i].EarliestStart, forecasts[p.Id]))],
            seesProblems ? await ProblemsAsync(only, stop) : null);
    }

    /// <summary>What the curve and the season look at: this year and the last, by project.</summary>
    private async Task<ILookup<int, MonthMoney>> MonthsAsync(int year, CancellationToken stop)
    {
        var ids = db.Projects.Where(p => p.Stage != Stage.Withdrawn && p.Years.Any(y => y.Year == year)).Select(p => p.Id);
        var read = await db.ProjectMonths.AsNoTracking().Where(m => m.Month > (year - 1) * 100 && m.Month < (year + 1) * 100 && ids.Contains(m.ProjectId))
            .Select(m => new { m.ProjectId, m.Month, m.Planned, m.Done, m.State }).ToListAsync(stop);
        return read.ToLookup(m => m.ProjectId, m => MonthMoney.Of(m.Month, m.Planned, m.Done, m.State));
    }

    /// <summary>What was done in accepted months before one, 万元 by project; summed by the database, which keeps whole millionths.</summary>
    private async Task<Dictionary<int, decimal>> SpentAsync(int month, CancellationToken stop) =>
        await db.ProjectMonths.Where(m => m.Month < month && m.State == ProjectMonthState.Accepted && m.Done != null).GroupBy(m => m.ProjectId)
            .Select(g => new { g.Key, Sum = g.Sum(m => (long)(object)m.Done!.Value) }).ToDictionaryAsync(g => g.Key, g => g.Sum / 1_000_000m, stop);

    /// <summary>Last year's months of the projects that reported all twelve.</summary>
    private static List<IReadOnlyList<decimal>> LastYears(ILookup<int, MonthMoney> months, int year) =>
    [
        .. months.Select(p => p.Where(m => m.Month / 100 == year - 1 && m.Done is not null).OrderBy(m => m.Month).Select(m => m.Done!.Value).ToList())
            .Where(p => p.Count == 12)
            .Select(p => (IReadOnlyList<decimal>)p),
    ];

    private Task<List<HoldingProblem>> ProblemsAsync(int? only, CancellationToken stop) =>
        (from problem in db.Problems.AsNoTracking()
         join project in db.Projects on problem.ProjectId equals project.Id
         where problem.State != ProblemState.Closed && problem.State != ProblemState.Declined && problem.HeldBack > 0 && (only == null || project.Id == only)
         orderby problem.HeldBack descending, problem.Number
         select new HoldingProblem(problem.Id, problem.Number, problem.Title, problem.Cause, problem.Tier, problem.HeldBack!.Value, project.Id, project.Name))
         .Take(MostProblems).ToListAsync(stop);
}
