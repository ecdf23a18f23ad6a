using Maoding.Domain.Calendar;

namespace Maoding.Domain.Progress;

/// <summary>Which reports a row owes, and when.</summary>
public static class ReportDue
{
    /// <summary>
    /// The last day for a period's report: the report day of the month after it, as many days after a ten-day part's end; on a
    /// day off the next working day.
    /// </summary>
    /// <param name="reportDay">1 to 28, see <see cref="Region.ReportDay"/>.</param>
    public static DateOnly DueOn(Period period, int reportDay, WorkCalendar calendar)
    {
        var day = period.End.AddDays(reportDay);
        while (!calendar.IsWorkday(day)) day = day.AddDays(1);
        return day;
    }

    /// <summary>The periods of the plan's year that a row owes by a day, in their order: from the month it was issued in, each from its last day on.</summary>
    public static IEnumerable<Period> Periods(Rhythm rhythm, int planYear, DateOnly issuedOn, DateOnly day)
    {
        for (var month = 1; month <= 12; month++)
            foreach (var period in PeriodsIn((planYear * 100) + month, rhythm, issuedOn, day)) yield return period;
    }

    /// <summary>Those of one month.</summary>
    /// <param name="month">yyyymm.</param>
    public static IEnumerable<Period> PeriodsIn(int month, Rhythm rhythm, DateOnly issuedOn, DateOnly day) =>
        Period.In(month, rhythm).Where(period => period.End >= issuedOn && period.End <= day);

    /// <summary>Whether a row can be reported on for a period at all: one of its rhythm and of its time in the plan's year.</summary>
    public static bool IsOwed(Period period, Rhythm rhythm, int planYear, DateOnly issuedOn, DateOnly day) =>
        Periods(rhythm, planYear, issuedOn, day).Contains(period);
}
