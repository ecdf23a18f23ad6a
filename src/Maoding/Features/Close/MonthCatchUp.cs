using Maoding.Features.Problems;
using Maoding.Hosting;
using Maoding.Storage;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace Maoding.Features.Close;

/// <summary>Closes every month whose day has come. A process that is killed in it leaves a month closed or open, never half: the next run goes on.</summary>
internal sealed partial class MonthCatchUp(MonthCloseService closing, MaodingContext db, BusinessClock clock, ILogger<MonthCatchUp> log)
{
    public async Task RunAsync(CancellationToken stop)
    {
        try
        {
            var set = await db.Regions.Select(r => r.BusinessDate).FirstOrDefaultAsync(stop);
            await closing.CatchUpAsync(clock.Today(set), stop);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            // The day of the office goes on; the page of closings shows the month as waiting.
            Failed(log, error);
        }
    }

    [LoggerMessage(EventId = 20, Level = LogLevel.Error, Message = "A month could not be closed; the next try is tomorrow or at the next start")]
    private static partial void Failed(ILogger logger, Exception error);
}

/// <summary>Once a day, on one of the nodes.</summary>
[DisallowConcurrentExecution]
internal sealed class MonthCloseJob(MonthCatchUp months) : IJob
{
    public const string Name = "month-close";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await months.RunAsync(cancellationToken);
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
        await scope.ServiceProvider.GetRequiredService<MonthCatchUp>().RunAsync(stoppingToken);
        await scope.ServiceProvider.GetRequiredService<ProblemCatchUp>().RunAsync(stoppingToken);
    }
}
