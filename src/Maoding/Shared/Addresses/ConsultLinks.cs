using System.Globalization;
using Maoding.Domain.Consulting;

namespace Maoding.Shared.Addresses;

/// <summary>Addresses of consultation.</summary>
public static class ConsultLinks
{
    public const string Index = "/consulting";

    /// <summary>What waits for the head's signature.</summary>
    public const string Signing = "/consulting#sign";

    public const string Start = "/consulting/start";

    public static string Round(int id) => string.Create(CultureInfo.InvariantCulture, $"/consulting/{id}");

    /// <summary>意见汇总表.</summary>
    public static string OpinionsDocx(int id) => $"{Round(id)}/opinions.docx";

    public static string OpinionsXlsx(int id) => $"{Round(id)}/opinions.xlsx";

    /// <summary>An opinion's attachment.</summary>
    public static string File(int id) => string.Create(CultureInfo.InvariantCulture, $"/consulting/files/{id}");

    public static string Answer(int rowId, Voice voice) => string.Create(CultureInfo.InvariantCulture, $"/consulting/answer/{rowId}?voice={voice}");

    public static string Reopen(int rowId) => string.Create(CultureInfo.InvariantCulture, $"/consulting/reopen/{rowId}");

    public static string Row(int rowId) => string.Create(CultureInfo.InvariantCulture, $"/ledger/{rowId}");
}
