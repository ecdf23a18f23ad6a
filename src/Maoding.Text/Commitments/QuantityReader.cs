using System.Globalization;
using Maoding.Text.Targets;

namespace Maoding.Text.Commitments;

/// <summary>Reads the amounts of work in a stretch of a sentence.</summary>
internal static class QuantityReader
{
    private static readonly string[] Tails = ["以上", "以下", "以内", "左右", "上下", "次以上"];
    private static readonly string[] Links =
        ["不少于", "不低于", "不超过", "达到", "超过", "突破", "累计", "共", "达", "约", "至少", "分别", "各", "到", "至", "的", "总计", "合计", "年内", "全年", "再"];

    private static readonly string[] Places = ["门前", "门口", "周边", "沿线", "附近"];

    /// <summary>The amounts in order: each a number with a measure word that is no level, year, road or size.</summary>
    /// <param name="verbEnd">Where the leading verb ends in <paramref name="words"/>; what is counted stands after it.</param>
    public static Quantity? Read(ReadOnlySpan<char> words, int offset, int verbEnd)
    {
        Quantity? last = null;
        for (var at = 0; at < words.Length;)
        {
            var length = ReadAt(words, at, out var figure, out var unit);
            if (length == 0)
            {
                at += Math.Max(1, DigitRun(words, at));
                continue;
            }

            last = new Quantity(new TextSpan(offset + at, length), figure, unit, Thing(words, verbEnd, at, at + length));
            at += length;
        }

        return last;
    }

    /// <summary>Length of number and unit at a place; 0 when no amount of work starts there.</summary>
    public static int ReadAt(ReadOnlySpan<char> words, int at, out Figure figure, out string unit)
    {
        figure = default;
        unit = "";
        if (at > 0 && (char.IsAsciiLetterOrDigit(words[at - 1]) || words[at - 1] is '第' or '.' or '每' or '“')) return 0;
        var digits = DigitRun(words, at);
        var chinese = digits == 0;
        if (chinese) digits = QuantityNumerals.RunLength(words[at..]);
        if (digits == 0 || at + digits >= words.Length) return 0;
        var end = at + digits;
        var scale = 0;
        var measure = MeasureVerbs.Match(words[end..], WordPart.Unit);
        while (measure == 0 && scale < 3 && end + scale < words.Length && words[end + scale] is '万' or '亿' or '千' or '百' or '余' or '多')
            measure = MeasureVerbs.Match(words[(end + ++scale)..], WordPart.Unit);
        if (measure == 0) return 0;
        if (chinese && words.Slice(at, digits) is "一" && words[end] == '个') return 0;
        if (chinese && (scale == 0 && words[end] is not ('个' or '家' or '所' or '处' or '座' or '条' or '名' or '件' or '场' or '台') || digits > 3)) return 0;
        var tail = words[(end + scale + measure)..];
        // 10蒸吨以下燃煤锅炉, 3A级以上景区: a size, not an amount.
        if (StartsWithAny(tail, ["以下", "以上", "及以上", "及以下"], out var skip) && skip < tail.Length && !IsBreak(tail[skip])) return 0;
        figure = Parse(words.Slice(at, digits), chinese);
        unit = words.Slice(end, scale + measure).ToString();
        return digits + scale + measure;
    }

    private static Figure Parse(ReadOnlySpan<char> number, bool chinese)
    {
        if (chinese) return new Figure(QuantityNumerals.Read(number));
        if (number.Contains('X')) return new Figure(null);
        return decimal.TryParse(number, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var value)
            ? new Figure(value) : new Figure(null);
    }

    private static int DigitRun(ReadOnlySpan<char> words, int at)
    {
        var length = 0;
        if (words[at] == 'X')
        {
            while (at + length < words.Length && words[at + length] == 'X') length++;
            return length;
        }

        while (at + length < words.Length && (char.IsAsciiDigit(words[at + length])
            || (length > 0 && words[at + length] is '.' or ',' && at + length + 1 < words.Length && char.IsAsciiDigit(words[at + length + 1])))) length++;
        return length;
    }

