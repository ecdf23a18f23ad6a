using Maoding.Domain.Lights;
using Maoding.Domain.Progress;

namespace Maoding.Domain.Projects;

/// <summary>Facts for the rules of lights, of a project at a month: its shares are of the year's planned investment.</summary>
public static class ProjectLight
{
    /// <param name="months">Of the month's year, in any order; others are passed over.</param>
    /// <param name="month">yyyymm.</param>
    /// <param name="firstAsked">yyyymm of the first month that the project has to report.</param>
    /// <param name="due">See <see cref="DueOf"/>.</param>
    public static LightFacts At(decimal yearPlan, IReadOnlyCollection<MonthMoney> months, int month, int firstAsked, DateOnly? due)
    {
        var accepted = months.Where(m => m.Done is not null).Select(m => m.Month).ToHashSet();
        int[] year = [.. Enumerable.Range((month / 100 * 100) + 1, month % 100)];
        YearMoney[] sums = [.. year.Select(m => YearMoney.To(m, months))];
        int?[] planned = [.. sums.Select(s => s.PlannedShare(yearPlan))];
        return new LightFacts(
            planned[^1],
            sums[^1].DoneShare(yearPlan),
            Trailing(year.Length, i => planned[i] > (sums[i].DoneShare(yearPlan) ?? 0)),
            Trailing(year.Length, i => year[i] >= firstAsked && !accepted.Contains(year[i])),
            due is { } day ? day.DayNumber - Period.OfMonth(month).End.DayNumber : null,
            planned[^1] > 0 && sums[^1].Done is null or 0 ? year.Length - Array.FindIndex(planned, p => p > 0) : 0);
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

    private static int Trailing(int count, Func<int, bool> holds)
    {
        var found = 0;
        while (found < count && holds(count - 1 - found)) found++;
        return found;
    }
}
