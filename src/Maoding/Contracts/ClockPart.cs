using Maoding.Districts;
using Maoding.Domain.Access;

namespace Maoding.Contracts;

/// <summary>What of a feature runs against a time; registered as a service of this type.</summary>
public abstract class ClockPart
{
    /// <summary>Where its clocks stand among those of one day, ascending; no two share one.</summary>
    public abstract int Place { get; }

    /// <summary>The clocks that run for the actor's units and posts and end by the scene's last day, late ones included.</summary>
    public abstract Task<IReadOnlyList<Clock>> RunningAsync(ClockScene scene, CancellationToken stop);
}

/// <summary>For whom, on which day, and how far ahead.</summary>
/// <param name="Last">The last day that is looked at.</param>
public sealed record ClockScene(Actor Actor, DirectorySnapshot Directory, DateOnly Today, DateOnly Last);

/// <summary>Something that ends on a day.</summary>
/// <param name="Thing">Names the clock among all, such as problem/12.</param>
/// <param name="Words">What is to be done by then.</param>
/// <param name="Until">The last day, inclusive.</param>
public sealed record Clock(string Thing, string Words, DateOnly Until, string Href)
{
    /// <summary>The clock that it lies in and that governs it; empty for one that stands by itself.</summary>
    public string Beneath { get; init; } = "";
}

/// <summary>A clock that governs, with those that lie in it.</summary>
public sealed record GoverningClock(Clock Clock, IReadOnlyList<Clock> Inner);

/// <summary>Puts clocks that lie in one another together, so that each thing is shown and counted once.</summary>
public static class Clocks
{
    /// <summary>The topmost ones by their day. One whose governing clock is not among them, since the reader may not see it, stands by itself.</summary>
    public static IReadOnlyList<GoverningClock> Governing(IReadOnlyList<Clock> clocks)
    {
        var byThing = clocks.ToDictionary(c => c.Thing);
        string Top(Clock clock)
        {
            // Clocks that name each other in a circle would lead nowhere.
            for (var steps = 0; steps < byThing.Count && byThing.TryGetValue(clock.Beneath, out var above); steps++) clock = above;
            return clock.Thing;
        }

        return [.. clocks.GroupBy(Top).Select(g => new GoverningClock(byThing[g.Key], [.. g.Where(c => c.Thing != g.Key).OrderBy(c => c.Until)]))
            .OrderBy(g => g.Clock.Until)];
    }
}
