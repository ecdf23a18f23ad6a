namespace Maoding.Shared.Addresses;

/// <summary>Addresses of assigning.</summary>
public static class AssignLinks
{
    public const string Grid = "/ledger/assigning";

    public const string Import = "/ledger/assigning/import";

    public const string Export = "/ledger/assigning/export";

    public static string Edit(int id) => $"/ledger/{id}/edit";

    public static string Place(int id) => $"/ledger/{id}/place";

    public static string Leaves(int id) => $"/ledger/{id}/leaves";
}
