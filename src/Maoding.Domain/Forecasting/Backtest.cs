namespace Maoding.Domain.Forecasting;

/// <summary>
/// Every method tried at the ends of the last periods, each time with nothing but the values up to there, on the values
/// that came after.
/// </summary>
internal sealed class Backtest
{
    /// <summary>Most ends that are tried.</summary>
    public const int MostOrigins = 36;

    /// <summary>Of a shorter series only the last value over again is tried, from its first value on.</summary>
    private const int FewestForMethods = Methods.FewestFitted + 2;

    /// <summary>So many ends tell enough to leave the mean of methods for one that missed less by a quarter; with fewer it must miss less by half.</summary>
    private const int ManyOrigins = 30;

    private Backtest(List<(int, double[]?[])> runs, double[] values, int season)
    {
        Runs = runs;
        MeanSize = runs.SelectMany(r => values[r.Item1..(r.Item1 + r.Item2[Methods.Naive]!.Length)]).Average(Math.Abs);
        Trials = [.. Enumerable.Range(0, Methods.Names.Count).Select(m => TrialOf(m, values, season))];
        Chosen = Choose();
    }

    /// <summary>Every method's forecasts from each end, by place in <see cref="Methods.Names"/>; the first is of the value at Origin.</summary>
    public IReadOnlyList<(int Origin, double[]?[] Forecasts)> Runs { get; }

    /// <summary>By place in <see cref="Methods.Names"/>; null for a method that could not be tried every time.</summary>
    public IReadOnlyList<Trial?> Trials { get; }

    /// <summary>Place of the method to use.</summary>
    public int Chosen { get; }

    /// <summary>How often each method was tried.</summary>
    public int Origins => Runs.Count;

    /// <summary>Mean size of the values that were forecast.</summary>
    public double MeanSize { get; }

    /// <param name="values">At least two.</param>
    public static Backtest Of(double[] values, int season, bool seasonal, int horizon)
    {
        var first = values.Length < FewestForMethods ? 1 : seasonal ? Math.Max(Methods.FewestFitted, season + (season / 2)) : Methods.FewestFitted;
        first = Math.Max(first, values.Length - MostOrigins);
        var runs = new List<(int, double[]?[])>();
        for (var origin = first; origin < values.Length; origin++)
            runs.Add((origin, Methods.Forecast(values.AsSpan(0, origin), season, seasonal, Math.Min(horizon, values.Length - origin))));
        return new Backtest(runs, values, season);
    }

    /// <summary>
    /// The forecasts that tell how far the chosen method may miss. The mean of methods is among them
    /// even where another was chosen: that one was partly lucky, or it would not stand out.
    /// </summary>
    public IEnumerable<(int Origin, double[] Forecasts)> Telling() =>
        from run in Runs
        from method in Trials[Methods.Mean] is null || Chosen == Methods.Mean ? [Chosen] : new[] { Chosen, Methods.Mean }
        select (run.Origin, run.Forecasts[method]!);

    private Trial? TrialOf(int method, double[] values, int season)
    {
        if (Runs.Any(r => r.Forecasts[method] is null)) return null;
        double error = 0, smape = 0;
        var count = 0;
        foreach (var (origin, forecasts) in Runs)
        {
            var steps = forecasts[method]!;
            for (var step = 0; step < steps.Length; step++, count++)
            {
                error += Math.Abs(steps[step] - values[origin + step]);
                smape += Accuracy.Smape(steps[step], values[origin + step]);
            }
        }

        var scale = Accuracy.MaseScale(values, season);
        return new Trial(Methods.Names[method], error / count, smape / count, scale > 0 ? error / count / scale : null);
    }

    /// <summary>The mean of methods, unless one was clearly better: small differences between methods do not last.</summary>
    private int Choose()
    {
        var best = Enumerable.Range(0, Trials.Count).Where(m => Trials[m] is not null).MinBy(m => Trials[m]!.Error);
        if (Trials[Methods.Mean] is not { } mean) return best;
        return Trials[best]!.Error < mean.Error * (Origins >= ManyOrigins ? 0.75 : 0.5) ? best : Methods.Mean;
    }
}
