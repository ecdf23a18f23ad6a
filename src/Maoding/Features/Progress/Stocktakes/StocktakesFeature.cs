using Maoding.Contracts;
using Maoding.Domain.Access;
using Maoding.Shared.Addresses;

namespace Maoding.Features.Progress.Stocktakes;

/// <summary>调度会.</summary>
internal sealed class StocktakesFeature : Feature
{
    public override string Name => "调度会";

    public override IEnumerable<NavigationPlace> Navigation =>
    [
        new(Area.Progress, 60, "调度会", StocktakeLinks.Index, "stocktake", Permission.HoldStocktake),
        new(Area.Supervision, 30, "议定事项", StocktakeLinks.Steps, "steps", Permission.AnswerNextStep),
    ];

    public override void AddServices(IServiceCollection services)
    {
        services.AddScoped<StocktakeReader>();
        services.AddScoped<StocktakeService>();
        services.AddScoped<TodayPart, StepToday>();
        services.AddScoped<HandoverPart, StepsHandover>();
    }
}
