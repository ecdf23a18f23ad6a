using Maoding.Documents.Reading;
using Maoding.Documents.Reading.Sheets;
using Maoding.Text;
using Xunit;

namespace Maoding.Documents.Tests.Reading;

public sealed class SheetTests
{
    private const string Styles = "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><numFmts><numFmt "
        + "numFmtId=\"176\" formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;\"/></numFmts>"
        + "<cellStyleXfs><xf numFmtId=\"9\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf "
        + "numFmtId=\"14\"/><xf numFmtId=\"176\"/><xf numFmtId=\"10\"/></cellXfs></styleSheet>";

    [Fact]
    public void Every_kind_of_cell_is_read_as_a_person_sees_it()
    {
        var row = Row(1, "<c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" "
            + "t=\"inlineStr\"><is><r><t>富</t></r><r><t>文本</t></r></is></c><c r=\"C1\"><f>0.1+0.2</f><v>0.30000000000000004</v></c>"
            + "<c r=\"D1\" s=\"1\"><v>46022</v></c><c r=\"E1\" s=\"2\"><v>46022</v></c><c r=\"F1\" "
            + "s=\"3\"><v>0.065</v></c><c r=\"G1\" t=\"str\"><f>x</f><v>公式\n结果</v></c><c r=\"H1\" t=\"b\"><v>1</v></c>");
        var text = TestPackage.Sheets(("台账", "visible", $"<sheetData>{row}</sheetData>")).Add("xl/styles.xml", Styles)
            .Add("xl/sharedStrings.xml",
                "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><si><t>共享</t><rPh><t>gòng</t></rPh></si></sst>").Text();
        Assert.Equal("共享\t富文本\t0.3\t2025-12-31\t2025-12-31\t6.50%\t公式 结果\tTRUE", text);
    }

    [Theory]
    [InlineData("General", 1234567.5, "1234567.5")]
    [InlineData("General", 0.1, "0.1")]
    [InlineData("General", 1e-7, "0.0000001")]
    [InlineData("0", 2.5, "3")]
    [InlineData("#,##0.00", 1234.5, "1,234.50")]
    [InlineData("0%", 0.07, "7%")]
    [InlineData("0\"个\"", 15, "15个")]
    [InlineData("[Red]-0.0", -1.26, "-1.3")]
    [InlineData("[$¥-804]#,##0", 1200, "¥1,200")]
    [InlineData("0.00_);(0.00)", 3, "3.00")]
    [InlineData("@", 7, "7")]
    [InlineData("General\"个\"", 7, "7个")]
    public void Number_formats_are_applied(string code, double number, string expected) => Assert.Equal(expected, CellFormat.Parse(code).Write(number));

    [Fact]
    public void Merged_cells_are_repeated_and_rows_keep_their_numbers()
    {
        var rows = Row(3, Text("A3", "任务") + Text("B3", "单位")) + Row(5, Text("A5", "修路") + Text("B5", "交通局")) + Row(6, Text("B6", "住建局"));
        var source = TestPackage.Sheets(("分解表", "visible", $"<sheetData>{rows}</sheetData><mergeCells><mergeCell ref=\"A5:A6\"/></mergeCells>")).Read();
        Assert.Equal("任务\t单位\n\n修路\t交通局\n\t住建局", source.Text);
        var table = Assert.Single(source.Tables);
        Assert.Equal(("分解表", 3, 4), (table.Name, table.FirstRow, table.Rows.Count));
        Assert.Equal("修路", table.Rows[3][0].Text);
        Assert.Equal("修路", source.Slice(table.Rows[3][0].Span).ToString());
        Assert.Equal(new Place(PlaceKind.Row, 6, "分解表"), source.Lines[3].Place);
    }

    [Theory]
    [InlineData("ledger.xlsx", "Sheet1")]
    [InlineData("ledger.docx", "表1")]
    public void A_ledger_written_by_an_office_program_is_read_with_its_merged_cells(string file, string name)
    {
        var source = DocumentReader.Read(Bytes.Fixture(file));
        var table = Assert.Single(source.Tables);
        Assert.Equal(name, table.Name);
        Assert.Equal(
            [
                "2031年重点工作任务分解表|2031年重点工作任务分解表|2031年重点工作任务分解表|2031年重点工作任务分解表", "序号|工作任务|牵头单位|完成时限",
                "1|改造老旧小区42个|住建局|2031-10-31", "1|新建公园3处|住建局|2031-06-30", "2|河道清淤23公里|水利局|年底前",
            ],
            table.Rows.Select(row => string.Join('|', row.Select(cell => cell.Text))));
    }

    [Fact]
    public void Hidden_sheets_are_skipped_and_empty_ones_leave_nothing()
    {
        var source = TestPackage.Sheets(
            ("一", "visible", $"<sheetData>{Row(1, Text("A1", "甲"))}</sheetData>"), ("二", "hidden", $"<sheetData>{Row(1, Text("A1", "藏"))}</sheetData>"),
            ("三", "veryHidden", $"<sheetData>{Row(1, Text("A1", "深藏"))}</sheetData>"), ("四", "visible", "<sheetData/>"),
            ("五", "visible", $"<sheetData>{Row(1, Text("B1", "乙"))}</sheetData>")).Read();
        Assert.Equal("甲\n\t乙", source.Text);
        Assert.Equal(["一", "五"], source.Tables.Select(table => table.Name));
    }

    [Fact]
    public void Cells_without_references_follow_each_other()
    {
        Assert.Equal("甲\t乙\n丙", TestPackage.Sheets(("一", "visible",
            "<sheetData><row><c t=\"str\"><v>甲</v></c><c t=\"str\"><v>乙</v></c></row><row><c t=\"str\"><v>丙</v></c></row></sheetData>")).Text());
    }

    internal static string Row(int number, string cells) => $"<row r=\"{number}\">{cells}</row>";

    internal static string Text(string at, string words) => $"<c r=\"{at}\" t=\"str\"><v>{words}</v></c>";
}
