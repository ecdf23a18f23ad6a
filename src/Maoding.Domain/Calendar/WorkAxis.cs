namespace Maoding.Domain.Calendar;

/// <summary>All working days of a span in one row, numbered from 0, so that schedules are reckoned in whole numbers.</summary>
public sealed class WorkAxis
{
    private readonly DateOnly[] _days;

    internal WorkAxis(WorkCalendar calendar) =>
        _days = [.. Enumerable.Range(First.DayNumber, Last.DayNumber - First.DayNumber + 1).Select(DateOnly.FromDayNumber).Where(calendar.IsWorkday)];

    /// <summary>The first day that is reckoned with.</summary>
    public static DateOnly First { get; } = new(2010, 1, 1);

    /// <summary>The last day that is reckoned with.</summary>
    public static DateOnly Last { get; } = new(2080, 12, 31);

    public static bool Covers(DateOnly day) => day >= First && day <= Last;

    /// <summary>How many working days come before a day: the number of the day itself, or of the next working day.</summary>
    public int At(DateOnly day)
    {
        var found = Array.BinarySearch(_days, day);
        return found >= 0 ? found : ~found;
    }

    /// <summary>The number of the first working day after a day.</summary>
    public int After(DateOnly day) => At(day.AddDays(1));

    /// <summary>The working day of a number.</summary>
    /// <exception cref="RefusalException">PRC003: before <see cref="First"/> or after <see cref="Last"/>.</exception>
    public DateOnly Day(int number) => number >= 0 && number < _days.Length
        ? _days[number]
        : throw new RefusalException("PRC003", $"手续的时限加起来超出了能推算的范围（{First.Year}年至{Last.Year}年）。请核对各手续的时限和日期。");
}
