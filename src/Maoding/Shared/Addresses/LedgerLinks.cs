using System.Globalization;

namespace Maoding.Shared.Addresses;

/// <summary>The addresses of the ledger.</summary>
public static class LedgerLinks
{
    public const string List = "/ledger";

    public const string Export = "/ledger/export";

    public static string Row(int id) => string.Create(CultureInfo.InvariantCulture, $"/ledger/{id}");

    public static string Edit(int id) => string.Create(CultureInfo.InvariantCulture, $"/ledger/{id}/edit");

    public static string Amend(int id) => string.Create(CultureInfo.InvariantCulture, $"/ledger/{id}/amending");

    public static string Files(int id) => string.Create(CultureInfo.InvariantCulture, $"/ledger/{id}/files");

    /// <summary>Download of an attached file.</summary>
    public static string File(int fileId) => string.Create(CultureInfo.InvariantCulture, $"/ledger/files/{fileId}");
}
