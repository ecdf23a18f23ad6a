using Maoding.Contracts;
using Maoding.Domain.Access;
using Maoding.Domain.Organization;
using Maoding.Features.Planning.Ledger.Amending;
using Maoding.Features.Planning.Ledger.Assigning;
using Maoding.Features.Planning.Ledger.Files;
using Maoding.Shared.Addresses;

namespace Maoding.Features.Planning.Ledger;

/// <summary>台账.</summary>
internal sealed class LedgerFeature : Feature
{
    public override string Name => "台账";

    public override IEnumerable<NavigationPlace> Navigation =>
    [
        new(Area.Planning, 20, "台账", LedgerLinks.List, "ledger", Permission.SeeRow)
        {
            AtHandOf = [PostKind.Leader, PostKind.Coordinator, PostKind.UnitHead, PostKind.UnitClerk, PostKind.Assessor, PostKind.Inspector],
        },
    ];

    public override void AddServices(IServiceCollection services)
    {
        services.AddScoped<LedgerList>();
        services.AddScoped<LedgerExport>();
        services.AddScoped<RowReader>();
        services.AddScoped<FileService>();
        services.AddScoped<AssignList>();
        services.AddScoped<AssignService>();
        services.AddScoped<LeafService>();
        services.AddScoped<PlaceService>();
        services.AddScoped<AssignImport>();
        services.AddScoped<AmendService>();
        services.AddScoped<TodayPart, LedgerToday>();
        services.AddScoped<TodayPart, OwnRowsToday>();
        services.AddScoped<TodayPart, LateRowsToday>();
        services.AddScoped<TodayPart, AssignToday>();
        services.AddScoped<RowPart, AmendmentsRowPart>();
        services.AddScoped<HandoverPart, RowsHandover>();
        services.AddScoped<HitPart, RowHits>();
    }

    public override void MapEndpoints(IEndpointRouteBuilder app)
    {
        app.MapLedgerExport();
        app.MapAssignExport();
        app.MapFiles();
    }
}
