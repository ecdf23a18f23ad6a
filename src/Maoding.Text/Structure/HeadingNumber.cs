namespace Maoding.Text.Structure;

/// <summary>The spellings of heading numbers, outermost first.</summary>
public enum HeadingStyle
{
    None,

    /// <summary>第一部分, 第一篇</summary>
    Part,

    /// <summary>第一章</summary>
    Chapter,

    /// <summary>第一节</summary>
    ChapterSection,

    /// <summary>一、</summary>
    Chinese,

    /// <summary>（一）</summary>
    ChineseBracket,

    /// <summary>1. 1、</summary>
    Arabic,

    /// <summary>（1） 1)</summary>
    ArabicBracket,

    /// <summary>①</summary>
    Circled,

    /// <summary>第一， 首先，</summary>
    Ordinal,

    /// <summary>一是 一要</summary>
    RunIn,

    /// <summary>——</summary>
    Dash,
}

/// <summary>A heading number at the start of a paragraph or sentence, in full-width or half-width spelling.</summary>
/// <param name="Length">Characters it takes, 0 when there is none.</param>
public readonly record struct HeadingNumber(HeadingStyle Style, int Length)
{
    private const string Digits = "一二三四五六七八九十百零〇两";

    public static HeadingNumber Read(ReadOnlySpan<char> text)
    {
        if (text.Length < 2) return default;
        var first = text[0];
        if (first is '（' or '(') return Bracketed(text);
        if (first == '第') return Ordinal(text);
        if (char.IsAsciiDigit(first) || first is >= '０' and <= '９') return Arabic(text);
        if (first is >= '①' and <= '⑳') return new(HeadingStyle.Circled, 1);
        if (text.StartsWith("——") && text.Length > 2) return new(HeadingStyle.Dash, 2);
        return Digits.Contains(first) ? Chinese(text) : default;
    }

    private static HeadingNumber Chinese(ReadOnlySpan<char> text)
    {
        var end = Run(text, 0);
        if (end >= text.Length || end > 3) return default;
        return text[end] switch
        {
            '、' or '．' or '.' => new(HeadingStyle.Chinese, end + 1),
            '是' or '要' when end < 3 && text[0] != '百' => new(HeadingStyle.RunIn, end + 1),
            _ => default,
        };
    }

    private static HeadingNumber Bracketed(ReadOnlySpan<char> text)
    {
        var close = text[..Math.Min(text.Length, 8)].IndexOfAny('）', ')');
        if (close < 2) return default;
        var inner = text[1..close].Trim(' ');
        if (inner.IsEmpty) return default;
        if (Run(inner, 0) == inner.Length) return new(HeadingStyle.ChineseBracket, close + 1);
        foreach (var c in inner)
            if (!char.IsDigit(c)) return default;
        return inner.Length <= 2 ? new(HeadingStyle.ArabicBracket, close + 1) : default;
    }

    private static HeadingNumber Arabic(ReadOnlySpan<char> text)
    {
        var end = 0;
        while (end < text.Length && char.IsDigit(text[end])) end++;
        if (end > 3 || end >= text.Length) return default;
        var mark = text[end];
        if (mark is ')' or '）') return new(HeadingStyle.ArabicBracket, end + 1);
        if (mark is not ('.' or '．' or '、')) return default;
        // 1.5万 and 1、2号楼 are figures, not numbers of headings.
        if (end + 1 < text.Length && char.IsDigit(text[end + 1])) return default;
        return new(HeadingStyle.Arabic, end + 1);
    }

    private static HeadingNumber Ordinal(ReadOnlySpan<char> text)
    {
        var end = Run(text, 1);
        if (end == 1 || end >= text.Length) return default;
        return text[end] switch
        {
            '，' or '、' or ',' or '：' => new(HeadingStyle.Ordinal, end + 1),
            '章' => new(HeadingStyle.Chapter, end + 1),
            '节' => new(HeadingStyle.ChapterSection, end + 1),
            '篇' => new(HeadingStyle.Part, end + 1),
            '部' when end + 1 < text.Length && text[end + 1] == '分' => new(HeadingStyle.Part, end + 2),
            _ => default,
        };
    }

    private static int Run(ReadOnlySpan<char> text, int start)
    {
        var end = start;
        while (end < text.Length && Digits.Contains(text[end])) end++;
        return end;
    }
}
