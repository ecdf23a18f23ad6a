namespace Maoding.Text.Ledgers;

/// <summary>The time limit of a ledger row: a whole phrase in words, read as the last day it allows.</summary>
public static class TimeLimit
{
    private static readonly string[] OpenEnded = ["全年", "长期", "持续", "常态", "常年", "每月", "每季", "每周", "不间断", "贯穿"];

    /// <summary>
    /// The latest day that <paramref name="words"/> name in or after <paramref name="planYear"/>; null when they
    /// name none (全年, 长期坚持, 按时序推进).
    /// </summary>
    public static DateOnly? Read(ReadOnlySpan<char> words, int planYear)
    {
        if (words.IsEmpty || words.Length > 200 || planYear is < 1 or > 9998) return null;
        Span<char> packed = stackalloc char[words.Length * 2];
        var text = packed[..Pack(words, packed)];
        DateOnly? last = null;
        var year = planYear;
        for (var i = 0; i < text.Length;)
        {
            var read = ReadAt(text[i..], ref year, planYear, out var date);
            if (date is { } found && (last is null || found > last)) last = found;
            i += Math.Max(read, 1);
        }

        var named = Named(text, year);
        return last > named || named is null ? last : named;
    }

    /// <summary>True for limits that last the whole year or longer: checked through the year, no last day.</summary>
    public static bool IsOpenEnded(ReadOnlySpan<char> words)
    {
        foreach (var word in OpenEnded)
            if (words.Contains(word, StringComparison.Ordinal)) return true;
        return false;
    }

    /// <summary>Half-width digits, Chinese numerals before 年 月 日 季度 as digits, no blanks.</summary>
    private static int Pack(ReadOnlySpan<char> words, Span<char> packed)
    {
        var count = 0;
        for (var i = 0; i < words.Length; i++)
        {
            var c = words[i];
            if (char.IsWhiteSpace(c)) continue;
            var length = ItemNumber.Chinese(words[i..], out var value);
            if (length > 0 && i + length < words.Length && words[i + length] is '年' or '月' or '日' or '季' && (words[i + length] != '年' || length == 4))
            {
                if (!value.TryFormat(packed[count..], out var written)) break;
                (count, i) = (count + written, i + length - 1);
                continue;
            }

            packed[count++] = c is >= '０' and <= '９' ? (char)(c - '０' + '0') : c is '．' ? '.' : c;
        }

        return count;
    }

    // One number or one named part of the year; returns how many characters it took.
    private static int ReadAt(ReadOnlySpan<char> text, ref int year, int planYear, out DateOnly? date)
    {
        date = null;
        if (char.IsAsciiDigit(text[0])) return ReadNumber(text, ref year, out date);
        if (text.StartsWith("明年") || text.StartsWith("次年") || text.StartsWith("下一年"))
            return Year(planYear + 1, text.StartsWith("下") ? 3 : 2, text, ref year, out date);
        if (text.StartsWith("今年") || text.StartsWith("本年") || text.StartsWith("当年")) return Year(planYear, 2, text, ref year, out date);
        return 0;
    }

    private static int Year(int value, int length, ReadOnlySpan<char> text, ref int year, out DateOnly? date)
    {
        year = value;
        date = null;
        var rest = text[length..];
        if (rest.IsEmpty || !StartsPart(rest)) date = new DateOnly(year, 12, 31);
        return length;
    }

    // What follows a year and is read on its own: a month, half, quarter or feast.
    private static bool StartsPart(ReadOnlySpan<char> rest)
    {
        if (rest[0] is '度' or '的') rest = rest[1..];
        if (rest.IsEmpty || IsOpenEnded(rest[..Math.Min(2, rest.Length)])) return !rest.IsEmpty;
        return char.IsAsciiDigit(rest[0])
            || Named(rest[..Math.Min(6, rest.Length)], 2000) is not null && !rest.StartsWith("底") && !rest.StartsWith("末") && !rest.StartsWith("内");
    }

    private static int ReadNumber(ReadOnlySpan<char> text, ref int year, out DateOnly? date)
    {
        date = null;
        var length = Digits(text, out var number);
        var rest = text[length..];
        var mark = rest.IsEmpty ? ' ' : rest[0];
        if (length == 4 && number is > 1990 and < 2200)
        {
            if (mark == '年') return Year(number, 5, text, ref year, out date);
            if (mark is '.' or '-' or '/' && rest.Length > 1 && char.IsAsciiDigit(rest[1])) return Dotted(text, number, ref year, out date);
            if (rest.IsEmpty) date = new DateOnly(number, 12, 31);
            return length;
        }

        if (mark is '季') return Quarter(rest[1..], number, length, year, out date);
        if (mark is '月' && number is >= 1 and <= 12) return length + 1 + Month(rest[1..], year, number, out date);
        if (mark is '.' && number is >= 1 and <= 12) return ShortDay(text, length, year, number, out date);
        return length;
    }

