using Maoding.Contracts;
using Maoding.Domain.Access;
using Maoding.Shared.Addresses;

namespace Maoding.Features.Building.Pipeline;

/// <summary>招商争取.</summary>
internal sealed class PipelineFeature : Feature
{
    public override string Name => "招商争取";

    public override IEnumerable<NavigationPlace> Navigation =>
    [
        new(Area.Building, 30, "招商争取", PipelineLinks.Index, "pipeline", Permission.SeePipeline),
    ];

    public override void AddServices(IServiceCollection services)
    {
        services.AddScoped<LeadService>();
        services.AddScoped<SoughtService>();
        services.AddScoped<TodayPart, WindowToday>();
        services.AddScoped<HitPart, LeadHits>();
        services.AddScoped<HitPart, SoughtHits>();
        services.AddScoped<HandoverPart, LeadsHandover>();
        services.AddScoped<HandoverPart, SoughtHandover>();
    }

    public override void MapEndpoints(IEndpointRouteBuilder app) => app.MapLeads();
}
