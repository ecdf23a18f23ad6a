using Maoding.Domain.Forecasting;
using Xunit;

namespace Maoding.Domain.Tests.Forecasting;

/// <summary>Which month each value of a series belongs to.</summary>
public sealed class SeriesTests
{
    [Theory]
    [InlineData(202411, 12, 3, 202502)]
    [InlineData(202402, 11, 10, 202412)]
    [InlineData(202402, 11, 11, 202502)]
    [InlineData(202411, 11, 2, 202502)]
    [InlineData(202402, 11, -1, 202312)]
    [InlineData(202409, 4, 2, 202503)]
    [InlineData(202012, 1, 5, 202512)]
    public void Months_follow_the_season(int first, int season, int index, int month) =>
        Assert.Equal(month, new Series(first, [1], season).MonthAt(index));

    [Theory]
    [InlineData(202401, 11)]
    [InlineData(202402, 4)]
    [InlineData(202411, 1)]
    [InlineData(202413, 12)]
    [InlineData(202401, 6)]
    public void A_month_that_ends_no_period_is_refused(int first, int season) =>
        Assert.Throws<ArgumentException>(() => new Series(first, [1], season));

    [Fact]
    public void A_value_that_is_no_number_is_refused() =>
        Assert.Throws<ArgumentException>(() => new Series(202401, [1, double.NaN], 12));

    [Fact]
    public void Steps_to_December_count_the_periods_not_yet_known()
    {
        Assert.Equal(3, new Series(202602, [1, 2, 3, 4, 5, 6, 7, 8], 11).StepsTo(202612));
        Assert.Equal(0, new Series(202610, [1, 2, 3], 12).StepsTo(202612));
        Assert.Equal(1, new Series(202603, [1, 2, 3], 4).StepsTo(202612));
    }

    [Fact]
    public void Figures_of_the_year_so_far_become_the_periods_own()
    {
        var own = Series.OfCumulative(202511, [100, 112, 20, 31], 11)!;
        Assert.Equal([12, 20, 11], own.Values);
        Assert.Equal(202512, own.FirstMonth);
    }

    [Fact]
    public void A_series_that_opens_its_year_keeps_its_first_figure()
    {
        var own = Series.OfCumulative(202603, [5, 12], 4)!;
        Assert.Equal([5, 7], own.Values);
        Assert.Equal(202603, own.FirstMonth);
    }

    [Fact]
    public void One_figure_in_mid_year_tells_no_period() => Assert.Null(Series.OfCumulative(202606, [40], 12));
}
