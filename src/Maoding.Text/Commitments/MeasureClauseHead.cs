using Maoding.Text.Deadlines;

namespace Maoding.Text.Commitments;

/// <summary>Reads what leads a clause: openers, modal words, adverbs, time, then a verb.</summary>
internal readonly ref struct ClauseHead(ReadOnlySpan<char> text, IReadOnlyList<Deadline> deadlines, int offset)
{
    private const WordPart Adverb = WordPart.LooseAdverb | WordPart.FirmAdverb;
    private const WordPart AnyVerb = WordPart.Verb | WordPart.NounVerb;

    private readonly ReadOnlySpan<char> _text = text;

    /// <summary>The place after 一是, 今年, 对…来讲, 要 and phrases of time.</summary>
    public int SkipOpening(int at)
    {
        for (var moved = true; moved && at < _text.Length;)
        {
            moved = false;
            if (_text[at] is '、' or ' ' or '　' or '—' or '“' && at + 1 == _text.Length)
            {
                at++;
                moved = true;
                continue;
            }

            var time = TimeAt(at);
            if (time > 0 && time == _text.Length - at) return _text.Length;
            var opener = MeasureVerbs.Match(_text[at..], WordPart.Opener);
            if (opener > 0 && EndsOpener(at + opener))
            {
                at += opener;
                moved = true;
            }
            else if (Modal(at) is var modal and > 0)
            {
                at += modal;
                moved = true;
            }
            else if (ViewOf(at) is var view and > 0)
            {
                at += view;
                moved = true;
            }
        }

        return at;
    }

    /// <summary>A verb that leads from <paramref name="at"/>, after adverbs and time. The longest way that ends in a verb counts.</summary>
    public bool ReadHead(int at, out int head, out int verb, out int length)
    {
        head = verb = at;
        length = 0;
        if (at >= _text.Length) return false;
        var frame = MeasureVerbs.Match(_text[at..], WordPart.Frame | WordPart.Result);
        var lead = MeasureVerbs.Match(_text[at..], WordPart.Verb | WordPart.NounVerb);
        if (frame > 0 && frame >= lead)
        {
            (verb, length) = (at, frame);
            return true;
        }

        if (SkipLoose(at, out head, out verb, out length)) return true;
        if (lead == 0) return false;
        (head, verb, length) = (at, at, lead);
        return !EndsNoun(at + lead, lead);
    }

    /// <summary>各地都要…: the verb after a modal word in the middle of the clause.</summary>
    public bool ReadAfterModal(int start, out int head, out int verb, out int length)
    {
        head = verb = start;
        length = 0;
        for (var at = start + 2; at < _text.Length; at++)
        {
            var close = MeasureClauses.SkipNested(_text, at);
            if (close > at)
            {
                at = close;
                continue;
            }

            var modal = Modal(at);
            if (modal == 0 || _text.Slice(at, modal) is "计划" or "可" or "得"
                || (_text[at] == '要' && _text[at - 1] is '主' or '重' or '首' or '必' or '需' or '紧' or '摘' or '纲' or '概' or '扼')) continue;
            if (!ReadHead(at + modal, out head, out verb, out length)) continue;
            // 各项政策都要予以倾斜: without an object the title needs the subject.
            var after = verb + length;
            if (after >= _text.Length || after + MeasureVerbs.Match(_text[after..], AnyVerb) >= _text.Length) head = start;
            return true;
        }

        return false;
    }

    /// <summary>The verb after a subject or a prepositional phrase; the title keeps what stands before it.</summary>
    public bool ReadAfterSubject(int start, out int head, out int verb, out int length)
    {
        if (MeasureVerbs.Match(_text[start..], WordPart.Preposition) == 0 && ReadAfterModal(start, out head, out verb, out length)) return true;
        for (var at = start; at < _text.Length; at++)
        {
            var close = MeasureClauses.SkipNested(_text, at);
            if (close > at)
            {
                at = close;
                continue;
            }

            if (at < start + 2) continue;
            var time = TimeAt(at);
            if (_text[at - 1] is '的' or '、' or '和' or '与') continue;
            length = MeasureVerbs.Match(_text[(at + time)..], WordPart.Verb);
            if (length == 0 || EndsNoun(at + time + length, length)) continue;
            var single = (MeasureVerbs.PartsOf(_text.Slice(at + time, length)) & WordPart.NounVerb) != 0;
            var next = at + time + length;
            if (length < 2 || (next < _text.Length && (_text[next] is '了' or '过' || (single && time == 0 && _text[next] != '、')))) continue;
            (head, verb) = (start, at + time);
            return true;
        }

        head = verb = start;
        length = 0;
        return false;
    }

    private bool SkipLoose(int at, out int head, out int verb, out int length)
    {
        head = verb = at;
        length = 0;
        var time = TimeAt(at);
        var skip = time > 0 ? time : MeasureVerbs.Match(_text[at..], Adverb);
        for (; skip > 0; skip = time > 0 ? 0 : MeasureVerbs.Match(_text.Slice(at, skip - 1), Adverb))
        {
            var next = at + skip;
            if (next >= _text.Length || !ReadHead(next, out head, out verb, out length)) continue;
            var loose = time > 0 || (MeasureVerbs.PartsOf(_text.Slice(at, skip)) & WordPart.LooseAdverb) != 0;
            if (!loose) head = at;
            return true;
        }

        return false;
    }

    private int Modal(int at)
    {
        var length = MeasureVerbs.Match(_text[at..], WordPart.Modal);
        if (length == 0 || at + length >= _text.Length) return 0;
        if (_text.Slice(at, length) is "不得" or "严禁" or "决不允许" or "绝不允许" or "不能" or "决不能" or "不准" or "决不") return 0;
        var next = _text[(at + length)..];
        if (_text[at] == '要' && length == 1 && (at == 0 || _text[at - 1] is '，' or '；' or '。' or '、')) return next[0] is '素' or '求' or '点' or '件' ? 0 : length;
        if (_text.Slice(at, length) is not ("将" or "可" or "得" or "须" or "应" or "拟" or "需" or "要" or "计划")) return length;
        // 将更多资金纳入…, 要素, 应急: only a modal word where a verb, adverb or preposition follows.
        var follows = MeasureVerbs.Match(next, AnyVerb);
        if (follows > 0 && follows < next.Length && next[follows] == '的') return 0;
        return MeasureVerbs.Match(next, AnyVerb | Adverb | WordPart.Preposition | WordPart.Frame | WordPart.Result) > 0
            && next[0] is not ('急' or '素' or '求' or '点') ? length : 0;
    }

    /// <summary>Length of a deadline that starts here; 0 when none does.</summary>
    private int TimeAt(int at)
    {
        for (var i = 0; i < deadlines.Count; i++)
            if (deadlines[i] is var deadline && deadline.Normal.Offset == offset + at && !(deadline.WholeYear && deadline.Words.Length > 3))
                return Math.Min(deadline.Normal.Length, _text.Length - at);
        return 0;
    }

    /// <summary>对XX来讲, 作为XX来说: a point of view that no title needs.</summary>
    private int ViewOf(int at)
    {
        var rest = _text[at..];
        if (rest[0] is not ('对' or '作' or '就' or '从')) return 0;
        var end = Math.Max(rest.IndexOf("来讲"), rest.IndexOf("来说"));
        return end is > 0 and < 14 ? end + 2 : rest.StartsWith("作为") && rest.Length < 8 ? rest.Length : 0;
    }

    private bool EndsOpener(int at) =>
        at >= _text.Length || MeasureVerbs.Match(
            _text[at..], AnyVerb | Adverb | WordPart.Modal | WordPart.Preposition | WordPart.Frame | WordPart.Result | WordPart.Opener) > 0
            || _text[at] is '对' or '各' or '全';

    /// <summary>A verb that a noun follows at once (开工率, 管理员, 建设用地) is part of a name.</summary>
    private bool EndsNoun(int at, int length) =>
        at < _text.Length && (_text[at] == '率' || (MeasureVerbs.PartsOf(_text.Slice(at - length, length)) & WordPart.NounVerb) != 0)
            && _text[at] is '率' or '者' or '员' or '费' or '额' or '权' or '量' or '力' or '期' or '性' or '制' or '场' or '局' or '区';
}
