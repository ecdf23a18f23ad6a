using Maoding.Contracts;
using Maoding.Domain.Access;
using Maoding.Shared.Editions;

namespace Maoding.Features.Planning.Editions;

/// <summary>定稿.</summary>
internal sealed class EditionsFeature : Feature
{
    public override string Name => "定稿";

    public override IEnumerable<NavigationPlace> Navigation =>
    [
        new(Area.Planning, 50, "定稿", EditionLinks.Index, "editions", Permission.SeeEditions),
    ];

    public override IEnumerable<TimedPlan> Works => [TimedPlan.Nightly<EditionCatchUp>("editions")];

    public override void AddServices(IServiceCollection services)
    {
        services.AddScoped<EditionStore>();
        services.AddScoped<EditionReader>();
        services.AddScoped<EditionService>();
        services.AddScoped<EditionCatchUp>();
        services.AddScoped<HitPart, EditionHits>();
    }

    public override void MapEndpoints(IEndpointRouteBuilder app) => app.MapEditions();
}
