using System.Globalization;

namespace Maoding.Shared.Addresses;

/// <summary>Addresses of reporting.</summary>
public static class ReportLinks
{
    /// <summary>What a unit has to report.</summary>
    public const string Index = "/reporting";

    /// <summary>What waits for the coordinator.</summary>
    public const string Review = "/reporting/review";

    public const string Sign = "/reporting/sign";

    public const string Delegation = "/reporting/delegation";

    /// <summary>A unit's month as a workbook.</summary>
    public const string Export = "/reporting/export";

    public const string Import = "/reporting/import";

    /// <param name="period">Key of the period.</param>
    public static string Form(int rowId, int period) => string.Create(CultureInfo.InvariantCulture, $"/reporting/{rowId}/{period}");

    public static string Instruction(int rowId) => string.Create(CultureInfo.InvariantCulture, $"/reporting/instruction/{rowId}");

    public static string Rhythm(int rowId) => string.Create(CultureInfo.InvariantCulture, $"/reporting/rhythm/{rowId}");
}
