namespace Maoding.Text.Targets;

/// <summary>Finds the indicator's noun phrase in the words before a figure or cue.</summary>
internal static class TargetNames
{
    private const Mark Trailing = Mark.Direction | Mark.About | Mark.Adverb | Mark.Time | Mark.Strive | Mark.Ensure | Mark.New | Mark.GrowNoun
        | Mark.OutpaceCue | Mark.BetterAdverb | Mark.Distribute;
    private static readonly string[] _occasions = ["重要节点", "关键节点", "敏感节点", "重要时期", "敏感时期", "期间"];
    private const Mark Opening = Mark.Time | Mark.Strive | Mark.Ensure | Mark.Lead | Mark.Link | Mark.Place | Mark.Plan | Mark.Past;

    /// <summary>
    /// Strips words of direction, degree and time off the end of a stretch; their marks are what is said of the
    /// name. A word that is itself an indicator (城镇新增就业) stays.
    /// </summary>
    public static int TrimEnd(MarkedSentence sentence, int start, int end, out Mark words)
    {
        words = Mark.None;
        while (end > start)
        {
            if (Date(sentence.Text, start, end) is var date && date < end)
            {
                end = date;
                continue;
            }

            if (!sentence.EndingAt(end, start, Trailing, out var from, out var mark)) break;
            if ((mark & Mark.Indicator) != 0 && (mark & (Mark.Direction | Mark.GrowNoun)) == 0) break;
            if ((mark & Mark.GrowNoun) != 0 && sentence.EndingAt(end, start, Mark.Share, out var noun, out _) && noun < from) break;
            words |= mark;
            end = from;
        }

        end = StartingValue(sentence.Text, start, end);
        while (end > start && sentence.Text[end - 1] is '的' or '为' or '在' or '“') end--;
        return end;
    }

    /// <summary>Where a date that ends a stretch begins, with 比 before it: 6月底前, 9月1日前, 比2025年; else the end.</summary>
    private static int Date(string text, int start, int end)
    {
        var at = end;
        if (text[at - 1] is '前') at--;
        if (at > start && text[at - 1] is '底' or '末' or '初') at--;
        if (at <= start || text[at - 1] is not ('年' or '月' or '日')) return end;
        var from = at;
        while (from > start && (text[from - 1] is '年' or '月' or '日' || char.IsAsciiDigit(text[from - 1]))) from--;
        if (from == at || !char.IsAsciiDigit(text[from])) return end;
        return from > start && text[from - 1] is '比' or '较' or '到' or '在' ? from - 1 : from;
    }

    /// <summary>Where 由27家整合, 从去年的3% begins: what the indicator stands at now is no part of its name.</summary>
    private static int StartingValue(string text, int start, int end)
    {
        for (var i = start + 2; i < end - 1; i++)
            if (text[i] is '由' or '从' && (char.IsAsciiDigit(text[i + 1]) || text[i + 1] is 'X' or '去' or '上' or '目' or '现')
                && text.AsSpan(i, end - i).IndexOfAnyInRange('0', '9') is var digit && (digit > 0 || text[i + 1] == 'X')) return i;
        return end;
    }

    /// <summary>Skips words that open a statement (力争全年, 我市, 其中) and whatever stands before the last 确保 or 推动.</summary>
    public static int TrimStart(MarkedSentence sentence, int start, int end)
    {
        for (var at = start; at < end - 1; at++)
            if (sentence.StartingAt(at, Mark.Strive | Mark.Ensure | Mark.Lead, out var after, out var opened) && after <= end - 2
                && ((opened & (Mark.Strive | Mark.Ensure)) != 0 || sentence.Text.AsSpan(at, after - at) is "推动" or "促进" or "实现" or "带动" or "拉动")
                && Outside(sentence.Text, start, at)) start = after;
        if (sentence.Text.AsSpan(start, Math.Max(0, end - start)).IndexOfAny('期', '点') >= 0) start = AfterOccasion(sentence, start, end);
        while (start < end)
        {
            var c = sentence.Text[start];
            if (c is ' ' or '·' or '．') start++;
            else if (char.IsAsciiDigit(c) && start + 6 < end && sentence.Text[start + 4] == '年'
                && sentence.Text.AsSpan(start, 4).IndexOfAnyExceptInRange('0', '9') < 0) start += 5;
            else if (sentence.StartingAt(start, Opening, out var after, out var mark) && after < end
                && !Longer(sentence, start, after, end) && Leaves(sentence, start, after, end, mark)) start = after;
            else if (sentence.StartingAt(start, Mark.BetterAdverb, out after, out mark) && after < end
                && (mark & Mark.Indicator) == 0 && after - start >= 2 && sentence.Text[after - 1] != '大') start = after;
            else break;
        }

        return start;
    }

