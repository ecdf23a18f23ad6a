using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Maoding.Documents.Reading;

namespace Maoding.Documents.Writing;

/// <summary>Writes workbooks to be filled in by hand: frozen head, filter, lists to pick from. Text is never a formula, whatever it begins with.</summary>
public static class TableBookWriter
{
    /// <summary>Hidden, because a list written into the rule itself may not be longer than 255 characters.</summary>
    private const string ChoiceSheet = "选项";

    /// <summary>Rows below the last one where lists to pick from still appear.</summary>
    private const int SpareRows = 500;

    /// <param name="output">Gets the workbook; stays open.</param>
    /// <exception cref="ArgumentException">A sheet without columns, or a row with more cells than there are columns.</exception>
    public static void Write(Stream output, IReadOnlyList<TableSheet> sheets)
    {
        using var buffer = new MemoryStream();
        using (var package = SpreadsheetDocument.Create(buffer, SpreadsheetDocumentType.Workbook))
        {
            var book = package.AddNewPart<WorkbookPart>("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", "rId1");
            var words = new SharedWords();
            var choices = new List<IReadOnlyList<string>>();
            var list = new Sheets();
            var names = new DefinedNames();
            for (var i = 0; i < sheets.Count; i++)
            {
                book.AddNewPart<WorksheetPart>($"rId{i + 1}").Worksheet = Sheet(sheets[i], words, choices, selected: i == 0);
                list.Append(new Sheet { Id = $"rId{i + 1}", SheetId = (uint)i + 1, Name = sheets[i].Name });
                names.Append(new DefinedName($"'{sheets[i].Name}'!$1:$1") { Name = "_xlnm.Print_Titles", LocalSheetId = (uint)i });
            }

            if (choices.Count > 0)
            {
                book.AddNewPart<WorksheetPart>("rIdChoices").Worksheet = new Worksheet(ChoiceRows(choices, words));
                list.Append(new Sheet { Id = "rIdChoices", SheetId = (uint)sheets.Count + 1, Name = ChoiceSheet, State = SheetStateValues.Hidden });
            }

            book.AddNewPart<WorkbookStylesPart>("rIdStyles").Stylesheet = SheetStyles.Create();
            book.AddNewPart<SharedStringTablePart>("rIdWords").SharedStringTable = words.ToTable();
            book.Workbook = new Workbook(new BookViews(new WorkbookView { XWindow = 0, YWindow = 0, WindowWidth = 28800, WindowHeight = 15000 }), list, names);
        }

        StablePackage.Copy(buffer, output);
    }

    private static Worksheet Sheet(TableSheet sheet, SharedWords words, List<IReadOnlyList<string>> choices, bool selected)
    {
        if (sheet.Columns.Count == 0) throw new ArgumentException($"sheet {sheet.Name} has no columns", nameof(sheet));
        var last = TableBookReader.CellName(sheet.Columns.Count, sheet.Rows.Count + 1);
        var columns = new Columns();
        for (var i = 0; i < sheet.Columns.Count; i++)
            columns.Append(new Column { Min = (uint)i + 1, Max = (uint)i + 1, Width = sheet.Columns[i].Width, CustomWidth = true });
        var worksheet = new Worksheet(
            new SheetProperties(new PageSetupProperties { FitToPage = true }),
            new SheetDimension { Reference = $"A1:{last}" },
            new SheetViews(new SheetView(new Pane
            {
                VerticalSplit = 1,
                TopLeftCell = "A2",
                State = PaneStateValues.Frozen,
                ActivePane = PaneValues.BottomLeft,
            })
            { WorkbookViewId = 0, TabSelected = selected }),
            new SheetFormatProperties { DefaultRowHeight = 18 },
            columns,
            Data(sheet, words),
            new AutoFilter { Reference = $"A1:{last}" });
        if (Validations(sheet, choices) is { } validations) worksheet.Append(validations);
        worksheet.Append(
            new PageMargins { Left = 0.6, Right = 0.6, Top = 0.8, Bottom = 0.8, Header = 0.4, Footer = 0.4 },
            new PageSetup { PaperSize = LedgerSheet.A3, Orientation = OrientationValues.Landscape, FitToWidth = 1, FitToHeight = 0 },
            new HeaderFooter(new OddFooter("&C第 &P 页，共 &N 页")));
        return worksheet;
    }

