using System.Globalization;
using Maoding.Domain.Editions;
using Maoding.Shared.Addresses;

namespace Maoding.Shared.Editions;

/// <summary>The addresses of kept papers.</summary>
public static class EditionLinks
{
    public const string Index = "/editions";

    public static string Edition(int id) => string.Create(CultureInfo.InvariantCulture, $"{Index}/{id}");

    public static string File(int id, int file) => string.Create(CultureInfo.InvariantCulture, $"{Index}/{id}/files/{file}");
}

/// <summary>What the list shows: the whole state of the page, written in its address.</summary>
/// <param name="Year">Of the day on the paper.</param>
/// <param name="Text">Words of name or number.</param>
/// <param name="Page">From 1.</param>
public sealed record EditionFilter(EditionKind? Kind = null, int? Year = null, string Text = "", int Page = 1)
{
    /// <summary>Reads an address; what cannot be understood is left out.</summary>
    public static EditionFilter From(IQueryCollection query)
    {
        var asked = new AddressReader(query);
        return new EditionFilter(asked.Choice<EditionKind>("kind"), asked.Number("year"), asked.Word("q"), asked.Page);
    }

    /// <summary>The address of the list in this state; what is as usual is left out.</summary>
    public string Href() => new Address(EditionLinks.Index).With("kind", (int?)Kind).With("year", Year).With("q", Text).WithPage(Page).ToString();
}
