namespace Maoding.Text;

/// <summary>
/// How the lines of a source make paragraphs: page numbers are dropped, a line cut by a page number or by a
/// fixed line width goes on with the next.
/// </summary>
internal sealed class LineLayout
{
    private readonly SourceText _source;
    private readonly bool _indented;
    private readonly int _wrapWidth;
    private readonly bool[] _continues;
    private readonly bool[] _skips;

    private LineLayout(SourceText source)
    {
        _source = source;
        _indented = IsIndented(source);
        _wrapWidth = WrapWidth(source);
        _continues = new bool[source.Lines.Count];
        _skips = new bool[source.Lines.Count];
        var last = -1;
        var pageBetween = false;
        for (var i = 0; i < source.Lines.Count; i++)
        {
            var words = Words(i);
            var pageMark = !words.IsEmpty && IsPageMark(words);
            pageBetween |= pageMark;
            _skips[i] = words.IsEmpty || pageMark;
            if (_skips[i]) continue;
            if (last >= 0) _continues[i] = GoesOn(last, i, pageBetween);
            last = i;
            pageBetween = false;
        }
    }

    public static LineLayout Of(SourceText source) => new(source);

    public bool Skips(int line) => _skips[line];

    public bool Continues(int line) => _continues[line];

    private ReadOnlySpan<char> Words(int line) => Trim(_source.Slice(_source.Lines[line].Span));

    private static ReadOnlySpan<char> Trim(ReadOnlySpan<char> words) => words.Trim(" \t\u3000\u00a0\ufeff");

    private bool GoesOn(int before, int after, bool pageBetween)
    {
        var first = Words(before);
        if (EndsSentence(first[^1]) || Structure.HeadingNumber.Read(Words(after)).Length > 0) return false;
        if (_indented && IsIndented(_source.Slice(_source.Lines[after].Span))) return false;
        if (pageBetween) return first.Length > 12 && Structure.HeadingNumber.Read(first).Length == 0;
        return _wrapWidth > 0 && after == before + 1 && first.Length >= _wrapWidth - 2;
    }

    private static bool EndsSentence(char c) => c is '。' or '！' or '？' or '；' or '：' or '”' or '）' or '…' or ';' or ':' or ')';

    private static bool IsIndented(ReadOnlySpan<char> line) => line.StartsWith("　　") || line.StartsWith("  ");

    private static bool IsIndented(SourceText source)
    {
        int indented = 0, filled = 0;
        foreach (var line in source.Lines)
        {
            var words = source.Slice(line.Span);
            if (Trim(words).Length < 20) continue;
            filled++;
            if (IsIndented(words)) indented++;
        }

        return filled > 3 && indented * 5 >= filled;
    }

    /// <summary>The width at which a text was broken into lines, or 0 when its lines are paragraphs.</summary>
    private static int WrapWidth(SourceText source)
    {
        var counts = new int[81];
        int filled = 0, stopped = 0;
        foreach (var line in source.Lines)
        {
            var words = Trim(source.Slice(line.Span));
            if (words.IsEmpty) continue;
            filled++;
            if (words.Length > 80) return 0;
            if (words.Contains('。')) stopped++;
            if (!EndsSentence(words[^1])) counts[words.Length]++;
        }

        // Prose has full stops; a list of lines about as long may have none.
        if (stopped * 20 < filled) return 0;

        for (var width = 80; width >= 16; width--)
        {
            var near = counts[width] + counts[width - 1] + counts[width - 2];
            if (near >= 10 && near * 5 >= filled * 2) return width;
        }

        return 0;
    }

    /// <summary>— 7 —, 第7页, 第7页 共9页, 7/9.</summary>
    private static bool IsPageMark(ReadOnlySpan<char> words)
    {
        if (words.Length > 14) return false;
        if (words[0] is '—' or '-' or '–' or '－' or '―' or '─')
            return words[^1] is '—' or '-' or '–' or '－' or '―' or '─' && OnlyNumber(words.Trim("—-–－―─ "));
        if (words[0] == '第' && words.Contains('页'))
        {
            var page = words.IndexOf('页');
            return OnlyNumber(words[1..page].Trim()) && (page == words.Length - 1 || words[(page + 1)..].Contains('共'));
        }

        var slash = words.IndexOf('/');
        return slash > 0 && OnlyNumber(words[..slash].Trim()) && OnlyNumber(words[(slash + 1)..].Trim());
    }

    private static bool OnlyNumber(ReadOnlySpan<char> words)
    {
        if (words.IsEmpty || words.Length > 4) return false;
        foreach (var c in words)
            if (!char.IsDigit(c)) return false;
        return true;
    }
}
