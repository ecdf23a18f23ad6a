namespace Maoding.Text.Matching;

/// <summary>Finds rows of one plan that promise the same thing twice, before the plan is issued.</summary>
public static class DuplicateFinder
{
    /// <summary>Rows without an equal figure must be this alike.</summary>
    private const double SameFrom = 0.6;

    /// <summary>Pairs, most alike first; a row may stand in several. Order of the rows does not matter.</summary>
    public static IReadOnlyList<DuplicatePair> Find(IReadOnlyList<MatchEntry> rows)
    {
        List<Profile> profiles = [.. rows.Select(r => new Profile(r)).OrderBy(p => p.Entry.Id)];
        var index = new ProfileIndex(profiles, []);
        var pairs = new Dictionary<(int, int), DuplicatePair>();
        foreach (var profile in profiles)
        {
            foreach (var likeness in index.Nearest(profile).Where(PromisesTheSame))
            {
                var (first, second) = (Math.Min(profile.Entry.Id, likeness.Other.Entry.Id), Math.Max(profile.Entry.Id, likeness.Other.Entry.Id));
                pairs.TryAdd((first, second), new DuplicatePair(first, second, likeness.Score, FindingMatcher.Reasons(index, profile, likeness)));
            }
        }

        return [.. pairs.Values.OrderByDescending(p => p.Score).ThenBy(p => p.FirstId).ThenBy(p => p.SecondId)];
    }

    /// <summary>The same amount of the same thing, or nearly the same words without an amount that differs.</summary>
    private static bool PromisesTheSame(Likeness likeness) =>
        likeness.Amounts.Equal.Count > 0
            ? FindingMatcher.IsAlike(likeness)
            : likeness.Amounts.Different.Count == 0 && likeness.Score >= SameFrom && Math.Min(likeness.Covered, likeness.Covering) >= SameFrom;
}
