namespace Maoding.Text.Targets;

/// <summary>
/// Reads the targets that have no figure: 保持稳定, 位居前列, 完成市下达任务, 与经济增长同步. Inside the list of expected
/// targets any noun will do; elsewhere only what is plainly a statistic, since most such words there direct work.
/// </summary>
internal sealed class CueTargets(MarkedSentence sentence, Rows<Clause> clauses)
{
    private static readonly string[] _assigners = MarkLexicon.Words("下达");
    private static readonly string[] _quotaVerbs = ["完成", "达到", "控制在", "达"];
    private static readonly string[] _quotaEnds = MarkLexicon.Words("定额");
    private static readonly string[] _references = MarkLexicon.Words("参照");
    private static readonly string[] _rankVerbs = MarkLexicon.Words("名列");
    private static readonly System.Buffers.SearchValues<char> Grades = System.Buffers.SearchValues.Create("ⅠⅡⅢⅣⅤ");
    private readonly List<Finding> _found = [];
    private bool _listed;
    private Finding? _before;
    private Clause _clause;

    /// <param name="rankOnly">True in a clause whose figure may be a place (进入全国前50位).</param>
    /// <param name="before">The target found last in this sentence, for clauses that leave its name out.</param>
    public IReadOnlyList<Finding> Read(int index, TargetContext context, Finding? before, bool rankOnly)
    {
        _before = before;
        _found.Clear();
        _listed = context.Listed;
        _clause = Bare(clauses[index]);
        if (_clause.End - _clause.Start < 4) return _found;
        if (context.IsOtherYear(sentence, sentence.Text.AsSpan(0, _clause.End))) return _found;
        var marks = sentence.In(_clause.Start, _clause.End);
        if ((marks & Mark.Cue) == 0 && !Grade(out _)) return _found;
        _ = rankOnly ? Rank() : Quota() || Rank() || InStep() || Outpace() || Zero()
            || Never() || FallWord() || Stable() || Better() || Balance() || GradeHeld();
        return _found;
    }

    /// <summary>The clause without the quotation marks and stops at its ends.</summary>
    private Clause Bare(Clause clause)
    {
        var end = clause.End;
        while (end > clause.Start && sentence.Text[end - 1] is '。' or '”' or '！' or '\n' or '；') end--;
        if (end < clause.End && sentence.Text[end] == '”') end++;
        return clause with { End = end };
    }

    private bool Quota()
    {
        var text = sentence.Text.AsSpan(_clause.Start, _clause.End - _clause.Start);
        foreach (var verb in _quotaVerbs)
        {
            var at = text.IndexOf(verb, StringComparison.Ordinal);
            if (at < 0) continue;
            var from = _clause.Start + at + verb.Length;
            if (!TargetNames.EndsWithAny(text, _quotaEnds) || !TargetNames.HasAny(sentence.Text.AsSpan(from, _clause.End - from), _assigners)) continue;
            AddQuota(_clause.Start + at, from);
            return true;
        }

        return false;
    }

    private void AddQuota(int verb, int after)
    {
        var end = TargetNames.TrimEnd(sentence, _clause.Start, verb, out _);
        var start = TargetNames.TrimStart(sentence, _clause.Start, end);
        if (end - start < 2)
        {
            var of = sentence.Text.LastIndexOf('的', _clause.End - 1, _clause.End - after);
            if (of > 0 && _clause.End - of > 4) Add(verb, _clause.End, sentence.Text[(of + 1)..(_clause.End - 2)], TargetKind.Quota, "完成下达任务");
            return;
        }

        var many = sentence.Text.LastIndexOf('等', end - 1, end - start);
        if (many - start > 3 && sentence.Text.AsSpan(many, end - many).EndsWith("指标", StringComparison.Ordinal)) end = many;
        foreach (var name in TargetNames.Split(sentence, start, end))
            Add(start, _clause.End, name.EndsWith("下降幅度", StringComparison.Ordinal) ? name[..^4] : name, TargetKind.Quota, "完成下达任务");
    }

