using Maoding.Contracts;
using Maoding.Districts;
using Maoding.Domain;
using Maoding.Domain.Editions;
using Maoding.Shared.Editions;
using Maoding.Storage;

namespace Maoding.Features.Progress.Closings;

/// <summary>Closes every month whose day has come. A process that is killed in it leaves a month closed or open, never half: the next run goes on.</summary>
internal sealed class MonthCatchUp(
    MonthCloseService closing, EditionStore editions, MaodingContext db, BusinessClock clock, ILogger<MonthCatchUp> log) : NightWork(db, clock, log)
{
    protected override async Task<int> RunAsync(Region region, DateOnly today, CancellationToken stop)
    {
        var closed = await closing.CatchUpAsync(today, stop);
        await editions.KeepMissingAsync(EditionKind.ClosedMonth, stop);
        return closed;
    }
}
