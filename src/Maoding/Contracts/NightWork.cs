using Maoding.Districts;
using Maoding.Domain;
using Maoding.Storage;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Contracts;

/// <summary>
/// What a district does by itself when a day has begun. Done twice on a day it does nothing the second time, so that nodes and
/// starts may all try.
/// </summary>
public abstract partial class NightWork(MaodingContext db, BusinessClock clock, ILogger log) : TimedWork
{
    protected MaodingContext Db { get; } = db;

    /// <returns>How many were changed by this call.</returns>
    public async Task<int> RunAsync(CancellationToken stop) =>
        await Db.Regions.AsNoTracking().FirstOrDefaultAsync(stop) is { } region ? await RunAsync(region, clock.Today(region.BusinessDate), stop) : 0;

    /// <summary>The same, which stops nothing else: pages show what was not done as waiting or overdue.</summary>
    public override async Task WorkAsync(CancellationToken stop)
    {
        try
        {
            await RunAsync(stop);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            Failed(log, GetType().Name, error);
        }
    }

    protected abstract Task<int> RunAsync(Region region, DateOnly today, CancellationToken stop);

    [LoggerMessage(EventId = 30, Level = LogLevel.Error, Message = "The night's work {Name} could not be done; the next try is tomorrow or at the next start")]
    private static partial void Failed(ILogger logger, string name, Exception error);
}
