using Maoding.Domain.Search;

namespace Maoding.Domain.Problems;

/// <summary>A problem that may be like another.</summary>
public sealed record LikeCandidate(int Id, ProblemState State, string Title, string Text, string Resolution);

/// <summary>Finds problems that were met before: of the same cause, with the same pairs of characters.</summary>
public static class Likeness
{
    /// <summary>Pairs in common, of 1000, from which two problems are alike.</summary>
    private const int Least = 120;

    /// <summary>The most alike, closed ones first: they tell how it was solved.</summary>
    /// <param name="candidates">Of the same cause and of other projects.</param>
    public static IReadOnlyList<LikeCandidate> Of(string title, string text, IEnumerable<LikeCandidate> candidates, int most)
    {
        var own = Pairs(title, text);
        return
        [
            .. candidates.Select(c => (Candidate: c, Likeness: Common(own, Pairs(c.Title, c.Text)))).Where(c => c.Likeness >= Least)
                .OrderByDescending(c => c.Candidate.State == ProblemState.Closed).ThenByDescending(c => c.Likeness).ThenByDescending(c => c.Candidate.Id)
                .Take(most).Select(c => c.Candidate),
        ];
    }

    /// <summary>Pairs in common of all pairs of both, 0 to 1000.</summary>
    private static int Common(HashSet<string> one, HashSet<string> other)
    {
        if (one.Count + other.Count == 0) return 0;
        return 2000 * one.Count(other.Contains) / (one.Count + other.Count);
    }

    private static HashSet<string> Pairs(string title, string text) => [.. Bigrams.Index($"{title} {text}").Split(' ').Where(t => t.Length > 1)];
}
