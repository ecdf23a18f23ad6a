using Maoding.Contracts;
using Maoding.Domain.Access;
using Maoding.Shared.Addresses;
using Maoding.Shared.Editions;
using Maoding.Shared.Rules;

namespace Maoding.Features.Progress.Closings;

/// <summary>月结.</summary>
internal sealed class ClosingsFeature : Feature
{
    public override string Name => "月结";

    public override IEnumerable<NavigationPlace> Navigation =>
    [
        new(Area.Progress, 40, "月结", CloseLinks.List, "close", Permission.CloseMonth),
    ];

    public override IEnumerable<TimedPlan> Works => [TimedPlan.Nightly<MonthCatchUp>("month-close")];

    public override void AddServices(IServiceCollection services)
    {
        services.AddScoped<RuleDesk, LightDesk>();
        services.AddScoped<EditionDesk, ClosedMonthDesk>();
        services.AddScoped<RulePreview>();
        services.AddScoped<MonthCloseService>();
        services.AddScoped<MonthLightService>();
        services.AddScoped<RowShares>();
        services.AddScoped<CloseReader>();
        services.AddScoped<RowLights>();
        services.AddScoped<MonthCatchUp>();
        services.AddScoped<RowPart, LightsRowPart>();
    }
}
