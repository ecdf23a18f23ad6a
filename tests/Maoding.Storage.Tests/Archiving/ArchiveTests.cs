using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Maoding.Domain;
using Maoding.Domain.Documents;
using Maoding.Domain.Organization;
using Maoding.Storage.Accounts;
using Maoding.Storage.Archiving;
using Maoding.Storage.Migrating;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Maoding.Storage.Tests.Archiving;

public sealed class ArchiveTests
{
    public static TheoryData<string> Both => TestDatabase.Both;

    [Fact]
    public async Task A_database_moves_to_postgres_and_back_without_losing_a_letter()
    {
        await using var first = await FullAsync("sqlite");
        await using var second = TestDatabase.Empty("postgres");
        await using var third = TestDatabase.Empty("sqlite");
        using var original = await ArchiveAsync(first);
        await ArchiveReader.RestoreAsync(second.Database, original, _ => { });
        using var moved = await ArchiveAsync(second);
        await ArchiveReader.RestoreAsync(third.Database, moved, _ => { });
        using var back = await ArchiveAsync(third);
        var parts = Parts(original);
        Assert.Contains(parts, p => p.Key == "tables/FileChunks.bin" && p.Value.Length > 300_000);
        Assert.Equal(parts, Parts(moved));
        Assert.Equal(parts, Parts(back));
        Assert.Equal(await first.ChainAsync(), await third.ChainAsync());
    }