    private bool Rank()
    {
        var text = sentence.Text.AsSpan(_clause.Start, _clause.End - _clause.Start);
        foreach (var verb in _rankVerbs)
        {
            var at = text.IndexOf(verb, StringComparison.Ordinal);
            if (at < 0 || Places.At(text[(at + verb.Length)..], out var value) is not true) continue;
            var end = TargetNames.TrimEnd(sentence, _clause.Start, _clause.Start + at, out _);
            if (verb == "排名") end = Math.Max(end, _clause.Start + at + 2);
            var start = TargetNames.TrimStart(sentence, _clause.Start, end);
            var leans = (end - start < 2 && _clause.Joined) || sentence.Text.AsSpan(start, end - start) is "排名" or "位次" or "名次";
            var name = leans && _before is not null ? _before.Name : sentence.Text[start..end];
            if (name.Length < 2 || !(_listed || (sentence.MarksEndingAt(end, start) & Mark.Indicator) != 0 || value is not null)) return false;
            Add(start, _clause.End, name, TargetKind.RankTop, "位次", value);
            return true;
        }

        return false;
    }

    private bool InStep()
    {
        if (!sentence.EndingAt(_clause.End, _clause.Start, Mark.StepCue, out var cue, out _)) return false;
        var with = sentence.Text.LastIndexOfAny(['与', '和', '同', '跟'], cue - 1, cue - _clause.Start);
        if (with < 0) with = sentence.Text.IndexOf('与', _clause.Start, cue - _clause.Start);
        if (with < 0 || cue - with < 3) return false;
        var end = TargetNames.TrimEnd(sentence, _clause.Start, with, out _);
        var start = TargetNames.TrimStart(sentence, _clause.Start, end);
        if (!Allowed(start, end)) return false;
        var partner = sentence.Text[(with + 1)..cue].TrimEnd('保', '持', '基', '本');
        Add(start, _clause.End, sentence.Text[start..end], TargetKind.InStep, "同步", null, partner);
        return true;
    }

    private bool Outpace()
    {
        var cue = sentence.First(_clause.Start + 2, _clause.End, Mark.OutpaceCue);
        if (cue.Start < 0) return false;
        sentence.StartingAt(cue.Start, Mark.OutpaceCue, out var after, out _);
        var rest = sentence.Text.AsSpan(after, _clause.End - after);
        var end = TargetNames.TrimEnd(sentence, _clause.Start, cue.Start, out var words);
        var start = TargetNames.TrimStart(sentence, _clause.Start, end);
        var leans = end - start < 2 && _clause.Joined && _before is not null;
        if (!TargetNames.HasAny(rest, _references) || !(leans || (words & Mark.GrowNoun) != 0 || Allowed(start, end))) return false;
        Add(start, _clause.End, leans ? _before!.Name : sentence.Text[start..end], TargetKind.Outpace, "高于参照", null, rest.ToString());
        return true;
    }

    private bool Zero()
    {
        if (!sentence.EndingAt(_clause.End, _clause.Start, Mark.ZeroCue, out var cue, out _)) return false;
        var end = TargetNames.TrimEnd(sentence, _clause.Start, cue, out _);
        var start = TargetNames.TrimStart(sentence, _clause.Start, end);
        if (end - start < 2) return false;
        Add(start, _clause.End, sentence.Text[start..end], TargetKind.Zero, "清零");
        return true;
    }

    private bool Never()
    {
        var cue = sentence.First(_clause.Start, _clause.End, Mark.NeverCue);
        if (cue.Start < 0) return false;
        var rest = sentence.Text.AsSpan(cue.End, _clause.End - cue.End);
        var verb = sentence.Text.AsSpan(cue.Start, cue.End - cue.Start);
        if (verb is "不返贫") return NoReturn(cue.Start, cue.End);
        if (rest.EndsWith("底线", StringComparison.Ordinal))
        {
            rest = rest[..^2].TrimEnd('的');
            if (!rest.EndsWith("返贫", StringComparison.Ordinal)) return false;
        }

        if (verb[0] == '坚' || rest.Length < 3) return false;
        var reduces = verb.EndsWith("消除", StringComparison.Ordinal) || verb.EndsWith("消灭", StringComparison.Ordinal);
        if (reduces && !TargetNames.IsState(rest)) return false;
        var start = reduces ? TargetNames.TrimStart(sentence, _clause.Start, cue.Start) : cue.Start;
        Add(start, cue.End + rest.Length, rest.ToString(), TargetKind.Zero, "不发生");
        return true;
    }

