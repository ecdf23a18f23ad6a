using System.Globalization;

namespace Maoding.Domain.Calendar;

/// <summary>Reads holidays.md: for each published year the days off and the weekend days worked instead.</summary>
internal static class HolidayFile
{
    private const string Name = "holidays.md";
    private const string Worked = "；上班：";

    /// <summary>For each year with a section: each day named in it, and whether it is worked.</summary>
    public static Dictionary<int, Dictionary<DateOnly, bool>> Read()
    {
        using var stream = typeof(HolidayFile).Assembly.GetManifestResourceStream(Name)
            ?? throw new InvalidOperationException($"{Name} is not embedded");
        using var reader = new StreamReader(stream);
        return Parse(reader);
    }

    internal static Dictionary<int, Dictionary<DateOnly, bool>> Parse(TextReader reader)
    {
        var years = new Dictionary<int, Dictionary<DateOnly, bool>>();
        var year = 0;
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith("## ", StringComparison.Ordinal))
            {
                year = int.Parse(line.AsSpan(3), CultureInfo.InvariantCulture);
                years.Add(year, []);
            }
            else if (line.StartsWith("- ", StringComparison.Ordinal))
            {
                Add(years[year], year, line);
            }
        }

        return years;
    }

    private static void Add(Dictionary<DateOnly, bool> days, int year, string line)
    {
        var colon = line.IndexOf('：', StringComparison.Ordinal);
        var worked = line.IndexOf(Worked, StringComparison.Ordinal);
        if (colon < 0 || worked < colon) throw new FormatException($"{Name}: {line}");
        var off = line[(colon + 1)..worked].Split('~');
        for (var day = Day(year, off[0]); day <= Day(year, off[^1]); day = day.AddDays(1)) days.Add(day, false);
        var shifted = line[(worked + Worked.Length)..];
        if (shifted == "无") return;
        foreach (var day in shifted.Split('、')) days.Add(Day(year, day), true);
    }

    private static DateOnly Day(int year, string monthAndDay) =>
        DateOnly.ParseExact($"{year:D4}-{monthAndDay}", "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
