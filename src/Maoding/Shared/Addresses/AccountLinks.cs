namespace Maoding.Shared.Addresses;

/// <summary>What the list of accounts shows: the whole state of the page, written in its address.</summary>
/// <param name="Text">Part of an account's name, a person's, a post's or of digits of the telephone.</param>
/// <param name="State">By its number; null: all.</param>
/// <param name="Page">From 1.</param>
public sealed record AccountFilter(string Text = "", int? Unit = null, int? State = null, int Page = 1)
{
    /// <summary>Reads an address; what cannot be understood is left out.</summary>
    public static AccountFilter From(IQueryCollection query)
    {
        var asked = new AddressReader(query);
        return new AccountFilter(asked.Word("q"), asked.Number("unit"), asked.Number("state"), asked.Page);
    }

    /// <summary>The address of the list in this state; what is as usual is left out.</summary>
    public string Href() => new Address(AccountLinks.Index).With("q", Text).With("unit", Unit).With("state", State).WithPage(Page).ToString();
}

/// <summary>Addresses of the accounts' pages.</summary>
public static class AccountLinks
{
    public const string Index = "/accounts";

    /// <summary>Initial passwords made again by units.</summary>
    public const string Slips = "/accounts/slips";

    /// <summary>Where a form that was sent twice leads when its first answer, seen by nobody, had initial passwords.</summary>
    public const string SlipsLost = "/accounts?lost=true";
}
