using System.Globalization;

namespace Maoding.Features.Watch;

/// <summary>Addresses of the watch.</summary>
public static class WatchLinks
{
    public const string Index = "/watch";

    /// <param name="month">yyyymm.</param>
    public static string At(int month) => string.Create(CultureInfo.InvariantCulture, $"/watch?month={month}");

    public static string Map(int month) => string.Create(CultureInfo.InvariantCulture, $"/watch/map?month={month}");

    public static string Paper(int month) => string.Create(CultureInfo.InvariantCulture, $"/watch/paper?month={month}");

    public static string Indicator(string code, int month) => string.Create(CultureInfo.InvariantCulture, $"/watch/{code}?month={month}");
}
