using Maoding.Contracts;
using Maoding.Districts;
using Maoding.Domain.Access;
using Maoding.Domain.Organization;
using Maoding.Hosting;
using Maoding.Shared.Addresses;

namespace Maoding.Features.Home.Today;

/// <summary>今日.</summary>
internal sealed class TodayFeature : Feature
{
    public override string Name => "今日";

    public override IEnumerable<NavigationPlace> Navigation =>
    [
        new(Area.Home, 10, "今日", "/today", "today", Permission.SeeToday)
        {
            AtHandOf = Enum.GetValues<PostKind>(),
        },
    ];

    public override void AddServices(IServiceCollection services)
    {
        services.AddScoped<TodayService>();
    }

    public override void MapEndpoints(IEndpointRouteBuilder app)
    {
        app.MapGet("/", (CurrentRequest current) => Results.Redirect(YearAddress.Carry("/today", current.CarriedYear))).Needs(Permission.Open);
        app.MapGet("/today/numbers", (TodayService today, CurrentRequest current, CancellationToken stop) => today.CountAsync(current, stop))
            .Needs(Permission.SeeToday);
    }
}
