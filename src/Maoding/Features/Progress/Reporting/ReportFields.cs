using System.Globalization;
using Maoding.Domain;
using Maoding.Domain.Ledger;
using Maoding.Domain.Progress;
using Maoding.Features.Planning.Ledger.Assigning;
using Maoding.Shared.Workbooks;

namespace Maoding.Features.Progress.Reporting;

/// <summary>The form of a report as typed.</summary>
public sealed class ReportFields
{
    /// <summary>Of the report that the form was made from; 0 without one.</summary>
    public int Version { get; set; }

    public string? Done { get; set; }

    public string? Problems { get; set; }

    public string? NextStep { get; set; }

    public List<QuantityField> Quantities { get; set; } = [];

    public List<MilestoneField> Milestones { get; set; } = [];

    /// <summary>Percent, for a row with nothing to count.</summary>
    public string? Typed { get; set; }

    public string? FallReason { get; set; }

    public string? Office { get; set; }

    public string? Handler { get; set; }

    /// <summary>The report as it stands; without one, the last one's figures, problems and next step. What was done is written anew.</summary>
    public static ReportFields Of(Commitment row, ProgressReport? report, ProgressReport? earlier)
    {
        var from = report ?? earlier;
        return new ReportFields
        {
            Version = report?.Version ?? 0,
            Done = report?.Done,
            Problems = from?.Problems,
            NextStep = from?.NextStep,
            Quantities = [.. row.Quantities.Where(_ => row.Kind != CommitmentKind.Target).OrderBy(q => q.Id).Select(q => new QuantityField
            {
                Name = q.Name,
                Unit = q.Unit,
                Value = from?.Quantities.Find(r => r.Name == q.Name && r.Unit == q.Unit)?.Value.ToString("0.######", CultureInfo.InvariantCulture),
            })],
            Milestones = [.. row.Milestones.Where(_ => row.Kind != CommitmentKind.Target).OrderBy(m => m.Due).ThenBy(m => m.Id).Select(m => new MilestoneField
            {
                Name = m.Name,
                ReachedOn = from?.Milestones.Find(r => r.Name == m.Name)?.ReachedOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            })],
            Typed = from is { IsTyped: true, Share: { } share } ? (share / 10m).ToString("0.#", CultureInfo.InvariantCulture) : null,
            FallReason = report?.FallReason,
            Office = row.Office,
            Handler = row.Handler,
        };
    }

    /// <exception cref="RefusalException">REP007, REP008: no number, no date; with the field at fault.</exception>
    public ReportEntry ToEntry() => new(
        Version,
        Done ?? "",
        Problems ?? "",
        NextStep ?? "",
        [.. Quantities.Where(q => !string.IsNullOrWhiteSpace(q.Value)).Select(q => new QuantityEntry(q.Name ?? "", q.Unit ?? "", Number(q)))],
        [.. Milestones.Where(m => !string.IsNullOrWhiteSpace(m.ReachedOn)).Select(m => new MilestoneEntry(m.Name ?? "", Day(m)))],
        Percent(Typed),
        FallReason ?? "",
        Office ?? "",
        Handler ?? "");

    /// <summary>A percent as typed, in per mille; null for none.</summary>
    /// <exception cref="RefusalException">REP007.</exception>
    public static int? Percent(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        try
        {
            return CellReader.PerMille(text);
        }
        catch (RefusalException refusal)
        {
            throw new RefusalException("REP007", $"完成比例：{refusal.Message}") { Field = "Typed" };
        }
    }

    private static decimal Number(QuantityField field)
    {
        var cell = NumberCell.Read(field.Value);
        return cell.IsWrong ? throw new RefusalException("REP007", $"“{field.Name}”的完成数{cell.Wrong}") { Field = "Quantities" } : cell.Value!.Value;
    }

    private static DateOnly Day(MilestoneField field)
    {
        var cell = DayCell.Read(field.ReachedOn);
        return cell.IsWrong ? throw new RefusalException("REP008", $"节点“{field.Name}”的完成日期{cell.Wrong}") { Field = "Milestones" } : cell.Value!.Value;
    }
}

public sealed class QuantityField
{
    public string? Name { get; set; }

    public string? Unit { get; set; }

    public string? Value { get; set; }
}

public sealed class MilestoneField
{
    public string? Name { get; set; }

    public string? ReachedOn { get; set; }
}
