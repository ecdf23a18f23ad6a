using Maoding.Domain.Access;
using Maoding.Features.Consult;
using Maoding.Features.FirstRun;
using Maoding.Features.Ledger.Assign;
using Maoding.Hosting;

namespace Maoding.Features;

/// <summary>The services and endpoints of every feature: one line each.</summary>
internal static class FeatureRegistry
{
    public static void AddFeatures(this IServiceCollection services)
    {
        services.AddScoped<Navigation>();
        services.AddSingleton<FirstRunCode>();
        services.AddScoped<AssignList>();
        services.AddScoped<AssignService>();
        services.AddScoped<LeafService>();
        services.AddScoped<AssignImport>();
        services.AddScoped<ConsultService>();
        services.AddScoped<ConsultReader>();
    }

    public static void MapFeatures(this IEndpointRouteBuilder app)
    {
        app.MapGet("/", () => Results.Redirect("/today")).Needs(Permission.Open);
        app.MapAssignExport();
    }
}
