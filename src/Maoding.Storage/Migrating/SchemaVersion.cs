using Maoding.Domain;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Storage.Migrating;

/// <summary>Whether this program may work with a database: one of a newer program, or one that a restore left half done, is not for it.</summary>
internal static class SchemaVersion
{
    /// <summary>A table that stands in a database from the beginning of a restore to its end.</summary>
    private const string Mark = "RestoreUnfinished";

    /// <exception cref="RefusalException">STO010: a newer program made it; STO011: a restore into it did not come to its end.</exception>
    public static async Task DemandAsync(MaodingContext db, CancellationToken stop)
    {
        var known = db.Database.GetMigrations().ToHashSet();
        var unknown = (await db.Database.GetAppliedMigrationsAsync(stop)).Where(m => !known.Contains(m)).ToList();
        if (unknown.Count > 0)
            throw new RefusalException("STO010", $"这份数据是更新版本的锚定用过的（{unknown[^1]}），本版本用不了，什么都没有改。请换用新版本的程序。", RefusalKind.Conflict);
        if (await IsMarkedAsync(db, stop))
            throw new RefusalException("STO011", "这里有一次没有完成的恢复，数据不全，不能使用。请删掉这个数据目录（或清空这个数据库），重新执行 maoding restore。", RefusalKind.Conflict);
    }

    /// <summary>Before the first row of a restore.</summary>
    public static Task MarkAsync(MaodingContext db, CancellationToken stop) =>
        db.Database.ExecuteSqlRawAsync($"CREATE TABLE IF NOT EXISTS \"{Mark}\" (\"Since\" integer)", stop);

    /// <summary>In the transaction that makes the restore whole.</summary>
    public static Task UnmarkAsync(MaodingContext db, CancellationToken stop) => db.Database.ExecuteSqlRawAsync($"DROP TABLE \"{Mark}\"", stop);

    private static async Task<bool> IsMarkedAsync(MaodingContext db, CancellationToken stop) => await db.Database.SqlQueryRaw<int>(
        db.Database.IsNpgsql()
            ? $"SELECT COUNT(*)::int AS \"Value\" FROM pg_tables WHERE schemaname = current_schema() AND tablename = '{Mark}'"
            : $"SELECT COUNT(*) AS \"Value\" FROM sqlite_master WHERE type = 'table' AND name = '{Mark}'").SingleAsync(stop) > 0;
}
