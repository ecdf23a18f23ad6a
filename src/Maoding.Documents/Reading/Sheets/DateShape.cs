using System.Globalization;

namespace Maoding.Documents.Reading.Sheets;

/// <summary>Which parts of a date a format shows; what it hides is not read.</summary>
internal sealed record DateShape(bool Year, bool Month, bool Day, bool Time)
{
    /// <summary>2026-06-05, 2026年6月, 2026年, 6月5日, with the time where it is shown.</summary>
    /// <param name="number">Days since the last day of 1899.</param>
    public ShownCell? Write(double number)
    {
        if (number is < 0 or >= 2_958_466) return null;
        if (!Year && !Month && !Time) return new ShownCell("", ShownCell.NoMonth);
        // Before March 1900 the count is one short, because Excel knows a 29 February 1900.
        var date = new DateTime(1899, 12, 30, 0, 0, 0, DateTimeKind.Unspecified)
            .AddSeconds(Math.Round((number is >= 1 and < 60 ? number + 1 : number) * 86400));
        if (number < 1) return Time ? Words(date, "HH:mm") : null;
        if (Time) return Words(date, date.TimeOfDay != TimeSpan.Zero ? "yyyy-MM-dd HH:mm" : "yyyy-MM-dd");
        return (Year, Month, Day) switch
        {
            (true, true, false) => Words(date, "yyyy年M月"),
            (true, false, false) => Words(date, "yyyy年"),
            (false, true, true) => Words(date, "M月d日"),
            (false, true, false) => Words(date, "M月"),
            _ => Words(date, "yyyy-MM-dd"),
        };
    }

    private static ShownCell Words(DateTime date, string form) => new(date.ToString(form, CultureInfo.InvariantCulture));
}
