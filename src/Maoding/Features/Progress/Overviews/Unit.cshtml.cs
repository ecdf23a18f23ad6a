using Maoding.Domain.Access;
using Maoding.Hosting;
using Maoding.Shared.Addresses;
using Microsoft.AspNetCore.Mvc;

namespace Maoding.Features.Progress.Overviews;

/// <summary>What one unit leads.</summary>
public sealed class UnitModel(OverviewService overview, PartReader reader) : PartPage(overview, reader)
{
    [Needs(Permission.SeeOverview)]
    public Task<IActionResult> OnGetAsync(int unit, CancellationToken stop) =>
        ShowAsync(Directory.Unit(unit)?.Name, new LedgerFilter(Unit: unit), plan => Reader.OfUnit(plan, unit), stop);
}
