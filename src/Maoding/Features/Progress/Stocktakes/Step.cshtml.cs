using Maoding.Domain.Access;
using Maoding.Hosting;
using Maoding.Shared.Addresses;
using Microsoft.AspNetCore.Mvc;

namespace Maoding.Features.Progress.Stocktakes;

/// <summary>A unit says what was done about a decision.</summary>
public sealed class StepModel(StocktakeReader reader, StocktakeService service) : MaodingPage
{
    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public string? Result { get; set; }

    public StepLine Line { get; private set; } = null!;

    [Needs(Permission.AnswerNextStep)]
    public async Task OnGetAsync(int id)
    {
        await LoadAsync(id);
        Version = Line.Step.Version;
    }

    [Needs(Permission.AnswerNextStep)]
    public Task<IActionResult> OnPostAsync(int id) => Try(
        async () =>
        {
            await service.AnswerAsync(Actor, id, Version, Result ?? "", Once(StocktakeLinks.Steps), HttpContext.RequestAborted);
            Notice("已报办结，下次调度会上会看到。");
            return Redirect(StocktakeLinks.Steps);
        },
        () => LoadAsync(id));

    private async Task LoadAsync(int id)
    {
        Line = await reader.StepAsync(id, HttpContext.RequestAborted) ?? throw StocktakeService.MissingStep();
        StocktakeService.DemandOwn(Actor, Line.Step);
        Current.ShowYearOf(Line.PlanId);
    }
}
