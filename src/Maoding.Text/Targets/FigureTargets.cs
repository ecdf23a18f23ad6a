namespace Maoding.Text.Targets;

/// <summary>Reads the targets that have a figure, clause by clause.</summary>
internal sealed class FigureTargets(MarkedSentence sentence, Rows<FigurePhrase> figures, Rows<Clause> clauses)
{
    private readonly Rows<FigurePhrase> _own = [];
    private readonly List<Finding> _found = [];
    private readonly List<string> _named = [];
    private TargetContext _context;
    private Statement _previous;
    private int _next;
    private int _clauseIndex;
    private int _previousClause;

    /// <summary>The targets of clause <paramref name="index"/>; empty when it has none of its own.</summary>
    /// <param name="handled">True when the clause has a figure of its own, target or not.</param>
    public IReadOnlyList<Finding> Read(int index, TargetContext context, out bool handled)
    {
        _found.Clear();
        _context = context;
        if (index == 0)
        {
            (_previous, _next) = (default, 0);
            _named.Clear();
        }

        handled = index < _next;
        if (handled) return _found;
        _clauseIndex = index;
        var clause = clauses[index];
        _own.Clear();
        foreach (var figure in figures)
            if (figure.Start >= clause.Start && figure.Close <= clause.End)
                if (figure.Main) _own.Add(figure);
                else if ((Sum(clause, figure) ?? RedLine(clause, figure)) is { } other) _found.Add(other);
        handled = _own.Count + _found.Count > 0;
        if (_own.Count == 0) return _found;
        var shared = sentence.First(clause.Start, _own[0].Start, Mark.Distribute | Mark.Each);
        if (shared.Start < 0 && FollowedByAnother(index)) shared = (_own[0].Start, _own[0].End);
        if (shared.Start >= 0 && Distribute(index, shared.Start)) return _found;
        var from = clause.Start;
        foreach (var figure in _own)
        {
            if (figure.Start > from || _own.Count == 1) Single(from, figure, clause);
            from = figure.Close;
        }

        return _found;
    }

    /// <summary>Only the sentence that opens the list makes a target of any figure; after it an indicator is asked for again.</summary>
    private bool Listed => _context.Opening;

    /// <summary>Length of a verb of direction that begins the name, whose direction joins the words; 0 without.</summary>
    private int LedBy(int start, int nameEnd, FigurePhrase figure, ref Mark words)
    {
        if (figure.Class is not (Mark.UnitRate or Mark.UnitMoney) || (words & Mark.Direction) != 0
            || !sentence.StartingAt(start, Mark.Fall | Mark.Raise, out var after, out var led) || after - start < 2 || after > nameEnd - 2) return 0;
        words |= led & (Mark.Fall | Mark.Raise);
        return after - start;
    }

    private void Single(int from, FigurePhrase figure, Clause clause)
    {
        var nameEnd = TargetNames.TrimEnd(sentence, from, figure.Start, out var words);
        var start = Math.Min(TargetNames.TrimStart(sentence, from, nameEnd), nameEnd);
        if (figure.Class == Mark.UnitMoney) start = TargetNames.SumStart(sentence, start, nameEnd);
        words |= figure.TailMarks & Mark.Grow;
        if (Ahead(from, figure)) return;
        var verb = LedBy(start, nameEnd, figure, ref words);
        var ending = sentence.MarksEndingAt(nameEnd > start && sentence.Text[nameEnd - 1] == '”' ? nameEnd - 1 : nameEnd, start);
        if (figure.Class == Mark.UnitRate && (ending & Mark.GrowNoun) == 0 && sentence.Text.AsSpan(start, nameEnd - start).Contains('占')) ending |= Mark.Share;
        var name = TargetNames.Text(sentence, start + verb, nameEnd, figure.Class is not (Mark.UnitRate or Mark.UnitTime));
        if (figure.Class == Mark.UnitMoney && Deeds(from, figure, nameEnd)) return;
        if (figure.Unit == "列" && TargetNames.Trains(sentence, start, nameEnd) is { } trains)
        {
            if (!IsBackground(clause, figure)) Add(start, figure, trains, TargetKind.LevelAtLeast);
            return;
        }

        var judged = new Judgement(sentence, figure, start, nameEnd, words, ending, Listed);
        var leans = Leans(name, judged, from, figure, clause);
        bool accepted, allotted;
        if (leans && _previous.Name is { Length: > 0 } && _previousClause >= _clauseIndex - 1)
        {
            accepted = _previous.Accepted && (name.Length < 2 || name.StartsWith('占') || TargetNames.IsMeasureNoun(name) || _previous.Class == figure.Class);
            allotted = _previous.Allotted && figure.Class == _previous.Class;
            words = _previous.Direct(words, nameEnd - start < 2, figure.Class);
            ending |= sentence.MarksEndingAt(_previous.NameEnd, _previous.NameStart);
            name = Borrow(name);
        }
        else
        {
            accepted = name.Length >= 2 && (judged.Accepts() || IsPartOfProgramme(clause, figure, ending));
            allotted = IsPartOfProgramme(clause, figure, ending) ? !sentence.Has(0, start, Mark.Attract) : judged.Allotted;
            if (allotted && figure.Class == Mark.UnitMoney && name.EndsWith("投资", StringComparison.Ordinal)) name = Programme(start) + name;
        }

        if (accepted && !IsBackground(clause, figure)) Add(start, figure, name, TargetKinds.Of(figure, words, ending, allotted));
        Remember(new Statement(start, nameEnd, name, accepted, figure.Class, words, allotted, ending),
            keepName: name.Length < 2 || (leans && nameEnd == start));
        _previousClause = _clauseIndex;
    }

