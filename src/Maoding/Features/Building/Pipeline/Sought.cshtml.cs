using Maoding.Domain.Access;
using Maoding.Domain.Projects;
using Maoding.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace Maoding.Features.Building.Pipeline;

/// <summary>向上争取: matters with their windows.</summary>
public sealed class SoughtModel(SoughtService service) : MaodingPage
{
    [BindProperty(SupportsGet = true)]
    public SoughtState? State { get; set; }

    [BindProperty(SupportsGet = true)]
    public SoughtKind? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Unit { get; set; }

    public IReadOnlyList<SoughtLine> Lines { get; private set; } = [];

    public int Near => Lines.Count(l => SoughtWindow.Of(l.Matter, Today) is WindowState.Near or WindowState.Urgent);

    public bool IsFiltered => State is not null || Kind is not null || Unit is not null;

    [Needs(Permission.SeePipeline)]
    public async Task OnGetAsync(CancellationToken stop) => Lines = await service.ListAsync(Actor, State, Kind, Unit, stop);
}
