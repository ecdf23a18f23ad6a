using System.Runtime.CompilerServices;
using Maoding.Domain.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Administration.Verifying.Checks;

/// <summary>No issued row without an owner and a time, and none that is still open with an owner that is gone.</summary>
internal sealed class OwnerCheck : IntegrityCheck
{
    public override string Code => "VER006";

    public override string Name => "已印发任务的责任和时限";

    public override string What => "每个已印发的末级任务都有编号、牵头领导、牵头单位和完成时限；没有办结的，牵头单位没有停用。";

    public override string Why => "印发了却没有人负责或没有时限的任务，到年底说不清是谁的事。";

    public override string Remedy => "在任务页上用“调整”补上责任和时限、改由在用的单位牵头，写明依据。";

    public override async IAsyncEnumerable<string> FindAsync(VerifyScope scope, [EnumeratorCancellation] CancellationToken stop)
    {
        var rows = scope.Db.Commitments.AsNoTracking()
            .Where(c => c.State >= CommitmentState.Issued && c.State != CommitmentState.Stopped && c.IsLeaf
                && (c.LeaderPostId == null || c.LeadUnitId == null || c.Due == null || c.DueKind == DueKind.None || c.Number == ""))
            .OrderBy(c => c.Id)
            .Select(c => new { c.Id, c.Number, c.LeaderPostId, c.LeadUnitId, c.Due });
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(stop))
        {
            string?[] missing = [row.Number.Length == 0 ? "编号" : null, row.LeaderPostId is null ? "牵头领导" : null,
                row.LeadUnitId is null ? "牵头单位" : null, row.Due is null ? "完成时限" : null];
            yield return $"任务 {row.Number}（内部号 {row.Id}）缺{string.Join('、', missing.OfType<string>().DefaultIfEmpty("时限类别"))}";
        }

        var gone = from row in scope.Db.Commitments.AsNoTracking()
                   where row.IsLeaf && (row.State == CommitmentState.Issued || row.State == CommitmentState.InProgress)
                   join unit in scope.Db.Units on row.LeadUnitId equals unit.Id
                   where unit.IsClosed
                   orderby row.Id
                   select new { row.Id, row.Number, unit.ShortName };
        await foreach (var row in gone.AsAsyncEnumerable().WithCancellation(stop))
            yield return $"任务 {row.Number}（内部号 {row.Id}）的牵头单位“{row.ShortName}”已停用";
    }
}
