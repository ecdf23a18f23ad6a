namespace Maoding.Documents.Units;

/// <summary>A district's own units in official order, and which of them has which function.</summary>
public sealed class UnitDirectory
{
    private const double Stated = 3;
    private const string Towns = "街道乡镇";
    private static readonly UnitNameLexicon Lexicon = new();
    private static readonly char[] Separators = ['、', '，', ',', '；', ';', '/', ' ', '　', '\n', '|'];

    private readonly Dictionary<string, List<(UnitEntry Unit, double Score)>> _byFunction = [];

    public UnitDirectory(IReadOnlyList<UnitEntry> units)
    {
        Units = units;
        foreach (var unit in units)
        {
            foreach (var (function, score) in FunctionScores(unit))
            {
                if (!_byFunction.TryGetValue(function, out var list)) _byFunction[function] = list = [];
                list.Add((unit, score));
            }
        }
    }

    /// <summary>All units in official order.</summary>
    public IReadOnlyList<UnitEntry> Units { get; }

    /// <summary>
    /// How a ledger names the unit that leads for a function (发展改革, 财政, …): its short name where it has one; all
    /// towns and streets together (各街道（镇）) for 街道乡镇. Null when the district has none.
    /// </summary>
    public string? LeadFor(string function)
    {
        if (function == Towns && UnitsFor(Towns) is { Count: > 1 } towns) return Together(towns);
        return UnitFor(function)?.Label;
    }

    /// <summary>
    /// The unit that has a function: one whose duties name it, else one whose name does, else one that usually takes
    /// it on. The earlier in the official order wins. Null when the district has none.
    /// </summary>
    public UnitEntry? UnitFor(string function)
    {
        UnitEntry? best = null;
        var score = 0.0;
        foreach (var (unit, value) in _byFunction.GetValueOrDefault(function) ?? [])
        {
            if (value <= score) continue;
            (best, score) = (unit, value);
        }

        return best;
    }

    /// <summary>All units with a function in official order; the towns and streets for 街道乡镇.</summary>
    public IReadOnlyList<UnitEntry> UnitsFor(string function)
    {
        var list = _byFunction.GetValueOrDefault(function) ?? [];
        var own = list.FindAll(entry => entry.Score > UnitNameLexicon.Also);
        return (own.Count > 0 ? own : list).ConvertAll(entry => entry.Unit);
    }

    /// <summary>The unit that a document means by a name or short name (区发改委, 宣传部); null when none or several fit.</summary>
    public UnitEntry? Find(string name)
    {
        var words = name.Trim();
        foreach (var unit in Units)
            if (unit.Name == words || unit.ShortName == words) return unit;
        if (words.Length < 3) return null;
        var ending = Units.Where(
            unit => unit.Name.EndsWith(words, StringComparison.Ordinal) || unit.ShortName.EndsWith(words, StringComparison.Ordinal)).Take(2).ToList();
        if (ending.Count == 1) return ending[0];
        var functions = Lexicon.ByName(words).Where(pair => pair.Value > UnitNameLexicon.Main - 0.5)
            .OrderByDescending(pair => pair.Value).Select(pair => pair.Key).ToList();
        if (functions.Count == 0 || functions[0] == Towns) return null;
        var lead = UnitFor(functions[0]);
        return lead is not null && Lexicon.ByName(lead.Name).GetValueOrDefault(functions[0]) > UnitNameLexicon.Main - 0.5 ? lead : null;
    }

    private static string Together(IReadOnlyList<UnitEntry> towns)
    {
        var streets = towns.Any(town => town.Name.Contains('街') || town.Name.EndsWith("办事处", StringComparison.Ordinal));
        var small = towns.Any(town => town.Name.Contains('乡') || town.Name.EndsWith("苏木", StringComparison.Ordinal));
        var large = towns.Any(town => town.Name.Contains('镇'));
        var rural = (small, large) switch { (true, true) => "乡镇", (true, false) => "乡", (false, true) => "镇", _ => "" };
        return !streets ? $"各{rural}" : rural.Length > 0 ? $"各街道（{rural}）" : "各街道";
    }

    /// <summary>区民政局 before 区残联 where both list 民政: its name says so too.</summary>
    private static double BothSay(Dictionary<string, double> named, string function) =>
        named.GetValueOrDefault(function) > UnitNameLexicon.Main - 0.5 ? 0.5 : 0;

    private static Dictionary<string, double> FunctionScores(UnitEntry unit)
    {
        var words = unit.Duties.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var stated = words.Select(Lexicon.Named).ToList();
        var scores = Lexicon.ByName(unit.Name);
        if (unit.ShortName.Length > 0)
            foreach (var (function, score) in Lexicon.ByName(unit.ShortName)) scores[function] = Math.Max(score, scores.GetValueOrDefault(function));
        var named = new Dictionary<string, double>(scores);
        // A list of functions replaces what the name says; free text only adds what it mentions.
        if (words.Length > 0 && stated.TrueForAll(function => function is not null)) scores.Clear();
        for (var i = 0; i < stated.Count; i++)
            if (stated[i] is { } function) scores[function] = Math.Max(Stated - (i * 0.01) + BothSay(named, function), scores.GetValueOrDefault(function));
        foreach (var (function, _) in unit.Duties.Length > 0 && !stated.Exists(function => function is not null) ? Lexicon.ByName(unit.Duties) : [])
            scores.TryAdd(function, UnitNameLexicon.Also / 2);
        return scores;
    }
}
