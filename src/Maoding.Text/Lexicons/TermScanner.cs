using System.Numerics;

namespace Maoding.Text.Lexicons;

/// <summary>A term met in a text: where it starts, how long it is, which term it is.</summary>
public readonly record struct TermHit(int Start, int Length, int Term);

/// <summary>
/// Finds every term of a fixed list in one pass. A trie whose root is a table and whose other steps are one probe
/// of a hash keyed by node and character: cost per character does not grow with the number of terms.
/// </summary>
public sealed class TermScanner
{
    private const int KeyShift = 24;

    private readonly int[] _root = new int[char.MaxValue + 1];
    private readonly Node[] _nodes;

    // Key (node and character) above, next node in the low bits; 0 is a free slot.
    private readonly ulong[] _steps;
    private readonly int _slotShift;
    private int _count = 1;

    /// <param name="Children">One bit for each child's character, folded to 64: most steps that lead nowhere are known here.</param>
    /// <param name="Term">The term that ends here, else -1.</param>
    private record struct Node(ulong Children, int Term);

    /// <param name="terms">The words; a hit names its word by the place in this list. Twice the same word: the first place counts.</param>
    public TermScanner(IReadOnlyList<string> terms)
    {
        var characters = 1;
        for (var i = 0; i < terms.Count; i++) characters += terms[i].Length;
        _nodes = new Node[characters];
        _steps = new ulong[BitOperations.RoundUpToPowerOf2((uint)characters * 2)];
        _slotShift = 64 - BitOperations.Log2((uint)_steps.Length);
        _nodes[0].Term = -1;
        for (var i = 0; i < terms.Count; i++)
        {
            var node = 0;
            foreach (var c in terms[i]) node = StepOrAdd(node, c);
            if (node != 0 && _nodes[node].Term < 0) _nodes[node].Term = i;
        }
    }

    /// <summary>Adds all hits in <paramref name="text"/> to <paramref name="hits"/>, by start, shorter before longer.</summary>
    public void Scan(ReadOnlySpan<char> text, Rows<TermHit> hits)
    {
        for (var start = 0; start < text.Length; start++)
        {
            var node = _root[text[start]];
            for (var i = start + 1; node != 0; i++)
            {
                if (_nodes[node].Term is >= 0 and var term) hits.Add(new TermHit(start, i - start, term));
                if (i == text.Length) break;
                node = Step(node, text[i]);
            }
        }
    }

    /// <summary>Whether <paramref name="text"/> holds any of the terms.</summary>
    internal bool FoundIn(ReadOnlySpan<char> text)
    {
        for (var start = 0; start < text.Length; start++)
        {
            var node = _root[text[start]];
            for (var i = start + 1; node != 0; i++)
            {
                if (_nodes[node].Term >= 0) return true;
                if (i == text.Length) break;
                node = Step(node, text[i]);
            }
        }

        return false;
    }

    /// <summary>Walks along a text: the node after <paramref name="c"/>, 0 when no term goes on so. The walk starts at node 0.</summary>
    internal int Next(int node, char c) => node == 0 ? _root[c] : Step(node, c);

    /// <summary>The term that ends at a node, -1 when none does.</summary>
    internal int TermAt(int node) => _nodes[node].Term;

    private int Step(int node, char c)
    {
        if ((_nodes[node].Children & Bit(c)) == 0) return 0;
        var key = ((ulong)node << 16) | c;
        for (var slot = Slot(key); ; slot = (slot + 1) & (_steps.Length - 1))
        {
            var step = _steps[slot];
            if (step >> KeyShift == key) return (int)(step & ((1 << KeyShift) - 1));
            if (step == 0) return 0;
        }
    }

    private int StepOrAdd(int node, char c)
    {
        var found = Next(node, c);
        if (found != 0) return found;
        var added = _count++;
        _nodes[added].Term = -1;
        if (node == 0) return _root[c] = added;
        _nodes[node].Children |= Bit(c);
        var key = ((ulong)node << 16) | c;
        var slot = Slot(key);
        while (_steps[slot] != 0) slot = (slot + 1) & (_steps.Length - 1);
        _steps[slot] = (key << KeyShift) | (uint)added;
        return added;
    }

    private static ulong Bit(char c) => 1UL << ((c * 0x9E37) >> 10);

    private int Slot(ulong key) => (int)((key * 0x9E3779B97F4A7C15UL) >> _slotShift);
}
