using System.Globalization;
using Maoding.Domain.Indicators;
using Xunit;

namespace Maoding.Domain.Tests.Indicators;

/// <summary>Figures as written: the decimals are part of them.</summary>
public sealed class FigureTextTests
{
    [Theory]
    [InlineData("8.0", "8.0", 1)]
    [InlineData("8", "8", 0)]
    [InlineData(" -1.25 ", "-1.25", 2)]
    [InlineData("1,234.50", "1234.50", 2)]
    [InlineData("８．０％", "8.0", 1)]
    [InlineData("−0.3", "-0.3", 1)]
    [InlineData("+4", "4", 0)]
    [InlineData("0.000001", "0.000001", 6)]
    public void Decimals_stay_as_published(string text, string shown, int decimals)
    {
        var value = FigureText.Read(text)!.Value;
        Assert.Equal(shown, value.ToString());
        Assert.Equal(decimals, value.Decimals);
    }

    [Theory]
    [InlineData("八")]
    [InlineData("8.0.1")]
    [InlineData("12,34")]
    [InlineData("8.")]
    [InlineData("1e5")]
    [InlineData("—")]
    [InlineData("0.0000001")]
    [InlineData("1000000000000")]
    public void What_is_no_figure_is_refused(string text) => Assert.Equal("FIG002", Assert.Throws<RefusalException>(() => FigureText.Read(text)).Code);

    [Fact]
    public void Nothing_is_no_figure_at_all()
    {
        Assert.Null(FigureText.Read("  "));
        Assert.Null(FigureText.Read(null));
    }

    [Fact]
    public void Zeros_that_a_spreadsheet_dropped_are_put_back_and_none_is_taken()
    {
        Assert.Equal("8.0", FigureText.Padded(new FigureValue(8, 0), 1).ToString());
        Assert.Equal("8.25", FigureText.Padded(new FigureValue(8.25m, 2), 1).ToString());
        Assert.Equal("8", FigureText.Padded(new FigureValue(8, 0), null).ToString());
    }

    [Fact]
    public void Every_figure_reads_back_as_it_is_shown()
    {
        var random = new Random(5);
        for (var i = 0; i < 2000; i++)
        {
            var decimals = random.Next(0, FigureText.MostDecimals + 1);
            var value = decimal.Round((decimal)((random.NextDouble() - 0.5) * 1e9), decimals);
            var shown = FigureText.Of(value, decimals);
            Assert.Equal((value, decimals), (FigureText.Read(shown)!.Value.Value, FigureText.Read(shown)!.Value.Decimals));
            Assert.Equal(decimals == 0 ? 0 : decimals, shown.Contains('.', StringComparison.Ordinal) ? shown.Length
                - shown.IndexOf('.', StringComparison.Ordinal) - 1 : 0);
            Assert.Equal(value, decimal.Parse(shown, CultureInfo.InvariantCulture));
        }
    }
}
