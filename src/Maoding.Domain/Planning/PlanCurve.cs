using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Maoding.Domain.Planning;

/// <summary>
/// The monthly plan of a ledger row: what share of the work should be done by the end of each month. It is 0 before the
/// start month, never falls, and is whole from the due month on.
/// </summary>
public sealed class PlanCurve
{
    /// <summary>The whole, in per mille.</summary>
    public const int Whole = 1000;

    private const int Months = 12;

    private readonly int[] _cumulative;

    private PlanCurve(int[] cumulative) => _cumulative = cumulative;

    /// <summary>Twelve cumulative values in per mille, January first.</summary>
    public IReadOnlyList<int> Cumulative => _cumulative;

    /// <summary>The planned share at the end of a month (1 to 12), 0 to 1000.</summary>
    public int At(int month) => _cumulative[month - 1];

    /// <summary>Makes the plan, or says in Chinese why it cannot be.</summary>
    public static bool TryBuild(PlanDraft draft, [NotNullWhen(true)] out PlanCurve? curve, [NotNullWhen(false)] out string? refusal)
    {
        refusal = RefuseMonths(draft) ?? draft.Shape switch
        {
            PlanShape.ByMilestones => RefuseMilestones(draft),
            PlanShape.Own => FaultOf(draft.Own, draft.StartMonth, draft.DueMonth),
            _ => null,
        };
        curve = refusal is null ? new PlanCurve(Values(draft)) : null;
        return curve is not null;
    }

    private static int[] Values(PlanDraft draft)
    {
        if (draft.Shape == PlanShape.Own) return [.. draft.Own];
        var values = new int[Months];
        for (var month = draft.StartMonth; month <= Months; month++)
            values[month - 1] = month >= draft.DueMonth ? Whole : Math.Min(Whole - 1, Share(draft, month));
        return values;
    }

    private static int Share(PlanDraft draft, int month)
    {
        long passed = month - draft.StartMonth + 1, all = draft.DueMonth - draft.StartMonth + 1;
        return draft.Shape switch
        {
            PlanShape.Even => PerMille(passed, all),
            PlanShape.BackLoaded => PerMille(passed * passed, all * all),
            _ => PerMille(draft.Milestones.Where(m => m.Month <= month).Sum(m => (long)m.Weight), draft.Milestones.Sum(m => (long)m.Weight)),
        };
    }

    /// <summary>Rounded half up.</summary>
    private static int PerMille(long part, long all) => (int)(((part * Whole * 2) + all) / (all * 2));

    private static string? RefuseMonths(PlanDraft draft)
    {
        if (!IsMonth(draft.StartMonth)) return "开始月份应为1至12月，请重新填写。";
        if (!IsMonth(draft.DueMonth)) return "完成月份应为1至12月，请重新填写。";
        return draft.DueMonth < draft.StartMonth
            ? $"完成月份（{draft.DueMonth}月）早于开始月份（{draft.StartMonth}月），请调整其中一个。"
            : null;
    }

    private static string? RefuseMilestones(PlanDraft draft)
    {
        if (draft.Milestones.Count == 0) return "按节点安排进度，至少要有一个节点，请先添加节点。";
        foreach (var (month, weight) in draft.Milestones)
        {
            if (month < draft.StartMonth || month > draft.DueMonth)
                return $"{month}月的节点不在{draft.StartMonth}月至{draft.DueMonth}月之间，请调整节点月份或起止月份。";
            if (weight <= 0) return $"{month}月的节点权重应大于0，请重新填写。";
        }

        return draft.Milestones.Any(m => m.Month == draft.DueMonth)
            ? null
            : $"完成月份（{draft.DueMonth}月）没有节点，请在该月设一个节点，或把完成月份改为最后一个节点的月份。";
    }

    /// <summary>What is wrong with twelve cumulative values in per mille, in Chinese; null when they are a plan.</summary>
    /// <param name="startMonth">Before it there is nothing.</param>
    /// <param name="dueMonth">By its end all is done; null when that is not in this year.</param>
    public static string? FaultOf(IReadOnlyList<int> values, int startMonth, int? dueMonth)
    {
        if (values.Count != Months) return $"自定进度要填满12个月的累计值，现有{values.Count}个，请补齐。";
        for (var month = 1; month <= Months; month++)
        {
            var value = values[month - 1];
            if (value is < 0 or > Whole) return $"{month}月累计进度{Percent(value)}不在0%至100%之间，请重新填写。";
            if (month < startMonth && value > 0) return $"{month}月早于开始月份（{startMonth}月），累计进度应为0%，请改为0或提前开始月份。";
            if (month > 1 && value < values[month - 2])
                return $"{month}月累计进度{Percent(value)}低于{month - 1}月的{Percent(values[month - 2])}，累计进度不能下降，请核对这两个月。";
        }

        if (dueMonth is not { } last) return null;
        var due = values[last - 1];
        return due < Whole ? $"到完成月份（{last}月）累计进度只有{Percent(due)}，应达到100%，请补足或推后完成月份。" : null;
    }

    private static bool IsMonth(int month) => month is >= 1 and <= Months;

    private static string Percent(int perMille) => (perMille / 10m).ToString("0.#", CultureInfo.InvariantCulture) + "%";
}
