using CsCheck;
using Maoding.Domain.Calendar;
using Maoding.Domain.Procedures;
using Xunit;

namespace Maoding.Domain.Tests.Procedures;

public sealed class NetworkTests
{
    private static readonly WorkCalendar _calendar = WorkCalendar.Published;

    /// <summary>A Monday; March 2026 has no holidays.</summary>
    private static readonly DateOnly _monday = new(2026, 3, 2);

    private static readonly Gen<Activity[]> _networks =
        from count in Gen.Int[1, 20]
        from days in Gen.Int[1, 40].Array[count]
        from needs in Gen.UInt.Array[count]
        select Enumerable.Range(0, count).Select(
            i => new Activity(i + 1, $"手续{i + 1}", days[i], [.. Enumerable.Range(0, i).Where(n => (needs[i] >> n & 3) == 3).Select(n => n + 1)])).ToArray();

    /// <summary>The same with what happened by a day: some finished, some accepted, some waived.</summary>
    private static readonly Gen<Activity[]> _begun =
        from activities in _networks
        from fates in Gen.Int[0, 7].Array[activities.Length]
        from ago in Gen.Int[0, 90].Array[activities.Length]
        from took in Gen.Int[0, 30].Array[activities.Length]
        select activities.Select((a, i) => fates[i] switch
        {
            0 => a with { IsWaived = true },
            1 => a with { AcceptedOn = _monday.AddDays(-ago[i]) },
            2 => a with { AcceptedOn = _monday.AddDays(-ago[i]), FinishedOn = _monday.AddDays(Math.Min(0, took[i] - ago[i])) },
            3 => a with { FinishedOn = _monday.AddDays(-ago[i]) },
            _ => a,
        }).ToArray();

    /// <summary>
    /// By hand, days numbered from 0, an end being the number of the next day: A 0–3, B 3–7, C 3–5, D 7–12, E 5–6, F 5–7,
    /// G after D and E 12–16, H after F and G 16–19: 19 days. Backwards from 19: H 16, G 12, F 14 to 16, E 11 to 12, D 7,
    /// C the earlier of E's 11 and F's 14 to 11 (from 9), B 3, A 0. In hand: C 6, E 6, F 9.
    /// </summary>
    [Fact]
    public void The_first_textbook_network_is_scheduled_as_by_hand() => Check(
        [New(1, 3), New(2, 4, 1), New(3, 2, 1), New(4, 5, 2), New(5, 1, 3), New(6, 2, 3), New(7, 4, 4, 5), New(8, 3, 6, 7)],
        19,
        [(0, 3, 0), (3, 7, 0), (3, 5, 6), (7, 12, 0), (5, 6, 6), (5, 7, 9), (12, 16, 0), (16, 19, 0)],
        [1, 2, 4, 7, 8]);

    /// <summary>
    /// By hand: A 0–2, B 0–3, C after A 2–4, D after A and B 3–7, E after C 4–8, F after C 4–7, G after D and E 8–13, H after
    /// F and G 13–15: 15 days. Backwards: H 13, G 8, F to 13 (in hand 6), E 4, D to 8 (1), C 2, B to 4 (1), A 0.
    /// </summary>
    [Fact]
    public void The_second_textbook_network_is_scheduled_as_by_hand() => Check(
        [New(1, 2), New(2, 3), New(3, 2, 1), New(4, 4, 1, 2), New(5, 4, 3), New(6, 3, 3), New(7, 5, 4, 5), New(8, 2, 6, 7)],
        15,
        [(0, 2, 0), (0, 3, 1), (2, 4, 0), (3, 7, 1), (4, 8, 0), (4, 7, 6), (8, 13, 0), (13, 15, 0)],
        [1, 3, 5, 7, 8]);

