using Maoding.Contracts;
using Maoding.Domain.Access;
using Maoding.Shared.Addresses;

namespace Maoding.Features.Progress.Completing;

/// <summary>销号.</summary>
internal sealed class CompletingFeature : Feature
{
    public override string Name => "销号";

    public override IEnumerable<NavigationPlace> Navigation =>
    [
        new(Area.Progress, 70, "销号", CompleteLinks.Index, "complete", Permission.VerifyCompletion),
    ];

    public override void AddServices(IServiceCollection services)
    {
        services.AddScoped<CompletionService>();
        services.AddScoped<CompletionReader>();
        services.AddScoped<TodayPart, CompletionToday>();
        services.AddScoped<RowPart, CompletionRowPart>();
        services.AddScoped<HandoverPart, CompletionsHandover>();
    }
}
