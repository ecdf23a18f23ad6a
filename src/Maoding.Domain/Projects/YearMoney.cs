using Maoding.Domain.Progress;

namespace Maoding.Domain.Projects;

/// <summary>A month of a project, 万元.</summary>
/// <param name="Month">yyyymm.</param>
/// <param name="Done">As accepted; null before that.</param>
public sealed record MonthMoney(int Month, decimal? Planned, decimal? Done)
{
    public static MonthMoney Of(ProjectMonth month) => Of(month.Month, month.Planned, month.Done, month.State);

    public static MonthMoney Of(int month, decimal? planned, decimal? done, ProjectMonthState state) =>
        new(month, planned, state == ProjectMonthState.Accepted ? done ?? 0 : null);
}

/// <summary>
/// What was planned and done of a project's year up to a month, 万元. Lights, lists, rates, forecasts and the shares of the rows
/// that projects serve take it from here, so that they say the same.
/// </summary>
/// <param name="Planned">By the monthly plan; null where the year has none.</param>
/// <param name="Done">By accepted months; null before the first.</param>
public readonly record struct YearMoney(decimal? Planned, decimal? Done)
{
    /// <param name="month">yyyymm: the last that counts.</param>
    /// <param name="months">In any order; those of other years are passed over.</param>
    public static YearMoney To(int month, IEnumerable<MonthMoney> months)
    {
        decimal? planned = null, done = null;
        foreach (var one in months)
        {
            if (one.Month / 100 != month / 100) continue;
            var counts = one.Month <= month;
            // A plan that begins later is a plan: nothing of it is due yet.
            if (one.Planned is { } wanted) planned = (planned ?? 0) + (counts ? wanted : 0);
            if (counts && one.Done is { } made) done = (done ?? 0) + made;
        }

        return new YearMoney(planned, done);
    }

    /// <summary>yyyymm of the last month of a year that is over and can be accepted; January before there is one.</summary>
    public static int LastMonth(int year, DateOnly today) => (year * 100) + Math.Max(1, Lights.PlannedShare.LastMonth(year, today));

    /// <summary>0 to 1000 of the year's planned investment; null without a monthly plan or without money for the year.</summary>
    public int? PlannedShare(decimal? yearPlan) => Share(Planned, yearPlan);

    /// <summary>Likewise done; null before a month is accepted.</summary>
    public int? DoneShare(decimal? yearPlan) => Share(Done, yearPlan);

    private static int? Share(decimal? part, decimal? yearPlan) => part is { } sum && yearPlan is > 0 and var whole ? PerMille.Of(sum, whole) : null;
}
