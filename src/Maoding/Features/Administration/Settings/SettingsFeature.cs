using Maoding.Contracts;
using Maoding.Domain.Access;

namespace Maoding.Features.Administration.Settings;

/// <summary>设置.</summary>
internal sealed class SettingsFeature : Feature
{
    public override string Name => "设置";

    public override IEnumerable<NavigationPlace> Navigation =>
    [
        new(Area.Administration, 30, "设置", "/settings", "settings", Permission.ManageSettings),
    ];

    public override void AddServices(IServiceCollection services)
    {
        services.AddScoped<SettingsService>();
    }
}
