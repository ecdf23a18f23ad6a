using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Maoding.Documents.Reading;
using Maoding.Documents.Writing;
using Maoding.Text.Ledgers;
using Xunit;

namespace Maoding.Documents.Tests.Writing;

public class RoundTripTests
{
    private static MemoryStream Written(Action<LedgerDocument, Stream> write)
    {
        var stream = new MemoryStream();
        write(SampleLedger.Create(), stream);
        stream.Position = 0;
        return stream;
    }

    private static List<string> Read(Stream stream)
    {
        var rows = LedgerReader.Read(DocumentReader.Read(stream, "台账"), 2026);
        Assert.NotNull(rows);
        return rows.Select(row => Line(row.Number, row.Text, row.Leaders, row.Leads, row.CoUnits, row.Deadline)).ToList();
    }

    private static string Line(
        string number, string title, IEnumerable<string> leaders, IEnumerable<string> leads, IEnumerable<string> co, DateOnly? deadline) =>
        string.Join(" | ", number, title, string.Join('；', leaders), string.Join('；', leads), string.Join('；', co), deadline?.ToString("yyyy-MM-dd"));

    private static List<string> Expected() => SampleLedger.Create().Sections.SelectMany(section => section.Commitments)
        .Select(row => Line(row.Number, row.Title, row.Leaders, row.Leads, row.CoUnits, row.Deadline)).ToList();

    [Fact]
    public void The_workbook_reads_back_as_the_same_ledger() => Assert.Equal(Expected(), Read(Written(LedgerSheetWriter.Write)));

    [Fact]
    public void The_document_reads_back_as_the_same_ledger() => Assert.Equal(Expected(), Read(Written(LedgerDocxWriter.Write)));

    [Fact]
    public void An_edit_by_hand_changes_what_was_edited_and_nothing_else()
    {
        var stream = Written(LedgerSheetWriter.Write);
        using (var package = SpreadsheetDocument.Open(stream, isEditable: true))
        {
            var sheet = package.WorkbookPart!.WorksheetParts.First(part => part.Worksheet!.Descendants<Row>().Count() > 30).Worksheet!;
            Set(sheet, "E5", "王立军、李芳");
            Set(sheet, "F5", "区城市管理局，区住房和城乡建设局");
            Set(sheet, "H5", "6月底前");
            sheet.Save();
        }

        stream.Position = 0;
        var expected = Expected();
        expected[1] = "2 | 改造老旧小区42个 | 王立军；李芳 | 区城市管理局；区住房和城乡建设局 | 各街道（镇） | 2026-06-30";
        Assert.Equal(expected, Read(stream));
    }

    [Fact]
    public void A_row_added_and_a_row_taken_away_by_hand_are_read_so()
    {
        var stream = Written(LedgerSheetWriter.Write);
        using (var package = SpreadsheetDocument.Open(stream, isEditable: true))
        {
            var sheet = package.WorkbookPart!.WorksheetParts.First(part => part.Worksheet!.Descendants<Row>().Count() > 30).Worksheet!;
            sheet.Descendants<Row>().Single(row => row.RowIndex! == 6).Remove();
            var data = sheet.GetFirstChild<SheetData>()!;
            data.Append(new Row { RowIndex = 34 });
            Set(sheet, "A34", "31");
            Set(sheet, "C34", "新建口袋公园12个");
            Set(sheet, "F34", "区城市管理局");
            sheet.Save();
        }

        stream.Position = 0;
        var expected = Expected();
        expected.RemoveAt(2);
        expected.Add("31 | 新建口袋公园12个 |  | 区城市管理局 |  | ");
        Assert.Equal(expected, Read(stream));
    }

    private static void Set(Worksheet sheet, string reference, string words)
    {
        var row = sheet.Descendants<Row>().Single(row => $"{row.RowIndex}" == reference[1..]);
        var cell = row.Elements<Cell>().FirstOrDefault(cell => cell.CellReference == reference) ?? row.AppendChild(new Cell { CellReference = reference });
        cell.DataType = CellValues.InlineString;
        cell.CellValue = null;
        cell.InlineString = new InlineString(new DocumentFormat.OpenXml.Spreadsheet.Text(words));
    }
}
