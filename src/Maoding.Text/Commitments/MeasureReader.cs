using Maoding.Text.Deadlines;

namespace Maoding.Text.Commitments;

/// <summary>Finds the actions inside a sentence that is known to be a commitment.</summary>
public static class MeasureReader
{
    /// <summary>The measures in order; at least one: a sentence whose actions cannot be told apart is its own measure.</summary>
    /// <param name="offset">Where the sentence starts in the normal text.</param>
    /// <param name="deadlines">What <see cref="DeadlineReader"/> found in the sentence.</param>
    public static IReadOnlyList<Measure> Read(ReadOnlySpan<char> sentence, int offset, IReadOnlyList<Deadline> deadlines) =>
        Read(sentence, offset, deadlines, MeasureClauses.Read(sentence, deadlines, offset));

    /// <summary>The same for clauses already read, which a title can be written from too.</summary>
    internal static IReadOnlyList<Measure> Read(ReadOnlySpan<char> sentence, int offset, IReadOnlyList<Deadline> deadlines, Rows<Clause> clauses)
    {
        var measures = new List<Measure>();
        Deadline? waiting = null;
        for (var i = 0; i < clauses.Count; i++)
        {
            var clause = clauses[i];
            // 剩余2个问题，6月底前全部整改销号: the topic belongs to the verb that has no object.
            if (clause.Kind == ClauseKind.Action && clause.Verb + clause.VerbLength == clause.End && i > 0 && clauses[i - 1].Kind == ClauseKind.Other)
                clause = clause with { Start = clauses[i - 1].Start };
            if (clause.Kind == ClauseKind.Time) waiting = Within(deadlines, offset + clause.End - 1) ?? Last(deadlines, offset + clause.End);
            else if (IsMeasure(sentence, clause, deadlines, offset)) AddClause(measures, sentence, clause, deadlines, offset, ref waiting);
        }

        if (measures.Count == 0) measures.Add(Whole(sentence, offset, deadlines));
        return measures;
    }

    private static bool IsMeasure(ReadOnlySpan<char> sentence, Clause clause, IReadOnlyList<Deadline> deadlines, int offset)
    {
        if (clause.Kind == ClauseKind.Action) return true;
        var timed = Between(deadlines, offset + clause.Start, offset + clause.End) is not null;
        if (clause.Kind == ClauseKind.Indicator) return timed;
        if (clause.Kind != ClauseKind.Result) return false;
        return timed || QuantityReader.Read(sentence[clause.Start..clause.End], 0, clause.Verb + clause.VerbLength - clause.Start) is { Unit: not "%" };
    }

    private static void AddClause(
        List<Measure> measures, ReadOnlySpan<char> sentence, Clause clause, IReadOnlyList<Deadline> deadlines, int offset, ref Deadline? waiting)
    {
        var verb = sentence.Slice(clause.Verb, clause.VerbLength).ToString();
        foreach (var part in MeasureSplitter.Parts(sentence, clause, deadlines, offset))
        {
            var words = sentence[part.Start..part.End];
            var verbEnd = Math.Max(0, clause.Verb + clause.VerbLength - part.Start);
            var ownVerb = part.OwnVerb > 0 ? sentence.Slice(part.VerbAt, part.OwnVerb).ToString() : verb;
            if (part.OwnVerb > 0) verbEnd = part.VerbAt + part.OwnVerb - part.Start;
            var deadline = Between(deadlines, offset + part.Start, offset + part.End) ?? waiting;
            var quantity = QuantityReader.Read(words, offset + part.Start, verbEnd);
            measures.Add(new Measure(
                new TextSpan(offset + part.Start, words.Length), words.ToString(), ownVerb, quantity, deadline, part.Listed,
                new Evidence(part.Listed ? "并列举措" : quantity is null ? "动作词领起" : "动作词领起并有数量", ownVerb)));
        }

        waiting = null;
    }

    private static Measure Whole(ReadOnlySpan<char> sentence, int offset, IReadOnlyList<Deadline> deadlines)
    {
        var end = sentence.Length;
        while (end > 1 && sentence[end - 1] is '。' or '；' or '！' or '\n' or ' ') end--;
        var words = sentence[..end];
        return new Measure(
            new TextSpan(offset, end), words.ToString(), "", QuantityReader.Read(words, offset, 0), DeadlineReader.Governing(deadlines), false,
            new Evidence("整句为一条举措", ""));
    }

    private static Deadline? Between(IReadOnlyList<Deadline> deadlines, int start, int end)
    {
        Deadline? found = null;
        for (var i = 0; i < deadlines.Count; i++)
            if (deadlines[i] is var deadline && deadline.Normal.Offset >= start - deadline.Normal.Length
                && deadline.Normal.Offset < end && deadline.Normal.End > start - 1) found = deadline;
        return found;
    }

    private static Deadline? Within(IReadOnlyList<Deadline> deadlines, int at) => Between(deadlines, at, at + 1);

    private static Deadline? Last(IReadOnlyList<Deadline> deadlines, int end)
    {
        Deadline? found = null;
        foreach (var deadline in deadlines)
            if (deadline.Normal.End <= end) found = deadline;
        return found;
    }
}
