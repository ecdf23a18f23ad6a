using System.Globalization;
using Maoding.Text.Targets;

namespace Maoding.Text.Commitments;

/// <summary>Reads the amounts of work in a stretch of a sentence.</summary>
internal static class QuantityReader
{
    private static readonly string[] Tails = ["以上", "以下", "以内", "左右", "上下", "次以上"];
    private static readonly string[] Links = ["不少于", "不低于", "不超过", "达到", "超过", "突破", "累计", "共", "达", "约", "至少", "分别", "各", "到", "至", "的", "总计", "合计"];

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
        var scale = Scale(words[end..]);
        var measure = MeasureVerbs.Match(words[(end + scale)..], WordPart.Unit);
        if (measure == 0) return 0;
        if (chinese && (scale == 0 && words[end] is not ('个' or '家' or '所' or '处' or '座' or '条' or '名' or '件' or '场' or '台') || at + digits - at > 3)) return 0;
        if (chinese && (words[at] == '一' && digits == 1 && words[end] is '批' or '个' && at > 0 && words[at - 1] is '一' or '每')) return 0;
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
        return decimal.TryParse(number, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var value) ? new Figure(value) : new Figure(null);
    }

    private static int DigitRun(ReadOnlySpan<char> words, int at)
    {
        var length = 0;
        if (words[at] == 'X')
        {
            while (at + length < words.Length && words[at + length] == 'X') length++;
            return length;
        }

        while (at + length < words.Length && (char.IsAsciiDigit(words[at + length]) || (length > 0 && words[at + length] is '.' or ',' && at + length + 1 < words.Length && char.IsAsciiDigit(words[at + length + 1])))) length++;
        return length;
    }

    private static int Scale(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && length < 2 && text[length] is '万' or '亿' or '千' or '百' or '余' or '多') length++;
        return length;
    }

    /// <summary>What is counted: the words between verb and number, else the words after the unit.</summary>
    private static string Thing(ReadOnlySpan<char> words, int verbEnd, int start, int end)
    {
        var before = start > verbEnd ? words[verbEnd..start] : [];
        for (var trimmed = true; trimmed && !before.IsEmpty;)
        {
            trimmed = false;
            foreach (var link in Links)
            {
                if (!before.EndsWith(link, StringComparison.Ordinal)) continue;
                before = before[..^link.Length];
                trimmed = true;
            }
        }

        if (before.Length > 1 && before[0] is not ('为' or '对' or '给' or '向')) return before.TrimStart("、了好").ToString();
        var after = words[end..];
        if (StartsWithAny(after, Tails, out var tail)) after = after[tail..];
        if (after.StartsWith("的")) after = after[1..];
        var stop = after.IndexOfAny('，', '；', '、');
        if (stop >= 0) after = after[..stop];
        return after.ToString();
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
