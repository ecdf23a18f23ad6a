using System.Text.Json.Nodes;
using Maoding.Domain.Documents;
using Maoding.Domain.Ledger;
using Maoding.Features.Administration.Verifying;
using Maoding.Storage.Auditing;
using Maoding.TestKit;
using Maoding.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Maoding.Tests.Features.Administration.Verifying;

public sealed class VerifyTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_district_at_work_is_clean(bool postgres)
    {
        await using var app = await TestApp.StartAsync(postgres ? await MigratedDatabase.OnPostgresAsync() : null);
        await FillAsync(app);
        var report = await RunAsync(app);
        Assert.Equal([], report.Results.Where(r => r.Count > 0).Select(r => $"{r.Check.Code} {string.Join(';', r.Shown)}"));
        Assert.True(report.IsClean);
    }

    /// <summary>What someone with the database's own tools could do, and which check tells it.</summary>
    [Theory]
    [InlineData("VER001", "UPDATE \"AuditEntries\" SET \"Text\" = replace(\"Text\", '老旧小区', '新建小区') WHERE \"Text\" LIKE '%老旧小区%'")]
    [InlineData("VER001", "DELETE FROM \"AuditEntries\" WHERE \"Sequence\" = 3")]
    [InlineData("VER001", "DELETE FROM \"AuditEntries\" WHERE \"Sequence\" = (SELECT MAX(\"Sequence\") FROM \"AuditEntries\")")]
    [InlineData("VER001", "UPDATE \"AuditHeads\" SET \"Sequence\" = 2")]
    [InlineData("VER003", "UPDATE \"AuditEntries\" SET \"Actor\" = '别人' WHERE \"Sequence\" = 2")]
    [InlineData("VER003", "UPDATE \"AuditEntries\" SET \"At\" = '2020-01-01 00:00:00' WHERE \"Sequence\" = 2")]
    [InlineData("VER004", "UPDATE \"Commitments\" SET \"LeadUnitId\" = 999")]
    [InlineData("VER005", "UPDATE \"Commitments\" SET \"IsLeaf\" = 0")]
    [InlineData("VER006", "UPDATE \"Commitments\" SET \"LeaderPostId\" = NULL")]
    [InlineData("VER006", "UPDATE \"Units\" SET \"IsClosed\" = 1")]
    [InlineData("VER007", "UPDATE \"Plans\" SET \"LastNumber\" = 0")]
    [InlineData("VER008", "UPDATE \"Commitments\" SET \"DueMonth\" = 202611")]
    [InlineData("VER009", "UPDATE \"Quotes\" SET \"Start\" = \"Start\" + 1")]
    [InlineData("VER009", "UPDATE \"Quotes\" SET \"Start\" = 2000000000")]
    [InlineData("VER010", "UPDATE \"FileChunks\" SET \"Bytes\" = x'00' WHERE \"Index\" = 1")]
    [InlineData("VER010", "DELETE FROM \"FileChunks\" WHERE \"Index\" = 0")]
    [InlineData("VER010", "UPDATE \"Files\" SET \"SubjectId\" = 999")]
    [InlineData("VER010", "UPDATE \"Files\" SET \"Subject\" = 'Nothing'")]
    [InlineData("VER011", "UPDATE \"Tenures\" SET \"PostId\" = (SELECT MIN(\"PostId\") FROM \"Tenures\"), \"From\" = '2025-01-' || (10 + \"Id\")")]
    [InlineData("VER013", "DELETE FROM commitment_search")]
    [InlineData("VER013", "DELETE FROM thing_search")]
    public async Task Tampering_is_found_by_the_right_check(string code, string sql)
    {
        await using var app = await TestApp.StartAsync();
        await FillAsync(app);
        await TamperAsync(app, sql);
        var report = await RunAsync(app);
        Assert.False(report.IsClean);
        Assert.Contains(code, report.Results.Where(r => r.Count > 0).Select(r => r.Check.Code));
    }

    [Fact]
    public async Task An_entry_rewritten_with_all_that_follows_differs_from_what_was_written_down_outside()
    {
        await using var app = await TestApp.StartAsync();
        await FillAsync(app);
        await using (var db = app.Open()) await AuditHeadLog.AppendAsync(db, app.Database.Folder!, TimeProvider.System);
        Assert.True((await RunAsync(app)).IsClean);
        await RewriteChainAsync(app, 2, text => text["actor"] = "别人");
        var report = await RunAsync(app);
        Assert.Equal(["VER002"], report.Results.Where(r => r.Count > 0).Select(r => r.Check.Code));
    }

    [Fact]
    public async Task An_old_autosave_is_a_hint_and_no_error()
    {
        await using var app = await TestApp.StartAsync();
        await FillAsync(app);
        await TamperAsync(app, "INSERT INTO \"DraftEdits\" (\"CommitmentId\", \"AccountId\", \"Actor\", \"Before\", "
            + "\"StartedAt\", \"LastAt\") VALUES (1, 1, '冯晓岚', '{}', '2020-01-01 00:00:00', '2020-01-01 00:00:00')");
        var report = await RunAsync(app);
        Assert.Equal(["VER012"], report.Results.Where(r => r.Count > 0).Select(r => r.Check.Code));
        Assert.True(report.IsClean);
    }

    [Fact]
    public async Task Serving_writes_the_head_down_in_the_data_folder()
    {
        // One of its own: what a start itself writes is looked at.
        await using var app = await TestApp.StartAsync(adjust: _ => { });
        var file = Path.Combine(app.Database.Folder!, AuditHeadLog.FileName);
        for (var i = 0; i < 100 && !File.Exists(file); i++) await Task.Delay(50);
        await Task.Delay(100);
        var head = Assert.Single(AuditHeadLog.Read(app.Database.Folder!));
        Assert.Equal((0, AuditChain.Beginning), (head!.Sequence, head.Hash));
    }

    [Fact]
    public void Every_check_says_what_why_and_what_to_do_under_a_code_of_its_own()
    {
        Assert.Equal(VerifyService.Catalogue.Select((_, i) => $"VER{i + 1:000}"), VerifyService.Catalogue.Select(c => c.Code));
        Assert.All(VerifyService.Catalogue, c => Assert.All((string[])[c.Name, c.What, c.Why, c.Remedy], words => Assert.NotEqual("", words)));
        var types = typeof(IntegrityCheck).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(IntegrityCheck)));
        Assert.Equal(types.Select(t => t.Name).Order(StringComparer.Ordinal),
            VerifyService.Catalogue.Select(c => c.GetType().Name).Order(StringComparer.Ordinal));
    }

    internal static async Task FillAsync(TestApp app)
    {
        var district = await SmallDistrict.InAsync(app);
        await using var db = app.Open();
        (await db.Plans.SingleAsync()).LastNumber = 1;
        db.Commitments.Add(district.Row("1", "老旧小区改造12个", CommitmentState.Issued, district.Housing, district.Finance));
        var bytes = new byte[300_000];
        new Random(1).NextBytes(bytes);
        var file = new StoredFile
        {
            Name = "讲话.docx",
            ContentType = "application/octet-stream",
            Length = bytes.Length,
            Sha256 = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)),
            Subject = nameof(SourceDocument),
            SubjectId = district.Document.Id,
        };
        db.Files.Add(file);
        await TestApp.SaveAsync(db);
        db.FileChunks.AddRange(bytes.Chunk(256 * 1024).Select((b, i) => new FileChunk { FileId = file.Id, Index = i, Bytes = b }));
        (await db.Documents.SingleAsync()).FileId = file.Id;
        await TestApp.SaveAsync(db);
    }

    internal static async Task TamperAsync(TestApp app, string sql)
    {
        await using var db = app.Open();
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"PRAGMA foreign_keys = OFF; DROP TRIGGER IF EXISTS audit_no_update; DROP TRIGGER IF EXISTS audit_no_delete; {sql}";
        Assert.NotEqual(0, await command.ExecuteNonQueryAsync());
    }

    private static Task<VerifyReport> RunAsync(TestApp app) => VerifyService.RunAsync(app.Database, null, TimeProvider.System, _ => { });

    /// <summary>Changes an entry and makes every later hash right again, head included.</summary>
    private static async Task RewriteChainAsync(TestApp app, long from, Action<JsonObject> change)
    {
        await TamperAsync(app, "UPDATE \"AuditHeads\" SET \"Id\" = 1");
        await using var db = app.Open();
        var previous = await db.AuditEntries.Where(e => e.Sequence == from - 1).Select(e => e.Hash).SingleAsync();
        foreach (var entry in await db.AuditEntries.Where(e => e.Sequence >= from).OrderBy(e => e.Sequence).ToListAsync())
        {
            var text = JsonNode.Parse(entry.Text)!.AsObject();
            if (entry.Sequence == from) change(text);
            entry.Text = text.ToJsonString(
                new System.Text.Json.JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
            entry.Actor = (string)text["actor"]!;
            (entry.PreviousHash, entry.Hash) = (previous, AuditChain.Hash(previous, entry.Text));
            previous = entry.Hash;
            // One at a time: the index on the previous hash would refuse them in another order.
            await db.SaveChangesAsync();
        }

        (await db.AuditHeads.SingleAsync()).Hash = previous;
        await db.SaveChangesAsync();
    }
}
