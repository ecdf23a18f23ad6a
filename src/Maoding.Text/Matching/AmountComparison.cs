namespace Maoding.Text.Matching;

/// <summary>What the figures of two rows say about each other.</summary>
/// <param name="Equal">Figures of the first row that the second has too, of something alike.</param>
/// <param name="Different">Figures of one thing that differ: the first row's, the second row's.</param>
internal sealed record AmountComparison(IReadOnlyList<Amount> Equal, IReadOnlyList<(Amount One, Amount Other)> Different)
{
    private const double EqualBonus = 0.15;
    private const double DifferentMalus = 0.1;

    public static AmountComparison None { get; } = new([], []);

    /// <summary>What the figures add to the likeness of the words. A smaller amount of the same thing may be a part of it.</summary>
    public double Bonus => Equal.Count > 0 ? EqualBonus : Different.Any(d => d.One.Value > d.Other.Value) ? -DifferentMalus : 0;

    /// <summary>Figures are of one thing when they have one unit and a telling word near them is the same.</summary>
    public static AmountComparison Of(Profile one, Profile other)
    {
        var equal = new List<Amount>();
        var different = new List<(Amount, Amount)>();
        foreach (var amount in one.Amounts)
        {
            var near = one.PairsNear(amount).ToHashSet();
            var kin = other.Amounts.Where(o => o.Unit == amount.Unit && other.PairsNear(o).Any(near.Contains)).ToList();
            if (kin.Any(o => o.Value == amount.Value)) equal.Add(amount);
            else if (kin.Count > 0) different.Add((amount, kin[0]));
        }

        return equal.Count + different.Count == 0 ? None : new AmountComparison(equal, different);
    }
}
