using System.Globalization;
using Maoding.Documents.Reading;
using Maoding.Domain;

namespace Maoding.Shared.Workbooks;

/// <summary>How a workbook that comes back filled in is known and refused.</summary>
/// <param name="Code">Of its refusals.</param>
/// <param name="Source">Says what it should be: 项目库的表.</param>
/// <param name="Telling">The column by which its sheet is found.</param>
/// <param name="Heads">All columns that it must have.</param>
/// <param name="Most">Rows.</param>
public sealed record BookForm(string Code, string Source, string Telling, IReadOnlyList<string> Heads, int Most)
{
    /// <summary>Columns that may be missing; their cells read as empty.</summary>
    public IReadOnlyList<string> Optional { get; init; } = [];

    public string UnreadableCode { get; init; } = Code;

    public string TooManyCode { get; init; } = Code;
}

/// <summary>A sheet of a workbook with a head of known columns.</summary>
public static class BookCells
{
    /// <exception cref="RefusalException">The form's own codes: no such workbook, a column is missing, or too many rows.</exception>
    public static IReadOnlyList<BookRow> Read(byte[] workbook, string fileName, BookForm form)
    {
        IReadOnlyList<ReadSheet> sheets;
        try
        {
            sheets = TableBookReader.Read(new MemoryStream(workbook), fileName);
        }
        catch (DocumentException error)
        {
            throw Refuse(form.UnreadableCode, error.Message);
        }

        var sheet = sheets.FirstOrDefault(s => s.Rows.Count > 0 && s.Rows[0].Cells.Contains(form.Telling))
            ?? throw Refuse(form.Code, $"这不是{form.Source}：第一行没有“{form.Telling}”列。请先导出，在导出的表上填。");
        var found = sheet.Rows[0].Cells.ToList();
        var missing = form.Heads.Where(h => !found.Contains(h)).ToList();
        if (missing.Count > 0) throw Refuse(form.Code, $"表里少了这些列：{string.Join('、', missing)}。请用导出的表，不要删列。");
        if (sheet.Rows.Count - 1 > form.Most) throw Refuse(form.TooManyCode, $"一次最多导入 {form.Most} 行，请分几个表。");
        var columns = form.Heads.Concat(form.Optional).ToDictionary(h => h, h => found.IndexOf(h));
        return [.. sheet.Rows.Skip(1).Select(r => new BookRow(r, columns))];
    }

    private static RefusalException Refuse(string code, string message) => new(code, message) { Field = "Upload" };
}

/// <summary>One row, cell by head.</summary>
public sealed class BookRow(ReadRow row, IReadOnlyDictionary<string, int> columns)
{
    public int Line => row.Number;

    public bool Has(string head) => columns[head] >= 0;

    public string this[string head] => row.At(columns[head]);

    /// <summary>A whole number without sign; null for anything else.</summary>
    public int? Number(string head) => int.TryParse(this[head], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>F12.</summary>
    public string CellOf(string head) => TableBookReader.CellName(columns[head] + 1, row.Number);

    /// <summary>第 5 行“总投资（万元）”（K5）.</summary>
    public string Place(string head) => $"第 {row.Number} 行“{head}”（{CellOf(head)}）";
}
