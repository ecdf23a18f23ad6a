using Maoding.Domain.Progress;

namespace Maoding.Domain.Projects;

/// <summary>What a forecast of a project's year looks at. Money is in 万元.</summary>
/// <param name="YearPlan">The year's planned investment.</param>
/// <param name="Left">Of the total investment not spent before this year began; the year cannot hold more.</param>
/// <param name="Months">Of the year, in any order.</param>
/// <param name="EarliestStart">When its procedures let it start; null: nobody knows, or it has started.</param>
public sealed record ForecastProject(
    int Id, Stage Stage, YearClass Class, decimal YearPlan, decimal Left, DateOnly? PlannedStart,
    DateOnly? StartedOn, DateOnly? EarliestStart, IReadOnlyList<MonthMoney> Months);

/// <summary>In which way what is still to come was reckoned.</summary>
public enum ForecastWay
{
    /// <summary>Nothing comes any more: finished, suspended, not in the year.</summary>
    None = 1,

    /// <summary>By the plan that is left and the pace so far.</summary>
    Pace = 2,

    /// <summary>The mean of that and of last year's season.</summary>
    PaceAndSeason = 3,

    /// <summary>Not started: the plan moved to when it can start, at the pace of those that have.</summary>
    Start = 4,
}

/// <summary>测算 of what a project will have invested by the end of the year, 万元, with its parts.</summary>
/// <param name="Done">Done so far.</param>
/// <param name="Coming">Expected from now on.</param>
/// <param name="Low">The lower of the ways, with what is done.</param>
/// <param name="Pace">Done as part of what was planned so far; of all started projects where it has none of its own.</param>
/// <param name="Delay">Months by which its start moves; 0 for what has started.</param>
public sealed record ProjectForecast(int Id, decimal Done, decimal Coming, decimal Low, decimal High, ForecastWay Way, decimal Pace, int Delay)
{
    public decimal Total => Done + Coming;
}

/// <summary>测算 of the year's investment from stage and season: an estimate of the office's, no observation.</summary>
public static class YearForecast
{
    /// <summary>A pace outside is a matter of figures, not of building.</summary>
    private const decimal SlowestPace = 0.2m;
    private const decimal FastestPace = 1.3m;

    /// <summary>Fewer projects do not make a season.</summary>
    private const int FewestForSeason = 5;

    /// <param name="month">yyyymm: the last month that is known.</param>
    /// <param name="season">Part of last year's investment done by the same month, 0 to 1; null: not known. See <see cref="SeasonOf"/>.</param>
    public static IReadOnlyList<ProjectForecast> Of(IReadOnlyList<ForecastProject> projects, int month, decimal? season)
    {
        var started = projects.Where(p => p.Stage is Stage.Started or Stage.Building).ToList();
        var common = PaceOf(started.Sum(p => Done(p, month)), started.Sum(p => Planned(p, month))) ?? 1;
        return [.. projects.Select(p => One(p, month, season, common))];
    }

    /// <summary>What part of a year's investment was done by a month, over the projects that were built all that year; null when there are too few.</summary>
    /// <param name="years">Each project's done investment by month of last year; twelve values each.</param>
    /// <param name="month">1 to 12.</param>
    public static decimal? SeasonOf(IReadOnlyCollection<IReadOnlyList<decimal>> years, int month)
    {
        if (years.Count < FewestForSeason) return null;
        var (whole, part) = (years.Sum(y => y.Sum()), years.Sum(y => y.Take(month).Sum()));
        return whole > 0 && part > 0 ? part / whole : null;
    }

    private static ProjectForecast One(ForecastProject project, int month, decimal? season, decimal common) => project.Stage switch
    {
        Stage.Started or Stage.Building => Running(project, month, season, common),
        Stage.Planning or Stage.Preparing when project.Class != YearClass.Reserve => Waiting(project, month, common),
        _ => Made(project, Done(project, month), [0], ForecastWay.None, 0, 0),
    };

    private static ProjectForecast Running(ForecastProject project, int month, decimal? season, decimal common)
    {
        var (done, planned) = (Done(project, month), Planned(project, month));
        var pace = PaceOf(done, planned) ?? common;
        var byPace = Math.Max(0, project.YearPlan - planned) * pace;
        var wasBuilt = project.StartedOn is { } began && began.Year < month / 100;
        return season is { } share && wasBuilt && done > 0
            ? Made(project, done, [byPace, done * (1 - share) / share], ForecastWay.PaceAndSeason, pace, 0)
            : Made(project, done, [byPace], ForecastWay.Pace, pace, 0);
    }

    /// <summary>Each month of the plan comes as much later as the start does; what falls into the next year is lost to this one.</summary>
    private static ProjectForecast Waiting(ForecastProject project, int month, decimal common)
    {
        var earliest = Period.OfMonth(Period.AddMonths(month, 1)).Start;
        if (project.EarliestStart > earliest) earliest = project.EarliestStart.Value;
        var planned = project.PlannedStart is { } start && start > earliest ? start : earliest;
        var delay = project.PlannedStart is { } wanted ? Math.Max(0, Distance(wanted, planned)) : Distance(new DateOnly(month / 100, 1, 1), planned);
        var coming = project.Months.Where(m => m.Month / 100 == month / 100 && Period.AddMonths(m.Month, delay) is var moved
            && moved > month && moved / 100 == month / 100).Sum(m => m.Planned ?? 0) * common;
        return Made(project, Done(project, month), [coming], ForecastWay.Start, common, delay);
    }

    private static ProjectForecast Made(ForecastProject project, decimal done, IReadOnlyList<decimal> ways, ForecastWay way, decimal pace, int delay)
    {
        var most = Math.Max(0, project.Left - done);
        decimal[] bounded = [.. ways.Select(w => Math.Min(w, most))];
        return new ProjectForecast(
            project.Id, done, Round(bounded.Average()), Round(done + bounded.Min()), Round(done + bounded.Max()), way, decimal.Round(pace, 3), delay);
    }

    private static decimal? PaceOf(decimal done, decimal planned) => planned > 0 ? Math.Clamp(done / planned, SlowestPace, FastestPace) : null;

    private static decimal Done(ForecastProject project, int month) => YearMoney.To(month, project.Months).Done ?? 0;

    private static decimal Planned(ForecastProject project, int month) => YearMoney.To(month, project.Months).Planned ?? 0;

    private static int Distance(DateOnly from, DateOnly to) => ((to.Year - from.Year) * 12) + to.Month - from.Month;

    private static decimal Round(decimal value) => decimal.Round(value, 1, MidpointRounding.AwayFromZero);
}
