using Maoding.Domain.Access;
using Maoding.Domain.Projects;
using Maoding.Hosting;
using Maoding.Shared.Addresses;
using Microsoft.AspNetCore.Mvc;

namespace Maoding.Features.Building.Pipeline;

/// <summary>One matter sought from above: its form and its moves; without a key a new one.</summary>
public sealed class SoughtMatterModel(SoughtService service) : MaodingPage
{
    [BindProperty(SupportsGet = true)]
    public int? Id { get; set; }

    [BindProperty]
    public SoughtForm Form { get; set; } = new();

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public SoughtMove Move { get; set; }

    [BindProperty]
    public DateOnly? On { get; set; }

    [BindProperty]
    public string? Granted { get; set; }

    [BindProperty]
    public string? Result { get; set; }

    /// <summary>As it is stored; null for a new one.</summary>
    public SoughtLine? Line { get; private set; }

    public bool MayEdit => Line is null ? May(Permission.EditPipeline) : May(Permission.EditPipeline, PipelineFacts.Matters.Of(Line.Matter));

    private string Address => Id is { } id ? PipelineLinks.SoughtMatter(id) : PipelineLinks.Sought;

    [Needs(Permission.SeePipeline)]
    public async Task OnGetAsync(CancellationToken stop)
    {
        await LoadAsync(stop);
        Form = Line is { } line ? SoughtForm.Of(line.Matter, line.ProjectCode ?? "") : new SoughtForm { UnitId = Actor.Units.Count == 1 ? Actor.Units[0] : null };
    }

    [Needs(Permission.EditPipeline)]
    public Task<IActionResult> OnPostAsync(CancellationToken stop) => Try(
        async () =>
        {
            var id = await service.SaveAsync(Actor, Id, Form, Once(Address), stop);
            Notice("已保存。");
            return Redirect(PipelineLinks.SoughtMatter(id));
        },
        () => LoadAsync(stop));

    [Needs(Permission.EditPipeline)]
    public Task<IActionResult> OnPostMoveAsync(CancellationToken stop) => Try(
        async () =>
        {
            await service.MoveAsync(Actor, Id ?? 0, Version, new SoughtStep(Move, On, Granted, Result), Once(Address), stop);
            Notice("状态已变更。");
            return Redirect(Address);
        },
        () => OnGetAsync(stop));

    private async Task LoadAsync(CancellationToken stop) => Line = Id is { } id ? await service.FindAsync(Actor, id, stop) : null;
}
