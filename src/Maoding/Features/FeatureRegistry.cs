using Maoding.Domain.Access;
using Maoding.Features.Documents;
using Maoding.Features.FirstRun;
using Maoding.Hosting;

namespace Maoding.Features;

/// <summary>The services and endpoints of every feature: one line each.</summary>
internal static class FeatureRegistry
{
    public static void AddFeatures(this IServiceCollection services)
    {
        services.AddScoped<Navigation>();
        services.AddScoped<DocumentService>();
        services.AddScoped<ImportService>();
        services.AddScoped<ReviewQuery>();
        services.AddScoped<ReviewService>();
        services.AddScoped<RowEditService>();
        services.AddScoped<AddRowService>();
        services.AddScoped<EditionService>();
        services.AddScoped<NameService>();
        services.AddHostedService<DraftSweeper>();
        services.AddSingleton<FirstRunCode>();
    }

    public static void MapFeatures(this IEndpointRouteBuilder app)
    {
        app.MapGet("/", () => Results.Redirect("/today")).Needs(Permission.Open);
        app.MapDocuments();
    }
}
