using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Maoding.Domain.Audit;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Administration.Verifying.Checks;

/// <summary>The columns that the audit is searched by against the text that was hashed.</summary>
internal sealed class EntryTextCheck : IntegrityCheck
{
    public override string Code => "VER003";

    public override string Name => "审计记录的各栏";

    public override string What => "审计记录的时间、人员、动作、对象、理由各栏，与参加哈希计算的原文相同。";

    public override string Why => "只有原文受哈希保护；各栏被改过，查询审计就会看到假的内容。";

    public override string Remedy => "以原文为准。停用系统，保留现场，用核验通过的备份恢复。";

    public override async IAsyncEnumerable<string> FindAsync(VerifyScope scope, [EnumeratorCancellation] CancellationToken stop)
    {
        await foreach (var entry in scope.Db.AuditEntries.AsNoTracking().OrderBy(e => e.Sequence).AsAsyncEnumerable().WithCancellation(stop))
            if (!Agrees(entry)) yield return $"第 {entry.Sequence} 条的栏目与原文不同";
    }

    private static bool Agrees(AuditEntry entry)
    {
        try
        {
            using var text = JsonDocument.Parse(entry.Text);
            var said = text.RootElement;
            return said.GetProperty("sequence").GetInt64() == entry.Sequence
                && said.GetProperty("at").GetString() == entry.At.ToString("yyyy-MM-ddTHH:mm:ss.ffffffZ", CultureInfo.InvariantCulture)
                && said.GetProperty("account").GetInt32() == entry.AccountId
                && said.GetProperty("actor").GetString() == entry.Actor
                && said.GetProperty("action").GetString() == entry.Action
                && said.GetProperty("subject").GetString() == entry.Subject
                && said.GetProperty("id").GetInt32() == entry.SubjectId
                && said.GetProperty("why").GetString() == entry.Why;
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return false;
        }
    }
}