    private static SheetData Data(TableSheet sheet, SharedWords words)
    {
        var data = new SheetData(new Row(sheet.Columns.Select((column, i) => Words(i + 1, 1, column.Header, SheetStyles.Head, words)))
        {
            RowIndex = 1,
            Height = 27,
            CustomHeight = true,
        });
        for (var r = 0; r < sheet.Rows.Count; r++)
        {
            if (sheet.Rows[r].Count > sheet.Columns.Count)
                throw new ArgumentException($"row {r} of sheet {sheet.Name} has more cells than columns", nameof(sheet));
            data.Append(new Row(sheet.Rows[r].Select((value, c) => Value(c + 1, r + 2, value, words))) { RowIndex = (uint)r + 2 });
        }

        return data;
    }

    private static Cell Value(int column, int row, object? value, SharedWords words) => value switch
    {
        null or "" => Empty(column, row, SheetStyles.Body),
        string text => Words(column, row, text, SheetStyles.Body, words),
        bool flag => Words(column, row, flag ? "是" : "否", SheetStyles.Centred, words),
        DateOnly day => Number(column, row, day.DayNumber - new DateOnly(1899, 12, 30).DayNumber, SheetStyles.Date),
        int or long or decimal or double => Number(column, row, (IFormattable)value, SheetStyles.General),
        _ => throw new ArgumentException($"a cell cannot hold a {value.GetType().Name}", nameof(value)),
    };

    private static Cell Empty(int column, int row, uint style) => new() { CellReference = TableBookReader.CellName(column, row), StyleIndex = style };

    private static Cell Words(int column, int row, string text, uint style, SharedWords words)
    {
        var cell = Empty(column, row, style);
        cell.DataType = CellValues.SharedString;
        cell.CellValue = new CellValue(words.IndexOf(PlainWords.Safe(text)));
        return cell;
    }

    private static Cell Number(int column, int row, IFormattable number, uint style)
    {
        var cell = Empty(column, row, style);
        cell.CellValue = new CellValue(number.ToString(null, CultureInfo.InvariantCulture));
        return cell;
    }

    private static DataValidations? Validations(TableSheet sheet, List<IReadOnlyList<string>> choices)
    {
        var validations = new DataValidations();
        for (var i = 0; i < sheet.Columns.Count; i++)
        {
            if (sheet.Columns[i].IsFixed) validations.Append(Fixed(sheet, i + 1));
            if (sheet.Columns[i].Choices is not { Count: > 0 } allowed) continue;
            choices.Add(allowed);
            var letters = TableBookReader.ColumnName(choices.Count);
            var column = TableBookReader.ColumnName(i + 1);
            validations.Append(new DataValidation(new Formula1($"{ChoiceSheet}!${letters}$1:${letters}${allowed.Count}"))
            {
                Type = DataValidationValues.List,
                AllowBlank = true,
                ShowErrorMessage = true,
                ErrorTitle = sheet.Columns[i].Header,
                Error = "请从下拉列表中选一项。",
                SequenceOfReferences = new ListValue<StringValue> { InnerText = $"{column}2:{column}{sheet.Rows.Count + 1 + SpareRows}" },
            });
        }

        validations.Count = (uint)validations.ChildElements.Count;
        return validations.HasChildren ? validations : null;
    }

    /// <summary>A rule that nothing typed can meet.</summary>
    private static DataValidation Fixed(TableSheet sheet, int column) => new(new Formula1("FALSE"))
    {
        Type = DataValidationValues.Custom,
        AllowBlank = false,
        ShowErrorMessage = true,
        ErrorTitle = sheet.Columns[column - 1].Header,
        Error = "这一列用来认出是哪一行，请不要改。",
        SequenceOfReferences =
            new ListValue<StringValue> { InnerText = $"{TableBookReader.ColumnName(column)}2:{TableBookReader.ColumnName(column)}{sheet.Rows.Count + 1}" },
    };

    private static SheetData ChoiceRows(List<IReadOnlyList<string>> choices, SharedWords words)
    {
        var data = new SheetData();
        for (var r = 0; r < choices.Max(c => c.Count); r++)
        {
            var row = new Row { RowIndex = (uint)r + 1 };
            for (var c = 0; c < choices.Count; c++)
                if (r < choices[c].Count) row.Append(Words(c + 1, r + 1, choices[c][r], SheetStyles.Body, words));
            data.Append(row);
        }

        return data;
    }
}
