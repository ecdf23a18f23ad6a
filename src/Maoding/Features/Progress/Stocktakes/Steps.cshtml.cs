using Maoding.Domain.Access;
using Maoding.Hosting;

namespace Maoding.Features.Progress.Stocktakes;

/// <summary>Decisions that the actor's units carry out.</summary>
public sealed class StepsModel(StocktakeReader reader) : MaodingPage
{
    public IReadOnlyList<StepLine> Lines { get; private set; } = [];

    [Needs(Permission.AnswerNextStep)]
    public async Task OnGetAsync(CancellationToken stop)
    {
        if (Current.Plan is { } plan) Lines = await reader.OfUnitsAsync(Actor, plan.Id, stop);
    }
}
