using Maoding.Contracts;
using Maoding.Domain.Access;

namespace Maoding.Features.Building.Wall;

/// <summary>挂图作战.</summary>
internal sealed class WallFeature : Feature
{
    public override string Name => "挂图作战";

    public override IEnumerable<NavigationPlace> Navigation =>
    [
        new(Area.Building, 20, "挂图作战", "/wall", "wall", Permission.SeeProjects),
    ];

    public override void AddServices(IServiceCollection services)
    {
        services.AddScoped<WallReader>();
        services.AddScoped<BoundaryService>();
    }
}
