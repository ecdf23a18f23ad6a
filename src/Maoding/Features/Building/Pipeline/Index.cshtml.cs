using Maoding.Domain.Access;
using Maoding.Domain.Projects;
using Maoding.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace Maoding.Features.Building.Pipeline;

/// <summary>招商谋划: leads by state.</summary>
public sealed class IndexModel(LeadService service) : MaodingPage
{
    [BindProperty(SupportsGet = true)]
    public LeadState? State { get; set; }

    public IReadOnlyList<Lead> Leads { get; private set; } = [];

    public IReadOnlyDictionary<LeadState, (int Count, decimal Amount)> Counts { get; private set; } = new Dictionary<LeadState, (int, decimal)>();

    [Needs(Permission.SeePipeline)]
    public async Task OnGetAsync(CancellationToken stop)
    {
        Leads = await service.ListAsync(Actor, State, LeadService.Most, stop);
        Counts = await service.CountsAsync(Actor, stop);
    }
}
