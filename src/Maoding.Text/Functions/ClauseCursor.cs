using System.Buffers;

namespace Maoding.Text.Functions;

/// <summary>Walks a sentence clause by clause and knows which part of a clause only says how or why.</summary>
internal ref struct ClauseCursor
{
    private static readonly SearchValues<char> Breaks = SearchValues.Create("，；。：！？,;:!?\n");

    private readonly ReadOnlySpan<char> _text;
    private readonly FunctionLexicon _lexicon;
    private int _next;
    private int _adverbialEnd;

    public ClauseCursor(ReadOnlySpan<char> text, FunctionLexicon lexicon)
    {
        _text = text;
        _lexicon = lexicon;
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
            if (position >= _next) continue;
            var clause = _text[start.._next];
            _adverbialEnd = _lexicon.OpensAdverbial(clause) ? start + _lexicon.AdverbialLength(clause) : 0;
        }
    }

    public readonly bool IsAdverbialAt(int position) => position < _adverbialEnd;
}
