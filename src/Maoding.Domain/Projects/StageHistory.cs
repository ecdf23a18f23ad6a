using Maoding.Domain.Progress;

namespace Maoding.Domain.Projects;

/// <summary>Where a project stood on earlier days.</summary>
public static class StageHistory
{
    /// <summary>The stage at the end of a day.</summary>
    /// <param name="stage">Today's.</param>
    /// <param name="changes">All of the project, in any order.</param>
    public static Stage At(Stage stage, IEnumerable<StageChange> changes, DateOnly day)
    {
        StageChange? last = null, next = null;
        foreach (var change in changes)
        {
            if (change.On <= day && (last is null || (change.On, change.Id).CompareTo((last.On, last.Id)) > 0)) last = change;
            if (change.On > day && (next is null || (change.On, change.Id).CompareTo((next.On, next.Id)) < 0)) next = change;
        }

        return last?.To ?? next?.From ?? stage;
    }

    /// <summary>Whether rates and lights count a project in that stage.</summary>
    public static bool IsCounted(Stage stage) => stage is not (Stage.Suspended or Stage.Withdrawn);

    /// <summary>Whether a month is asked for: procedures or building ran in it.</summary>
    /// <param name="stageAtEnd">At the month's end.</param>
    /// <param name="month">yyyymm.</param>
    public static bool IsAsked(Stage stageAtEnd, DateOnly? finishedOn, int month) =>
        stageAtEnd is Stage.Preparing or Stage.Started or Stage.Building || (IsCounted(stageAtEnd) && finishedOn is { } day && Period.MonthOf(day) == month);
}
