using Maoding.Domain.Lights;
using Maoding.Domain.Progress;

namespace Maoding.Domain.Projects;

/// <summary>A month of a project as lights see it, 万元.</summary>
/// <param name="Month">yyyymm.</param>
/// <param name="Done">As accepted; null before that.</param>
public sealed record MonthMoney(int Month, decimal? Planned, decimal? Done)
{
    public static MonthMoney Of(ProjectMonth month) => Of(month.Month, month.Planned, month.Done, month.State);

    public static MonthMoney Of(int month, decimal? planned, decimal? done, ProjectMonthState state) =>
        new(month, planned, state == ProjectMonthState.Accepted ? done ?? 0 : null);
}

/// <summary>Facts for the rules of lights, of a project at a month: its shares are of the year's planned investment.</summary>
public static class ProjectLight
{
    private const int Whole = 1000;

    /// <param name="months">Of the month's year, in any order; others are passed over.</param>
    /// <param name="month">yyyymm.</param>
    /// <param name="firstAsked">yyyymm of the first month that the project has to report.</param>
    /// <param name="due">See <see cref="DueOf"/>.</param>
    public static LightFacts At(decimal yearPlan, IEnumerable<MonthMoney> months, int month, int firstAsked, DateOnly? due)
    {
        var year = months.Where(m => m.Month / 100 == month / 100 && m.Month <= month).ToDictionary(m => m.Month);
        var hasPlan = yearPlan > 0 && months.Any(m => m.Month / 100 == month / 100 && m.Planned is not null);
        var planned = new int[month % 100];
        var done = new int[month % 100];
        var (plannedSum, doneSum, isKnown) = (0m, 0m, false);
        for (var i = 0; i < planned.Length; i++)
        {
            var at = year.GetValueOrDefault((month / 100 * 100) + i + 1);
            (plannedSum, doneSum, isKnown) = (plannedSum + (at?.Planned ?? 0), doneSum + (at?.Done ?? 0), isKnown || at?.Done is not null);
            (planned[i], done[i]) = (Share(plannedSum, yearPlan), Share(doneSum, yearPlan));
        }

        var missed = hasPlan ? Trailing(planned.Length, i => planned[i] > done[i]) : 0;
        var missing = Trailing(planned.Length, i => (month / 100 * 100) + i + 1 is var m && m >= firstAsked && year.GetValueOrDefault(m)?.Done is null);
        var idle = hasPlan && plannedSum > 0 && doneSum == 0 ? planned.Length - Array.FindIndex(planned, p => p > 0) : 0;
        return new LightFacts(
            hasPlan ? planned[^1] : null,
            isKnown && yearPlan > 0 ? done[^1] : null,
            missed,
            missing,
            due is { } day ? day.DayNumber - Period.OfMonth(month).End.DayNumber : null,
            planned.Any(p => p > 0) ? idle : 0);
    }

    /// <summary>
    /// The day that the year waits for: the start of what is to start, the end of what is to end in it; null when there is none or it is reached.
    /// </summary>
    public static DateOnly? DueOf(Project project, YearClass? wanted, int year) => project switch
    {
        { StartedOn: null } when wanted == YearClass.Starting => project.PlannedStart,
        { FinishedOn: null } when project.PlannedFinish?.Year <= year => project.PlannedFinish,
        _ => null,
    };

    /// <summary>
    /// The first month of a year that a project has to report: the first with a plan or a report, else the one in which it entered its stage.
    /// </summary>
    /// <returns>yyyymm.</returns>
    public static int FirstAsked(int year, IEnumerable<MonthMoney> months, DateOnly stageSince)
    {
        var known = months.Where(m => m.Month / 100 == year && (m.Planned > 0 || m.Done is not null)).Select(m => m.Month).DefaultIfEmpty().Min();
        return known > 0 ? known : Math.Max((year * 100) + 1, Period.MonthOf(stageSince));
    }

    /// <summary>In per mille, between 0 and 1000; what exceeds the plan is no more than whole.</summary>
    public static int Share(decimal part, decimal whole) =>
        whole > 0 ? (int)Math.Clamp(decimal.Round(part * Whole / whole, MidpointRounding.AwayFromZero), 0, Whole) : 0;

    private static int Trailing(int count, Func<int, bool> holds)
    {
        var found = 0;
        while (found < count && holds(count - 1 - found)) found++;
        return found;
    }
}