    // 6.30前
    private static int ShortDay(ReadOnlySpan<char> text, int length, int year, int month, out DateOnly? date)
    {
        date = null;
        var end = length + 1 + Digits(text[(length + 1)..], out var day);
        var whole = end == text.Length || text[end] is '前' or '日';
        if (whole && day >= 1 && day <= DateTime.DaysInMonth(year, month)) date = new DateOnly(year, month, day);
        return end;
    }

    private static int Quarter(ReadOnlySpan<char> rest, int number, int length, int year, out DateOnly? date)
    {
        date = number is >= 1 and <= 4 ? EndOfMonth(year, number * 3) : null;
        if (date is { } end && IsBefore(rest.TrimStart('度'))) date = new DateOnly(end.Year, end.Month - 2, 1).AddDays(-1);
        return length + 1;
    }

    /// <summary>6月前 ends with May, as <see cref="Deadlines.DeadlineReader"/> reads it; 6月底前 with June.</summary>
    private static bool IsBefore(ReadOnlySpan<char> rest) => rest.StartsWith("前") || rest.StartsWith("之前") || rest.StartsWith("以前");

    // 2026.10.31 2026-10-31 2026/10
    private static int Dotted(ReadOnlySpan<char> text, int number, ref int year, out DateOnly? date)
    {
        date = null;
        year = number;
        var length = 5 + Digits(text[5..], out var month);
        if (month is < 1 or > 12) return length;
        date = EndOfMonth(year, month);
        if (length + 1 >= text.Length || text[length] is not ('.' or '-' or '/') || !char.IsAsciiDigit(text[length + 1])) return length;
        length += 1 + Digits(text[(length + 1)..], out var day);
        if (day >= 1 && day <= DateTime.DaysInMonth(year, month)) date = new DateOnly(year, month, day);
        return length;
    }

    private static int Month(ReadOnlySpan<char> rest, int year, int month, out DateOnly? date)
    {
        date = EndOfMonth(year, month);
        if (rest.StartsWith("份")) rest = rest[1..];
        if (rest.IsEmpty) return 0;
        if (IsBefore(rest)) date = new DateOnly(year, month, 1).AddDays(-1);
        if (char.IsAsciiDigit(rest[0]))
        {
            var length = Digits(rest, out var day);
            var isDay = length == rest.Length || rest[length] is '日' or '号' or '前' or '，' or '）' or '。';
            if (isDay && day >= 1 && day <= DateTime.DaysInMonth(year, month)) date = new DateOnly(year, month, day);
            return isDay ? length : 0;
        }

        var part = rest.StartsWith("上旬") || rest.StartsWith("初") ? 10 : rest.StartsWith("中旬") ? 20 : rest.StartsWith("中") ? 15 : 0;
        if (part > 0) date = new DateOnly(year, month, part);
        return 0;
    }

    // Parts of a year that have no figure in them; the latest one wins because it stands further down.
    private static DateOnly? Named(ReadOnlySpan<char> text, int year)
    {
        if (YearsFrom(text) is var years and > 1) return new DateOnly(year + years - 1, 12, 31);
        if (Has(text, "年底", "年末", "年内", "岁末", "年终", "下半年", "年度内", "元旦前")) return new DateOnly(year, 12, 31);
        if (Has(text, "国庆前", "国庆节前", "“十一”前", "十一前", "“十一”", "国庆")) return new DateOnly(year, 9, 30);
        if (Has(text, "秋季开学", "暑期", "暑假")) return new DateOnly(year, 8, 31);
        if (Has(text, "“七一”前", "七一前", "“七一”")) return new DateOnly(year, 6, 30);
        if (Has(text, "上半年", "年中")) return new DateOnly(year, 6, 30);
        if (Has(text, "汛期前", "汛前", "主汛期前", "入汛前")) return new DateOnly(year, 5, 31);
        if (Has(text, "“五一”前", "五一前", "“五一”")) return new DateOnly(year, 4, 30);
        return Has(text, "首季", "开门红") ? new DateOnly(year, 3, 31) : null;
    }

    // 三年内: the plan year is the first of three.
    private static int YearsFrom(ReadOnlySpan<char> text)
    {
        var place = text.IndexOf("年内", StringComparison.Ordinal);
        if (place is < 1) return 0;
        var c = text[place - 1];
        if (char.IsAsciiDigit(c)) return place == 1 || !char.IsAsciiDigit(text[place - 2]) ? c - '0' : 0;
        return c == '两' ? 2 : Math.Max("〇一二三四五".IndexOf(c, StringComparison.Ordinal), 0);
    }

    private static bool Has(ReadOnlySpan<char> text, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
            if (text.Contains(word, StringComparison.Ordinal)) return true;
        return false;
    }

    private static int Digits(ReadOnlySpan<char> text, out int value)
    {
        value = 0;
        var i = 0;
        for (; i < text.Length && i < 8 && char.IsAsciiDigit(text[i]); i++) value = value * 10 + (text[i] - '0');
        return i;
    }

    private static DateOnly EndOfMonth(int year, int month) => new(year, month, DateTime.DaysInMonth(year, month));
}
