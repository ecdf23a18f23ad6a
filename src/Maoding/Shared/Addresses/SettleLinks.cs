using System.Globalization;

namespace Maoding.Shared.Addresses;

/// <summary>What the list of rows to settle shows: the whole state of the page, written in its address.</summary>
/// <param name="Text">Part of a number or a title.</param>
/// <param name="Unit">The lead unit.</param>
/// <param name="Proposed">What the unit proposed, by its number; 0: nothing yet; null: all.</param>
/// <param name="Page">From 1.</param>
public sealed record SettleFilter(string Text = "", int? Unit = null, int? Proposed = null, int Page = 1)
{
    /// <summary>Reads an address; what cannot be understood is left out.</summary>
    public static SettleFilter From(IQueryCollection query)
    {
        var asked = new AddressReader(query);
        return new SettleFilter(asked.Word("q"), asked.Number("unit"), asked.Number("proposed"), asked.Page);
    }

    /// <summary>The address of the list in this state; what is as usual is left out.</summary>
    /// <param name="handler">Of a form that comes back to it.</param>
    public string Href(string handler = "") => On(SettleLinks.Index).With("handler", handler).WithPage(Page).ToString();

    /// <summary>The same rows as a workbook.</summary>
    public string Export() => On(SettleLinks.Export).ToString();

    private Address On(string page) => new Address(page).With("q", Text).With("unit", Unit).With("proposed", Proposed);
}

/// <summary>The addresses of the year's end.</summary>
public static class SettleLinks
{
    public const string Index = "/settling";

    /// <summary>What a unit proposes.</summary>
    public const string Own = "/settling/own";

    public const string Export = "/settling/export";

    public const string Import = "/settling/import";

    public const string TakeBack = $"{Index}?handler=TakeBack";

    /// <summary>What became of each sentence of a document.</summary>
    public static string Kept(int document) => string.Create(CultureInfo.InvariantCulture, $"{Index}/kept/{document}");
}