    /// <summary>What is counted: the words after the unit, else those between verb and number, else those before the verb.</summary>
    private static string Thing(ReadOnlySpan<char> words, int verbEnd, int start, int end)
    {
        var after = words[end..];
        if (StartsWithAny(after, Tails, out var tail)) after = after[tail..];
        if (after.StartsWith("的")) after = after[1..];
        var thing = UpToVerb(after);
        // 在38所小学门前增设护学岗: the schools are counted; 整治5公里国道沿线: the place itself is.
        if (thing.Length < after.Length && !IsBreak(after[thing.Length])) thing = BeforePlace(thing);
        if (thing.Length > 1) return thing.ToString();
        var before = TrimLinks(AfterTime(start > verbEnd ? words[verbEnd..start] : []));
        if (before.Length > 1) return before.ToString();
        var subject = words[..Math.Min(verbEnd, start)];
        var verb = MeasureVerbs.MatchEnd(subject, WordPart.Verb | WordPart.NounVerb);
        subject = TrimLinks(AfterTime(subject[..^verb]));
        return subject.Length > 1 && MeasureVerbs.Match(subject, WordPart.LooseAdverb) < subject.Length ? subject.ToString() : "";
    }

    /// <summary>The noun phrase at the start: up to a stop, a figure or a verb.</summary>
    private static ReadOnlySpan<char> UpToVerb(ReadOnlySpan<char> words)
    {
        for (var at = 0; at < words.Length; at++)
        {
            if (words[at] is '，' or '；' or '、' or '。' || char.IsAsciiDigit(words[at])) return words[..at];
            if (at < 2) continue;
            var verb = MeasureVerbs.Match(words[at..], WordPart.Verb);
            if (verb > 1 && (MeasureVerbs.PartsOf(words.Slice(at, verb)) & WordPart.NounVerb) == 0) return words[..at];
        }

        return words;
    }

    private static ReadOnlySpan<char> BeforePlace(ReadOnlySpan<char> words)
    {
        foreach (var place in Places)
            if (words.Length > place.Length + 1 && words.EndsWith(place, StringComparison.Ordinal)) return words[..^place.Length];
        return words;
    }

    /// <summary>Without a time that stands before the number: in 6月底前400亩 nothing says what is counted.</summary>
    private static ReadOnlySpan<char> AfterTime(ReadOnlySpan<char> words)
    {
        var at = words.LastIndexOf('月');
        if (at < 1 || !(char.IsAsciiDigit(words[at - 1]) || QuantityNumerals.IsNumeral(words[at - 1]))) return words;
        at++;
        while (at < words.Length
            && (char.IsAsciiDigit(words[at]) || words[at] is '日' or '底' or '末' or '初' or '上' or '中' or '下' or '旬' or '份' or '以' or '之' or '前' or '内')) at++;
        return words[at..];
    }

    private static ReadOnlySpan<char> TrimLinks(ReadOnlySpan<char> words)
    {
        for (var trimmed = true; trimmed;)
        {
            trimmed = false;
            foreach (var link in Links)
            {
                if (!words.EndsWith(link, StringComparison.Ordinal)) continue;
                words = words[..^link.Length];
                trimmed = true;
            }
        }

        if (words.StartsWith("全年") || words.StartsWith("年内")) words = words[2..];
        if (words.StartsWith("到位") || words.StartsWith("新增") || words.StartsWith("引进") || words.StartsWith("实现") || words.StartsWith("完成")) words = words[2..];
        return words.TrimStart("、了好");
    }

    private static bool StartsWithAny(ReadOnlySpan<char> text, ReadOnlySpan<string> words, out int length)
    {
        length = 0;
        foreach (var word in words)
            if (text.StartsWith(word, StringComparison.Ordinal) && word.Length > length) length = word.Length;
        return length > 0;
    }

    private static bool IsBreak(char c) => c is '，' or '；' or '、' or '。' or '：' or '）';
}
