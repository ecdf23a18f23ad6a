namespace Maoding.Domain.Forecasting;

/// <summary>The usual measures of a forecast's error.</summary>
public static class Accuracy
{
    /// <summary>One forecast's part of sMAPE, as the M3 competition has it: 0 to 200; 0 where both are 0.</summary>
    public static double Smape(double forecast, double actual)
    {
        var size = Math.Abs(forecast) + Math.Abs(actual);
        return size > 0 ? 200 * Math.Abs(forecast - actual) / size : 0;
    }

    /// <summary>
    /// What MASE divides by (Hyndman and Koehler, 2006): the mean miss, inside the series, of last year's value, or of the
    /// last value where there are not two years. 0 where nothing ever changed.
    /// </summary>
    public static double MaseScale(ReadOnlySpan<double> values, int season)
    {
        var lag = values.Length >= 2 * season ? season : 1;
        double sum = 0;
        for (var t = lag; t < values.Length; t++) sum += Math.Abs(values[t] - values[t - lag]);
        return values.Length > lag ? sum / (values.Length - lag) : 0;
    }
}
