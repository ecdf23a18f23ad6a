using Maoding.Contracts;
using Maoding.Districts;

namespace Maoding.Features.Home.Today;

/// <summary>Gathers what waits for one person, from all the posts that he or she holds; the number of statements does not depend on the data.</summary>
public sealed class TodayService(IEnumerable<TodayPart> parts)
{
    public async Task<Gathered> ReadAsync(CurrentRequest current, CancellationToken stop)
    {
        var view = new Gathered();
        var scene = new TodayScene(current.Actor, current.Directory, current.Directory.Ledger.Plan(null), current.Today);
        foreach (var part in parts.Where(p => scene.PlanOrNull is not null || !p.NeedsPlan).OrderBy(p => p.Place))
            await part.GatherAsync(view, scene, stop);
        return view;
    }
}
