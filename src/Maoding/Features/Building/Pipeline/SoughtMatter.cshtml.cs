using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Projects;
using Maoding.Hosting;
using Maoding.Shared.Addresses;
using Maoding.Shared.Moves;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;

namespace Maoding.Features.Building.Pipeline;

/// <summary>One matter sought from above: its form and its moves; without a key a new one.</summary>
public sealed class SoughtMatterModel(SoughtService service) : MovePage
{
    [BindProperty(SupportsGet = true)]
    public int? Id { get; set; }

    [BindProperty]
    public SoughtForm Form { get; set; } = new();

    [BindProperty]
    public DateOnly? On { get; set; }

    [BindProperty]
    public string? Granted { get; set; }

    /// <summary>As it is stored; null for a new one.</summary>
    public SoughtLine? Line { get; private set; }

    public bool MayEdit => Line is null ? May(Permission.EditPipeline) : May(Permission.EditPipeline, PipelineFacts.Matters.Of(Line.Matter));

    /// <param name="more">Draws the day of a move, and the sum that was granted.</param>
    public MoveForms Moves(Func<SoughtMove, IHtmlContent> more) => Forms(
        $"{Address}?handler=Move",
        Line!.Matter.Version,
        MoveForms.Of(SoughtMoves.Table.Keys, Line.Matter.State.ToString(), t => May(t.Permission, PipelineFacts.Matters.Of(Line.Matter)))
            .Select(f => MoveOf(f) is var move and not SoughtMove.TakeUp ? f with { More = more(move), IsOpen = true } : f));

    private static SoughtMove MoveOf(MoveForm form) => ((Transition<SoughtState, SoughtMove>)form.Step).Move;

    private string Address => Id is { } id ? PipelineLinks.SoughtMatter(id) : PipelineLinks.Sought;

    [Needs(Permission.SeePipeline)]
    public async Task OnGetAsync(CancellationToken stop)
    {
        await LoadAsync(stop);
        Form = Line is { } line ? SoughtForm.Of(line.Matter, line.ProjectCode ?? "")
            : new SoughtForm { UnitId = Actor.Units.Count == 1 ? Actor.Units[0] : null };
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
    public Task<IActionResult> OnPostMoveAsync(CancellationToken stop) =>
        MoveAsync(Id ?? 0, Address, ask => service.MoveAsync(Actor, ask, On, Granted, stop), () => OnGetAsync(stop));

    private async Task LoadAsync(CancellationToken stop) => Line = Id is { } id ? await service.FindAsync(Actor, id, stop) : null;
}
