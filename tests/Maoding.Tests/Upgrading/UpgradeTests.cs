using System.Security.Cryptography;
using Maoding.Domain.Ledger;
using Maoding.Domain.Lights;
using Maoding.Domain.Problems;
using Maoding.Domain.Progress;
using Maoding.Domain.Projects;
using Maoding.Domain.Search;
using Maoding.Features.Administration.Verifying;
using Maoding.Storage;
using Maoding.Storage.Archiving;
using Maoding.Storage.Migrating;
using Maoding.Storage.Searching;
using Maoding.TestKit;
using Maoding.Tests.Commands;
using Maoding.Tests.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Maoding.Tests.Upgrading;

/// <summary>Databases are kept: what an earlier program wrote, this one upgrades, loses nothing of, and works with. See docs/adr/0020.</summary>
public sealed class UpgradeTests
{
    /// <summary>Entries of the audit in each kept database of Initial, and the hash of the last.</summary>
    private const int Entries = 1906;
    private const string LastHash = "b47c7a172bf093cb97fc14ccc95b6dca00f1b05e64249bee9052622b7c029429";

    /// <summary>SHA-256 of the files of the first migration.</summary>
    private static readonly Dictionary<string, string> _frozen = new()
    {
        ["src/Maoding.Storage.Postgres/Migrations/20261124103326_Initial.Designer.cs"] = "e82cf1f17e3c2ced8def111f3ecf222297183ce86bb60e03ee5d29a1459439e5",
        ["src/Maoding.Storage.Postgres/Migrations/20261124103326_Initial.cs"] = "7fc0a4d99fa5e72c381c2be2682e4cdf952e7f357057dc31a8e745732f7937ae",
        ["src/Maoding.Storage.Sqlite/Migrations/20261124103311_Initial.Designer.cs"] = "b124b54ba38c48021b831637195f917bb0cfcc44d20946dca558e1dc383023f1",
        ["src/Maoding.Storage.Sqlite/Migrations/20261124103311_Initial.cs"] = "7f8e5754abef5b2a5bc9641e07372bbdcdd9aecc7ba2550b31fadc7710807f85",
    };

    public static TheoryData<string> Both => ["sqlite", "postgres"];

