using System.Globalization;
using Maoding.TestKit;
using Maoding.Text.Deadlines;
using Xunit;

namespace Maoding.Text.Tests.Deadlines;

public sealed class DeadlineReaderTests
{
    public static TheoryData<SpecExample> Examples => [.. SpecFile.Read(Path.Combine(AppContext.BaseDirectory, "Deadlines", "时限.md"))];

    [Theory]
    [MemberData(nameof(Examples))]
    public void Reads_the_deadlines_of_the_specification(SpecExample example)
    {
        var expected = example.Rows.Select(row => (row["说法"], row["日期"], row["标记"]));
        var read = DeadlineReader.Read(example.Text, 0, 2025);
        Assert.Equal(expected,
            read.Select(deadline => (deadline.Words, deadline.Date?.ToString("yyyy-MM-dd") ?? "", deadline.WholeYear ? "全年" : deadline.Tentative ? "力争" : "")));
        Assert.All(read, deadline => Assert.Equal(deadline.Words, example.Text.Substring(deadline.Normal.Offset, deadline.Normal.Length)));
    }

    [Fact]
    public void The_latest_date_governs_the_commitment()
    {
        var read = DeadlineReader.Read("年底前完成主体工程，其中6月底前完成招标，尽快进场。", 0, 2025);
        Assert.Equal(3, read.Count);
        Assert.Equal("年底前", DeadlineReader.Governing(read)!.Words);
        Assert.Null(DeadlineReader.Governing([]));
    }

    [Fact]
    public void Lunar_festivals_follow_the_calendar_of_the_year_leap_months_included()
    {
        Assert.Equal(new DateOnly(2023, 9, 28), Assert.Single(DeadlineReader.Read("中秋节前完工。", 0, 2023)).Date);
        Assert.Equal(new DateOnly(2024, 2, 9), Assert.Single(DeadlineReader.Read("春节前完工。", 0, 2024)).Date);
    }

    [Fact]
    public void A_speech_given_the_year_before_calls_the_plan_year_next_year()
    {
        Assert.Equal(new DateOnly(2026, 3, 31), Assert.Single(DeadlineReader.Read("明年一季度投产。", 0, 2026, new DateOnly(2025, 12, 28))).Date);
        Assert.Empty(DeadlineReader.Read("明年全市要抓好七项工作。", 0, 2026, new DateOnly(2025, 12, 28)));
    }

    [Theory]
    [InlineData("要在2027年12月20日前完成扫尾工程验收。", "2027-12-03", "2027-12-20")]
    [InlineData("要在2027年12月20日前完成扫尾工程验收。", null, "2027-12-20")]
    [InlineData("年度任务要在2027年12月底完成。", "2027-12-03", "2027-12-31")]
    [InlineData("2027年11月底前完成的要管好用好。", "2027-12-03", null)]
    [InlineData("2026年12月20日前完成的要管好用好。", null, null)]
    public void A_time_before_the_plan_year_that_was_still_to_come_is_one(string sentence, string? writtenOn, string? due)
    {
        var day = writtenOn is null ? (DateOnly?)null : DateOnly.Parse(writtenOn, CultureInfo.InvariantCulture);
        Assert.Equal(due, DeadlineReader.Governing(DeadlineReader.Read(sentence, 0, 2028, day))?.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Offsets_count_from_the_start_of_the_normal_text()
    {
        Assert.Equal(new TextSpan(100, 3), Assert.Single(DeadlineReader.Read("年底前完工。", 100, 2025)).Normal);
    }

    [Fact]
    public void Any_text_is_read_without_error()
    {
        foreach (var text in (string[])["", "年", "“", "“十", "12", "12月", "X年X月", "第", "用", "到2027年", "13月底前", "2月30日前", "0月", "99年内", "二〇二五年底前"])
            Assert.NotNull(DeadlineReader.Read(text, 0, 2025));
    }
}