    /// <summary>What an earlier program archived is filled into the tables of its time, which the migration itself remembers.</summary>
    [Theory]
    [MemberData(nameof(Both))]
    public async Task The_newest_migration_remembers_the_tables_of_the_present_model(string kind)
    {
        await using var database = TestDatabase.Empty(kind);
        await using var db = database.Open();
        Assert.Equal(Words(ArchiveModel.Tables(db)), Words(ArchiveModel.TablesAfter(db, db.Database.GetMigrations().Last())));

        static IEnumerable<string> Words(IReadOnlyList<ArchiveTable> tables) => tables
            .Select(t => (t, References: t.ForeignKeys.Order(StringComparer.Ordinal)))
            .Select(x =>
                $"{x.t.Name} [{string.Join(',', x.t.Columns)}] [{string.Join(',', x.t.Key)}] {x.t.Counter} {x.t.IsSeeded} [{string.Join(',', x.References)}]")
            .Order(StringComparer.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_restored_database_goes_on_where_the_old_one_stopped(string kind)
    {
        await using var source = await FullAsync(kind);
        int gone;
        await using (var db = source.Open())
        {
            var unit = new Unit { Order = 9, Name = "撤销的单位", ShortName = "撤销" };
            db.Units.Add(unit);
            await TestDatabase.SaveAsync(db);
            gone = unit.Id;
            db.Units.Remove(unit);
            await TestDatabase.SaveAsync(db);
        }

        await using var target = TestDatabase.Empty(kind);
        using var archive = await ArchiveAsync(source);
        await ArchiveReader.RestoreAsync(target.Database, archive, _ => { });
        await using var after = target.Open();
        var next = new Unit { Order = 10, Name = "新单位", ShortName = "新" };
        after.Units.Add(next);
        await TestDatabase.SaveAsync(after);
        Assert.Equal(gone + 1, next.Id);
        await target.ChainAsync();
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Restoring_over_something_is_refused_and_changes_nothing(string kind)
    {
        await using var source = await FullAsync("sqlite");
        using var archive = await ArchiveAsync(source);
        await using var target = await TestDatabase.MigratedAsync(kind);
        await target.SmallLedgerAsync();
        var entries = await target.ChainAsync();
        var refusal = await Assert.ThrowsAsync<RefusalException>(() => ArchiveReader.RestoreAsync(target.Database, archive, _ => { }));
        Assert.Equal("BAK006", refusal.Code);
        Assert.Equal(entries, await target.ChainAsync());
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_damaged_archive_leaves_an_empty_database_that_a_good_one_then_fills(string kind)
    {
        await using var source = await FullAsync("sqlite");
        using var archive = await ArchiveAsync(source);
        await using var target = TestDatabase.Empty(kind);
        using (var changed = Rewrite(archive, "tables/Units.jsonl", text => text.Replace("教育局", "财政局", StringComparison.Ordinal)))
        {
            var refusal = await Assert.ThrowsAsync<RefusalException>(() => ArchiveReader.RestoreAsync(target.Database, changed, _ => { }));
            Assert.Equal("BAK005", refusal.Code);
            Assert.DoesNotContain(refusal.Message, char.IsAsciiLetter);
        }

        await using (var db = target.Open()) Assert.Equal(0, await db.Units.CountAsync());
        archive.Position = 0;
        await ArchiveReader.RestoreAsync(target.Database, archive, _ => { });
        await target.ChainAsync();
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_restore_that_was_cut_off_is_not_taken_for_a_new_database_and_can_be_done_again(string kind)
    {
        await using var source = await FullAsync("sqlite");
        using var archive = await ArchiveAsync(source);
        await using var target = TestDatabase.Empty(kind);
        // As if the process had been killed in the middle: nothing catches this on its way out.
        await Assert.ThrowsAsync<OperationCanceledException>(
            () => ArchiveReader.RestoreAsync(target.Database, archive, done => throw new OperationCanceledException()));
        Assert.Equal("STO011", (await Assert.ThrowsAsync<RefusalException>(() => Migrator.MigrateAsync(target.Database))).Code);
        using var nothing = new MemoryStream();
        Assert.Equal("STO011",
            (await Assert.ThrowsAsync<RefusalException>(() => ArchiveWriter.WriteAsync(target.Database, nothing, TimeProvider.System, _ => { }))).Code);
        archive.Position = 0;
        await ArchiveReader.RestoreAsync(target.Database, archive, _ => { });
        await Migrator.MigrateAsync(target.Database);
        Assert.Equal(await source.ChainAsync(), await target.ChainAsync());
    }

    [Fact]
    public async Task A_value_that_does_not_fit_is_told_apart_from_a_damaged_file()
    {
        await using var source = await TestDatabase.MigratedAsync("sqlite");
        var row = await source.SmallLedgerAsync();
        await using (var db = source.Open())
            await db.Database.ExecuteSqlAsync($"UPDATE \"Commitments\" SET \"Title\" = {new string('长', 301)} WHERE \"Id\" = {row.Id}");
        using var archive = await ArchiveAsync(source);
        await using var target = TestDatabase.Empty("postgres");
        var told = await Assert.ThrowsAsync<RefusalException>(() => ArchiveReader.RestoreAsync(target.Database, archive, _ => { }));
        Assert.Equal("BAK007", told.Code);
        Assert.DoesNotMatch("[a-z]{3,} [a-z]{2,}", told.Message);
    }

    [Theory]
    [InlineData("\"format\": 1", "\"format\": 2", "BAK004")]
    [InlineData("\"schema\": \"", "\"schema\": \"Later", "BAK004")]
    [InlineData("\"ShortName\"", "\"Nickname\"", "BAK004")]
    [InlineData("\"rows\": 2,", "\"rows\": 3,", "BAK005")]
    [InlineData("\"rows\": 2,", "\"rows\": -2,", "BAK005")]
    [InlineData("\"length\": ", "\"length\": 99999999999", "BAK005")]
    [InlineData("\"tables\"", "\"tabelle\"", "BAK003")]
    public async Task A_table_of_contents_that_lies_is_refused(string words, string others, string code)
    {
        await using var source = await FullAsync("sqlite");
        using var archive = await ArchiveAsync(source);
        using var changed = Rewrite(archive, ArchiveManifest.Part, text =>
        {
            Assert.Contains(words, text, StringComparison.Ordinal);
            return text.Replace(words, others, StringComparison.Ordinal);
        });
        await using var target = TestDatabase.Empty("sqlite");
        Assert.Equal(code, (await Assert.ThrowsAsync<RefusalException>(() => ArchiveReader.RestoreAsync(target.Database, changed, _ => { }))).Code);
    }

    [Fact]
    public async Task What_is_no_archive_is_refused()
    {
        await using var target = TestDatabase.Empty("sqlite");
        using var noise = new MemoryStream(Encoding.UTF8.GetBytes("not a zip"));
        Assert.Equal("BAK003", (await Assert.ThrowsAsync<RefusalException>(() => ArchiveReader.RestoreAsync(target.Database, noise, _ => { }))).Code);
        using var nothing = new MemoryStream();
        await Assert.ThrowsAsync<RefusalException>(() => ArchiveWriter.WriteAsync(target.Database, nothing, TimeProvider.System, _ => { }));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task An_archive_made_while_others_write_is_of_one_moment(string kind)
    {
        await using var source = await FullAsync(kind);
        using var stop = new CancellationTokenSource();
        var writing = Task.Run(async () =>
        {
            for (var i = 0; !stop.IsCancellationRequested; i++)
            {
                await using var db = source.Open();
                db.Units.Add(new Unit { Order = 100 + i, Name = $"单位{i}", ShortName = "单位" });
                await TestDatabase.SaveAsync(db);
            }
        });
        using var archive = new MemoryStream();
        await ArchiveWriter.WriteAsync(source.Database, archive, TimeProvider.System, _ => Thread.Sleep(5));
        await stop.CancelAsync();
        await writing;
        await using var target = TestDatabase.Empty("sqlite");
        await ArchiveReader.RestoreAsync(target.Database, archive, _ => { });
        var entries = await target.ChainAsync();
        Assert.True(entries < await source.ChainAsync(), "Nobody wrote while the archive was made.");
        await using var after = target.Open();
        Assert.Equal(await after.AuditEntries.CountAsync(e => e.Subject == "Unit"), await after.Units.CountAsync());
    }

    /// <summary>Something in the tables that are special: accounts, files in chunks, times, circles of references.</summary>
    private static async Task<TestDatabase> FullAsync(string kind)
    {
        var database = await TestDatabase.MigratedAsync(kind);
        var row = await database.SmallLedgerAsync();
        await using var db = database.Open();
        db.Regions.Add(new Region { Name = "云泽区", BusinessDate = new DateOnly(2026, 3, 2) });
        db.Users.Add(new Account
        {
            UserName = "admin",
            NormalizedUserName = "ADMIN",
            IsAdministrator = true,
            LockoutEnd = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(8)),
            PasswordChangedAt = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddTicks(120),
        });
        var bytes = RandomNumberGenerator.GetBytes(300_001);
        var file = new StoredFile
        {
            Name = "讲话.docx",
            ContentType = "application/octet-stream",
            Length = bytes.Length,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)),
            Subject = "Commitment",
            SubjectId = row.Id,
        };
        db.Files.Add(file);
        await TestDatabase.SaveAsync(db);
        db.FileChunks.AddRange(bytes.Chunk(256 * 1024).Select((b, i) => new FileChunk { FileId = file.Id, Index = i, Bytes = b }));
        (await db.Documents.SingleAsync()).FileId = file.Id;
        await TestDatabase.SaveAsync(db);
        return database;
    }

    private static async Task<MemoryStream> ArchiveAsync(TestDatabase database)
    {
        var stream = new MemoryStream();
        await ArchiveWriter.WriteAsync(database.Database, stream, TimeProvider.System, _ => { });
        stream.Position = 0;
        return stream;
    }

    private static SortedDictionary<string, string> Parts(MemoryStream archive)
    {
        using var zip = new ZipArchive(archive, ZipArchiveMode.Read, leaveOpen: true);
        var parts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in zip.Entries.Where(e => e.FullName != ArchiveManifest.Part))
        {
            using var reader = new StreamReader(entry.Open(), Encoding.Latin1);
            parts[entry.FullName] = reader.ReadToEnd();
        }

        return parts;
    }

    private static MemoryStream Rewrite(MemoryStream archive, string part, Func<string, string> change)
    {
        var copy = new MemoryStream();
        copy.Write(archive.ToArray());
        using (var zip = new ZipArchive(copy, ZipArchiveMode.Update, leaveOpen: true))
        {
            string text;
            using (var reader = new StreamReader(zip.GetEntry(part)!.Open())) text = reader.ReadToEnd();
            zip.GetEntry(part)!.Delete();
            using var writer = new StreamWriter(zip.CreateEntry(part).Open());
            writer.Write(change(text));
        }

        copy.Position = 0;
        return copy;
    }
}
