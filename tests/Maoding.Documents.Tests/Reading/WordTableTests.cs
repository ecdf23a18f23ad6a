using Maoding.Text;
using Xunit;

namespace Maoding.Documents.Tests.Reading;

public sealed class WordTableTests
{
    [Fact]
    public void Rows_are_lines_with_tabs_and_cells_know_where_their_words_stand()
    {
        var source = TestPackage.Word(WordTests.P("前") + Table(Row(Cell("序号"), Cell("任务")), Row(Cell("1"), Cell("修路"))) + WordTests.P("后")).Read();
        Assert.Equal("前\n序号\t任务\n1\t修路\n后", source.Text);
        var table = Assert.Single(source.Tables);
        Assert.Equal(("表1", 1), (table.Name, table.FirstRow));
        Assert.All(table.Rows.SelectMany(row => row), cell => Assert.Equal(cell.Text, source.Slice(cell.Span).ToString()));
        Assert.Equal(new Place(PlaceKind.Row, 2, "表1"), source.Lines[2].Place);
        Assert.Equal(new Place(PlaceKind.Paragraph, 2), source.Lines[3].Place);
    }

    [Fact]
    public void Merged_cells_stand_at_each_place_they_cover()
    {
        var source = TestPackage.Word(Table(
            Row(Cell("项目", "<w:gridSpan w:val=\"2\"/>"), Cell("单位", "<w:vMerge w:val=\"restart\"/>")),
            Row(Cell("甲"), Cell("乙"), Cell("", "<w:vMerge/>")),
            Row(Cell("丙"), Cell("丁"), Cell("发改局")))).Read();
        Assert.Equal("项目\t单位\n甲\t乙\n丙\t丁\t发改局", source.Text);
        Assert.Equal(["项目|项目|单位", "甲|乙|单位", "丙|丁|发改局"], Grid(source));
        Assert.Equal(source.Tables[0].Rows[0][2].Span, source.Tables[0].Rows[1][2].Span);
    }

    [Fact]
    public void A_cell_over_rows_and_columns_takes_one_place_in_each_line()
    {
        var source = TestPackage.Word(Table(
            Row(Cell("块", "<w:gridSpan w:val=\"2\"/><w:vMerge w:val=\"restart\"/>"), Cell("一")),
            Row(Cell("", "<w:gridSpan w:val=\"2\"/><w:vMerge/>"), Cell("二")))).Read();
        Assert.Equal("块\t一\n\t二", source.Text);
        Assert.Equal(["块|块|一", "块|块|二"], Grid(source));
    }

    [Fact]
    public void Breaks_in_a_cell_are_one_space_and_inner_tables_are_words()
    {
        var inner = Table(Row(Cell("内一"), Cell("内二")));
        var source = TestPackage.Word(Table(Row(
            "<w:tc>" + WordTests.P("第一段") + WordTests.P("第二段") + "<w:p><w:r><w:t>三</w:t><w:br/><w:t>四</w:t></w:r></w:p></w:tc>",
            "<w:tc>" + inner + "<w:p/></w:tc>"))).Read();
        Assert.Equal("第一段 第二段 三 四\t内一 内二", source.Text);
        Assert.Single(source.Tables);
    }

    [Fact]
    public void Deleted_rows_go_and_short_rows_are_filled()
    {
        var source = TestPackage.Word(Table(
            Row(Cell("甲"), Cell("乙"), Cell("丙")),
            "<w:tr><w:trPr><w:del w:id=\"1\"/></w:trPr>" + Cell("删") + "</w:tr>",
            "<w:tr><w:trPr><w:gridBefore w:val=\"1\"/></w:trPr>" + Cell("靠后") + "</w:tr>")).Read();
        Assert.Equal(["甲|乙|丙", "|靠后|"], Grid(source));
        Assert.Equal("甲\t乙\t丙\n\t靠后", source.Text);
    }

    [Fact]
    public void Numbers_outside_the_text_are_read_in_cells_too()
    {
        var cell = "<w:tc>" + WordNumberingTests.In(1, 0, "") + "</w:tc>";
        var source = TestPackage.Word(Table(Row(cell, Cell("甲")), Row(cell, Cell("乙")))).Numbering(WordNumberingTests.List(1, "decimal", "%1")).Read();
        Assert.Equal("1\t甲\n2\t乙", source.Text);
    }

    private static IEnumerable<string> Grid(SourceText source) => source.Tables[0].Rows.Select(row => string.Join('|', row.Select(cell => cell.Text)));

    private static string Table(params string[] rows) => $"<w:tbl><w:tblPr/><w:tblGrid/>{string.Concat(rows)}</w:tbl>";

    private static string Row(params string[] cells) => $"<w:tr>{string.Concat(cells)}</w:tr>";

    private static string Cell(string words, string properties = "") => $"<w:tc><w:tcPr>{properties}</w:tcPr>{WordTests.P(words)}</w:tc>";
}
