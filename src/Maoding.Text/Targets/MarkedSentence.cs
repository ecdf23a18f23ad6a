using Maoding.Text.Lexicons;

namespace Maoding.Text.Targets;

/// <summary>A sentence of the normal text with the lexicon words met in it, asked by place.</summary>
internal sealed class MarkedSentence
{
    private const int LongestWord = 12;
    private readonly Rows<TermHit> _hits = [];
    private readonly Rows<Mark> _marks = [];
    private int[] _exceptions = [];
    private int[] _indicators = [];

    public string Text { get; private set; } = "";

    public Mark All { get; private set; }

    /// <summary>Reads the words of <paramref name="sentence"/>; false when nothing in it can be a target.</summary>
    public bool Read(ReadOnlySpan<char> sentence)
    {
        _hits.Clear();
        _marks.Clear();
        MarkLexicon.Scan(sentence, _hits);
        All = Mark.None;
        var kept = 0;
        foreach (var hit in _hits)
            if (!(hit is { Length: 1, Start: > 0 } && sentence[hit.Start] == '均'
                && sentence[hit.Start - 1] is '人' or '户' or '年' or '月' or '日' or '亩' or '地' or '平'))
                _hits.Span[kept++] = hit;
        _hits.Cut(kept);
        Weigh(sentence.Length);
        if ((All & (Mark.Unit | Mark.Cue)) == 0) return false;
        Text = sentence.ToString();
        return true;
    }

    /// <summary>The longest word with a wanted mark that ends at <paramref name="end"/> and starts at or after <paramref name="from"/>.</summary>
    public bool EndingAt(int end, int from, Mark wanted, out int start, out Mark mark)
    {
        for (var i = FirstFrom(Math.Max(from, end - LongestWord)); i < _hits.Count && _hits[i].Start < end; i++)
            if (_hits[i].Start + _hits[i].Length == end && ((mark = Of(i)) & wanted) != 0)
            {
                start = _hits[i].Start;
                return true;
            }

        (start, mark) = (end, Mark.None);
        return false;
    }

    /// <summary>The shortest word with a wanted mark that ends at <paramref name="end"/>.</summary>
    public bool ShortestEndingAt(int end, int from, Mark wanted, out int start)
    {
        start = end;
        for (var i = FirstFrom(Math.Max(from, end - LongestWord)); i < _hits.Count && _hits[i].Start < end; i++)
            if (_hits[i].Start + _hits[i].Length == end && _hits[i].Length > 1 && (Of(i) & wanted) != 0) start = _hits[i].Start;
        return start < end;
    }

    /// <summary>The longest word with a wanted mark that starts at <paramref name="start"/>.</summary>
    public bool StartingAt(int start, Mark wanted, out int end, out Mark mark)
    {
        (end, mark) = (start, Mark.None);
        for (var i = FirstFrom(start); i < _hits.Count && _hits[i].Start == start; i++)
            if ((Of(i) & wanted) != 0) (end, mark) = (start + _hits[i].Length, Of(i));
        return end > start;
    }

    /// <summary>The first word with a wanted mark inside the stretch; start -1 when there is none.</summary>
    public (int Start, int End) First(int from, int to, Mark wanted)
    {
        for (var i = FirstFrom(from); i < _hits.Count && _hits[i].Start < to; i++)
            if (_hits[i].Start + _hits[i].Length <= to && (Of(i) & wanted) != 0)
                return (_hits[i].Start, _hits[i].Start + _hits[i].Length);
        return (-1, -1);
    }

    public bool Has(int from, int to, Mark wanted) => First(from, to, wanted).Start >= 0;

    /// <summary>All marks of words inside the stretch.</summary>
    public Mark In(int from, int to)
    {
        var all = Mark.None;
        for (var i = FirstFrom(from); i < _hits.Count && _hits[i].Start < to; i++)
            if (_hits[i].Start + _hits[i].Length <= to) all |= Of(i);
        return all;
    }

    /// <summary>The marks of all words that end at <paramref name="end"/> and start at or after <paramref name="from"/>.</summary>
    public Mark MarksEndingAt(int end, int from)
    {
        var all = Mark.None;
        for (var i = FirstFrom(Math.Max(from, end - LongestWord)); i < _hits.Count && _hits[i].Start < end; i++)
            if (_hits[i].Start + _hits[i].Length == end) all |= Of(i);
        return all;
    }

    /// <summary>The dimension of the last word inside the stretch that speaks for one.</summary>
    public string? Dimension(int from, int to)
    {
        string? found = null;
        for (var i = FirstFrom(from); i < _hits.Count && _hits[i].Start < to; i++)
            if (_hits[i].Start + _hits[i].Length <= to && MarkLexicon.DimensionOf(_hits[i].Term) is { } dimension) found = dimension;
        return found;
    }

    private Mark Of(int index) => _marks[index];

    /// <summary>
    /// What each word says where it stands: inside an exception (率 in 效率) it names no indicator, inside an
    /// indicator (种植 in 种植面积) no work. One pass with the furthest end of what began before.
    /// </summary>
    private void Weigh(int length)
    {
        if (_exceptions.Length < length) (_exceptions, _indicators) = (new int[length * 2], new int[length * 2]);
        Array.Clear(_exceptions, 0, length);
        Array.Clear(_indicators, 0, length);
        foreach (var hit in _hits)
        {
            var mark = MarkLexicon.MarkOf(hit.Term);
            if ((mark & Mark.Exception) != 0) _exceptions[hit.Start] = hit.Start + hit.Length;
            else if ((mark & (Mark.Indicator | Mark.Entity)) != 0 && hit.Length > 3) _indicators[hit.Start] = hit.Start + hit.Length;
        }

        int at = 0, exception = 0, indicator = 0;
        foreach (var hit in _hits)
        {
            for (; at < hit.Start; at++) (exception, indicator) = (Math.Max(exception, _exceptions[at]), Math.Max(indicator, _indicators[at]));
            var (mark, end) = (MarkLexicon.MarkOf(hit.Term), hit.Start + hit.Length);
            if (exception >= end || _exceptions[hit.Start] > end) mark &= ~(Mark.Indicator | Mark.Entity | Mark.Project);
            if (indicator >= end || _indicators[hit.Start] > end) mark &= ~Mark.Work;
            _marks.Add(mark);
            All |= mark;
        }
    }

    private int FirstFrom(int start)
    {
        int low = 0, high = _hits.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_hits[middle].Start < start) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