    /// <summary>重要节点进京访, 重大活动期间进京访 name 进京访.</summary>
    private static int AfterOccasion(MarkedSentence sentence, int start, int end)
    {
        foreach (var time in _occasions)
            if (end - start > time.Length + 2 && sentence.Text.IndexOf(time, start, end - start - 2, StringComparison.Ordinal) is var at and >= 0)
                start = at + time.Length;
        return start;
    }

    /// <summary>The name without the verb that brings it about: 实施重点项目 names 重点项目, 新增就业 stays.</summary>
    public static string Text(MarkedSentence sentence, int start, int end, bool verb = true)
    {
        const Mark verbs = Mark.Work | Mark.Programme | Mark.Foster | Mark.Allot | Mark.Arrive | Mark.Lead;
        var text = sentence.Text;
        if (!verb && text.AsSpan(start, end - start) is ['安', '排', _, _, ..]) start += 2;
        while (verb && start < end - 1 && sentence.StartingAt(start, verbs, out var after, out var mark) && after <= end - 2
            && (mark & (Mark.New | Mark.Indicator | Mark.ZeroCue)) == 0 && text.AsSpan(start, after - start) is not ("上市" or "挂牌" or "签约" or "新签约"
                or "新开工" or "开工" or "竣工" or "续建" or "化解" or "清收" or "处置" or "盘活" or "预算" or "培训" or "补贴" or "登记" or "建设" or "招商")) start = after;
        while (start < end && text[start] is '的' or '了') start++;
        while (end > start && text[end - 1] is '的' or '，') end--;
        var inner = text.AsSpan(start, end - start).IndexOf("年内", StringComparison.Ordinal);
        return inner > 1 ? string.Concat(text.AsSpan(start, inner), text.AsSpan(start + inner + 2, end - start - inner - 2)) : text[start..end];
    }

    /// <summary>
    /// The indicators a joint phrase names: 竹木家居、锂电材料、绿色食品产值 shares its last noun, 生产安全事故起数和死亡人数
    /// its first, 城乡低保标准 splits in two.
    /// </summary>
    public static List<string> Split(MarkedSentence sentence, int start, int end)
    {
        var parts = Parts(sentence, start, end);
        var text = sentence.Text;
        var names = new List<string>();
        if (parts.Count == 1)
        {
            var whole = Text(sentence, start, end);
            if (whole.Contains("存贷款", StringComparison.Ordinal))
                return [whole.Replace("存贷", "存", StringComparison.Ordinal), whole.Replace("存贷", "贷", StringComparison.Ordinal)];
            return whole.StartsWith("城乡", StringComparison.Ordinal) && whole[^1] is not ('比' or '距' or '差')
                ? [string.Concat(whole.Contains("居民", StringComparison.Ordinal) ? "城镇" : "城市", whole.AsSpan(2)),
                    string.Concat("农村", whole.AsSpan(2))] : [whole];
        }

        var (lastStart, lastEnd) = parts[^1];
        var headStart = HeadStart(sentence, lastStart, lastEnd);
        foreach (var (from, to) in parts)
        {
            var name = Text(sentence, from, to);
            var own = sentence.EndingAt(TrimEnd(sentence, from, to, out _), from, Mark.Indicator | Mark.Entity | Mark.Project, out var noun, out _);
            if (!own && to != lastEnd) name += text[headStart..lastEnd];
            else if (own && noun == from && names.Count > 0 && Prefix(sentence, parts[0]) is var prefix
                && !(prefix.Length > 1 && name.StartsWith(prefix[..2], StringComparison.Ordinal))) name = prefix + name;
            names.Add(to == lastEnd || own ? Trimmed(sentence, from, to, name) : name);
        }

        return names;
    }

