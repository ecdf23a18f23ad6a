namespace Maoding.Features.Ledger.Assign;

/// <summary>Addresses of assigning.</summary>
public static class AssignLinks
{
    public const string Grid = "/ledger/assign";

    public const string Import = "/ledger/assign/import";

    public const string Export = "/ledger/assign/export";

    public static string Edit(int id) => $"/ledger/{id}/edit";

    public static string Leaves(int id) => $"/ledger/{id}/leaves";
}
