using Maoding.Domain.Access;
using Maoding.Hosting;
using Maoding.Shared.Addresses;
using Microsoft.AspNetCore.Mvc;

namespace Maoding.Features.Progress.Overviews;

/// <summary>What one leader answers for.</summary>
public sealed class LeaderModel(OverviewService overview, PartReader reader) : PartPage(overview, reader)
{
    [Needs(Permission.SeeOverview)]
    public Task<IActionResult> OnGetAsync(int post, CancellationToken stop) =>
        ShowAsync(Directory.LeaderName(post, Today), new LedgerFilter(Leader: post), plan => Reader.OfLeader(plan, post), stop);
}
