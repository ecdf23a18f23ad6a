using Maoding.Domain.Calendar;

namespace Maoding.Domain.Procedures;

/// <summary>
/// The procedures of a project as a network, scheduled in working days by the critical path method. An activity of n
/// working days that begins on working day d finishes on the n-th working day counted from d, d itself being the first;
/// what needs it begins on the next working day; building begins on the first working day after all are finished. Facts
/// go before the plan: an accepted activity began when it was accepted, a finished one ended when it was finished, an
/// accepted one that is not finished goes on and is finished today at the earliest, and what is not accepted begins today
/// at the earliest.
/// </summary>
public sealed class Network
{
    private readonly List<Activity> _activities;
    private readonly DateOnly _from;
    private readonly DateOnly _today;
    private readonly WorkCalendar _calendar;
    private readonly WorkAxis _axis;
    private readonly List<int> _sorted;
    private readonly int[][] _needs;
    private readonly int[] _start;
    private readonly int[] _end;
    private readonly int[] _late;
    private readonly int _whole;

    private Network(IEnumerable<Activity> activities, DateOnly from, DateOnly today, WorkCalendar calendar)
    {
        _activities = [.. activities.OrderBy(a => a.Order)];
        (_from, _today, _calendar, _axis) = (from, today, calendar, calendar.Axis);
        var places = Places(_activities);
        _needs = [.. _activities.Select(a => a.After.Select(order => Place(places, a, order)).ToArray())];
        _sorted = Sort();
        (_start, _end, _late) = (new int[_activities.Count], new int[_activities.Count], new int[_activities.Count]);
        Forward();
        _whole = _end.Append(_axis.At(today)).Max();
        Backward();
    }

    /// <summary>The first working day on which building may begin.</summary>
    public DateOnly Earliest => _axis.Day(_whole);

    /// <summary>Working days from the first beginning to the last end.</summary>
    public int Length => _activities.Count == 0 ? 0 : _end.Max() - _start.Min();

    public IReadOnlyList<Activity> Activities => _activities;

    /// <summary>One chain that decides the length, from its beginning; empty when nothing is left to do.</summary>
    public IReadOnlyList<Activity> CriticalPath
    {
        get
        {
            var path = new List<Activity>();
            var at = _sorted.Where(IsCritical).Select(i => (int?)i).MaxBy(i => _end[i!.Value]);
            while (at is { } i)
            {
                if (!_activities[i].IsWaived) path.Insert(0, _activities[i]);
                at = Waits(_activities[i]) ? _needs[i].Where(n => _end[n] == _start[i] && Carries(n)).Select(n => (int?)n).FirstOrDefault() : null;
            }

            return path;
        }
    }

    /// <param name="from">The day from which procedures are done.</param>
    /// <param name="today">The business date.</param>
    /// <exception cref="RefusalException">
    /// PRC001: they need each other in a circle; PRC002: one is needed that is not there, or a number is there twice; PRC003: beyond what can be reckoned.
    /// </exception>
    public static Network Of(IEnumerable<Activity> activities, DateOnly from, DateOnly today, WorkCalendar calendar) =>
        new(activities, from, today, calendar);

    /// <summary>All of them by number, with the latest days for a beginning of building on a day.</summary>
    /// <param name="wanted">Null: <see cref="Earliest"/>, so that what is critical has no slack.</param>
    public IReadOnlyList<Slot> Slots(DateOnly? wanted = null)
    {
        var shift = Shift(wanted);
        return [.. _activities.Select((activity, i) =>
        {
            var (from, to) = (activity.AcceptedOn ?? _axis.Day(_start[i]), activity.FinishedOn ?? _axis.Day(Math.Max(_start[i], _end[i] - 1)));
            if (activity.IsSettled) return new Slot(activity, from, to, null, null, null, false);
            var late = _late[i] + shift;
            return new Slot(activity, from, to, _axis.Day(late - (_end[i] - _start[i])), _axis.Day(late - 1), late - _end[i], IsCritical(i));
        })];
    }

    /// <summary>Working days by which the earliest beginning misses the wanted one; below zero: days in hand.</summary>
    public int ShortOf(DateOnly wanted) => -Shift(wanted);

    /// <summary>The same procedures with other days for some.</summary>
    public Network With(IReadOnlyDictionary<int, int> days) =>
        new(_activities.Select(a => a with { Days = days.GetValueOrDefault(a.Order, a.Days) }), _from, _today, _calendar);

