using System.Globalization;

namespace Maoding.Text.Targets;

/// <summary>Finds the figures of a sentence: 1100万人以上, X%, 七成, 5%—6%, 每千人4.5批次, 翻一番.</summary>
internal static class FigureReader
{
    private const string Digits = "零一二三四五六七八九";

    /// <summary>Whatever <see cref="Begins"/> may accept, and the brackets that are counted.</summary>
    private static readonly System.Buffers.SearchValues<char> Stops = System.Buffers.SearchValues.Create("（《〔）》〕0123456789X×*_□○Ｘx百千万亿翻过半十两" + Digits);

    public static void Read(MarkedSentence sentence, Rows<FigurePhrase> figures)
    {
        figures.Clear();
        var text = sentence.Text;
        var depth = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var step = text.AsSpan(i).IndexOfAny(Stops);
            if (step < 0) break;
            i += step;
            if (text[i] is '（' or '《' or '〔') depth++;
            else if (text[i] is '）' or '》' or '〕') depth = Math.Max(0, depth - 1);
            if (!Begins(text, i)) continue;
            if (Word(sentence, i) is { } word)
            {
                if (depth == 0) figures.Add(word);
                i = word.Close - 1;
                continue;
            }

            var number = Number(text, i);
            if (number.End == i && !Bare(text[i])) continue;
            if (One(sentence, i, number) is { } found)
            {
                if (depth == 0) figures.Add(found);
                i = found.Close - 1;
            }
            else
            {
                i = Math.Max(i, number.End - 1);
            }
        }
    }

    /// <summary>A magnitude without a number counts one of it: 突破千亿元.</summary>
    private static bool Bare(char c) => c is '百' or '千' or '万' or '亿';

    private static bool Begins(string text, int i)
    {
        var c = text[i];
        if (char.IsAsciiDigit(c)) return i == 0 || !(char.IsAsciiLetter(text[i - 1]) || text[i - 1] == '.' || char.IsAsciiDigit(text[i - 1]));
        if (c is 'X' or '×' or '*' or '_' or '□' or '○' or 'Ｘ' or 'x') return i == 0 || !char.IsAsciiLetterOrDigit(text[i - 1]);
        if (c is '百' or '千' or '万' or '亿' or '翻' or '过' or '半') return i == 0 || (text[i - 1] != '第' && text[i - 1] != '每');
        return (Digits.Contains(c, StringComparison.Ordinal) || c is '十' or '两') && (i == 0 || text[i - 1] is not ('第' or '每'));
    }

    /// <summary>Figures that are words: 翻一番, 过半, 百分之五, 三分之一.</summary>
    private static FigurePhrase? Word(MarkedSentence sentence, int i)
    {
        var text = sentence.Text.AsSpan(i);
        if (text.StartsWith("翻一番", StringComparison.Ordinal)) return Close(sentence, i, i + 3, 100, null, "%", Mark.UnitRate) with { TailMarks = Mark.Grow };
        if (text.StartsWith("翻番", StringComparison.Ordinal)) return Close(sentence, i, i + 2, 100, null, "%", Mark.UnitRate) with { TailMarks = Mark.Grow };
        if (text.StartsWith("两位数", StringComparison.Ordinal)) return Close(
            sentence, i, i + (text[3..].StartsWith("增长", StringComparison.Ordinal) ? 5 : 3), 10, null, "%", Mark.UnitRate) with
        { TailMarks = Mark.Grow };
        if (text.StartsWith("过半", StringComparison.Ordinal) || text.StartsWith("一半", StringComparison.Ordinal))
            return Close(sentence, i, i + 2, 50, null, "%", Mark.UnitRate);
        if (text.StartsWith("百分之百", StringComparison.Ordinal)) return Close(sentence, i, i + 4, 100, null, "%", Mark.UnitRate);
        var part = text.IndexOf("分之", StringComparison.Ordinal);
        if (part is < 1 or > 2) return null;
        var whole = Number(sentence.Text, i);
        var share = Number(sentence.Text, i + part + 2);
        if (share.End == i + part + 2 || whole.End > i + part) return null;
        if (text[0] == '百') return Close(sentence, i, share.End, share.Value, null, "%", Mark.UnitRate);
        if (text[0] == '千') return Close(sentence, i, share.End, share.Value, null, "‰", Mark.UnitRate);
        if (whole.Value is not > 0) return null;
        return Close(sentence, i, share.End, decimal.Round((share.Value ?? 0) / whole.Value.Value * 100, 2), null, "%", Mark.UnitRate);
    }

    private static FigurePhrase? One(MarkedSentence sentence, int start, (decimal? Value, int End) number)
    {
        var text = sentence.Text;
        var (first, at) = number;
        if (at + 1 < text.Length && text[at] is '∶' or ':' or '：' && char.IsAsciiDigit(text[at + 1]))
            return text[at + 1] == '1' && (at + 2 == text.Length || !char.IsAsciiDigit(text[at + 2]))
                ? Close(sentence, start, at + 2, first, null, "", Mark.None) : null;
        decimal? second = null;
        var range = false;
        var unit = Unit(sentence, at);
        var join = unit.End;
        if (join < text.Length && Joins(text, join, out var next) && Begins(text, next))
        {
            var upper = Number(text, next);
            var upperUnit = Unit(sentence, upper.End);
            if (upper.End > next && upperUnit.Class != Mark.None) (second, range, unit) = (upper.Value, true, upperUnit);
        }

        if (Bare(text[start]) && (unit.Class != Mark.UnitMoney && !unit.Name.EndsWith('亿'))) return null;
        if (!char.IsAsciiDigit(text[start]) && unit.Class == Mark.None && !unit.Name.EndsWith('亿')) return null;
        var scale = unit.Name switch { ['千', '万' or '亿', ..] => 1000, ['百', '万' or '亿', ..] => 100, ['十', '万' or '亿', ..] => 10, _ => 1 };
        var name = scale > 1 ? unit.Name[1..] : unit.Name;
        if (name is "成") (scale, name) = (10, "%");
        if (name.Length == 0 && text.AsSpan(unit.End).StartsWith("年", StringComparison.Ordinal)) return null;
        if (name.Length > 0 && name[0] is '年' or '月' or '日') return null;
        (name, start) = PerHead(text, start, name);
        return Close(sentence, start, unit.End, first * scale, range ? second * scale : null, name, unit.Class);
    }

    /// <summary>每千人4.5批次 counts 批次/千人.</summary>
    private static (string Unit, int Start) PerHead(string text, int start, string unit)
    {
        var each = text.LastIndexOf('每', Math.Max(0, start - 1), Math.Min(start, 6));
        if (each < 0 || unit.Length == 0) return (unit, start);
        var head = text.AsSpan(each + 1, start - each - 1);
        return head is "千人" or "万人" or "百人" or "立方米" or "十万人" or "亩" or "吨" || (head is "人" && unit[^1] is not '元') ? ($"{unit}/{head}", each) : (unit, start);
    }

    private static FigurePhrase Close(
        MarkedSentence sentence, int start, int end, decimal? value, decimal? value2, string name, Mark unit)
    {
        var suffix = Mark.None;
        var close = end;
        if (sentence.StartingAt(end, Mark.Floor | Mark.Ceiling | Mark.Around, out var after, out var mark))
        {
            close = after;
            suffix = (mark & Mark.Around) != 0 ? Mark.About : mark & (Mark.Floor | Mark.Ceiling);
        }

        var (main, tail) = Ends(sentence, close);
        Figure? upper = value2 is null ? null : new Figure(value2);
        return new FigurePhrase(start, end, close, new Figure(value), upper, name.Length == 0 ? null : name, unit, suffix, main, tail);
    }

    /// <summary>A figure is the statement's own when the clause ends after it, not when a noun follows.</summary>
    private static (bool Main, Mark Tail) Ends(MarkedSentence sentence, int at)
    {
        var text = sentence.Text;
        while (at < text.Length && text[at] is '”' or '’') at++;
        if (at < text.Length && text[at] == '（')
        {
            var close = text.IndexOf('）', at);
            if (close > 0) at = close + 1;
        }

        if (at >= text.Length || text[at] is '，' or '；' or '、' or '。' or '：' or '！' or '？' or '…' or '—' or '\n' or '）') return (true, Mark.None);
        return sentence.StartingAt(at, Mark.Tail, out _, out var mark) ? (true, mark & (Mark.Grow | Mark.Tail)) : (false, Mark.None);
    }

    private static bool Joins(string text, int at, out int next)
    {
        next = at;
        while (next < text.Length && text[next] is '—' or '–' or '-' or '－' or '~' or '～' or '至' or '到' or '―') next++;
        return next > at && next < text.Length;
    }

    /// <summary>The longest unit at a place, with 万 亿 before it and 多 余 dropped; the end is the place itself when there is none.</summary>
    private static (string Name, Mark Class, int End) Unit(MarkedSentence sentence, int at)
    {
        var text = sentence.Text;
        while (at < text.Length && text[at] is '多' or '余') at++;
        var scale = at;
        if (!sentence.StartingAt(at, Mark.Unit, out var end, out var mark))
        {
            while (scale < text.Length && text[scale] is '万' or '亿' or '千' or '百' && !sentence.StartingAt(scale, Mark.Unit, out _, out _)) scale++;
            var from = scale;
            while (from < text.Length && text[from] is '多' or '余') from++;
            if (!sentence.StartingAt(from, Mark.Unit, out end, out mark)) return (text[at..scale], Mark.None, scale);
            if (from > scale) return (string.Concat(text.AsSpan(at, scale - at), text.AsSpan(from, end - from)), mark & Mark.Unit, end);
        }

        return (text[at..end], mark & Mark.Unit, end);
    }

    private static (decimal? Value, int End) Number(string text, int at)
    {
        var end = at;
        if (at >= text.Length) return (null, at);
        if (char.IsAsciiDigit(text[at]))
        {
            while (end < text.Length
                && (char.IsAsciiDigit(text[end]) || (text[end] == '.' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1])))) end++;
            return decimal.TryParse(text.AsSpan(at, end - at), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
                ? (value, end) : (null, at);
        }

        if (text[at] is 'X' or '×' or '*' or '_' or '□' or '○' or 'Ｘ' or 'x')
        {
            while (end < text.Length && (text[end] == text[at] || (text[end] == '.' && end + 1 < text.Length && text[end + 1] == text[at]))) end++;
            return (null, end);
        }

        return Chinese(text, at);
    }

    private static (decimal? Value, int End) Chinese(string text, int at)
    {
        decimal total = 0, digit = -1;
        var end = at;
        for (; end < text.Length; end++)
        {
            var c = text[end];
            var place = c == '两' ? 2 : c == '〇' ? 0 : Digits.IndexOf(c, StringComparison.Ordinal);
            if (place >= 0) digit = place;
            else if (c == '十') (total, digit) = (total + (digit < 0 ? 1 : digit) * 10, -1);
            else if (c == '百' && digit >= 0) (total, digit) = (total + digit * 100, -1);
            else if (c == '千' && digit >= 0) (total, digit) = (total + digit * 1000, -1);
            else break;
        }

        if (end == at) return (1, at);
        return (total + Math.Max(0, digit), end);
    }
}
