using System.Globalization;

namespace Maoding.Shared.Addresses;

/// <summary>Addresses of the pages on what units are asked for.</summary>
public static class BurdenLinks
{
    /// <param name="month">yyyymm.</param>
    public static string Month(int month) => string.Create(CultureInfo.InvariantCulture, $"/burden?month={month}");

    /// <param name="month">yyyymm.</param>
    public static string Unit(int unit, int month) => string.Create(CultureInfo.InvariantCulture, $"/burden/{unit}?month={month}");
}
