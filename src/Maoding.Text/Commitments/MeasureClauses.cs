using Maoding.Text.Deadlines;

namespace Maoding.Text.Commitments;

/// <summary>What a clause of a directing sentence does.</summary>
internal enum ClauseKind
{
    /// <summary>A verb of work leads it.</summary>
    Action,

    /// <summary>Background, principle or method (围绕…, 坚持…).</summary>
    Frame,

    /// <summary>What it leads to (确保…, 让…).</summary>
    Result,

    /// <summary>A figure of an indicator without a verb of work.</summary>
    Indicator,

    /// <summary>Nothing but a phrase of time.</summary>
    Time,

    /// <summary>A topic or anything else.</summary>
    Other,
}

/// <summary>A clause of a sentence; places count from the sentence's start.</summary>
/// <param name="Start">After numbers, openers and modal words.</param>
/// <param name="Head">Where a title would start: after loose adverbs and time, before preposition or kept adverb.</param>
/// <param name="Verb">Where the leading verb stands; <see cref="VerbLength"/> 0 when there is none.</param>
internal readonly record struct Clause(ClauseKind Kind, int Start, int End, int Head, int Verb, int VerbLength);

/// <summary>Cuts a sentence into clauses at the stops outside quotes and brackets, and tells what each does.</summary>
internal static class MeasureClauses
{
    private static readonly Lexicons.TermScanner FigureCues = new(
        ["达到", "增长", "下降", "控制在", "稳定在", "保持在", "突破", "不低于", "不少于", "不高于", "提高到", "降到",
            "压减", "压缩至", "减少", "比重", "占比", "稳定保持", "覆盖率", "动态清零", "保持为", "零增长", "位居", "%"]);

    /// <summary>Characters after which an opened quote or bracket counts as never closed; it keeps a line of （（（ linear.</summary>
    private const int LongestNested = 500;

    public static Rows<Clause> Read(ReadOnlySpan<char> sentence, IReadOnlyList<Deadline> deadlines, int offset)
    {
        var clauses = new Rows<Clause>();
        var start = SkipNumber(sentence);
        for (var at = start; at <= sentence.Length; at++)
        {
            if (at < sentence.Length)
            {
                var close = SkipNested(sentence, at);
                if (close > at)
                {
                    at = close;
                    continue;
                }

                if (!IsStop(sentence[at]) && !sentence[at..].StartsWith("——")) continue;
            }

            if (at > start) clauses.Add(ReadClause(sentence, start, at, deadlines, offset));
            start = at + 1;
        }

        if (clauses.Count > 2 && clauses[0].Kind == ClauseKind.Action && IsTopic(sentence, clauses[0]))
            clauses[0] = clauses[0] with { Kind = ClauseKind.Frame };
        return clauses;
    }

    /// <summary>At an opening quote or bracket with a partner: where the partner stands; else <paramref name="at"/>.</summary>
    public static int SkipNested(ReadOnlySpan<char> text, int at)
    {
        if (text.Length > at + LongestNested) text = text[..(at + LongestNested)];
        if (text[at] == '“') return CloseQuote(text, at);
        var partner = text[at] switch { '‘' => '’', '（' => '）', '《' => '》', '〈' => '〉', '【' => '】', '「' => '」', _ => '\0' };
        if (partner == '\0') return at;
        var depth = 0;
        for (var i = at; i < text.Length; i++)
        {
            if (text[i] == text[at]) depth++;
            else if (text[i] == partner && --depth == 0) return i;
        }

        return at;
    }

    /// <summary>The end of a quotation; where ” is missing, a straight mark before the next “ ends it.</summary>
    private static int CloseQuote(ReadOnlySpan<char> text, int at)
    {
        var rest = text[(at + 1)..];
        var next = rest.IndexOf('“');
        var close = rest.IndexOf('”');
        if (close >= 0 && (next < 0 || close < next)) return at + 1 + close;
        var straight = (next < 0 ? rest : rest[..next]).IndexOfAny('"', '\'');
        if (straight >= 0) return at + 1 + straight;
        return close >= 0 ? at + 1 + close : at;
    }

    private static bool IsStop(char c) => c is '，' or '；' or '：' or '。' or '！' or '？' or '\n';

