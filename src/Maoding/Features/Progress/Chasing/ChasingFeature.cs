using Maoding.Contracts;
using Maoding.Domain.Access;
using Maoding.Domain.Organization;

namespace Maoding.Features.Progress.Chasing;

/// <summary>催办.</summary>
internal sealed class ChasingFeature : Feature
{
    public override string Name => "催办";

    public override IEnumerable<NavigationPlace> Navigation =>
    [
        new(Area.Progress, 30, "催办", "/chasing", "chase", Permission.ChaseUnits) { AtHandOf = [PostKind.Coordinator] },
    ];

    public override void AddServices(IServiceCollection services)
    {
        services.AddScoped<ChaseService>();
        services.AddScoped<TodayPart, ChaseToday>();
    }
}
