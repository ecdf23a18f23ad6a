using Maoding.Contracts;
using Maoding.Domain.Access;

namespace Maoding.Features.Progress.Burden;

/// <summary>减负.</summary>
internal sealed class BurdenFeature : Feature
{
    public override string Name => "减负";

    public override IEnumerable<NavigationPlace> Navigation =>
    [
        new(Area.Progress, 90, "减负", "/burden", "burden", Permission.SeeBurden),
    ];

    public override void AddServices(IServiceCollection services)
    {
        services.AddScoped<BurdenService>();
    }
}
