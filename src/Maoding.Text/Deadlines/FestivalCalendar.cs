using System.Globalization;

namespace Maoding.Text.Deadlines;

/// <summary>What a word of festivals.md or deadlines.md says about time.</summary>
internal enum TimeWordKind
{
    /// <summary>A date by itself (年底前, 汛期前).</summary>
    Fixed,

    /// <summary>A stretch of time; a deadline only where work follows (上半年).</summary>
    Period,
    Festival,
    LunarFestival,
    WholeYear,

    /// <summary>全年 before a verb of work.</summary>
    WholeYearPeriod,
    Dateless,
}

/// <summary>A word of time and the month and day its label gives; 0 where it gives none.</summary>
internal readonly record struct TimeWord(TimeWordKind Kind, int Month, int Day);

/// <summary>Turns festivals and month ends into dates of a year.</summary>
internal static class FestivalCalendar
{
    private static readonly ChineseLunisolarCalendar Lunar = new();

    /// <summary>The eve of a festival in a year; null where the lunar tables end (before 1901, after 2100).</summary>
    public static DateOnly? Eve(TimeWord word, int year)
    {
        if (year is < 1902 or > 2099) return null;
        return word.Kind == TimeWordKind.Festival
            ? new DateOnly(year, word.Month, word.Day).AddDays(-1)
            : LunarDay(year, word.Month, word.Day).AddDays(-1);
    }

    /// <summary>The last day of a month.</summary>
    public static DateOnly MonthEnd(int year, int month) => new(year, month, DateTime.DaysInMonth(year, month));

    /// <summary>Month and day of a label such as 06-30; zeros for other labels.</summary>
    public static (int Month, int Day) ReadLabel(string label) =>
        label.Length == 5 && label[2] == '-'
            ? (int.Parse(label.AsSpan(0, 2), CultureInfo.InvariantCulture), int.Parse(label.AsSpan(3, 2), CultureInfo.InvariantCulture))
            : (0, 0);

    private static DateOnly LunarDay(int year, int month, int day)
    {
        // The calendar counts a leap month as a month of its own, so later months move by one.
        var leap = Lunar.GetLeapMonth(year);
        var counted = leap > 0 && month >= leap ? month + 1 : month;
        day = Math.Min(day, Lunar.GetDaysInMonth(year, counted));
        return DateOnly.FromDateTime(Lunar.ToDateTime(year, counted, day, 0, 0, 0, 0));
    }
}
