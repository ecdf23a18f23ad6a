namespace Maoding.Text.Structure;

/// <summary>Takes paragraphs one by one and builds sections and sentences.</summary>
internal sealed class OutlineBuilder
{
    private const int LongestHeading = 45;
    private const int LongestLead = 22;

    private readonly NormalText _normal;
    private readonly List<OpenSection> _open = [];
    private bool _bodySeen;
    private string _topic = "";

    public OutlineBuilder(NormalText normal)
    {
        _normal = normal;
        Open(HeadingStyle.None, "", "", default, level: 0);
    }

    public List<Section> Sections { get; } = [];

    public List<Sentence> Sentences { get; } = [];

    public void Add(TextSpan paragraph, TextSpan next, int number)
    {
        var text = _normal.Text.AsSpan(paragraph.Offset, paragraph.Length);
        var mark = HeadingNumber.Read(text);
        var firstEnd = SentenceSplitter.End(text, 0, text.Length);
        var following = next.Length == 0 ? [] : _normal.Text.AsSpan(next.Offset, next.Length);
        var kind = FirstKind(text, mark, firstEnd, following);
        if (kind == SentenceKind.Heading) OpenHeading(paragraph, text[..firstEnd], mark);
        else if (kind == SentenceKind.Lead) _topic = Topic(text[..firstEnd]);
        else if (number > 0 && mark.Style == HeadingStyle.None && kind == SentenceKind.Body) _topic = "";
        Put(paragraph, 0, firstEnd, kind, number, 0);
        for (int start = firstEnd, ordinal = 1; start < text.Length; ordinal++)
        {
            var end = SentenceSplitter.End(text, start, text.Length);
            var lead = IsInnerLead(text[start..end], end == text.Length);
            if (lead) _topic = Topic(text[start..end]);
            Put(paragraph, start, end, lead ? SentenceKind.Lead : SentenceKind.Body, number, ordinal);
            start = end;
        }

        _bodySeen |= kind == SentenceKind.Heading || text[^1] is '。' or '：' or '！';
    }

    private SentenceKind FirstKind(ReadOnlySpan<char> text, HeadingNumber mark, int firstEnd, ReadOnlySpan<char> next)
    {
        var first = text[..firstEnd];
        var whole = firstEnd == text.Length;
        if (mark.Length > 0 && mark.Style is not (HeadingStyle.RunIn or HeadingStyle.Dash))
            return IsHeading(first, mark, whole, next) ? SentenceKind.Heading : SentenceKind.Body;
        if (IsFrame(first, whole)) return SentenceKind.Frame;
        if (whole && IsBareHeading(first, next)) return SentenceKind.Heading;
        if (whole) return SentenceKind.Body;
        return IsLead(first, mark) ? SentenceKind.Lead : SentenceKind.Body;
    }

    /// <summary>A numbered line is a heading when something stands under it; run in, when it is short and bare of figures.</summary>
    private static bool IsHeading(ReadOnlySpan<char> first, HeadingNumber mark, bool whole, ReadOnlySpan<char> next)
    {
        if (mark.Style is HeadingStyle.Part or HeadingStyle.Chapter) return true;
        if (first.Length > LongestHeading || first[^1] is '；' or '：' or '，') return false;
        if (mark.Style is HeadingStyle.Chinese or HeadingStyle.ChapterSection && whole && first[^1] != '。') return true;
        if (HasFigure(first[mark.Length..])) return false;
        if (!whole) return mark.Style != HeadingStyle.Circled && first.Length <= (mark.Style == HeadingStyle.Ordinal ? LongestLead : LongestHeading);
        if (first[^1] == '。' && first.Count('，') > 1) return false;
        return !next.IsEmpty && mark.Style != HeadingStyle.Ordinal && IsUnder(HeadingNumber.Read(next).Style, mark.Style);
    }

    /// <summary>What follows a heading is text or a deeper number, never a number of its own rank or above.</summary>
    private static bool IsUnder(HeadingStyle next, HeadingStyle heading) => next == HeadingStyle.None || next > heading;

