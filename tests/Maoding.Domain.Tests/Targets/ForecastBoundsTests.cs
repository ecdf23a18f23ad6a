using Maoding.Domain.Forecasting;
using Maoding.Domain.Indicators;
using Maoding.Domain.Targets;
using Xunit;

namespace Maoding.Domain.Tests.Targets;

/// <summary>No interval promises less than nothing nor more than everything.</summary>
public sealed class ForecastBoundsTests
{
    private static readonly Indicator Dust = new() { Code = "PM25", Name = "PM2.5平均浓度", Unit = "微克/立方米", Kind = FigureKind.Index };
    private static readonly Indicator Water = new() { Code = "WATER", Name = "水质达标率", Unit = "%", Kind = FigureKind.Ratio };
    private static readonly Prospect Wide = new(10, 30, 0.3);

    [Fact]
    public void A_level_that_never_was_negative_is_cut_at_nothing_and_a_share_at_the_whole()
    {
        Assert.Equal(new ForecastBounds(0, null), ForecastBounds.Of(Dust, FigureMeasure.Cumulative, [3, 40]));
        Assert.Equal(new ForecastBounds(null, 100), ForecastBounds.Of(Water, FigureMeasure.Cumulative, [88, 100]));
        Assert.True(Wide.Low80 < 0);
        Assert.Equal((0m, 12.5m), (new ForecastBounds(0, null).Cut((decimal)Wide.Low80), new ForecastBounds(0, null).Cut(12.5m)));
        Assert.Equal(100m, new ForecastBounds(null, 100).Cut(103.2m));
    }

    [Fact]
    public void What_the_indicator_says_goes_before_and_what_its_figures_broke_binds_no_more()
    {
        var profit = new Indicator { Code = "PROFIT", Name = "利润", Unit = "亿元", Least = -50 };
        Assert.Equal(-50m, ForecastBounds.Of(profit, FigureMeasure.Cumulative, [3, 40]).Least);
        Assert.Null(ForecastBounds.Of(Dust, FigureMeasure.Cumulative, [3, -1]).Least);
        Assert.Null(ForecastBounds.Of(Water, FigureMeasure.Cumulative, [88, 104]).Most);
        Assert.Equal(60m, ForecastBounds.Of(
            new Indicator { Code = "S", Name = "满意度", Unit = "分", Kind = FigureKind.Index, Least = 60, Most = 100 }, FigureMeasure.Current, [80]).Least);
    }

    [Theory]
    [InlineData(FigureMeasure.CumulativeGrowth)]
    [InlineData(FigureMeasure.Rank)]
    public void Growth_and_ranks_are_not_bound_by_the_level(FigureMeasure measure) => Assert.Equal(default, ForecastBounds.Of(Dust, measure, [1, 2]));

    [Fact]
    public void A_sum_that_may_not_fall_stays_where_it_is()
    {
        var jobs = new Indicator { Code = "JOBS", Name = "城镇新增就业", Unit = "人", Kind = FigureKind.Count };
        var facts = new TargetFacts(new Target { Kind = TargetKind.Amount, Measure = FigureMeasure.Cumulative, Value = 6000 }, jobs, 2026);
        var latest = new DatedFigure(202607, 3500, 0);
        Assert.Equal(3500m, ForecastBounds.Of(facts, new TargetFigures([latest]), latest).Least);
    }

    [Fact]
    public void The_likelihood_is_that_of_the_outcome_as_cut()
    {
        var bounds = new ForecastBounds(0, 100);
        Assert.Equal((999, 1), (bounds.Likelihood(Wide, Goal.Floor(0)), bounds.Likelihood(Wide, Goal.Floor(101))));
        Assert.Equal((999, 1), (bounds.Likelihood(Wide, Goal.Ceiling(100)), bounds.Likelihood(Wide, Goal.Ceiling(-1))));
        Assert.Equal(Wide.Likelihood(20, Direction.Higher), bounds.Likelihood(Wide, Goal.Floor(20)));
        Assert.Equal(new ForecastBounds(null, null).Likelihood(Wide, new Goal(20, 10, 30)), bounds.Likelihood(Wide, new Goal(20, 10, 30)));
    }
}
