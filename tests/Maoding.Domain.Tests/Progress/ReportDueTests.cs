using Maoding.Domain.Calendar;
using Maoding.Domain.Progress;
using Xunit;

namespace Maoding.Domain.Tests.Progress;

/// <summary>What a row owes: from the month of its issue, in its rhythm, by a working day.</summary>
public sealed class ReportDueTests
{
    [Theory]
    [InlineData(2026050, "2026-06-05")]
    // 5 July is a Sunday.
    [InlineData(2026060, "2026-07-06")]
    [InlineData(2026120, "2027-01-05")]
    [InlineData(2026051, "2026-05-15")]
    public void A_report_is_due_on_the_report_day_or_the_next_working_day(int period, string due) =>
        Assert.Equal(DateOnly.Parse(due, System.Globalization.CultureInfo.InvariantCulture), ReportDue.DueOn(new Period(period), 5, WorkCalendar.Published));

    [Fact]
    public void Months_are_owed_from_the_month_of_issue_each_from_its_last_day_on()
    {
        Assert.Equal([2026020, 2026030], Keys(Rhythm.Month, new DateOnly(2026, 2, 20), new DateOnly(2026, 4, 29)));
        Assert.Equal([2026020, 2026030, 2026040], Keys(Rhythm.Month, new DateOnly(2026, 2, 20), new DateOnly(2026, 4, 30)));
        Assert.Empty(Keys(Rhythm.Month, new DateOnly(2026, 2, 20), new DateOnly(2026, 2, 27)));
    }

    [Fact]
    public void Quarters_are_owed_in_their_last_month_and_tens_of_days_after_each()
    {
        Assert.Equal([2026030, 2026060], Keys(Rhythm.Quarter, new DateOnly(2026, 2, 20), new DateOnly(2026, 9, 1)));
        Assert.Equal([2026022, 2026023, 2026031], Keys(Rhythm.TenDays, new DateOnly(2026, 2, 15), new DateOnly(2026, 3, 12)));
    }

    [Theory]
    [InlineData(2026060, Rhythm.Month, "6月")]
    [InlineData(2026060, Rhythm.Quarter, "二季度")]
    [InlineData(2026062, Rhythm.TenDays, "6月中旬")]
    [InlineData(2026050, Rhythm.Quarter, "5月")]
    [InlineData(2026061, Rhythm.Quarter, "6月上旬")]
    public void A_period_from_before_the_rhythm_changed_keeps_its_name(int period, Rhythm rhythm, string words) =>
    Assert.Equal(words, new Period(period).Words(rhythm));

    [Fact]
    public void Nothing_is_owed_for_another_year()
    {
        Assert.Equal(12, Keys(Rhythm.Month, new DateOnly(2025, 12, 20), new DateOnly(2027, 5, 1)).Count);
        Assert.False(ReportDue.IsOwed(new Period(2027010), Rhythm.Month, 2026, new DateOnly(2026, 2, 20), new DateOnly(2027, 5, 1)));
        Assert.False(ReportDue.IsOwed(new Period(2026031), Rhythm.Month, 2026, new DateOnly(2026, 2, 20), new DateOnly(2027, 5, 1)));
        Assert.True(ReportDue.IsOwed(new Period(2026030), Rhythm.Month, 2026, new DateOnly(2026, 2, 20), new DateOnly(2027, 5, 1)));
    }

    private static List<int> Keys(Rhythm rhythm, DateOnly issued, DateOnly day) => [.. ReportDue.Periods(rhythm, 2026, issued, day).Select(p => p.Key)];
}
