namespace Maoding.Text.Lexicons;

/// <summary>A term met in a text: where it starts, how long it is, which term it is.</summary>
public readonly record struct TermHit(int Start, int Length, int Term);

/// <summary>
/// Finds every term of a fixed list in one pass. A trie whose root is a table and whose other steps are one probe
/// of a hash keyed by node and character: cost per character does not grow with the number of terms.
/// </summary>
public sealed class TermScanner
{
    private readonly int[] _root = new int[char.MaxValue + 1];
    private ulong[] _keys = new ulong[1 << 12];
    private int[] _next = new int[1 << 12];
    private readonly List<int> _ends = [-1];
    private int _steps;

    /// <param name="terms">The words; a hit names its word by the place in this list. Twice the same word: the first place counts.</param>
    public TermScanner(IReadOnlyList<string> terms)
    {
        for (var i = 0; i < terms.Count; i++)
        {
            var node = 0;
            foreach (var c in terms[i]) node = StepOrAdd(node, c);
            if (node != 0 && _ends[node] < 0) _ends[node] = i;
        }
    }

    /// <summary>Adds all hits in <paramref name="text"/> to <paramref name="hits"/>, by start, shorter before longer.</summary>
    public void Scan(ReadOnlySpan<char> text, List<TermHit> hits)
    {
        for (var start = 0; start < text.Length; start++)
        {
            var node = _root[text[start]];
            for (var i = start + 1; node != 0; i++)
            {
                if (_ends[node] >= 0) hits.Add(new TermHit(start, i - start, _ends[node]));
                if (i == text.Length) break;
                node = Step(node, text[i]);
            }
        }
    }

    private int Step(int node, char c)
    {
        var key = ((ulong)node << 16) | c;
        for (var slot = Slot(key); ; slot = (slot + 1) & (_keys.Length - 1))
        {
            if (_keys[slot] == key) return _next[slot];
            if (_next[slot] == 0) return 0;
        }
    }

    private int StepOrAdd(int node, char c)
    {
        var found = node == 0 ? _root[c] : Step(node, c);
        if (found != 0) return found;
        var added = _ends.Count;
        _ends.Add(-1);
        if (node == 0) return _root[c] = added;
        if (++_steps * 2 > _keys.Length) Grow();
        Put(((ulong)node << 16) | c, added);
        return added;
    }

    private void Grow()
    {
        var (keys, next) = (_keys, _next);
        _keys = new ulong[keys.Length * 2];
        _next = new int[keys.Length * 2];
        for (var i = 0; i < keys.Length; i++)
            if (next[i] != 0) Put(keys[i], next[i]);
    }

    private void Put(ulong key, int value)
    {
        var slot = Slot(key);
        while (_next[slot] != 0) slot = (slot + 1) & (_keys.Length - 1);
        _keys[slot] = key;
        _next[slot] = value;
    }

    private int Slot(ulong key) => (int)((key * 0x9E3779B97F4A7C15UL) >> 40) & (_keys.Length - 1);
}
