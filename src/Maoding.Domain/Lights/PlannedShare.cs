using System.Globalization;

namespace Maoding.Domain.Lights;

/// <summary>One value of a monthly plan, for lists of many rows.</summary>
public static class PlannedShare
{
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
