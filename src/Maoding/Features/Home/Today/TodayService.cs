using Maoding.Contracts;
using Maoding.Districts;

namespace Maoding.Features.Home.Today;

/// <summary>Gathers what waits for one person, from all the posts that he or she holds; the number of statements does not depend on the data.</summary>
public sealed class TodayService(
    IEnumerable<TodayPart> parts, IEnumerable<ClockPart> clocks, IReadOnlyList<Feature> features, District district, TimeProvider system)
{
    /// <summary>How long it is kept at the most: a locked account is free again without anybody writing.</summary>
    private const long KeptMinutes = 5;

    /// <summary>Calendar days ahead within which a clock is shown.</summary>
    private const int NearDays = 7;

    public Task<TodayView> ReadAsync(CurrentRequest current, CancellationToken stop) =>
        district.Answers.OfAsync(
            current,
            (nameof(TodayService), current.Actor.AccountId, current.Today, system.GetUtcNow().Ticks / (TimeSpan.TicksPerMinute * KeptMinutes)),
            () => GatherAsync(current, stop));

    /// <summary>How many wait beneath each entry of the navigation, by its section; what leads to none is not among them.</summary>
    public async Task<TodayNumbers> CountAsync(CurrentRequest current, CancellationToken stop)
    {
        var items = (await ReadAsync(current, stop)).Gathered.Items;
        var groups = NavigationGroups.Of(features, current.Actor);
        var sections = items.GroupBy(i => NavigationGroups.SectionOf(groups, i.Href) ?? i.Section);
        return new TodayNumbers(items.Count, sections.ToDictionary(g => g.Key, g => g.Sum(i => i.Number)));
    }

    private async Task<TodayView> GatherAsync(CurrentRequest current, CancellationToken stop)
    {
        var view = new Gathered();
        var scene = new TodayScene(current.Actor, current.Directory, current.Directory.Ledger.Plan(null), current.Today);
        foreach (var part in parts.Where(p => scene.PlanOrNull is not null || !p.NeedsPlan).OrderBy(p => p.Place))
        {
            view.Section = part.Section;
            await part.GatherAsync(view, scene, stop);
        }

        var running = new List<Clock>();
        var time = new ClockScene(current.Actor, current.Directory, current.Today, current.Today.AddDays(NearDays));
        foreach (var part in clocks.OrderBy(p => p.Place)) running.AddRange(await part.RunningAsync(time, stop));
        return new TodayView(view, Clocks.Governing(running));
    }
}

/// <summary>今日 of one person.</summary>
/// <param name="Clocks">What ends within a week or is late, each thing once by the clock that governs it.</param>
public sealed record TodayView(Gathered Gathered, IReadOnlyList<GoverningClock> Clocks)
{
    public static TodayView Empty { get; } = new(new Gathered(), []);
}

/// <summary>What stands beside the words of the navigation.</summary>
/// <param name="All">The lines of 今日.</param>
/// <param name="Sections">What these lines speak of, by the section of the entry.</param>
public sealed record TodayNumbers(int All, IReadOnlyDictionary<string, int> Sections);
