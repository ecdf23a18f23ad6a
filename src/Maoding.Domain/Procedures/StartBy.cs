namespace Maoding.Domain.Procedures;

/// <summary>A procedure that does not fit before the wanted day.</summary>
/// <param name="Short">Working days that it is short of.</param>
/// <param name="To">Working days to which it would have to be shortened; its own when it need not be.</param>
public sealed record ShortStep(Activity Activity, int Short, int To);

/// <summary>One procedure waits for another that decides the length; done side by side they would save time.</summary>
/// <param name="Gain">Working days by which building could begin earlier.</param>
public sealed record ParallelStep(Activity Before, Activity After, int Gain);

/// <summary>What it would take to begin building on a day.</summary>
/// <param name="Short">Working days by which the earliest day misses the wanted one; 0 or below: it can be reached.</param>
/// <param name="Steps">What is short, by number.</param>
/// <param name="Shortened">The earliest day with all <see cref="Steps"/> shortened as said; after the wanted day: shortening alone does not suffice.</param>
/// <param name="BeginBy">The latest day on which the first of those not yet accepted has to begin at the promised days; null when all are accepted.</param>
/// <param name="First">Those that have to begin on that day.</param>
/// <param name="Parallel">The greatest gains first.</param>
/// <param name="Ready">Not accepted, though nothing that they need is open: they can run side by side from today.</param>
public sealed record StartAnswer(
    DateOnly Wanted,
    DateOnly Earliest,
    int Short,
    IReadOnlyList<ShortStep> Steps,
    DateOnly Shortened,
    DateOnly? BeginBy,
    IReadOnlyList<Activity> First,
    IReadOnlyList<ParallelStep> Parallel,
    IReadOnlyList<Activity> Ready);

/// <summary>Answers what it would take to begin building on a day.</summary>
public static class StartBy
{
    /// <summary>A procedure is shortened to this part of its promised days at most, in percent.</summary>
    public const int LeastPercent = 50;

    /// <exception cref="RefusalException">PRC003: beyond what can be reckoned.</exception>
    public static StartAnswer Answer(Network network, DateOnly wanted)
    {
        var slots = network.Slots(wanted);
        var shortOf = network.ShortOf(wanted);
        List<Activity> late = [.. slots.Where(s => s.Slack < 0).Select(s => s.Activity)];
        var days = Shorten(network, late, wanted);
        List<Slot> waiting = [.. slots.Where(s => s.Activity is { IsSettled: false, AcceptedOn: null })];
        var begin = waiting.Count == 0 ? (DateOnly?)null : waiting.Min(s => s.LateStart);
        var settled = network.Activities.Where(a => a.IsSettled).Select(a => a.Order).ToHashSet();
        return new StartAnswer(
            wanted,
            network.Earliest,
            shortOf,
            [.. slots.Where(s => s.Slack < 0).Select(s => new ShortStep(s.Activity, -s.Slack!.Value, days[s.Activity.Order]))],
            network.With(days).Earliest,
            begin,
            [.. waiting.Where(s => s.LateStart == begin).Select(s => s.Activity)],
            shortOf > 0 ? Parallel(network, slots) : [],
            [.. waiting.Select(s => s.Activity).Where(a => a.After.All(settled.Contains))]);
    }

    /// <summary>All by the same part, as little as suffices; then days are given back one by one where rounding took too many.</summary>
    private static Dictionary<int, int> Shorten(Network network, IReadOnlyList<Activity> late, DateOnly wanted)
    {
        var percent = 100;
        Dictionary<int, int> days;
        do days = late.ToDictionary(a => a.Order, a => Days(network, a, percent));
        while (network.With(days).ShortOf(wanted) > 0 && --percent >= LeastPercent);
        if (percent < LeastPercent) return days;
        for (var given = true; given;)
        {
            given = false;
            foreach (var activity in late.Where(a => days[a.Order] < a.Days))
            {
                days[activity.Order]++;
                if (network.With(days).ShortOf(wanted) > 0) days[activity.Order]--;
                else given = true;
            }
        }

        return days;
    }

    /// <summary>Never less than a day, nor than what has passed since it was accepted.</summary>
    private static int Days(Network network, Activity activity, int percent) =>
        Math.Min(activity.Days, Math.Max(Math.Max(1, network.Spent(activity)), ((activity.Days * percent) + 99) / 100));

    private static List<ParallelStep> Parallel(Network network, IReadOnlyList<Slot> slots)
    {
        var critical = slots.Where(s => s.IsCritical).ToDictionary(s => s.Activity.Order, s => s.Activity);
        var pairs =
            from after in critical.Values
            where after.AcceptedOn is null
            from before in after.After
            where critical.ContainsKey(before)
            let gain = network.Without(before, after.Order).ShortOf(network.Earliest)
            where gain < 0
            orderby gain, before
            select new ParallelStep(critical[before], after, -gain);
        return [.. pairs];
    }
}
