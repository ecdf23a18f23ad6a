namespace Maoding.Domain.Forecasting;

/// <summary>
/// How far forecasts miss by the step: the backtest's mean misses, drawn into one curve a × step^b, because a few
/// overlapping runs say little of each step by itself. The constants were set on the bench's series; see docs/adr/0016.
/// </summary>
internal sealed class Spread
{
    /// <summary>What b is before anything was measured, and how much that counts.</summary>
    private const double UsualGrowth = 0.3, UsualWeight = 4;

    /// <summary>Runs one after another share their surprises, so the past shows less growth with the step than the future has.</summary>
    public const double HiddenGrowth = 0.1, HiddenGrowthOfSums = 0.05;

    /// <summary>Scale beside the mean miss: what makes four fifths of the outcomes fall between <see cref="Prospect.Low80"/> and High80.</summary>
    private const double Calibration = 0.6;

    private readonly double _scale, _growth, _tail;

    private Spread(double scale, double growth, double tail) => (_scale, _growth, _tail) = (scale, growth, tail);

    /// <param name="runs">Forecasts and what came.</param>
    /// <param name="origins">How many ends they start from.</param>
    /// <param name="relative">Misses counted as shares of their forecast.</param>
    /// <param name="hiddenGrowth">One of the two above.</param>
    public static Spread Of(IReadOnlyList<(double[] Forecasts, double[] Actuals)> runs, int origins, bool relative, double hiddenGrowth)
    {
        double weights = 0, x = 0, y = 0, xx = 0, xy = 0;
        for (var step = 0; step < runs.Max(r => r.Forecasts.Length); step++)
        {
            var misses = runs.Where(r => step < r.Forecasts.Length)
                .Select(r => Math.Abs(r.Actuals[step] - r.Forecasts[step]) / (relative ? r.Forecasts[step] : 1)).ToList();
            var mean = misses.Average();
            if (mean <= 0) continue;
            double weight = (double)misses.Count * origins / runs.Count / (step + 1), log = Math.Log(step + 1);
            weights += weight;
            x += weight * log;
            y += weight * Math.Log(mean);
            xx += weight * log * log;
            xy += weight * log * Math.Log(mean);
        }

        // Few runs may have been lucky ones.
        var tail = Math.Min(0.8, 0.2 + (1.9 / origins));
        if (weights <= 0) return new Spread(0, 0, tail);
        var growth = (xy - (x * y / weights) + (UsualWeight * UsualGrowth)) / (xx - (x * x / weights) + UsualWeight);
        growth = Math.Clamp(growth, 0, 1);
        var scale = Math.Exp((y - (growth * x)) / weights) * Calibration * (1 + (1.0 / origins));
        return new Spread(scale, growth + hiddenGrowth, tail);
    }

    /// <param name="step">From 1.</param>
    /// <param name="size">What the curve is multiplied by: the forecast where misses are shares, or the number of steps in a mean.</param>
    public Prospect At(int step, double point, double size) => new(point, _scale * Math.Pow(step, _growth) * size, _tail);
}
