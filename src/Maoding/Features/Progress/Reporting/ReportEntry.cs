using System.Globalization;

namespace Maoding.Features.Progress.Reporting;

/// <summary>What a unit writes into a report, from the form or from a workbook.</summary>
/// <param name="Version">Of the report as it was seen; 0 when there was none.</param>
/// <param name="Quantities">By name and unit; those without a value are left out.</param>
/// <param name="Milestones">Those reached, by name.</param>
/// <param name="Typed">0 to 1000; counts only for a row with nothing to count.</param>
public sealed record ReportEntry(
    int Version,
    string Done,
    string Problems,
    string NextStep,
    IReadOnlyList<QuantityEntry> Quantities,
    IReadOnlyList<MilestoneEntry> Milestones,
    int? Typed,
    string FallReason,
    string Office,
    string Handler);

/// <param name="Value">Reached by the end of the period, 0 or more, at most six decimals.</param>
public sealed record QuantityEntry(string Name, string Unit, decimal Value);

public sealed record MilestoneEntry(string Name, DateOnly ReachedOn);

/// <summary>A report ticked in a list, as it was seen: 12:3.</summary>
public readonly record struct ReportKey(int Id, int Version)
{
    /// <summary>Null for anything else than a key and a version.</summary>
    public static ReportKey? Parse(string? text) =>
        text?.Split(':') is [var id, var version] && int.TryParse(id, out var key) && int.TryParse(version, out var seen) ? new ReportKey(key, seen) : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Id}:{Version}");
}
