using System.Globalization;

namespace Maoding.Shared.Addresses;

/// <summary>The year in an address, <c>?year=2028</c>: how it is asked for and how links, forms and redirects carry it on.</summary>
public static class YearAddress
{
    /// <summary>The year that an address asks for; one that names a month asks for the year of that month.</summary>
    public static int? Asked(IQueryCollection query)
    {
        var asked = new AddressReader(query);
        return asked.Number("year") ?? asked.Number("month") / 100;
    }

    /// <summary>An address of this house with the year, unless it tells its year itself; others stay as they are.</summary>
    /// <param name="year">Null: the usual one, which is not told.</param>
    public static string Carry(string address, int? year)
    {
        if (year is not { } told || address is not ['/', ..] || address.StartsWith("//", StringComparison.Ordinal) || TellsYear(address)) return address;
        var fragment = address.IndexOf('#', StringComparison.Ordinal);
        var (page, rest) = fragment < 0 ? (address, "") : (address[..fragment], address[fragment..]);
        return string.Create(CultureInfo.InvariantCulture, $"{page}{(page.Contains('?', StringComparison.Ordinal) ? '&' : '?')}year={told}{rest}");
    }

    /// <summary>A page in another year: its filters are of the year that is left.</summary>
    public static string Other(string path, int year) => string.Create(CultureInfo.InvariantCulture, $"{path}?year={year}");

    /// <summary>The hidden field of a form whose fields become the address.</summary>
    public static string Field(int year) => string.Create(CultureInfo.InvariantCulture, $"<input type=\"hidden\" name=\"year\" value=\"{year}\">");

    /// <summary>Whether a form asks for the year itself.</summary>
    public static bool HasField(string fields) =>
        fields.Contains("name=\"year\"", StringComparison.Ordinal) || fields.Contains("name=\"month\"", StringComparison.Ordinal);

    private static bool TellsYear(string address) =>
        address.Contains("?year=", StringComparison.Ordinal) || address.Contains("&year=", StringComparison.Ordinal)
        || address.Contains("?month=", StringComparison.Ordinal) || address.Contains("&month=", StringComparison.Ordinal);
}
