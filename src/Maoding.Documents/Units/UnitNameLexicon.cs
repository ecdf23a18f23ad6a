using Maoding.Text.Lexicons;

namespace Maoding.Documents.Units;

/// <summary>What the words in a unit's name say about its functions: unit-names.md.</summary>
internal sealed class UnitNameLexicon
{
    public const double Main = 2;
    public const double Also = 1;
    private const string Towns = "街道乡镇";

    private readonly List<(string Words, string Function, double Weight, int Place)> _parts = [];
    private readonly List<string> _townEndings = [];
    private readonly List<string> _otherEndings = [];

    public UnitNameLexicon()
    {
        foreach (var (heading, label, words) in LexiconFile.Read("unit-names.md"))
        {
            if (heading == "镇街") _townEndings.AddRange(words);
            else if (heading == "不算主管") _otherEndings.AddRange(words);
            else for (var i = 0; i < words.Length; i++) _parts.Add((words[i], label, heading == "主管" ? Main : Also, i));
        }

        Functions = _parts.Where(part => part.Weight == Main).Select(part => part.Function).Distinct().Append(Towns).ToList();
    }

    /// <summary>The functions that a list may name.</summary>
    public IReadOnlyList<string> Functions { get; }

    /// <summary>
    /// The functions of a unit by its name, each with how firmly: 2 and a part for its place in the name (科技和工信局
    /// is first of all 科技), 1 for one that it takes on where no other unit has it.
    /// </summary>
    public Dictionary<string, double> ByName(string name)
    {
        var found = new Dictionary<string, double>();
        var bare = WithoutNote(name);
        if (EndsWithAny(bare, _townEndings))
        {
            found[Towns] = Main;
            return found;
        }

        var office = !EndsWithAny(bare, _otherEndings);
        foreach (var (words, function, weight, rank) in _parts)
        {
            var place = name.IndexOf(words, StringComparison.Ordinal);
            if (place < 0) continue;
            // Of main units the one that names the function first, of the others the one that the lexicon names first.
            var score = (office ? weight : weight * 0.75) - (weight == Main ? place * 0.01 : (rank * 0.01) + (place * 0.0001));
            if (!found.TryGetValue(function, out var before) || score > before) found[function] = score;
        }

        return found;
    }

    /// <summary>The function that a word of the 职能 column names: 发展改革, 发改, 行政审批; null for other words.</summary>
    public string? Named(string words)
    {
        foreach (var function in Functions)
        {
            var bare = WithoutNote(function);
            if (words == function || words == bare || function.EndsWith($"({words})", StringComparison.Ordinal) || WithoutNote(words) == bare) return function;
        }

        foreach (var (part, function, weight, _) in _parts)
            if (weight == Main && (part == words || (words.Length == part.Length + 1 && words.StartsWith(part, StringComparison.Ordinal)))) return function;
        return words is "镇街" or "乡镇" or "街道" or "乡镇街道" or "街道（乡镇）" ? Towns : words is "其他" or "其它" ? "其他" : null;
    }

    private static string WithoutNote(string name)
    {
        var open = name.AsSpan().IndexOfAny('（', '(');
        return open > 0 ? name[..open] : name;
    }

    private static bool EndsWithAny(string name, List<string> endings) => endings.Exists(ending => name.EndsWith(ending, StringComparison.Ordinal));
}
