using System.Globalization;
using CsCheck;
using Maoding.Domain.Indicators;
using Maoding.Domain.Watching;
using Xunit;

namespace Maoding.Domain.Tests.Watching;

/// <summary>What turned is said from the figures, and from nothing else.</summary>
public sealed class TurnsTests
{
    private static readonly Indicator Retail = new() { Id = 1, Code = "RETAIL", Name = "社会消费品零售总额", Unit = "亿元", January = January.Joined };
    private static readonly Indicator Pmi =
        new() { Id = 2, Code = "PMI", Name = "采购经理指数", Unit = "%", Kind = FigureKind.Index, Accumulation = Accumulation.PerPeriod, Threshold = 50 };
    private static readonly Indicator Dust =
        new() { Id = 3, Code = "PM25", Name = "PM2.5平均浓度", Unit = "微克/立方米", Kind = FigureKind.Index, Direction = Direction.Lower };

    [Fact]
    public void Growth_that_turns_to_decline_is_said_first()
    {
        var turn = Turns.Of(Of(Retail, FigureMeasure.CumulativeGrowth, (202604, 0.4m), (202605, -0.3m))).First();
        Assert.Equal((TurnRule.Sign, Tone.Bad), (turn.Rule, turn.Tone));
        Assert.Equal("1—5月社会消费品零售总额下降0.3%，由正转负（1—4月增长0.4%）。", turn.Words);
        Assert.Equal([202604, 202605], turn.Figures.Select(f => f.Point.Month));
    }

    [Fact]
    public void The_line_of_a_leading_indicator_is_crossed_or_missed_for_long()
    {
        Assert.Equal("5月采购经理指数为49.7%，由不低于50转为低于50（4月为50.2%）。",
            Only(TurnRule.Threshold, Of(Pmi, FigureMeasure.Current, (202604, 50.2m), (202605, 49.7m))).Words);
        var long1 = Only(TurnRule.Threshold, Of(Pmi, FigureMeasure.Current, (202605, 49.7m), (202606, 49.4m), (202607, 49.6m)));
        Assert.Equal("7月采购经理指数为49.6%，连续3期低于50。", long1.Words);
        Assert.Equal(3, long1.Figures.Count);
        Assert.DoesNotContain(Turns.Of(Of(Pmi, FigureMeasure.Current, (202606, 49.4m), (202607, 49.6m))), t => t.Rule == TurnRule.Threshold);
    }

    [Fact]
    public void Falling_below_the_city_names_both_gaps_in_points()
    {
        var watched = Of(Retail, FigureMeasure.CumulativeGrowth, (202604, 5.5m),
            (202605, 5.1m)) with
        { City = Series(Retail, FigureMeasure.CumulativeGrowth, (202604, 5.2m), (202605, 5.3m)) };
        var turn = Only(TurnRule.City, watched);
        Assert.Equal("1—5月社会消费品零售总额增长5.1%，低于全市0.2个百分点（1—4月高于全市0.3个百分点）。", turn.Words);
        Assert.Equal((Tone.Bad, 4), (turn.Tone, turn.Figures.Count));
    }

    [Fact]
    public void A_smaller_rank_is_the_better_one()
    {
        var watched = Of(Retail, FigureMeasure.CumulativeGrowth, (202604, 5.5m),
            (202605, 5.6m)) with
        { Rank = Series(Retail, FigureMeasure.Rank, (202604, 4m), (202605, 2m)) };
        var turn = Only(TurnRule.Rank, watched);
        Assert.Equal("社会消费品零售总额1—5月在全市的位次由第4位升至第2位。", turn.Words);
        Assert.Equal(Tone.Good, turn.Tone);
    }