    private static int SkipNumber(ReadOnlySpan<char> sentence)
    {
        var at = 0;
        while (at < sentence.Length && (sentence[at] is '—' or ' ' or '　' or '（' or '(')) at++;
        var digits = at;
        while (digits < sentence.Length && (char.IsAsciiDigit(sentence[digits]) || QuantityNumerals.IsNumeral(sentence[digits]))) digits++;
        if (digits == at) return sentence.Length > 0 && sentence[0] == '（' ? 0 : at;
        if (digits < sentence.Length && sentence[digits] is '.' or '．' or '、' or '）' or ')')
        {
            var decimals = sentence[digits] == '.' && digits + 1 < sentence.Length && char.IsAsciiDigit(sentence[digits + 1]);
            if (!decimals) return digits + 1;
        }

        return sentence[0] == '—' ? at : 0;
    }

    /// <summary>推动高质量发展，要…: what comes before the word of duty names the topic only.</summary>
    private static bool IsTopic(ReadOnlySpan<char> sentence, Clause first)
    {
        var after = sentence[Math.Min(first.End + 1, sentence.Length)..];
        var started = first.Start > 0 && sentence[first.Start - 1] is '要' or '须';
        return !started && (after.StartsWith("要") || after.StartsWith("必须") || after.StartsWith("就要") || after.StartsWith("关键"));
    }

    private static Clause ReadClause(ReadOnlySpan<char> sentence, int start, int end, IReadOnlyList<Deadline> deadlines, int offset)
    {
        var reader = new ClauseHead(sentence[..end], deadlines, offset);
        start = reader.SkipOpening(start);
        if (start >= end) return new(ClauseKind.Time, start, end, start, start, 0);
        if (reader.ReadHead(start, out var head, out var verb, out var length))
            return new(Kind(sentence, head, verb, length, end), start, end, head, verb, length);
        var words = sentence[start..end];
        // 把…作为…, 将…放在…位置: how a thing is looked at, not what is done.
        if (words[0] is '把' or '将' && (words.Contains("作为", StringComparison.Ordinal) || words.Contains("放在", StringComparison.Ordinal)))
            return new(ClauseKind.Frame, start, end, start, start, 0);
        if (words.StartsWith("去年") || words.StartsWith("上年")) return new(ClauseKind.Other, start, end, start, start, 0);
        if (MeasureVerbs.Match(words, WordPart.Frame) > 0) return new(ClauseKind.Frame, start, end, start, start, 0);
        if (MeasureVerbs.Match(words, WordPart.Result) > 0) return new(ClauseKind.Result, start, end, start, start, 0);
        if (FigureCues.FoundIn(words) && !words.Contains("将", StringComparison.Ordinal)) return Indicator(words, reader, start, end);
        if (reader.ReadAfterSubject(start, out head, out verb, out length)) return new(Kind(sentence, head, verb, length, end), start, end, head, verb, length);
        return new(ClauseKind.Other, start, end, start, start, 0);
    }

    private static Clause Indicator(ReadOnlySpan<char> words, ClauseHead reader, int start, int end)
    {
        // 存量违建拆除不少于3万平方米, 全部整改销号: work with its figure.
        if (reader.ReadAfterModal(start, out var head, out var verb, out var length)) return new(ClauseKind.Action, start, end, head, verb, length);
        var cue = words.IndexOf("不少于");
        var done = cue > 2 ? MeasureVerbs.MatchEnd(words[..cue], WordPart.Verb | WordPart.NounVerb) : 0;
        if (done > 1) return new(ClauseKind.Action, start, end, start, start + cue - done, done);
        return new(ClauseKind.Indicator, start, end, start, start, 0);
    }

    private static ClauseKind Kind(ReadOnlySpan<char> sentence, int head, int verb, int length, int end)
    {
        var parts = MeasureVerbs.PartsOf(sentence.Slice(verb, length));
        if ((parts & WordPart.Frame) != 0 || IsSpirit(sentence[verb..end])) return ClauseKind.Frame;
        if ((parts & WordPart.Result) != 0) return ClauseKind.Result;
        // 监测对象风险消除率达到75%以上: a noun phrase that starts like a verb.
        var rest = sentence[(verb + length)..end];
        if ((parts & WordPart.NounVerb) != 0 && rest.Contains('%') && rest.IndexOfAny('率', '值', '比') > 0) return ClauseKind.Indicator;
        return head <= end ? ClauseKind.Action : ClauseKind.Other;
    }

    /// <summary>落实…会议精神, 贯彻…重要指示: where the work comes from.</summary>
    private static bool IsSpirit(ReadOnlySpan<char> words) =>
        words.StartsWith("落实") && (words.EndsWith("精神") || words.EndsWith("决策部署") || words.EndsWith("重要指示") || words.EndsWith("重要论述") || words.EndsWith("要求"));
}