    [Fact]
    public void Days_are_working_days_shifted_ones_included()
    {
        // Spring festival 2026: free from 15 to 23 February; worked on Saturdays 14 and 28 February.
        var network = Network.Of([New(1, 3), New(2, 5, 1)], new DateOnly(2026, 2, 12), new DateOnly(2026, 2, 1), _calendar);
        var slots = network.Slots();
        Assert.Equal((new DateOnly(2026, 2, 12), new DateOnly(2026, 2, 14)), (slots[0].EarlyStart, slots[0].EarlyFinish));
        Assert.Equal((new DateOnly(2026, 2, 24), new DateOnly(2026, 2, 28)), (slots[1].EarlyStart, slots[1].EarlyFinish));
        Assert.Equal(new DateOnly(2026, 3, 2), network.Earliest);
    }

    [Fact]
    public void Working_days_agree_with_a_day_by_day_count_over_five_years() =>
        Gen.Select(Gen.Int[0, 1826], Gen.Int[1, 250]).Sample((offset, days) =>
        {
            var from = new DateOnly(2024, 1, 1).AddDays(offset);
            var slot = Network.Of([New(1, days)], from, from, _calendar).Slots()[0];
            var (day, counted, first) = (from, 0, (DateOnly?)null);
            while (true)
            {
                if (_calendar.IsWorkday(day))
                {
                    first ??= day;
                    if (++counted == days) break;
                }

                day = day.AddDays(1);
            }

            Assert.Equal((first!.Value, day), (slot.EarlyStart, slot.EarlyFinish));
            Assert.Equal(_calendar.WorkdaysBetween(from, day), _calendar.Axis.After(day) - _calendar.Axis.After(from));
        });

    [Fact]
    public void Nothing_begins_before_what_it_needs_nor_before_today() => _begun.Sample(activities =>
    {
        var slots = Network.Of(activities, _monday.AddDays(-30), _monday, _calendar).Slots().ToDictionary(s => s.Activity.Order);
        foreach (var slot in slots.Values.Where(s => s.Activity is { AcceptedOn: null, IsSettled: false }))
        {
            Assert.True(slot.EarlyStart >= _monday);
            foreach (var before in slot.Activity.After.Select(o => slots[o]).Where(b => !b.Activity.IsWaived))
                Assert.True(before.EarlyFinish < slot.EarlyStart);
        }
    });

    [Fact]
    public void What_is_accepted_and_not_finished_goes_on_from_its_day_and_ends_today_at_the_earliest() => _begun.Sample(activities =>
    {
        foreach (var slot in Network.Of(activities, _monday, _monday, _calendar).Slots().Where(s => s.Activity is { AcceptedOn: not null, IsSettled: false }))
        {
            Assert.Equal(slot.Activity.AcceptedOn, slot.EarlyStart);
            Assert.True(slot.EarlyFinish >= _monday);
            Assert.True(slot.EarlyFinish == _monday || _calendar.WorkdaysBetween(slot.EarlyStart.AddDays(-1), slot.EarlyFinish) == slot.Activity.Days);
        }
    });

    [Fact]
    public void Slack_is_never_negative_when_the_wanted_day_can_be_reached() => Gen.Select(_begun, Gen.Int[0, 200]).Sample((activities, later) =>
    {
        var network = Network.Of(activities, _monday, _monday, _calendar);
        var wanted = network.Earliest.AddDays(later);
        Assert.True(network.ShortOf(wanted) <= 0);
        Assert.All(network.Slots(wanted), s => Assert.True(s.Slack is null or >= 0));
        Assert.All(network.Slots(wanted), s => Assert.True(s.LateFinish is null || (s.LateFinish >= s.EarlyFinish && s.LateFinish < wanted)));
    });

    [Fact]
    public void The_critical_path_is_as_long_as_the_project() => _networks.Sample(activities =>
    {
        var network = Network.Of(activities, _monday, _monday, _calendar);
        var path = network.CriticalPath;
        Assert.Equal(network.Length, path.Sum(a => a.Days));
        Assert.All(path.Zip(path.Skip(1)), pair => Assert.Contains(pair.First.Order, pair.Second.After));
        Assert.All(path, a => Assert.True(network.Slots().Single(s => s.Activity.Order == a.Order) is { IsCritical: true, Slack: 0 }));
    });

