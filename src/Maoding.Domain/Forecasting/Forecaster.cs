namespace Maoding.Domain.Forecasting;

/// <summary>Forecasts a series by the method that stood the test of its own past. The same values always give the same forecast.</summary>
public static class Forecaster
{
    /// <summary>Fewer values tell nothing of their own spread.</summary>
    public const int FewestValues = 4;

    /// <summary>What to say where <see cref="Of"/> is null.</summary>
    public const string TooFew = "数据不足4期，无法预测";

    /// <summary>Null: too few values to tell.</summary>
    /// <param name="horizon">Periods ahead, at least 1.</param>
    public static Forecast? Of(Series series, int horizon)
    {
        ArgumentNullException.ThrowIfNull(series);
        ArgumentOutOfRangeException.ThrowIfLessThan(horizon, 1);
        var values = series.Numbers;
        if (values.Length < FewestValues) return null;
        var seasonal = series.Season > 1 && values.Length >= 2 * series.Season;
        var backtest = Backtest.Of(values, series.Season, seasonal, horizon);
        var points = Methods.Forecast(values, series.Season, seasonal, horizon)[backtest.Chosen]!;
        var relative = seasonal && FarFromZero(values) && backtest.Telling().All(r => r.Forecasts.All(f => f > 0)) && points.All(p => p > 0);
        var runs = backtest.Telling().Select(r => (r.Forecasts, values[r.Origin..(r.Origin + r.Forecasts.Length)])).ToList();
        var steps = Steps(points, Spread.Of(runs, backtest.Origins, relative, Spread.HiddenGrowth), relative);
        var means = runs.Select(r => (Means(r.Forecasts), Means(r.Item2))).ToList();
        var sums = Sums(points, Spread.Of(means, backtest.Origins, relative, Spread.HiddenGrowthOfSums), relative);
        sums[0] = steps[0];
        var months = Enumerable.Range(0, horizon).Select(s => series.MonthAt(values.Length + s));
        return new Forecast(ForecastWords.Why(series, backtest, relative), backtest, [.. months], steps, sums);
    }

    private static Prospect[] Steps(double[] points, Spread spread, bool relative) =>
        [.. points.Select((point, i) => spread.At(i + 1, point, relative ? point : 1))];

    private static Prospect[] Sums(double[] points, Spread spread, bool relative) =>
        [.. Means(points).Select((mean, i) => spread.At(i + 1, mean * (i + 1), (i + 1) * (relative ? mean : 1)))];

    /// <summary>The mean of the first values, for each number of them.</summary>
    private static double[] Means(double[] values)
    {
        double sum = 0;
        return [.. values.Select((value, i) => (sum += value) / (i + 1))];
    }

    /// <summary>Misses grow with the level where a level is what the series has; growth rates and balances come near 0.</summary>
    private static bool FarFromZero(double[] values)
    {
        var mean = values.Average();
        return values.Min() > 0 && Math.Sqrt(values.Average(v => (v - mean) * (v - mean))) < mean / 2;
    }
}
