namespace Maoding.Domain.Calendar;

/// <summary>What to say beside dates that were counted in working days into a year without its notice.</summary>
public static class CalendarDoubt
{
    /// <summary>Looked at no further: a span that reaches into another century is a slip that its field refuses.</summary>
    private const int MostYears = 100;

    /// <summary>Years from the first to the last of the days that have no notice, in their order.</summary>
    public static IReadOnlyList<int> DoubtfulYears(this WorkCalendar calendar, IEnumerable<DateOnly?> days)
    {
        List<int> years = [.. days.OfType<DateOnly>().Select(d => d.Year)];
        return years.Count == 0 ? []
            : [.. Enumerable.Range(years.Min(), Math.Min(MostYears, years.Max() - years.Min() + 1)).Where(y => !calendar.IsOfficial(y))];
    }

    /// <summary>2027年放假安排尚未录入，……; empty where every year has its notice.</summary>
    public static string Doubt(this WorkCalendar calendar, params IEnumerable<DateOnly?> days)
    {
        var years = calendar.DoubtfulYears(days);
        if (years.Count == 0) return "";
        var words = years.Count < 3 ? string.Join('、', years) : $"{years[0]}至{years[^1]}";
        return $"{words}年的放假安排尚未录入，涉及的工作日按周末和法定节假日推算，未计调休，录入后可能有出入。";
    }
}
