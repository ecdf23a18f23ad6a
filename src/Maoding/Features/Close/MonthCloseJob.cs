using Maoding.Hosting;
using Maoding.Storage;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace Maoding.Features.Close;

/// <summary>Closes every month whose day has come. A process that is killed in it leaves a month closed or open, never half: the next run goes on.</summary>
[DisallowConcurrentExecution]
internal sealed partial class MonthCloseJob(MonthCloseService closing, MaodingContext db, BusinessClock clock, ILogger<MonthCloseJob> log) : IJob
{
    public const string Name = "month-close";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var set = await db.Regions.Select(r => r.BusinessDate).FirstOrDefaultAsync(cancellationToken);
            await closing.CatchUpAsync(clock.Today(set), cancellationToken);
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
