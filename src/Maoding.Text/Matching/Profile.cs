using Maoding.Text.Lexicons;

namespace Maoding.Text.Matching;

/// <summary>What a row is compared by: the pairs of characters of its telling words, and its figures.</summary>
internal sealed class Profile
{
    /// <summary>Characters of a row that are compared.</summary>
    private const int Longest = 600;

    /// <summary>How near a word must stand to a figure to be what it counts.</summary>
    private const int Near = 6;

    private static readonly TermScanner _generic = new([.. LexiconFile.Read("matching.md").SelectMany(e => e.Words)]);

    private readonly int[] _pairAt;

    public Profile(MatchEntry entry)
    {
        Entry = entry;
        Text = Plain(entry.Words.Length > 0 ? entry.Words : entry.Title);
        _pairAt = PairsAt(Text);
        TitlePairs = [.. PairsAt(Plain(entry.Title)).Where(p => p != 0)];
        Pairs = [.. _pairAt.Where(p => p != 0).Concat(TitlePairs).Distinct().Order()];
        Amounts = Amount.Read(Text);
    }

    public MatchEntry Entry { get; }

    public string Text { get; }

    /// <summary>All pairs once, sorted.</summary>
    public int[] Pairs { get; }

    public HashSet<int> TitlePairs { get; }

    public List<Amount> Amounts { get; }

    /// <summary>The telling words around a figure.</summary>
    public IEnumerable<int> PairsNear(Amount amount) =>
        _pairAt.Skip(amount.At - Near).Take(Near + Math.Min(amount.At, amount.Words.Length) + Near).Where(p => p != 0);

    /// <summary>Stretches of these words whose every pair the other has too, in order.</summary>
    public IEnumerable<string> SharedWords(Profile other)
    {
        for (var at = 0; at < _pairAt.Length; at++)
        {
            var start = at;
            while (at < _pairAt.Length && _pairAt[at] != 0 && Array.BinarySearch(other.Pairs, _pairAt[at]) >= 0) at++;
            if (at > start) yield return Text[start..(at + 1)];
        }
    }

    /// <summary>The pair that starts at each character; 0 where it holds a mark, a digit or part of a word that says nothing.</summary>
    private static int[] PairsAt(string text)
    {
        var silent = new bool[text.Length];
        var hits = new Rows<TermHit>();
        _generic.Scan(text, hits);
        foreach (var hit in hits) silent.AsSpan(hit.Start, hit.Length).Fill(true);
        var pairs = new int[text.Length];
        for (var i = 0; i + 1 < text.Length; i++)
        {
            var tells = char.IsLetter(text[i]) && char.IsLetter(text[i + 1]) && !silent[i] && !silent[i + 1];
            if (tells) pairs[i] = (text[i] << 16) | text[i + 1];
        }

        return pairs;
    }

    /// <summary>Half-width, lower case, without blanks, cut.</summary>
    private static string Plain(string words) => string.Concat(words
        .Where(c => !char.IsWhiteSpace(c) && c is not ('“' or '”' or '"' or '‘' or '’'))
        .Select(c => char.ToLowerInvariant(c is >= '！' and <= '～' and not ('，' or '；' or '：' or '！' or '？') ? (char)(c - '！' + '!') : c))
        .Take(Longest));
}
