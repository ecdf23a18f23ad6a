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
    /// <summary>What columns were called in workbooks that went out before, with their names now.</summary>
    public IReadOnlyDictionary<string, string> Formerly { get; init; } = new Dictionary<string, string>();

    /// <summary>Columns that may be missing; their cells read as empty.</summary>
    public IReadOnlyList<string> Optional { get; init; } = [];

    public string UnreadableCode { get; init; } = Code;

    public string TooManyCode { get; init; } = Code;
}

/// <summary>A sheet of a workbook with a head of known columns.</summary>
public static class BookCells
{
    /// <summary>Cells named in one refusal; the others are counted.</summary>
    private const int MostNamed = 10;

    /// <exception cref="RefusalException">
    /// The form's own codes: no such workbook, a column is missing, or too many rows; BOK001: see <see cref="BookSheet.Faults"/>.
    /// </exception>
    public static IReadOnlyList<BookRow> Read(byte[] workbook, string fileName, BookForm form)
    {
        var sheets = Sheets(workbook, fileName, form.UnreadableCode).Select(s => BookSheet.Find(s, form.Telling, form.Formerly));
        var sheet = sheets.FirstOrDefault(s => s is not null)
            ?? throw Refuse(form.Code, $"这不是{form.Source}：前几行里没有“{form.Telling}”列。请先导出，在导出的表上填。");
        var missing = form.Heads.Where(h => !sheet.Has(h)).ToList();
        if (missing.Count > 0) throw Refuse(form.Code, $"表里少了这些列：{string.Join('、', missing)}。请用导出的表，不要删列。");
        if (sheet.Rows.Count > form.Most) throw Refuse(form.TooManyCode, $"一次最多导入 {form.Most} 行，请分几个表。");
        DemandClear(sheet.Faults([.. form.Heads, .. form.Optional]).Select(f => $"{f.Cell}：{f.Words}"));
        return sheet.Rows;
    }

    /// <summary>The sheets of a workbook as the reader finds them.</summary>
    /// <exception cref="RefusalException">With the given code: it is none.</exception>
    public static IReadOnlyList<ReadSheet> Sheets(byte[] workbook, string fileName, string code)
    {
        try
        {
            return TableBookReader.Read(new MemoryStream(workbook), fileName);
        }
        catch (DocumentException error)
        {
            throw Refuse(code, error.Message);
        }
    }

    /// <exception cref="RefusalException">BOK001: there are faults.</exception>
    private static void DemandClear(IEnumerable<string> faults)
    {
        var all = faults.ToList();
        if (all.Count == 0) return;
        var more = all.Count > MostNamed ? $"另有 {all.Count - MostNamed} 处。" : "";
        throw Refuse("BOK001", $"表里有 {all.Count} 处看不出内容，一格也没有写入。{string.Concat(all.Take(MostNamed))}{more}");
    }

    private static RefusalException Refuse(string code, string message) => new(code, message) { Field = "Upload" };
}
