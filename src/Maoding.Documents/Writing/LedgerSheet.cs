using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Maoding.Documents.Writing;

/// <summary>A column: its head and its width in digits of the default font.</summary>
internal sealed record SheetColumn(string Head, double Width, bool Centred = false);

/// <summary>One sheet: title, a line about the source, the head in row 3 and the rows under it.</summary>
internal sealed record LedgerSheet(string Name, string Title, string Subtitle, IReadOnlyList<SheetColumn> Columns, IReadOnlyList<string[]> Rows)
{
    public const uint A3 = 8;
    private const uint A4 = 9;
    private const int HeadRow = 3;

    public uint PaperSize { get; init; } = A4;

    public int FrozenColumns { get; init; }

    private string LastColumn => ((char)('A' + Columns.Count - 1)).ToString();

    private int LastRow => HeadRow + Rows.Count;

    /// <summary>The head repeats on every printed page, and the filter covers head and rows.</summary>
    public IEnumerable<DefinedName> DefinedNames(uint index)
    {
        yield return new DefinedName($"'{Name}'!$A${HeadRow}:${LastColumn}${LastRow}") { Name = "_xlnm._FilterDatabase", LocalSheetId = index, Hidden = true };
        yield return new DefinedName($"'{Name}'!${HeadRow}:${HeadRow}") { Name = "_xlnm.Print_Titles", LocalSheetId = index };
    }

    public Worksheet ToWorksheet(SharedWords words, bool selected)
    {
        var pane = new Pane
        {
            VerticalSplit = HeadRow,
            TopLeftCell = $"{(char)('A' + FrozenColumns)}{HeadRow + 1}",
            State = PaneStateValues.Frozen,
            ActivePane = FrozenColumns > 0 ? PaneValues.BottomRight : PaneValues.BottomLeft,
        };
        if (FrozenColumns > 0) pane.HorizontalSplit = FrozenColumns;
        var columns = new Columns();
        for (var i = 0; i < Columns.Count; i++)
            columns.Append(new Column { Min = (uint)i + 1, Max = (uint)i + 1, Width = Columns[i].Width, CustomWidth = true });
        return new Worksheet(
            new SheetProperties(new PageSetupProperties { FitToPage = true }),
            new SheetDimension { Reference = $"A1:{LastColumn}{LastRow}" },
            new SheetViews(new SheetView(pane) { WorkbookViewId = 0, TabSelected = selected, ShowGridLines = false }),
            new SheetFormatProperties { DefaultRowHeight = 18 },
            columns,
            Data(words),
            new AutoFilter { Reference = $"A{HeadRow}:{LastColumn}{LastRow}" },
            new MergeCells(new MergeCell { Reference = $"A1:{LastColumn}1" }, new MergeCell { Reference = $"A2:{LastColumn}2" }),
            new PrintOptions { HorizontalCentered = true },
            new PageMargins { Left = 0.6, Right = 0.6, Top = 0.8, Bottom = 0.8, Header = 0.4, Footer = 0.4 },
            new PageSetup { PaperSize = PaperSize, Orientation = OrientationValues.Landscape, FitToWidth = 1, FitToHeight = 0 },
            new HeaderFooter(new OddFooter("&C第 &P 页，共 &N 页")));
    }

    private SheetData Data(SharedWords words)
    {
        var data = new SheetData();
        data.Append(Line(1, 36, Columns.Select((_, i) => Cell(1, i, i == 0 ? Title : "", SheetStyles.Title, words))));
        data.Append(Line(2, 21, Columns.Select((_, i) => Cell(2, i, i == 0 ? Subtitle : "", SheetStyles.Subtitle, words))));
        data.Append(Line(HeadRow, 27, Columns.Select((column, i) => Cell(HeadRow, i, column.Head, SheetStyles.Head, words))));
        for (var r = 0; r < Rows.Count; r++)
        {
            var number = HeadRow + 1 + r;
            var cells = Rows[r].Select((text, i) => Cell(number, i, text, Columns[i].Centred ? SheetStyles.Centred : SheetStyles.Body, words)).ToList();
            data.Append(Line(number, Height(Rows[r]), cells));
        }

        return data;
    }

    private static Row Line(int number, double height, IEnumerable<Cell> cells) =>
        new(cells) { RowIndex = (uint)number, Height = height, CustomHeight = number <= HeadRow ? true : null };

    private static Cell Cell(int row, int column, string text, uint style, SharedWords words)
    {
        var cell = new Cell { CellReference = $"{(char)('A' + column)}{row}", StyleIndex = style };
        if (text.Length == 0) return cell;
        if (column == 0 && row > HeadRow && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _))
        {
            cell.StyleIndex = SheetStyles.Number;
            cell.CellValue = new CellValue(text);
            return cell;
        }

        cell.DataType = CellValues.SharedString;
        cell.CellValue = new CellValue(words.IndexOf(PlainWords.Safe(text)));
        return cell;
    }

    // Some offices do not fit row heights when they open a file: an estimate is written, which the others mend.
    private double Height(string[] row)
    {
        var lines = 1;
        for (var i = 0; i < row.Length; i++)
        {
            var (needed, used) = (1, 0.0);
            foreach (var c in row[i])
            {
                var width = c < '\u2000' ? 1.1 : 2.1;
                if (c == '\n' || used + width > Columns[i].Width - 1)
                {
                    needed++;
                    used = 0;
                }

                if (c != '\n') used += width;
            }

            lines = Math.Max(lines, needed);
        }

        return Math.Min(409, lines * 15.5 + 8);
    }
}

/// <summary>The workbook's table of strings: each text once.</summary>
internal sealed class SharedWords
{
    private readonly Dictionary<string, int> _places = [];
    private readonly SharedStringTable _table = new();
    private uint _used;

    public int IndexOf(string text)
    {
        _used++;
        if (_places.TryGetValue(text, out var place)) return place;
        _table.Append(new SharedStringItem(new DocumentFormat.OpenXml.Spreadsheet.Text(text) { Space = SpaceProcessingModeValues.Preserve }));
        return _places[text] = _places.Count;
    }

    public SharedStringTable ToTable()
    {
        _table.Count = _used;
        _table.UniqueCount = (uint)_places.Count;
        return _table;
    }
}
