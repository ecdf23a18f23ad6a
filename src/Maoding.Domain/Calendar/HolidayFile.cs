using System.Globalization;

namespace Maoding.Domain.Calendar;

/// <summary>Reads holidays.md: the years whose notices are known with this edition of the program, each in its section.</summary>
public static class HolidayFile
{
    private const string Name = "holidays.md";

    /// <summary>The years in it, by year.</summary>
    public static IReadOnlyDictionary<int, HolidayYear> Years { get; } = Read();

    /// <exception cref="FormatException">A line cannot be read.</exception>
    internal static Dictionary<int, HolidayYear> Parse(string text)
    {
        try
        {
            return text.Split("\n## ").Skip(1).Select(section => (Year: int.Parse(section.AsSpan(0, 4), CultureInfo.InvariantCulture), Text: section[4..]))
                .ToDictionary(s => s.Year, s => HolidayNotice.Read(s.Year, s.Text));
        }
        catch (RefusalException refusal)
        {
            throw new FormatException($"{Name}: {refusal.Message}", refusal);
        }
    }

    private static Dictionary<int, HolidayYear> Read()
    {
        using var stream = typeof(HolidayFile).Assembly.GetManifestResourceStream(Name)
            ?? throw new InvalidOperationException($"{Name} is not embedded");
        using var reader = new StreamReader(stream);
        return Parse(reader.ReadToEnd());
    }
}
