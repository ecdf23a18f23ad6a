using System.Diagnostics;
using System.Globalization;
using Maoding.Domain.Ledger;
using Maoding.Features.Administration.Verifying;
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

    /// <summary>A start costs most of two seconds of work, so each process writes to several databases: one kill interrupts them all.</summary>
    [Fact]
    [Trait("Part", "long")]
    public async Task Killed_a_hundred_times_on_sqlite_it_starts_again_with_everything_acknowledged()
    {
        using var folder = new TempFolder();
        var places = Enumerable.Range(0, 4).Select(i => Directory.CreateDirectory(folder.At($"{i}")).FullName).ToArray();
        await KillAsync("folder", places, Database.InFolder, kills: 25);
    }

    [Fact]
    [Trait("Part", "long")]
    public async Task Killed_a_dozen_times_on_postgres_it_starts_again_with_everything_acknowledged()
    {
        string[] places = [PostgresCluster.CreateDatabase(), PostgresCluster.CreateDatabase()];
        await KillAsync("postgres", places, Database.Postgres, kills: 6);
    }

    /// <summary>The same in small, for every run.</summary>
    [Theory]
    [InlineData("folder")]
    [InlineData("postgres")]
    public async Task Killed_three_times_it_starts_again_with_everything_acknowledged(string kind)
    {
        using var folder = new TempFolder();
        if (kind == "folder") await KillAsync(kind, [folder.Root], Database.InFolder, kills: 3);
        else await KillAsync(kind, [PostgresCluster.CreateDatabase()], Database.Postgres, kills: 3);
    }

    /// <summary>A third of the kills hit the start and its migration, the rest the writing.</summary>
    private static async Task KillAsync(string kind, string[] places, Func<string, Database> database, int kills)
    {
        var random = new Random(7);
        var acknowledged = places.Select(_ => new HashSet<int>()).ToArray();
        for (var i = 0; i < kills; i++)
        {
            var inStart = i < kills / 3;
            using var writer =
                Process.Start(new ProcessStartInfo(_host, [_writer, kind, .. places]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var errors = writer.StandardError.ReadToEndAsync();
            if (!inStart && await writer.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(60)) is { } first) Acknowledge(acknowledged, first);
            await Task.Delay(inStart ? random.Next(1200) : random.Next(60));
            Assert.False(writer.HasExited, $"The writer ended by itself: {(writer.HasExited ? await errors : "")}");
            writer.Kill();
            while (await writer.StandardOutput.ReadLineAsync() is { } line) Acknowledge(acknowledged, line);
            await writer.WaitForExitAsync();
        }

        for (var i = 0; i < places.Length; i++)
        {
            Assert.InRange(acknowledged[i].Count, kills / 2, int.MaxValue);
            await CompareAsync(database(places[i]), acknowledged[i]);
        }
    }

    /// <summary>Short lines are written whole or not at all, so a killed process leaves no half of a number.</summary>
    private static void Acknowledge(HashSet<int>[] acknowledged, string line)
    {
        var (place, id) = line.Split(' ') is [var p, var n]
            ? (int.Parse(p, CultureInfo.InvariantCulture), int.Parse(n, CultureInfo.InvariantCulture)) : throw new FormatException(line);
        Assert.True(acknowledged[place].Add(id), $"Row {id} was acknowledged twice.");
    }

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
