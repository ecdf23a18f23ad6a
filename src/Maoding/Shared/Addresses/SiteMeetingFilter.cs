namespace Maoding.Shared.Addresses;

/// <summary>What the list shows: the whole state of the page, written in its address.</summary>
/// <param name="Leader">Post of the leader who held them.</param>
/// <param name="Page">From 1.</param>
public sealed record SiteMeetingFilter(int? Leader = null, int Page = 1)
{
    /// <summary>Reads an address; what cannot be understood is left out.</summary>
    public static SiteMeetingFilter From(IQueryCollection query)
    {
        var asked = new AddressReader(query);
        return new SiteMeetingFilter(asked.Number("leader"), asked.Page);
    }

    /// <summary>The address of the list in this state; what is as usual is left out.</summary>
    public string Href() => new Address(SiteMeetingLinks.Index).With("leader", Leader).WithPage(Page).ToString();
}
