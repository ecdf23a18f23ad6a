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
    private const int Longest = 9;

    /// <summary>The length of the longest word that starts with a character; most places of a text are settled by it.</summary>
    private static readonly byte[] LongestFrom = new byte[char.MaxValue + 1];

    private static readonly Dictionary<string, WordPart>.AlternateLookup<ReadOnlySpan<char>> Words =
        Load().GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Length of the longest word of one of the <paramref name="parts"/> that starts the text; 0 when none does.</summary>
    public static int Match(ReadOnlySpan<char> text, WordPart parts)
    {
        if (text.IsEmpty) return 0;
        for (var length = Math.Min(LongestFrom[text[0]], text.Length); length > 0; length--)
            if (Words.TryGetValue(text[..length], out var found) && (found & parts) != 0) return length;
        return 0;
    }

    /// <summary>Length of the longest word of one of the <paramref name="parts"/> that ends the text; 0 when none does.</summary>
    public static int MatchEnd(ReadOnlySpan<char> text, WordPart parts)
    {
        for (var length = Math.Min(Longest, text.Length); length > 0; length--)
            if (Words.TryGetValue(text[^length..], out var found) && (found & parts) != 0) return length;
        return 0;
    }

    public static WordPart PartsOf(ReadOnlySpan<char> word) => Words.TryGetValue(word, out var found) ? found : WordPart.None;

    private static Dictionary<string, WordPart> Load()
    {
        var words = new Dictionary<string, WordPart>(2048);
        foreach (var (heading, label, list) in LexiconFile.Read("actions.md"))
        {
            var part = PartFor(heading, label);
            foreach (var word in list)
            {
                words.TryGetValue(word, out var known);
                words[word] = known | part;
                LongestFrom[word[0]] = Math.Max(LongestFrom[word[0]], (byte)word.Length);
            }
        }

        return words;
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
