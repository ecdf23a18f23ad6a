using Maoding.Text.Lexicons;

namespace Maoding.Text.Functions;

/// <summary>
/// Suggests who leads and who helps, from the words of duty in a commitment or measure. Built once, then used by
/// many threads: it keeps nothing between calls.
/// </summary>
public sealed class FunctionRanker
{
    private const int MostSuggested = 5;

    // Work is listed lead first, so a later clause counts for less: ÷1, ÷1.35, ÷1.7, …
    private const double LaterClause = 0.35;

    // Words that say by what means (通过…方式) name helpers more often than the lead.
    private const double Adverbial = 0.7;

    // The topic above only settles what the sentence leaves open.
    private const double Context = 0.08;

    private readonly FunctionLexicon _lexicon = new();

    /// <summary>The closed list of functions, in official order.</summary>
    public IReadOnlyList<string> Names => _lexicon.Names;

    /// <summary>The functions that <paramref name="words"/> speak for, lead first, at most five; empty when none.</summary>
    /// <param name="words">A sentence of commitment or one measure of it, as normal text.</param>
    /// <param name="context">What it stands under: topic sentence and heading, or for a measure its sentence. May be empty.</param>
    public IReadOnlyList<FunctionScore> Rank(ReadOnlySpan<char> words, ReadOnlySpan<char> context)
    {
        var hits = new List<TermHit>();
        Span<Tally> spoken = stackalloc Tally[_lexicon.Names.Count];
        Count(words, hits, spoken);
        Span<Tally> above = stackalloc Tally[_lexicon.Names.Count];
        if (!context.IsEmpty) Count(context, hits, above);
        var fromContext = !AnySpoke(spoken);
        if (fromContext) above.CopyTo(spoken);
        var ranking = new List<FunctionScore>(MostSuggested);
        while (ranking.Count < MostSuggested)
        {
            var (best, score) = Best(spoken, above, fromContext);
            if (best < 0) break;
            ranking.Add(new FunctionScore(_lexicon.Names[best], score, WordsOf(spoken[best]), fromContext));
            spoken[best] = default;
        }

        return ranking;
    }

    private static bool AnySpoke(ReadOnlySpan<Tally> tallies)
    {
        foreach (var tally in tallies)
            if (tally.Spoke) return true;
        return false;
    }

    private static (int Function, double Score) Best(ReadOnlySpan<Tally> spoken, ReadOnlySpan<Tally> above, bool fromContext)
    {
        var (best, bestScore) = (-1, 0.0);
        for (var i = 0; i < spoken.Length; i++)
        {
            if (!spoken[i].Spoke) continue;
            var score = (Context * above[i].Score) + (fromContext ? 0 : spoken[i].Score);
            // Of equals, the one named first; of those named by one word, the first in official order.
            if (best >= 0 && (score < bestScore || (score == bestScore && spoken[i].FirstAt >= spoken[best].FirstAt))) continue;
            (best, bestScore) = (i, score);
        }

        return (best, bestScore);
    }

    private void Count(ReadOnlySpan<char> text, List<TermHit> hits, Span<Tally> tallies)
    {
        hits.Clear();
        _lexicon.Scanner.Scan(text, hits);
        LongestMatch.Keep(hits);
        var clause = new ClauseCursor(text, _lexicon.Openings, _lexicon.Endings);
        for (var i = 0; i < hits.Count; i++)
        {
            var hit = hits[i];
            clause.MoveTo(hit.Start);
            if (SeenBefore(hits, i)) continue;
            var factor = (clause.IsAdverbialAt(hit.Start) ? Adverbial : 1) / (1 + (LaterClause * clause.Number));
            foreach (var duty in _lexicon.DutiesOf(hit.Term)) tallies[duty.Function].Add(duty.Weight * factor, hit);
        }
    }

    private static bool SeenBefore(List<TermHit> hits, int index)
    {
        for (var i = 0; i < index; i++)
            if (hits[i].Term == hits[index].Term) return true;
        return false;
    }

    private string[] WordsOf(in Tally tally)
    {
        var words = new string[tally.Count];
        for (var i = 0; i < words.Length; i++) words[i] = _lexicon.Terms[tally.TermAt(i)];
        return words;
    }
}
