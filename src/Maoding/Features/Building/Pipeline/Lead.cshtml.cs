using Maoding.Domain.Access;
using Maoding.Domain.Organization;
using Maoding.Domain.Projects;
using Maoding.Hosting;
using Maoding.Shared.Addresses;
using Maoding.Shared.Moves;
using Microsoft.AspNetCore.Mvc;

namespace Maoding.Features.Building.Pipeline;

/// <summary>One lead: its form and its moves; without a key a new one.</summary>
public sealed class LeadModel(LeadService service) : MovePage
{
    [BindProperty(SupportsGet = true)]
    public int? Id { get; set; }

    [BindProperty]
    public LeadForm Form { get; set; } = new();

    /// <summary>As it is stored; null for a new one.</summary>
    public Lead? Lead { get; private set; }

    /// <summary>Who alone may know of it; null: whoever may see leads.</summary>
    public ReaderList? Readers { get; private set; }

    public IEnumerable<Post> PossibleReaders => service.PossibleReaders();

    public bool MayEdit => Lead is null
        ? May(Permission.EditPipeline)
        : Lead.State != LeadState.Entered && May(Permission.EditPipeline, PipelineFacts.Leads.Of(Lead));

    /// <summary>To become a project it goes by the project's own form.</summary>
    public MoveForms Moves => Forms(
        $"{Address}?handler=Move",
        Lead!.Version,
        MoveForms.Of(LeadMoves.Table.Keys, Lead.State.ToString(), t => May(t.Permission, PipelineFacts.Leads.Of(Lead)))
            .Select(f => f.Step.MoveKey == nameof(LeadMove.Enter) ? f with { Href = ProjectLinks.FromLead(Lead.Id) } : f));

    private string Address => Id is { } id ? PipelineLinks.Lead(id) : PipelineLinks.Index;

    [Needs(Permission.SeePipeline)]
    public async Task OnGetAsync(CancellationToken stop)
    {
        await LoadAsync(stop);
        Form = Lead is { } lead ? LeadForm.Of(lead, Readers) : new LeadForm { UnitId = Actor.Units.Count == 1 ? Actor.Units[0] : null };
    }

    [Needs(Permission.EditPipeline)]
    public Task<IActionResult> OnPostAsync(CancellationToken stop) => Try(
        async () =>
        {
            var id = await service.SaveAsync(Actor, Id, Form, Once(Address), stop);
            Notice("已保存。");
            return Redirect(PipelineLinks.Lead(id));
        },
        () => LoadAsync(stop));

    [Needs(Permission.EditPipeline)]
    public Task<IActionResult> OnPostMoveAsync(CancellationToken stop) =>
        MoveAsync(Id ?? 0, Address, ask => service.MoveAsync(Actor, ask, stop), () => OnGetAsync(stop));

    private async Task LoadAsync(CancellationToken stop)
    {
        if (Id is not { } id) return;
        Lead = await service.FindAsync(Actor, id, stop);
        Readers = await service.ReadersAsync(id, stop);
    }
}
