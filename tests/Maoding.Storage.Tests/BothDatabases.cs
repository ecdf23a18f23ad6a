using Maoding.Storage.Migrating;
using Maoding.TestKit;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Maoding.Storage.Tests;

/// <summary>The data of a [Theory] that holds on SQLite and on PostgreSQL: [MemberData(nameof(BothDatabases.Names), MemberType = typeof(BothDatabases))].</summary>
public static class BothDatabases
{
    public const string Sqlite = "SQLite";

    public const string Postgres = "PostgreSQL";

    public static TheoryData<string> Names => [Sqlite, Postgres];

    /// <summary>An empty database of that kind, migrated; skips the test where PostgreSQL is not installed.</summary>
    public static async Task<TestDatabase> CreateAsync(string name)
    {
        string? folder = null;
        Database database;
        if (name == Sqlite)
        {
            folder = Directory.CreateTempSubdirectory("maoding-storage-").FullName;
            database = Database.InFolder(folder);
        }
        else
        {
            Assert.SkipWhen(PostgresCluster.Missing is not null, PostgresCluster.Missing ?? "");
            database = Database.Postgres(PostgresCluster.CreateDatabase());
        }

        await Migrator.MigrateAsync(database);
        return new TestDatabase(database, folder);
    }
}

/// <summary>A database of one test, gone with it.</summary>
public sealed class TestDatabase(Database database, string? folder) : IDisposable
{
    public Database Database => database;

    public MaodingContext Open() => database.Open();

    public void Dispose()
    {
        if (folder is null) return;
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }
}
