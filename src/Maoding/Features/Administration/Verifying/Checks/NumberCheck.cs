using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Administration.Verifying.Checks;

/// <summary>A number means one row.</summary>
internal sealed class NumberCheck : IntegrityCheck
{
    public override string Code => "VER007";

    public override string Name => "任务编号";

    public override string What => "同一计划内编号不重复，也不超过计划已用到的最大号。";

    public override string Why => "文件和会议都按编号说事：重号会把两项任务混为一项，号发乱了以后还会再重。";

    public override string Remedy => "把列出的编号告诉软件维护人员，不要自行修改数据库。";

    public override async IAsyncEnumerable<string> FindAsync(VerifyScope scope, [EnumeratorCancellation] CancellationToken stop)
    {
        var repeated = scope.Db.Commitments.AsNoTracking().Where(c => c.Number != "").GroupBy(c => new { c.PlanId, c.Number })
            .Where(g => g.Count() > 1).Select(g => new { g.Key.PlanId, g.Key.Number, Count = g.Count() });
        await foreach (var number in repeated.AsAsyncEnumerable().WithCancellation(stop))
            yield return $"计划 {number.PlanId} 的编号 {number.Number} 用了 {number.Count} 次";
        var last = await scope.Db.Plans.AsNoTracking().ToDictionaryAsync(p => p.Id, p => p.LastNumber, stop);
        var given = scope.Db.Commitments.AsNoTracking().Where(c => c.Number != "" && c.ParentId == null).Select(c => new { c.PlanId, c.Number });
        await foreach (var row in given.AsAsyncEnumerable().WithCancellation(stop))
            if (int.TryParse(row.Number, out var number) && number > last.GetValueOrDefault(row.PlanId))
                yield return $"计划 {row.PlanId} 的编号 {row.Number} 超过了已用到的最大号 {last.GetValueOrDefault(row.PlanId)}";
    }
}
