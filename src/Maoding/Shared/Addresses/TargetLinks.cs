using System.Globalization;

namespace Maoding.Shared.Addresses;

/// <summary>The addresses of targets.</summary>
public static class TargetLinks
{
    public const string Index = "/targets";

    public const string Export = "/targets/export";

    public const string Rule = "/targets/rule";

    public const string Aims = "/targets/aims";

    public const string Design = "/targets/design";

    public const string DesignPaper = "/targets/design.docx";

    public const string DesignSheet = "/targets/design.xlsx";

    public static string Target(int id) => string.Create(CultureInfo.InvariantCulture, $"{Index}/{id}");

    /// <summary>Where a row of the ledger is tied to an indicator, and its target set and adjusted.</summary>
    public static string Row(int rowId) => string.Create(CultureInfo.InvariantCulture, $"{Index}/row/{rowId}");

    public static string Parts(int id) => string.Create(CultureInfo.InvariantCulture, $"{Index}/{id}/parts");

    public static string Works(int id) => string.Create(CultureInfo.InvariantCulture, $"{Index}/{id}/works");
}