    /// <summary>单位生产总值能耗下降幅度 in a joint phrase is 单位生产总值能耗.</summary>
    private static string Trimmed(MarkedSentence sentence, int from, int to, string name)
    {
        var extra = to - TrimEnd(sentence, from, to, out _);
        return extra < name.Length - 1 ? name[..^extra] : name;
    }

    private static List<(int Start, int End)> Parts(MarkedSentence sentence, int start, int end)
    {
        var parts = new List<(int, int)>();
        var from = start;
        for (var i = start + 1; i < end - 1; i++)
        {
            var length = sentence.Text[i] is '、' or '和' or '与' or '及' ? 1 : sentence.Text.AsSpan(i, 2) is "以及" ? 2 : 0;
            if (length == 0 || InsideWord(sentence.Text, i)) continue;
            if (i > from) parts.Add((from, i));
            from = i + length;
            i = from - 1;
        }

        parts.Add((from, end));
        return parts;
    }

    /// <summary>普及 和美 and the like join nothing.</summary>
    private static bool InsideWord(string text, int i) =>
        (text[i], text[i - 1], text[i + 1]) is ('及', '普' or '涉' or '危' or '波' or '推' or '遍', _) or ('及', _, '时' or '格' or '早')
        or ('和', _, '美' or '谐' or '平') or ('和', '共' or '总' or '平' or '饱', _) or ('与', '参' or '给', _);

    /// <summary>Where the shared noun of the last part begins: 绿色食品|产值, 基本公共卫生服务经费|人均财政补助标准.</summary>
    private static int HeadStart(MarkedSentence sentence, int start, int end)
    {
        if (!sentence.EndingAt(end, start, Mark.Indicator, out var noun, out _)) return end;
        if (noun == start && sentence.ShortestEndingAt(end, start, Mark.Indicator, out var shared)) noun = shared;
        for (var i = noun - 2; i > start; i--)
            if (sentence.Text.AsSpan(i, 2) is "人均" or "居民") noun = i;
        return noun;
    }

    private static string Prefix(MarkedSentence sentence, (int Start, int End) first) =>
        sentence.ShortestEndingAt(first.End, first.Start, Mark.Indicator, out var noun) ? sentence.Text[first.Start..noun] : "";

    /// <summary>到 opens nothing in 到位, nor 使 in 使用.</summary>
    private static bool Longer(MarkedSentence sentence, int start, int after, int end) =>
        sentence.StartingAt(start, ~Mark.None, out var longest, out _) && longest > after && longest <= end;

    private static bool Leaves(MarkedSentence sentence, int start, int after, int end, Mark mark)
    {
        if ((mark & (Mark.Indicator | Mark.Entity)) != 0) return false;
        if (sentence.Text.AsSpan(start, after - start) is "当年") return false;
        if (sentence.Text[after - 1] is '府' or '政' && (mark & Mark.Place) != 0)
            return sentence.StartingAt(after, Mark.Allot | Mark.Work | Mark.Arrive, out _, out _);
        if ((mark & Mark.Place) != 0) return after - start >= 2 && end - after >= 2;
        if (after - start > 1) return end - after >= 2;
        if (OpensWord(sentence.Text, start)) return false;
        return sentence.Text[start] is '使' or '让' or '把' or '将' or '要' or '在' or '对' or '到'
            or '按' or '以' or '由' or '从' or '并' or '也' or '和' or '及' or '再' or '又' or '还' or '是';
    }

