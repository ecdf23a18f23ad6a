namespace Maoding.Text.Corrections;

/// <summary>The pairs of neighbouring characters of some words, to tell how alike two wordings are.</summary>
internal sealed class CharacterPairs
{
    /// <summary>Of longer words the first characters are compared: enough to tell, and bounded.</summary>
    private const int Longest = 400;

    private readonly int[] _pairs;

    public CharacterPairs(string words)
    {
        var kept = words.Length > Longest ? words.AsSpan(0, Longest) : words;
        var pairs = new List<int>(kept.Length);
        var before = '\0';
        foreach (var c in kept)
        {
            if (char.IsWhiteSpace(c)) continue;
            pairs.Add((before << 16) | c);
            before = c;
        }

        _pairs = [.. pairs];
        Array.Sort(_pairs);
    }

    /// <summary>Twice the shared pairs over all pairs, 0 to 1; 0 when either has no words.</summary>
    public double Likeness(CharacterPairs other)
    {
        if (_pairs.Length == 0 || other._pairs.Length == 0) return 0;
        var shared = 0;
        for (int i = 0, j = 0; i < _pairs.Length && j < other._pairs.Length;)
        {
            if (_pairs[i] == other._pairs[j])
            {
                shared++;
                i++;
                j++;
            }
            else if (_pairs[i] < other._pairs[j])
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        return 2.0 * shared / (_pairs.Length + other._pairs.Length);
    }
}
