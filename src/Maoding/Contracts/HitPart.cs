using System.Text.RegularExpressions;
using Maoding.Districts;
using Maoding.Domain.Access;
using Maoding.Domain.Search;

namespace Maoding.Contracts;

/// <summary>What a feature lets be found from anywhere; registered as a service of this type. Parts are asked one after another, by their place.</summary>
public abstract class HitPart
{
    /// <summary>Where its hits stand on the page, ascending; no two share one.</summary>
    public abstract int Place { get; }

    /// <summary>What is found, such as 项目.</summary>
    public abstract string Kind { get; }

    /// <summary>Whether the actor finds anything of this kind at all.</summary>
    public abstract Permission Needs { get; }

    /// <summary>What holds all the words and may be known to the actor; the number of statements must not depend on the data.</summary>
    public abstract Task<Hits> FindAsync(HitScene scene, CancellationToken stop);
}

/// <summary>Who looks for what.</summary>
/// <param name="Words">As they were typed, trimmed.</param>
/// <param name="Query">The same as the index takes them.</param>
public sealed partial record HitScene(Actor Actor, DirectorySnapshot Directory, DateOnly Today, string Words, SearchQuery Query)
{
    /// <summary>Hits of one kind that a page shows.</summary>
    public const int Most = 8;

    /// <summary>The words apart, for what is looked through in memory.</summary>
    public IReadOnlyList<string> Parts { get; } = [.. Marks().Split(Words).Where(p => p.Length > 0)];

    /// <summary>The year and the unit of a thing of a plan: 2026年　区住建局.</summary>
    public string Where(int planId, int? unitId) => $"{Directory.Ledger.YearOf(planId)}年　{Directory.UnitName(unitId)}";

    /// <summary>Whether one of the texts holds each word.</summary>
    public bool IsIn(params string[] texts) => Parts.All(part => texts.Any(t => t.Contains(part, StringComparison.OrdinalIgnoreCase)));

    // Where the index parts them too.
    [GeneratedRegex(@"[^\p{L}\p{N}]+")]
    private static partial Regex Marks();
}

/// <summary>What was found of one kind.</summary>
/// <param name="Shown">At most <see cref="HitScene.Most"/>.</param>
/// <param name="Count">All of them.</param>
/// <param name="AllHref">A list of all; null where there is none.</param>
public sealed record Hits(IReadOnlyList<Hit> Shown, int Count, string? AllHref = null)
{
    public static Hits None { get; } = new([], 0);
}

/// <summary>One thing found.</summary>
/// <param name="Number">What papers call it by; empty without.</param>
/// <param name="Detail">What tells it from others of its name.</param>
public sealed record Hit(string Number, string Title, string Detail, string Href);
