using Maoding.Contracts;
using Maoding.Domain.Access;
using Maoding.Shared.Addresses;

namespace Maoding.Features.Progress.Settling;

/// <summary>年底交账.</summary>
internal sealed class SettlingFeature : Feature
{
    public override string Name => "年底交账";

    public override IEnumerable<NavigationPlace> Navigation =>
    [
        new(Area.Progress, 80, "年底交账", SettleLinks.Index, "settle", Permission.SettleYear),
        new(Area.Progress, 81, "交账建议", SettleLinks.Own, "settle-own", Permission.ProposeSettlement),
    ];

    public override void AddServices(IServiceCollection services)
    {
        services.AddScoped<SettleService>();
        services.AddScoped<SettleList>();
        services.AddScoped<SettleBook>();
        services.AddScoped<ProposeService>();
        services.AddScoped<TodayPart, SettleToday>();
        services.AddScoped<SettlementReader>();
        services.AddScoped<KeptReader>();
        services.AddScoped<RowPart, SettlementRowPart>();
    }

    public override void MapEndpoints(IEndpointRouteBuilder app) => app.MapSettleExport();
}
