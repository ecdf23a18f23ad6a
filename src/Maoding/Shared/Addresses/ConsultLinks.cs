using System.Globalization;
using Maoding.Domain.Consulting;

namespace Maoding.Shared.Addresses;

/// <summary>Addresses of consultation.</summary>
public static class ConsultLinks
{
    public const string Index = "/consulting";

    public const string Start = "/consulting/start";

    public static string Round(int id) => string.Create(CultureInfo.InvariantCulture, $"/consulting/{id}");

    public static string Answer(int rowId, Voice voice) => string.Create(CultureInfo.InvariantCulture, $"/consulting/answer/{rowId}?voice={voice}");

    public static string Reopen(int rowId) => string.Create(CultureInfo.InvariantCulture, $"/consulting/reopen/{rowId}");

    public static string Row(int rowId) => string.Create(CultureInfo.InvariantCulture, $"/ledger/{rowId}");
}
