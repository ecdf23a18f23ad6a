using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Administration.Verifying.Checks;

/// <summary>The SQLite file itself; PostgreSQL holds its references and pages by itself.</summary>
internal sealed class StructureCheck : IntegrityCheck
{
    public override string Code => "VER004";

    public override string Name => "数据库文件";

    public override string What => "数据库文件完好，每个引用都指向存在的行。";

    public override string Why => "磁盘出过错，或者有人用别的工具改过文件。";

    public override string Remedy => "检查磁盘，用最近一份核验通过的备份恢复。";

    public override async IAsyncEnumerable<string> FindAsync(VerifyScope scope, [EnumeratorCancellation] CancellationToken stop)
    {
        if (!scope.Db.Database.IsSqlite()) yield break;
        await foreach (var line in scope.Db.Database.SqlQueryRaw<string>("SELECT integrity_check AS \"Value\" FROM pragma_integrity_check")
            .AsAsyncEnumerable().WithCancellation(stop))
            if (line != "ok") yield return line;
        await foreach (var line in scope.Db.Database.SqlQueryRaw<string>(
            "SELECT \"table\" || ' 第 ' || COALESCE(rowid, 0) || ' 行引用的 ' || parent || ' 不存在' AS \"Value\" FROM pragma_foreign_key_check")
            .AsAsyncEnumerable().WithCancellation(stop))
            yield return line;
    }
}
