using Maoding.Contracts;
using Maoding.Domain.Access;
using Maoding.Domain.Organization;
using Maoding.Shared.Addresses;
using Maoding.Shared.Editions;

namespace Maoding.Features.Measuring.Watching;

/// <summary>形势研判.</summary>
internal sealed class WatchingFeature : Feature
{
    public override string Name => "形势研判";

    public override IEnumerable<NavigationPlace> Navigation =>
    [
        new(Area.Measuring, 20, "形势研判", WatchLinks.Index, "watch", Permission.SeeFigures) { AtHandOf = [PostKind.DataSteward] },
    ];

    public override void AddServices(IServiceCollection services)
    {
        services.AddScoped<WatchService>();
        services.AddScoped<AnalysisService>();
        services.AddScoped<EditionDesk, AnalysisDesk>();
    }

    public override void MapEndpoints(IEndpointRouteBuilder app)
    {
        app.MapWatch();
    }
}