    /// <summary>在建 再生水 按期 从业 are words of the name though 在 再 按 从 open a statement.</summary>
    private static bool OpensWord(string text, int at) => (text[at], text[at + 1]) switch
    {
        ('在', '建') => at + 2 < text.Length && text[at + 2] != '设',
        ('在', '校' or '职' or '册' or '库' or '岗' or '外' or '产' or '编' or '统' or '线' or '园') => true,
        ('再', '生' or '就' or '制' or '贷') or ('按', '期' or '时' or '质') or ('从', '业') or ('对', '外' or '口')
            or ('以', '旧' or '工') or ('要', '素' or '件') or ('还', '款' or '贷') => true,
        _ => false,
    };

    /// <summary>中欧班列开行500列, 新开通国际班列线路2条、发运650列以上: trains run are counted over the year.</summary>
    public static string? Trains(MarkedSentence sentence, int start, int end)
    {
        var own = sentence.Text.IndexOf("班列", start, end - start, StringComparison.Ordinal);
        if (own >= 0) return Text(sentence, start, own + 2);
        if (sentence.Text.AsSpan(start, end - start) is not ("发运" or "开行" or "到发" or "发送" or "运行")) return null;
        own = sentence.Text.LastIndexOf("班列", start, StringComparison.Ordinal);
        return own < 0 ? null : sentence.EndingAt(own + 2, 0, Mark.Tally, out var noun, out _) ? sentence.Text[noun..(own + 2)] : "班列";
    }

    /// <summary>市级, 10亿元以上, 农村 want a noun of the clause before; 群众财产损失 is one.</summary>
    public static bool IsModifier(string name) => name.Length < 5
        || name[^1] is '级' or '上' or '下' or '类' or '内' or '外' or '年' or '度' or '型' or '性' or '的' or '中' or '镇' or '村' or '区';

    /// <summary>Waters and oversized classes are followed as states of a whole place; 隐患 and 内涝点 are work.</summary>
    public static bool IsState(ReadOnlySpan<char> thing) =>
        thing[^1] != '处' && (thing.EndsWith("水体", StringComparison.Ordinal)
            || thing.EndsWith("大班额", StringComparison.Ordinal) || thing.EndsWith("断面", StringComparison.Ordinal)
            || thing.EndsWith("薄弱村", StringComparison.Ordinal) || thing.EndsWith("空壳村", StringComparison.Ordinal)
            || thing.Contains("黑臭", StringComparison.Ordinal));

    private static bool Outside(string text, int start, int at)
    {
        var depth = 0;
        for (var i = start; i < at; i++)
            if (text[i] == '“') depth++;
            else if (text[i] == '”') depth--;
        return depth <= 0;
    }

    /// <summary>Nouns of measure that name nothing without what stands before (规模达到80亿元).</summary>
    public static bool IsMeasureNoun(string name) => name is "规模" or "总量" or "数量" or "总额" or "增速" or "增幅";

    /// <summary>为困难群众发放补贴5亿元 speaks of the sum from its verb on.</summary>
    public static int SumStart(MarkedSentence sentence, int start, int end)
    {
        var name = sentence.Text.AsSpan(start, end - start);
        var at = name.LastIndexOf("发放", StringComparison.Ordinal);
        if (at > 0 && start + at + 4 <= end) return start + at;
        if (!name.StartsWith("为", StringComparison.Ordinal)) return start;
        foreach (var word in (ReadOnlySpan<string>)["减税", "退税", "减负", "降本"])
            if ((at = name.IndexOf(word, StringComparison.Ordinal)) > 0) return start + at;
        return start;
    }

    public static bool HasAny(ReadOnlySpan<char> text, string[] words)
    {
        foreach (var word in words)
            if (text.Contains(word, StringComparison.Ordinal)) return true;
        return false;
    }

    public static bool EndsWithAny(ReadOnlySpan<char> text, string[] words)
    {
        foreach (var word in words)
            if (text.EndsWith(word, StringComparison.Ordinal)) return true;
        return false;
    }
}
