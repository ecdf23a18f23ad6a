namespace Maoding.Text.Targets;

/// <summary>Reads the targets that have a figure, clause by clause.</summary>
internal sealed class FigureTargets(MarkedSentence sentence, List<Measure> measures, List<Clause> clauses)
{
    private readonly List<Measure> _own = [];
    private readonly List<Finding> _found = [];
    private TargetContext _context;
    private Statement _previous;
    private int _next;

    /// <summary>What the clause before said, for clauses that leave out a noun or verb.</summary>
    private readonly record struct Statement(int NameStart, int NameEnd, string Name, bool Accepted, Mark Class, Mark Words, bool Allotted, int End);

    /// <summary>The targets of clause <paramref name="index"/>; empty when it has none of its own.</summary>
    /// <param name="handled">True when the clause has a figure of its own, target or not.</param>
    public IReadOnlyList<Finding> Read(int index, TargetContext context, out bool handled)
    {
        _found.Clear();
        _context = context;
        if (index == 0) (_previous, _next) = (default, 0);
        handled = index < _next;
        if (handled) return _found;
        var clause = clauses[index];
        _own.Clear();
        foreach (var measure in measures)
            if (measure.Start >= clause.Start && measure.Close <= clause.End)
                if (measure.Main) _own.Add(measure);
                else if ((Sum(clause, measure) ?? RedLine(clause, measure)) is { } other) _found.Add(other);
        handled = _own.Count + _found.Count > 0;
        if (_own.Count == 0) return _found;
        var shared = sentence.First(clause.Start, _own[0].Start, Mark.Distribute | Mark.Each);
        if (shared.Start >= 0 && Distribute(index, shared.Start)) return _found;
        var from = clause.Start;
        foreach (var measure in _own)
        {
            if (measure.Start > from || _own.Count == 1) Single(from, measure, clause);
            from = measure.Close;
        }

        return _found;
    }

    /// <summary>After the opening sentence of the list a plain count (把握好三点) is no target of its own.</summary>
    private bool Listed(Measure measure) => _context.Opening || (_context.Listed && (measure.Class & (Mark.UnitCount | Mark.UnitTime)) == 0);

    private void Single(int from, Measure measure, Clause clause)
    {
        var nameEnd = TargetNames.TrimEnd(sentence, from, measure.Start, out var words);
        var start = Math.Min(TargetNames.TrimStart(sentence, from, nameEnd), nameEnd);
        words |= measure.TailMarks & Mark.Grow;
        var ending = sentence.MarksEndingAt(nameEnd, start);
        var name = measure.Class == Mark.UnitRate ? sentence.Text[start..nameEnd] : TargetNames.Text(sentence, start, nameEnd);
        var judged = new Judgement(sentence, measure, start, nameEnd, words, ending, Listed(measure));
        var leans = name.Length < 2 || name is "规模" or "总量" or "数量" or "总额" or "增速" or "增幅" || (judged.Bare && (clause.Joined || StartsWithPart(clause)));
        bool accepted, allotted;
        if (leans && _previous.Name is { Length: > 0 } && from - _previous.End <= 2)
        {
            accepted = _previous.Accepted && (name.Length < 2 || _previous.Class == measure.Class);
            allotted = _previous.Allotted && measure.Class == _previous.Class;
            if ((words & Mark.Direction) == 0) words |= _previous.Words & (Mark.Grow | Mark.Fall | Mark.Raise | Mark.Reach);
            ending |= sentence.MarksEndingAt(_previous.NameEnd, _previous.NameStart);
            name = Borrow(name);
        }
        else
        {
            accepted = name.Length >= 2 && judged.Accepts();
            allotted = judged.Allotted;
            if (allotted && measure.Class == Mark.UnitMoney && name.EndsWith("投资", StringComparison.Ordinal)) name = Programme(start) + name;
        }

        if (accepted && IsBackground(clause, measure)) accepted = false;
        var kind = TargetKinds.Of(measure, words, ending, allotted);
        if (accepted) Add(start, measure, name, kind);
        var kept = name.Length < 2 || (leans && nameEnd == start) ? _previous : default;
        _previous = kept.Name is { Length: > 0 }
            ? kept with { Accepted = accepted, Class = measure.Class, Words = words, End = measure.Close }
            : new Statement(start, nameEnd, name, accepted, measure.Class, words, allotted, measure.Close);
    }

