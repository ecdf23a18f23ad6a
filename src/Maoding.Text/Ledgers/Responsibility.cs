namespace Maoding.Text.Ledgers;

/// <summary>Who is named for an item and until when, as collected from one or more brackets, lines or cells.</summary>
internal sealed class Responsibility
{
    private static readonly string[] LeadMarks = ["（牵头）", "(牵头)", "（牵头单位）", "(牵头单位)", "（主办）", "(主办)", "（牵头、汇总）", "（汇总）"];

    public List<string> Leaders { get; } = [];

    public List<string> CoLeaders { get; } = [];

    public List<string> Leads { get; } = [];

    public List<string> Responsible { get; } = [];

    public List<string> CoUnits { get; } = [];

    public string DeadlineWords { get; private set; } = "";

    /// <summary>How sure the words are: 3 a label, 2 a verb (牵头, 负责), 1 bare names.</summary>
    public int Strength { get; set; }

    public bool NamesAnyone => Leaders.Count + Leads.Count + Responsible.Count + CoUnits.Count > 0;

    public bool IsEmpty => !NamesAnyone && CoLeaders.Count == 0 && DeadlineWords.Length == 0;

    /// <summary>Adds what a label's value says.</summary>
    public void Add(LabelRole role, ReadOnlySpan<char> value)
    {
        if (role is LabelRole.Leader or LabelRole.CoLeader)
        {
            NameList.Add(value, role == LabelRole.Leader ? Leaders : CoLeaders, people: true);
            return;
        }

        if (role == LabelRole.Deadline)
        {
            AddDeadline(value);
            return;
        }

        if (role is not (LabelRole.Lead or LabelRole.Responsible or LabelRole.CoUnit)) return;
        if (DutyPhrase.HasVerb(value) && !LedgerCues.HasAny(value, LeadMarks) && DutyPhrase.Read(value) is { Strength: 2 } phrase)
        {
            Merge(phrase);
            return;
        }

        foreach (var name in NameList.Read(value)) AddUnit(role, name);
    }

    public void AddDeadline(ReadOnlySpan<char> words)
    {
        var text = words.Trim().Trim("。；;，,、").ToString();
        if (Brackets.SaysNothing(text)) return;
        DeadlineWords = DeadlineWords.Length == 0 || DeadlineWords == text ? text : $"{DeadlineWords}；{text}";
    }

    public void AddUnit(LabelRole role, string name)
    {
        foreach (var mark in LeadMarks)
        {
            if (!name.EndsWith(mark, StringComparison.Ordinal) || name.Length == mark.Length) continue;
            (role, name) = (LabelRole.Lead, name[..^mark.Length]);
            break;
        }

        var list = role switch { LabelRole.Lead => Leads, LabelRole.CoUnit => CoUnits, _ => Responsible };
        if (!list.Contains(name)) list.Add(name);
    }

    public void Merge(Responsibility other)
    {
        AddMissing(Leaders, other.Leaders);
        AddMissing(CoLeaders, other.CoLeaders);
        AddMissing(Leads, other.Leads);
        AddMissing(Responsible, other.Responsible);
        AddMissing(CoUnits, other.CoUnits);
        if (other.DeadlineWords.Length > 0) AddDeadline(other.DeadlineWords);
        Strength = Math.Max(Strength, other.Strength);
    }

    /// <summary>This one, with what it leaves open taken from the heading above it.</summary>
    public static Responsibility Under(Responsibility? own, Responsibility? above)
    {
        var whole = new Responsibility { Strength = own?.Strength ?? 0 };
        if (own is not null) whole.Merge(own);
        if (above is null) return whole;
        if (whole.Leads.Count + whole.Responsible.Count + whole.CoUnits.Count == 0)
        {
            AddMissing(whole.Responsible, above.Responsible);
            AddMissing(whole.CoUnits, above.CoUnits);
        }

        if (whole.Leads.Count == 0) AddMissing(whole.Leads, above.Leads);
        if (whole.Leaders.Count == 0) AddMissing(whole.Leaders, above.Leaders);
        if (whole.DeadlineWords.Length == 0) whole.DeadlineWords = above.DeadlineWords;
        return whole;
    }

    public LedgerRow ToRow(string number, string text, TextSpan span, int planYear)
    {
        var leads = new List<string>(Leads);
        var others = new List<string>(Responsible);
        if (leads.Count == 0 && others.Count > 0)
        {
            leads.Add(others[0]);
            others.RemoveAt(0);
        }

        AddMissing(others, CoUnits);
        others.RemoveAll(leads.Contains);
        var leaders = new List<string>(Leaders);
        AddMissing(leaders, CoLeaders);
        return new LedgerRow(number, text, span, leaders, leads, others, TimeLimit.Read(DeadlineWords, planYear), DeadlineWords);
    }

    private static void AddMissing(List<string> list, List<string> more)
    {
        foreach (var name in more)
            if (!list.Contains(name)) list.Add(name);
    }
}
