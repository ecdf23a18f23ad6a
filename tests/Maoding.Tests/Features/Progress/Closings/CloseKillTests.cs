using System.Diagnostics;
using Maoding.Domain.Ledger;
using Maoding.Domain.Lights;
using Maoding.Features.Administration.Verifying;
using Maoding.Storage;
using Maoding.TestKit;
using Maoding.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Maoding.Tests.Features.Progress.Closings;

/// <summary>The server is killed while it closes months at its start: the next start goes on, and in the end each month is closed exactly once.</summary>
public sealed class CloseKillTests
{
    private static readonly string _host = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
    private static readonly string _program = Path.Combine(AppContext.BaseDirectory, "maoding.dll");

    [Fact]
    public Task Killed_while_it_closes_months_it_closes_each_exactly_once() => CloseAsync(postgres: false, 1000, 2);

    [Theory]
    [Trait("Part", "long")]
    [InlineData(false, 2000, 3)]
    [InlineData(true, 3000, 2)]
    public Task Killed_while_it_closes_more_and_larger_months_it_closes_each_exactly_once(bool postgres, int rows, int months) =>
        CloseAsync(postgres, rows, months);

    private static async Task CloseAsync(bool postgres, int rows, int months)
    {
        await using var app = await TestApp.StartAsync(postgres ? await MigratedDatabase.OnPostgresAsync() : null);
        var scene = await YearScene.InAsync(app);
        await using (var db = app.Open())
        {
            var issue = await db.Issues.Select(i => i.Id).SingleAsync();
            for (var i = 1; i <= rows; i++)
            {
                var row = scene.District.Row($"{i}", $"任务{i}", CommitmentState.Issued, scene.District.Housing);
                (row.IssueId, row.MonthlyPlan, row.Quotes) = (issue, YearScene.TenMonths, []);
                db.Add(row);
            }

            (await db.Regions.SingleAsync()).BusinessDate = new DateOnly(2026, months + 1, 20);
            await TestApp.SaveAsync(db);
        }

        var (random, inBetween) = (new Random(5), 0);
        for (var closed = 0; closed < months;)
        {
            closed = await LiveAsync(app, closed, TimeSpan.FromMilliseconds(random.Next(60)));
            await using var db = app.Open();
            Assert.Equal((closed, closed * rows), (await db.MonthCloses.Select(c => c.Month).Distinct().CountAsync(), await db.MonthLights.CountAsync()));
            if (closed < months) inBetween++;
        }

        // Otherwise one life closed them all and nothing was interrupted.
        Assert.InRange(inBetween, 1, int.MaxValue);
        var report = await VerifyService.RunAsync(app.Database, null, TimeProvider.System, _ => { });
        Assert.Equal([], report.Results.Where(r => r.Count > 0 && r.Check.Code is ("VER001" or "VER003" or "VER014"))
            .Select(r => $"{r.Check.Code} {string.Join(';', r.Shown)}"));
        await using var after = app.Open();
        Assert.Equal(months, await after.AuditEntries.CountAsync(e => e.Subject == nameof(MonthClose)));
        Assert.Equal(1, await after.RuleEditions.CountAsync());
    }

    /// <summary>
    /// One life of the server, which closes months as soon as it listens: it is killed some time after the first of them, in the middle of another.
    /// </summary>
    /// <returns>How many months are closed.</returns>
    private static async Task<int> LiveAsync(TestApp app, int closed, TimeSpan life)
    {
        using var server = Process.Start(new ProcessStartInfo(_host, [_program, "serve", .. Where(app.Database), "--urls", "http://127.0.0.1:0"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var errors = server.StandardError.ReadToEndAsync();
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (await CountAsync(app) == closed)
        {
            if (server.HasExited) throw new InvalidOperationException(await errors);
            await Task.Delay(5, limit.Token);
        }

        await Task.Delay(life);
        server.Kill();
        await server.WaitForExitAsync();
        return await CountAsync(app);
    }

    private static string[] Where(Database database) => database.IsPostgres ? ["--database", database.ConnectionString] : ["--data", database.Folder!];

    private static async Task<int> CountAsync(TestApp app)
    {
        await using var db = app.Open();
        return await db.MonthCloses.CountAsync();
    }
}
