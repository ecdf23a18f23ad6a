using System.Globalization;
using Maoding.Domain.Lights;

namespace Maoding.Shared.Addresses;

/// <summary>The addresses of the month close.</summary>
public static class CloseLinks
{
    public const string List = "/closings";

    /// <summary>Changing the light of a row in a closed month.</summary>
    public static string Override(int rowId, int month) => string.Create(CultureInfo.InvariantCulture, $"/closings/light/{rowId}/{month}");

    /// <summary>The rows with a light in a closed month.</summary>
    public static string Rows(int year, int month, Light light) => new LedgerFilter(Year: year, Light: light, LightMonth: month, Leaves: true).Href();

    /// <summary>The lights of a row on its page.</summary>
    public static string Lights(int rowId) => LedgerLinks.Row(rowId) + "#lights";
}