    /// <summary>确保不返贫.</summary>
    private bool NoReturn(int start, int end)
    {
        if (!sentence.Has(_clause.Start, start, Mark.Ensure)) return false;
        Add(start, end, sentence.Text[(start + 1)..end], TargetKind.Zero, "不发生");
        return true;
    }

    private bool FallWord()
    {
        if (!sentence.EndingAt(_clause.End, _clause.Start, Mark.FallCue, out var cue, out _)) return false;
        var end = TargetNames.TrimEnd(sentence, _clause.Start, cue, out _);
        var start = TargetNames.TrimStart(sentence, _clause.Start, end);
        if (end - start < 2 || !(_listed || sentence.Text.AsSpan(cue, _clause.End - cue) is "只减不增" or "只降不升"
            || (sentence.MarksEndingAt(end, start) & (Mark.FallThing | Mark.Tally | Mark.Share)) != 0)) return false;
        var joint = _listed || sentence.Text[cue] is '双' or '三' or '“';
        if (_clause.End - cue == 2 && sentence.Text[cue] is not '双' && sentence.Text[start..end].Length > 14) return false;
        foreach (var name in joint ? Complete(start, end) : [sentence.Text[start..end]])
            Add(start, _clause.End, name, TargetKind.ChangeDown, "下降而无数字");
        return true;
    }

    /// <summary>The names of a joint phrase where each part is an indicator of its own, else the whole phrase.</summary>
    private List<string> Complete(int start, int end)
    {
        var names = TargetNames.Split(sentence, start, end);
        foreach (var join in (ReadOnlySpan<char>)['、', '和'])
        {
            var at = sentence.Text.IndexOf(join, start, end - start);
            if (at > start && (sentence.MarksEndingAt(at, start) & Mark.Indicator) == 0) return [sentence.Text[start..end]];
        }

        return names;
    }

    private bool Stable()
    {
        if (sentence.StartingAt(_clause.Start, Mark.Adverb, out var verb, out _)
            && sentence.Text.AsSpan(_clause.Start).StartsWith("稳定", StringComparison.Ordinal)
            && (sentence.MarksEndingAt(_clause.End, verb) & (Mark.Physical | Mark.Share)) != 0)
        {
            Add(_clause.Start, _clause.End, sentence.Text[verb.._clause.End], TargetKind.Stable, "稳定");
            return true;
        }

        if (!sentence.EndingAt(_clause.End, _clause.Start, Mark.StableCue, out var cue, out _)) return false;
        if (_clause.End - cue == 2 && !_listed) return false;
        var end = TargetNames.TrimEnd(sentence, _clause.Start, cue, out _);
        var start = TargetNames.TrimStart(sentence, _clause.Start, end);
        var at = sentence.Text.IndexOf('在', start, Math.Max(0, end - start));
        if (!Allowed(start, end) && !(at > start && Allowed(start, at))) return false;
        Add(start, _clause.End, sentence.Text[start..(at > start ? at : end)], TargetKind.Stable, "稳定");
        return true;
    }

