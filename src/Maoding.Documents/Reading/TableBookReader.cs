using Maoding.Documents.Reading.Sheets;

namespace Maoding.Documents.Reading;

/// <summary>A visible sheet with something in it.</summary>
public sealed record ReadSheet(string Name, IReadOnlyList<ReadRow> Rows);

/// <summary>A row with something in it.</summary>
/// <param name="Number">As the sheet counts it, from 1.</param>
/// <param name="Cells">What the sheet shows, by column from A, all rows of a sheet equally long; days are yyyy-MM-dd, line breaks LF.</param>
public sealed record ReadRow(int Number, IReadOnlyList<string> Cells)
{
    /// <summary>Cells of which it cannot be told what they show, by column from 0, with the reason. Nothing of such a row is to be written.</summary>
    public IReadOnlyDictionary<int, string> Wrong { get; init; } = new Dictionary<int, string>();

    /// <summary>A cell's words without blanks around them; empty beyond the last column and for -1.</summary>
    public string At(int column) => column >= 0 && column < Cells.Count ? Cells[column] : "";
}

/// <summary>Reads a workbook cell by cell, within <see cref="ReadingLimits"/>.</summary>
public static class TableBookReader
{
    private const int HeadRows = 15;

    /// <param name="stream">Read from its present position to its end; need not be seekable.</param>
    /// <param name="fileName">Names the file in messages only.</param>
    /// <exception cref="DocumentException">The content is no xlsx, bad, encrypted, too large or marked secret.</exception>
    public static IReadOnlyList<ReadSheet> Read(Stream stream, string fileName)
    {
        var bytes = DocumentReader.ReadAll(stream, fileName);
        var kind = FileKinds.Recognise(bytes.Span);
        if (kind == FileKind.Ole) throw FileKinds.IsEncryptedOffice(bytes.Span) ? DocumentErrors.HasPassword(fileName) : DocumentErrors.OldOffice(fileName);
        if (kind != FileKind.Zip) throw DocumentErrors.NoWorkbook(fileName);
        using var package = BoundedPackage.Open(bytes, fileName);
        if (package.Kind != PackageKind.Sheet) throw DocumentErrors.NoWorkbook(fileName);
        var sheets = SheetReader.ReadSheets(package).ConvertAll(sheet => new ReadSheet(sheet.Name, Rows(sheet)));
        foreach (var sheet in sheets) RefuseSecret(sheet, fileName);
        return sheets;
    }

    /// <summary>C7 for column 3 and row 7, both from 1.</summary>
    public static string CellName(int column, int row) => $"{ColumnName(column)}{row}";

    /// <summary>C for 3, AA for 27.</summary>
    public static string ColumnName(int column)
    {
        var name = "";
        for (; column > 0; column = (column - 1) / 26) name = (char)('A' + ((column - 1) % 26)) + name;
        return name;
    }

    private static List<ReadRow> Rows(FilledSheet sheet)
    {
        var rows = new List<ReadRow>();
        for (var i = 0; i < sheet.Rows.Count; i++)
        {
            List<GridCell> cells = [.. sheet.Rows[i].Select(cell => cell.Cover ?? cell)];
            var wrong = cells.Index().Where(c => c.Item.Wrong.Length > 0).ToDictionary(c => c.Index, c => c.Item.Wrong);
            if (wrong.Count > 0 || cells.Exists(c => c.Words.Length > 0))
                rows.Add(new ReadRow(sheet.FirstRow + i, [.. cells.Select(c => c.Words)]) { Wrong = wrong });
        }

        return rows;
    }

    private static void RefuseSecret(ReadSheet sheet, string fileName)
    {
        foreach (var row in sheet.Rows.Take(HeadRows))
            SecrecyMark.RefuseLine(string.Join('\t', row.Cells), $"{sheet.Name}第{row.Number}行", fileName);
    }
}
