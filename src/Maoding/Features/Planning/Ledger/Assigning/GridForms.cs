using Maoding.Districts;
using Maoding.Domain;
using Maoding.Domain.Ledger;
using Maoding.Domain.Progress;

namespace Maoding.Features.Planning.Ledger.Assigning;

/// <summary>One row edited in its place in the grid.</summary>
public sealed class InlineForm
{
    public int Id { get; set; }

    public int Version { get; set; }

    public int? Leader { get; set; }

    public int? Second { get; set; }

    public int? Lead { get; set; }

    /// <summary>Names of co-units, separated by 、.</summary>
    public string? Co { get; set; }

    /// <summary>2026-06-30, 6月底, 全年持续, or empty.</summary>
    public string? Due { get; set; }

    /// <summary>Name of the shape; empty for no plan.</summary>
    public string? Shape { get; set; }

    /// <summary>The row as it stands, with suggestions where nobody answers yet.</summary>
    public static InlineForm Of(GridRow row, Suggestion suggestion, DirectorySnapshot directory) => new()
    {
        Id = row.Id,
        Version = row.Version,
        Leader = row.LeaderPostId ?? suggestion.LeaderPostId,
        Second = row.SecondLeaderPostId,
        Lead = row.LeadUnitId ?? suggestion.LeadUnitId,
        Co = string.Join('、', (row.CoUnitIds.Count > 0 ? row.CoUnitIds : suggestion.CoUnitIds).Select(id => directory.UnitName(id))),
        Due = row.DueKind == DueKind.AllYear ? "全年持续" : row.Due?.ToString("yyyy-MM-dd"),
        Shape = row.MonthlyPlan.Length > 0 ? MonthlyPlans.NameOf(row.PlanShape) : "",
    };

    public RowValues Apply(RowValues values, CellReader reader, int planYear)
    {
        var (kind, due) = Field("Inline.Due", () => reader.Due(Due ?? ""));
        var co = Field("Inline.Co", () => reader.Units(Co ?? ""));
        values = values with { LeaderPostId = Leader, SecondLeaderPostId = Second, LeadUnitId = Lead, CoUnitIds = co, DueKind = kind, Due = due };
        return Field("Inline.Shape", () => CellReader.Shape(Shape ?? "") is { } shape
            ? MonthlyPlans.With(values, shape, planYear, MonthlyPlans.StartMonth(values.MonthlyPlan), MonthlyPlans.Values(values.MonthlyPlan))
            : values with { MonthlyPlan = "" });
    }

    private static T Field<T>(string field, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (RefusalException refusal)
        {
            throw new RefusalException(refusal.Code, refusal.Message, refusal.Kind) { Field = field };
        }
    }
}

/// <summary>What to set for all ticked rows; empty leaves a value as it is.</summary>
public sealed class BulkForm
{
    public int? Leader { get; set; }

    public int? Second { get; set; }

    public int? Lead { get; set; }

    public int? Co { get; set; }

    public string? Due { get; set; }

    public string? Shape { get; set; }

    public int? Theme { get; set; }

    public Rhythm? Rhythm { get; set; }

    public BulkChange ToChange(CellReader reader)
    {
        var (kind, due) = reader.Due(Due ?? "");
        return new BulkChange(Leader, Second, Lead, Co, kind == DueKind.None ? null : kind, due,
            CellReader.Shape(Shape ?? ""), Theme, Rhythm: Rhythm is { } rhythm && Enum.IsDefined(rhythm) ? rhythm : null);
    }
}
