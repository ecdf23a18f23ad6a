using Maoding.Districts;
using Maoding.Domain;
using Maoding.Features.Progress.Closings;
using Maoding.Features.Building.JointReviews;
using Maoding.Features.Building.Problems;
using Maoding.Storage;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace Maoding.Hosting;

/// <summary>What a district does by itself when a day has begun. Done twice on a day it does nothing the second time, so that nodes and starts may all try.</summary>
public abstract partial class NightWork(MaodingContext db, BusinessClock clock, ILogger log)
{
    protected MaodingContext Db { get; } = db;

    /// <returns>How many were changed by this call.</returns>
    public async Task<int> RunAsync(CancellationToken stop) =>
        await Db.Regions.AsNoTracking().FirstOrDefaultAsync(stop) is { } region ? await RunAsync(region, clock.Today(region.BusinessDate), stop) : 0;

    /// <summary>The same, which stops nothing else: pages show what was not done as waiting or overdue.</summary>
    public async Task TryAsync(CancellationToken stop)
    {
        try
        {
            await RunAsync(stop);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            Failed(log, error);
        }
    }

    protected abstract Task<int> RunAsync(Region region, DateOnly today, CancellationToken stop);

    [LoggerMessage(EventId = 30, Level = LogLevel.Error, Message = "The night's work could not be done; the next try is tomorrow or at the next start")]
    private static partial void Failed(ILogger logger, Exception error);
}

/// <summary>Once a day, on one of the nodes.</summary>
[DisallowConcurrentExecution]
internal abstract class NightJob(NightWork work) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await work.TryAsync(cancellationToken);
}

/// <summary>Once after the application listens. Not by the schedule: that of several nodes waits until it is sure that a killed one is dead, and doing this twice does nothing.</summary>
internal sealed class CatchUpAtStart(IServiceScopeFactory scopes, IHostApplicationLifetime life) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource();
        await using var listening = life.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken);
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<MonthCatchUp>().TryAsync(stoppingToken);
        await scope.ServiceProvider.GetRequiredService<ProblemCatchUp>().TryAsync(stoppingToken);
        await scope.ServiceProvider.GetRequiredService<ReviewEscalation>().TryAsync(stoppingToken);
    }
}