    [Fact]
    public void The_first_migration_is_as_it_was_when_the_first_district_got_it() =>
        Assert.All(_frozen, frozen => Assert.Equal(
            (frozen.Key, frozen.Value),
            (frozen.Key, Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(Corpus.Root, frozen.Key)))))));

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_database_of_the_first_migration_is_upgraded_and_everything_in_it_is_sound(string kind)
    {
        using var kept = await KeptDatabase.PutBackAsync("initial", kind);
        await using (var before = kept.Database.Open())
            Assert.EndsWith("_Initial", Assert.Single(await before.Database.GetAppliedMigrationsAsync()), StringComparison.Ordinal);
        await Migrator.MigrateAsync(kept.Database);
        await SoundAsync(kept.Database);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_backup_of_the_first_migration_is_restored_upgraded_and_sound(string kind)
    {
        using var folder = new TempFolder();
        var database = kind == "postgres" ? Database.Postgres(PostgresCluster.CreateDatabase()) : Database.InFolder(folder.Root);
        await using (var backup = File.OpenRead(KeptDatabase.Backup("initial")))
            Assert.Equal("Initial", (await ArchiveReader.RestoreAsync(database, backup, _ => { })).Schema);
        await SoundAsync(database);
        SqliteConnection.ClearAllPools();
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task People_go_on_working_with_an_upgraded_database(string kind)
    {
        using var kept = await KeptDatabase.PutBackAsync("initial", kind);
        await using var app = await TestApp.StartAsync(kept.Database);
        using var office = await app.AsAsync("duchashi");
        Assert.Contains("固定资产投资增长6.5%以上", (await office.PageAsync("/ledger")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("开发区人才公寓", (await office.PageAsync("/projects")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("人才公寓工程款拨付滞后", (await office.PageAsync("/problems")).Body!.TextContent, StringComparison.Ordinal);
    }

    /// <summary>⼩区, with the code point of a radical: an earlier program took it for a sign and kept 区 alone.</summary>
    [Theory]
    [MemberData(nameof(Both))]
    public async Task What_an_earlier_program_indexed_by_radicals_is_found_by_their_characters(string kind)
    {
        using var kept = await KeptDatabase.PutBackAsync("initial", kind);
        var id = await WrittenByRadicalsAsync(kept.Database);
        await Migrator.MigrateAsync(kept.Database);
        await using var db = kept.Database.Open();
        Assert.Equal([id], await db.Commitments.Matching(db, Bigrams.Query("老旧小区改水")).Select(c => c.Id).ToListAsync());
    }

    /// <returns>Of the row.</returns>
    private static async Task<int> WrittenByRadicalsAsync(Database database)
    {
        await using var db = database.Open();
        var id = await db.Database.SqlQueryRaw<int>("SELECT MIN(\"Id\") AS \"Value\" FROM \"Commitments\"").SingleAsync();
        await db.Database.ExecuteSqlAsync($"UPDATE \"Commitments\" SET \"Title\" = '老旧⼩区改水' WHERE \"Id\" = {id}");
        const string words = "老 老旧 旧 区 区改 改水 水";
        if (db.Database.IsNpgsql())
            await db.Database.ExecuteSqlAsync($"UPDATE \"CommitmentSearch\" SET \"Words\" = to_tsvector('simple', {words}) WHERE \"CommitmentId\" = {id}");
        else
            await db.Database.ExecuteSqlAsync($"INSERT OR REPLACE INTO commitment_search (rowid, words) VALUES ({id}, {words})");
        return id;
    }

    private static async Task SoundAsync(Database database)
    {
        await using (var db = database.Open())
        {
            Assert.Equal(db.Database.GetMigrations(), await db.Database.GetAppliedMigrationsAsync());
            await SameRowsAsync(db);
        }

        var report = await VerifyService.RunAsync(database, null, TimeProvider.System, _ => { });
        Assert.Equal([], report.Results.Where(r => r.Count > 0).Select(r => $"{r.Check.Code} {string.Join(';', r.Shown)}"));
    }

    private static async Task SameRowsAsync(MaodingContext db)
    {
        Assert.Equal(LastHash, await db.AuditEntries.Where(e => e.Sequence == Entries).Select(e => e.Hash).SingleAsync());
        Assert.Equal((60, 131, 132), (await db.Units.CountAsync(), await db.Persons.CountAsync(), await db.Users.CountAsync()));
        var row = await db.Commitments.AsNoTracking().Include(c => c.Quotes).SingleAsync(c => c.Number == "3");
        Assert.Equal(("固定资产投资增长6.5%以上", CommitmentState.InProgress, Light.Green, 213), (row.Title, row.State, row.Light, row.Share));
        Assert.Equal("固定资产投资增长6.5%以上", Assert.Single(row.Quotes).Text);
        Assert.Equal(43, await db.Commitments.CountAsync(c => c.State == CommitmentState.InProgress));
        Assert.Equal(82, await db.Reports.CountAsync(r => r.State == ReportState.Accepted));
        Assert.Equal([202601, 202602], await db.MonthCloses.OrderBy(m => m.Month).Select(m => m.Month).ToListAsync());
        Assert.Equal((86, 4), (await db.MonthLights.CountAsync(), await db.MonthLights.CountAsync(l => l.Light == Light.Red)));
        Assert.Equal(280, await db.Observations.CountAsync());
        var housing = await db.Projects.AsNoTracking().SingleAsync(p => p.Code == "XM-2026-003");
        Assert.Equal(("开发区人才公寓", Stage.Building), (housing.Name, housing.Stage));
        var months = await db.ProjectMonths.AsNoTracking().Where(m => m.State == ProjectMonthState.Accepted && m.Month > 202600).ToListAsync();
        Assert.Equal(11190m, months.Sum(m => m.Done));
        var problem = await db.Problems.AsNoTracking().Include(p => p.Events).SingleAsync(p => p.Title == "特种玻璃项目消防设计审查慢");
        Assert.Equal((ProblemState.Closed, 6), (problem.State, problem.Events.Count));
        var file = await db.Files.AsNoTracking().SingleAsync(f => f.Name == "plenary-speech.txt");
        Assert.Equal(("SourceDocument", await db.Documents.Where(d => d.FileId == file.Id).Select(d => d.Id).SingleAsync()), (file.Subject, file.SubjectId));
        var chunks = await db.FileChunks.AsNoTracking().Where(c => c.FileId == file.Id).OrderBy(c => c.Index).ToListAsync();
        Assert.Equal(file.Sha256, Convert.ToHexStringLower(SHA256.HashData([.. chunks.SelectMany(c => c.Bytes)])));
    }
}
