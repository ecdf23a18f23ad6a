using Maoding.Contracts;
using Maoding.Domain.Access;
using Maoding.Shared.Addresses;
using Maoding.Shared.Editions;

namespace Maoding.Features.Supervision.SiteMeetings;

/// <summary>现场办公.</summary>
internal sealed class SiteMeetingsFeature : Feature
{
    public override string Name => "现场办公";

    public override IEnumerable<NavigationPlace> Navigation =>
    [
        new(Area.Supervision, 20, "现场办公", SiteMeetingLinks.Index, "site-meetings", Permission.SeeProblems),
    ];

    public override void AddServices(IServiceCollection services)
    {
        services.AddScoped<SiteMeetingReader>();
        services.AddScoped<SiteMeetingService>();
        services.AddScoped<EditionDesk, MinutesDesk>();
        services.AddScoped<HandoverPart, MeetingsHandover>();
    }

    public override void MapEndpoints(IEndpointRouteBuilder app)
    {
        app.MapSiteMeetings();
    }
}
