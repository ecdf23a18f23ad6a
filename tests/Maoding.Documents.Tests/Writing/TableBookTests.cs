using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Maoding.Documents.Reading;
using Maoding.Documents.Writing;
using Xunit;

namespace Maoding.Documents.Tests.Writing;

public sealed class TableBookTests
{
    private static readonly string[] Kinds = ["政府工作部门", "街道（镇）"];

    private static MemoryStream Book()
    {
        var stream = new MemoryStream();
        TableBookWriter.Write(stream,
        [
            new TableSheet("单位", [new("单位名称", 30), new("类别", 12, Kinds), new("人数", 8), new("自", 12), new("停用", 6), new("比例", 8)],
            [
                ["=1+1", "政府工作部门", 42, new DateOnly(2026, 1, 5), false, 6.25m],
                ["区教育局\n（两行）", "街道（镇）", null, null, true],
            ]),
            new TableSheet("空表", [new("岗位", 10)], []),
        ]);
        stream.Position = 0;
        return stream;
    }

    [Fact]
    public void What_is_written_is_read_back_by_cell()
    {
        var sheets = TableBookReader.Read(Book(), "名录.xlsx");
        Assert.Equal(["单位", "空表"], sheets.Select(s => s.Name));
        Assert.Equal([1, 2, 3], sheets[0].Rows.Select(r => r.Number));
        Assert.Equal(["=1+1", "政府工作部门", "42", "2026-01-05", "否", "6.25"], sheets[0].Rows[1].Cells);
        Assert.Equal(["区教育局\n（两行）", "街道（镇）", "", "", "是", ""], sheets[0].Rows[2].Cells);
        Assert.Equal("", sheets[0].Rows[2].At(6));
    }

    [Fact]
    public void Text_is_never_a_formula_lists_can_be_picked_from_and_the_file_is_valid()
    {
        using var package = SpreadsheetDocument.Open(Book(), isEditable: false);
        Assert.Empty(new OpenXmlValidator().Validate(package, TestContext.Current.CancellationToken).Select(e => $"{e.Path?.XPath} {e.Description}"));
        var sheet = package.WorkbookPart!.WorksheetParts.First(p => p.Worksheet!.Descendants<DataValidation>().Any()).Worksheet!;
        Assert.Empty(sheet.Descendants<CellFormula>());
        Assert.Equal("选项!$A$1:$A$2", Assert.Single(sheet.Descendants<DataValidation>()).Formula1!.Text);
    }

    [Theory]
    [InlineData(1, 1, "A1")]
    [InlineData(3, 7, "C7")]
    [InlineData(26, 2, "Z2")]
    [InlineData(27, 3, "AA3")]
    [InlineData(703, 1, "AAA1")]
    public void Cells_have_the_names_people_use(int column, int row, string name) => Assert.Equal(name, TableBookReader.CellName(column, row));

    [Fact]
    public void What_is_no_workbook_is_refused()
    {
        Assert.Equal(DocumentErrors.NotWorkbook,
            Assert.Throws<DocumentException>(() => TableBookReader.Read(new MemoryStream("单位名称"u8.ToArray()), "名录.txt")).Code);
        var marked = new MemoryStream();
        TableBookWriter.Write(marked, [new TableSheet("单位", [new("单位名称", 30)], [["机密★1年"]])]);
        marked.Position = 0;
        Assert.Equal(DocumentErrors.Secret, Assert.Throws<DocumentException>(() => TableBookReader.Read(marked, "名录.xlsx")).Code);
    }
}
