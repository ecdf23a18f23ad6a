using Maoding.Domain.Projects;
using Maoding.Shared.Workbooks;
using Xunit;

namespace Maoding.Tests.Shared.Workbooks;

public sealed class CellTests
{
    public static TheoryData<string> Right { get; } = [.. OddDays.Right, " 2026-02-05 ", "2026-02-05 09:30", "2026/2/5 0:00"];

    public static TheoryData<string> Wrong { get; } = [.. OddDays.Wrong, .. OddDays.WithoutYear, "20260230", "36525", "2026-02-05 25:00"];

    [Theory]
    [MemberData(nameof(Right))]
    public void A_day_is_read_however_it_is_written(string text) => Assert.Equal(new CellValue<DateOnly?>(OddDays.Day), DayCell.Read(text));

    [Theory]
    [MemberData(nameof(Wrong))]
    public void What_is_no_day_is_refused_in_the_same_words(string text) =>
        Assert.Equal(new CellValue<DateOnly?>(null, $"“{text}”不是日期，请写成 2026-05-01 的样子。"), DayCell.Read(text));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    public void An_empty_cell_says_nothing(string? text)
    {
        Assert.Equal(new CellValue<DateOnly?>(null), DayCell.Read(text));
        Assert.Equal(new CellValue<decimal?>(null), NumberCell.Read(text));
        Assert.Equal(new CellValue<Sector?>(null), ChoiceCell.Read<Sector>(text, ProjectWords.Of));
    }

    [Theory]
    [InlineData("2月5日", 5)]
    [InlineData("2月29日", null)]
    [InlineData("5日", null)]
    [InlineData("二月五日", 5)]
    public void A_day_without_its_year_is_of_the_year_that_is_known(string text, int? day) =>
        Assert.Equal(day is { } known ? new DateOnly(2026, 2, known) : null, DayCell.Read(text, 2026).Value);

    [Theory]
    [InlineData("12000", "12000")]
    [InlineData("12,000.5", "12000.5")]
    [InlineData("12，000", "12000")]
    [InlineData(" -3 ", "-3")]
    [InlineData("１２，０００．５", "12000.5")]
    [InlineData("－３", "-3")]
    [InlineData("46\u200b", "46")]
    [InlineData("十亿", null)]
    [InlineData("七点五", null)]
    [InlineData("第三", null)]
    [InlineData("👍", null)]
    [InlineData("1e3", null)]
    [InlineData("3个", null)]
    public void A_number_is_read_with_its_separators_and_nothing_else(string text, string? number)
    {
        var cell = NumberCell.Read(text);
        Assert.Equal(number, cell.Value?.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(number is null ? $"“{text}”不是数字，请写成 350.5 的样子。" : "", cell.Wrong);
    }

    [Theory]
    [InlineData("1,2")]
    [InlineData("7,5")]
    [InlineData("1,2000")]
    [InlineData("12,000,5")]
    public void A_comma_that_groups_nothing_is_a_slip(string text) =>
        Assert.Equal(new CellValue<decimal?>(null, $"“{text}”的逗号不是千位分隔，请写成 12000 或 350.5 的样子。"), NumberCell.Read(text));

    [Theory]
    [InlineData("年底前", "2026-12-31")]
    [InlineData("二季度", "2026-06-30")]
    [InlineData("第二季度末", "2026-06-30")]
    [InlineData("上半年", "2026-06-30")]
    [InlineData("9月前", "2026-08-31")]
    [InlineData("9月底前", "2026-09-30")]
    [InlineData("９月前", "2026-08-31")]
    [InlineData("2027年6月", "2027-06-30")]
    [InlineData("２０２６年６月５日", "2026-06-05")]
    [InlineData("6月", "2026-06-30")]
    [InlineData("近期", null)]
    [InlineData("尽快", null)]
    [InlineData("三", null)]
    [InlineData("👍", null)]
    public void A_time_is_read_as_documents_are_read(string text, string? day) =>
        Assert.Equal(day, DayCell.Read(text, 2026).Value?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("2026年6月", "2026-06-30")]
    [InlineData("2026年三季度", "2026-09-30")]
    [InlineData("9月前", null)]
    [InlineData("年底前", null)]
    public void Without_a_known_year_a_time_must_name_its_own(string text, string? day) =>
        Assert.Equal(day, DayCell.Read(text).Value?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public void A_word_that_is_none_of_the_choices_is_refused_with_all_of_them()
    {
        Assert.Equal(Stage.Building, ChoiceCell.Read<Stage>("在建", StageMoves.NameOf).Value);
        var wrong = ChoiceCell.Read<Stage>("建设", StageMoves.NameOf);
        Assert.True(wrong.IsWrong);
        Assert.Equal(ChoiceCell.Wrong("建设", Enum.GetValues<Stage>().Select(StageMoves.NameOf)), wrong.Wrong);
        Assert.Contains("没有“建设”，请写 谋划、", wrong.Wrong, StringComparison.Ordinal);
    }
}
