using System.Globalization;
using Maoding.Documents.Writing;
using Maoding.Domain;
using Maoding.Domain.Indicators;
using Maoding.Shared.Workbooks;

namespace Maoding.Features.Measuring.Figures;

/// <summary>A word of a workbook with its cell: F12.</summary>
public readonly record struct BookWord(string Cell, string Text);

/// <summary>One figure of a workbook as it stands there.</summary>
public sealed record BookFigure(
    BookWord Code, BookWord Area, BookWord Month, BookWord Measure, BookWord Value, BookWord Stage, BookWord Published, string Basis, string Source, string Why)
{
    /// <summary>Something is said beside the figure.</summary>
    public bool HasNotes => Stage.Text.Length + Published.Text.Length + Basis.Length + Source.Length + Why.Length > 0;
}

/// <summary>The two forms of a workbook: one line an area with a column for each measure, or one line a figure.</summary>
public static class FigureBook
{
    public const string Code = "代码";

    public const string Area = "对象";

    public const string Month = "月份";

    public const string Measure = "数据项";

    public const string Value = "数值";

    public const string Stage = "阶段";

    public const string Published = "公布日期";

    public const string Basis = "口径变化";

    public const string Source = "来源";

    public const string Why = "说明";

    /// <summary>Figures of one workbook.</summary>
    public const int MostFigures = 20_000;

    private static readonly IReadOnlyList<string> Stages = [.. Enum.GetValues<FigureStage>().Select(FigureWords.Of)];

    private static IEnumerable<TableColumn> NoteColumns => [new(Stage, 8, Stages), new(Published, 12), new(Basis, 20), new(Source, 20), new(Why, 24)];

    /// <summary>A sheet of the grid, filled in as it stands. Figures are text, so that 8.0 stays 8.0.</summary>
    public static TableSheet Wide(SheetGrid grid) => new(
        string.Create(CultureInfo.InvariantCulture, $"{grid.Month}数据"),
        [new(Code, 13, IsFixed: true), new("指标", 26, IsFixed: true), new("计量单位", 10, IsFixed: true), new(Area, 14, IsFixed: true),
            new(Month, 9, IsFixed: true), .. grid.Columns.Select(m => new TableColumn(FigureWords.Of(m), 12)), .. NoteColumns],
        [.. grid.Rows.Select(IReadOnlyList<object?> (row) =>
        [
            row.Indicator.Code, row.Indicator.Name, row.Indicator.Unit, row.Area.Name, $"{grid.Month}",
            .. row.Cells.Select(c => c?.Text), .. NotesOf(row.HasFigures ? row.Notes : null),
        ])]);

    /// <summary>A line for each figure.</summary>
    public static TableSheet Lines(IEnumerable<(Indicator Indicator, Area Area, Observation Figure)> figures) => new(
        "数据",
        [new(Code, 13), new("指标", 26), new(Area, 14), new(Month, 9),
            new(Measure, 10, [.. Enum.GetValues<FigureMeasure>().Select(FigureWords.Of)]), new(Value, 14), .. NoteColumns],
        [.. figures.Select(IReadOnlyList<object?> (f) =>
        [
            f.Indicator.Code, f.Indicator.Name, f.Area.Name, $"{f.Figure.Month}", FigureWords.Of(f.Figure.Measure),
            MonthFigures.ValueOf(f.Figure).ToString(), .. NotesOf(FigureNotes.Of(f.Figure)),
        ])]);

    /// <summary>The figures of a workbook in either form; cells without a figure are passed over.</summary>
    /// <exception cref="RefusalException">FIG014: no such workbook, or too many figures; or the reader's own.</exception>
    public static IReadOnlyList<BookFigure> Read(byte[] workbook, string fileName)
    {
        string[] all = [.. Enum.GetValues<FigureMeasure>().Select(FigureWords.Of)];
        var rows = BookCells.Read(workbook, fileName, new BookForm("FIG014", "数据报送表", Code, [Code, Area, Month], int.MaxValue)
        {
            Optional = [Measure, Value, Stage, Published, Basis, Source, Why, .. all],
        });
        if (rows.Count == 0) return [];
        var byLine = rows[0].Has(Measure) && rows[0].Has(Value);
        string[] measures = byLine ? [] : [.. all.Where(rows[0].Has)];
        if (!byLine && measures.Length == 0) throw Refuse("表里没有一列是数据项（当期值、累计值、累计同比等），也没有“数据项”“数值”两列。请用导出的表。");
        var figures = new List<BookFigure>();
        foreach (var row in rows)
        {
            BookWord Word(string head) => new(row.CellOf(head), row[head].Trim());
            BookFigure Of(BookWord measure, BookWord value) =>
                new(Word(Code), Word(Area), Word(Month), measure, value, Word(Stage), Word(Published), row[Basis], row[Source], row[Why]);
            figures.AddRange(byLine ? [Of(Word(Measure), Word(Value))] : measures.Select(m => Of(new BookWord(row.CellOf(m), m), Word(m))));
        }

        figures.RemoveAll(f => f.Value.Text.Length == 0);
        return figures.Count <= MostFigures ? figures : throw Refuse($"一次最多导入 {MostFigures} 个数据，请分几个表。");
    }

    private static object?[] NotesOf(FigureNotes? notes) =>
        notes is null ? [] : [FigureWords.Of(notes.Stage), notes.PublishedOn, notes.Basis, notes.Source, notes.Why];

    private static RefusalException Refuse(string message) => new("FIG014", message) { Field = "Upload" };
}
