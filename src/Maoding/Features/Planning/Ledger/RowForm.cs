using System.Globalization;
using System.Text.Json;
using Maoding.Domain;
using Maoding.Domain.Ledger;
using Maoding.Domain.Planning;
using Maoding.Features.Planning.Ledger.Assigning;
using By = Maoding.Domain.Ledger.DueKind;

namespace Maoding.Features.Planning.Ledger;

/// <summary>The form of a row as typed, in the review, in assigning and in amending; the fields are named as in <see cref="RowValues"/>.</summary>
public sealed class RowForm
{
    /// <summary>The review's form: quantities, milestones and the plan are not on it and stay.</summary>
    public bool IsShort { get; set; }

    public string? Title { get; set; }

    public string? Measures { get; set; }

    public int? LeaderPostId { get; set; }

    public int? SecondLeaderPostId { get; set; }

    public int? LeadUnitId { get; set; }

    public List<int> CoUnitIds { get; set; } = [];

    /// <summary>Given by the short form, where the time is a choice and a date; else the words of <see cref="Due"/> tell.</summary>
    public By? DueKind { get; set; }

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

    public List<int> ThemeIds { get; set; } = [];

    public CommitmentKind? Kind { get; set; }

    /// <summary>What of a target is measured: 地区生产总值.</summary>
    public string? Indicator { get; set; }

    /// <summary>Code of the kind of comparison.</summary>
    public string? Comparison { get; set; }

    public string? Figure { get; set; }

    public string? FigureUnit { get; set; }

    public string? Partner { get; set; }

    /// <summary>The values the form was made from, as <see cref="BasisOf"/> writes them: what differs from them was typed.</summary>
    public string? Basis { get; set; }

    /// <summary>After a conflict: by field, theirs or mine.</summary>
    public Dictionary<string, string> Pick { get; set; } = [];

    public static RowForm Of(RowValues values) => Of(values, values);

    /// <param name="basis">The row as it stands, where the form shows other values already.</param>
    public static RowForm Of(RowValues values, RowValues basis) => new()
    {
        Title = values.Title,
        Measures = values.Measures,
        LeaderPostId = values.LeaderPostId,
        SecondLeaderPostId = values.SecondLeaderPostId,
        LeadUnitId = values.LeadUnitId,
        CoUnitIds = [.. values.CoUnitIds],
        DueKind = values.DueKind,
        Due = values.DueText,
        Shape = values.MonthlyPlan.Length > 0 ? MonthlyPlans.NameOf(values.PlanShape) : "",
        Start = MonthlyPlans.StartMonth(values.MonthlyPlan),
        Own = [.. MonthlyPlans.Values(values.MonthlyPlan).Select(v => (string?)(v / 10m).ToString("0.#", CultureInfo.InvariantCulture))],
        Quantities = string.Join('\n', values.Quantities),
        Milestones = string.Join('\n', values.Milestones),
        ThemeIds = [.. values.ThemeIds],
        Kind = values.Kind,
        Indicator = values.Target?.Indicator,
        Comparison = values.Target?.Kind,
        Figure = values.Target?.Value,
        FigureUnit = values.Target?.Unit,
        Partner = values.Target?.Partner,
        Basis = BasisOf(basis),
    };

    /// <summary>Measures and title as the form will send them back, so that what nobody touched compares as untouched.</summary>
    public static string BasisOf(RowValues values) => JsonSerializer.Serialize(values with { Title = values.Title.Trim(), Measures = Lines(values.Measures) });

    /// <summary>The values the form was made from; those given when it does not say.</summary>
    public RowValues BasisOr(RowValues present)
    {
        try
        {
            return Basis is { Length: > 0 } text ? JsonSerializer.Deserialize<RowValues>(text) ?? present : present;
        }
        catch (JsonException)
        {
            return present;
        }
    }

    /// <summary>The values as typed, after a conflict with the other person's where those were chosen.</summary>
    /// <param name="present">The row as it stands: co-units that stay keep their place.</param>
    /// <exception cref="RefusalException">With the field at fault.</exception>
    public RowValues ToValues(RowValues present, CellReader reader, int planYear)
    {
        var typed = Typed(present, reader, planYear);
        return Pick.Count == 0
            ? typed
            : Field(nameof(Shape), () => MonthlyPlans.Again(typed.Choose(present, field => Pick.GetValueOrDefault(field) == "theirs"), planYear));
    }

    private RowValues Typed(RowValues present, CellReader reader, int planYear)
    {
        var (kind, due) = Field(nameof(Due), () => Time(reader, planYear));
        var values = TargetWords.Retitled(present, present with
        {
            Title = (Title ?? "").ReplaceLineEndings("\n").Trim(),
            Measures = Lines(Measures),
            LeaderPostId = LeaderPostId,
            SecondLeaderPostId = SecondLeaderPostId,
            LeadUnitId = LeadUnitId,
            CoUnitIds = [.. present.CoUnitIds.Where(CoUnitIds.Contains), .. CoUnitIds.Except(present.CoUnitIds)],
            DueKind = kind,
            Due = due,
            ThemeIds = [.. ThemeIds.Distinct().Order()],
            Kind = Kind ?? present.Kind,
            Target = (Kind ?? present.Kind) == CommitmentKind.Target
                ? TargetValue.Typed(Indicator, Comparison, Figure, FigureUnit, Partner, present.Target?.Dimension ?? "")
                : null,
        });
        if (IsShort)
            return (kind, due) == (present.DueKind, present.Due) ? values : Field(nameof(Due), () => MonthlyPlans.Again(values, planYear));
        values = values with
        {
            Quantities = Field(nameof(Quantities), () => CellReader.Quantities(Quantities ?? "")),
            Milestones = Field(nameof(Milestones), () => reader.Milestones(Milestones ?? "")),
        };
        return Field(nameof(Shape), () => CellReader.Shape(Shape ?? "") is { } shape
            ? MonthlyPlans.With(values, shape, planYear, Math.Clamp(Start, 1, 12), shape == PlanShape.Own ? OwnValues() : [])
            : values with { MonthlyPlan = "" });
    }

    private (By Kind, DateOnly? Due) Time(CellReader reader, int planYear) => DueKind switch
    {
        By.AllYear when IsShort => (By.AllYear, new DateOnly(planYear, 12, 31)),
        By.Date when IsShort => (By.Date, reader.Due(Due ?? "").Due),
        By.None when IsShort => (By.None, null),
        _ => reader.Due(Due ?? ""),
    };

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

    private static string Lines(string? text) =>
        string.Join('\n', (text ?? "").ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

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
