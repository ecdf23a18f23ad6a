using System.Globalization;

namespace Maoding.Shared.Addresses;

/// <summary>Addresses of figures.</summary>
public static class FigureLinks
{
    /// <summary>The sheets.</summary>
    public const string Index = "/figures";

    public const string Import = "/figures/import";

    /// <summary>Many months as one long table.</summary>
    public const string Export = "/figures/export";

    /// <summary>JSON.</summary>
    public const string Api = "/api/figures";

    /// <param name="month">yyyymm.</param>
    public static string Sheet(int unit, int month) => string.Create(CultureInfo.InvariantCulture, $"/figures/sheet/{unit}/{month}");

    /// <summary>A sheet as a workbook to fill in.</summary>
    public static string SheetExport(int unit, int month) => string.Create(CultureInfo.InvariantCulture, $"/figures/sheet/{unit}/{month}/export");

    /// <summary>One figure with its revisions.</summary>
    public static string Figure(int id) => string.Create(CultureInfo.InvariantCulture, $"/figures/figure/{id}");
}
