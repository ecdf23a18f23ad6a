using System.Globalization;
using Maoding.Domain.Ledger;
using Maoding.Domain.Planning;

namespace Maoding.Domain.Checking;

/// <summary>How the work is spread over months and leaves.</summary>
internal static class PlanChecks
{
    /// <summary>Units of measure whose figures cannot be added up.</summary>
    private static readonly HashSet<string> _ratios = ["%", "％", "‰", "个百分点", "百分点", "位", "名", "倍", "分"];

    public static IEnumerable<CheckHit> WithoutPlan(CheckInput input) =>
        input.OpenLeaves.Where(r => r.Values.MonthlyPlan.Length == 0 && r.Values.Kind != CommitmentKind.Target).Select(r => CheckHit.Of(r));

    public static IEnumerable<CheckHit> BrokenPlan(CheckInput input)
    {
        foreach (var row in input.OpenLeaves.Where(r => r.Values.MonthlyPlan.Length > 0))
            if (Fault(row.Values, input.PlanYear) is { } fault) yield return CheckHit.Of(row, fault);
    }

    public static IEnumerable<CheckHit> LeavesBelowParent(CheckInput input) => Sums(input)
        .Where(s => s.Parts > 0 && s.Sum < s.Parent.Value)
        .Select(s => new CheckHit(s.RowIds, $"{s.Parent}，子项合计 {Number(s.Sum)}{s.Parent.Unit}"));

    public static IEnumerable<CheckHit> LeavesAboveParent(CheckInput input) => Sums(input)
        .Where(s => s.Sum > s.Parent.Value)
        .Select(s => new CheckHit(s.RowIds, $"{s.Parent}，子项合计 {Number(s.Sum)}{s.Parent.Unit}"));

    public static IEnumerable<CheckHit> LeavesWithoutQuantity(CheckInput input) => Sums(input)
        .Where(s => s.Parts == 0)
        .Select(s => new CheckHit([s.RowIds[0]], s.Parent.ToString()));

    private static string? Fault(RowValues values, int planYear)
    {
        var months = new List<int>();
        foreach (var part in values.MonthlyPlan.Split(','))
        {
            if (!int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var value)) return "月度计划有看不懂的数值";
            months.Add(value);
        }

        // Work that lasts beyond the year or goes on all year need not be whole in any month of it.
        var due = values.Due is { } day && day.Year == planYear ? day.Month : (int?)null;
        return PlanCurve.FaultOf(months, 1, due);
    }

    /// <summary>Each quantity of a row with leaves, beside the sum of the same quantity in its leaves.</summary>
    private static IEnumerable<(QuantityValue Parent, decimal Sum, int Parts, IReadOnlyList<int> RowIds)> Sums(CheckInput input)
    {
        var leaves = input.Rows.Where(r => r.ParentId is not null && r.State >= CommitmentState.Draft).ToLookup(r => r.ParentId!.Value);
        foreach (var parent in input.Rows.Where(r => r.IsOpen && leaves.Contains(r.Id)))
        {
            foreach (var quantity in parent.Values.Quantities.Where(q => !_ratios.Contains(q.Unit)))
            {
                var own = leaves[parent.Id].Where(l => l.Values.Quantities.Any(q => QuantityShares.Same(q, quantity))).ToList();
                var sum = own.Sum(l => l.Values.Quantities.Where(q => QuantityShares.Same(q, quantity)).Sum(q => q.Value));
                yield return (quantity, sum, own.Count, [parent.Id, .. own.Select(l => l.Id)]);
            }
        }
    }

    private static string Number(decimal value) => value.ToString("0.######", CultureInfo.InvariantCulture);
}
