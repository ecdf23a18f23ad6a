using System.Globalization;
using Maoding.Domain;
using Maoding.Domain.Ledger;
using Maoding.Domain.Planning;

namespace Maoding.Features.Ledger.Assign;

/// <summary>The whole form of a row, as typed.</summary>
public sealed class RowForm
{
    public int Version { get; set; }

    public string? Title { get; set; }

    public string? Measures { get; set; }

    public int? Leader { get; set; }

    public int? Second { get; set; }

    public int? Lead { get; set; }

    public List<int> Co { get; set; } = [];

    /// <summary>2026-06-30, 6月底, 全年持续, or empty.</summary>
    public string? Due { get; set; }

    /// <summary>Name of the shape; empty for no plan.</summary>
    public string? Shape { get; set; }

    /// <summary>The first month with work, 1 to 12.</summary>
    public int Start { get; set; } = 1;

    /// <summary>Twelve cumulative percents, used by 自定 only.</summary>
    public List<string?> Own { get; set; } = [];

    /// <summary>One a line.</summary>
    public string? Quantities { get; set; }

    /// <summary>One a line.</summary>
    public string? Milestones { get; set; }

    public List<int> Themes { get; set; } = [];

    /// <summary>After a conflict: by field, theirs or mine.</summary>
    public Dictionary<string, string> Pick { get; set; } = [];

    public static RowForm Of(RowValues values, int version) => new()
    {
        Version = version,
        Title = values.Title,
        Measures = values.Measures,
        Leader = values.LeaderPostId,
        Second = values.SecondLeaderPostId,
        Lead = values.LeadUnitId,
        Co = [.. values.CoUnitIds],
        Due = values.DueText,
        Shape = values.MonthlyPlan.Length > 0 ? MonthlyPlans.NameOf(values.PlanShape) : "",
        Start = MonthlyPlans.StartMonth(values.MonthlyPlan),
        Own = [.. MonthlyPlans.Values(values.MonthlyPlan).Select(v => (string?)(v / 10m).ToString("0.#", CultureInfo.InvariantCulture))],
        Quantities = string.Join('\n', values.Quantities),
        Milestones = string.Join('\n', values.Milestones),
        Themes = [.. values.ThemeIds],
    };

    /// <summary>Who could answer goes into the form where nobody does yet.</summary>
    public void Fill(Suggestion suggestion)
    {
        Lead ??= suggestion.LeadUnitId;
        Leader ??= suggestion.LeaderPostId;
        if (Co.Count == 0) Co = [.. suggestion.CoUnitIds];
    }

    /// <param name="present">The row as it stands: co-units that stay keep their place.</param>
    /// <exception cref="RefusalException">With the field at fault.</exception>
    public RowValues ToValues(RowValues present, CellReader reader, int planYear)
    {
        var (kind, due) = Field(nameof(Due), () => reader.Due(Due ?? ""));
        var values = present with
        {
            Title = Title?.Trim() ?? "",
            Measures = (Measures ?? "").ReplaceLineEndings("\n").Trim(),
            LeaderPostId = Leader,
            SecondLeaderPostId = Second,
            LeadUnitId = Lead,
            CoUnitIds = [.. present.CoUnitIds.Where(Co.Contains), .. Co.Where(id => !present.CoUnitIds.Contains(id))],
            DueKind = kind,
            Due = due,
            Quantities = Field(nameof(Quantities), () => CellReader.Quantities(Quantities ?? "")),
            Milestones = Field(nameof(Milestones), () => reader.Milestones(Milestones ?? "")),
            ThemeIds = [.. Themes.Distinct().Order()],
        };
        return Field(nameof(Shape), () => CellReader.Shape(Shape ?? "") is { } shape
            ? MonthlyPlans.With(values, shape, planYear, Math.Clamp(Start, 1, 12), shape == PlanShape.Own ? OwnValues() : [])
            : values with { MonthlyPlan = "" });
    }

    /// <summary>After a conflict: the other person's values where they were chosen.</summary>
    public RowValues Merged(RowValues mine, RowValues theirs) => mine with
    {
        Title = Took(nameof(RowValues.Title)) ? theirs.Title : mine.Title,
        Measures = Took(nameof(RowValues.Measures)) ? theirs.Measures : mine.Measures,
        LeaderPostId = Took(nameof(RowValues.LeaderPostId)) ? theirs.LeaderPostId : mine.LeaderPostId,
        SecondLeaderPostId = Took(nameof(RowValues.SecondLeaderPostId)) ? theirs.SecondLeaderPostId : mine.SecondLeaderPostId,
        LeadUnitId = Took(nameof(RowValues.LeadUnitId)) ? theirs.LeadUnitId : mine.LeadUnitId,
        CoUnitIds = Took(nameof(RowValues.CoUnitIds)) ? theirs.CoUnitIds : mine.CoUnitIds,
        DueKind = Took(nameof(RowValues.Due)) ? theirs.DueKind : mine.DueKind,
        Due = Took(nameof(RowValues.Due)) ? theirs.Due : mine.Due,
        PlanShape = Took(nameof(RowValues.MonthlyPlan)) ? theirs.PlanShape : mine.PlanShape,
        MonthlyPlan = Took(nameof(RowValues.MonthlyPlan)) ? theirs.MonthlyPlan : mine.MonthlyPlan,
        Quantities = Took(nameof(RowValues.Quantities)) ? theirs.Quantities : mine.Quantities,
        Milestones = Took(nameof(RowValues.Milestones)) ? theirs.Milestones : mine.Milestones,
        ThemeIds = Took(nameof(RowValues.ThemeIds)) ? theirs.ThemeIds : mine.ThemeIds,
    };

    private bool Took(string field) => Pick.GetValueOrDefault(field) == "theirs";

    private List<int> OwnValues()
    {
        if (Own.All(string.IsNullOrWhiteSpace)) throw new RefusalException("ASG010", "自定进度要填满 12 个月的累计百分数，请补齐。");
        return [.. Own.Select((v, i) => Month(v, i + 1))];
    }

    private static int Month(string? text, int month)
    {
        try
        {
            return CellReader.PerMille(text ?? "");
        }
        catch (RefusalException refusal)
        {
            throw new RefusalException(refusal.Code, $"{month}月：{refusal.Message}");
        }
    }

    private static T Field<T>(string field, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (RefusalException refusal)
        {
            throw new RefusalException(refusal.Code, refusal.Message, refusal.Kind) { Field = $"Form.{field}" };
        }
    }
}