    [Fact]
    public void A_day_more_on_a_critical_procedure_is_a_day_more_on_the_whole_and_on_another_is_none() => _networks.Sample(activities =>
    {
        var network = Network.Of(activities, _monday, _monday, _calendar);
        foreach (var slot in network.Slots())
            Assert.Equal(
                slot.IsCritical ? 1 : 0, network.With(new Dictionary<int, int> { [slot.Activity.Order] = slot.Activity.Days + 1 }).ShortOf(network.Earliest));
    });

    [Fact]
    public void What_needs_a_waived_procedure_needs_what_that_needed()
    {
        var network = Network.Of([New(1, 3), New(2, 5, 1) with { IsWaived = true }, New(3, 2, 2)], _monday, _monday, _calendar);
        Assert.Equal(_monday.AddDays(3), network.Slots()[2].EarlyStart);
        Assert.Equal([1, 3], network.CriticalPath.Select(a => a.Order));
    }

    [Fact]
    public void When_all_is_finished_building_may_begin_today()
    {
        var network = Network.Of([New(1, 3) with { FinishedOn = _monday.AddDays(-20) }], _monday.AddDays(-40), _monday, _calendar);
        Assert.Equal(_monday, network.Earliest);
        Assert.Empty(network.CriticalPath);
        Assert.Null(network.Slots()[0].Slack);
    }

    [Fact]
    public void A_circle_is_named_and_refused()
    {
        var refusal = Assert.Throws<RefusalException>(() => Network.Of([New(1, 1), New(2, 1, 1, 4), New(3, 1, 2), New(4, 1, 3)], _monday, _monday, _calendar));
        Assert.Equal("PRC001", refusal.Code);
        Assert.Contains("2 手续2 → 3 手续3 → 4 手续4 → 2 手续2", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, 9, "第 9 项")]
    [InlineData(2, 1, "都是第 1 项")]
    public void A_need_that_is_not_there_and_a_number_twice_are_refused(int which, int given, string words)
    {
        Activity[] activities = which == 1 ? [New(1, 1), New(2, 1, given)] : [New(given, 1), New(given, 1)];
        var refusal = Assert.Throws<RefusalException>(() => Network.Of(activities, _monday, _monday, _calendar));
        Assert.Equal("PRC002", refusal.Code);
        Assert.Contains(words, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void More_than_can_be_reckoned_is_refused_and_does_not_break() =>
        Assert.Equal("PRC003", Assert.Throws<RefusalException>(() => Network.Of([New(1, 30_000)], _monday, _monday, _calendar).Earliest).Code);

    [Fact]
    public void Sixty_procedures_take_no_time_worth_speaking_of()
    {
        Activity[] activities = [.. Enumerable.Range(1, 60).Select(i => New(i, 10, [.. Enumerable.Range(1, i - 1).Where(n => n % 3 == i % 3)]))];
        _ = Network.Of(activities, _monday, _monday, _calendar).Slots();
        var clock = System.Diagnostics.Stopwatch.StartNew();
        for (var i = 0; i < 100; i++) _ = Network.Of(activities, _monday, _monday, _calendar).Slots();
        Assert.True(clock.ElapsedMilliseconds < 2000, $"{clock.ElapsedMilliseconds} ms for a hundred schedules");
    }

    private static Activity New(int order, int days, params int[] after) => new(order, $"手续{order}", days, after);

    private static void Check(Activity[] activities, int length, (int Start, int End, int Slack)[] expected, int[] critical)
    {
        var network = Network.Of(activities, _monday, _monday, _calendar);
        var zero = _calendar.Axis.At(_monday);
        Assert.Equal(length, network.Length);
        Assert.Equal(_calendar.Axis.Day(zero + length), network.Earliest);
        var slots = network.Slots();
        Assert.Equal(expected, slots.Select(s => (_calendar.Axis.At(s.EarlyStart) - zero, _calendar.Axis.After(s.EarlyFinish) - zero, s.Slack!.Value)));
        Assert.All(slots, s => Assert.Equal(s.Slack == 0, s.IsCritical));
        Assert.All(slots, s => Assert.Equal(s.Slack, _calendar.Axis.At(s.LateStart!.Value) - _calendar.Axis.At(s.EarlyStart)));
        Assert.Equal(critical, network.CriticalPath.Select(a => a.Order));
    }
}
