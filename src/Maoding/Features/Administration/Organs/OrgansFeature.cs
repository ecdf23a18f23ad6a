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

    public override IEnumerable<TimedPlan> Works =>
    [
        TimedPlan.Nightly<LineCatchUp>("lines"), TimedPlan.Nightly<PlannedWork>("organ-changes"),
    ];

    public override void AddServices(IServiceCollection services)
    {
        services.AddScoped<LineCatchUp>();
        services.AddSingleton<FunctionNames>();
        services.AddScoped<UnitService>();
        services.AddScoped<PostService>();
        services.AddScoped<DivisionService>();
        services.AddScoped<DirectoryBook>();
        services.AddScoped<DirectoryImport>();
        services.AddScoped<HitPart, UnitHits>();
        services.AddScoped<HitPart, PersonHits>();
        services.AddScoped<Hanging>();
        services.AddScoped<DirectorySave>();
        services.AddScoped<OrganChangeService>();
        services.AddScoped<PlannedChanges>();
        services.AddScoped<PlannedWork>();
        services.AddScoped<TodayPart, PlannedToday>();
        services.AddScoped<HandoverPart, PostsHandover>();
        services.AddScoped<HandoverPart, DivisionsHandover>();
    }

    public override void MapEndpoints(IEndpointRouteBuilder app)
    {
        app.MapGet(DirectoryLinks.Export, DirectoryExport.AnswerAsync).Needs(Permission.SeeDirectory);
    }
}