    /// <summary>Title, salutation, date and speaker lines before the body; salutations anywhere.</summary>
    private bool IsFrame(ReadOnlySpan<char> first, bool whole)
    {
        var salutes = first.Length <= 40 && (first.StartsWith("同志们") || first.StartsWith("各位") || first.StartsWith("尊敬的"));
        if (salutes && first[^1] is '：' or '！' && first.Length <= 40 && (whole || first.Length <= 12)) return salutes;
        return whole && !_bodySeen && first[^1] is not ('。' or '！' or '？' or '；');
    }

    /// <summary>A short line without stop or figure above a longer paragraph.</summary>
    private static bool IsBareHeading(ReadOnlySpan<char> first, ReadOnlySpan<char> next) =>
        first.Length <= 30 && first[^1] is not ('。' or '！' or '？' or '，' or '、')
        && !first.ContainsAny('：', '；') && first[^1] is not '）' && next.Length >= 30
        && next.Length > first.Length && !HasFigure(first) && HeadingNumber.Read(first).Length == 0;

    private static bool IsLead(ReadOnlySpan<char> first, HeadingNumber mark) =>
        first[^1] == '。' && first.Length <= LongestLead + mark.Length && !HasFigure(first[mark.Length..]) && first.Count('，') <= 1;

    /// <summary>要推动消费升级。 in the middle of a paragraph: one clause, a call, more sentences after it.</summary>
    private static bool IsInnerLead(ReadOnlySpan<char> sentence, bool last)
    {
        if (last || sentence[^1] != '。' || sentence.Length > LongestLead || HasFigure(sentence)) return false;
        var mark = HeadingNumber.Read(sentence);
        if (mark.Style == HeadingStyle.RunIn) return sentence.Count('，') <= 1;
        return sentence[0] == '要' && !sentence.Contains('，');
    }

    /// <summary>A figure other than a year: 2026年重点工作 is a heading, 新建学校20所 is work.</summary>
    private static bool HasFigure(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsAsciiDigit(text[i])) continue;
            if (i + 4 >= text.Length || text[i + 4] != '年' || !text.Slice(i, 4).StartsWith("20")) return true;
            i += 4;
        }

        return false;
    }

    private static string Topic(ReadOnlySpan<char> lead)
    {
        var topic = lead[HeadingNumber.Read(lead).Length..];
        foreach (var order in (ReadOnlySpan<string>)["首先，", "其次，", "再次，", "最后，"])
            if (topic.StartsWith(order)) topic = topic[order.Length..];
        return topic.TrimEnd("。：").TrimStart('要').ToString();
    }

    private void OpenHeading(TextSpan paragraph, ReadOnlySpan<char> heading, HeadingNumber mark)
    {
        _topic = "";
        var style = mark.Length == 0 ? HeadingStyle.Dash : mark.Style;
        while (_open.Count > 1 && _open[^1].Style >= style) _open.RemoveAt(_open.Count - 1);
        var title = heading[mark.Length..].TrimEnd('。').ToString();
        Open(style, heading[..mark.Length].ToString(), title, _normal.ToSource(paragraph.Offset, heading.Length), _open.Count);
    }

    private void Open(HeadingStyle style, string number, string title, TextSpan heading, int level)
    {
        var section = new Section
        {
            Index = Sections.Count,
            Level = level,
            Number = number,
            Title = title,
            Heading = heading,
            Parent = _open.Count == 0 ? null : _open[^1].Section,
        };
        Sections.Add(section);
        _open.Add(new OpenSection(style, section));
    }

    private void Put(TextSpan paragraph, int start, int end, SentenceKind kind, int number, int ordinal) => Sentences.Add(new Sentence
    {
        Index = Sentences.Count,
        Span = _normal.ToSource(paragraph.Offset + start, end - start),
        Normal = new TextSpan(paragraph.Offset + start, end - start),
        Paragraph = number,
        Ordinal = ordinal,
        Section = _open[^1].Section,
        Kind = kind,
        Topic = _topic,
    });

    /// <summary>A section that the next paragraphs belong to.</summary>
    private sealed record OpenSection(HeadingStyle Style, Section Section);
}
