using Maoding.Documents.Reading;
using Maoding.Documents.Units;
using Maoding.Text;
using Xunit;

namespace Maoding.Documents.Tests.Units;

public class UnitListReaderTests
{
    private static SourceText Table(params string[] rows)
    {
        var cells = rows.Select(row => (IReadOnlyList<SourceCell>)row.Split('|').Select(cell => new SourceCell(cell.Trim(), default)).ToList()).ToList();
        return new SourceText("", [], [new SourceTable("单位表", 1, cells)]);
    }

    private static UnitDirectory Read(params string[] rows) => UnitListReader.Read(Table(rows), "units.xlsx");

    [Fact]
    public void Reads_names_short_names_and_duties_under_a_title()
    {
        var directory = Read("某某区单位一览表|某某区单位一览表|某某区单位一览表|某某区单位一览表", "序号|单位 名称|简称|主要职责", "1|区发展和改革委员会|区发改委|发展改革", "|||", "2|区财政局|区财政局|");
        Assert.Equal(["区发展和改革委员会", "区财政局"], directory.Units.Select(unit => unit.Name));
        Assert.Equal("区发改委", directory.Units[0].ShortName);
        Assert.Equal(1, directory.Units[1].Order);
    }

    [Fact]
    public void Leaves_out_group_rows_and_repeated_heads() =>
        Assert.Equal(["区委办公室", "区财政局"], Read("单位|职能", "一、区委部门|一、区委部门", "区委办公室|", "单位|职能", "区财政局|财政").Units.Select(unit => unit.Name));

    [Theory]
    [InlineData("区财政局\n区教育局\n东关街道")]
    [InlineData("单位名称\t简称\t职能\n区财政局\t财政局\t财政\n区教育局\t\t\n东关街道\t\t")]
    [InlineData("# 单位表\n区财政局：财政、国资监管\n区教育局：教育\n东关街道：街道乡镇\n")]
    [InlineData("区财政局,财政局,财政\n区教育局,教育局,教育\n东关街道,,")]
    public void Reads_text_lists(string text)
    {
        var directory = UnitListReader.Read(SourceText.FromPlain(text), "units.txt");
        Assert.Equal(["区财政局", "区教育局", "东关街道"], directory.Units.Select(unit => unit.Name));
        Assert.Equal("区财政局", directory.UnitFor("财政")?.Name);
    }

    [Fact]
    public void An_empty_name_beside_duties_names_the_cell() => AssertMessage("单位表 B3：单位名称是空的，但同一行写了“财政”。请补上名称或删去这一行。", "序号|单位名称|职能", "1|区教育局|教育", "2||财政");

    [Fact]
    public void The_same_unit_twice_names_both_cells() => AssertMessage("单位表 B4：“区教育局”与 单位表 B2 重复。请删去一个。", "序号|单位名称|职能", "1|区教育局|教育", "2|区财政局|财政", "3|区教育局|体育");

    [Fact]
    public void Two_units_in_a_cell_are_refused() => AssertMessage("单位表 A2：“区教育局、区财政局”里有几个单位。请每行只写一个单位。", "单位名称|职能", "区教育局、区财政局|教育");

    [Fact]
    public void A_sheet_without_a_column_of_names_is_refused() => AssertMessage("units.xlsx：没有找到“单位名称”一栏。请在表头写明“单位名称”，可以另有“简称”“职能”两栏。", "姓名|电话", "王立军|123");

    [Fact]
    public void A_list_without_units_is_refused() => AssertMessage("units.xlsx：单位表里没有单位。请在“单位名称”下每行写一个单位。", "单位名称|职能");

    private static void AssertMessage(string message, params string[] rows) =>
        Assert.Equal(message, Assert.Throws<DocumentException>(() => Read(rows)).Message);
}
