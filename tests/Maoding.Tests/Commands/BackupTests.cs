using System.Text.Json;
using Maoding.Features.Administration.Verifying;
using Maoding.Storage;
using Maoding.Storage.Migrating;
using Maoding.TestKit;
using Maoding.Tests.Features.Administration.Verifying;
using Maoding.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Maoding.Tests.Commands;

public sealed class BackupTests
{
    [Fact]
    public async Task A_running_district_is_backed_up_restored_elsewhere_and_verified()
    {
        await using var app = await TestApp.StartAsync();
        await VerifyTests.FillAsync(app);
        using var folder = new TempFolder();
        var backup = Cli.Run("backup", "--data", app.Database.Folder!, "-o", folder.At("锚定.zip"));
        Assert.True(backup.ExitCode == 0, backup.Errors);
        Assert.Equal(["锚定.zip"], folder.Names);
        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(folder.At("锚定.zip")) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
        await using (var db = app.Open())
            Assert.Equal("备份", await db.AuditEntries.OrderByDescending(e => e.Sequence).Select(e => e.Action).FirstAsync());

        var restore = Cli.Run("restore", folder.At("锚定.zip"), "--data", folder.At("新"));
        Assert.True(restore.ExitCode == 0, restore.Errors);
        Assert.Contains("云泽区", restore.Errors, StringComparison.Ordinal);
        var verify = Cli.Run("verify", "--data", folder.At("新"));
        Assert.True(verify.ExitCode == 0, verify.Output);
        await using (var db = app.Open())
            Assert.StartsWith($"数据库版本 {SchemaVersion.Known(db)}\n", verify.Output, StringComparison.Ordinal);
        Assert.Contains("核验通过", verify.Output, StringComparison.Ordinal);

        var postgres = PostgresCluster.CreateDatabase();
        restore = Cli.Run("restore", folder.At("锚定.zip"), "--database", postgres);
        Assert.True(restore.ExitCode == 0, restore.Errors);
        await using var moved = Database.Postgres(postgres).Open();
        Assert.Equal("老旧小区改造12个", await moved.Commitments.Select(c => c.Title).SingleAsync());
        Assert.True((await VerifyService.RunAsync(Database.Postgres(postgres), null, TimeProvider.System, _ => { })).IsClean);

        var again = Cli.Run("restore", folder.At("锚定.zip"), "--data", folder.At("新"));
        Assert.Equal(3, again.ExitCode);
        Assert.StartsWith("BAK006", again.Errors, StringComparison.Ordinal);
        Assert.StartsWith("BAK006", Cli.Run("restore", folder.At("锚定.zip"), "--database", postgres).Errors, StringComparison.Ordinal);
    }

    /// <summary>Quartz keeps its schedule in tables of its own beside ours, which an archive neither has nor needs.</summary>
    [Fact]
    public async Task A_district_on_PostgreSQL_with_its_schedule_moves_to_SQLite_and_back()
    {
        var from = PostgresCluster.CreateDatabase();
        using var folder = new TempFolder();
        await using (var app = await TestApp.StartAsync(Database.Postgres(from), null, "--Jobs:Run", "true"))
        {
            await VerifyTests.FillAsync(app);
            await using var db = app.Open();
            Assert.NotEqual(0, await db.Database.SqlQueryRaw<int>(
                "SELECT COUNT(*)::int AS \"Value\" FROM information_schema.tables WHERE table_name = 'qrtz_triggers'").SingleAsync());
            var backup = Cli.Run("backup", "--database", from, "-o", folder.At("锚定.zip"));
            Assert.True(backup.ExitCode == 0, backup.Errors);
        }

        var restore = Cli.Run("restore", folder.At("锚定.zip"), "--data", folder.At("新"));
        Assert.True(restore.ExitCode == 0, restore.Errors);
        Assert.True((await VerifyService.RunAsync(Database.InFolder(folder.At("新")), null, TimeProvider.System, _ => { })).IsClean);

        var back = PostgresCluster.CreateDatabase();
        restore = Cli.Run("restore", folder.At("锚定.zip"), "--database", back);
        Assert.True(restore.ExitCode == 0, restore.Errors);
        await using var served = await TestApp.StartAsync(Database.Postgres(back), null, "--Jobs:Run", "true");
        Assert.True((await VerifyService.RunAsync(Database.Postgres(back), null, TimeProvider.System, _ => { })).IsClean);
        using var web = await served.AsAsync("coordinator");
        Assert.Contains("老旧小区改造12个", (await web.PageAsync("/ledger?view=all")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_ends_with_3_and_says_what_was_tampered_with()
    {
        await using var app = await TestApp.StartAsync();
        await VerifyTests.FillAsync(app);
        await VerifyTests.TamperAsync(app, "UPDATE \"Commitments\" SET \"DueMonth\" = 202611");
        var words = Cli.Run("verify", "--data", app.Database.Folder!);
        Assert.Equal(3, words.ExitCode);
        Assert.Contains("✗ VER008 时限月份：发现 1 处", words.Output, StringComparison.Ordinal);
        Assert.Contains("核验没有通过：1 项", words.Output, StringComparison.Ordinal);
        using var parsed = JsonDocument.Parse(Cli.Run("verify", "--data", app.Database.Folder!, "--json").Output);
        var json = parsed.RootElement;
        Assert.False(json.GetProperty("clean").GetBoolean());
        await using var db = app.Open();
        var schema = SchemaVersion.Known(db);
        Assert.Equal(schema.Number, json.GetProperty("database").GetProperty("number").GetInt32());
        Assert.Equal(schema.Name, json.GetProperty("database").GetProperty("name").GetString());
        Assert.Equal("VER008", json.GetProperty("checks").EnumerateArray().Single(c => c.GetProperty("count").GetInt32() > 0).GetProperty("code").GetString());
    }

    [Fact]
    public void A_failed_restore_leaves_the_folder_as_it_was()
    {
        using var folder = new TempFolder();
        folder.Write("不是备份.zip", "zip?");
        Assert.StartsWith("BAK003", Cli.Run("restore", folder.At("不是备份.zip"), "--data", folder.At("新")).Errors, StringComparison.Ordinal);
        Assert.StartsWith("BAK003", Cli.Run("restore", folder.At("没有.zip"), "--data", folder.At("新")).Errors, StringComparison.Ordinal);
        Assert.Equal(["不是备份.zip"], folder.Names);
    }

    [Theory]
    [InlineData("backup", "-o", "x.zip")]
    [InlineData("verify")]
    public void A_folder_without_data_is_refused_and_stays_empty(params string[] arguments)
    {
        using var folder = new TempFolder();
        var run = Cli.Run([.. arguments.Select(a => a == "x.zip" ? folder.At(a) : a), "--data", folder.Root]);
        Assert.Equal(3, run.ExitCode);
        Assert.StartsWith("BAK001", run.Errors, StringComparison.Ordinal);
        Assert.Empty(folder.Names);
    }
}
