using System.Globalization;
using Maoding.Domain.Ledger;
using Maoding.Domain.Lights;

namespace Maoding.Shared.Addresses;

/// <summary>The addresses of the overview, and of the rows behind its numbers.</summary>
public static class OverviewLinks
{
    public const string Index = "/overviews";

    public const string Compare = "/overviews/compare";

    public static string Month(int yearMonth) => string.Create(CultureInfo.InvariantCulture, $"{Index}?month={yearMonth}");

    public static string Leader(int post, int? month = null) => Of("leader", post, month);

    public static string Unit(int unit, int? month = null) => Of("unit", unit, month);

    public static string Theme(int theme, int? month = null) => Of("theme", theme, month);

    /// <summary>All leaves in force of a part of the ledger, in the list.</summary>
    /// <param name="part">Section, unit, leader or theme; the rest is set here.</param>
    public static string Rows(LedgerFilter part) => (part with { Leaves = true }).Href();

    public static string Rows(LedgerFilter part, CommitmentState state) => (part with { Leaves = true, State = state }).Href();

    /// <summary>Leaves whose report of the month was missing.</summary>
    public static string Missing(LedgerFilter part, int month) => (part with { Leaves = true, MissingIn = month }).Href();

    /// <summary>Leaves with a light in a month.</summary>
    public static string Rows(LedgerFilter part, Light light, int month) => (part with { Leaves = true, Light = light, LightMonth = month }).Href();

    private static string Of(string what, int id, int? month) => month is { } of
        ? string.Create(CultureInfo.InvariantCulture, $"{Index}/{what}/{id}?month={of}")
        : string.Create(CultureInfo.InvariantCulture, $"{Index}/{what}/{id}");
}
