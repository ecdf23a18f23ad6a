using Maoding.Domain.Progress;

namespace Maoding.Domain.Projects;

/// <summary>What rates need to know of a project in a year. Money is in 万元.</summary>
/// <param name="Stage">At the end of the month asked about.</param>
/// <param name="YearPlan">The year's planned investment.</param>
/// <param name="Planned">Planned from January to the month; null without a monthly plan.</param>
/// <param name="Done">Done by accepted months from January to the month.</param>
public sealed record RateRow(
    int ProjectId, Stage Stage, YearClass Class, DateOnly? PlannedStart, DateOnly? StartedOn,
    DateOnly? PlannedFinish, DateOnly? FinishedOn, decimal YearPlan, decimal? Planned, decimal Done);

/// <summary>A rate with the projects behind both of its numbers.</summary>
public sealed record Rate(decimal Part, decimal Whole, IReadOnlyList<int> PartIds, IReadOnlyList<int> WholeIds)
{
    /// <summary>In percent, to one decimal; null where nothing was due.</summary>
    public decimal? Percent => Whole > 0 ? decimal.Round(Part * 100m / Whole, 1, MidpointRounding.AwayFromZero) : null;

    /// <summary>Due and not done.</summary>
    public IReadOnlyList<int> Open => [.. WholeIds.Except(PartIds)];
}

/// <summary>The four rates of some projects at a month.</summary>
/// <param name="Started">开工率: started of those due to start.</param>
/// <param name="Invested">投资完成率: done so far of the year's plan.</param>
/// <param name="Planned">时序进度: planned so far of the year's plan, of projects with a monthly plan.</param>
/// <param name="Finished">竣工率: finished of those due to be.</param>
public sealed record RateSet(Rate Started, Rate Invested, Rate Planned, Rate Finished);

/// <summary>开工率, 投资完成率, 时序进度 and 竣工率. 预备 projects and those suspended or withdrawn are not counted.</summary>
public static class ProjectRates
{
    /// <param name="month">yyyymm; rows are of its year.</param>
    public static RateSet Of(IEnumerable<RateRow> rows, int month)
    {
        var end = Period.OfMonth(month).End;
        var counted = rows.Where(IsCounted).ToList();
        var split = counted.Where(r => r.Planned is not null).ToList();
        return new RateSet(
            Count(counted.Where(r => r.Class == YearClass.Starting && IsDue(r.PlannedStart, end)), r => r.StartedOn <= end),
            Money(counted, r => r.Done),
            Money(split, r => r.Planned!.Value),
            Count(counted.Where(r => r.Class == YearClass.Completing && IsDue(r.PlannedFinish, end)), r => r.FinishedOn <= end));
    }

    public static bool IsCounted(RateRow row) => row.Class != YearClass.Reserve && StageHistory.IsCounted(row.Stage);

    /// <summary>What has no date is due with the year.</summary>
    private static bool IsDue(DateOnly? planned, DateOnly end) => (planned ?? new DateOnly(end.Year, 12, 31)) <= end;

    private static Rate Count(IEnumerable<RateRow> due, Func<RateRow, bool> isDone)
    {
        var whole = due.ToList();
        var part = whole.FindAll(r => isDone(r));
        return new Rate(part.Count, whole.Count, Ids(part), Ids(whole));
    }

    private static Rate Money(List<RateRow> rows, Func<RateRow, decimal> part) =>
        new(rows.Sum(part), rows.Sum(r => r.YearPlan), Ids(rows.FindAll(r => part(r) != 0)), Ids(rows));

    private static List<int> Ids(List<RateRow> rows) => rows.ConvertAll(r => r.ProjectId);
}
