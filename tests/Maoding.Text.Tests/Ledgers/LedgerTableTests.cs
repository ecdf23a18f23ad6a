using Maoding.Text.Ledgers;
using Xunit;

namespace Maoding.Text.Tests.Ledgers;

public class LedgerTableTests
{
    private static string Read(params string[] drawings)
    {
        var rows = LedgerReader.Read(TableText.Of(drawings), 2026);
        return rows is null ? "不是台账" : string.Join('\n', rows.Select(LedgerReaderTests.Line));
    }

    [Fact]
    public void Reads_a_plain_table_under_a_title_row() => Assert.Equal(
        """
        1 | 新建公园6个 | 王立军 | 区城管局 | 区财政局；各街道 | 10月底前 | 2026-10-31
        2 | 新增学位7000个 | 李芳；赵刚 | 区教育局；区住建局 | 各乡镇（街道） | 年底前 | 2026-12-31
        """,
        Read("""
        2026年重点任务台账 | < | < | < | < | <
        序号 | 重点 任务 | 责任领导 | 牵头单位 | 配合单位 | 完成时限
        1 | 新建公园6个 | 王立军 | 区城管局 | 区财政局、各街道 | 10月底前
        2 | 新增学位7000个 | 李芳 赵刚 | 区教育局 区住建局 | 各乡镇（街道） | 年底前
        """));

    [Fact]
    public void Reads_a_head_of_two_rows_with_merged_areas() => Assert.Equal(
        """
        1 | 新增规上企业10户 | 王立军 | 区工信局 | 区统计局 | 年底前 | 2026-12-31
        2 | 技改投资增长15% | 王立军 | 区工信局 |  | 持续推进 | 
        3 | 改造小区42个 | 李芳 | 区住建局 | 各街道 | 9月底 | 2026-09-30
        """,
        Read("""
        序号 | 领域 | 工作任务 | 责任分工 | < | < | 完成时限
        ^ | ^ | ^ | 牵头领导 | 牵头单位 | 责任单位 | ^
        1 | 工业 | 新增规上企业10户 | 王立军 | 区工信局 | 区统计局 | 年底前
        2 | ^ | 技改投资增长15% | ^ | ^ | / | 持续推进
        3 | 城建 | 改造小区42个 | 李芳 | 区住建局 | 各街道 | 9月底
        """));

    [Fact]
    public void Leaves_out_section_rows_notes_and_repeated_heads() => Assert.Equal(
        """
        1 | 新增规上企业10户 |  | 区工信局 | 区统计局 |  | 
        2 | 技改投资增长15% |  | 区工信局 |  |  | 
        """,
        Read("""
        序号 | 目标任务 | 责任单位 | 备注
        一、经济发展（2项） | < | < | <
        1 | 新增规上企业10户 | 区工信局、区统计局 |
        序号 | 目标任务 | 责任单位 | 备注
        2 | 技改投资增长15% | 区工信局 | 市级任务
        二 | 社会事业 |  |
        注：责任单位列第一位的为牵头单位。 | < | < | <
        """));

    [Fact]
    public void Continues_in_a_table_without_a_head_and_reads_several_tables() => Assert.Equal(
        """
        1 | 新建公园6个 |  | 区城管局 |  | 年底前 | 2026-12-31
        2 | 新建公厕9座 |  | 区城管局 |  | 年底前 | 2026-12-31
        1 | 建成学校3所 | 李芳 | 区教育局 |  |  | 
        """,
        Read("""
        序号 | 任务 | 牵头单位 | 时限要求
        1 | 新建公园6个 | 区城管局 | 年底前
        """, """
        2 | 新建公厕9座 | 区城管局 | 年底前
        """, """
        序号 | 任务内容 | 分管领导 | 责任部门
        1 | 建成学校3所 | 李芳 | 区教育局
        """));

    [Fact]
    public void Takes_the_details_for_items_where_one_task_is_merged_over_several() => Assert.Equal(
        """
        1 | 改造小区42个 |  | 区住建局 |  | 9月底前 | 2026-09-30
        1 | 加装电梯60部 |  | 区市场监管局 |  | 年底前 | 2026-12-31
        2 | 新建公园6个 |  | 区城管局 |  | 年底前 | 2026-12-31
        """,
        Read("""
        序号 | 重点任务 | 具体举措 | 牵头单位 | 完成时限
        1 | 实施城市更新行动 | 改造小区42个 | 区住建局 | 9月底前
        ^ | ^ | 加装电梯60部 | 区市场监管局 | 年底前
        2 | 推进公园城市建设 | 新建公园6个 | 区城管局 | 年底前
        """));

    [Fact]
    public void Keeps_the_task_where_details_only_add_to_it() => Assert.Equal(
        "1 | 推进公园城市建设 |  | 区城管局 |  | 年底前 | 2026-12-31",
        Read("""
        序号 | 章节 | 任务 | 举措 | 责任领导 | 牵头单位 | 配合单位 | 完成时限 | 原文
        1 | 三、城建 | 推进公园城市建设 | 新建公园6个；改造绿地9处 |  | 区城管局 |  | 年底前 | 要推进公园城市建设，新建公园6个，改造绿地9处。
        """));

    [Fact]
    public void Joins_rows_that_share_one_merged_task() => Assert.Equal(
        "1 | 改造小区42个 |  | 区住建局 | 东关街道；西关街道 | 9月底前 | 2026-09-30",
        Read("""
        序号 | 工作任务 | 牵头单位 | 责任单位 | 完成时限
        1 | 改造小区42个 | 区住建局 | 东关街道 | 9月底前
        ^ | ^ | ^ | 西关街道 | ^
        """));

    [Fact]
    public void Reads_labels_and_people_inside_cells() => Assert.Equal(
        """
        1 | 新建公园6个 |  | 区城管局 | 区财政局 |  | 
        2 | 新建公厕9座 |  | 区城管局 | 东关街道 |  | 
        """,
        Read("""
        序号 | 任务 | 责任单位
        1 | 新建公园6个 | 牵头单位：区城管局 配合单位：区财政局
        2 | 新建公厕9座 | 东关街道、区城管局（牵头）
        """));

    [Fact]
    public void Parts_units_and_people_in_one_column() => Assert.Equal(
        "1 | 新建公园6个 | 张三 | 区城管局 |  | 6月底前 | 2026-06-30",
        Read("""
        序号 | 主要工作 | 牵头单位及责任人 | 完成时间
        1 | 新建公园6个 | 区城管局 张三 | 6月底前
        """));

    [Fact]
    public void Takes_ditto_marks_from_the_row_above() => Assert.Equal(
        """
        1 | 新建公园6个 | 王立军 | 区城管局 |  |  | 
        2 | 新建公厕9座 | 王立军 | 区城管局 |  |  | 
        """,
        Read("""
        序号 | 任务 | 包抓领导 | 主办单位
        1 | 新建公园6个 | 王立军 | 区城管局
        2 | 新建公厕9座 | 同上 | 〃
        """));

    [Theory]
    [InlineData("序号 | 姓名 | 单位 | 电话\n1 | 王立军 | 区城管局 | 123")]
    [InlineData("指标 | 单位 | 2025年 | 2026年目标\n地区生产总值 | 亿元 | 300 | 320")]
    [InlineData("序号 | 指标 | 维度 | 类型 | 目标值 | 单位 | 原文\n1 | GDP | 速度 | 增长 | 6 | % | 增长6%")]
    [InlineData("组长 | 王立军\n成员 | 李芳")]
    public void Other_tables_are_no_ledgers(string drawing) => Assert.Equal("不是台账", Read(drawing));
}
