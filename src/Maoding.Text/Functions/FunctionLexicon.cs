using System.Globalization;
using Maoding.Text.Lexicons;

namespace Maoding.Text.Functions;

/// <summary>How much a word speaks for one function.</summary>
/// <param name="Function">Place in <see cref="FunctionLexicon.Names"/>.</param>
internal readonly record struct Duty(int Function, double Weight);

/// <summary>functions.md as tables: the functions in official order, every word with its duties, the adverbial words.</summary>
internal sealed class FunctionLexicon
{
    private const string Weights = "分值";
    private const string Adverbials = "状语";
    private const string NotCounted = "不计";

    private readonly List<string> _names = [];
    private readonly List<string> _terms = [];
    private readonly List<Duty[]> _duties = [];
    private readonly Dictionary<string, double> _weights = [];

    public FunctionLexicon()
    {
        var places = new Dictionary<string, int>();
        foreach (var (heading, label, words) in LexiconFile.Read("functions.md"))
        {
            if (heading == Weights) _weights[label] = double.Parse(words[0], CultureInfo.InvariantCulture);
            else if (heading == Adverbials && label == "开头") Openings = words;
            else if (heading == Adverbials) Endings = words;
            else AddLine(heading, label, words, places);
        }

        Scanner = new TermScanner(_terms);
    }

    /// <summary>The closed list of functions, in official order.</summary>
    public IReadOnlyList<string> Names => _names;

    /// <summary>All words; a hit of <see cref="Scanner"/> names one by its place.</summary>
    public IReadOnlyList<string> Terms => _terms;

    public TermScanner Scanner { get; }

    /// <summary>Words that open a clause saying how or why, not what: 围绕, 通过.</summary>
    public string[] Openings { get; private set; } = [];

    /// <summary>Words that close such a stretch inside a clause: 以…为抓手, 通过…方式.</summary>
    public string[] Endings { get; private set; } = [];

    /// <summary>Whom a word speaks for; empty for the words under “不计”.</summary>
    public ReadOnlySpan<Duty> DutiesOf(int term) => _duties[term];

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

            if (function >= 0) _duties[place] = [.. _duties[place], new Duty(function, _weights[label])];
        }
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
