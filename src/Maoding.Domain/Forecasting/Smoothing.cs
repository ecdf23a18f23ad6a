namespace Maoding.Domain.Forecasting;

/// <summary>Exponential smoothing; its parameters are those whose forecasts one step ahead missed least in squares.</summary>
internal static class Smoothing
{
    /// <summary>Simple smoothing: the last level, for every step.</summary>
    public static double Level(ReadOnlySpan<double> values)
    {
        double best = double.PositiveInfinity, alpha = 0.5;
        for (var grid = 1; grid <= 20; grid++) Try(values, grid * 0.05, ref best, ref alpha);
        for (var step = 0.025; step > 0.002; step /= 2)
        {
            var middle = alpha;
            Try(values, Math.Max(0.01, middle - step), ref best, ref alpha);
            Try(values, Math.Min(1, middle + step), ref best, ref alpha);
        }

        return Simple(values, alpha).Level;
    }

    /// <summary>A trend that fades by the same part with each step.</summary>
    public static double[] DampedTrend(ReadOnlySpan<double> values, int horizon)
    {
        var best = new Damped(0.5, 0.1, 0.9);
        var least = double.PositiveInfinity;
        foreach (var alpha in (ReadOnlySpan<double>)[0.1, 0.4, 0.8])
        {
            foreach (var beta in (ReadOnlySpan<double>)[0.02, 0.15])
            {
                foreach (var phi in (ReadOnlySpan<double>)[0.85, 0.95]) Try(values, new Damped(alpha, beta, phi), ref least, ref best);
            }
        }

        for (var step = 0.5; step > 0.05; step /= 2)
        {
            var middle = best;
            Try(values, middle with { Alpha = Math.Max(0.01, middle.Alpha - (0.3 * step)) }, ref least, ref best);
            Try(values, middle with { Alpha = Math.Min(1, middle.Alpha + (0.3 * step)) }, ref least, ref best);
            Try(values, middle with { Beta = Math.Max(0.001, middle.Beta - (0.1 * step)) }, ref least, ref best);
            Try(values, middle with { Beta = Math.Min(0.5, middle.Beta + (0.1 * step)) }, ref least, ref best);
            Try(values, middle with { Phi = Math.Max(0.8, middle.Phi - (0.06 * step)) }, ref least, ref best);
            Try(values, middle with { Phi = Math.Min(0.98, middle.Phi + (0.06 * step)) }, ref least, ref best);
        }

        var (_, level, trend) = best.Run(values);
        var forecasts = new double[horizon];
        double fading = best.Phi, sum = 0;
        for (var step = 0; step < horizon; step++, fading *= best.Phi)
        {
            sum += fading;
            forecasts[step] = level + (sum * trend);
        }

        return forecasts;
    }

    private static void Try(ReadOnlySpan<double> values, double tried, ref double best, ref double alpha)
    {
        var (error, _) = Simple(values, tried);
        if (error < best) (best, alpha) = (error, tried);
    }

    private static void Try(ReadOnlySpan<double> values, Damped tried, ref double least, ref Damped best)
    {
        var (error, _, _) = tried.Run(values);
        if (error < least) (least, best) = (error, tried);
    }

    private static (double Error, double Level) Simple(ReadOnlySpan<double> values, double alpha)
    {
        double level = values[0], squares = 0;
        for (var t = 1; t < values.Length; t++)
        {
            var error = values[t] - level;
            squares += error * error;
            level += alpha * error;
        }

        return (squares, level);
    }

    /// <param name="Alpha">Weight of a new value in the level.</param>
    /// <param name="Beta">Weight of its error in the trend.</param>
    /// <param name="Phi">What remains of the trend after a step.</param>
    private readonly record struct Damped(double Alpha, double Beta, double Phi)
    {
        /// <summary>Begins with the mean change of the first values, at most ten.</summary>
        public (double Error, double Level, double Trend) Run(ReadOnlySpan<double> values)
        {
            var early = Math.Min(10, values.Length - 1);
            double trend = (values[early] - values[0]) / early, level = values[0] - trend, squares = 0;
            foreach (var value in values)
            {
                var ahead = level + (Phi * trend);
                var error = value - ahead;
                squares += error * error;
                level = ahead + (Alpha * error);
                trend = (Phi * trend) + (Beta * error);
            }

            return (squares, level, trend);
        }
    }
}
