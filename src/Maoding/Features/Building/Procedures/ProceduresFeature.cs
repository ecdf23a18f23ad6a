using Maoding.Contracts;
using Maoding.Domain.Access;
using Maoding.Shared.Addresses;

namespace Maoding.Features.Building.Procedures;

/// <summary>手续.</summary>
internal sealed class ProceduresFeature : Feature
{
    public override string Name => "手续";

    public override IEnumerable<NavigationPlace> Navigation =>
    [
        new(Area.Building, 40, "手续联审", ProcedureLinks.Index, "procedures", Permission.SeeProjects),
    ];

    public override void AddServices(IServiceCollection services)
    {
        services.AddScoped<TemplateService>();
        services.AddScoped<ProcedureReader>();
        services.AddScoped<ProcedureService>();
        services.AddScoped<ProjectPart, ProceduresProjectPart>();
        services.AddScoped<HandoverPart, ProceduresHandover>();
    }
}
