namespace Maoding.Text.Targets;

/// <summary>
/// Tells an indicator's figure from a quantity of work: 覆盖率达到95% is followed with data over the year,
/// 改造小区42个 is done and counted.
/// </summary>
internal readonly struct Judgement
{
    private readonly MarkedSentence _sentence;
    private readonly FigurePhrase _figure;
    private readonly int _start;
    private readonly int _end;
    private readonly Mark _words;
    private readonly Mark _ending;
    private readonly bool _listed;
    private readonly Mark _inside;
    private readonly Mark _lead;

    /// <param name="start">Where the statement starts, its verb included.</param>
    /// <param name="end">Where the name ends.</param>
    /// <param name="words">Marks of the words between name and figure.</param>
    /// <param name="ending">Marks of the word that ends the name.</param>
    public Judgement(MarkedSentence sentence, FigurePhrase figure, int start, int end, Mark words, Mark ending, bool listed)
    {
        (_sentence, _figure, _start, _end, _words, _ending, _listed) = (sentence, figure, start, end, words, ending, listed);
        _inside = sentence.In(start, end);
        sentence.StartingAt(start, Mark.Work | Mark.Programme | Mark.Foster | Mark.Allot | Mark.Arrive | Mark.Attract, out _, out _lead);
    }

    /// <summary>True when the words before the figure hold no noun of any list: 市级, 10亿元以上.</summary>
    public bool Bare => (_inside & (Mark.Indicator | Mark.Entity | Mark.Project | Mark.Work | Mark.Foster)) == 0;

    /// <summary>Planned rather than reached: sums that are allotted, headline counts of the project programme.</summary>
    public bool Allotted
    {
        get
        {
            if (_figure.Class == Mark.UnitMoney)
            {
                if (Name.EndsWith("总投资", StringComparison.Ordinal) || Name.EndsWith("计划投资", StringComparison.Ordinal)) return true;
                if (Name.Contains("退税", StringComparison.Ordinal) || Name.Contains("减税", StringComparison.Ordinal)
                    || Name.Contains("减负", StringComparison.Ordinal)) return true;
                if (_figure.Suffix == Mark.Floor || (_words & Mark.Reach) != 0) return false;
                if (Name.EndsWith("贷款", StringComparison.Ordinal)) return false;
                return ((_lead | _words) & Mark.Allot) != 0;
            }

            return (_ending & Mark.Project) != 0 && (_inside & Mark.Attract) == 0;
        }
    }

    private ReadOnlySpan<char> Name => _sentence.Text.AsSpan(_start, _end - _start);

    public bool Accepts()
    {
        if (IsPolicy() || IsFrequency()) return false;
        if (_listed) return _figure.Class != Mark.None || (_words & Mark.Direction) != 0;
        return _figure.Class switch
        {
            Mark.UnitRate => AcceptsRate(),
            Mark.UnitMoney => AcceptsMoney(),
            Mark.UnitCompound => true,
            Mark.UnitPeople when (_ending & Mark.People) != 0 && OneProject() => false,
            Mark.UnitPeople when _figure.Unit == "位" && (_words & (Mark.Raise | Mark.Reach)) != 0 && (_ending & Mark.Index) != 0 => true,
            Mark.UnitPeople => ((_inside & Mark.People) != 0 && (_inside & Mark.Work) == 0) || AcceptsLevel(),
            _ when _figure.Unit?.Contains('/', StringComparison.Ordinal) == true => true,
            Mark.UnitCount => AcceptsCount(),
            Mark.None => (_ending & (Mark.Index | Mark.Share | Mark.Tally)) != 0 && (_words & Mark.Direction) != 0,
            Mark.UnitTime when (_words & (Mark.Limit | Mark.Fall)) != 0 => (_inside & Mark.Work) == 0 || (_ending & Mark.Tally) != 0,
            _ => AcceptsLevel(),
        };
    }

    private bool IsPolicy() =>
        (_inside & Mark.Policy) != 0 && _start > 0 && _sentence.Text[_start - 1] is '将' or '把';

    /// <summary>每季度调度一次, 每人联系3家, 一年内检查不超过3次 tell how work is done.</summary>
    private bool IsFrequency() =>
        _figure.Unit is "次" or "轮" or "回" && (_ending & (Mark.Tally | Mark.Physical | Mark.People)) == 0;

    /// <summary>二期厂房6月底前封顶，…带动就业300人 tells what one project brings.</summary>
    private bool OneProject()
    {
        if (!_sentence.Text.AsSpan(0, _start).EndsWith("带动", StringComparison.Ordinal) && !Name.StartsWith("带动", StringComparison.Ordinal)) return false;
        foreach (var word in (ReadOnlySpan<string>)["厂房", "投产", "封顶", "达产", "车间", "一期", "二期", "该项目"])
            if (_sentence.Text.AsSpan(0, _start).Contains(word, StringComparison.Ordinal)) return true;
        return false;
    }

    private bool AcceptsRate()
    {
        if (_figure.Unit == "倍" || ((_ending & Mark.Progress) != 0 && (_ending & Mark.Entity) == 0))
            return (_words & Mark.Grow) != 0 && (_ending & Mark.Level) != 0;
        var named = (_ending & (Mark.Indicator | Mark.GrowNoun)) != 0;
        if (Name.EndsWith("占", StringComparison.Ordinal)) return _figure.Suffix != Mark.None;
        return named || (_words & Mark.Direction) != 0 || (_figure.Suffix != Mark.None && (_inside & Mark.Indicator) != 0);
    }

    private bool AcceptsMoney()
    {
        if (Name.EndsWith("总投资", StringComparison.Ordinal)) return HeadlineBefore() && !YearlyAfter();
        if (IsProjectSum()) return false;
        if (_figure.TailMarks != Mark.None && _sentence.Text.AsSpan(_figure.Close).StartsWith("用于", StringComparison.Ordinal)
            && Name is ['投' or '筹', ..]) return false;
        if ((_lead & Mark.Work) != 0 && (_lead & (Mark.Allot | Mark.Arrive)) == 0 && (_ending & Mark.Total) == 0) return false;
        return (_inside & (Mark.Total | Mark.Allot | Mark.Arrive)) != 0 || (_words & (Mark.Reach | Mark.Raise | Mark.Fall)) != 0
            || Name.EndsWith("消费券", StringComparison.Ordinal);
    }

    /// <summary>完成投资5000万元 after a project's name is that project's progress, after a count of projects the programme's.</summary>
    private bool IsProjectSum()
    {
        var name = TargetNames.Text(_sentence, _start, _end);
        if (name.EndsWith("完成投资", StringComparison.Ordinal)) return NamesProject(name.AsSpan(0, name.Length - 4));
        if (name is not ("投资" or "年度投资" or "项目投资" or "资金")) return false;
        if (HeadlineBefore() || (_lead & Mark.Allot) != 0) return false;
        return _sentence.Has(0, _start, Mark.Project) || _sentence.Text.AsSpan(0, _start).Contains("工程", StringComparison.Ordinal)
            || _sentence.Text.AsSpan(0, _start).Contains("建设", StringComparison.Ordinal)
            || _sentence.Text.AsSpan(0, _start).Contains("开工", StringComparison.Ordinal)
            || _sentence.Text.AsSpan(0, _start).Contains("通车", StringComparison.Ordinal)
            || _sentence.Text.AsSpan(0, _start).Contains("投产", StringComparison.Ordinal);
    }

    private static bool NamesProject(ReadOnlySpan<char> subject)
    {
        if (subject.Length < 3) return false;
        foreach (var word in (ReadOnlySpan<string>)["项目", "固定", "工业", "产业", "年度", "基础设施", "交通", "水利", "技改", "民间", "制造业", "社会", "重点", "重大"])
            if (subject.Contains(word, StringComparison.Ordinal)) return false;
        return true;
    }

    /// <summary>A total of investment counts only as the sum of a whole programme, not as a property of one project.</summary>
    private bool HeadlineBefore() => _sentence.First(0, _start, Mark.Project) is { Start: >= 0 } project
        && _sentence.Has(project.End, _start, Mark.UnitCount);

    private bool YearlyAfter() =>
        _sentence.Text.AsSpan(_end).Contains("年度", StringComparison.Ordinal) || _sentence.Text.AsSpan(_end).Contains("年计划", StringComparison.Ordinal);

    private bool AcceptsCount()
    {
        if ((_ending & Mark.Project) != 0)
            return (_inside & Mark.Attract) != 0 || ((_lead & Mark.Programme) != 0 && Headline());
        if ((_inside & Mark.Work) != 0) return false;
        if (Name.StartsWith("出栏", StringComparison.Ordinal) || Name.StartsWith("存栏", StringComparison.Ordinal)) return true;
        if ((_ending & Mark.Entity) != 0 && Name.StartsWith("入驻", StringComparison.Ordinal)) return (_words & Mark.Reach) != 0;
        if ((_ending & Mark.Entity) != 0) return _lead == Mark.None || (_lead & (Mark.Foster | Mark.Attract)) != 0;
        return AcceptsLevel() || Reaches() || _sentence.Text.AsSpan(_start, _end - _start).StartsWith("每", StringComparison.Ordinal);
    }

    private bool Headline() =>
        Name.Contains("重点", StringComparison.Ordinal) || Name.Contains("重大", StringComparison.Ordinal) || Name.Contains("亿元", StringComparison.Ordinal)
        || Name.Contains("储备", StringComparison.Ordinal) || Name.Contains("产业", StringComparison.Ordinal) || Name.Contains("大中型", StringComparison.Ordinal)
        || YearlyAfter();

    /// <summary>用户突破100万户, 20万元以上的村达到5个 tell a state, whatever is counted.</summary>
    private bool Reaches() =>
        (((_words & Mark.Reach) != 0 && _sentence.Text[_figure.Start - 1] is '到' or '达' or '破' or '过') || (_words & Mark.Limit) != 0)
            && (_words & Mark.New) == 0
        && ((_lead & (Mark.Foster | Mark.Programme)) == 0 || (_ending & Mark.Tally) != 0) && !Name.StartsWith("完成", StringComparison.Ordinal);

    private bool AcceptsLevel()
    {
        if (_figure.Class == Mark.UnitPhysical && (_inside & Mark.Work) == 0 && Reaches()) return true;
        if ((_inside & Mark.Work) != 0 || (_words & Mark.New) != 0 || (_lead & Mark.Foster) != 0) return false;
        if ((_ending & (Mark.Physical | Mark.Tally | Mark.Index | Mark.Total | Mark.People)) == 0) return false;
        return (_words & Mark.Direction) != 0 || _figure.Suffix != Mark.None || (_ending & Mark.Physical) != 0;
    }
}
