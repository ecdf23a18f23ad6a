using Maoding.Contracts;
using Maoding.Domain.Access;
using Maoding.Shared.Addresses;

namespace Maoding.Features.Planning.Documents;

/// <summary>文件.</summary>
internal sealed class DocumentsFeature : Feature
{
    public override string Name => "文件";

    public override IEnumerable<NavigationPlace> Navigation =>
    [
        new(Area.Planning, 10, "文件", DocumentLinks.List, "documents", Permission.SeeDocuments),
    ];

    public override void AddServices(IServiceCollection services)
    {
        services.AddScoped<DocumentService>();
        services.AddScoped<ImportService>();
        services.AddScoped<ReviewQuery>();
        services.AddScoped<ReviewService>();
        services.AddScoped<RowEditService>();
        services.AddScoped<AddRowService>();
        services.AddScoped<CorrectionService>();
        services.AddScoped<FilingService>();
        services.AddScoped<NameService>();
        services.AddHostedService<DraftSweeper>();
        services.AddScoped<TodayPart, FirstDocumentToday>();
        services.AddScoped<TodayPart, FindingToday>();
        services.AddScoped<HitPart, SentenceHits>();
    }

    public override void MapEndpoints(IEndpointRouteBuilder app)
    {
        app.MapDocuments();
    }
}
