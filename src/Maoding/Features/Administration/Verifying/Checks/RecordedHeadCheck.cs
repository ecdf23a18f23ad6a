using System.Runtime.CompilerServices;
using Maoding.Districts;
using Maoding.Storage.Auditing;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Administration.Verifying.Checks;

/// <summary>The chain against what was written down outside the database each day.</summary>
internal sealed class RecordedHeadCheck : IntegrityCheck
{
    private const int Batch = 500;

    public override string Code => "VER002";

    public override string Name => "审计链与库外记录";

    public override string What => $"每天记在库外文件 {AuditHeadLog.FileName} 里的链尾，与库内同号的记录哈希相同。";

    public override string Why => "有人把某条审计记录连同其后的整条链一起重写了，或者数据库被换成了较旧的一份。";

    public override string Remedy => "停用系统，保留现场，用库外记录能对上的备份恢复，并报告保密和网信部门。";

    public override async IAsyncEnumerable<string> FindAsync(VerifyScope scope, [EnumeratorCancellation] CancellationToken stop)
    {
        if (scope.HeadsFolder is not { } folder) yield break;
        var line = 0;
        foreach (var batch in AuditHeadLog.Read(folder).Select(h => (Line: ++line, Head: h)).Chunk(Batch))
        {
            var wanted = batch.Where(b => b.Head is not null).Select(b => b.Head!.Sequence).Distinct().ToList();
            var hashes = await scope.Db.AuditEntries.AsNoTracking().Where(e => wanted.Contains(e.Sequence))
                .ToDictionaryAsync(e => e.Sequence, e => e.Hash, stop);
            hashes[0] = AuditChain.Beginning;
            foreach (var (number, head) in batch)
            {
                if (head is null) yield return $"{AuditHeadLog.FileName} 第 {number} 行读不懂";
                else if (!hashes.TryGetValue(head.Sequence, out var hash)) yield return $"{Day(head)} 链尾是第 {head.Sequence} 条，库内已没有这一条";
                else if (hash != head.Hash) yield return $"第 {head.Sequence} 条与 {Day(head)} 的库外记录不同";
            }
        }
    }

    private static string Day(RecordedHead head) => BusinessClock.InChina(head.At).ToString("yyyy年M月d日");
}
