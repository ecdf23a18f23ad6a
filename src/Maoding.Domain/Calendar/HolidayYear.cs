namespace Maoding.Domain.Calendar;

/// <summary>One holiday of a year's notice.</summary>
/// <param name="From">The first day off.</param>
/// <param name="To">The last day off.</param>
/// <param name="Worked">Days of the weekend that are worked instead.</param>
public sealed record Holiday(string Name, DateOnly From, DateOnly To, IReadOnlyList<DateOnly> Worked);

/// <summary>The days off and the shifted working days of a year, as its notice has them.</summary>
public sealed record HolidayYear(int Year, IReadOnlyList<Holiday> Holidays)
{
    /// <summary>Each day named, and whether it is worked.</summary>
    public Dictionary<DateOnly, bool> Days()
    {
        var days = new Dictionary<DateOnly, bool>();
        foreach (var holiday in Holidays)
        {
            for (var day = holiday.From; day <= holiday.To; day = day.AddDays(1)) days.Add(day, false);
            foreach (var day in holiday.Worked) days.Add(day, true);
        }

        return days;
    }

    /// <summary>Statutory days off, as the law has them, on which it says nothing of a holiday: a line may be missing.</summary>
    public IReadOnlyList<DateOnly> Forgotten()
    {
        var (days, first) = (Days(), new DateOnly(Year, 1, 1));
        return [.. Enumerable.Range(0, first.AddYears(1).DayNumber - first.DayNumber).Select(first.AddDays)
            .Where(d => StatutoryHolidays.Contains(d) && (!days.TryGetValue(d, out var worked) || worked))];
    }
}