    /// <summary>A figure without a name of its own leaves the name before it to the next one.</summary>
    private void Remember(Statement said, bool keepName) => _previous = keepName && _previous.Name is { Length: > 0 }
        ? _previous with { Accepted = said.Accepted, Class = said.Class, Words = said.Words }
        : said;

    /// <summary>Whether a figure has no name of its own and leans on the statement before it.</summary>
    private bool Leans(string name, Judgement judged, int from, FigurePhrase figure, Clause clause)
    {
        if (name.Length < 2 || (name.StartsWith('占') && clause.Start == from) || TargetNames.IsMeasureNoun(name)) return true;
        var part = (judged.Bare && TargetNames.IsModifier(name)) || IsStage(name);
        return part && (clause.Joined || StartsWithPart(clause)) && (figure.Class == Mark.UnitRate || !judged.Accepts());
    }

    /// <summary>能耗、水耗下降1%、1.5%: names and figures are told off against each other without 分别.</summary>
    private bool FollowedByAnother(int index)
    {
        var (clause, figure) = (clauses[index], _own[^1]);
        if (_own.Count > 1 || index + 1 >= clauses.Count || !clauses[index + 1].Joined) return false;
        if (sentence.Text.AsSpan(clause.Start, figure.Start - clause.Start).IndexOfAny('、', '和') < 0) return false;
        foreach (var next in figures)
            if (next.Main && next.Start == clauses[index + 1].Start) return next.Unit == figure.Unit;
        return false;
    }

    /// <summary>分别 gives each name its own figure, or all the same; 均 gives all the same.</summary>
    private bool Distribute(int index, int shared)
    {
        var clause = clauses[index];
        var values = new Rows<FigurePhrase>();
        values.AddRange(_own);
        for (var i = index + 1; i < clauses.Count && clauses[i].Joined; i++)
            foreach (var figure in figures)
                if (figure.Main && figure.Close <= clauses[i].End && figure.Start >= clauses[i].Start
                    && (figure.Start == clauses[i].Start || sentence.Text[figure.Start - 1] is '和' or '及')) (values, _next) = ([.. values, figure], i + 1);
        var nameEnd = TargetNames.TrimEnd(sentence, clause.Start, values[0].Start, out var words);
        var start = TargetNames.TrimStart(sentence, clause.Start, Math.Min(nameEnd, shared));
        var borrowed = nameEnd - start < 2;
        var names = borrowed ? Named(values.Count, sentence.Has(shared, shared + 1, Mark.Each)) : TargetNames.Split(sentence, start, nameEnd);
        if (names.Count == 1 && values.Count >= 2 && PartsOf(names[0], clause, values.Count) is { } parts) names = parts;
        if (names.Count == 1 && values.Count == 2) names.Add(names[0]);
        if (names.Count < 2 || (values.Count > 1 && values.Count != names.Count)) return false;
        var ending = sentence.MarksEndingAt(nameEnd, start);
        var judged = new Judgement(sentence, values[0], start, nameEnd, words, ending, Listed);
        var accepted = (borrowed || judged.Accepts()) && !IsBackground(clause, values[0]);
        var close = values[^1].Close;
        for (var i = 0; accepted && i < names.Count; i++)
        {
            var figure = values[Math.Min(i, values.Count - 1)];
            if (values[^1].Suffix != Mark.None && figure.Suffix == Mark.None) figure = figure with { Suffix = values[^1].Suffix };
            Add(borrowed ? shared : start, figure with { Close = close }, names[i], TargetKinds.Of(figure, words, ending, judged.Allotted));
        }

        _previous = new Statement(start, nameEnd, names[^1], accepted, values[0].Class, words, judged.Allotted);
        _previousClause = _clauseIndex;
        return true;
    }

