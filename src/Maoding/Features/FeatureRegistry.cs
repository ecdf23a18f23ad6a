using Maoding.Domain.Access;
using Maoding.Features.Audit;
using Maoding.Features.FirstRun;
using Maoding.Features.Ledger;
using Maoding.Features.Ledger.Files;
using Maoding.Features.Today;
using Maoding.Features.Ledger.Assign;
using Maoding.Features.Issuing;
using Maoding.Features.Verify;
using Maoding.Hosting;

namespace Maoding.Features;

/// <summary>The services and endpoints of every feature: one line each.</summary>
internal static class FeatureRegistry
{
    public static void AddFeatures(this IServiceCollection services)
    {
        services.AddSingleton<FirstRunCode>();
        services.AddScoped<LedgerList>();
        services.AddScoped<LedgerExport>();
        services.AddScoped<RowReader>();
        services.AddScoped<FileService>();
        services.AddScoped<TodayService>();
        services.AddScoped<AssignList>();
        services.AddScoped<AssignService>();
        services.AddScoped<LeafService>();
        services.AddScoped<CheckService>();
        services.AddScoped<IssueService>();
        services.AddScoped<ReceiptService>();
        services.AddScoped<AuditService>();
        services.AddHostedService<AuditHeadKeeper>();
    }

    public static void MapFeatures(this IEndpointRouteBuilder app)
    {
        app.MapGet("/", () => Results.Redirect("/today")).Needs(Permission.Open);
        app.MapAuditExport();
        app.MapLedgerExport();
        app.MapFiles();
    }
}
