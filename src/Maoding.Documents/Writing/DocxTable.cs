using DocumentFormat.OpenXml.Wordprocessing;

namespace Maoding.Documents.Writing;

/// <summary>A table whose head repeats on every page and whose rows stay on one page. Widths in twentieths of a point.</summary>
internal sealed class DocxTable
{
    private readonly (string Head, int Width, bool Centred)[] _columns;

    public DocxTable((string Head, int Width, bool Centred)[] columns)
    {
        _columns = columns;
        Table = new Table(
            new TableProperties(
                new TableWidth { Width = $"{columns.Sum(column => column.Width)}", Type = TableWidthUnitValues.Dxa },
                new TableJustification { Val = TableRowAlignmentValues.Center },
                new TableBorders(
                    new TopBorder { Val = BorderValues.Single, Size = 8 },
                    new LeftBorder { Val = BorderValues.Single, Size = 4 },
                    new BottomBorder { Val = BorderValues.Single, Size = 8 },
                    new RightBorder { Val = BorderValues.Single, Size = 4 },
                    new InsideHorizontalBorder { Val = BorderValues.Single, Size = 4 },
                    new InsideVerticalBorder { Val = BorderValues.Single, Size = 4 }),
                new TableLayout { Type = TableLayoutValues.Fixed },
                new TableCellMarginDefault(
                    new TopMargin { Width = "30", Type = TableWidthUnitValues.Dxa },
                    new TableCellLeftMargin { Width = 60, Type = TableWidthValues.Dxa },
                    new BottomMargin { Width = "30", Type = TableWidthUnitValues.Dxa },
                    new TableCellRightMargin { Width = 60, Type = TableWidthValues.Dxa })),
            new TableGrid(columns.Select(column => new GridColumn { Width = $"{column.Width}" })));
        var head = new TableRow(new TableRowProperties(new CantSplit(), new TableHeader()));
        foreach (var column in columns) head.Append(Cell(column.Width, DocxStyles.TableHead, column.Head, JustificationValues.Center));
        Table.Append(head);
    }

    public Table Table { get; }

    public void Add(IReadOnlyList<string> cells)
    {
        var row = new TableRow(new TableRowProperties(new CantSplit()));
        for (var i = 0; i < _columns.Length; i++)
            row.Append(Cell(_columns[i].Width, DocxStyles.TableText, cells[i], _columns[i].Centred ? JustificationValues.Center : JustificationValues.Left));
        Table.Append(row);
    }

    /// <summary>A heading over all columns; it stays with the row under it.</summary>
    public void AddSpanning(string words)
    {
        var cell = Cell(_columns.Sum(column => column.Width), DocxStyles.TableSection, words, JustificationValues.Left);
        cell.TableCellProperties!.InsertAfter(new GridSpan { Val = _columns.Length }, cell.TableCellProperties.TableCellWidth);
        Table.Append(new TableRow(new TableRowProperties(new CantSplit()), cell));
    }

    /// <summary>A row whose words stand over all columns but the first; it stays with the rows under it.</summary>
    public void AddHeading(string number, string words)
    {
        var rest = Cell(_columns.Skip(1).Sum(column => column.Width), DocxStyles.RowHead, words, JustificationValues.Left);
        rest.TableCellProperties!.InsertAfter(new GridSpan { Val = _columns.Length - 1 }, rest.TableCellProperties.TableCellWidth);
        Table.Append(new TableRow(
            new TableRowProperties(new CantSplit()), Cell(_columns[0].Width, DocxStyles.RowHead, number, JustificationValues.Center), rest));
    }

    public static Paragraph Paragraph(string style, string words, JustificationValues? justification = null)
    {
        var properties = new ParagraphProperties(new ParagraphStyleId { Val = style });
        if (justification is { } side) properties.Append(new Justification { Val = side });
        var paragraph = new Paragraph(properties);
        if (words.Length > 0) paragraph.Append(DocxRun.Of(words));
        return paragraph;
    }

    private static TableCell Cell(int width, string style, string words, JustificationValues justification)
    {
        var cell = new TableCell(new TableCellProperties(
            new TableCellWidth { Width = $"{width}", Type = TableWidthUnitValues.Dxa },
            new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center }));
        foreach (var line in words.Split('\n')) cell.Append(Paragraph(style, line, justification));
        return cell;
    }
}
