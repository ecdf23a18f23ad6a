using Maoding.Contracts;
using Maoding.Domain.Access;
using Maoding.Domain.Organization;
using Maoding.Shared.Addresses;

namespace Maoding.Features.Administration.Audit;

/// <summary>审计.</summary>
internal sealed class AuditFeature : Feature
{
    public override string Name => "审计";

    public override IEnumerable<NavigationPlace> Navigation =>
    [
        new(Area.Administration, 40, "审计", AuditLinks.Index, "audit", Permission.SeeAudit) { AtHandOf = [PostKind.Inspector] },
    ];

    public override void AddServices(IServiceCollection services)
    {
        services.AddScoped<AuditService>();
        services.AddScoped<TodayPart, AuditToday>();
    }

    public override void MapEndpoints(IEndpointRouteBuilder app)
    {
        app.MapAuditExport();
    }
}
