using CsCheck;
using Maoding.Domain.Sampling;
using Xunit;

namespace Maoding.Domain.Tests.Sampling;

public class SampleTests
{
    private static readonly Gen<(ulong Seed, int[] Keys, int Count)> _draws =
        from seed in Gen.ULong
        from keys in Gen.Int[0, 5000].HashSet[0, 60]
        from count in Gen.Int[0, 70]
        select (seed, keys.ToArray(), count);

    /// <summary>First numbers as published for this generator, and draws worked out by a second program from the description in docs/sampling.md.</summary>
    [Fact]
    public void It_draws_what_the_description_says()
    {
        var numbers = new SplitMix(1234567);
        ulong[] published = [6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431, 16408922859458223821];
        Assert.Equal(published, Enumerable.Range(0, 5).Select(_ => numbers.Next()));
        Assert.Equal([70, 2, 85, 29, 41, 21, 35, 83, 37, 33], Sample.Draw(20260105, Enumerable.Range(1, 100), 10).Drawn);
        Assert.Equal([6, 2, 10, 8, 1, 5, 4, 3, 7, 9], Sample.Draw(0, Enumerable.Range(1, 10), 10).Drawn);
        Assert.Equal([3, 5], Sample.Draw(ulong.MaxValue, [7, 3, 11, 5], 2).Drawn);
    }

    [Fact]
    public void As_many_as_asked_are_drawn_each_once_and_from_the_population() => _draws.Sample(d =>
    {
        var sample = Sample.Draw(d.Seed, d.Keys, d.Count);
        Assert.Equal(Math.Min(d.Count, d.Keys.Length), sample.Drawn.Distinct().Count());
        Assert.Equal(sample.Drawn.Count, sample.Drawn.Intersect(d.Keys).Count());
        Assert.Equal(d.Keys.Order(), sample.Population);
    });

    [Fact]
    public void The_order_of_the_population_changes_nothing_and_a_larger_draw_begins_with_the_smaller() => _draws.Sample(d =>
    {
        var sample = Sample.Draw(d.Seed, d.Keys, d.Count);
        Assert.Equal(sample.Drawn, Sample.Draw(d.Seed, d.Keys.Reverse(), d.Count).Drawn);
        Assert.Equal(sample.Drawn, Sample.Draw(d.Seed, d.Keys, d.Keys.Length).Drawn.Take(d.Count));
    });

    [Fact]
    public void A_record_that_was_touched_is_found_out() => _draws.Where(d => d is { Count: > 0, Keys.Length: > 1 }).Sample(d =>
    {
        var sample = Sample.Draw(d.Seed, d.Keys, d.Count);
        Assert.True(sample.IsTrue());
        Assert.False((sample with { Drawn = [.. sample.Drawn.Skip(1), d.Keys.Max() + 1] }).IsTrue());
        Assert.False((sample with { Population = [.. sample.Population, d.Keys.Min()] }).IsTrue(), "a key that stands twice");
    });

    [Fact]
    public void Everybody_has_the_same_chance()
    {
        var times = new int[20];
        for (ulong seed = 0; seed < 20_000; seed++)
            foreach (var key in Sample.Draw(seed, Enumerable.Range(0, 20), 5).Drawn) times[key]++;
        // 5,000 on average with a deviation of 61: five of them either way.
        Assert.All(times, t => Assert.InRange(t, 4690, 5310));
    }

    [Fact]
    public void A_key_that_stands_twice_would_have_two_chances() => Assert.Throws<ArgumentException>(() => Sample.Draw(1, [4, 9, 4], 1));
}
