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

    /// <summary>The month of a finalised analysis, by the analysis's key.</summary>
    public static string Finalised(int id) => string.Create(CultureInfo.InvariantCulture, $"/watching?analysis={id}");

    public static string Indicator(string code, int month) => string.Create(CultureInfo.InvariantCulture, $"/watching/{code}?month={month}");
}
