using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Administration.Verifying.Checks;

/// <summary>The month that lists filter by against the date.</summary>
internal sealed class DueMonthCheck : IntegrityCheck
{
    public override string Code => "VER008";

    public override string Name => "时限月份";

    public override string What => "供筛选用的时限月份，与完成时限的日期一致。";

    public override string Why => "按月筛选台账时会漏掉或多出任务。";

    public override string Remedy => "打开列出的任务，把时限改动后再改回并保存；已印发的用“调整”。";

    public override async IAsyncEnumerable<string> FindAsync(VerifyScope scope, [EnumeratorCancellation] CancellationToken stop)
    {
        var rows = scope.Db.Commitments.AsNoTracking().OrderBy(c => c.Id).Select(c => new { c.Id, c.Number, c.Due, c.DueMonth });
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(stop))
        {
            var month = row.Due is { } due ? (due.Year * 100) + due.Month : 0;
            if (month != row.DueMonth) yield return $"任务 {row.Number}（内部号 {row.Id}）的时限在 {month}，筛选月份却是 {row.DueMonth}";
        }
    }
}
