using Maoding.Contracts;
using Maoding.Districts;
using Maoding.Domain.Ledger;

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

    /// <summary>
    /// How many wait beneath each entry of the navigation, by its section; what leads to none is not among them. An entry leads to the year that is
    /// shown, so what waits in another is counted by 今日 alone.
    /// </summary>
    public async Task<TodayNumbers> CountAsync(CurrentRequest current, CancellationToken stop)
    {
        var items = (await ReadAsync(current, stop)).Gathered.Items;
        var groups = NavigationGroups.Of(features, current.Actor);
        var sections = items.Where(i => i.Year is null || i.Year == current.Plan?.Year).GroupBy(i => NavigationGroups.SectionOf(groups, i.Href) ?? i.Section);
        return new TodayNumbers(items.Count, sections.ToDictionary(g => g.Key, g => g.Sum(i => i.Number)));
    }

    /// <summary>Those that are open, in their order; once all are closed the one that is looked at.</summary>
    private static List<Plan?> YearsOf(LedgerFrame ledger, Plan? usual)
    {
        List<Plan?> open = [.. ledger.Open.OrderBy(p => p.Year)];
        return open.Count > 0 || usual is null ? open : [usual];
    }

    private async Task<TodayView> GatherAsync(CurrentRequest current, CancellationToken stop)
    {
        var view = new Gathered();
        var usual = current.Directory.Ledger.Usual(current.Today);
        var years = YearsOf(current.Directory.Ledger, usual);
        foreach (var part in parts.OrderBy(p => p.Place))
        {
            view.Section = part.Section;
            foreach (var plan in part.IsOfYear ? years : [usual])
            {
                view.Year = part.IsOfYear ? new TodayYear(plan!.Year, years.Count > 1, plan.Id == usual!.Id ? null : plan.Year) : null;
                await part.GatherAsync(view, new TodayScene(current.Actor, current.Directory, plan, current.Today), stop);
            }
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
