using System.Text;
using Maoding.Text;

namespace Maoding.Documents.Reading;

/// <summary>Collects lines and tables into a <see cref="SourceText"/>, keeping each line's place.</summary>
internal sealed class TextBuilder(string document)
{
    private readonly StringBuilder _text = new();
    private readonly List<SourceLine> _lines = [];
    private readonly List<SourceTable> _tables = [];
    private int _cells;

    public int TableCount => _tables.Count;

    /// <summary>Adds one line; <paramref name="words"/> holds no line end.</summary>
    public void AddLine(ReadOnlySpan<char> words, Place place)
    {
        if (_lines.Count > 0) _text.Append('\n');
        _lines.Add(new SourceLine(new TextSpan(_text.Length, words.Length), place));
        _text.Append(words);
        if (_text.Length > ReadingLimits.Characters || _lines.Count > ReadingLimits.Lines) throw DocumentErrors.Bomb(document);
    }

    /// <summary>Adds each line of <paramref name="words"/>, which may hold LF, at the same place.</summary>
    public void AddLines(ReadOnlySpan<char> words, Place place)
    {
        foreach (var part in words.Split('\n')) AddLine(words[part], place);
    }

    /// <summary>Adds a table: each row one line with its own words joined by TAB, and the grid with merged cells repeated.</summary>
    /// <param name="rows">Cells by grid column. A covered cell names the cell that covers it and has no words of its own in the line.</param>
    public void AddTable(string name, int firstRow, IReadOnlyList<IReadOnlyList<GridCell>> rows)
    {
        var width = rows.Count == 0 ? 0 : rows.Max(row => row.Count);
        if ((_cells += width * rows.Count) > ReadingLimits.Cells) throw DocumentErrors.Bomb(document);
        var grid = new List<IReadOnlyList<SourceCell>>(rows.Count);
        var line = new StringBuilder();
        for (var row = 0; row < rows.Count; row++)
        {
            line.Clear();
            var start = _lines.Count == 0 ? 0 : _text.Length + 1;
            foreach (var cell in rows[row])
            {
                // A merged area takes one place in each line, however many columns it covers.
                if (cell.Cover is { } cover && (cover.Row == row || (cell.Column > 0 && ReferenceEquals(rows[row][cell.Column - 1].Cover, cover)))) continue;
                if (cell.Column > 0) line.Append('\t');
                if (cell.Cover is null) cell.Place(start + line.Length);
                if (cell.Cover is null) line.Append(cell.Words);
            }

            while (line.Length > 0 && line[^1] == '\t') line.Length--;
            AddLine(line.ToString(), new Place(PlaceKind.Row, firstRow + row, name));
            grid.Add(Padded(rows[row], width));
        }

        _tables.Add(new SourceTable(name, firstRow, grid));
    }

    public SourceText Build() => new(_text.ToString(), _lines, _tables);

    private static SourceCell[] Padded(IReadOnlyList<GridCell> row, int width)
    {
        var cells = new SourceCell[width];
        Array.Fill(cells, new SourceCell("", default));
        foreach (var cell in row)
        {
            var shown = cell.Cover ?? cell;
            cells[cell.Column] = new SourceCell(shown.Words, shown.Words.Length == 0 ? default : new TextSpan(shown.Offset, shown.Words.Length));
        }

        return cells;
    }
}

/// <summary>A cell of the grid while a table is read.</summary>
/// <param name="Cover">The top left cell of the merged area this one is covered by; null when it stands for itself.</param>
internal sealed record GridCell(int Row, int Column, string Words, GridCell? Cover = null)
{
    /// <summary>Why it cannot be told what a cell of a sheet shows; empty where it can.</summary>
    public string Wrong { get; init; } = "";

    /// <summary>Where its words stand in the text, known when its row is written.</summary>
    public int Offset { get; private set; }

    public void Place(int offset) => Offset = offset;

    /// <summary>The words on one line: breaks and tabs inside a cell are one space.</summary>
    public static string OneLine(string words)
    {
        if (words.AsSpan().IndexOfAny('\n', '\t', '\r') < 0) return words.Trim();
        return string.Join(' ', words.Split(['\n', '\t', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }
}
