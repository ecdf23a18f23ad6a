using System.Globalization;
using Maoding.Domain.Audit;
using Maoding.Domain.Planning;

namespace Maoding.Domain.Ledger;

/// <summary>The monthly plan of a row between its text (twelve per-mille values with commas) and the curve that makes it.</summary>
public static class MonthlyPlans
{
    private const int Months = 12;

    public static string Text(IEnumerable<int> cumulative) => string.Join(',', cumulative.Select(v => v.ToString(CultureInfo.InvariantCulture)));

    /// <summary>Twelve cumulative per-mille values; empty while nothing is planned.</summary>
    public static IReadOnlyList<int> Values(string plan) =>
        plan.Length == 0 ? [] : [.. plan.Split(',').Select(v => int.Parse(v, CultureInfo.InvariantCulture))];

    /// <summary>The first month with work in it, 1 to 12; 1 while nothing is planned.</summary>
    public static int StartMonth(string plan)
    {
        var first = Values(plan).TakeWhile(v => v == 0).Count() + 1;
        return first > Months ? 1 : first;
    }

    /// <summary>3月 25%、6月 50%、12月 100%: the months in which it rises; empty while nothing is planned.</summary>
    public static string Words(string plan)
    {
        var values = Values(plan);
        var steps = Enumerable.Range(0, values.Count).Where(i => values[i] > (i == 0 ? 0 : values[i - 1]));
        return string.Join('、', steps.Select(i => string.Create(CultureInfo.InvariantCulture, $"{i + 1}月 {values[i] / 10m:0.#}%")));
    }

    /// <summary>均衡, 前低后高, 按节点, 自定.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Enum.GetValues<PlanShape>().Select(NameOf)];

    public static string NameOf(PlanShape shape) => ChoiceWords.Of(shape);

    /// <summary>The shape of a name; null for any other word.</summary>
    public static PlanShape? ShapeOf(string name) =>
        Enum.GetValues<PlanShape>().Where(shape => NameOf(shape) == name).Select(shape => (PlanShape?)shape).FirstOrDefault();

    /// <summary>The values with a plan of this shape.</summary>
    /// <param name="own">Twelve per-mille values for <see cref="PlanShape.Own"/>; not looked at otherwise.</param>
    /// <exception cref="RefusalException">ASG010: no time yet, or the plan cannot be, with the reason.</exception>
    public static RowValues With(RowValues values, PlanShape shape, int planYear, int startMonth = 1, IReadOnlyList<int>? own = null)
    {
        if (DueMonth(values, planYear) is not { } due) throw Refuse("排月度计划之前，请先定完成时限。");
        var stones = values.Milestones.Where(m => m.Due.Year == planYear).Select(m => new PlanMilestone(m.Due.Month, m.Weight)).ToList();
        // Work by milestones starts in January: what is before the first milestone is simply 0.
        var start = shape is PlanShape.Even or PlanShape.BackLoaded ? Math.Min(startMonth, due) : 1;
        if (!PlanCurve.TryBuild(new PlanDraft(shape, start, due, stones, own ?? []), out var curve, out var refusal)) throw Refuse(refusal);
        return values with { PlanShape = shape, MonthlyPlan = Text(curve.Cumulative) };
    }

    /// <summary>After the time or the milestones changed: the same shape again from the same month; a row without plan or time stays without.</summary>
    /// <exception cref="RefusalException">ASG010: the plan does not fit any more.</exception>
    public static RowValues Again(RowValues values, int planYear) => values.MonthlyPlan.Length == 0
        ? values
        : values.DueKind == DueKind.None
            ? values with { MonthlyPlan = "" }
            : With(values, values.PlanShape, planYear, StartMonth(values.MonthlyPlan), Values(values.MonthlyPlan));

    /// <summary>The month of the plan's year by whose end all is done; December for later years; null without a time.</summary>
    private static int? DueMonth(RowValues values, int planYear) => values.DueKind switch
    {
        DueKind.AllYear => Months,
        DueKind.Date when values.Due is { } day => day.Year > planYear ? Months : day.Month,
        _ => null,
    };

    private static RefusalException Refuse(string message) => new("ASG010", message) { Field = nameof(RowValues.MonthlyPlan) };
}
