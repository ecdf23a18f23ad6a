namespace Maoding.Documents.Reading.Sheets;

/// <summary>The filled cells and merged areas of a sheet, made into a grid once all are known.</summary>
internal sealed class SheetGrid
{
    private const int MaxRow = 1_048_576;
    private const int MaxColumn = 16_384;

    private readonly List<(int Row, int Column, ShownCell Shown)> _filled = [];
    private readonly List<(int Top, int Left, int Bottom, int Right)> _merged = [];
    private int _lastRow;
    private int _lastColumn;

    public int FirstRow { get; private set; } = int.MaxValue;

    public bool IsEmpty => _filled.Count == 0;

    public bool IsTooLarge => !IsEmpty
        && ((long)(_lastRow - FirstRow + 1) * _lastColumn > ReadingLimits.Cells || _merged.Sum(Area) > ReadingLimits.Cells);

    /// <param name="row">From 1.</param>
    /// <param name="column">From 1.</param>
    public void Add(int row, int column, ShownCell shown)
    {
        if (row is < 1 or > MaxRow || column is < 1 or > MaxColumn) return;
        _filled.Add((row, column, shown));
        FirstRow = Math.Min(FirstRow, row);
        _lastRow = Math.Max(_lastRow, row);
        _lastColumn = Math.Max(_lastColumn, column);
    }

    public void Merge(string? area)
    {
        if (area?.Split(':') is not [var from, var to] || !TryParse(from, out var first) || !TryParse(to, out var last)) return;
        _merged.Add((first.Row, first.Column, last.Row, last.Column));
    }

    public List<IReadOnlyList<GridCell>> Build()
    {
        var rows = new GridCell[_lastRow - FirstRow + 1][];
        for (var i = 0; i < rows.Length; i++) rows[i] = new GridCell[_lastColumn];
        foreach (var (row, column, shown) in _filled)
            rows[row - FirstRow][column - 1] = new GridCell(row - FirstRow, column - 1, shown.Words) { Wrong = shown.Wrong };
        for (var i = 0; i < rows.Length; i++)
        {
            for (var j = 0; j < _lastColumn; j++) rows[i][j] ??= new GridCell(i, j, "");
        }

        foreach (var (top, left, bottom, right) in _merged)
        {
            if (top < FirstRow || top > _lastRow || left > _lastColumn) continue;
            var cover = rows[top - FirstRow][left - 1];
            if (cover.Cover is not null) continue;
            for (var i = top; i <= Math.Min(bottom, _lastRow); i++)
            {
                for (var j = left; j <= Math.Min(right, _lastColumn); j++)
                {
                    if (i != top || j != left) rows[i - FirstRow][j - 1] = new GridCell(i - FirstRow, j - 1, "", cover);
                }
            }
        }

        return [.. rows];
    }

    /// <summary>Reads a reference such as C12 as row and column, from 1.</summary>
    public static bool TryParse(string? reference, out (int Row, int Column) at)
    {
        var (row, column) = (0, 0);
        foreach (var c in reference ?? "")
        {
            if (c is >= 'A' and <= 'Z' && row == 0) column = column * 26 + c - 'A' + 1;
            else if (c is >= '0' and <= '9') row = row * 10 + c - '0';
            else if (c != '$') row = MaxRow + 1;
            if (row > MaxRow || column > MaxColumn) break;
        }

        at = (row, column);
        return row is > 0 and <= MaxRow && column is > 0 and <= MaxColumn;
    }

    private long Area((int Top, int Left, int Bottom, int Right) merged) =>
        (long)Math.Max(0, Math.Min(merged.Bottom, _lastRow) - merged.Top + 1) * Math.Max(0, Math.Min(merged.Right, _lastColumn) - merged.Left + 1);
}
