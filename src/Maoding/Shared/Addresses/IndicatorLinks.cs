using System.Globalization;

namespace Maoding.Shared.Addresses;

/// <summary>Addresses of the catalogue of indicators.</summary>
public static class IndicatorLinks
{
    public const string Index = "/indicators";

    /// <summary>The form of a new indicator.</summary>
    public const string New = "/indicators/indicator";

    public const string Areas = "/indicators/areas";

    public static string Indicator(int id) => string.Create(CultureInfo.InvariantCulture, $"/indicators/indicator/{id}");

    public static string Area(int id) => string.Create(CultureInfo.InvariantCulture, $"/indicators/areas?edit={id}");

    /// <summary>The release calendar of one indicator.</summary>
    public static string Releases(int id) => string.Create(CultureInfo.InvariantCulture, $"/indicators/releases/{id}");
}
