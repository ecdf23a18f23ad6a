using System.Globalization;

namespace Maoding.Domain.Calendar;

/// <summary>
/// The thirteen days off of the 全国年节及纪念日放假办法 (as revised for 2025), reckoned without the yearly notice: New
/// Year, the eve and the first three days of spring festival, 清明, two days in May, 端午, 中秋, three days in October.
/// </summary>
internal static class StatutoryHolidays
{
    private static readonly ChineseLunisolarCalendar _lunar = new();

    /// <summary>Whether a day is one of them. Lunar festivals are known from 1902 to 2099, 清明 from 2000 to 2099.</summary>
    public static bool Contains(DateOnly day) => (day.Month, day.Day) switch
    {
        (1, 1) or (5, 1 or 2) or (10, 1 or 2 or 3) => true,
        (4, var d) when d == Qingming(day.Year) => true,
        _ => day.Year is >= 1902 and <= 2099 && IsLunarFestival(day),
    };

    /// <summary>The day in April; the usual formula for this century, 0 outside it.</summary>
    private static int Qingming(int year) =>
        year is < 2000 or > 2099 ? 0 : (int)(((year % 100) * 0.2422) + 4.81) - (year % 100 / 4);

    private static bool IsLunarFestival(DateOnly day)
    {
        var (month, date) = Lunar(day);
        return (month, date) is (1, 1 or 2 or 3) or (5, 5) or (8, 15) || Lunar(day.AddDays(1)) is (1, 1);
    }

    /// <summary>Month and day of the lunar calendar; month 0 for a leap month, which has no festivals.</summary>
    private static (int Month, int Day) Lunar(DateOnly day)
    {
        var time = day.ToDateTime(TimeOnly.MinValue);
        var counted = _lunar.GetMonth(time);
        var leap = _lunar.GetLeapMonth(_lunar.GetYear(time));
        var month = leap == 0 || counted < leap ? counted : counted == leap ? 0 : counted - 1;
        return (month, _lunar.GetDayOfMonth(time));
    }
}
