using System.Data.Common;
using Maoding.Domain;
using Maoding.Storage.Archiving;
using Maoding.Storage.Migrating;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Xunit;

namespace Maoding.Storage.Tests.Migrating;

public sealed class MigratorTests
{
    public static TheoryData<string> Both => TestDatabase.Both;

    [Theory]
    [MemberData(nameof(Both))]
    public async Task The_migrations_say_all_that_the_model_says(string kind)
    {
        await using var database = TestDatabase.Empty(kind);
        await using var db = database.Open();
        Assert.False(db.Database.HasPendingModelChanges(), "The model changed without a migration: run tools/migrate.sh NAME.");
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task The_compiled_model_is_the_one_that_would_be_built(string kind)
    {
        await using var database = TestDatabase.Empty(kind);
        await using var db = database.Open();
        var builder = new DbContextOptionsBuilder<MaodingContext>();
        database.Database.Configure(builder);
        ((IDbContextOptionsBuilderInfrastructure)builder).AddOrUpdateExtension(builder.Options.FindExtension<CoreOptionsExtension>()!.WithModel(null));
        await using var plain = new MaodingContext(builder.Options);
        Assert.EndsWith("MaodingContextModel", db.Model.GetType().Name, StringComparison.Ordinal);
        Assert.NotSame(db.Model, plain.Model);
        Assert.True(Words(plain) == Words(db), "The model changed after it was compiled: run tools/migrate.sh NAME.");

        static string Words(MaodingContext context) => context.Model.ToDebugString(MetadataDebugStringOptions.LongDefault);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Migrating_again_changes_nothing(string kind)
    {
        await using var database = await TestDatabase.MigratedAsync(kind);
        await database.SmallLedgerAsync();
        var entries = await database.ChainAsync();
        await Migrator.MigrateAsync(database.Database);
        Assert.Equal(entries, await database.ChainAsync());
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Two_who_migrate_at_once_both_find_it_done(string kind)
    {
        await using var database = TestDatabase.Empty(kind);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Migrator.MigrateAsync(database.Database)))).WaitAsync(TimeSpan.FromSeconds(60));
        await database.SmallLedgerAsync();
        Assert.NotEqual(0, await database.ChainAsync());
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_database_of_a_newer_program_is_neither_used_nor_archived(string kind)
    {
        await using var database = await TestDatabase.MigratedAsync(kind);
        await using (var db = database.Open())
            await db.Database.ExecuteSqlRawAsync(
                """INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion") VALUES ('29990101000000_Later', '99.0')""");
        Assert.Equal("STO010", (await Assert.ThrowsAsync<RefusalException>(() => Migrator.MigrateAsync(database.Database))).Code);
        using var archive = new MemoryStream();
        Assert.Equal("STO010",
            (await Assert.ThrowsAsync<RefusalException>(() => ArchiveWriter.WriteAsync(database.Database, archive, TimeProvider.System, _ => { }))).Code);
    }

    [Fact]
    public async Task The_lock_row_of_a_killed_process_holds_nobody_up()
    {
        await using var database = TestDatabase.Empty("sqlite");
        await using (var db = database.Open())
        {
            await db.Database.ExecuteSqlRawAsync(
                """CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER NOT NULL CONSTRAINT "PK___EFMigrationsLock" PRIMARY KEY, "Timestamp" TEXT NOT NULL)""");
            await db.Database.ExecuteSqlRawAsync("""INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-01-01 00:00:00')""");
        }

        await Migrator.MigrateAsync(database.Database).WaitAsync(TimeSpan.FromSeconds(30));
        await using var after = database.Open();
        Assert.Empty(await after.Database.GetPendingMigrationsAsync());
    }

    [Fact]
    public async Task Sqlite_writes_ahead_and_waits_for_the_disk()
    {
        await using var database = await TestDatabase.MigratedAsync("sqlite");
        await using var db = database.Open();
        await db.Database.OpenConnectionAsync();
        Assert.Equal("wal", await PragmaAsync(db.Database.GetDbConnection(), "journal_mode"));
        Assert.Equal("2", await PragmaAsync(db.Database.GetDbConnection(), "synchronous"));
        Assert.Equal("1", await PragmaAsync(db.Database.GetDbConnection(), "foreign_keys"));
    }

    private static async Task<string> PragmaAsync(DbConnection connection, string name)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = $"PRAGMA {name}";
        return $"{await command.ExecuteScalarAsync()}";
    }
}
