using System.Runtime.CompilerServices;
using Maoding.Storage.Auditing;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Administration.Verifying.Checks;

/// <summary>The hash chain from its first entry to its head.</summary>
internal sealed class ChainCheck : IntegrityCheck
{
    public override string Code => "VER001";

    public override string Name => "审计链";

    public override string What => "审计记录从 1 起连号，每条的哈希由上一条的哈希和本条原文算出，链尾与最后一条一致。";

    public override string Why => "有人绕过系统改动、删除或插入了审计记录，或者数据库文件损坏。";

    public override string Remedy => "停用系统，保留现场，用最近一份核验通过的备份恢复，并报告保密和网信部门。";

    public override async IAsyncEnumerable<string> FindAsync(VerifyScope scope, [EnumeratorCancellation] CancellationToken stop)
    {
        var (sequence, hash) = (0L, AuditChain.Beginning);
        var entries = scope.Db.AuditEntries.AsNoTracking().OrderBy(e => e.Sequence)
            .Select(e => new { e.Sequence, e.PreviousHash, e.Text, e.Hash }).AsAsyncEnumerable();
        await foreach (var entry in entries.WithCancellation(stop))
        {
            if (entry.Sequence != sequence + 1) yield return $"第 {sequence} 条之后是第 {entry.Sequence} 条，中间缺号";
            if (entry.PreviousHash != hash) yield return $"第 {entry.Sequence} 条接不上前一条";
            if (AuditChain.Hash(entry.PreviousHash, entry.Text) != entry.Hash) yield return $"第 {entry.Sequence} 条的原文被改过";
            (sequence, hash) = (entry.Sequence, entry.Hash);
        }

        var heads = await scope.Db.AuditHeads.AsNoTracking().ToListAsync(stop);
        if (heads.Count != 1) yield return $"链尾应有一行，实有 {heads.Count} 行";
        else if (heads[0].Sequence != sequence || heads[0].Hash != hash) yield return $"链尾写的是第 {heads[0].Sequence} 条，实际最后是第 {sequence} 条，或两处哈希不同";
    }
}
