using Maoding.Contracts;
using Maoding.Domain.Access;
using Maoding.Hosting;
using Maoding.Shared.Addresses;

namespace Maoding.Features.Administration.Organs;

/// <summary>机构人员.</summary>
internal sealed class OrgansFeature : Feature
{
    public override string Name => "机构人员";

    public override IEnumerable<NavigationPlace> Navigation =>
    [
        new(Area.Administration, 10, "机构人员", DirectoryLinks.Index, "directory", Permission.SeeDirectory),
    ];

    public override void AddServices(IServiceCollection services)
    {
        services.AddSingleton<FunctionNames>();
        services.AddScoped<UnitService>();
        services.AddScoped<PostService>();
        services.AddScoped<DivisionService>();
        services.AddScoped<DirectoryBook>();
        services.AddScoped<DirectoryImport>();
    }

    public override void MapEndpoints(IEndpointRouteBuilder app)
    {
        app.MapGet(DirectoryLinks.Export, DirectoryExport.AnswerAsync).Needs(Permission.SeeDirectory);
    }
}
