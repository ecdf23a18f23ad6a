using Maoding.Contracts;
using Maoding.Domain.Access;
using Maoding.Shared.Addresses;
using Maoding.Shared.Rules;

namespace Maoding.Features.Administration.Holidays;

/// <summary>节假日.</summary>
internal sealed class HolidaysFeature : Feature
{
    public override string Name => "节假日";

    public override IEnumerable<NavigationPlace> Navigation =>
    [
        new(Area.Administration, 25, "节假日", HolidayLinks.Index, "holidays", Permission.EditHolidays),
    ];

    public override void AddServices(IServiceCollection services)
    {
        services.AddScoped<HolidayDesk>();
        services.AddScoped<RuleDesk>(p => p.GetRequiredService<HolidayDesk>());
        services.AddScoped<TodayPart, HolidayToday>();
    }
}
