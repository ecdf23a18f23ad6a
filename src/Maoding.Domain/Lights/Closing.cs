using Maoding.Domain.Calendar;
using Maoding.Domain.Progress;

namespace Maoding.Domain.Lights;

/// <summary>When months of a plan are reported on and closed.</summary>
public static class Closing
{
    /// <summary>The last day for reports of a month, of a region's day of the next month; on a day off the next working day.</summary>
    /// <param name="month">yyyymm.</param>
    /// <param name="day">1 to 28.</param>
    public static DateOnly DayAfter(int month, int day, WorkCalendar calendar) => ReportDue.DueOn(Period.OfMonth(month), day, calendar);

    /// <summary>
    /// The month after the last closed one, or the first in which a row was in force; null when the year is closed to its end or nothing was issued.
    /// </summary>
    /// <param name="firstIssued">Day of the plan's first batch.</param>
    /// <param name="lastClosed">yyyymm.</param>
    public static int? Next(int year, DateOnly? firstIssued, int? lastClosed)
    {
        if (firstIssued is not { } issued) return null;
        // A ledger issued in the December before begins with January.
        var first = Math.Max(Period.MonthOf(issued), (year * 100) + 1);
        var next = lastClosed is { } closed ? Period.AddMonths(closed, 1) : first;
        return next / 100 == year ? next : null;
    }

    /// <summary>The month may be closed by hand: it is over.</summary>
    public static bool IsOver(int month, DateOnly today) => today > Period.OfMonth(month).End;
}
