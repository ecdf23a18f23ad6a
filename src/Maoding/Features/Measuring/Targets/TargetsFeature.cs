using Maoding.Contracts;
using Maoding.Domain.Access;
using Maoding.Domain.Organization;
using Maoding.Shared.Addresses;

namespace Maoding.Features.Measuring.Targets;

/// <summary>目标.</summary>
internal sealed class TargetsFeature : Feature
{
    public override string Name => "目标";

    public override IEnumerable<NavigationPlace> Navigation =>
    [
        new(Area.Measuring, 10, "目标", TargetLinks.Index, "targets", Permission.SeeTargets)
        {
            AtHandOf = [PostKind.DataSteward, PostKind.Assessor],
        },
    ];

    public override void AddServices(IServiceCollection services)
    {
        services.AddScoped<TargetReader>();
        services.AddScoped<ClosingPart, TargetsClosingPart>();
        services.AddScoped<TargetService>();
        services.AddScoped<TargetReferences>();
        services.AddScoped<DesignReader>();
        services.AddScoped<AimService>();
        services.AddScoped<TargetDetailsReader>();
        services.AddScoped<HitPart, TargetHits>();
        services.AddScoped<TodayPart, TargetToday>();
    }

    public override void MapEndpoints(IEndpointRouteBuilder app)
    {
        app.MapTargets();
    }
}
