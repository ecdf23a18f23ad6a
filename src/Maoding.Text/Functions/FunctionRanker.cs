using Maoding.Text.Lexicons;

namespace Maoding.Text.Functions;

/// <summary>
/// Suggests who leads and who helps, from the words of duty in a commitment or measure. Built once; any number of
/// threads may use it.
/// </summary>
public sealed class FunctionRanker
{
    private const int MostSuggested = 5;

    // Work is listed lead first, so a later clause counts for less: ÷1, ÷1.35, ÷1.7, …
    private const float LaterClause = 0.35f;

    // Words that say by what means (通过…方式) name helpers more often than the lead.
    private const float Adverbial = 0.7f;

    // The topic above only settles what the sentence leaves open.
    private const float Context = 0.08f;

    [ThreadStatic]
    private static Rows<TermHit>? _hits;

    private readonly FunctionLexicon _lexicon = new();

    /// <summary>The closed list of functions, in official order.</summary>
    public IReadOnlyList<string> Names => _lexicon.Names;

    /// <summary>The functions that <paramref name="words"/> speak for, lead first, at most five; empty when none.</summary>
    /// <param name="words">A sentence of commitment or one measure of it, as normal text.</param>
    /// <param name="context">What it stands under: topic sentence and heading, or for a measure its sentence. May be empty.</param>
    public IReadOnlyList<FunctionScore> Rank(ReadOnlySpan<char> words, ReadOnlySpan<char> context)
    {
        Span<Tally> spoken = stackalloc Tally[_lexicon.Names.Count];
        var any = Count(words, spoken);
        Span<Tally> above = stackalloc Tally[context.IsEmpty ? 0 : spoken.Length];
        if (!context.IsEmpty && !Count(context, above) && !any) return [];
        if (any) return Ranking(spoken, above, fromContext: false);
        return context.IsEmpty ? [] : Ranking(above, above, fromContext: true);
    }

    /// <summary>The score that the first of <see cref="Rank"/> would have without context, 0 when none; allocates nothing.</summary>
    public double Strength(ReadOnlySpan<char> words)
    {
        Span<Tally> spoken = stackalloc Tally[_lexicon.Names.Count];
        var strongest = 0f;
        if (!Count(words, spoken)) return 0;
        foreach (ref readonly var tally in spoken) strongest = Math.Max(strongest, tally.Score);
        return strongest;
    }

    private FunctionScore[] Ranking(Span<Tally> spoken, ReadOnlySpan<Tally> above, bool fromContext)
    {
        Span<(int Function, float Score)> best = stackalloc (int, float)[MostSuggested];
        var found = 0;
        for (var i = 0; i < spoken.Length; i++)
        {
            if (!spoken[i].Spoke) continue;
            var score = above.IsEmpty ? 0 : Context * above[i].Score;
            if (!fromContext) score += spoken[i].Score;
            var place = found;
            // Of equals, the one named first leads; of those named by one word, the first in official order.
            while (place > 0
                && (score > best[place - 1].Score || (score == best[place - 1].Score && spoken[i].FirstAt < spoken[best[place - 1].Function].FirstAt))) place--;
            if (place == MostSuggested) continue;
            if (found < MostSuggested) found++;
            best[place..(found - 1)].CopyTo(best[(place + 1)..]);
            best[place] = (i, score);
        }

        var ranking = new FunctionScore[found];
        for (var i = 0; i < found; i++)
            ranking[i] = new FunctionScore(_lexicon.Names[best[i].Function], best[i].Score, WordsOf(spoken[best[i].Function]), fromContext);
        return ranking;
    }

    /// <summary>Adds the duties that a text names to the tallies; false when it names none.</summary>
    private bool Count(ReadOnlySpan<char> text, Span<Tally> tallies)
    {
        var hits = _hits ??= [];
        hits.Clear();
        _lexicon.Scanner.Scan(text, hits);
        LongestMatch.Keep(hits);
        var clause = new ClauseCursor(text, _lexicon);
        var any = false;
        for (var i = 0; i < hits.Count; i++)
        {
            var hit = hits[i];
            var duties = _lexicon.DutiesOf(hit.Term);
            if (duties.IsEmpty || SeenBefore(hits, i)) continue;
            clause.MoveTo(hit.Start);
            var factor = (clause.IsAdverbialAt(hit.Start) ? Adverbial : 1) / (1 + (LaterClause * clause.Number));
            foreach (var duty in duties) tallies[duty.Function].Add(duty.Weight * factor, hit);
            any = true;
        }

        return any;
    }

    private static bool SeenBefore(Rows<TermHit> hits, int index)
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
