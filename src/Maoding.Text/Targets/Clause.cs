namespace Maoding.Text.Targets;

/// <summary>A stretch of a sentence between separators.</summary>
/// <param name="Joined">True when 、 stands before it: it may lean on the clause before for its verb or noun.</param>
internal readonly record struct Clause(int Start, int End, bool Joined);

/// <summary>Splits a sentence at ，；： and at such 、 as end a statement.</summary>
internal static class ClauseReader
{
    public static void Read(MarkedSentence sentence, Rows<FigurePhrase> figures, Rows<Clause> clauses)
    {
        clauses.Clear();
        var text = sentence.Text;
        int start = Numbering(text), depth = 0;
        var joined = false;
        for (var i = start; i < text.Length; i++)
        {
            var c = text[i];
            if (c is '“' or '（' or '《' or '‘') depth++;
            else if (c is '”' or '）' or '》' or '’') depth = Math.Max(0, depth - 1);
            var dash = c == '—' && i + 1 < text.Length && text[i + 1] == '—';
            var ratio = c == '：' && i > 0 && i + 1 < text.Length && char.IsAsciiDigit(text[i - 1]) && char.IsAsciiDigit(text[i + 1]);
            var hard = depth == 0 && !ratio && (dash || c is '，' or '；' or '：' or '。' or '！' or '？');
            if (!hard && !(depth == 0 && c == '、' && Ends(sentence, figures, start, i))) continue;
            if (i > start) clauses.Add(new Clause(start, i, joined));
            (start, joined) = (i + 1, c == '、');
        }

        if (start < text.Length) clauses.Add(new Clause(start, text.Length, joined));
    }

    /// <summary>How long an item's number is: 1. （3） ①.</summary>
    private static int Numbering(string text)
    {
        var at = 0;
        if (text[0] is >= '①' and <= '⑳') return 1;
        var open = text[0] == '（';
        if (open) at++;
        var digits = at;
        while (at < text.Length && at < 5 && (char.IsAsciiDigit(text[at]) || text[at] is >= '一' and <= '十')) at++;
        if (at == digits || at >= text.Length) return 0;
        if (open ? text[at] == '）' : text[at] is '）' or '．'
            || (text[at] is '.' or '、' && !char.IsAsciiDigit(text[Math.Min(at + 1, text.Length - 1)]))) return at + 1;
        return 0;
    }

    /// <summary>True when the words up to a 、 say something complete: a figure, a grade, or a trend.</summary>
    private static bool Ends(MarkedSentence sentence, Rows<FigurePhrase> figures, int start, int at)
    {
        foreach (var figure in figures)
            if (figure.Main && figure.Start >= start && figure.Close <= at && at - figure.Close <= 12) return true;
        var stop = sentence.Text.AsSpan(at).IndexOfAny("，；。");
        if (stop > 0 && sentence.EndingAt(at + stop, at, Mark.StepCue, out _, out _)) return false;
        return sentence.Text[at - 1] == '类'
            || (sentence.EndingAt(at, start, Mark.Cue & ~Mark.OutpaceCue, out var cue, out _) && cue - start >= 4);
    }
}
