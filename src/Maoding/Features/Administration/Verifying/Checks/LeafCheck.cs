using System.Runtime.CompilerServices;
using Maoding.Domain.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Administration.Verifying.Checks;

/// <summary>Rows and their leaves.</summary>
internal sealed class LeafCheck : IntegrityCheck
{
    public override string Code => "VER005";

    public override string Name => "任务与子项";

    public override string What => "有子项的任务不标作末级，没有子项的标作末级（不列入、已并入、待确认的子项不算）；子项之下不再有子项，并与任务同属一个计划。";

    public override string Why => "责任只算在末级上：标错了，一项任务会没有人负责，或被算两次。";

    public override string Remedy => "把列出的编号告诉软件维护人员，不要自行修改数据库。";

    public override async IAsyncEnumerable<string> FindAsync(VerifyScope scope, [EnumeratorCancellation] CancellationToken stop)
    {
        var rows = scope.Db.Commitments.AsNoTracking();
        var parted = rows.Where(c => c.IsLeaf && rows.Any(l => l.ParentId == c.Id && l.State >= CommitmentState.Draft)).Select(c => new { c.Id, c.Number });
        await foreach (var row in parted.AsAsyncEnumerable().WithCancellation(stop)) yield return $"任务 {row.Number}（内部号 {row.Id}）有子项，却标作末级";
        var bare = rows.Where(c => !c.IsLeaf && !rows.Any(l => l.ParentId == c.Id && l.State >= CommitmentState.Draft)).Select(c => new { c.Id, c.Number });
        await foreach (var row in bare.AsAsyncEnumerable().WithCancellation(stop)) yield return $"任务 {row.Number}（内部号 {row.Id}）没有子项，却没有标作末级";
        var wrong = rows.Where(c => c.ParentId != null && rows.Any(p => p.Id == c.ParentId && (p.ParentId != null || p.PlanId != c.PlanId)))
            .Select(c => new { c.Id, c.Number });
        await foreach (var row in wrong.AsAsyncEnumerable().WithCancellation(stop)) yield return $"子项 {row.Number}（内部号 {row.Id}）挂在另一个子项或另一个计划之下";
    }
}