    /// <summary>安排资金4.6亿元，集中办好十件民生实事; 拿出320万元，办好八件实事: the money of the year's promises to the people.</summary>
    private bool Deeds(int from, FigurePhrase figure, int nameEnd)
    {
        if (!sentence.Text.AsSpan(figure.Close).Contains("实事", StringComparison.Ordinal)) return false;
        var verb = sentence.EndingAt(nameEnd, from, Mark.Allot, out var at, out _) ? at : -1;
        foreach (var word in (ReadOnlySpan<string>)["资金", "拿出", "掏出"])
            if (verb < 0 && sentence.Text.AsSpan(from, nameEnd - from).EndsWith(word, StringComparison.Ordinal)) verb = nameEnd - 2;
        if (verb >= 0 && sentence.EndingAt(verb, from, Mark.Allot, out at, out _)) verb = at;
        if (verb < 0 || IsBackground(clauses[_clauseIndex], figure)) return false;
        var whole = sentence.Text.AsSpan(figure.Close).Contains("民生实事", StringComparison.Ordinal);
        Add(verb, figure, whole ? "民生实事资金" : "实事资金", TargetKind.Amount);
        return true;
    }

    /// <summary>利用内资450亿元、外资3亿美元，分别增长10%、8%: the indicators named just before; of 均 only when they are two.</summary>
    private List<string> Named(int count, bool each) =>
        each ? (_named.Count == 2 ? [.. _named] : []) : _named.Count < Math.Max(count, 2) ? [] : _named[^count..];

    /// <summary>产业类项目79个、城建类项目38个，年度计划投资分别为118亿元、46亿元: the counts before name what the sums are for.</summary>
    private List<string>? PartsOf(string sum, Clause clause, int count)
    {
        if (!sum.EndsWith("投资", StringComparison.Ordinal)) return null;
        var parts = new List<string>();
        foreach (var other in clauses)
            foreach (var figure in figures)
                if (other.End <= clause.Start && figure is { Main: true, Class: Mark.UnitCount } && figure.Start > other.Start && figure.Close <= other.End)
                {
                    var end = TargetNames.TrimEnd(sentence, other.Start, figure.Start, out _);
                    parts.Add(TargetNames.Text(sentence, TargetNames.TrimStart(sentence, other.Start, end), end) + sum);
                }

        return parts.Count < count ? null : parts[^count..];
    }

    /// <summary>…项目60个，其中新开工30个、续建20个.</summary>
    private bool IsStage(string name) => name is "新开工" or "续建" or "新建" or "竣工" or "竣工投产" or "建成投产" or "投产" or "前期" or "储备"
        && _previous is { Accepted: true } && _previous.Name.EndsWith("项目", StringComparison.Ordinal);

    /// <summary>安排1000亿元专项资金: the sum stands before its noun.</summary>
    private Finding? Sum(Clause clause, FigurePhrase figure)
    {
        if (figure.Class != Mark.UnitMoney || !sentence.EndingAt(figure.Start, clause.Start, Mark.Allot, out var verb, out _)) return null;
        if (TargetNames.TrimStart(sentence, clause.Start, verb + 1) != verb || IsBackground(clause, figure)) return null;
        var noun = sentence.First(figure.Close, clause.End, Mark.Total);
        if (noun.Start < 0 || noun.Start - figure.Close > 8) return null;
        var words = sentence.Text[verb..clause.End];
        return new Finding(verb, clause.End, sentence.Text[figure.Close..clause.End], TargetKind.Amount, figure.Value, null, figure.Unit, "安排的金额", words);
    }

    /// <summary>增速高于全省平均水平2个百分点: ahead of another indicator by a figure.</summary>
    private bool Ahead(int from, FigurePhrase figure)
    {
        if (figure.Unit is not ("个百分点" or "百分点")) return false;
        var cue = sentence.First(from, figure.Start, Mark.OutpaceCue);
        if (cue.Start < 0) return false;
        var end = TargetNames.TrimEnd(sentence, from, cue.Start, out _);
        var start = TargetNames.TrimStart(sentence, from, end);
        var leans = end - start < 2;
        var clause = clauses[_clauseIndex];
        if (leans ? _previous is not { Accepted: true } : (sentence.MarksEndingAt(end, start) & Mark.Indicator) == 0 && !_context.Listed) return false;
        if (IsBackground(clause, figure)) return true;
        var name = leans ? _previous.Name : sentence.Text[start..end];
        Add(leans ? cue.Start : start, figure, name, TargetKind.Outpace, sentence.Text[cue.End..figure.Start]);
        return true;
    }

