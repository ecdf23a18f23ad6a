namespace Maoding.Text;

/// <summary>
/// The text as rules read it: half-width digits and letters, full-width punctuation, no layout spaces, page
/// numbers or footnote marks, one paragraph a line. Each stretch leads back to the source.
/// </summary>
public sealed class NormalText
{
    private readonly int[] _starts;
    private readonly int[] _sources;
    private readonly int _sourceLength;

    internal NormalText(string text, int[] starts, int[] sources, int sourceLength)
    {
        _sourceLength = sourceLength;
        Text = text;
        _starts = starts;
        _sources = sources;
    }

    public string Text { get; }

    /// <summary>The source span of a stretch of the normal text, its first character to its last.</summary>
    public TextSpan ToSource(int start, int length)
    {
        if (length <= 0) return new TextSpan(SourceIndex(start), 0);
        return TextSpan.FromBounds(SourceIndex(start), Math.Min(_sourceLength, SourceIndex(start + length - 1) + 1));
    }

    // The last paragraph is ended here even where the source has no line end: that place is the source's end.
    private int SourceIndex(int index)
    {
        var run = Array.BinarySearch(_starts, index);
        if (run < 0) run = ~run - 1;
        return Math.Min(_sourceLength, run < 0 ? index : _sources[run] + (index - _starts[run]));
    }
}
