using System.Globalization;
using Maoding.Domain.Ledger;

namespace Maoding.Domain.Lights;

/// <summary>One value of a monthly plan, for lists of many rows.</summary>
public static class PlannedShare
{
    /// <summary>In the place of a planned share of a target.</summary>
    public const string ByFigures = "按指标";

    /// <summary>The plan that a row's work is measured by: a target is no work of which a twelfth is due each month.</summary>
    public static string PlanOf(CommitmentKind kind, string monthlyPlan) => kind == CommitmentKind.Target ? "" : monthlyPlan;

    /// <summary>What stands where nothing is planned.</summary>
    public static string None(CommitmentKind kind) => kind == CommitmentKind.Target ? ByFigures : "未排";

    /// <summary>The last month of the plan's year that is over, 1 to 12; 0 before February.</summary>
    public static int LastMonth(int planYear, DateOnly today) => today.Year < planYear ? 0 : today.Year > planYear ? 12 : today.Month - 1;

    /// <summary>The cumulative per mille at the end of a month; null without a plan or for month 0.</summary>
    /// <param name="monthlyPlan">Twelve values with commas, or empty.</param>
    public static int? At(string monthlyPlan, int month)
    {
        if (month == 0) return null;
        var at = 0;
        foreach (var part in monthlyPlan.AsSpan().Split(','))
            if (++at == month) return int.TryParse(monthlyPlan.AsSpan(part), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;
        return null;
    }
}
