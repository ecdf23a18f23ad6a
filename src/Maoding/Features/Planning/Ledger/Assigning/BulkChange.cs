using Maoding.Domain.Ledger;
using Maoding.Domain.Planning;
using Maoding.Domain.Progress;

namespace Maoding.Features.Planning.Ledger.Assigning;

/// <summary>What is copied from the first chosen row to the others.</summary>
public enum FillField
{
    /// <summary>牵头领导.</summary>
    Leaders = 1,

    /// <summary>牵头单位.</summary>
    LeadUnit = 2,

    /// <summary>配合单位.</summary>
    CoUnits = 3,

    /// <summary>完成时限.</summary>
    Due = 4,

    /// <summary>计划方式.</summary>
    Shape = 5,

    /// <summary>专题.</summary>
    Themes = 6,
}

/// <summary>One change for many rows; null leaves a value as it is.</summary>
/// <param name="AddCoUnitId">Put behind the co-units a row has.</param>
/// <param name="AddThemeId">Put beside the themes a row has.</param>
/// <param name="FillDown">Copied from the first chosen row in the order of the ledger.</param>
/// <param name="Rhythm">How often the rows are reported on; a value of the row itself, see <see cref="AssignService.SetManyAsync"/>.</param>
public sealed record BulkChange(
    int? LeaderPostId = null,
    int? SecondLeaderPostId = null,
    int? LeadUnitId = null,
    int? AddCoUnitId = null,
    DueKind? DueKind = null,
    DateOnly? Due = null,
    PlanShape? Shape = null,
    int? AddThemeId = null,
    FillField? FillDown = null,
    Rhythm? Rhythm = null)
{
    public bool IsEmpty => this == new BulkChange();

    /// <summary>The values after the change.</summary>
    /// <param name="first">The values of the first chosen row.</param>
    public RowValues Apply(RowValues values, RowValues first, int planYear)
    {
        var shape = Shape;
        if (FillDown is { } field) (values, shape) = Filled(values, first, field);
        values = values with
        {
            LeaderPostId = LeaderPostId ?? values.LeaderPostId,
            SecondLeaderPostId = SecondLeaderPostId ?? values.SecondLeaderPostId,
            LeadUnitId = LeadUnitId ?? values.LeadUnitId,
            CoUnitIds = AddCoUnitId is { } co && !values.CoUnitIds.Contains(co) ? [.. values.CoUnitIds, co] : values.CoUnitIds,
            ThemeIds = AddThemeId is { } theme && !values.ThemeIds.Contains(theme) ? [.. values.ThemeIds.Append(theme).Order()] : values.ThemeIds,
            DueKind = DueKind ?? values.DueKind,
            Due = DueKind is null ? values.Due : Due,
        };
        values = Tidy(values);
        var model = FillDown == FillField.Shape ? first.MonthlyPlan : values.MonthlyPlan;
        return shape is { } wanted
            ? MonthlyPlans.With(values, wanted, planYear, MonthlyPlans.StartMonth(model), MonthlyPlans.Values(model))
            : MonthlyPlans.Again(values, planYear);
    }

    /// <summary>A unit that now leads no longer helps; a leader that is now first is no longer second.</summary>
    private static RowValues Tidy(RowValues values) => values with
    {
        CoUnitIds = [.. values.CoUnitIds.Where(id => id != values.LeadUnitId)],
        SecondLeaderPostId = values.SecondLeaderPostId == values.LeaderPostId ? null : values.SecondLeaderPostId,
    };

    private static (RowValues Values, PlanShape? Shape) Filled(RowValues values, RowValues first, FillField field) => field switch
    {
        FillField.Leaders => (values with { LeaderPostId = first.LeaderPostId, SecondLeaderPostId = first.SecondLeaderPostId }, null),
        FillField.LeadUnit => (values with { LeadUnitId = first.LeadUnitId }, null),
        FillField.CoUnits => (values with { CoUnitIds = first.CoUnitIds }, null),
        FillField.Due => (values with { DueKind = first.DueKind, Due = first.Due }, null),
        FillField.Shape => (values, first.MonthlyPlan.Length > 0 ? first.PlanShape : null),
        FillField.Themes => (values with { ThemeIds = first.ThemeIds }, null),
        _ => throw new ArgumentOutOfRangeException(nameof(field)),
    };
}
