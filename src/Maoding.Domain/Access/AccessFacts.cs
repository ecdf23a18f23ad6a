namespace Maoding.Domain.Access;

/// <summary>What permission checks need to know of a thing, whatever it is; an <see cref="AccessMap{T}"/> fills it from its entity.</summary>
/// <param name="IsShown">It has left its makers: those whose own it is may see it.</param>
/// <param name="IsInForce">Whoever may see things in force may see it, stopped ones included.</param>
/// <param name="Units">Units that lead it or take part.</param>
/// <param name="LeaderPosts">Posts of its leaders.</param>
/// <param name="Readers">Who alone may know of it; null: nobody is left out.</param>
public sealed record AccessFacts(bool IsShown, bool IsInForce, IReadOnlyList<int> Units, IReadOnlyList<int> LeaderPosts, ReaderList? Readers = null)
{
    /// <summary>For what belongs to a unit alone; null: to nobody.</summary>
    public static AccessFacts OfUnit(int? unitId) => Of([unitId], []);

    /// <summary>For what is in force and belongs to these; null among them is nobody.</summary>
    public static AccessFacts Of(IEnumerable<int?> units, IEnumerable<int?> leaderPosts) => Of(true, true, units, leaderPosts);

    internal static AccessFacts Of(bool isShown, bool isInForce, IEnumerable<int?> units, IEnumerable<int?> leaderPosts) =>
        new(isShown, isInForce, [.. units.OfType<int>().Distinct()], [.. leaderPosts.OfType<int>().Distinct()]);

    /// <summary>The actor speaks for one of its units, or is one of its leaders.</summary>
    public bool IsOwnOf(Actor actor) => actor.Units.Any(Units.Contains) || actor.LeaderPosts.Any(LeaderPosts.Contains);
}
