using System.Text.RegularExpressions;
using Maoding.Contracts;
using Maoding.Districts;
using Maoding.Domain.Access;
using Maoding.Domain.Search;

namespace Maoding.Features.Home.Finding;

/// <summary>Looks through everything that features let be found, within the actor's rights.</summary>
public sealed partial class FindService(IEnumerable<HitPart> parts)
{
    /// <summary>Kinds that hold something, by their place; none for nothing to look for.</summary>
    public async Task<IReadOnlyList<FoundKind>> FindAsync(CurrentRequest current, string words, CancellationToken stop)
    {
        Permissions.Demand(current.Actor, Permission.SeeToday);
        // 第51号 and 51号 ask for the number 51.
        if (Numbered().Match(words) is { Success: true } numbered) words = numbered.Groups[1].Value;
        var query = Bigrams.Query(words);
        if (query.IsEmpty) return [];
        var scene = new HitScene(current.Actor, current.Directory, current.Today, words, query);
        var found = new List<FoundKind>();
        foreach (var part in parts.Where(p => Permissions.ScopeOf(current.Actor, p.Needs) != Scope.None).OrderBy(p => p.Place))
            if (await part.FindAsync(scene, stop) is { Count: > 0 } hits) found.Add(new FoundKind(part.Kind, hits));
        return found;
    }

    [GeneratedRegex(@"^第?\s*([0-9]+)\s*[号项]$")]
    private static partial Regex Numbered();
}

/// <param name="Kind">Such as 项目.</param>
public sealed record FoundKind(string Kind, Hits Hits);
