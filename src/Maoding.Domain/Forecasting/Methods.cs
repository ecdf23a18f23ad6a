namespace Maoding.Domain.Forecasting;

/// <summary>The methods that are tried, by their place in <see cref="Names"/>.</summary>
internal static class Methods
{
    public const int Naive = 0, SeasonalNaive = 1, YearOnYear = 2, Simple = 3, Damped = 4, Theta = 5, Mean = 6;

    public static IReadOnlyList<string> Names { get; } = ["上期值", "上年同期值", "同比推算", "指数平滑", "阻尼趋势", "Theta法", "组合"];

    /// <summary>Fewest values for the methods with fitted parameters.</summary>
    public const int FewestFitted = 5;

    /// <summary>Every method's forecasts, by its place; null where it cannot be used on so few values.</summary>
    /// <param name="seasonal">Whether the year's shape may be used.</param>
    public static double[]?[] Forecast(ReadOnlySpan<double> values, int season, bool seasonal, int horizon)
    {
        var all = new double[]?[Names.Count];
        all[Naive] = Flat(values[^1], horizon);
        seasonal &= season > 1;
        if (seasonal && values.Length >= season) all[SeasonalNaive] = LastYear(values, season, horizon);
        if (seasonal && values.Length >= season + (season / 2)) all[YearOnYear] = Repeated(values, season, horizon);
        if (values.Length < FewestFitted) return all;
        var shape = seasonal ? Seasonality.Of(values, season) : Seasonality.None;
        var rest = shape.Remove(values);
        all[Simple] = shape.PutBack(Flat(Smoothing.Level(rest), horizon), rest.Length);
        all[Damped] = shape.PutBack(Smoothing.DampedTrend(rest, horizon), rest.Length);
        all[Theta] = shape.PutBack(Forecasting.Theta.Forecast(rest, horizon), rest.Length);
        all[Mean] = MeanOf([all[Damped]!, all[Theta]!, .. all[YearOnYear] is { } years ? [years] : Array.Empty<double[]>()]);
        return all;
    }

    private static double[] Flat(double value, int horizon)
    {
        var forecasts = new double[horizon];
        Array.Fill(forecasts, value);
        return forecasts;
    }

    private static double[] LastYear(ReadOnlySpan<double> values, int season, int horizon)
    {
        var forecasts = new double[horizon];
        for (var step = 0; step < horizon; step++) forecasts[step] = values[values.Length - season + (step % season)];
        return forecasts;
    }

    /// <summary>
    /// Last year's values changed as the last half year changed against the same half a year earlier; half of that change
    /// comes on top with each further year. By ratio where all these values are above 0, else by difference.
    /// </summary>
    private static double[] Repeated(ReadOnlySpan<double> values, int season, int horizon)
    {
        var half = season / 2;
        double late = 0, early = 0;
        for (var t = values.Length - half; t < values.Length; t++) (late, early) = (late + values[t], early + values[t - season]);
        var byRatio = !values[^(season + half)..].ContainsAnyInRange(double.NegativeInfinity, 0);
        var change = byRatio ? (late / early) - 1 : (late - early) / half;
        var forecasts = LastYear(values, season, horizon);
        for (var step = 0; step < horizon; step++)
        {
            var changes = change * (2 - Math.Pow(0.5, step / season));
            forecasts[step] = byRatio ? forecasts[step] * (1 + changes) : forecasts[step] + changes;
        }

        return forecasts;
    }

    private static double[] MeanOf(ReadOnlySpan<double[]> forecasts)
    {
        var mean = new double[forecasts[0].Length];
        foreach (var one in forecasts)
        {
            for (var step = 0; step < mean.Length; step++) mean[step] += one[step] / forecasts.Length;
        }

        return mean;
    }
}