    /// <summary>分别 gives each name its own figure, or all the same; 均 gives all the same.</summary>
    private bool Distribute(int index, int shared)
    {
        var clause = clauses[index];
        var values = new List<Measure>(_own);
        for (var i = index + 1; i < clauses.Count && clauses[i].Joined; i++)
            foreach (var measure in measures)
                if (measure.Main && measure.Start == clauses[i].Start) (values, _next) = ([.. values, measure], i + 1);
        var nameEnd = TargetNames.TrimEnd(sentence, clause.Start, values[0].Start, out var words);
        var start = TargetNames.TrimStart(sentence, clause.Start, Math.Min(nameEnd, shared));
        if (nameEnd - start < 2) return false;
        var names = TargetNames.Split(sentence, start, nameEnd);
        if (names.Count < 2 || (values.Count > 1 && values.Count != names.Count)) return false;
        var ending = sentence.MarksEndingAt(nameEnd, start);
        var judged = new Judgement(sentence, values[0], start, nameEnd, words, ending, Listed(values[0]));
        var accepted = judged.Accepts() && !IsBackground(clause, values[0]);
        var close = values[^1].Close;
        for (var i = 0; accepted && i < names.Count; i++)
        {
            var measure = values[Math.Min(i, values.Count - 1)];
            if (values[^1].Suffix != Mark.None && measure.Suffix == Mark.None) measure = measure with { Suffix = values[^1].Suffix };
            Add(start, measure with { Close = close }, names[i], TargetKinds.Of(measure, words, ending, judged.Allotted));
        }

        _previous = new Statement(start, nameEnd, names[^1], accepted, values[0].Class, words, judged.Allotted, close);
        return true;
    }

    /// <summary>安排1000亿元专项资金: the sum stands before its noun.</summary>
    private Finding? Sum(Clause clause, Measure measure)
    {
        if (measure.Class != Mark.UnitMoney || !sentence.EndingAt(measure.Start, clause.Start, Mark.Allot, out var verb, out _)) return null;
        if (TargetNames.TrimStart(sentence, clause.Start, verb + 1) != verb || IsBackground(clause, measure)) return null;
        var noun = sentence.First(measure.Close, clause.End, Mark.Total);
        if (noun.Start < 0 || noun.Start - measure.Close > 8) return null;
        var words = sentence.Text[verb..clause.End];
        return new Finding(verb, clause.End, sentence.Text[measure.Close..clause.End], TargetKind.Amount, measure.Value, null, measure.Unit, "安排的金额", words);
    }

    private void Add(int start, Measure measure, string name, TargetKind kind)
    {
        var words = sentence.Text[start..measure.Close];
        _found.Add(new Finding(start, measure.Close, name, kind, measure.Value, measure.Value2, measure.Unit, "指标后面的数字", words));
    }

    /// <summary>The name of a clause that leans on the one before: 上半年 + 开工率, 10亿元以上 + 项目, nothing + all of it.</summary>
    private string Borrow(string own)
    {
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
    private Finding? RedLine(Clause clause, Measure measure)
    {
        var verb = sentence.Text.LastIndexOf('守', measure.Start, measure.Start - clause.Start);
        var line = sentence.Text.IndexOf("红线", measure.Close, clause.End - measure.Close, StringComparison.Ordinal);
        if (verb < 0 || line < 0 || measure.Class != Mark.UnitPhysical) return null;
        var words = sentence.Text[verb..(line + 2)];
        return new Finding(verb, line + 2, sentence.Text[measure.Close..(line + 2)], TargetKind.LevelAtLeast, measure.Value, null, measure.Unit, "守住红线", words);
    }

    private bool StartsWithPart(Clause clause) => sentence.Text.AsSpan(clause.Start).StartsWith("其中", StringComparison.Ordinal);

    /// <summary>我区有高新技术企业8家 tells what there is.</summary>
    private bool Owns(Clause clause, Measure measure)
    {
        var at = sentence.Text.IndexOf('有', clause.Start, Math.Min(8, measure.Start - clause.Start));
        return at > 0 && sentence.Text[at - 1] is '省' or '市' or '区' or '县' or '州' or '国' or 'X' or '现' or '共';
    }

    /// <summary>去年, 目前, 已, 仅 before the figure, with no word of intent after them.</summary>
    private bool IsBackground(Clause clause, Measure measure)
    {
        var past = false;
        for (var from = 0; from < measure.Start;)
        {
            var next = sentence.First(from, measure.Start, Mark.Past | Mark.Plan);
            if (next.Start < 0) break;
            sentence.StartingAt(next.Start, Mark.Past | Mark.Plan, out var end, out var mark);
            if ((mark & Mark.Plan) != 0) past = false;
            else if (next.Start == 0 || sentence.Text[next.Start - 1] is not ('比' or '较' or '同')) past = true;
            from = Math.Max(end, next.Start + 1);
        }

        if (Owns(clause, measure)) return true;
        return past || (measure.Start > clause.Start && sentence.Text[measure.Start - 1] == '了');
    }
}
