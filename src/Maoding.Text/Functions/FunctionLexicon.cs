using System.Buffers;
using System.Globalization;
using Maoding.Text.Lexicons;

namespace Maoding.Text.Functions;

/// <summary>How much a word speaks for one function.</summary>
/// <param name="Function">Place in <see cref="FunctionLexicon.Names"/>.</param>
internal readonly record struct Duty(int Function, float Weight);

/// <summary>functions.md as tables: the functions in official order, every word with its duties, the adverbial words.</summary>
internal sealed class FunctionLexicon
{
    private const string Weights = "分值";
    private const string Adverbials = "状语";
    private const string NotCounted = "不计";

    private readonly List<string> _names = [];
    private readonly List<string> _terms = [];
    private readonly List<Duty[]> _duties = [];
    private readonly WordMap<float> _weights = new();
    private readonly string[] _openings = [];
    private readonly string[] _endings = [];
    private readonly SearchValues<char> _openingLetters;

    public FunctionLexicon()
    {
        var places = new Dictionary<string, int>(10_000);
        foreach (var (heading, label, words) in LexiconFile.Read("functions.md"))
        {
            if (heading == Weights) _weights[label] = float.Parse(words[0], CultureInfo.InvariantCulture);
            else if (heading == Adverbials && label == "开头") _openings = words;
            else if (heading == Adverbials) _endings = words;
            else AddLine(heading, label, words, places);
        }

        _openingLetters = SearchValues.Create(string.Concat(_openings.Select(word => word[..1])));
        Scanner = new TermScanner(_terms);
    }

    /// <summary>The closed list of functions, in official order.</summary>
    public IReadOnlyList<string> Names => _names;

    /// <summary>All words; a hit of <see cref="Scanner"/> names one by its place.</summary>
    public IReadOnlyList<string> Terms => _terms;

    public TermScanner Scanner { get; }

    /// <summary>Whom a word speaks for; empty for the words under “不计”.</summary>
    public ReadOnlySpan<Duty> DutiesOf(int term) => _duties[term];

    /// <summary>Whether a clause begins by saying how or why, not what: 围绕, 通过.</summary>
    public bool OpensAdverbial(ReadOnlySpan<char> clause)
    {
        if (clause.IsEmpty || !_openingLetters.Contains(clause[0])) return false;
        foreach (var opening in _openings)
            if (clause.StartsWith(opening)) return true;
        return false;
    }

    /// <summary>Where inside a clause such a stretch ends (以…为抓手, 通过…方式); the clause's length when nothing says.</summary>
    public int AdverbialLength(ReadOnlySpan<char> clause)
    {
        var end = 0;
        foreach (var ending in _endings) end = Math.Max(end, clause.LastIndexOf(ending));
        return end > 0 ? end : clause.Length;
    }

    private void AddLine(string heading, string label, string[] words, Dictionary<string, int> places)
    {
        var function = heading == NotCounted ? -1 : FunctionOf(heading);
        foreach (var word in words)
        {
            if (!places.TryGetValue(word, out var place))
            {
                places[word] = place = _terms.Count;
                _terms.Add(word);
                _duties.Add([]);
            }

            if (function >= 0) _duties[place] = With(_duties[place], new Duty(function, _weights[label]));
        }
    }

    private static Duty[] With(Duty[] duties, Duty duty)
    {
        var more = new Duty[duties.Length + 1];
        Array.Copy(duties, more, duties.Length);
        more[^1] = duty;
        return more;
    }

    private int FunctionOf(string heading)
    {
        // Lines of a function stand together, so the last name is nearly always the one.
        var place = _names.LastIndexOf(heading);
        if (place >= 0) return place;
        _names.Add(heading);
        return _names.Count - 1;
    }
}
