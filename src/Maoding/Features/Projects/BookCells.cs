using System.Globalization;
using Maoding.Documents.Reading;
using Maoding.Domain;

namespace Maoding.Features.Projects;

/// <summary>A sheet of a workbook with a head of known columns.</summary>
public sealed class BookCells
{
    private readonly Dictionary<string, int> _columns;

    private BookCells(ReadSheet sheet, Dictionary<string, int> columns) => (Rows, _columns) = ([.. sheet.Rows.Skip(1).Select(r => new BookRow(r, columns))], columns);

    public IReadOnlyList<BookRow> Rows { get; }

    /// <summary>Finds the sheet by the column that tells it.</summary>
    /// <param name="source">What the refusals call the export: 项目库.</param>
    /// <exception cref="RefusalException">PRJ007: no such workbook, a column is missing, or too many rows.</exception>
    public static BookCells Read(byte[] workbook, string fileName, string source, string telling, IReadOnlyList<string> heads, int most)
    {
        IReadOnlyList<ReadSheet> sheets;
        try
        {
            sheets = TableBookReader.Read(new MemoryStream(workbook), fileName);
        }
        catch (DocumentException error)
        {
            throw Refuse(error.Message);
        }

        var sheet = sheets.FirstOrDefault(s => s.Rows.Count > 0 && s.Rows[0].Cells.Contains(telling)) ?? throw Refuse($"这不是{source}的表：第一行没有“{telling}”列。请先导出，在导出的表上填。");
        var found = sheet.Rows[0].Cells.ToList();
        var missing = heads.Where(h => !found.Contains(h)).ToList();
        if (missing.Count > 0) throw Refuse($"表里少了这些列：{string.Join('、', missing)}。请用导出的表，不要删列。");
        if (sheet.Rows.Count - 1 > most) throw Refuse($"一次最多导入 {most} 行，请分几个表。");
        return new BookCells(sheet, heads.ToDictionary(h => h, h => found.IndexOf(h)));
    }

    private static RefusalException Refuse(string message) => new("PRJ007", message) { Field = "Upload" };
}

/// <summary>One row, cell by head.</summary>
public sealed class BookRow(ReadRow row, IReadOnlyDictionary<string, int> columns)
{
    private static readonly string[] DayForms = ["yyyy-MM-dd", "yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日"];

    public int Number => row.Number;

    public string this[string head] => row.At(columns[head]).Trim();

    /// <summary>第 5 行“总投资（万元）”（K5）.</summary>
    public string Place(string head) => $"第 {row.Number} 行“{head}”（{TableBookReader.CellName(columns[head] + 1, row.Number)}）";

    public static bool TryDay(string text, out DateOnly? day)
    {
        day = null;
        if (text.Length == 0) return true;
        if (!DateOnly.TryParseExact(text, DayForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var found)) return false;
        day = found;
        return true;
    }
}
