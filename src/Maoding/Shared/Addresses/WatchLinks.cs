using System.Globalization;

namespace Maoding.Shared.Addresses;

/// <summary>Addresses of the watch.</summary>
public static class WatchLinks
{
    public const string Index = "/watching";

    /// <param name="month">yyyymm.</param>
    public static string At(int month) => string.Create(CultureInfo.InvariantCulture, $"/watching?month={month}");

    public static string Map(int month) => string.Create(CultureInfo.InvariantCulture, $"/watching/map?month={month}");

    public static string Paper(int month) => string.Create(CultureInfo.InvariantCulture, $"/watching/paper?month={month}");

    public static string Indicator(string code, int month) => string.Create(CultureInfo.InvariantCulture, $"/watching/{code}?month={month}");
}
