using Maoding.Domain.Calendar;
using Maoding.Domain.Progress;
using Xunit;

namespace Maoding.Domain.Tests.Progress;

public sealed class MissingReportsTests
{
    private static readonly WorkCalendar _calendar = WorkCalendar.Published;

    private static readonly DateOnly _january = new(2026, 1, 10);

    /// <summary>Periods with the last day and the days late.</summary>
    [Theory]
    [InlineData(Rhythm.Month, 202603, "2026-04-09", "", "2026030 04-07 2")]
    [InlineData(Rhythm.Month, 202603, "2026-04-09", "2026030", "")]
    [InlineData(Rhythm.Month, 202603, "2026-03-30", "", "")]
    [InlineData(Rhythm.Quarter, 202602, "2026-04-09", "", "")]
    [InlineData(Rhythm.Quarter, 202603, "2026-04-09", "", "2026030 04-07 2")]
    [InlineData(Rhythm.TenDays, 202603, "2026-03-20", "2026031", "2026032 03-25 0")]
    [InlineData(Rhythm.TenDays, 202603, "2026-03-20", "", "2026031 03-16 4|2026032 03-25 0")]
    public void What_is_over_and_was_not_sent_is_owed(Rhythm rhythm, int month, string today, string sent, string expected)
    {
        var day = DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture);
        int[] keys = [.. sent.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse)];
        var missing = MissingReports.Of(month, rhythm, _january, keys, 5, day, _calendar).Select(m => $"{m.Period.Key} {m.DueOn:MM-dd} {m.DaysLate(day)}");
        Assert.Equal(expected, string.Join('|', missing));
    }

    [Fact]
    public void Before_a_row_was_issued_nothing_is_owed()
    {
        Assert.Empty(MissingReports.Of(202602, Rhythm.Month, new DateOnly(2026, 3, 15), [], 5, new DateOnly(2026, 4, 9), _calendar));
        Assert.Equal([2026032, 2026033], MissingReports.Of(202603, Rhythm.TenDays, new DateOnly(2026, 3, 15), [], 5, new DateOnly(2026, 4, 9), _calendar)
            .Select(m => m.Period.Key));
        Assert.Single(MissingReports.Of(202603, Rhythm.Month, new DateOnly(2026, 3, 15), [], 5, new DateOnly(2026, 4, 9), _calendar));
    }

    [Fact]
    public void What_was_sent_back_is_owed_again() =>
        Assert.Equal([ReportState.Submitted, ReportState.SignedOff, ReportState.Accepted], Enum.GetValues<ReportState>().Where(MissingReports.IsSent));
}
