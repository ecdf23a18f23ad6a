using Maoding.Contracts;
using Maoding.Districts;
using Maoding.Domain.Access;
using Microsoft.Extensions.DependencyInjection;

namespace Maoding.Tests.Features.Guests;

/// <summary>值班, a feature to be thrown away: units keep watch in turn, a month each. It shows what adding one touches: its folder and one line.</summary>
internal sealed class GuestFeature : Feature
{
    public override string Name => "值班";

    public override IEnumerable<NavigationPlace> Navigation => [new(Area.Livelihood, 10, "值班", "/guests", "guests", Permission.SeeDirectory)];

    public override void AddServices(IServiceCollection services)
    {
        services.AddScoped<DutyService>();
        services.AddScoped<TodayPart, DutyToday>();
        services.AddScoped<HitPart, DutyHits>();
        services.AddScoped<ClockPart, DutyClocks>();
    }
}

/// <summary>Which unit keeps watch in which month.</summary>
public sealed class DutyService(CurrentRequest current)
{
    public int Unit
    {
        get
        {
            var units = current.Directory.OpenUnits.Select(u => u.Id).ToList();
            return units[current.Today.Month % units.Count];
        }
    }
}

internal sealed class DutyToday(DutyService duties) : TodayPart
{
    public override int Place => 630;

    public override string Section => "guests";

    public override bool IsOfYear => false;

    public override Task GatherAsync(Gathered view, TodayScene scene, CancellationToken stop)
    {
        if (scene.Actor.Units.Contains(duties.Unit))
            view.Add("值班", "今天由贵单位值班", "遇有急事及时上报。", "查看", "/guests");
        return Task.CompletedTask;
    }
}

internal sealed class DutyHits(DutyService duties) : HitPart
{
    public override int Place => 900;

    public override string Kind => "值班";

    public override Permission Needs => Permission.SeeDirectory;

    public override Task<Hits> FindAsync(HitScene scene, CancellationToken stop)
    {
        var unit = scene.Directory.UnitName(duties.Unit);
        return Task.FromResult(scene.IsIn("值班", unit) ? new Hits([new Hit("", $"今天{unit}值班", "", "/guests")], 1) : Hits.None);
    }
}

internal sealed class DutyClocks(DutyService duties) : ClockPart
{
    public override int Place => 900;

    public override Task<IReadOnlyList<Clock>> RunningAsync(ClockScene scene, CancellationToken stop)
    {
        IReadOnlyList<Clock> clocks = scene.Actor.Units.Contains(duties.Unit)
            ? [new Clock("guest/1", "交班记录", scene.Today, "/guests")]
            : [];
        return Task.FromResult(clocks);
    }
}
