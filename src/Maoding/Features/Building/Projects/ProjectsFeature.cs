using Maoding.Contracts;
using Maoding.Domain.Access;
using Maoding.Domain.Organization;
using Maoding.Shared.Addresses;

namespace Maoding.Features.Building.Projects;

/// <summary>重大项目.</summary>
internal sealed class ProjectsFeature : Feature
{
    public override string Name => "重大项目";

    public override IEnumerable<NavigationPlace> Navigation =>
    [
        new(Area.Building, 10, "项目", ProjectLinks.Index, "projects", Permission.SeeProjects)
        {
            AtHandOf = [PostKind.Leader, PostKind.UnitHead],
        },
    ];

    public override void AddServices(IServiceCollection services)
    {
        services.AddScoped<ProjectList>();
        services.AddScoped<RateReader>();
        services.AddScoped<ProjectService>();
        services.AddScoped<ProjectReader>();
        services.AddScoped<ProjectPhotos>();
        services.AddScoped<ProjectExport>();
        services.AddScoped<ProjectImport>();
        services.AddScoped<ProjectMonthReader>();
        services.AddScoped<ProjectMonthService>();
        services.AddScoped<LeaderReader>();
        services.AddScoped<TodayPart, ProjectToday>();
        services.AddScoped<RowPart, ProjectsRowPart>();
        services.AddScoped<HitPart, ProjectHits>();
        services.AddScoped<ClosingPart, ProjectsClosingPart>();
        services.AddScoped<HandoverPart, ProjectsHandover>();
    }

    public override void MapEndpoints(IEndpointRouteBuilder app)
    {
        app.MapProjects();
    }
}