    [Fact]
    public void A_run_begins_anew_with_the_year()
    {
        (int, decimal)[] months = [(202511, 4.0m), (202512, 4.4m), (202602, 4.6m), (202603, 4.9m), (202604, 5.0m)];
        Assert.DoesNotContain(Turns.Of(Of(Retail, FigureMeasure.CumulativeGrowth, months)), t => t.Rule == TurnRule.Run);
        var turn = Only(TurnRule.Run, Of(Retail, FigureMeasure.CumulativeGrowth, [.. months, (202605, 5.3m)]));
        Assert.Equal("1—5月社会消费品零售总额增长5.3%，连续3期回升，比1—2月上升0.7个百分点。", turn.Words);
    }

    [Fact]
    public void An_average_since_January_is_compared_with_last_year_and_lower_can_be_better()
    {
        var turn = Only(TurnRule.LastYear, Of(Dust, FigureMeasure.Cumulative, (202506, 41m), (202507, 40m), (202606, 42m), (202607, 39m)));
        Assert.Equal("1—7月PM2.5平均浓度为39.0微克/立方米，比上年同期低1.0微克/立方米（1—6月比上年同期高1.0微克/立方米）。", turn.Words);
        Assert.Equal(Tone.Good, turn.Tone);
    }

    [Fact]
    public void Nothing_is_said_of_a_single_figure_or_of_figures_that_stand_still()
    {
        Assert.Empty(Turns.Of(Of(Retail, FigureMeasure.CumulativeGrowth, (202605, -3m))));
        Assert.Empty(Turns.Of(Of(Retail, FigureMeasure.CumulativeGrowth, (202603, 5m), (202604, 5m), (202605, 5m))));
    }

    [Fact]
    public void Every_number_of_a_sentence_is_one_of_its_figures_or_a_difference_of_two() =>
        Gen.Int[-80, 80].Array[2, 12].Sample(values =>
        {
            var points = values.Select((v, i) => (202601 + i, v / 10m)).ToArray();
            var retail = new Indicator { Id = 1, Code = "X", Name = "零售", Unit = "亿元" };
            foreach (var turn in Turns.Of(Of(retail, FigureMeasure.CumulativeGrowth, points)))
            {
                var known = turn.Figures.Select(f => Math.Abs(f.Point.Value)).ToList();
                var allowed = known.Concat(turn.Figures.SelectMany(a => turn.Figures.Select(b => Math.Abs(a.Point.Value - b.Point.Value)))).ToHashSet();
                foreach (System.Text.RegularExpressions.Match number in System.Text.RegularExpressions.Regex.Matches(turn.Words, @"[0-9]+\.[0-9]+"))
                    Assert.Contains(decimal.Parse(number.Value, CultureInfo.InvariantCulture), allowed);
            }
        });

    [Fact]
    public void A_contribution_weighs_growth_by_last_years_share()
    {
        var part = Contribution.Of(7, baseLevel: 20m, wholeLevel: 100m, growth: 6.5m);
        Assert.Equal((20m, 1.3m), (part.BaseShare, part.Points));
        Assert.Throws<ArgumentOutOfRangeException>(() => Contribution.Of(7, 20m, 0m, 6.5m));
    }

    [Fact]
    public void The_growth_of_an_index_rises_by_points_and_is_no_percentage()
    {
        Assert.Equal("上升0.7个百分点", WatchText.Told(Pmi, FigureMeasure.CurrentGrowth, 0.7m, 1));
        Assert.Equal("下降1.2%", WatchText.Told(Retail, FigureMeasure.CumulativeGrowth, -1.2m, 1));
    }

    private static Turn Only(TurnRule rule, Watched watched) => Assert.Single(Turns.Of(watched), t => t.Rule == rule);

    private static Watched Of(Indicator indicator, FigureMeasure measure, params (int Month, decimal Value)[] points) =>
        new(indicator, Series(indicator, measure, points), null, null);

    private static FigureSeries Series(Indicator indicator, FigureMeasure measure, params (int Month, decimal Value)[] points) =>
        new(indicator.Id, 1, measure,
            [.. points.Select((p, i) => new FigurePoint(p.Month, p.Value, measure == FigureMeasure.Rank ? 0 : 1, FigureStage.Preliminary, i + 1))]);
}
