namespace Maoding.Domain.Forecasting;

/// <summary>
/// The Theta method (Assimakopoulos and Nikolopoulos, 2000): the mean of the straight line through the values and of the
/// simple smoothing of a second line that bends away from it twice as far as the values do.
/// </summary>
internal static class Theta
{
    public static double[] Forecast(ReadOnlySpan<double> values, int horizon)
    {
        var (start, slope) = Line(values);
        var second = new double[values.Length];
        for (var t = 0; t < second.Length; t++) second[t] = (2 * values[t]) - (start + (slope * t));
        var level = Smoothing.Level(second);
        var forecasts = new double[horizon];
        for (var step = 0; step < horizon; step++) forecasts[step] = (level + start + (slope * (values.Length + step))) / 2;
        return forecasts;
    }

    /// <summary>By least squares; time runs from 0.</summary>
    private static (double Start, double Slope) Line(ReadOnlySpan<double> values)
    {
        double middle = (values.Length - 1) / 2.0, mean = 0, slope = 0, spread = 0;
        foreach (var value in values) mean += value / values.Length;
        for (var t = 0; t < values.Length; t++)
        {
            slope += (t - middle) * (values[t] - mean);
            spread += (t - middle) * (t - middle);
        }

        slope = spread > 0 ? slope / spread : 0;
        return (mean - (slope * middle), slope);
    }
}
