using Maoding.Domain.Indicators;
using Xunit;

namespace Maoding.Domain.Tests.Indicators;

/// <summary>Which months have figures, and when they are due.</summary>
public sealed class FigurePeriodsTests
{
    private static Indicator Monthly(January january = January.Own) => new() { Code = "A", Name = "甲", January = january, ReleaseDays = 18 };

    [Theory]
    [InlineData(January.Own, 202601, true)]
    [InlineData(January.Joined, 202601, false)]
    [InlineData(January.Skipped, 202601, false)]
    [InlineData(January.Joined, 202602, true)]
    [InlineData(January.Own, 202613, false)]
    [InlineData(January.Own, 202600, false)]
    public void January_has_a_figure_of_its_own_or_none(January january, int month, bool has) => Assert.Equal(has, FigurePeriods.Has(Monthly(january), month));

    [Fact]
    public void Quarters_and_years_have_figures_in_their_last_months_only()
    {
        var quarter = new Indicator { Code = "Q", Name = "季", Frequency = Frequency.Quarter };
        var year = new Indicator { Code = "Y", Name = "年", Frequency = Frequency.Year };
        Assert.Equal([202603, 202606, 202609, 202612], Enumerable.Range(202601, 12).Where(m => FigurePeriods.Has(quarter, m)));
        Assert.Equal([202612], Enumerable.Range(202601, 12).Where(m => FigurePeriods.Has(year, m)));
        Assert.Equal((202512, 202606), (FigurePeriods.Before(quarter, 202603), FigurePeriods.After(quarter, 202603)));
        Assert.Equal("2026年一季度", FigurePeriods.Words(quarter, 202603));
    }

    [Fact]
    public void The_period_before_a_joined_one_is_the_last_December()
    {
        Assert.Equal(202512, FigurePeriods.Before(Monthly(January.Joined), 202602));
        Assert.Equal(202602, FigurePeriods.After(Monthly(January.Joined), 202512));
        Assert.Equal("2026年1—2月", FigurePeriods.Words(Monthly(January.Joined), 202602));
    }

    [Fact]
    public void Not_yet_published_is_not_missing()
    {
        var due = FigurePeriods.DueOn(Monthly(), 202603);
        Assert.Equal(new DateOnly(2026, 4, 18), due);
        Assert.Equal(FigureDue.NotYet, FigurePeriods.StateOf(false, due, new DateOnly(2026, 4, 18)));
        Assert.Equal(FigureDue.Missing, FigurePeriods.StateOf(false, due, new DateOnly(2026, 4, 19)));
        Assert.Equal(FigureDue.Given, FigurePeriods.StateOf(true, due, new DateOnly(2026, 5, 1)));
        Assert.Equal(new DateOnly(2026, 4, 25), FigurePeriods.DueOn(Monthly(), 202603, new DateOnly(2026, 4, 25)));
    }

    [Fact]
    public void A_month_is_over_on_its_last_day()
    {
        Assert.Equal(202602, FigurePeriods.LatestEnded(new DateOnly(2026, 2, 28)));
        Assert.Equal(202601, FigurePeriods.LatestEnded(new DateOnly(2026, 2, 27)));
        Assert.Equal(202512, FigurePeriods.LatestUpTo(Monthly(January.Skipped), 202601));
    }

    [Fact]
    public void Each_kind_of_indicator_has_the_measures_that_make_sense()
    {
        var level = Monthly();
        Assert.Equal([FigureMeasure.Current, FigureMeasure.Cumulative, FigureMeasure.CurrentGrowth, FigureMeasure.CumulativeGrowth, FigureMeasure.Rank],
            FigureMeasures.Of(level, AreaKind.District));
        Assert.DoesNotContain(FigureMeasure.Rank, FigureMeasures.Of(level, AreaKind.City));
        var growth = new Indicator { Code = "G", Name = "增速", Kind = FigureKind.Growth, Accumulation = Accumulation.PerPeriod };
        Assert.Equal([FigureMeasure.CurrentGrowth], FigureMeasures.Of(growth, AreaKind.Peer));
        foreach (var kind in Enum.GetValues<FigureKind>())
            foreach (var accumulation in Enum.GetValues<Accumulation>())
                foreach (var frequency in Enum.GetValues<Frequency>())
                {
                    var any = new Indicator { Code = "X", Name = "任一", Kind = kind, Accumulation = accumulation, Frequency = frequency };
                    Assert.All(Enum.GetValues<AreaKind>(), area => Assert.Contains(FigureMeasures.Main(any), FigureMeasures.Of(any, area)));
                    Assert.True(FigureMeasures.Answers(any, FigureMeasures.Main(any)));
                }
    }

    [Theory]
    [InlineData(202601, "1月")]
    [InlineData(202602, "1—2月")]
    [InlineData(202607, "1—7月")]
    [InlineData(202612, "全年")]
    public void Sums_begin_in_January(int month, string words) => Assert.Equal(words, FigurePeriods.Span(Monthly(), FigureMeasure.Cumulative, month));

    [Fact]
    public void What_a_figure_covers_depends_on_its_measure()
    {
        var quarter = new Indicator { Code = "Q", Name = "季", Frequency = Frequency.Quarter };
        Assert.Equal(["前三季度", "三季度", "前三季度"],
            new[] { FigureMeasure.Cumulative, FigureMeasure.CurrentGrowth, FigureMeasure.Rank }.Select(m => FigurePeriods.Span(quarter, m, 202609)));
        Assert.Equal("1—2月", FigurePeriods.Span(Monthly(January.Joined), FigureMeasure.Current, 202602));
        Assert.Equal("6月末",
            FigurePeriods.Span(new Indicator { Code = "E", Name = "存款", Accumulation = Accumulation.EndOfPeriod }, FigureMeasure.Current, 202606));
        var year = new Indicator { Code = "Y", Name = "年", Frequency = Frequency.Year };
        Assert.Equal(("全年", "2025年"),
            (FigurePeriods.Span(year, FigureMeasure.Cumulative, 202512), FigurePeriods.SpanOrYear(year, FigureMeasure.Cumulative, 202512)));
        Assert.Equal("前三季度", FigurePeriods.SpanOrYear(quarter, FigureMeasure.Cumulative, 202609));
    }
}
