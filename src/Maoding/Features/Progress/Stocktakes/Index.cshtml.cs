using Maoding.Domain.Access;
using Maoding.Features.Progress.Overviews;
using Maoding.Hosting;

namespace Maoding.Features.Progress.Stocktakes;

/// <summary>Whose half-hour is next, and what was held.</summary>
public sealed class IndexModel(OverviewService overview, StocktakeReader reader) : MaodingPage
{
    /// <summary>Null while there is no plan.</summary>
    public OverviewView? View { get; private set; }

    public IReadOnlyList<HeldLine> Held { get; private set; } = [];

    /// <summary>The leader's or the theme's name of a stocktake.</summary>
    public string NameOf(Domain.Settling.Stocktake held) => held.LeaderPostId is { } post
        ? Directory.LeaderName(post, Today)
        : Directory.Ledger.Themes(held.PlanId).FirstOrDefault(t => t.Id == held.ThemeId)?.Name ?? "";

    [Needs(Permission.HoldStocktake)]
    public async Task OnGetAsync(CancellationToken stop)
    {
        if (Current.Plan is not { } plan) return;
        View = await overview.ReadAsync(Actor, Directory, plan, null, Today, stop);
        Held = await reader.HeldAsync(plan.Id, stop);
    }
}
