using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Administration.Verifying.Checks;

/// <summary>Autosaved edits that nobody closed: their audit entry is not written yet.</summary>
internal sealed class DraftEditCheck : IntegrityCheck
{
    /// <summary>A sitting ends long before.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromDays(1);

    public override string Code => "VER012";

    public override string Name => "没有收尾的草稿编辑";

    public override string What => "自动保存的编辑在一天之内收尾成一条审计记录，并且都有所编辑的任务。";

    public override string Why => "收尾之前，这些改动只有草稿，没有审计记录。";

    public override string Remedy => "请编辑人打开该任务并保存一次。";

    public override Severity Severity => Severity.Hint;

    public override async IAsyncEnumerable<string> FindAsync(VerifyScope scope, [EnumeratorCancellation] CancellationToken stop)
    {
        var until = scope.Now - Patience;
        var edits = scope.Db.DraftEdits.AsNoTracking()
            .Where(d => d.LastAt < until || !scope.Db.Commitments.Any(c => c.Id == d.CommitmentId))
            .OrderBy(d => d.Id)
            .Select(d => new { d.CommitmentId, d.AccountId });
        await foreach (var edit in edits.AsAsyncEnumerable().WithCancellation(stop)) yield return $"任务（内部号 {edit.CommitmentId}）上账号 {edit.AccountId} 的编辑没有收尾";
    }
}
