using Maoding.Domain.Calendar;

namespace Maoding.Domain.Progress;

/// <summary>A report that is owed and was not sent.</summary>
/// <param name="DueOn">The last day on which it is in time.</param>
public sealed record MissingReport(Period Period, DateOnly DueOn)
{
    /// <summary>0 while it is in time.</summary>
    public int DaysLate(DateOnly today) => Math.Max(0, today.DayNumber - DueOn.DayNumber);
}

/// <summary>Which reports of a month a row still owes.</summary>
public static class MissingReports
{
    /// <summary>Sent and not sent back: what does not have to be asked for.</summary>
    public static bool IsSent(ReportState state) => state is ReportState.Submitted or ReportState.SignedOff or ReportState.Accepted;

    /// <summary>The periods of a month that are over, fell into the row's time and were not reported on.</summary>
    /// <param name="month">yyyymm.</param>
    /// <param name="issuedOn">Periods that ended before it are not asked for.</param>
    /// <param name="sent">Keys of the periods that were.</param>
    /// <param name="reportDay">See <see cref="ReportDue.DueOn"/>.</param>
    public static IEnumerable<MissingReport> Of(int month, Rhythm rhythm, DateOnly issuedOn, IReadOnlyCollection<int> sent, int reportDay, DateOnly today,
        WorkCalendar calendar) =>
        ReportDue.PeriodsIn(month, rhythm, issuedOn, today).Where(period => !sent.Contains(period.Key))
            .Select(period => new MissingReport(period, ReportDue.DueOn(period, reportDay, calendar)));
}
