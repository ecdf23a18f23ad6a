using System.Globalization;
using Maoding.Domain.Consult;

namespace Maoding.Features.Consult;

/// <summary>Addresses of consultation.</summary>
public static class ConsultLinks
{
    public const string Index = "/consult";

    public const string Start = "/consult/start";

    public static string Round(int id) => string.Create(CultureInfo.InvariantCulture, $"/consult/{id}");

    public static string Answer(int rowId, Voice voice) => string.Create(CultureInfo.InvariantCulture, $"/consult/answer/{rowId}?voice={voice}");

    public static string Reopen(int rowId) => string.Create(CultureInfo.InvariantCulture, $"/consult/reopen/{rowId}");

    public static string Row(int rowId) => string.Create(CultureInfo.InvariantCulture, $"/ledger/{rowId}");
}