    /// <summary>…重点项目120个，其中新开工项目60个.</summary>
    private bool IsPartOfProgramme(Clause clause, FigurePhrase figure, Mark ending) =>
        (ending & Mark.Project) != 0 && (clause.Joined || StartsWithPart(clause)) && figure.Class == Mark.UnitCount
        && _previous is { Accepted: true, Name.Length: > 0 } && sentence.Has(0, clause.Start, Mark.Project);

    private void Add(int start, FigurePhrase figure, string name, TargetKind kind, string? partner = null)
    {
        var words = sentence.Text[start..figure.Close];
        if (_named.Count == 0 || _named[^1] != name) _named.Add(name);
        _found.Add(new Finding(start, figure.Close, name, kind, figure.Value, figure.Value2, figure.Unit, "指标后面的数字", words, partner));
    }

    /// <summary>The name of a clause that leans on the one before: 上半年 + 开工率, 10亿元以上 + 项目, nothing + all of it.</summary>
    private string Borrow(string own)
    {
        if (own.StartsWith('占')) return _previous.Name + own;
        if (own.Length < 2 || own is "规模" or "总量" or "数量" or "总额" or "增速" or "增幅") return _previous.Name;
        if (_previous.Name.EndsWith("项目", StringComparison.Ordinal)) return own + "项目";
        if (!sentence.EndingAt(_previous.NameEnd, _previous.NameStart, Mark.Indicator | Mark.Entity | Mark.Project, out var noun, out _)) return own;
        return own + sentence.Text[noun.._previous.NameEnd];
    }

    /// <summary>The programme whose sum this is: 重大项目 for its 年度计划投资.</summary>
    private string Programme(int start)
    {
        if (sentence.First(0, start, Mark.Project).Start < 0 || _previous.Name is not { Length: > 0 } name) return "";
        if (name.EndsWith("项目", StringComparison.Ordinal)) return name;
        var at = name.IndexOf("项目", StringComparison.Ordinal);
        return at > 0 && name.EndsWith("投资", StringComparison.Ordinal) ? name[..(at + 2)] : "";
    }

    /// <summary>守住18亿亩耕地红线.</summary>
    private Finding? RedLine(Clause clause, FigurePhrase figure)
    {
        var verb = sentence.Text.LastIndexOf('守', figure.Start, figure.Start - clause.Start);
        var line = sentence.Text.IndexOf("红线", figure.Close, clause.End - figure.Close, StringComparison.Ordinal);
        if (verb < 0 || line < 0 || figure.Class != Mark.UnitPhysical) return null;
        var words = sentence.Text[verb..(line + 2)];
        return new Finding(verb, line + 2, sentence.Text[figure.Close..(line + 2)], TargetKind.LevelAtLeast, figure.Value, null, figure.Unit, "守住红线", words);
    }

    private bool StartsWithPart(Clause clause) => sentence.Text.AsSpan(clause.Start).StartsWith("其中", StringComparison.Ordinal);

    /// <summary>我区有高新技术企业8家 tells what there is.</summary>
    private bool Owns(Clause clause, FigurePhrase figure)
    {
        var at = sentence.Text.IndexOf('有', clause.Start, Math.Min(8, figure.Start - clause.Start));
        return at > 0 && sentence.Text[at - 1] is '省' or '市' or '区' or '县' or '州' or 'X' or '现' or '共'
            && sentence.Text[at + 1] is not ('色' or '效' or '限' or '机' or '序');
    }

    /// <summary>去年, 目前, 已, 仅 before the figure, with no word of intent after them.</summary>
    private bool IsBackground(Clause clause, FigurePhrase figure)
    {
        var past = false;
        for (var from = 0; from < figure.Start;)
        {
            var next = sentence.First(from, figure.Start, Mark.Past | Mark.Plan);
            if (next.Start < 0) break;
            sentence.StartingAt(next.Start, Mark.Past | Mark.Plan, out var end, out var mark);
            if ((mark & Mark.Plan) != 0) past &= next.Start > 0 && sentence.Text[next.Start - 1] is '已' or '经';
            else if (next.Start < 2 || sentence.Text[next.Start - 1] is not ('比' or '较' or '同') || sentence.Text[next.Start - 2] == '占') past = true;
            from = Math.Max(end, next.Start + 1);
        }

        if (Owns(clause, figure) || _context.IsOtherYear(sentence, sentence.Text.AsSpan(0, figure.Start))) return true;
        return past || (figure.Start > clause.Start && sentence.Text[figure.Start - 1] == '了');
    }
}
