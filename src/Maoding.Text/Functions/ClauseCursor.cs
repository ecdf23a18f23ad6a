using System.Buffers;

namespace Maoding.Text.Functions;

/// <summary>Walks a sentence clause by clause and knows which part of a clause only says how or why.</summary>
internal ref struct ClauseCursor
{
    private static readonly SearchValues<char> Breaks = SearchValues.Create("，；。：！？,;:!?\n");

    private readonly ReadOnlySpan<char> _text;
    private readonly string[] _openings;
    private readonly string[] _endings;
    private int _next;
    private int _adverbialEnd;

    public ClauseCursor(ReadOnlySpan<char> text, string[] openings, string[] endings)
    {
        _text = text;
        _openings = openings;
        _endings = endings;
        Number = -1;
    }

    /// <summary>The clause's place in the sentence, from 0.</summary>
    public int Number { get; private set; }

    /// <param name="position">Not before the last one asked for.</param>
    public void MoveTo(int position)
    {
        while (Number < 0 || position >= _next)
        {
            var start = _next;
            var length = _text[start..].IndexOfAny(Breaks);
            _next = length < 0 ? _text.Length : start + length + 1;
            Number++;
            if (position < _next) ReadClause(start);
        }
    }

    public readonly bool IsAdverbialAt(int position) => position < _adverbialEnd;

    private void ReadClause(int start)
    {
        _adverbialEnd = 0;
        var clause = _text[start.._next];
        if (!StartsWithAny(clause)) return;
        var end = 0;
        foreach (var ending in _endings) end = Math.Max(end, clause.LastIndexOf(ending));
        _adverbialEnd = end > 0 ? start + end : _next;
    }

    private readonly bool StartsWithAny(ReadOnlySpan<char> clause)
    {
        foreach (var opening in _openings)
            if (clause.StartsWith(opening)) return true;
        return false;
    }
}
