using System.Buffers;
using Maoding.Text.Commitments;

namespace Maoding.Text.Deadlines;

/// <summary>Finds the time phrases of a commitment's sentence and gives them dates of the plan year.</summary>
public static class DeadlineReader
{
    private static readonly SearchValues<char> ClauseEnds = SearchValues.Create("，；。：！？\n");

    /// <summary>Every deadline of the sentence in order. <paramref name="offset"/> is where the sentence starts in the normal text.</summary>
    /// <param name="planYear">The year the document plans for, 1902 to 2090.</param>
    /// <param name="writtenOn">
    /// The document's date. 今年 and 明年 count from its year: a speech of December plans for the year it calls 明年. A time that was still to come
    /// on that day is one, even before the plan year. Null: not known, the plan year's words are meant.
    /// </param>
    public static IReadOnlyList<Deadline> Read(ReadOnlySpan<char> sentence, int offset, int planYear, DateOnly? writtenOn = null)
    {
        List<Deadline>? found = null;
        for (var at = 0; at < sentence.Length;)
        {
            var step = sentence[at..].IndexOfAny(DeadlineLexicon.Starts);
            if (step < 0) break;
            at += step;
            var phrase = MayStart(sentence, at) ? DeadlinePhrase.Read(sentence[at..], planYear, writtenOn?.Year ?? planYear) : default;
            if (phrase.Length == 0)
            {
                at++;
                continue;
            }

            var past = IsPast(sentence.Slice(at, phrase.Length), phrase, planYear, writtenOn);
            if (!past && Governs(sentence, at, phrase, planYear)) (found ??= []).Add(Build(sentence, ref at, offset, phrase));
            else at += phrase.Length;
        }

        return found ?? (IReadOnlyList<Deadline>)[];
    }

    /// <summary>The last day that a phrase of time by itself allows (年底前, 二季度, 9月前); null when the text is no such phrase or gives no day.</summary>
    public static DateOnly? DayOf(string phrase, int planYear)
    {
        if (phrase.Length == 0 || planYear is < 1902 or > 2090) return null;
        var read = DeadlinePhrase.Read(phrase, planYear, planYear);
        return read.Length == phrase.Length ? read.Date : null;
    }

    /// <summary>
    /// The time that frames a figure: the last phrase before its end that means a part of the plan year (上半年增长6%); null where there is none,
    /// where it means the whole year, or where it is what is compared with (比上半年提高).
    /// </summary>
    public static (DateOnly Day, string Words)? FrameOf(ReadOnlySpan<char> clause, int planYear)
    {
        (DateOnly, string)? found = null;
        for (var at = 0; at < clause.Length;)
        {
            var phrase = DeadlineLexicon.Starts.Contains(clause[at]) && MayStart(clause, at) ? DeadlinePhrase.Read(clause[at..], planYear, planYear) : default;
            if (phrase.Length > 0 && phrase.Year == planYear && !(at > 0 && clause[at - 1] is '比' or '较' or '于' or '与' or '同'))
                found = phrase is { WholeYear: false, Date: { } day } ? (day, clause.Slice(at, phrase.Length).ToString()) : null;
            at += Math.Max(1, phrase.Length);
        }

        return found;
    }

    /// <summary>The deadline that decides for the whole commitment: the latest date, the later one of equals, then words without date.</summary>
    public static Deadline? Governing(IReadOnlyList<Deadline> deadlines)
    {
        Deadline? last = null;
        foreach (var deadline in deadlines)
            if (last is null || (deadline.Date ?? DateOnly.MinValue) >= (last.Date ?? DateOnly.MinValue)) last = deadline;
        return last;
    }

    private static bool MayStart(ReadOnlySpan<char> sentence, int at)
    {
        if (at == 0) return true;
        var before = sentence[at - 1];
        // “年” after a number or “每” is a unit of time, not the plan year; a digit must start its number.
        if (sentence[at] == '年') return !char.IsAsciiDigit(before) && before is not ('每' or '一' or '近' or '三' or '五' or '十' or '半' or 'X');
        if (char.IsAsciiDigit(sentence[at]) || sentence[at] == 'X') return !char.IsAsciiLetterOrDigit(before) && before is not ('.' or '第');
        return true;
    }

    private static Deadline Build(ReadOnlySpan<char> sentence, ref int at, int offset, DeadlinePhrase phrase)
    {
        var start = at;
        // 到2027年: the word of direction belongs to the phrase.
        if (start > 0 && sentence[start - 1] is '到' or '至' && phrase.Rule.StartsWith("年份", StringComparison.Ordinal)) start--;
        var end = at + phrase.Length;
        at = end;
        var clause = sentence[..start].LastIndexOfAny(ClauseEnds) + 1;
        var wished = DeadlineLexicon.Wishes.FoundIn(sentence[clause..start]) || sentence[start..end].StartsWith("力争");
        var words = sentence[start..end].ToString();
        return new Deadline(TextSpan.FromBounds(offset + start, offset + end), words, phrase.Date, phrase.WholeYear, wished, new Evidence(phrase.Rule, words));
    }

    /// <summary>
    /// Of a year before the plan's, unless it was still to come on the day of writing; where that is not known, unless it says 前 and the year before.
    /// </summary>
    private static bool IsPast(ReadOnlySpan<char> words, DeadlinePhrase phrase, int planYear, DateOnly? writtenOn) =>
        phrase.Year < planYear && !(phrase is { Firm: true, Date: { } date }
            && (writtenOn is { } day ? date >= day : phrase.Year == planYear - 1 && words.EndsWith("前")));

    /// <summary>False where the phrase is past by its words, part of a name, or only the frame of a figure.</summary>
    private static bool Governs(ReadOnlySpan<char> sentence, int at, DeadlinePhrase phrase, int planYear)
    {
        var before = sentence[..at];
        var after = sentence[(at + phrase.Length)..];
        if (DeadlineLexicon.EndsInPast(before) || IsQuoted(before)) return false;
        if (after.StartsWith("起") || after.StartsWith("以来") || after.StartsWith("开始")) return false;
        var clauseStart = before.LastIndexOfAny(ClauseEnds) + 1;
        var clauseEnd = after.IndexOfAny(ClauseEnds);
        var rest = clauseEnd < 0 ? after : after[..clauseEnd];
        if (rest.Contains('已') || rest.IndexOf("了", StringComparison.Ordinal) is > 0 and < 8) return false;
        if (phrase.Firm) return true;
        if (phrase.WholeYear) return MeasureVerbs.Match(after, WordPart.Verb) is var verb and > 0 && after[..verb] is not ("完成" or "到位" or "争取" or "新增");
        if (phrase.Rule == "年份" && (phrase.Year == planYear || phrase.Length == 2)) return false;
        if (DeadlineLexicon.StartsNoun(after) || DeadlineLexicon.Frames.FoundIn(rest)) return false;
        if (phrase.Rule == "年份") return before.EndsWith("到") || before.EndsWith("至") || rest.Length > 1;
        return rest.Length > 0 || before[clauseStart..].Length > 1;
    }

    private static bool IsQuoted(ReadOnlySpan<char> before) =>
        before.LastIndexOf('《') > before.LastIndexOf('》') || before.LastIndexOf('“') > before.LastIndexOf('”');
}
