using Maoding.Domain.Indicators;
using Maoding.Domain.Targets;
using Xunit;

namespace Maoding.Domain.Tests.Targets;

/// <summary>Parts beside the whole.</summary>
public sealed class BreakdownTests
{
    private static readonly Indicator _retail = new() { Code = "RETAIL", Name = "社会消费品零售总额", Unit = "亿元" };

    [Theory]
    [InlineData("120.5", "90", true, "2个单位合计210.5亿元，全区目标210亿元，多0.5亿元。")]
    [InlineData("120", "90", true, "2个单位合计210亿元，全区目标210亿元，正好等于全区目标。")]
    [InlineData("119", "90", false, "2个单位合计209亿元，全区目标210亿元，少1亿元。")]
    public void Levels_add_up(string one, string two, bool enough, string words)
    {
        var breakdown = Breakdown.Of(Facts(TargetKind.LevelAtLeast, FigureMeasure.Cumulative, 210), [Part(one), Part(two)]);
        Assert.Equal((BreakdownRule.Sum, enough, words), (breakdown.Rule, breakdown.IsEnough, breakdown.Words));
    }

    [Fact]
    public void A_ceiling_is_kept_by_less()
    {
        Assert.True(Breakdown.Of(Facts(TargetKind.LevelAtMost, FigureMeasure.Cumulative, 24), [Part("11"), Part("12")]).IsEnough);
        Assert.False(Breakdown.Of(Facts(TargetKind.LevelAtMost, FigureMeasure.Cumulative, 24), [Part("13"), Part("12")]).IsEnough);
    }

    [Fact]
    public void Growth_is_weighed_by_last_year_s_shares_and_marked_as_an_estimate()
    {
        var facts = Facts(TargetKind.GrowthAtLeast, FigureMeasure.CumulativeGrowth, 6);
        var enough = Breakdown.Of(facts, [Part("8", 40), Part("5", 60)]);
        Assert.Equal((BreakdownRule.Weighted, 6.2m, true), (enough.Rule, enough.Parts, enough.IsEnough));
        Assert.StartsWith("测算：", enough.Words, StringComparison.Ordinal);
        Assert.False(Breakdown.Of(facts, [Part("8", 30), Part("5", 70)]).IsEnough);
    }

    [Fact]
    public void Growth_without_all_shares_is_not_guessed()
    {
        var facts = Facts(TargetKind.GrowthAtLeast, FigureMeasure.CumulativeGrowth, 6);
        Assert.Null(Breakdown.Of(facts, [Part("8", 40), Part("5")]).IsEnough);
        var broken = Breakdown.Of(facts, [Part("8", 40), Part("5", 50)]);
        Assert.Null(broken.IsEnough);
        Assert.Contains("90%", broken.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(TargetKind.RankTop, FigureMeasure.Rank)]
    [InlineData(TargetKind.Quota, FigureMeasure.Cumulative)]
    [InlineData(TargetKind.Improve, FigureMeasure.Cumulative)]
    public void Ranks_quotas_and_improvement_are_not_summed(TargetKind kind, FigureMeasure measure) =>
        Assert.Equal((BreakdownRule.None, (bool?)null),
            (Breakdown.RuleOf(Facts(kind, measure, 3)), Breakdown.Of(Facts(kind, measure, 3), [Part("1")]).IsEnough));

    [Theory]
    [InlineData("5.4", "5.8", "6.1", Stretch.Slack, "留有余地（对照趋势预测）：比去年完成（5.4%）高0.6个百分点，比全市目标（5.8%）高0.2个百分点，比趋势预测（6.1%）低0.1个百分点。")]
    [InlineData("5.4", "5.8", "", Stretch.Reach, "跳起来摘桃子（对照去年完成）：比去年完成（5.4%）高0.6个百分点，比全市目标（5.8%）高0.2个百分点。")]
    [InlineData("", "6.0", "", Stretch.Level, "大体相当（对照全市目标）：与全市目标（6.0%）持平。")]
    public void How_hard_a_target_is_follows_from_the_trend_else_from_last_year_else_from_the_city(
        string last, string city, string trend, Stretch stretch, string words)
    {
        var references = new[] { (Difficulty.LastResult, last), (Difficulty.CityTarget, city), (Difficulty.Forecast, trend) }.Where(r => r.Item2.Length > 0)
            .Select(r => new Reference(r.Item1, decimal.Parse(r.Item2, System.Globalization.CultureInfo.InvariantCulture), 1)).ToList();
        var difficulty = Difficulty.Of(new FigureUnit("%", "个百分点"), 6, 1, false, 0.05m, references);
        Assert.Equal((stretch, words), (difficulty.Overall, difficulty.Words));
    }

    [Fact]
    public void Of_a_ceiling_the_lower_number_is_the_harder()
    {
        var difficulty = Difficulty.Of(new FigureUnit("%", "个百分点"), 5.3m, 1, true, 0, [new Reference(Difficulty.LastResult, 5.5m, 1)]);
        Assert.Equal(Stretch.Reach, difficulty.Overall);
    }

    [Theory]
    [InlineData(TargetKind.GrowthAtLeast, "7", TargetKind.GrowthAtLeast, "6.5", DesignChange.Raised)]
    [InlineData(TargetKind.GrowthAtLeast, "6", TargetKind.GrowthAtLeast, "6.5", DesignChange.Lowered)]
    [InlineData(TargetKind.GrowthAtLeast, "6", TargetKind.GrowthAtLeast, "6", DesignChange.Same)]
    [InlineData(TargetKind.GrowthAbout, "6", TargetKind.GrowthAtLeast, "6", DesignChange.Reworded)]
    [InlineData(TargetKind.LevelAtMost, "38", TargetKind.LevelAtMost, "40", DesignChange.Raised)]
    [InlineData(TargetKind.LevelAtMost, "38", TargetKind.LevelAtLeast, "40", DesignChange.Reworded)]
    public void A_target_is_raised_or_lowered_by_what_is_harder(TargetKind now, string value, TargetKind before, string old, DesignChange change)
    {
        static decimal Of(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(change,
            TargetDesign.Of((now, FigureMeasure.Cumulative, Of(value)), (before, FigureMeasure.Cumulative, Of(old)), TargetDesign.LowerIsHarder(now)));
    }

    [Fact]
    public void What_was_not_there_is_added_and_what_is_gone_is_dropped()
    {
        Assert.Equal(DesignChange.Added, TargetDesign.Of((TargetKind.Zero, FigureMeasure.Current, null), null, true));
        Assert.Equal(DesignChange.Dropped, TargetDesign.Of(null, (TargetKind.Zero, FigureMeasure.Current, null), true));
    }

    private static TargetFacts Facts(TargetKind kind, FigureMeasure measure, decimal value) =>
        new(new Target { Kind = kind, Measure = measure, Value = value }, _retail, 2026);

    private static TargetPart Part(string value, decimal? share = null) => new()
    {
        AreaId = 1,
        Value = decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture),
        Decimals = value.Contains('.', StringComparison.Ordinal) ? 1 : 0,
        BaseShare = share,
    };
}
