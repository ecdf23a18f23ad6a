using System.Globalization;
using Maoding.Domain.Ledger;

namespace Maoding.Domain.Checking;

internal static class TimeChecks
{
    public static IEnumerable<CheckHit> WithoutTime(CheckInput input) =>
        input.OpenLeaves.Where(r => r.Values.DueKind == DueKind.None || r.Values.Due is null).Select(r => CheckHit.Of(r));

    public static IEnumerable<CheckHit> BeforePlanYear(CheckInput input) =>
        input.OpenLeaves.Where(r => r.Values.Due?.Year < input.PlanYear).Select(Dated);

    public static IEnumerable<CheckHit> AfterPlanYear(CheckInput input) =>
        input.OpenLeaves.Where(r => r.Values.Due?.Year > input.PlanYear).Select(Dated);

    private static CheckHit Dated(CheckedRow row) => CheckHit.Of(row, row.Values.Due!.Value.ToString("yyyy年M月d日", CultureInfo.InvariantCulture));
}
