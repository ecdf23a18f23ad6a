using System.Text;
using Maoding.Text.Deadlines;

namespace Maoding.Text.Commitments;

/// <summary>Writes a short title for a commitment from its own words in their order.</summary>
public static class TitleWriter
{
    /// <summary>The most UTF-16 code units of a title that several clauses make up.</summary>
    public const int Limit = 30;

    /// <summary>One clause of up to this length stands whole: what is cut mid-way says something else.</summary>
    public const int Longest = 48;

    /// <summary>Words that lead to a time and stand for nothing without it.</summary>
    private const string LeadingToTime = "于在到至";

    private const int MostClauses = 2;

    /// <summary>A title of 1 to 48 code units; for an empty sentence the empty string.</summary>
    /// <param name="offset">Where the sentence starts in the normal text.</param>
    /// <param name="deadlines">What <see cref="DeadlineReader"/> found in the sentence.</param>
    public static string Write(ReadOnlySpan<char> sentence, int offset, IReadOnlyList<Deadline> deadlines) =>
        Write(sentence, offset, deadlines, MeasureClauses.Read(sentence, deadlines, offset));

    /// <summary>The same for clauses already read.</summary>
    internal static string Write(ReadOnlySpan<char> sentence, int offset, IReadOnlyList<Deadline> deadlines, Rows<Clause> clauses)
    {
        var phrases = Phrases(sentence, clauses, deadlines, offset);
        var title = Join(sentence, phrases);
        if (title.Length > 0) return title;
        foreach (var phrase in phrases)
            if (TitlePhrase.Shorten(phrase.Text, phrase.VerbEnd) is { Length: > 0 } cut) return cut;
        return Fallback(sentence, clauses);
    }

    /// <summary>A candidate: the words of a clause without what a title needs not, and where its verb ends in them.</summary>
    internal readonly record struct Phrase(string Text, int VerbEnd, int End);

    private static Rows<Phrase> Phrases(ReadOnlySpan<char> sentence, Rows<Clause> clauses, IReadOnlyList<Deadline> deadlines, int offset)
    {
        var phrases = new Rows<Phrase>();
        for (var i = 0; i < clauses.Count; i++)
        {
            var clause = clauses[i];
            if (clause.Kind != ClauseKind.Action) continue;
            var text = Words(sentence, clause.Head, clause.End, deadlines, offset);
            // 剩余2个问题，6月底前全部整改销号: the topic before a verb without object.
            var bare = clause.Verb + clause.VerbLength >= clause.End || sentence[(clause.Verb + clause.VerbLength)..clause.End].StartsWith("一批、");
            var subject = clause.Head < clause.Verb - 3 && sentence[clause.Head..clause.Verb].IndexOf('要') > 0;
            if (bare && !subject && i > 0 && clauses[i - 1].Kind is ClauseKind.Other or ClauseKind.Indicator or ClauseKind.Frame)
                text = Topic(sentence, clauses[i - 1], deadlines, offset) + Words(sentence, clause.Start, clause.End, deadlines, offset);
            else if (bare && !subject && phrases.Count > 0) continue;
            if (text.Length > 2) phrases.Add(new(text, Math.Min(text.Length, clause.Verb + clause.VerbLength - clause.Head), clause.End));
        }

        return phrases;
    }

    /// <summary>What a verb without object acts on: the clause before it, up to its first 、 where it is framing.</summary>
    private static string Topic(ReadOnlySpan<char> sentence, Clause clause, IReadOnlyList<Deadline> deadlines, int offset)
    {
        if (clause.Kind != ClauseKind.Frame)
        {
            var stop = sentence[clause.Start] is '对' or '在' ? "，" : "";
            return Words(sentence, clause.Start, clause.End, deadlines, offset) + stop;
        }

        var commas = MeasureSplitter.Commas(sentence, clause.Start, clause.End);
        return Words(sentence, clause.Verb + Math.Max(clause.VerbLength, 0), commas.Count > 0 ? commas[0] : clause.End, deadlines, offset);
    }

    /// <summary>The first phrase whole, with one more that fits; empty when not even the first is short enough.</summary>
    private static string Join(ReadOnlySpan<char> sentence, Rows<Phrase> phrases)
    {
        if (phrases.Count == 0) return "";
        var first = phrases[0].Text.Length <= Longest ? phrases[0].Text : TitlePhrase.ShortenList(phrases[0].Text, phrases[0].VerbEnd);
        var next = 1;
        if (first.Length is 0 or > Longest)
        {
            next = 0;
            while (next < phrases.Count && phrases[next].Text.Length is > Longest or < 6) next++;
            if (next++ == phrases.Count) return "";
            first = phrases[next - 1].Text;
        }

        var title = new StringBuilder(first);
        var most = sentence.Length <= Limit + 4 ? phrases.Count : MostClauses;
        for (var used = 1; next < phrases.Count && used < most; next++)
        {
            if (title.Length + 1 + phrases[next].Text.Length > Limit) break;
            title.Append('，').Append(phrases[next].Text);
            used++;
        }

        return TitlePhrase.Balance(title.ToString());
    }

    private static string Fallback(ReadOnlySpan<char> sentence, Rows<Clause> clauses)
    {
        foreach (var kind in (ReadOnlySpan<ClauseKind>)[ClauseKind.Result, ClauseKind.Indicator, ClauseKind.Frame, ClauseKind.Other])
        {
            foreach (var clause in clauses)
            {
                if (clause.Kind != kind || clause.End - clause.Start < 3) continue;
                return TitlePhrase.Shorten(sentence[clause.Start..clause.End].ToString(), Math.Max(0, clause.Verb + clause.VerbLength - clause.Start));
            }
        }

        var words = sentence.Trim("。；！？，、\n 　");
        return TitlePhrase.Shorten(words.ToString(), 0);
    }

    /// <summary>A stretch of the sentence without time phrases, footnote marks and spaces.</summary>
    private static string Words(ReadOnlySpan<char> sentence, int start, int end, IReadOnlyList<Deadline> deadlines, int offset)
    {
        var text = end - start <= 512 ? stackalloc char[512] : new char[end - start];
        var length = 0;
        for (var at = start; at < end; at++)
        {
            for (var i = 0; i < deadlines.Count; i++)
            {
                var deadline = deadlines[i];
                if (deadline.Normal.Offset - offset != at || deadline.WholeYear && deadline.Words.Length > 3) continue;
                at += deadline.Normal.Length;
                if (length > 0 && LeadingToTime.Contains(text[length - 1])) length--;
            }

            if (at < end && sentence[at] is not (' ' or '　' or '\n') and not (>= '①' and <= '⑳')) text[length++] = sentence[at];
        }

        var words = ((ReadOnlySpan<char>)text[..length]).Trim("、，");
        return (words.Length > 6 && words[^1] == '等' ? words[..^1] : words).ToString();
    }
}
