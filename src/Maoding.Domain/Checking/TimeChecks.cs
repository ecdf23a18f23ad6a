using System.Globalization;
using Maoding.Domain.Ledger;

namespace Maoding.Domain.Checking;

public static class TimeChecks
{
    public static IEnumerable<CheckHit> WithoutTime(CheckInput input) =>
        input.OpenLeaves.Where(r => r.Values.DueKind == DueKind.None || r.Values.Due is null).Select(r => CheckHit.Of(r));

    public static IEnumerable<CheckHit> BeforePlanYear(CheckInput input) =>
        input.OpenLeaves.Where(r => r.Values.Due?.Year < input.PlanYear).Select(Dated);

    public static IEnumerable<CheckHit> AfterPlanYear(CheckInput input) =>
        input.OpenLeaves.Where(r => r.Values.Due?.Year > input.PlanYear).Select(Dated);

    public static IEnumerable<CheckHit> LateMilestones(CheckInput input) =>
        from row in input.OpenLeaves
        let late = LateMilestones(row.Values)
        where late.Count > 0
        select CheckHit.Of(row, string.Join('、', late.Select(m => $"“{m.Name}”{m.Due:yyyy-MM-dd}")));

    /// <summary>Milestones that lie behind the row's own time.</summary>
    public static IReadOnlyList<MilestoneValue> LateMilestones(RowValues values) => [.. values.Milestones.Where(m => m.Due > values.Due)];

    /// <summary>A time so far behind the plan's year that a year may have been mistyped.</summary>
    public static bool IsFar(RowValues values, int planYear) => values.Due?.Year > planYear + 5;

    private static CheckHit Dated(CheckedRow row) => CheckHit.Of(row, row.Values.Due!.Value.ToString("yyyy年M月d日", CultureInfo.InvariantCulture));
}
