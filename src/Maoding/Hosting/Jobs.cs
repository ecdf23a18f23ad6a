using Maoding.Contracts;
using Maoding.Storage;
using Quartz;

namespace Maoding.Hosting;

/// <summary>
/// Work by the clock, as features declare it. On PostgreSQL the nodes share one schedule in the database, so that each firing is done
/// by one of them; Quartz makes its tables there itself.
/// </summary>
internal static class Jobs
{
    /// <summary>The setting that keeps a node from working by the clock: Jobs:Run=false.</summary>
    public const string Setting = "Jobs:Run";

    public static void AddJobs(this IServiceCollection services, IReadOnlyList<Feature> features, Database database, IConfiguration configuration)
    {
        if (!configuration.GetValue(Setting, true)) return;
        services.AddQuartz(quartz =>
        {
            if (database.IsPostgres)
            {
                quartz.UsePersistentStore(store =>
                {
                    store.UsePostgres(database.ConnectionString);
                    store.UseClustering();
                    store.ProvisionSchema();
                });
            }

            foreach (var plan in features.SelectMany(f => f.Works))
            {
                quartz.AddJob<TimedJob>(job => job.WithIdentity(plan.Name));
                quartz.AddTrigger(trigger => trigger.ForJob(plan.Name).WithIdentity($"{plan.Name}-timed")
                    .WithCronSchedule(plan.Times, cron => cron.InTimeZone(TimeZoneInfo.Utc)));
            }
        });
        services.AddHostedService<CatchUpAtStart>();
        // It starts after the application listens: the first pages do not wait for it.
        services.AddQuartzHostedService(options => (options.WaitForJobsToComplete, options.AwaitApplicationStarted) = (true, true));
    }
}

/// <summary>
/// Once after the application listens. Not by the schedule: that of several nodes waits until it is sure that a killed one is dead,
/// and doing this twice does nothing.
/// </summary>
internal sealed class CatchUpAtStart(IReadOnlyList<Feature> features, IServiceScopeFactory scopes, IHostApplicationLifetime life) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource();
        await using var listening = life.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken);
        await using var scope = scopes.CreateAsyncScope();
        foreach (var plan in features.SelectMany(f => f.Works).Where(p => p.IsCaughtUp))
            await ((TimedWork)scope.ServiceProvider.GetRequiredService(plan.Work)).WorkAsync(stoppingToken);
    }
}
