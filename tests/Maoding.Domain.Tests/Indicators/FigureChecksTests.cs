using Maoding.Domain.Indicators;
using Xunit;

namespace Maoding.Domain.Tests.Indicators;

/// <summary>What is doubted about a figure, and what cannot be right.</summary>
public sealed class FigureChecksTests
{
    private readonly Dictionary<FigureKey, FigureValue> _known = [];

    private static Indicator Level(int id = 1, string name = "社会消费品零售总额") => new() { Id = id, Code = $"I{id}", Name = name, Unit = "亿元", UnitId = 7 };

    [Fact]
    public void A_value_outside_the_range_blocks_and_its_growth_is_not_measured_by_it()
    {
        var indicator = Level();
        (indicator.Least, indicator.Most) = (0, 500);
        var finding = Assert.Single(Of(indicator, FigureMeasure.Cumulative, "980.0"));
        Assert.True(finding.Blocks);
        Assert.Contains("980.0 高于可能的最大值 500亿元", finding.Words, StringComparison.Ordinal);
        Assert.Empty(Of(indicator, FigureMeasure.Cumulative, "500"));
        Assert.Empty(Of(indicator, FigureMeasure.CumulativeGrowth, "-1.5"));
    }

    [Theory]
    [InlineData("10.0", "12.5", 0)]
    [InlineData("10.0", "12.6", 1)]
    [InlineData("10.0", "7.4", 1)]
    [InlineData("0", "12.6", 0)]
    public void A_level_jumps_by_percent_of_last_years(string last, string now, int findings)
    {
        var indicator = Level();
        indicator.Jump = 25;
        Know(indicator, 202503, FigureMeasure.Cumulative, last);
        var found = Of(indicator, FigureMeasure.Cumulative, now);
        Assert.Equal(findings, found.Count);
        Assert.All(found, f => Assert.False(f.Blocks));
    }

    [Fact]
    public void Growth_and_ratios_jump_by_points()
    {
        var growth = new Indicator { Id = 1, Code = "G", Name = "工业增加值", Unit = "%", Kind = FigureKind.Growth, Jump = 12 };
        Know(growth, 202503, FigureMeasure.CumulativeGrowth, "8.0");
        Assert.Empty(Of(growth, FigureMeasure.CumulativeGrowth, "20.0"));
        Assert.Contains("高 72.0个百分点，超过 12个百分点", Assert.Single(Of(growth, FigureMeasure.CumulativeGrowth, "80")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cumulative_value_does_not_fall_within_the_year_unless_it_may()
    {
        var indicator = Level();
        Know(indicator, 202602, FigureMeasure.Cumulative, "20.5");
        Know(indicator, 202604, FigureMeasure.Cumulative, "44.0");
        Assert.Contains("低于2026年2月的累计值 20.5", Assert.Single(Of(indicator, FigureMeasure.Cumulative, "19.8")).Words, StringComparison.Ordinal);
        Assert.Contains("高于2026年4月的累计值 44.0", Assert.Single(Of(indicator, FigureMeasure.Cumulative, "45")).Words, StringComparison.Ordinal);
        Assert.Empty(Of(indicator, FigureMeasure.Cumulative, "30"));
        indicator.MayFall = true;
        Assert.Empty(Of(indicator, FigureMeasure.Cumulative, "19.8"));
    }

    [Fact]
    public void A_new_year_begins_from_nothing_and_January_may_be_joined()
    {
        var indicator = Level();
        indicator.January = January.Joined;
        Know(indicator, 202512, FigureMeasure.Cumulative, "240.0");
        Assert.Empty(new FigureChecks([indicator], Known).Of(new FigureKey(1, 1, 202602, FigureMeasure.Cumulative), new FigureValue(38, 1)));
        Know(indicator, 202602, FigureMeasure.Cumulative, "38.0");
        Assert.Contains("1—2月", Assert.Single(Of(indicator, FigureMeasure.Cumulative, "37.9")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public void A_part_is_not_above_its_whole_but_for_rounding()
    {
        var (whole, part) = (Level(1, "地区生产总值"), Level(2, "第二产业增加值"));
        part.PartOfId = 1;
        Know(whole, 202603, FigureMeasure.Cumulative, "100");
        Assert.Empty(Of(part, FigureMeasure.Cumulative, "100.5", whole));
        var finding = Assert.Single(Of(part, FigureMeasure.Cumulative, "100.6", whole));
        Assert.True(finding.Blocks);
        Assert.Contains("大于总项“地区生产总值”的 100", finding.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Parts_add_up_to_the_whole_within_rounding()
    {
        var whole = Level(1, "地区生产总值");
        Indicator[] parts = [Level(2, "一产"), Level(3, "二产"), Level(4, "三产")];
        foreach (var part in parts) part.PartOfId = 1;
        foreach (var (part, value) in parts.Zip(["10.1", "40.2", "49.9"])) Know(part, 202603, FigureMeasure.Cumulative, value);
        Assert.Empty(Of(whole, FigureMeasure.Cumulative, "100.0", parts));
        Assert.Contains("各分项合计 100.2亿元，总项“地区生产总值” 99.9亿元，相差 0.3，超出四舍五入的误差 0.2",
            Assert.Single(Of(whole, FigureMeasure.Cumulative, "99.9", parts)).Words, StringComparison.Ordinal);
        // Below the whole is no fault until last year's figures show that the parts are all there are.
        Assert.Empty(Of(whole, FigureMeasure.Cumulative, "120.0", parts));
        foreach (var (part, value) in parts.Zip(["9.0", "40.0", "46.0"])) Know(part, 202503, FigureMeasure.Cumulative, value);
        Know(whole, 202503, FigureMeasure.Cumulative, "95.1");
        Assert.Contains("去年同期两者相符", Assert.Single(Of(whole, FigureMeasure.Cumulative, "120.0", parts)).Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("3", false)]
    [InlineData("0", true)]
    [InlineData("2.5", true)]
    public void A_rank_is_a_whole_number_from_one(string value, bool isWrong) =>
        Assert.Equal(isWrong, Of(Level(), FigureMeasure.Rank, value).Any(f => f.Blocks));

    private FigureValue? Known(FigureKey key) => _known.TryGetValue(key, out var value) ? value : null;

    private void Know(Indicator indicator, int month, FigureMeasure measure, string value) =>
        _known[new FigureKey(indicator.Id, 1, month, measure)] = FigureText.Read(value)!.Value;

    private IReadOnlyList<FigureFinding> Of(Indicator indicator, FigureMeasure measure, string value, params Indicator[] others)
    {
        var key = new FigureKey(indicator.Id, 1, 202603, measure);
        return new FigureChecks([indicator, .. others], k => k == key ? FigureText.Read(value) : Known(k)).Of(key, FigureText.Read(value)!.Value);
    }
}
