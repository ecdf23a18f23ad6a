using Maoding.Domain.Access;
using Maoding.Hosting;
using Maoding.Shared.Addresses;
using Microsoft.AspNetCore.Mvc;

namespace Maoding.Features.Progress.Overviews;

/// <summary>One page for the leaders' meeting.</summary>
public sealed class IndexModel(OverviewService overview) : MaodingPage
{
    /// <summary>yyyymm; the last closed month without.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Month { get; set; }

    /// <summary>Null while there is no plan.</summary>
    public OverviewView? View { get; private set; }

    /// <summary>The whole plan in the list of the ledger.</summary>
    public LedgerFilter All => new(Year: Current.CarriedYear);

    [Needs(Permission.SeeOverview)]
    public async Task OnGetAsync(CancellationToken stop)
    {
        if (Current.Plan is { } plan) View = await overview.ReadAsync(Actor, Directory, plan, Month, Today, stop);
    }
}
