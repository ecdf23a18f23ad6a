using Maoding.Domain;
using Maoding.Storage.Searching;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Storage.Migrating;

/// <summary>Brings a database to the present schema, one process at a time; a killed process leaves no lock behind.</summary>
public static class Migrator
{
    private const string LockName = "maoding.lock";

    private const long PostgresLock = 0x6D616F64696E67;

    /// <summary>One try each tenth of a second.</summary>
    private const int Tries = 600;

    /// <exception cref="RefusalException">
    /// STO001: another process holds the lock for longer than a minute; STO010, STO011: not a database for this program.
    /// </exception>
    public static Task MigrateAsync(Database database, CancellationToken stop = default) => MigrateAsync(database, null, stop);

    /// <summary>Makes the tables for a restore as a migration left them; it takes the mark away when it is whole.</summary>
    internal static Task PrepareRestoreAsync(Database database, string migration, CancellationToken stop) => MigrateAsync(database, migration, stop);

    /// <summary>To the newest tables, where a lock is held or nobody else may come in.</summary>
    /// <returns>Whether there was anything to migrate.</returns>
    internal static async Task<bool> UpgradeAsync(MaodingContext db, CancellationToken stop)
    {
        // Migrating compares whole models even when there is nothing to do: a third of a start.
        var isBehind = (await db.Database.GetPendingMigrationsAsync(stop)).Any();
        if (isBehind) await MigrateToAsync(db, null, stop);
        await SchemaObjects.EnsureAsync(db, stop);
        return isBehind;
    }

    private static async Task MigrateAsync(Database database, string? restoring, CancellationToken stop)
    {
        await using var db = database.Open();
        if (database.IsPostgres) await OnPostgresAsync(db, restoring, stop);
        else await OnSqliteAsync(db, restoring, stop);
    }

    private static async Task OnSqliteAsync(MaodingContext db, string? restoring, CancellationToken stop)
    {
        var file = Path.GetFullPath(db.Database.GetDbConnection().DataSource);
        var folder = Path.GetDirectoryName(file)!;
        // Before the lock and the journal leave their traces: a newer program's data stays as it is.
        if (File.Exists(file)) await SchemaVersion.DemandKnownAsync(db, stop);
        Directory.CreateDirectory(folder);
        // The operating system drops this lock with the process, unlike EF's own row.
        await using var held = await HoldAsync(Path.Combine(folder, LockName), stop);
        await db.Database.OpenConnectionAsync(stop);
        await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL", stop);
        await db.Database.ExecuteSqlRawAsync(
            """
            CREATE TABLE IF NOT EXISTS "__EFMigrationsLock" (
                "Id" INTEGER NOT NULL CONSTRAINT "PK___EFMigrationsLock" PRIMARY KEY, "Timestamp" TEXT NOT NULL)
            """,
            stop);
        await db.Database.ExecuteSqlRawAsync("""DELETE FROM "__EFMigrationsLock" """, stop);
        await ApplyAsync(db, restoring, stop);
    }

    private static async Task OnPostgresAsync(MaodingContext db, string? restoring, CancellationToken stop)
    {
        await db.Database.OpenConnectionAsync(stop);
        // A session lock: the server drops it when the connection ends, however it ends.
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_lock({PostgresLock})", stop);
        try
        {
            await ApplyAsync(db, restoring, stop);
        }
        finally
        {
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_unlock({PostgresLock})", CancellationToken.None);
        }
    }

    private static async Task ApplyAsync(MaodingContext db, string? restoring, CancellationToken stop)
    {
        if (restoring is null)
        {
            await SchemaVersion.DemandAsync(db, stop);
            // An older program made other words of the same text, and knew nothing of what is found by now; once with each upgrade.
            if (await UpgradeAsync(db, stop)) await SearchIndex.RemakeAsync(db, stop);
            return;
        }

        await SchemaVersion.DemandKnownAsync(db, stop);
        await SchemaVersion.MarkAsync(db, stop);
        if (!(await db.Database.GetAppliedMigrationsAsync(stop)).Any()) await MigrateToAsync(db, restoring, stop);
        // What stands beside the model fits the newest tables only.
        if (!(await db.Database.GetPendingMigrationsAsync(stop)).Any()) await SchemaObjects.EnsureAsync(db, stop);
    }

    /// <summary>Without foreign keys on SQLite, which cannot drop a table that another one takes the place of while rows point to it.</summary>
    /// <param name="migration">Null: the newest.</param>
    private static async Task MigrateToAsync(MaodingContext db, string? migration, CancellationToken stop)
    {
        if (!db.Database.IsSqlite())
        {
            await db.Database.MigrateAsync(migration, stop);
            return;
        }

        await db.Database.ExecuteSqlRawAsync("PRAGMA foreign_keys = OFF", stop);
        try
        {
            await db.Database.MigrateAsync(migration, stop);
        }
        finally
        {
            // The connection goes back to the pool, and on to somebody who relies on them.
            await db.Database.ExecuteSqlRawAsync("PRAGMA foreign_keys = ON", CancellationToken.None);
        }
    }

    private static async Task<FileStream> HoldAsync(string path, CancellationToken stop)
    {
        for (var tried = 1; ; tried++)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (tried < Tries)
            {
                await Task.Delay(100, stop);
            }
            catch (IOException)
            {
                throw new RefusalException("STO001", $"另一个程序占用着数据目录的锁文件 {path}，等了一分钟仍未放开。请先停掉它。", RefusalKind.Conflict);
            }
        }
    }
}
