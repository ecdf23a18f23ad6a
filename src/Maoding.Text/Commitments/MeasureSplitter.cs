using Maoding.Text.Deadlines;

namespace Maoding.Text.Commitments;

/// <summary>A part of an action clause; places count from the sentence's start.</summary>
internal readonly record struct MeasurePart(int Start, int End, int VerbAt, int OwnVerb, bool Listed);

/// <summary>Splits an action clause at 、 where each side is an action, has its own amount or time, or is a listed work.</summary>
internal static class MeasureSplitter
{
    private const int FewestListed = 3;

    public static Rows<MeasurePart> Parts(ReadOnlySpan<char> sentence, Clause clause, IReadOnlyList<Deadline> deadlines, int offset)
    {
        var commas = Commas(sentence, clause.Start, clause.End);
        var parts = new Rows<MeasurePart>();
        if (commas.Count == 0)
        {
            AddPart(parts, sentence, clause.Start, clause.End, clause, deadlines, offset);
            return parts;
        }

        if (Members(parts, sentence, clause.Start, clause.End, clause)) return parts;
        var start = clause.Start;
        for (var i = 0; i < commas.Count; i++)
        {
            var next = i + 1 < commas.Count ? commas[i + 1] : clause.End;
            var own = Independent(sentence, start, commas[i], next, clause, deadlines, offset);
            var counted = HasAmount(sentence[start..commas[i]]) && HasAmount(sentence[(commas[i] + 1)..next]);
            if (!own && !counted && !StartsTimed(commas[i] + 1)) continue;
            AddPart(parts, sentence, start, commas[i], clause, deadlines, offset);
            start = commas[i] + 1;
        }

        AddPart(parts, sentence, start, clause.End, clause, deadlines, offset);
        return parts;

        bool StartsTimed(int at)
        {
            foreach (var deadline in deadlines)
                if (deadline.Normal.Offset == offset + at) return true;
            return false;
        }
    }

    /// <summary>The places of 、 outside quotes and brackets.</summary>
    public static IReadOnlyList<int> Commas(ReadOnlySpan<char> sentence, int start, int end)
    {
        if (start >= end || !sentence[start..end].Contains('、')) return [];
        var commas = new List<int>();
        for (var at = start; at < end; at++)
        {
            at = MeasureClauses.SkipNested(sentence[..end], at);
            if (sentence[at] == '、') commas.Add(at);
        }

        return commas;
    }

    /// <summary>
    /// True when the piece after a comma is an action of its own: a verb with an object, and either a verb that is
    /// no noun, or built like the piece before (挖掘城市内涵、传承历史文脉). After 引导, 支持 and the like the pieces are others' actions.
    /// </summary>
    private static bool Independent(ReadOnlySpan<char> sentence, int before, int comma, int end, Clause clause, IReadOnlyList<Deadline> deadlines, int offset)
    {
        if (clause.VerbLength == 0 || sentence[end - 1] == '等') return false;
        if (before <= clause.Verb
            && sentence.Slice(clause.Verb, clause.VerbLength) is "引导" or "鼓励" or "支持" or "推动" or "促进" or "帮助" or "带动" or "动员" or "邀请" or "督促") return false;
        var head = new ClauseHead(sentence[..end], deadlines, offset);
        if (!head.ReadHead(comma + 1, out _, out var verb, out var length) || length < 2 || end - verb - length < 2) return false;
        var parts = MeasureVerbs.PartsOf(sentence.Slice(verb, length));
        if ((parts & (WordPart.Frame | WordPart.Result)) != 0) return false;
        if ((parts & WordPart.NounVerb) == 0) return end - verb - length > 2;
        var first = Math.Max(before, clause.Head);
        return comma - first == end - comma - 1 && MeasureVerbs.Match(sentence[first..], WordPart.Verb | WordPart.NounVerb) == length;
    }

    private static bool HasAmount(ReadOnlySpan<char> words)
    {
        for (var at = 0; at < words.Length; at++)
            if ((char.IsAsciiDigit(words[at]) || words[at] == 'X' || QuantityNumerals.IsNumeral(words[at]))
                && QuantityReader.ReadAt(words, at, out _, out var unit) is var length and > 0)
                return words.Length - length >= 2 && unit != "%";
        return false;
    }

    private static void AddPart(
        Rows<MeasurePart> parts, ReadOnlySpan<char> sentence, int start, int end, Clause clause, IReadOnlyList<Deadline> deadlines, int offset)
    {
        if (start >= end) return;
        if (Members(parts, sentence, start, end, clause)) return;
        if (start <= clause.Verb && clause.Verb < end)
        {
            parts.Add(new(start, end, clause.Verb, clause.VerbLength, false));
            return;
        }

        var head = new ClauseHead(sentence[..end], deadlines, offset);
        var own = head.ReadHead(start, out _, out var verb, out var length) && length > 1 ? length : 0;
        parts.Add(new(start, end, verb, own, false));
    }

    /// <summary>领导分包、联审联批、现场办公等推进机制 and 控尘、控煤、控车措施: one part for each member.</summary>
    private static bool Members(Rows<MeasurePart> parts, ReadOnlySpan<char> sentence, int start, int end, Clause clause)
    {
        var commas = Commas(sentence, start, end);
        var verbEnd = clause.Verb + clause.VerbLength;
        if (commas.Count < FewestListed - 1 || clause.Kind != ClauseKind.Action || verbEnd <= start || verbEnd >= commas[0]) return false;
        var last = sentence[(commas[^1] + 1)..end];
        var and = last.IndexOf('等');
        var noun = MeasureVerbs.MatchEnd(last, WordPart.WorkNoun);
        if (noun == 0) return false;
        var lastLength = and > 0 ? and : last.Length - noun;
        if (and < 0) lastLength -= CountTail(last[..lastLength]);
        if (and < 0 && !SameLength(commas, lastLength)) return false;
        if (lastLength < 2) return false;
        var from = verbEnd;
        foreach (var comma in commas)
        {
            parts.Add(new(from, comma, 0, 0, true));
            from = comma + 1;
        }

        parts.Add(new(from, from + lastLength, 0, 0, true));
        return true;
    }

    /// <summary>Characters of 五项, 5大 and the like that close a list before its noun (控车、控油五项措施).</summary>
    private static int CountTail(ReadOnlySpan<char> words)
    {
        if (words.IsEmpty || words[^1] is not ('项' or '大' or '类' or '个' or '种')) return 0;
        var at = words.Length - 1;
        while (at > 0 && (char.IsAsciiDigit(words[at - 1]) || "一二三四五六七八九十".Contains(words[at - 1]))) at--;
        return at == words.Length - 1 ? 0 : words.Length - at;
    }

    /// <summary>Without 等 only members of one length (控尘、控煤) are sure to share the noun at the end.</summary>
    private static bool SameLength(IReadOnlyList<int> commas, int length)
    {
        for (var i = 1; i < commas.Count; i++)
            if (commas[i] - commas[i - 1] - 1 != length) return false;
        return true;
    }
}
