using Maoding.Domain.Calendar;
using Xunit;

namespace Maoding.Domain.Tests.Calendar;

/// <summary>A year's notice as it is published, and the same days typed short.</summary>
public sealed class HolidayNoticeTests
{
    private const string Notice = """
        国务院办公厅关于2027年部分节假日安排的通知
        国办发明电〔2026〕7号
        各省、自治区、直辖市人民政府，国务院各部委、各直属机构：
        经国务院批准，现将2027年元旦、春节、清明节放假调休日期的具体安排通知如下。
        一、元旦：2026年12月31日（周四）至1月3日（周日）放假调休，共4天。2026年12月27日（周日）上班。
        二、春节：2月5日（农历除夕、周五）至11日（农历正月初六、周四）放假调休，共7天。2月13日（周六）、2月14日（周日）上班。鼓励职工在小年（1月31日）休息。
        三、清明节：4月3日（周六）至5日（星期一）放假，共3天。
        节假日期间，各地区、各部门要妥善安排好值班和安全、保卫等工作。
        国务院办公厅
        2026年11月4日
        """;

    [Fact]
    public void The_notice_is_read_as_it_is_pasted()
    {
        var year = HolidayNotice.Read(2027, Notice);
        Assert.Equal(
            [
                "元旦：2026年12月31日至1月3日放假，2026年12月27日上班",
                "春节：2月5日至2月11日放假，2月13日、2月14日上班",
                "清明节：4月3日至4月5日放假",
            ],
            HolidayNotice.Lines(year));
        Assert.Equal(HolidayNotice.Lines(year), HolidayNotice.Lines(HolidayNotice.Read(2027, string.Join('\n', HolidayNotice.Lines(year)))));
        Assert.Equal(HolidayNotice.Lines(year), HolidayNotice.Lines(HolidayNotice.Read(2027, Notice.Replace("\n", "", StringComparison.Ordinal))));
        Assert.Equal([5, 6, 9, 10], year.Forgotten().Select(d => d.Month).Distinct());
    }

    [Theory]
    [InlineData("元旦 1-1~1-3")]
    [InlineData("元旦：01-01～01-03；上班：无")]
    [InlineData("1. 元旦：2027年1月1日（星期五）到３日")]
    [InlineData("- 元旦 2027.1.1-2027.1.3 放假3天")]
    public void The_same_days_are_read_typed_short(string line) => Assert.Equal(["元旦：1月1日至1月3日放假"], HolidayNotice.Lines(HolidayNotice.Read(2027, line)));

    [Theory]
    [InlineData("HOL001", "国务院办公厅关于2026年部分节假日安排的通知\n元旦：1月1日放假")]
    [InlineData("HOL002", "元旦放假安排另行通知")]
    [InlineData("HOL003", "春节：2月30日放假")]
    [InlineData("HOL003", "春节：2月13日上班")]
    [InlineData("HOL003", "春节：2月5日至11日放假，高速公路2月5日起免费")]
    [InlineData("HOL004", "元旦：1月1日（周四）至3日（周六）放假")] // 2026's
    [InlineData("HOL004", "春节：2月5日至11日放假，共8天")]
    [InlineData("HOL004", "春节：2月5日至11日放假，2月15日上班")] // a Monday
    [InlineData("HOL004", "春节：2月11日至5日放假")]
    [InlineData("HOL004", "国庆节：2026年10月1日至7日放假")]
    [InlineData("HOL005", "国庆节：10月1日至7日放假\n中秋节：10月7日放假")]
    [InlineData("HOL005", "元旦：1月1日至3日放假，1月3日上班")]
    public void What_cannot_be_is_refused(string code, string text) =>
        Assert.Equal(code, Assert.Throws<RefusalException>(() => HolidayNotice.Read(2027, text)).Code);

    [Fact]
    public void A_year_that_was_entered_is_reckoned_by_its_notice()
    {
        var calendar = WorkCalendar.With([HolidayNotice.Read(2027, Notice)]);
        Assert.True(calendar.IsOfficial(2027));
        Assert.False(calendar.IsWorkday(new DateOnly(2026, 12, 31)));
        Assert.True(calendar.IsWorkday(new DateOnly(2026, 12, 27)));
        Assert.True(calendar.IsWorkday(new DateOnly(2027, 2, 13)));
        Assert.Equal(new DateOnly(2027, 2, 14), calendar.AddWorkdays(new DateOnly(2027, 2, 4), 3));
        Assert.Equal(calendar.Axis.At(new DateOnly(2027, 2, 12)) + 1, calendar.Axis.At(new DateOnly(2027, 2, 13)));
        Assert.False(WorkCalendar.Published.IsOfficial(2027));
    }

    [Fact]
    public void Days_that_reach_into_a_year_without_a_notice_are_doubted()
    {
        Assert.Equal("", WorkCalendar.Published.Doubt(new DateOnly(2026, 1, 1), null, new DateOnly(2026, 12, 31)));
        Assert.StartsWith("2027年的放假安排尚未录入", WorkCalendar.Published.Doubt(new DateOnly(2026, 12, 28), new DateOnly(2027, 3, 22)), StringComparison.Ordinal);
        Assert.StartsWith("2027、2028年", WorkCalendar.Published.Doubt(new DateOnly(2026, 12, 28), new DateOnly(2028, 3, 22)), StringComparison.Ordinal);
        Assert.StartsWith("2027至2030年", WorkCalendar.Published.Doubt(new DateOnly(2030, 3, 22), new DateOnly(2026, 12, 28)), StringComparison.Ordinal);
        Assert.Equal("", WorkCalendar.With([HolidayNotice.Read(2027, Notice)]).Doubt(new DateOnly(2027, 3, 22)));
    }
}
