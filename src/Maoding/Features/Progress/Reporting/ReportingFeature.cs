using Maoding.Contracts;
using Maoding.Domain.Access;
using Maoding.Domain.Organization;
using Maoding.Shared.Addresses;
using Maoding.Shared.Rules;

namespace Maoding.Features.Progress.Reporting;

/// <summary>填报.</summary>
internal sealed class ReportingFeature : Feature
{
    public override string Name => "填报";

    public override IEnumerable<NavigationPlace> Navigation =>
    [
        new(Area.Progress, 10, "填报", ReportLinks.Index, "report", Permission.FillReport) { AtHandOf = [PostKind.UnitHead, PostKind.UnitClerk] },
        new(Area.Progress, 20, "审核填报", ReportLinks.Review, "report-review", Permission.ReviewReports) { AtHandOf = [PostKind.Coordinator] },
    ];

    public override void AddServices(IServiceCollection services)
    {
        services.AddScoped<ReportService>();
        services.AddScoped<ReportQueue>();
        services.AddScoped<ReportDrafts>();
        services.AddScoped<ReportReader>();
        services.AddScoped<ShareSources>();
        services.AddScoped<DoubtReader>();
        services.AddScoped<RuleDesk, DoubtDesk>();
        services.AddScoped<InstructionService>();
        services.AddScoped<ReportBook>();
        services.AddScoped<ReportImport>();
        services.AddScoped<TodayPart, ReportToday>();
        services.AddScoped<RowPart, ReportsRowPart>();
        services.AddScoped<ClockPart, ReportClocks>();
        services.AddScoped<HandoverPart, ParagraphsHandover>();
    }

    public override void MapEndpoints(IEndpointRouteBuilder app)
    {
        app.MapReports();
    }
}
