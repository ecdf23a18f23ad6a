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
    [InlineData("#,##0,", 29500000, "29,500")]
    [InlineData("#,##0.0,", 1234567, "1,234.6")]
    [InlineData("0.0,,", 120000000, "120.0")]
    [InlineData("0!.0,", 123456, "12.3")]
    [InlineData("0!.0000", 123456, "12.3456")]
    [InlineData("0\\.0,\"万\"", 1234567, "123.5万")]
    [InlineData("[>=10000]0!.0,\"万\";0", 123456, "12.3万")]
    [InlineData("[>=10000]0!.0,\"万\";0", 9999, "9999")]
    [InlineData("00000", 42, "00042")]
    [InlineData("000-0000", 1234567, "123-4567")]
    [InlineData("0.##", 12.5, "12.5")]
    [InlineData("#.##", 12, "12")]
    [InlineData("#,###", 0, "")]
    [InlineData("0.0;-0.0;", 0, "")]
    [InlineData("#,##0;-#,##0;\"-\"", 0, "0")]
    [InlineData("_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * \"-\"??_ ;_ @_ ", -1234.5, "-1,234.50")]
    [InlineData("_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * \"-\"??_ ;_ @_ ", 0, "0")]
    [InlineData("0.00_);(0.00)", -3, "-3.00")]
    [InlineData("0", -0.3, "0")]
    [InlineData("+0.0;-0.0", 3.2, "3.2")]
    [InlineData("0.0%", 0.0325, "3.3%")]
    [InlineData("# ?/?", 0.5, "0.5")]
    [InlineData("0.00E+00", 12345, "12345")]
    public void Number_formats_are_applied(string code, double number, string expected) =>
        Assert.Equal(new ShownCell(expected), CellFormat.Parse(code).Write(number));

    [Theory]
    [InlineData("0;;", -5, ShownCell.Hidden)]
    [InlineData(";;;", 5, ShownCell.Hidden)]
    [InlineData("#,##0;[Red]#,##0", -1200, ShownCell.NoSign)]
    public void A_number_that_the_format_hides_is_named(string code, double number, string why) =>
        Assert.Equal(why, CellFormat.Parse(code).Write(number).Wrong);

    [Theory]
    [InlineData("yyyy\"年\"m\"月\"", 46174, "2026年6月")]
    [InlineData("yyyy年m月;@", 46174, "2026年6月")]
    [InlineData("mmm-yy", 46174, "2026年6月")]
    [InlineData("yyyy/m", 46174, "2026年6月")]
    [InlineData("m\"月\"d\"日\"", 46174, "6月1日")]
    [InlineData("yyyy", 46174, "2026年")]
    [InlineData("[$-804]yyyy\"年\"m\"月\"d\"日\";@", 46174, "2026-06-01")]
    [InlineData("yyyy\\-mm\\-dd h:mm", 46174.5, "2026-06-01 12:00")]
    [InlineData("上午/下午h\"时\"mm\"分\"", 0.5, "12:00")]
    public void A_date_is_read_as_far_as_it_is_shown(string code, double number, string expected) =>
        Assert.Equal(new ShownCell(expected), CellFormat.Parse(code).Date!.Write(number));

    [Fact]
    public void A_weekday_alone_is_no_date() => Assert.Equal(ShownCell.NoMonth, CellFormat.Parse("aaaa").Date!.Write(46174)!.Value.Wrong);

    [Theory]
    [InlineData(27, "2026年6月")]
    [InlineData(57, "2026年6月")]
    [InlineData(58, "6月1日")]
    [InlineData(31, "2026-06-01")]
    [InlineData(43, "46,174.00")]
    public void The_formats_of_Chinese_Excel_need_no_code(int id, string expected) => Assert.Equal(expected, Book(
        $"<c r=\"A1\" s=\"1\"><v>46174</v></c>", $"<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"{id}\"/></cellXfs>").At(0));

    [Theory]
    [InlineData("<c r=\"A1\"><f>1000+1950</f></c>", ShownCell.NoResult)]
    [InlineData("<c r=\"A1\"><f>1000+1950</f><v/></c>", ShownCell.NoResult)]
    [InlineData("<c r=\"A1\" t=\"s\" s=\"1\"><v>0</v></c>", ShownCell.Struck)]
    [InlineData("<c r=\"A1\" s=\"1\"><v>46</v></c>", ShownCell.Struck)]
    [InlineData("<c r=\"A1\" t=\"e\"><v>#REF!</v></c>", "是错误值 #REF!。请改正公式或填上内容。")]
    public void A_cell_that_shows_nothing_certain_is_named(string cell, string why) =>
        Assert.Equal(why, Book(
        cell + Text("B1", "旁边"), "<fonts><font/><font><strike/></font></fonts><cellXfs><xf/><xf fontId=\"1\"/></cellXfs>").Wrong[0]);

    [Fact]
    public void A_formula_that_answers_with_no_words_is_empty() =>
        Assert.Empty(Book("<c r=\"A1\" t=\"str\"><f>\"\"</f><v></v></c>" + Text("B1", "旁边"), "").Wrong);

    [Fact]
    public void Words_struck_through_in_a_cell_are_no_words() => Assert.Equal("52个", Book(
        "<c r=\"A1\" t=\"inlineStr\"><is><r><rPr><strike/></rPr><t>46</t></r><r><rPr><b/></rPr><t>52</t></r><r><t>个</t></r></is></c>", "").At(0));

    [Fact]
    public void Signs_without_a_shape_and_radicals_are_cleared_from_cells() =>
        Assert.Equal("老旧小区增长", Book(Text("A1", "老旧\u200b⼩区增⻓\ufeff"), "").At(0));

    [Fact]
    public void A_document_with_a_formula_without_result_is_refused_with_its_cell()
    {
        var refused = Assert.Throws<DocumentException>(() =>
            TestPackage.Sheets(("任务", "visible", $"<sheetData>{Row(3, "<c r=\"F3\"><f>1+1</f></c>")}</sheetData>")).Read());
        Assert.Equal(DocumentErrors.FormulaUnknown, refused.Code);
        Assert.Contains("任务!F3", refused.Message, StringComparison.Ordinal);
    }

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

    /// <summary>The first row of a workbook with these cells and the inside of these styles.</summary>
    private static ReadRow Book(string cells, string styles)
    {
        var package = TestPackage.Sheets(("表", "visible", $"<sheetData>{Row(1, cells)}</sheetData>"))
            .Add("xl/styles.xml", $"<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">{styles}</styleSheet>")
            .Add("xl/sharedStrings.xml", "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><si><t>共享</t></si></sst>");
        return TableBookReader.Read(new MemoryStream(package.ToBytes()), "表.xlsx")[0].Rows[0];
    }

    internal static string Row(int number, string cells) => $"<row r=\"{number}\">{cells}</row>";

    internal static string Text(string at, string words) => $"<c r=\"{at}\" t=\"str\"><v>{words}</v></c>";
}
