using Maoding.Text.Lexicons;

namespace Maoding.Text.Commitments;

/// <summary>What part a word of actions.md plays in a directing clause.</summary>
[Flags]
internal enum WordPart
{
    None = 0,
    Verb = 1,

    /// <summary>A verb that also ends noun phrases (污染治理).</summary>
    NounVerb = 2,

    /// <summary>An adverb that a title can do without.</summary>
    LooseAdverb = 4,

    /// <summary>An adverb that carries meaning (依法, 逐项).</summary>
    FirmAdverb = 8,
    Modal = 16,
    Preposition = 32,
    Frame = 64,
    Result = 128,
    Opener = 256,

    /// <summary>机制, 措施, …: the noun that ends a list of works.</summary>
    WorkNoun = 512,
    Unit = 1024,
}

/// <summary>The words of actions.md, looked up at a place of a text.</summary>
internal static class MeasureVerbs
{
    /// <summary>Which parts each word plays, by its place in the scanners' lists.</summary>
    private static readonly WordPart[] Parts;
    private static readonly TermScanner Starts;

    /// <summary>The same words written backwards.</summary>
    private static readonly TermScanner Ends;

    static MeasureVerbs()
    {
        var words = new WordMap<WordPart>(4096);
        foreach (var (heading, label, list) in LexiconFile.Read("actions.md"))
        {
            var part = PartFor(heading, label);
            foreach (var word in list) words[word] |= part;
        }

        var terms = words.Words;
        Parts = words.Values;
        Starts = new TermScanner(terms);
        Ends = new TermScanner(Array.ConvertAll(terms, Backwards));
    }

    /// <summary>Length of the longest word of one of the <paramref name="parts"/> that starts the text; 0 when none does.</summary>
    public static int Match(ReadOnlySpan<char> text, WordPart parts)
    {
        var (longest, node) = (0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            node = Starts.Next(node, text[i]);
            if (node == 0) break;
            if (Starts.TermAt(node) is >= 0 and var term && (Parts[term] & parts) != 0) longest = i + 1;
        }

        return longest;
    }

    /// <summary>Length of the longest word of one of the <paramref name="parts"/> that ends the text; 0 when none does.</summary>
    public static int MatchEnd(ReadOnlySpan<char> text, WordPart parts)
    {
        var (longest, node) = (0, 0);
        for (var i = text.Length - 1; i >= 0; i--)
        {
            node = Ends.Next(node, text[i]);
            if (node == 0) break;
            if (Ends.TermAt(node) is >= 0 and var term && (Parts[term] & parts) != 0) longest = text.Length - i;
        }

        return longest;
    }

    public static WordPart PartsOf(ReadOnlySpan<char> word)
    {
        var node = 0;
        foreach (var c in word)
        {
            node = Starts.Next(node, c);
            if (node == 0) return WordPart.None;
        }

        return Starts.TermAt(node) is >= 0 and var term ? Parts[term] : WordPart.None;
    }

    private static string Backwards(string word)
    {
        var letters = new char[word.Length];
        for (var i = 0; i < letters.Length; i++) letters[i] = word[^(i + 1)];
        return new string(letters);
    }

    private static WordPart PartFor(string heading, string label) => heading switch
    {
        "动词" => WordPart.Verb,
        "兼名动词" => WordPart.NounVerb,
        "副词" => label == "省略" ? WordPart.LooseAdverb : WordPart.FirmAdverb,
        "情态词" => WordPart.Modal,
        "介词" => WordPart.Preposition,
        "铺垫语" => WordPart.Frame,
        "结果语" => WordPart.Result,
        "起首语" => WordPart.Opener,
        "举措类名" => WordPart.WorkNoun,
        "量词" => WordPart.Unit,
        _ => WordPart.None,
    };
}
