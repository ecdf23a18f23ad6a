using Maoding.Storage;
using Maoding.Storage.Migrating;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Maoding.TestKit;

/// <summary>A database of one test, as the migrations leave it: each kind is migrated once per process and copied from then on.</summary>
public static class MigratedDatabase
{
    private static readonly Lazy<Task<string>> _file = new(MigrateFileAsync);
    private static readonly Lazy<Task<string>> _postgres = new(MigratePostgresAsync);

    /// <summary>A SQLite file in the folder, in the place of an empty one that somebody late may have opened.</summary>
    public static async Task<Database> InFolderAsync(string folder)
    {
        var copy = Path.Combine(folder, "copy");
        File.Copy(await _file.Value, copy, overwrite: true);
        File.Move(copy, Path.Combine(folder, Database.FileName), overwrite: true);
        return Database.InFolder(folder);
    }

    /// <summary>On PostgreSQL.</summary>
    public static async Task<Database> OnPostgresAsync() => Database.Postgres(PostgresCluster.CreateDatabase(await _postgres.Value));

    private static async Task<string> MigrateFileAsync()
    {
        var folder = Directory.CreateTempSubdirectory("maoding-template-").FullName;
        var database = Database.InFolder(folder);
        await Migrator.MigrateAsync(database);
        await using (var db = database.Open()) await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)");
        await using (var connection = new SqliteConnection(database.ConnectionString)) SqliteConnection.ClearPool(connection);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        return Path.Combine(folder, Database.FileName);
    }

    /// <summary>A database that somebody is connected to cannot be copied.</summary>
    private static async Task<string> MigratePostgresAsync()
    {
        var database = Database.Postgres(PostgresCluster.CreateDatabase());
        await Migrator.MigrateAsync(database);
        await using (var connection = new NpgsqlConnection(database.ConnectionString)) NpgsqlConnection.ClearPool(connection);
        return database.ConnectionString;
    }
}
