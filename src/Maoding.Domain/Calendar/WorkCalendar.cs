namespace Maoding.Domain.Calendar;

/// <summary>
/// Working days in China. Years whose notice of the State Council's office is in holidays.md follow it, shifted working
/// days included; other years are weekends and statutory holidays only, see <see cref="IsOfficial"/>.
/// </summary>
public static class WorkCalendar
{
    /// <summary>The most working days that are counted in one step, some ten years.</summary>
    public const int MostWorkdays = 2600;

    private static readonly Dictionary<int, Dictionary<DateOnly, bool>> _published = HolidayFile.Read();

    /// <summary>Whether the year follows the published notice; if not, say so beside its dates.</summary>
    public static bool IsOfficial(int year) => _published.ContainsKey(year);

    public static bool IsWorkday(DateOnly day)
    {
        var weekend = day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
        if (!_published.TryGetValue(day.Year, out var days)) return !weekend && !StatutoryHolidays.Contains(day);
        return days.TryGetValue(day, out var worked) ? worked : !weekend;
    }

    /// <summary>
    /// The day <paramref name="count"/> working days after a day, which itself does not count; negative: before it; 0: the
    /// day itself, working day or not.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">More than <see cref="MostWorkdays"/> either way.</exception>
    public static DateOnly AddWorkdays(DateOnly day, int count)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, MostWorkdays);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, -MostWorkdays);
        var step = Math.Sign(count);
        for (var left = Math.Abs(count); left > 0;)
        {
            day = day.AddDays(step);
            if (IsWorkday(day)) left--;
        }

        return day;
    }

    /// <summary>The n-th working day of a month, from 1; null when the month has fewer.</summary>
    public static DateOnly? NthWorkday(int year, int month, int n)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(n, 1);
        for (var day = new DateOnly(year, month, 1); day.Month == month; day = day.AddDays(1))
            if (IsWorkday(day) && --n == 0) return day;
        return null;
    }

    /// <summary>
    /// Working days after <paramref name="from"/> up to and with <paramref name="to"/>; negative, counted the same way from
    /// <paramref name="to"/>, when that is earlier.
    /// </summary>
    public static int WorkdaysBetween(DateOnly from, DateOnly to)
    {
        if (to < from) return -WorkdaysBetween(to, from);
        var count = 0;
        for (var day = from; day < to;)
        {
            day = day.AddDays(1);
            if (IsWorkday(day)) count++;
        }

        return count;
    }
}
