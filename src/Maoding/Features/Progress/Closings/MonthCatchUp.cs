using Maoding.Contracts;
using Maoding.Districts;
using Maoding.Domain;
using Maoding.Storage;

namespace Maoding.Features.Progress.Closings;

/// <summary>Closes every month whose day has come. A process that is killed in it leaves a month closed or open, never half: the next run goes on.</summary>
internal sealed class MonthCatchUp(MonthCloseService closing, MaodingContext db, BusinessClock clock, ILogger<MonthCatchUp> log) : NightWork(db, clock, log)
{
    protected override Task<int> RunAsync(Region region, DateOnly today, CancellationToken stop) => closing.CatchUpAsync(today, stop);
}
