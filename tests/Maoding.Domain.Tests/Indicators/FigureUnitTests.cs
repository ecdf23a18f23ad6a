using Maoding.Domain.Indicators;
using Xunit;

namespace Maoding.Domain.Tests.Indicators;

/// <summary>What unit a figure is said in, and the difference of two.</summary>
public sealed class FigureUnitTests
{
    [Theory]
    [InlineData(FigureKind.Level, "亿元", FigureMeasure.Cumulative, "亿元", "亿元")]
    [InlineData(FigureKind.Level, "亿元", FigureMeasure.CumulativeGrowth, "%", "个百分点")]
    [InlineData(FigureKind.Growth, "%", FigureMeasure.CurrentGrowth, "%", "个百分点")]
    [InlineData(FigureKind.Ratio, "%", FigureMeasure.Cumulative, "%", "个百分点")]
    [InlineData(FigureKind.Ratio, "%", FigureMeasure.CumulativeGrowth, "个百分点", "个百分点")]
    [InlineData(FigureKind.Ratio, "‰", FigureMeasure.Current, "‰", "个千分点")]
    [InlineData(FigureKind.Ratio, "‰", FigureMeasure.CurrentGrowth, "个千分点", "个千分点")]
    [InlineData(FigureKind.Index, "分", FigureMeasure.ChainGrowth, "分", "分")]
    [InlineData(FigureKind.Level, "亿元", FigureMeasure.Rank, "位", "位")]
    public void Growth_is_percent_and_the_change_of_a_percentage_is_points(
        FigureKind kind, string of, FigureMeasure measure, string value, string difference) =>
        Assert.Equal(new FigureUnit(value, difference), FigureUnit.Of(new Indicator { Code = "X", Name = "某", Kind = kind, Unit = of }, measure));

    [Fact]
    public void Numbers_keep_their_decimals_and_places_have_none()
    {
        Assert.Equal(("8.0%", "0.40个百分点"), (new FigureUnit("%", "个百分点").Words(8, 1), new FigureUnit("%", "个百分点").DifferenceWords(-0.4m, 2)));
        Assert.Equal(("第3位", "2位"), (new FigureUnit("位", "位").Words(3, 1), new FigureUnit("位", "位").DifferenceWords(2, 1)));
    }

    [Fact]
    public void A_heading_drops_the_measure_word_of_points_only()
    {
        Assert.Equal("百分点", new FigureUnit("个百分点", "个百分点").Heading);
        Assert.Equal("个", new FigureUnit("个", "个").Heading);
    }
}
