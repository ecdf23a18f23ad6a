using CsCheck;
using Maoding.Domain.Calendar;
using Maoding.Domain.Procedures;
using Xunit;

namespace Maoding.Domain.Tests.Procedures;

public sealed class StartByTests
{
    private static readonly WorkCalendar _calendar = WorkCalendar.Published;

    private static readonly DateOnly _monday = new(2026, 3, 2);

    /// <summary>立项 10 → 用地 10 → 许可 10 in a row, 环评 8 beside 用地: 30 working days from 2 March, the last on 13 April (6 April is free), so 14 April.</summary>
    private static Network Plain() => Network.Of(
        [new(1, "立项", 10, []), new(2, "用地", 10, [1]), new(3, "环评", 8, [1]), new(4, "许可", 10, [2, 3])], _monday, _monday, _calendar);

    [Fact]
    public void A_day_that_can_be_reached_asks_nothing_but_a_day_to_begin_by()
    {
        // Two working days later than the earliest.
        var answer = StartBy.Answer(Plain(), new DateOnly(2026, 4, 16));
        Assert.Equal((-2, new DateOnly(2026, 4, 14)), (answer.Lack, answer.Earliest));
        Assert.Empty(answer.Steps);
        Assert.Empty(answer.Parallel);
        Assert.Equal(new DateOnly(2026, 3, 4), answer.BeginBy);
        Assert.Equal(["立项"], answer.First.Select(a => a.Name));
    }

    [Fact]
    public void What_is_short_is_shortened_by_the_same_part_and_what_fits_is_left_alone()
    {
        // Six working days before the earliest: 10+10+10 must become 24; 环评 has two days in hand, so it is short of four.
        var answer = StartBy.Answer(Plain(), new DateOnly(2026, 4, 3));
        Assert.Equal(6, answer.Lack);
        Assert.Equal([(1, 6, 8), (2, 6, 8), (3, 4, 8), (4, 6, 8)], answer.Steps.Select(s => (s.Activity.Order, s.Lack, s.To)));
        Assert.Equal(answer.Wanted, answer.Shortened);
        // 2 March less six working days: 28, 27, 26, 25, 24 and, after the festival, the worked Saturday 14 February.
        Assert.Equal(new DateOnly(2026, 2, 14), answer.BeginBy);
    }

    [Fact]
    public void What_would_gain_time_side_by_side_is_named_with_the_gain()
    {
        var answer = StartBy.Answer(Plain(), new DateOnly(2026, 4, 3));
        // 用地 no longer after 立项: 立项 10, 环评 8, then 许可: 28. 许可 no longer after 用地: after 环评, 28.
        Assert.Equal([("立项", "用地", 2), ("用地", "许可", 2)], answer.Parallel.Select(p => (p.Before.Name, p.After.Name, p.Gain)));
        Assert.Equal(["立项"], answer.Ready.Select(a => a.Name));
    }

    [Fact]
    public void Shortening_stops_at_the_floor_and_says_how_far_it_gets()
    {
        var answer = StartBy.Answer(Plain(), _monday.AddDays(3));
        Assert.Equal([5, 5, 4, 5], answer.Steps.Select(s => s.To));
        Assert.Equal(new DateOnly(2026, 3, 23), answer.Shortened);
    }

    [Fact]
    public void Shortened_days_are_never_below_the_floor_nor_above_the_promise_and_no_day_is_taken_in_vain() =>
        Gen.Select(Gen.Int[1, 40].Array[2, 12], Gen.UInt.Array[12], Gen.Int[0, 120]).Sample((days, needs, before) =>
        {
            var network = Network.Of(days.Select((d, i) =>
                new Activity(i + 1, $"手续{i + 1}", d, [.. Enumerable.Range(0, i).Where(n => (needs[i] >> n & 1) == 1).Select(n => n + 1)])),
                _monday, _monday, _calendar);
            var wanted = network.Earliest.AddDays(-before);
            if (wanted < _monday) return;
            var answer = StartBy.Answer(network, wanted);
            Assert.All(answer.Steps, s => Assert.InRange(s.To, ((s.Activity.Days * StartBy.LeastPercent) + 99) / 100, s.Activity.Days));
            if (answer.Shortened > wanted) return;
            var shortened = network.With(answer.Steps.ToDictionary(s => s.Activity.Order, s => s.To));
            Assert.All(answer.Steps.Where(s => s.To < s.Activity.Days),
                s => Assert.True(shortened.With(new Dictionary<int, int> { [s.Activity.Order] = s.To + 1 }).ShortOf(wanted) > 0));
        });
}
