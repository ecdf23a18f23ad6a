using Maoding.Contracts;
using Maoding.Domain.Access;
using Maoding.Domain.Organization;
using Maoding.Shared.Addresses;

namespace Maoding.Features.Measuring.Figures;

/// <summary>数据报送.</summary>
internal sealed class FiguresFeature : Feature
{
    public override string Name => "数据报送";

    public override IEnumerable<NavigationPlace> Navigation =>
    [
        new(Area.Measuring, 40, "数据报送", FigureLinks.Index, "figures", Permission.SeeFigures)
        {
            AtHandOf = [PostKind.UnitClerk, PostKind.DataSteward],
        },
    ];

    public override void AddServices(IServiceCollection services)
    {
        services.AddScoped<FigureReader>();
        services.AddScoped<SheetReader>();
        services.AddScoped<FigureList>();
        services.AddScoped<FigureHistory>();
        services.AddScoped<FigureService>();
        services.AddScoped<FigureImport>();
        services.AddScoped<TodayPart, FigureToday>();
        services.AddScoped<HandoverPart, SheetsHandover>();
    }

    public override void MapEndpoints(IEndpointRouteBuilder app)
    {
        app.MapFigures();
    }
}
