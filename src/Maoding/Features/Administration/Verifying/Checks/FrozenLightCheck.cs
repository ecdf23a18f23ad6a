using System.Runtime.CompilerServices;
using Maoding.Domain.Lights;
using Maoding.Features.Progress.Closings;
using Maoding.Storage.Closing;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Administration.Verifying.Checks;

/// <summary>The lights of closed months against the digest that the audit kept of them.</summary>
internal sealed class FrozenLightCheck : IntegrityCheck
{
    public override string Code => "VER014";

    public override string Name => "月结的灯";

    public override string What => "已月结的灯和所用数字，与月结时审计记下的校验值一致。";

    public override string Why => "月结后的灯不应改变；不一致说明有人绕过系统改过。";

    public override string Remedy => "停用系统，保留现场，用核验通过的备份恢复。";

    public override async IAsyncEnumerable<string> FindAsync(VerifyScope scope, [EnumeratorCancellation] CancellationToken stop)
    {
        var db = scope.Db;
        foreach (var close in await db.MonthCloses.AsNoTracking().OrderBy(c => c.Id).ToListAsync(stop))
        {
            var kept = await db.AuditEntries.AsNoTracking().Where(e => e.Subject == nameof(MonthClose) && e.SubjectId == close.Id)
                .OrderBy(e => e.Sequence).Select(e => e.Why).FirstOrDefaultAsync(stop);
            var lights = db.MonthLights.AsNoTracking().Where(l => l.PlanId == close.PlanId && l.Month == close.Month).OrderBy(l => l.CommitmentId);
            if (kept?.EndsWith(MonthCloseService.DigestMark + FrozenLights.Digest(lights.AsEnumerable()), StringComparison.Ordinal) != true)
                yield return $"{close.Month / 100}年{close.Month % 100}月月结的灯与审计记下的不一致";
        }
    }
}
