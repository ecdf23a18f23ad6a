namespace Maoding.Domain.Sampling;

/// <summary>抽样: what was drawn, with all that is needed to draw it again: anybody can check that nobody chose.</summary>
/// <param name="Seed">Settled before the population was known to whoever draws, and recorded.</param>
/// <param name="Population">Keys in rising order, each once.</param>
/// <param name="Drawn">In the order in which they came.</param>
public sealed record Sample(ulong Seed, IReadOnlyList<int> Population, IReadOnlyList<int> Drawn)
{
    /// <summary>Draws without putting back, each set of that size as likely as the other.</summary>
    /// <param name="population">In any order: the order in which keys are handed in changes nothing.</param>
    /// <param name="count">All of them when there are no more.</param>
    /// <exception cref="ArgumentException">A key stands twice: it would have two chances.</exception>
    public static Sample Draw(ulong seed, IEnumerable<int> population, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        int[] keys = [.. population.Order()];
        for (var i = 1; i < keys.Length; i++)
            if (keys[i] == keys[i - 1]) throw new ArgumentException($"Key {keys[i]} stands twice.", nameof(population));
        var (left, numbers) = (keys.ToArray(), new SplitMix(seed));
        var drawn = Math.Min(count, keys.Length);
        // Fisher–Yates, as far as is needed: one of those not drawn yet changes places with the first of them.
        for (var i = 0; i < drawn; i++)
        {
            var chosen = i + numbers.Below(left.Length - i);
            (left[i], left[chosen]) = (left[chosen], left[i]);
        }

        return new Sample(seed, keys, left[..drawn]);
    }

    /// <summary>Drawn again it comes out the same.</summary>
    public bool IsTrue()
    {
        for (var i = 1; i < Population.Count; i++)
            if (Population[i] <= Population[i - 1]) return false;
        return Draw(Seed, Population, Drawn.Count).Drawn.SequenceEqual(Drawn);
    }
}
