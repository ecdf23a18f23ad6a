using Maoding.Shared.Charts;
using Xunit;

namespace Maoding.Tests.Shared;

/// <summary>Charts are made on the server and read without colour.</summary>
public sealed class LineChartTests
{
    [Theory]
    [InlineData("5.2", "7.9", false, "5 6 7 8")]
    [InlineData("0", "812", false, "0 500 1000")]
    [InlineData("1", "4", true, "1 2 3 4")]
    [InlineData("5", "5", false, "4.0 4.5 5.0 5.5 6.0")]
    [InlineData("-3.4", "7.1", false, "-5 0 5 10")]
    public void Marks_are_round_numbers_that_hold_all_values(string least, string most, bool isWhole, string marks)
    {
        static decimal Of(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
        var scale = ChartScale.Of(Of(least), Of(most), isWhole);
        Assert.Equal(marks, string.Join(' ', scale.Ticks.Select(scale.Words)));
    }

    [Fact]
    public void Lines_differ_by_dashes_and_marks_and_words_are_encoded()
    {
        var html = Html(new LineChart("c", "走势<1>", "说明", ["1月", "2月"], "%")
        {
            Series = [new ChartSeries("本区", [5m, 6m], ChartStyle.Actual),
                new ChartSeries("应达到", [5.5m, 5.5m], ChartStyle.Planned), new ChartSeries("全市", [4m, null], ChartStyle.Other)],
            Band = new ChartBand("范围", [(5m, 6m), (5.5m, 7m)]),
            Levels = [new ChartLevel("目标6%", 6m)],
        });
        Assert.Contains("走势&lt;1&gt;", html, StringComparison.Ordinal);
        Assert.Contains("aria-labelledby=\"c-title c-desc\"", html, StringComparison.Ordinal);
        Assert.Equal(2, html.Split("<polyline").Length - 1);
        Assert.Contains("stroke-dasharray=\"7 4\"", html, StringComparison.Ordinal);
        Assert.Contains("<polygon class=\"band\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("style=", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_value_there_is_no_chart() =>
        Assert.Empty(Html(
            new LineChart("c", "走势", "", ["1月"], "%") { Series = [new ChartSeries("本区", [null], ChartStyle.Actual)], Levels = [new ChartLevel("目标", 6)] }));

    [Fact]
    public void Upside_down_the_first_rank_stands_on_top()
    {
        var html = Html(new LineChart("c", "位次", "", ["1月", "2月"], "位") { Series = [new ChartSeries("本区", [1m, 4m], ChartStyle.Before)], IsUpsideDown = true });
        var points = html.Split("points=\"")[1].Split('"')[0].Split(' ')
            .Select(p => decimal.Parse(p.Split(',')[1], System.Globalization.CultureInfo.InvariantCulture)).ToList();
        Assert.True(points[0] < points[1]);
    }

    private static string Html(LineChart chart)
    {
        using var writer = new StringWriter();
        chart.Html().WriteTo(writer, Maoding.Shared.Markup.Encoder);
        return writer.ToString();
    }
}
