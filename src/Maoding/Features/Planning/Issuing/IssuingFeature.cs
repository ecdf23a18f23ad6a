using Maoding.Contracts;
using Maoding.Domain.Access;
using Maoding.Shared.Addresses;
using Maoding.Shared.Editions;

namespace Maoding.Features.Planning.Issuing;

/// <summary>印发.</summary>
internal sealed class IssuingFeature : Feature
{
    public override string Name => "印发";

    public override IEnumerable<NavigationPlace> Navigation =>
    [
        new(Area.Planning, 40, "印发", IssueLinks.Index, "issue", Permission.DownloadPlan),
    ];

    public override void AddServices(IServiceCollection services)
    {
        services.AddScoped<CheckService>();
        services.AddScoped<IssueService>();
        services.AddScoped<ChangeService>();
        services.AddScoped<PlanPaper>();
        services.AddScoped<PlanDownload>();
        services.AddScoped<EditionDesk, IssuedPlanDesk>();
        services.AddScoped<BatchUnits>();
        services.AddScoped<ReceiptService>();
        services.AddScoped<TodayPart, IssueToday>();
        services.AddScoped<TodayPart, ReceiptToday>();
        services.AddScoped<TodayPart, UnsignedToday>();
    }

    public override void MapEndpoints(IEndpointRouteBuilder app)
    {
        app.MapIssue();
    }
}
