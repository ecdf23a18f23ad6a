namespace Maoding.Text.Matching;

/// <summary>
/// Proposes for the findings of a further document the rows of the plan they belong to. It compares telling words (pairs
/// of characters, rare ones weighing more) and figures; the thresholds are set on the first half of the examples in
/// tests/Maoding.Text.Tests/Matching/findings.md and measured on the second.
/// </summary>
public static class FindingMatcher
{
    /// <summary>From this likeness on a row is proposed.</summary>
    private const double AlikeFrom = 0.3;

    /// <summary>A row of which less than this is covered promises other things too.</summary>
    private const double WholeFrom = 0.6;

    /// <summary>One proposal for each finding, in their order; what is proposed does not depend on any order.</summary>
    public static IReadOnlyList<MatchProposal> Propose(IReadOnlyList<MatchEntry> existing, IReadOnlyList<MatchEntry> added)
    {
        List<Profile> rows = [.. existing.Select(e => new Profile(e))], findings = [.. added.Select(a => new Profile(a))];
        var index = new ProfileIndex(rows, findings);
        return [.. findings.Select(f => Propose(index, f))];
    }

    private static MatchProposal Propose(ProfileIndex index, Profile finding)
    {
        var best = index.Nearest(finding).FirstOrDefault();
        if (best is null || best.Score < AlikeFrom) return new MatchProposal(finding.Entry.Id, MatchKind.New, null, best?.Score ?? 0, []);
        return new MatchProposal(finding.Entry.Id, KindOf(best), best.Other.Entry.Id, best.Score, Reasons(index, finding, best));
    }

    internal static bool IsAlike(Likeness likeness) => likeness.Score >= AlikeFrom;

    /// <summary>Narrower when the row holds much that the finding leaves out: words, half its amounts, or more of the same thing.</summary>
    internal static MatchKind KindOf(Likeness likeness)
    {
        var amounts = likeness.Amounts;
        var less = amounts.Equal.Count == 0 && amounts.Different.Any(d => d.One.Value < d.Other.Value);
        var half = amounts.Equal.Count > 0 && amounts.Equal.Count + amounts.Different.Count <= likeness.Other.Amounts.Count / 2.0;
        return less || half || likeness.Covering < WholeFrom ? MatchKind.Narrower : MatchKind.Same;
    }

    internal static IReadOnlyList<string> Reasons(ProfileIndex index, Profile finding, Likeness likeness)
    {
        var reasons = new List<string> { $"都提到：{string.Join('、', index.Telling(finding, likeness.Other))}" };
        if (likeness.Amounts.Equal.Count > 0) reasons.Add($"数量一致：{string.Join('、', likeness.Amounts.Equal.Select(a => a.Words).Distinct())}");
        foreach (var (one, other) in likeness.Amounts.Different) reasons.Add($"数量不同：这里是{one.Words}，原有一行是{other.Words}");
        return reasons;
    }
}
