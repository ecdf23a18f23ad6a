namespace Maoding.Shared.Addresses;

/// <summary>Addresses of the accounts' page.</summary>
public static class AccountLinks
{
    public const string Index = "/accounts";

    public static string List(int page) => new Address(Index).WithPage(page).ToString();

    /// <summary>Where a form that was sent twice leads when its first answer, seen by nobody, had initial passwords.</summary>
    public const string SlipsLost = "/accounts?lost=true";
}
