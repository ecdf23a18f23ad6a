namespace Maoding.Text.Targets;

/// <summary>A stretch of a sentence between separators.</summary>
/// <param name="Joined">True when 、 stands before it: it may lean on the clause before for its verb or noun.</param>
internal readonly record struct Clause(int Start, int End, bool Joined);

/// <summary>Splits a sentence at ，；： and at such 、 as end a statement.</summary>
internal static class ClauseReader
{
    public static void Read(MarkedSentence sentence, List<FigurePhrase> figures, List<Clause> clauses)
    {
        clauses.Clear();
        var text = sentence.Text;
        int start = 0, depth = 0;
        var joined = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is '“' or '（' or '《' or '‘') depth++;
            else if (c is '”' or '）' or '》' or '’') depth = Math.Max(0, depth - 1);
            var dash = c == '—' && i + 1 < text.Length && text[i + 1] == '—';
            var hard = depth == 0 && (dash || c is '，' or '；' or '：' or '。' or '！' or '？');
            if (!hard && !(depth == 0 && c == '、' && Ends(sentence, figures, start, i))) continue;
            if (i > start) clauses.Add(new Clause(start, i, joined));
            (start, joined) = (i + 1, c == '、');
        }

        if (start < text.Length) clauses.Add(new Clause(start, text.Length, joined));
    }

    /// <summary>True when the words up to a 、 say something complete: a figure, a grade, or a trend.</summary>
    private static bool Ends(MarkedSentence sentence, List<FigurePhrase> figures, int start, int at)
    {
        foreach (var figure in figures)
            if (figure.Main && figure.Start >= start && figure.Close <= at && at - figure.Close <= 12) return true;
        var stop = sentence.Text.AsSpan(at).IndexOfAny("，；。");
        if (stop > 0 && sentence.EndingAt(at + stop, at, Mark.StepCue, out _, out _)) return false;
        return sentence.Text[at - 1] == '类'
            || (sentence.EndingAt(at, start, Mark.Cue & ~Mark.OutpaceCue, out var cue, out _) && cue - start >= 4);
    }
}
