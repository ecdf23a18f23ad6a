using System.Globalization;
using System.Runtime.CompilerServices;
using Maoding.Domain.Ledger;
using Maoding.Features.Progress.Closings;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Administration.Verifying.Checks;

/// <summary>The share kept with a row against the accepted months of the projects that tell it.</summary>
internal sealed class ToldShareCheck : IntegrityCheck
{
    public override string Code => "VER015";

    public override string Name => "项目带动的进度";

    public override string What => "由项目带动的任务，完成比例等于这些项目已审核的月度投资算出来的比例。";

    public override string Why => "任务的进度与它的项目对不上，月结时的灯会与平时看到的不一致。";

    public override string Remedy => "打开这项任务对应的项目，把最近一个月退回后重新审核一次，比例会重新计算。";

    public override async IAsyncEnumerable<string> FindAsync(VerifyScope scope, [EnumeratorCancellation] CancellationToken stop)
    {
        foreach (var plan in await scope.Db.Plans.AsNoTracking().Where(p => p.State == PlanState.Issued).OrderBy(p => p.Year).ToListAsync(stop))
        {
            var told = await scope.Db.SharesByProjectsAsync(plan.Id, (plan.Year * 100) + 12, stop);
            scope.Db.ChangeTracker.Clear();
            var ids = told.Keys.ToList();
            var kept = await scope.Db.Commitments.AsNoTracking()
                .Where(c => ids.Contains(c.Id) && c.State >= CommitmentState.Issued && c.State <= CommitmentState.CompletionApplied)
                .OrderBy(c => c.Order).Select(c => new { c.Id, c.Number, c.Title, c.Share }).ToListAsync(stop);
            foreach (var row in kept.Where(r => (r.Share ?? 0) != told[r.Id]))
                yield return string.Create(
                    CultureInfo.InvariantCulture, $"{plan.Year}年第{row.Number}项“{row.Title}”记着 {Words(row.Share)}，项目算出来是 {Words(told[row.Id])}");
        }
    }

    private static string Words(int? share) => share is { } known ? string.Create(CultureInfo.InvariantCulture, $"{known / 10.0:0.#}%") : "没有比例";
}
