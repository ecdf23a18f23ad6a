using Maoding.Domain.Projects;
using Xunit;

namespace Maoding.Domain.Tests.Projects;

/// <summary>The year's investment reckoned by hand: 1,200 planned in even months, known up to July.</summary>
public class YearForecastTests
{
    private const int July = 202607;

    [Fact]
    public void What_is_built_goes_on_at_its_pace()
    {
        // Planned 700 by July, done 560: 0.8 of it; 500 are left, 0.8 of them are 400.
        var forecast = Assert.Single(YearForecast.Of([Building(80)], July, null));
        Assert.Equal((560m, 400m, 960m, 960m, ForecastWay.Pace, 0.8m),
            (forecast.Done, forecast.Coming, forecast.Low, forecast.High, forecast.Way, forecast.Pace));
    }

    [Fact]
    public void Last_years_season_is_the_other_way_and_the_mean_stands_between()
    {
        // By season: half of the year was done by July, so another 560 come; by pace 400; the mean is 480.
        var forecast = Assert.Single(YearForecast.Of([Building(80)], July, 0.5m));
        Assert.Equal((480m, 960m, 1120m, ForecastWay.PaceAndSeason), (forecast.Coming, forecast.Low, forecast.High, forecast.Way));
    }

    [Fact]
    public void What_began_this_year_has_no_season() =>
        Assert.Equal(ForecastWay.Pace, YearForecast.Of([Building(80) with { StartedOn = new DateOnly(2026, 2, 1) }], July, 0.5m)[0].Way);

    [Fact]
    public void A_start_that_moves_takes_its_months_along()
    {
        // Planned 300 a month from September; it can start in November only: September's and October's months fall into
        // November and December, 600, at the pace of the one that is built, 0.8: 480.
        var waiting = new ForecastProject(
            2, Stage.Preparing, YearClass.Starting, 1200, 9000, new DateOnly(2026, 9, 10), null, new DateOnly(2026, 11, 3), Months(9, 300, null));
        var forecast = YearForecast.Of([Building(80), waiting], July, null)[1];
        Assert.Equal((480m, 2, ForecastWay.Start), (forecast.Coming, forecast.Delay, forecast.Way));
    }

    [Fact]
    public void What_waits_past_its_day_moves_even_without_procedures()
    {
        // To start in May, not begun by the end of July: August at the earliest, three months late; May to September come in
        // August to December, 5 of the 8 planned months.
        var waiting = new ForecastProject(2, Stage.Preparing, YearClass.Starting, 800, 9000, new DateOnly(2026, 5, 4), null, null, Months(5, 100, null));
        var forecast = Assert.Single(YearForecast.Of([waiting], July, null));
        Assert.Equal((500m, 3), (forecast.Coming, forecast.Delay));
    }

    [Theory]
    [InlineData(Stage.Completed)]
    [InlineData(Stage.Suspended)]
    public void What_is_over_brings_no_more(Stage stage) =>
        Assert.Equal((560m, ForecastWay.None), (YearForecast.Of([Building(80) with { Stage = stage }], July, 0.5m)[0] is var f ? (f.Total, f.Way) : default));

    [Fact]
    public void No_more_comes_than_the_project_costs() =>
        Assert.Equal(600m, YearForecast.Of([Building(80) with { Left = 600 }], July, 0.5m)[0].Total);

    [Fact]
    public void A_season_wants_five_projects()
    {
        IReadOnlyList<decimal> even = [.. Enumerable.Repeat(10m, 12)];
        Assert.Null(YearForecast.SeasonOf([even, even, even, even], 6));
        Assert.Equal(0.5m, YearForecast.SeasonOf([even, even, even, even, even], 6));
    }

    private static ForecastProject Building(decimal done) =>
        new(1, Stage.Building, YearClass.Continuing, 1200, 9000, new DateOnly(2025, 3, 1), new DateOnly(2025, 3, 8), null, Months(1, 100, done));

    private static List<MonthMoney> Months(int from, decimal planned, decimal? done) =>
        [.. Enumerable.Range(1, 12).Select(m => new MonthMoney(202600 + m, m >= from ? planned : 0, m <= 7 ? done : null))];
}