    private bool Better()
    {
        if (!_listed && sentence.Text.AsSpan(_clause.Start).StartsWith("提高", StringComparison.Ordinal)
            && (sentence.MarksEndingAt(_clause.End, _clause.Start) & Mark.Share) != 0
            && (sentence.Text.AsSpan(_clause.Start, _clause.End - _clause.Start).EndsWith("比重", StringComparison.Ordinal)))
        {
            Add(_clause.Start, _clause.End, sentence.Text[(_clause.Start + 2).._clause.End], TargetKind.Improve, "提高而无数字");
            return true;
        }

        if (!sentence.EndingAt(_clause.End, _clause.Start, Mark.BetterCue, out var cue, out _)) return false;
        var end = TargetNames.TrimEnd(sentence, _clause.Start, cue, out var words);
        var start = TargetNames.TrimStart(sentence, _clause.Start, end);
        var firm = sentence.Text.AsSpan(cue, _clause.End - cue) is "只增不减";
        if (((words & Mark.BetterAdverb) == 0 && !firm) || !Allowed(start, end)) return false;
        var measured = firm || (sentence.MarksEndingAt(end, start) & (Mark.Total | Mark.Share | Mark.Index)) != 0
            || sentence.Text.AsSpan(start, end - start).Contains("人均", StringComparison.Ordinal);
        if (!measured && !_listed) return false;
        Add(start, _clause.End, sentence.Text[start..end], TargetKind.Improve, "提高而无数字");
        return true;
    }

    private bool Balance()
    {
        if (!sentence.EndingAt(_clause.End, _clause.Start, Mark.BalanceCue, out var cue, out _) || cue - _clause.Start < 2) return false;
        if (!_listed || sentence.Text[_clause.End - 1] == '平') return sentence.Text[_clause.End - 1] == '平' && Recovered(cue);
        var start = TargetNames.TrimStart(sentence, _clause.Start, cue);
        Add(start, _clause.End, sentence.Text[start..TargetNames.TrimEnd(sentence, start, cue, out _)], TargetKind.Other, "平衡");
        return true;
    }

    /// <summary>恢复到2019年水平, 达到全省平均水平.</summary>
    private bool Recovered(int cue)
    {
        foreach (var verb in (ReadOnlySpan<string>)["恢复", "达到", "回到", "接近"])
        {
            var at = sentence.Text.LastIndexOf(verb, cue, cue - _clause.Start, StringComparison.Ordinal);
            if (at < 0) continue;
            var end = TargetNames.TrimEnd(sentence, _clause.Start, at, out _);
            var start = TargetNames.TrimStart(sentence, _clause.Start, end);
            if (!Allowed(start, end)) return false;
            Add(start, _clause.End, sentence.Text[start..end], TargetKind.Other, "参照水平");
            return true;
        }

        return false;
    }

    /// <summary>Whether a text names a grade of water anywhere.</summary>
    public static bool HasGrade(string text) => text.AsSpan().IndexOfAny(Grades) >= 0;

    private bool Grade(out int at)
    {
        at = sentence.Text.AsSpan(_clause.Start, _clause.End - _clause.Start).IndexOfAny(Grades);
        return at > 0;
    }

    /// <summary>断面水质稳定保持Ⅱ类.</summary>
    private bool GradeHeld()
    {
        if (!Grade(out var at) || sentence.Text[_clause.End - 1] != '类') return false;
        var end = TargetNames.TrimEnd(sentence, _clause.Start, _clause.Start + at, out var words);
        var start = TargetNames.TrimStart(sentence, _clause.Start, end);
        if (end - start < 2 || (words & (Mark.Hold | Mark.Steady | Mark.Reach)) == 0) return false;
        var held = (words & (Mark.Hold | Mark.Steady | Mark.Adverb)) != 0;
        Add(start, _clause.End, sentence.Text[start..end], held ? TargetKind.Stable : TargetKind.Other, "水质类别");
        return true;
    }

    /// <summary>Outside the list only a statistic's name will do.</summary>
    private bool Allowed(int start, int end) =>
        end - start >= 2 && (_listed || (sentence.MarksEndingAt(end, start) & Mark.Indicator) != 0);

    private void Add(int start, int end, string name, TargetKind kind, string rule, decimal? value = null, string? partner = null)
    {
        Figure? figure = value is null ? null : new Figure(value);
        _found.Add(new Finding(start, end, name, kind, figure, null, null, rule, sentence.Text[start..end], partner));
    }
}
