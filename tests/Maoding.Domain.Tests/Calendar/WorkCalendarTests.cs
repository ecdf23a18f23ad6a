using CsCheck;
using Maoding.Domain.Calendar;
using Xunit;

namespace Maoding.Domain.Tests.Calendar;

/// <summary>Working days by the published notices, and by the law where none is out yet.</summary>
public sealed class WorkCalendarTests
{
    private static readonly WorkCalendar _calendar = WorkCalendar.Published;

    private static readonly Gen<DateOnly> _days = Gen.Int[0, 365 * 7].Select(d => new DateOnly(2023, 1, 1).AddDays(d));

    [Theory]
    [InlineData("2024-02-09", true)] // New Year's eve 2024 was a working day by the notice
    [InlineData("2024-02-18", true)]
    [InlineData("2024-05-11", true)]
    [InlineData("2024-09-16", false)]
    [InlineData("2025-01-26", true)]
    [InlineData("2025-01-28", false)]
    [InlineData("2025-10-08", false)]
    [InlineData("2025-10-11", true)]
    [InlineData("2026-01-02", false)]
    [InlineData("2026-01-04", true)]
    [InlineData("2026-02-14", true)]
    [InlineData("2026-02-23", false)]
    [InlineData("2026-02-24", true)]
    [InlineData("2026-05-09", true)]
    [InlineData("2026-06-19", false)]
    [InlineData("2026-09-20", true)]
    [InlineData("2026-09-25", false)]
    [InlineData("2026-10-10", true)]
    [InlineData("2026-10-11", false)]
    public void A_day_is_worked_or_not_as_published(string day, bool worked) => Assert.Equal(worked, _calendar.IsWorkday(Day(day)));

    // Shifting days changes no total: days of the year less weekend days less statutory days (11 until 2024, 13 from 2025).
    [Theory]
    [InlineData(2024, 366 - 104 - 11)]
    [InlineData(2025, 365 - 104 - 13)]
    [InlineData(2026, 365 - 104 - 13)]
    public void A_published_year_has_as_many_working_days_as_the_law_gives(int year, int workdays)
    {
        Assert.True(_calendar.IsOfficial(year));
        Assert.Equal(workdays, Count(new DateOnly(year - 1, 12, 31), new DateOnly(year, 12, 31)));
    }

    [Theory]
    [InlineData("2027-01-01")]
    [InlineData("2027-02-05")] // eve
    [InlineData("2027-02-08")] // third day of the first month
    [InlineData("2027-04-05")]
    [InlineData("2027-06-09")]
    [InlineData("2027-09-15")]
    [InlineData("2027-10-01")]
    [InlineData("2028-04-04")]
    [InlineData("2028-01-25")]
    [InlineData("2028-05-01")]
    public void A_year_without_a_notice_still_knows_the_statutory_days(string day)
    {
        Assert.False(_calendar.IsOfficial(Day(day).Year));
        Assert.False(_calendar.IsWorkday(Day(day)));
        Assert.True(_calendar.IsWorkday(new DateOnly(2027, 10, 8)));
        Assert.False(_calendar.IsWorkday(new DateOnly(2027, 10, 9)));
    }

    [Fact]
    public void The_reckoned_days_agree_with_the_published_ones()
    {
        string[] statutory2026 = ["01-01", "02-16", "02-17", "02-18", "02-19", "04-05", "05-01", "05-02", "06-19", "09-25", "10-01", "10-02", "10-03"];
        var reckoned = Enumerable.Range(0, 365).Select(d => new DateOnly(2026, 1, 1).AddDays(d)).Where(StatutoryHolidays.Contains);
        Assert.Equal(statutory2026.Select(d => Day("2026-" + d)), reckoned);
    }

    [Theory]
    [InlineData(2026, 1, 5, "2026-01-08")]
    [InlineData(2026, 2, 10, "2026-02-13")]
    [InlineData(2026, 2, 11, "2026-02-14")]
    [InlineData(2026, 10, 1, "2026-10-08")]
    public void The_nth_working_day_of_a_month(int year, int month, int n, string day) => Assert.Equal(Day(day), _calendar.NthWorkday(year, month, n));

    [Fact]
    public void A_month_has_no_thirtieth_working_day()
    {
        Assert.Null(_calendar.NthWorkday(2026, 2, 20));
        Assert.Throws<ArgumentOutOfRangeException>(() => _calendar.NthWorkday(2026, 2, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => _calendar.AddWorkdays(Day("2026-01-01"), WorkCalendar.MostWorkdays + 1));
    }

    [Fact]
    public void Adding_and_counting_agree_with_a_count_day_by_day() =>
        Gen.Select(_days, Gen.Int[-300, 300]).Sample(
            (day, count) =>
            {
                var end = _calendar.AddWorkdays(day, count);
                if (count == 0) Assert.Equal(day, end);
                else Assert.True(_calendar.IsWorkday(end));
                if (count > 0) Assert.Equal(count, Count(day, end));
                if (count < 0) Assert.Equal(-count, Count(end.AddDays(-1), day.AddDays(-1)));
                if (count >= 0) Assert.Equal(count, _calendar.WorkdaysBetween(day, end));
            },
            iter: 500,
            threads: 1);

    [Fact]
    public void Counting_back_is_counting_forward_with_a_minus() =>
        Gen.Select(_days, _days, _days).Sample(
            (a, b, c) =>
            {
                Assert.Equal(_calendar.WorkdaysBetween(a, b), -_calendar.WorkdaysBetween(b, a));
                Assert.Equal(_calendar.WorkdaysBetween(a, c), _calendar.WorkdaysBetween(a, b) + _calendar.WorkdaysBetween(b, c));
                if (a <= b) Assert.Equal(Count(a, b), _calendar.WorkdaysBetween(a, b));
            },
            iter: 500,
            threads: 1);

    [Fact]
    public void Shifted_working_days_are_weekends_and_every_month_names_its_days_in_order()
    {
        foreach (var (year, holidays) in HolidayFile.Years)
        {
            var days = holidays.Days();
            Assert.All(days, d => Assert.Equal(year, d.Key.Year));
            Assert.All(days.Where(d => d.Value), d => Assert.True(d.Key.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday));
        }
    }

    [Theory]
    [InlineData("\n## 2030\n- 元旦：\n")]
    [InlineData("\n## 2030\n- 元旦：无；上班：01-05\n")]
    [InlineData("\n## 2030\n- 元旦：13-01；上班：无\n")]
    public void A_line_that_cannot_be_read_is_refused(string text) =>
        Assert.Throws<FormatException>(() => HolidayFile.Parse(text));

    private static DateOnly Day(string day) => DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);

    private static int Count(DateOnly after, DateOnly to) =>
        Enumerable.Range(1, Math.Max(0, to.DayNumber - after.DayNumber)).Count(d => _calendar.IsWorkday(after.AddDays(d)));
}