    /// <summary>The same procedures, where one no longer waits for another.</summary>
    public Network Without(int before, int after) =>
        new(_activities.Select(a => a.Order == after ? a with { After = [.. a.After.Where(order => order != before)] } : a), _from, _today, _calendar);

    /// <summary>Working days that an accepted activity has had up to today, today included; 0 for one that was not accepted.</summary>
    internal int Spent(Activity activity) => activity.AcceptedOn is { } accepted ? Math.Max(0, _axis.At(_today) + 1 - _axis.At(accepted)) : 0;

    private int Shift(DateOnly? wanted) => wanted is { } day ? _axis.At(day) - _whole : 0;

    /// <summary>It began when its last need was met, and not when somebody accepted it.</summary>
    private static bool Waits(Activity activity) => activity.IsWaived || (activity.AcceptedOn is null && activity.FinishedOn is null);

    /// <summary>Critical, or waived on the way of a critical chain.</summary>
    private bool Carries(int i) => IsCritical(i) || (_activities[i].IsWaived && _late[i] == _end[i]);

    private bool IsCritical(int i) => !_activities[i].IsSettled && _late[i] == _end[i];

    private void Forward()
    {
        var (begin, now) = (_axis.At(_from), _axis.At(_today));
        foreach (var i in _sorted)
        {
            var ready = _needs[i].Select(n => _end[n]).Append(begin).Max();
            (_start[i], _end[i]) = Place(_activities[i], ready, now);
        }
    }

    private (int Start, int End) Place(Activity activity, int ready, int now)
    {
        if (activity.FinishedOn is { } finished)
        {
            var end = _axis.After(finished);
            return (Math.Min(end, activity.AcceptedOn is { } accepted ? _axis.At(accepted) : Math.Max(0, end - activity.Days)), end);
        }

        if (activity.IsWaived) return (ready, ready);
        if (activity.AcceptedOn is { } since) return (_axis.At(since), Math.Max(_axis.At(since) + activity.Days, now + 1));
        var start = Math.Max(ready, now);
        return (start, start + activity.Days);
    }

    private void Backward()
    {
        Array.Fill(_late, _whole);
        foreach (var i in Enumerable.Reverse(_sorted))
        {
            if (!Waits(_activities[i])) continue;
            var begin = _late[i] - (_end[i] - _start[i]);
            foreach (var n in _needs[i]) _late[n] = Math.Min(_late[n], begin);
        }
    }

    private static Dictionary<int, int> Places(List<Activity> activities)
    {
        var places = new Dictionary<int, int>();
        for (var i = 0; i < activities.Count; i++)
            if (!places.TryAdd(activities[i].Order, i)) throw new RefusalException("PRC002", $"有两项手续都是第 {activities[i].Order} 项。请改其中一项的序号。");
        return places;
    }

    private static int Place(Dictionary<int, int> places, Activity activity, int order) => places.TryGetValue(order, out var place)
        ? place
        : throw new RefusalException("PRC002", $"第 {activity.Order} 项“{activity.Name}”的前置手续写了第 {order} 项，表里没有这一项。请改前置手续。") { Field = "After" };

    /// <summary>Needs before what needs them.</summary>
    private List<int> Sort()
    {
        var open = _needs.Select(n => n.Length).ToArray();
        var neededBy = new List<int>[_activities.Count];
        for (var i = 0; i < neededBy.Length; i++) neededBy[i] = [];
        for (var i = 0; i < _needs.Length; i++)
            foreach (var n in _needs[i]) neededBy[n].Add(i);
        var sorted = new List<int>(_activities.Count);
        sorted.AddRange(Enumerable.Range(0, open.Length).Where(i => open[i] == 0));
        for (var at = 0; at < sorted.Count; at++)
            foreach (var next in neededBy[sorted[at]])
                if (--open[next] == 0) sorted.Add(next);
        return sorted.Count == _activities.Count ? sorted : throw Circle(open);
    }

    /// <param name="open">Needs that were never met; those in or behind a circle have some.</param>
    private RefusalException Circle(int[] open)
    {
        var walked = new List<int> { Array.FindIndex(open, o => o > 0) };
        while (true)
        {
            var next = _needs[walked[^1]].First(n => open[n] > 0);
            var seen = walked.IndexOf(next);
            walked.Add(next);
            if (seen < 0) continue;
            var words = string.Join(" → ", walked.Skip(seen).Reverse().Select(i => $"{_activities[i].Order} {_activities[i].Name}"));
            return new RefusalException("PRC001", $"手续的先后绕成了圈：{words}。请改其中一项的前置手续。") { Field = "After" };
        }
    }
}
