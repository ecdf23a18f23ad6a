namespace Maoding.Domain.Calendar;

/// <summary>
/// Working days in China. Years whose notice of the State Council's office is known follow it, shifted working days
/// included: those of holidays.md, and those that the district entered, which go before. Other years are weekends and
/// statutory holidays only, see <see cref="IsOfficial"/>.
/// </summary>
public sealed class WorkCalendar
{
    /// <summary>The most working days that are counted in one step, some ten years.</summary>
    public const int MostWorkdays = 2600;

    private readonly Dictionary<int, Dictionary<DateOnly, bool>> _years;
    private readonly Lazy<WorkAxis> _axis;

    private WorkCalendar(Dictionary<int, Dictionary<DateOnly, bool>> years)
    {
        _years = years;
        _axis = new Lazy<WorkAxis>(() => new WorkAxis(this));
    }

    /// <summary>The years of holidays.md alone.</summary>
    public static WorkCalendar Published { get; } = With(HolidayFile.Years.Values, []);

    /// <summary>Its working days in one row.</summary>
    public WorkAxis Axis => _axis.Value;

    /// <summary>With the years that a district entered, each once.</summary>
    public static WorkCalendar With(IEnumerable<HolidayYear> entered) => With(HolidayFile.Years.Values, entered);

    /// <summary>Whether the year follows its notice; if not, say so beside its dates: see <see cref="CalendarDoubt"/>.</summary>
    public bool IsOfficial(int year) => _years.ContainsKey(year);

    public bool IsWorkday(DateOnly day)
    {
        var weekend = day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
        // New Year's notice may speak of the last days of the year before.
        if (day.Month == 12 && _years.TryGetValue(day.Year + 1, out var next) && next.TryGetValue(day, out var early)) return early;
        if (!_years.TryGetValue(day.Year, out var days)) return !weekend && !StatutoryHolidays.Contains(day);
        return days.TryGetValue(day, out var worked) ? worked : !weekend;
    }

    /// <summary>
    /// The day <paramref name="count"/> working days after a day, which itself does not count; negative: before it; 0: the
    /// day itself, working day or not.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">More than <see cref="MostWorkdays"/> either way.</exception>
    public DateOnly AddWorkdays(DateOnly day, int count)
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
    public DateOnly? NthWorkday(int year, int month, int n)
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
    public int WorkdaysBetween(DateOnly from, DateOnly to)
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

    private static WorkCalendar With(IEnumerable<HolidayYear> published, IEnumerable<HolidayYear> entered)
    {
        var years = new Dictionary<int, Dictionary<DateOnly, bool>>();
        foreach (var year in published.Concat(entered)) years[year.Year] = year.Days();
        return new WorkCalendar(years);
    }
}
