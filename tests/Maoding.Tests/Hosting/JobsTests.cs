using System.Collections.Concurrent;
using Maoding.Domain.Lights;
using Maoding.Storage;
using Maoding.TestKit;
using Maoding.Tests.Features.Progress.Closings;
using Microsoft.EntityFrameworkCore;
using Quartz;
using Xunit;

namespace Maoding.Tests.Hosting;

/// <summary>Work by the clock: once on one node, and once by two nodes together.</summary>
public sealed class JobsTests
{
    private static readonly DateOnly _march = new(2026, 3, 20);

    [Fact]
    public async Task A_start_catches_up_the_months_that_nobody_closed()
    {
        await using var app = await TestApp.StartAsync();
        var scene = await DueAsync(app);
        await using var second = await TestApp.StartAsync(app.Database, null, "--Jobs:Run", "true");
        await ClosedAsync(scene, 2);
        Assert.Equal(Light.Red, (await scene.LightAsync(1, 202602))!.Light);
    }

    [Fact]
    public async Task Two_nodes_on_postgres_share_one_schedule()
    {
        var database = Database.Postgres(PostgresCluster.CreateDatabase());
        await using var app = await TestApp.StartAsync(database);
        var scene = await DueAsync(app);
        await using var one = await TestApp.StartAsync(database, Beating, "--Jobs:Run", "true");
        await using var two = await TestApp.StartAsync(database, Beating, "--Jobs:Run", "true");
        await ClosedAsync(scene, 2);
        // A node that starts sets the schedule anew: the second of its start may come twice.
        var both = DateTimeOffset.UtcNow.AddSeconds(1);
        (DateTimeOffset? At, string Node)[] Together() => [.. Beat.Fired.Where(f => f.At > both)];
        await WaitAsync(() => Task.FromResult(Together().Length >= 6));
        // It goes on firing while it is looked at.
        var fired = Together();
        Assert.Equal(fired.Select(f => f.At).Distinct().Count(), fired.Length);
        await using var db = app.Open();
        Assert.Equal(2, await db.Database.SqlQueryRaw<int>("""SELECT COUNT(*)::int AS "Value" FROM qrtz_scheduler_state""").SingleAsync());
        Assert.Equal(2, await db.AuditEntries.CountAsync(e => e.Subject == nameof(MonthClose)));
    }

    private static void Beating(Microsoft.AspNetCore.Builder.WebApplicationBuilder builder) => builder.Services.AddQuartz(quartz =>
    {
        quartz.AddJob<Beat>(job => job.WithIdentity("beat"));
        quartz.AddTrigger(trigger => trigger.ForJob("beat").WithIdentity("beat").WithCronSchedule("* * * * * ?"));
    });

    private static async Task<YearScene> DueAsync(TestApp app)
    {
        var scene = await YearScene.InAsync(app);
        await scene.AddAsync("1");
        await using var db = app.Open();
        (await db.Regions.SingleAsync()).BusinessDate = _march;
        await TestApp.SaveAsync(db);
        return scene;
    }

    private static async Task ClosedAsync(YearScene scene, int months)
    {
        await WaitAsync(async () =>
        {
            await using var db = scene.App.Open();
            return await db.MonthCloses.CountAsync() == months;
        });
        await using var db = scene.App.Open();
        Assert.Equal(months, await db.MonthLights.CountAsync());
    }

    private static async Task WaitAsync(Func<Task<bool>> done)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(40));
        while (!await done()) await Task.Delay(100, limit.Token);
    }

    /// <summary>Notes each firing with the second it was meant for.</summary>
    private sealed class Beat : IJob
    {
        public static ConcurrentBag<(DateTimeOffset? At, string Node)> Fired { get; } = [];

        public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
        {
            Fired.Add((context.ScheduledFireTimeUtc, context.Scheduler.SchedulerInstanceId));
            return ValueTask.CompletedTask;
        }
    }
}
