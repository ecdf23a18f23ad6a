using Maoding.Text.Commitments;

namespace Maoding.Text.Themes;

/// <summary>Reads the strands of a named set where the text lists them before or after the name.</summary>
internal static class ThemeMembers
{
    private const int LongestMember = 40;
    private static readonly string[] _cues = ["即：", "即", "：", "包括：", "包括", "分别是：", "分别是", "就是：", "就是", "——", "指的是", "主要是："];
    private static readonly string[] _ands = ["以及", "和", "与", "及"];

    /// <summary>产业转型、动能转型、…“六个转型”: the list that ends where the name starts.</summary>
    /// <param name="before">The words from the start of the clause to the name.</param>
    public static List<string> Before(ReadOnlySpan<char> before, string name, int? count)
    {
        var list = before.TrimEnd("的等这“");
        var letters = name.IndexOf('字') > 0 ? QuantityNumerals.Read(name.AsSpan(0, name.IndexOf('字'))) : -1;
        var parts = Split(list.ToString(), ['、']);
        // 坚定“四个自信”、坚决做到“两个维护”: what ends in a verb is no list of strands.
        var verb = MeasureVerbs.MatchEnd(parts[^1], WordPart.Verb);
        var lead = parts[^1].AsSpan(0, parts[^1].Length - verb);
        if (verb > 1 && lead.Length > 0 && MeasureVerbs.Match(lead, WordPart.LooseAdverb | WordPart.FirmAdverb) == lead.Length) return [];
        SplitLast(parts, count);
        if (letters > 0)
        {
            for (var n = 2; n <= parts.Count; n++)
                if (Strip(parts, n) is var words && words.Sum(word => word.Length) == letters) return words;
            return [];
        }

        return count is > 1 && parts.Count >= count ? Strip(parts, count.Value) : [];
    }

    /// <summary>“四双联动”，即A、B、C、D: the list after 即, 包括, 分别是, 指 or a colon.</summary>
    /// <param name="after">The words after the name to the end of the sentence.</param>
    public static List<string> After(string after, int? count)
    {
        if (count is not > 1) return [];
        var cue = Cue(after);
        if (cue < 0) return [];
        var rest = after[cue..].TrimEnd('。', '！', '\n', ' ');
        foreach (var stop in (ReadOnlySpan<char>)['；', '，', '、'])
        {
            var parts = Split(rest, [stop]);
            if (stop == '，' && parts.Count > count && Alike(parts, count.Value)) parts.RemoveRange(count.Value, parts.Count - count.Value);
            if (stop == '、')
            {
                parts = Split(Split(rest, ['，', '；'])[0], ['、']);
                SplitLast(parts, count);
            }

            if (parts.Count != count) continue;
            var members = parts.Select(Trim).ToList();
            if (members.TrueForAll(member => member.Length is > 1 and <= LongestMember)) return members;
        }

        return [];
    }

    /// <summary>在防范化解重大风险攻坚战方面 … 在污染防治攻坚战方面: each strand opens a passage of its own.</summary>
    public static List<string> Scattered(string text, string name, int? count)
    {
        if (count is not > 1 || name.Length < 4 || name[1] is not ('大' or '项')) return [];
        var tail = string.Concat(name.AsSpan(2), "方面");
        var members = new List<string>();
        for (var at = text.IndexOf(tail, StringComparison.Ordinal); at >= 0; at = text.IndexOf(tail, at + 1, StringComparison.Ordinal))
        {
            var window = text.AsSpan(Math.Max(0, at - 16), at - Math.Max(0, at - 16));
            var from = window.LastIndexOf('在');
            if (from < 0 || window[from..].IndexOfAny('，', '。') >= 0) continue;
            var member = string.Concat(window[(from + 1)..], name.AsSpan(2));
            if (!members.Contains(member)) members.Add(member);
        }

        return members.Count == count ? members : [];
    }

    private static int Cue(string after)
    {
        foreach (var cue in _cues)
        {
            var at = after.IndexOf(cue, StringComparison.Ordinal);
            if (at >= 0 && at <= 12 && !after.AsSpan(0, at).ContainsAny('。', '；')) return at + cue.Length;
        }

        return -1;
    }

    /// <summary>必须A，必须B: the first members begin alike.</summary>
    private static bool Alike(List<string> parts, int count)
    {
        for (var i = 1; i < count; i++)
            if (parts[i].Length == 0 || parts[i][0] != parts[0][0]) return false;
        return parts[0].Length > 0;
    }

    /// <summary>A、B和C: the last part is two when one is missing.</summary>
    private static void SplitLast(List<string> parts, int? count)
    {
        if (count is null || parts.Count != count - 1) return;
        foreach (var and in _ands)
        {
            var at = parts[^1].IndexOf(and, 2 <= parts[^1].Length ? 2 : 0, StringComparison.Ordinal);
            if (at < 2 || at + and.Length >= parts[^1].Length) continue;
            var last = parts[^1];
            parts[^1] = last[..at];
            parts.Add(last[(at + and.Length)..]);
            return;
        }
    }

    /// <summary>The last <paramref name="count"/> parts; the first loses the verb that leads the list.</summary>
    private static List<string> Strip(List<string> parts, int count)
    {
        var members = parts.GetRange(parts.Count - count, count);
        var shortest = members.Skip(1).DefaultIfEmpty("").Min(member => member.Length);
        var first = members[0];
        for (var at = first.Length - Math.Max(2, shortest); at > 0 && first.Length > shortest; at--)
        {
            var lead = MeasureVerbs.MatchEnd(first.AsSpan(0, at), WordPart.Verb | WordPart.Frame | WordPart.Preposition);
            if (lead == 0 || (lead == 1 && at > 1)) continue;
            first = first[at..];
            break;
        }

        var even = members.Skip(1).All(member => member.Length == shortest);
        if (even && count > 2 && first.Length > shortest * 2 && shortest >= 3) first = first[^shortest..];
        members[0] = first;
        for (var i = 0; i < members.Count; i++) members[i] = Trim(members[i]);
        return members.TrueForAll(member => member.Length is > 1 and <= 20) ? members : [];
    }

    private static string Trim(string member)
    {
        var words = member.AsSpan().Trim().TrimStart("即：").TrimEnd("，。；");
        // 进一步加强领导，坚决维护…: what follows the first comma explains the strand.
        var comma = words.IndexOf('，');
        if (comma > 3) words = words[..comma];
        var open = words.IndexOf('“');
        if (open == 0 && words.IndexOf('”') == words.Length - 1) words = words[1..^1];
        return words.ToString();
    }

    private static List<string> Split(string text, ReadOnlySpan<char> stops)
    {
        var parts = new List<string>();
        var start = 0;
        for (var at = 0; at < text.Length; at++)
        {
            at = MeasureClauses.SkipNested(text, at);
            if (!stops.Contains(text[at])) continue;
            parts.Add(text[start..at]);
            start = at + 1;
        }

        parts.Add(text[start..]);
        return parts;
    }
}
