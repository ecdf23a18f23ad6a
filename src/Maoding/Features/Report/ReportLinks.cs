using System.Globalization;

namespace Maoding.Features.Reporting;

/// <summary>Addresses of reporting.</summary>
public static class ReportLinks
{
    /// <summary>What a unit has to report.</summary>
    public const string Index = "/report";

    /// <summary>What waits for the coordinator.</summary>
    public const string Review = "/report/review";

    public const string Sign = "/report/sign";

    public const string Delegation = "/report/delegation";

    /// <summary>A unit's month as a workbook.</summary>
    public const string Export = "/report/export";

    public const string Import = "/report/import";

    /// <param name="period">Key of the period.</param>
    public static string Form(int rowId, int period) => string.Create(CultureInfo.InvariantCulture, $"/report/{rowId}/{period}");

    public static string Instruction(int rowId) => string.Create(CultureInfo.InvariantCulture, $"/report/instruction/{rowId}");

    public static string Rhythm(int rowId) => string.Create(CultureInfo.InvariantCulture, $"/report/rhythm/{rowId}");
}
