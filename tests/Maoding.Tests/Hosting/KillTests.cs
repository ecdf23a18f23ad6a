using System.Diagnostics;
using System.Globalization;
using Maoding.Domain.Ledger;
using Maoding.Features.Verify;
using Maoding.Storage;
using Maoding.TestKit;
using Maoding.Tests.Commands;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Maoding.Tests.Hosting;

/// <summary>A process that writes without end is killed again and again: whatever it said was saved is there, and the chain is whole.</summary>
public sealed class KillTests
{
    private static readonly string _host = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
    private static readonly string _writer = Path.Combine(AppContext.BaseDirectory, "Maoding.Writer.dll");

    [Fact]
    public async Task Killed_a_hundred_times_on_sqlite_it_starts_again_with_everything_acknowledged()
    {
        using var folder = new TempFolder();
        var chains = Enumerable.Range(0, 4).Select(i => KillAsync(Database.InFolder(Directory.CreateDirectory(folder.At($"{i}")).FullName), "folder", folder.At($"{i}"), kills: 25, seed: i));
        var acknowledged = await Task.WhenAll(chains);
        Assert.All(acknowledged, count => Assert.InRange(count, 20, int.MaxValue));
    }

    [Fact]
    public async Task Killed_a_dozen_times_on_postgres_it_starts_again_with_everything_acknowledged()
    {
        var connection = PostgresCluster.CreateDatabase();
        Assert.InRange(await KillAsync(Database.Postgres(connection), "postgres", connection, kills: 12, seed: 7), 10, int.MaxValue);
    }

    /// <summary>A third of the kills hit the start and its migration, the rest the writing. Returns how many rows were acknowledged.</summary>
    private static async Task<int> KillAsync(Database database, string kind, string place, int kills, int seed)
    {
        var random = new Random(seed);
        var acknowledged = new HashSet<int>();
        for (var i = 0; i < kills; i++)
        {
            var inStart = i < kills / 3;
            using var writer = Process.Start(new ProcessStartInfo(_host, [_writer, kind, place]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var errors = writer.StandardError.ReadToEndAsync();
            if (!inStart && await writer.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(30)) is { } first) Acknowledge(acknowledged, first);
            await Task.Delay(inStart ? random.Next(700) : random.Next(60));
            Assert.False(writer.HasExited, $"The writer ended by itself: {(writer.HasExited ? await errors : "")}");
            writer.Kill();
            while (await writer.StandardOutput.ReadLineAsync() is { } line) Acknowledge(acknowledged, line);
            await writer.WaitForExitAsync();
        }

        await CompareAsync(database, acknowledged);
        return acknowledged.Count;
    }

    /// <summary>The last line of a killed process may be cut off in the middle of its number: it has no line end, and the row is there or not.</summary>
    private static void Acknowledge(HashSet<int> acknowledged, string line) => Assert.True(acknowledged.Add(int.Parse(line, CultureInfo.InvariantCulture)), $"Row {line} was acknowledged twice.");

    private static async Task CompareAsync(Database database, HashSet<int> acknowledged)
    {
        await using var db = database.Open();
        var present = await db.Commitments.AsNoTracking().Include(c => c.Quantities).ToListAsync();
        Assert.Empty(acknowledged.Except(present.Select(c => c.Id)));
        Assert.All(present, row => Assert.Single(row.Quantities));
        Assert.Equal(present.Count, await db.AuditEntries.CountAsync(e => e.Subject == nameof(Commitment)));
        var report = await VerifyService.RunAsync(database, null, TimeProvider.System, _ => { });
        Assert.Equal([], report.Results.Where(r => r.Count > 0).Select(r => $"{r.Check.Code} {string.Join(';', r.Shown)}"));
    }
}
