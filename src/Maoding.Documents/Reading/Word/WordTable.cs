namespace Maoding.Documents.Reading.Word;

/// <summary>The grid of a table while its rows are read; merged cells are resolved as they come.</summary>
internal sealed class WordTable
{
    private readonly List<GridCell?> _above = [];
    private List<GridCell> _row = [];
    private int _width;

    /// <summary>Asked after each row: a table without end must not be gathered first.</summary>
    public bool IsTooLarge => (long)_width * Rows.Count > ReadingLimits.Cells;

    public List<IReadOnlyList<GridCell>> Rows { get; } = [];

    public void BeginRow() => _row = [];

    public void SkipColumns(int count)
    {
        for (; count > 0 && _row.Count < ReadingLimits.WordColumns; count--) _row.Add(new GridCell(Rows.Count, _row.Count, ""));
    }

    /// <param name="below">Goes on the cell above it.</param>
    /// <param name="beside">Goes on the cell before it.</param>
    public void AddCell(string words, int span, bool below, bool beside)
    {
        GridCell? cover = null;
        if (beside && _row.Count > 0) cover = _row[^1].Cover ?? _row[^1];
        else if (below && _row.Count < _above.Count && _above[_row.Count] is { } above) cover = above.Cover ?? above;
        for (var i = 0; i < Math.Max(span, 1) && _row.Count < ReadingLimits.WordColumns; i++)
        {
            var cell = cover is null ? new GridCell(Rows.Count, _row.Count, words) : new GridCell(Rows.Count, _row.Count, "", cover);
            _row.Add(cell);
            cover ??= cell;
        }
    }

    public void EndRow(bool keep)
    {
        if (!keep || _row.Count == 0) return;
        _above.Clear();
        _above.AddRange(_row);
        Rows.Add(_row);
        _width = Math.Max(_width, _row.Count);
    }
}
