using System.Globalization;
using Maoding.Domain.Forecasting;
using Maoding.TestKit;
using Xunit;

namespace Maoding.Domain.Tests.Forecasting;

/// <summary>What the forecasts must reach on the 646 monthly series of the M3 competition; bench/Maoding.ForecastBench says more.</summary>
public sealed class RealSeriesTests
{
    [Fact]
    public void Errors_and_intervals_keep_their_bounds_on_the_series_of_the_M3_competition()
    {
        Assert.SkipWhen(Corpus.Data is null, "no ../shared/data beside this checkout");
        double smape = 0, within80 = 0, within95 = 0, sums80 = 0, points = 0;
        foreach (var row in File.ReadLines(Path.Combine(Corpus.Data, "m3-monthly.csv")).Skip(1))
        {
            var fields = row.Split(',');
            double[] past = Numbers(fields[3]), future = Numbers(fields[4]);
            var forecast = Forecaster.Of(new Series(199001, past, 12), future.Length)!;
            double sum = 0;
            for (var step = 0; step < future.Length; step++)
            {
                var prospect = forecast.Steps[step];
                sum += future[step];
                smape += Accuracy.Smape(prospect.Point, future[step]);
                if (future[step] >= prospect.Low80 && future[step] <= prospect.High80) within80++;
                if (future[step] >= prospect.Low95 && future[step] <= prospect.High95) within95++;
                if (sum >= forecast.SumOf(step + 1).Low80 && sum <= forecast.SumOf(step + 1).High80) sums80++;
                points++;
            }
        }

        Assert.Equal(646 * 18, points);
        Assert.InRange(smape / points, 8.0, 9.2);
        Assert.InRange(within80 / points, 0.75, 0.87);
        Assert.InRange(within95 / points, 0.92, 0.97);
        Assert.InRange(sums80 / points, 0.75, 0.87);
    }

    private static double[] Numbers(string list) => [.. list.Split(';').Select(w => double.Parse(w, CultureInfo.InvariantCulture))];
}
