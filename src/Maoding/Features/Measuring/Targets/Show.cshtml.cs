using Maoding.Domain.Access;
using Maoding.Domain.Ledger;
using Maoding.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace Maoding.Features.Measuring.Targets;

/// <summary>One target: what was promised, where it stands, what the rest of the year must bring, who works for it.</summary>
public sealed class ShowModel(TargetDetailsReader reader) : MaodingPage
{
    public TargetDetails Details { get; private set; } = null!;

    public TargetChart Chart { get; private set; } = null!;

    public bool MaySet => May(Permission.SetTargets) && Details.Plan.State != PlanState.Closed;

    [Needs(Permission.SeeTargets)]
    public async Task<IActionResult> OnGetAsync(int id, CancellationToken stop)
    {
        if (await reader.ReadAsync(Current, id, stop) is not { } details) return NotFound();
        Details = details;
        Current.ShowYearOf(details.Plan);
        Chart = new TargetChart(details);
        return Page();
    }
}
