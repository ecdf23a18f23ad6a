using Maoding.Contracts;
using Maoding.Domain.Access;
using Maoding.Domain.Organization;
using Maoding.Shared.Addresses;

namespace Maoding.Features.Measuring.Indicators;

/// <summary>指标.</summary>
internal sealed class IndicatorsFeature : Feature
{
    public override string Name => "指标";

    public override IEnumerable<NavigationPlace> Navigation =>
    [
        new(Area.Measuring, 30, "指标", IndicatorLinks.Index, "indicators", Permission.SeeFigures) { AtHandOf = [PostKind.DataSteward] },
    ];

    public override void AddServices(IServiceCollection services)
    {
        services.AddScoped<IndicatorReader>();
        services.AddScoped<IndicatorService>();
        services.AddScoped<AreaService>();
        services.AddScoped<HitPart, IndicatorHits>();
        services.AddScoped<HandoverPart, IndicatorsHandover>();
    }
}
