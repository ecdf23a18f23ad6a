namespace Maoding.Text.Ledgers;

/// <summary>How an item is numbered; the order of levels is the document's own, not this one.</summary>
internal enum NumberStyle
{
    None,

    /// <summary>一、</summary>
    Chapter,

    /// <summary>（一）</summary>
    Part,

    /// <summary>1. 1、</summary>
    Item,

    /// <summary>（1） 1）</summary>
    SubItem,

    /// <summary>1.1</summary>
    Decimal,

    /// <summary>①</summary>
    Circled,

    /// <summary>任务1： 第1项</summary>
    Named,

    /// <summary>第一章 第一部分</summary>
    Division,
}

/// <summary>The number at the start of an item.</summary>
/// <param name="Length">Code units it takes, following blanks included.</param>
/// <param name="Written">As written, without blanks.</param>
internal readonly record struct ItemNumber(NumberStyle Style, int Ordinal, int Length, string Written)
{
    public static ItemNumber Read(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty) return default;
        return text[0] switch
        {
            '（' or '(' => Bracketed(text),
            >= '①' and <= '⑳' => Make(text, NumberStyle.Circled, text[0] - '①' + 1, 1),
            '第' => Division(text),
            '任' or '事' or '项' => Named(text),
            _ => Plain(text),
        };
    }

    private static ItemNumber Bracketed(ReadOnlySpan<char> text)
    {
        var close = text.IndexOfAny('）', ')');
        if (close is < 2 or > 5) return default;
        var inner = text[1..close].Trim();
        if (Digits(inner, out var ordinal) == inner.Length) return Make(text, NumberStyle.SubItem, ordinal, close + 1);
        return Chinese(inner, out ordinal) == inner.Length ? Make(text, NumberStyle.Part, ordinal, close + 1) : default;
    }

    private static ItemNumber Division(ReadOnlySpan<char> text)
    {
        var length = Chinese(text[1..], out var ordinal);
        if (length == 0) length = Digits(text[1..], out ordinal);
        if (length == 0 || length + 1 >= text.Length) return default;
        var rest = text[(length + 1)..];
        if (rest.StartsWith("部分")) return Make(text, NumberStyle.Division, ordinal, length + 3);
        if (rest[0] is '章' or '篇' or '节' && (rest.Length == 1 || rest[1] is ' ' or '　' or '、')) return Make(text, NumberStyle.Division, ordinal, length + 2);
        return rest[0] is '项' or '条' && (rest.Length == 1 || rest[1] is ' ' or '　' or '、' or '：' or ':' or '.')
            ? Make(text, NumberStyle.Named, ordinal, length + 2) : default;
    }

    private static ItemNumber Named(ReadOnlySpan<char> text)
    {
        if (!text.StartsWith("任务") && !text.StartsWith("事项") && !text.StartsWith("项目")) return default;
        var length = Digits(text[2..], out var ordinal);
        if (length == 0) length = Chinese(text[2..], out ordinal);
        if (length == 0 || length + 2 >= text.Length) return default;
        return text[length + 2] is '：' or ':' or '、' or '.' or '．' or ' ' or '　' ? Make(text, NumberStyle.Named, ordinal, length + 3) : default;
    }

    private static ItemNumber Plain(ReadOnlySpan<char> text)
    {
        var length = Chinese(text, out var ordinal);
        if (length > 0) return length < text.Length && text[length] is '、' or '.' or '．' ? Make(text, NumberStyle.Chapter, ordinal, length + 1) : default;
        length = Digits(text, out ordinal);
        if (length is 0 or > 3 || length >= text.Length) return default;
        var after = length + 1 < text.Length ? text[length + 1] : ' ';
        if (text[length] is '、' or '．') return Make(text, NumberStyle.Item, ordinal, length + 1);
        if (text[length] is '）' or ')') return Make(text, NumberStyle.SubItem, ordinal, length + 1);
        if (text[length] is ' ' or '　' or '\t' && after is >= '一' and <= '龥' && !IsMeasure(after)) return Make(text, NumberStyle.Item, ordinal, length + 1);
        if (text[length] is not '.') return default;
        if (!char.IsAsciiDigit(after)) return Make(text, NumberStyle.Item, ordinal, length + 1);
        // 1.5万亩 is a quantity, 1.2 加快… is a number.
        var second = Digits(text[(length + 1)..], out ordinal);
        var end = length + 1 + second;
        return end < text.Length && text[end] is ' ' or '　' or '\t' or '、' ? Make(text, NumberStyle.Decimal, ordinal, end + 1) : default;
    }

    private static bool IsMeasure(char c) => "个家户亩项条座所公万亿千百年月日元人名台套吨米件".Contains(c, StringComparison.Ordinal);

    private static ItemNumber Make(ReadOnlySpan<char> text, NumberStyle style, int ordinal, int length)
    {
        var written = text[..length].Trim().TrimEnd("：:").ToString();
        while (length < text.Length && text[length] is ' ' or '　' or '\t' or '、' or '.') length++;
        return new ItemNumber(style, ordinal, length, written);
    }

    private static int Digits(ReadOnlySpan<char> text, out int value)
    {
        value = 0;
        var i = 0;
        for (; i < text.Length && i < 4; i++)
        {
            var digit = text[i] is >= '０' and <= '９' ? text[i] - '０' : text[i] - '0';
            if (digit is < 0 or > 9) break;
            value = value * 10 + digit;
        }

        return i;
    }

    /// <summary>A Chinese number up to 99 or a string of Chinese digits; returns its length, 0 for none.</summary>
    internal static int Chinese(ReadOnlySpan<char> text, out int value)
    {
        value = 0;
        var (i, pending, ten) = (0, -1, false);
        for (; i < text.Length && i < 5; i++)
        {
            var digit = "〇一二三四五六七八九".IndexOf(text[i], StringComparison.Ordinal);
            if (text[i] == '零') digit = 0;
            if (text[i] == '十' && !ten)
            {
                value = pending < 0 ? 10 : pending * 10;
                (pending, ten) = (0, true);
                continue;
            }

            if (digit < 0) break;
            pending = ten || pending < 0 ? digit : pending * 10 + digit;
        }

        value += Math.Max(pending, 0);
        return i;
    }
}
