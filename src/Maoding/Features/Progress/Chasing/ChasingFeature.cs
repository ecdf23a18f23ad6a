using Maoding.Contracts;
using Maoding.Domain.Access;

namespace Maoding.Features.Progress.Chasing;

/// <summary>催办.</summary>
internal sealed class ChasingFeature : Feature
{
    public override string Name => "催办";

    public override IEnumerable<NavigationPlace> Navigation =>
    [
        new(Area.Progress, 30, "催办", "/chasing", "chase", Permission.ChaseUnits),
    ];

    public override void AddServices(IServiceCollection services)
    {
        services.AddScoped<ChaseService>();
        services.AddScoped<TodayPart, ChaseToday>();
    }
}
