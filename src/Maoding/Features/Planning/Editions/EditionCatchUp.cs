using Maoding.Contracts;
using Maoding.Districts;
using Maoding.Domain;
using Maoding.Shared.Editions;
using Maoding.Storage;

namespace Maoding.Features.Planning.Editions;

/// <summary>
/// Keeps what was published before there were editions, as the database says it now; after the first time there is nothing left to do.
/// </summary>
internal sealed class EditionCatchUp(
    EditionStore editions, IEnumerable<EditionDesk> desks, MaodingContext db, BusinessClock clock, ILogger<EditionCatchUp> log) : NightWork(db, clock, log)
{
    protected override async Task<int> RunAsync(Region region, DateOnly today, CancellationToken stop)
    {
        var count = 0;
        foreach (var desk in desks) count += await editions.KeepMissingAsync(desk.Kind, stop);
        return count;
    }
}
