using Maoding.Domain;
using Maoding.Storage.Migrating;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Storage;

/// <summary>Whether there is a database of this version to read.</summary>
public static class PresentDatabase
{
    /// <exception cref="RefusalException">
    /// BAK001: there is no database; BAK002: it is of an older version; STO010: of a newer one; STO011: a restore did not end.
    /// </exception>
    public static async Task DemandAsync(Database database, MaodingContext db, CancellationToken stop = default)
    {
        // Opening a SQLite file that is not there would make one.
        var isThere = database.Folder is { } folder ? File.Exists(Path.Combine(folder, Database.FileName)) : await db.Database.CanConnectAsync(stop);
        if (!isThere)
            throw new RefusalException(
                "BAK001", database.Folder is { } empty ? $"“{empty}”里没有锚定的数据。请用 --data 写上数据目录。" : "连不上 PostgreSQL。请检查连接字符串和数据库服务。", RefusalKind.Missing);
        await SchemaVersion.DemandAsync(db, stop);
        if ((await db.Database.GetPendingMigrationsAsync(stop)).Any())
            throw new RefusalException("BAK002", "这份数据是旧版本的。请先用 maoding serve 启动一次完成升级，再执行本命令。", RefusalKind.Conflict);
    }
}
