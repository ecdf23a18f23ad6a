namespace Maoding.Domain.Forecasting;

/// <summary>How a year's periods differ from each other.</summary>
internal enum SeasonalKind
{
    None,
    Additive,
    Multiplicative,
}

/// <summary>
/// The classical decomposition: each period's mean distance from the centred moving average of a year, or ratio to it.
/// Late years weigh more, and what chance alone would leave of a difference between periods is taken off it.
/// </summary>
internal sealed class Seasonality
{
    /// <summary>One-sided 5 % of the normal distribution.</summary>
    private const double Critical = 1.645;

    /// <summary>Weight of a year beside the next.</summary>
    private const double YearWeight = 0.8;

    /// <summary>Times the variance of chance that is taken off; from 1 to 3 the bench hardly changes.</summary>
    private const double Caution = 1.5;

    private readonly double[] _indices;

    private Seasonality(SeasonalKind kind, double[] indices) => (Kind, _indices) = (kind, indices);

    public static Seasonality None { get; } = new(SeasonalKind.None, [0]);

    public SeasonalKind Kind { get; }

    /// <summary>Of a series whose changes repeat by the year more than chance would have it; multiplicative where all values are above 0.</summary>
    public static Seasonality Of(ReadOnlySpan<double> values, int season)
    {
        if (season < 2 || values.Length < 2 * season || !Repeats(values, season)) return None;
        var kind = values.ContainsAnyInRange(double.NegativeInfinity, 0) ? SeasonalKind.Additive : SeasonalKind.Multiplicative;
        return new Seasonality(kind, Indices(values, season, kind));
    }

    public double[] Remove(ReadOnlySpan<double> values)
    {
        var rest = new double[values.Length];
        for (var t = 0; t < rest.Length; t++)
        {
            var index = _indices[t % _indices.Length];
            rest[t] = Kind == SeasonalKind.Multiplicative ? values[t] / index : values[t] - index;
        }

        return rest;
    }

    /// <summary>Puts the season back on forecasts whose first stands at <paramref name="start"/> of the series.</summary>
    public double[] PutBack(double[] forecasts, int start)
    {
        var whole = new double[forecasts.Length];
        for (var step = 0; step < whole.Length; step++)
        {
            var index = _indices[(start + step) % _indices.Length];
            whole[step] = Kind == SeasonalKind.Multiplicative ? forecasts[step] * index : forecasts[step] + index;
        }

        return whole;
    }

    /// <summary>
    /// The autocorrelation of the changes at a year's distance against its standard error after
    /// Bartlett. Changes, because a trend alone makes values look alike after a year.
    /// </summary>
    private static bool Repeats(ReadOnlySpan<double> values, int season)
    {
        var changes = new double[values.Length - 1];
        for (var t = 0; t < changes.Length; t++) changes[t] = values[t + 1] - values[t];
        var mean = changes.Average();
        double whole = 0, squares = 0, atSeason = 0;
        foreach (var change in changes) whole += (change - mean) * (change - mean);
        if (whole <= 0) return false;
        for (var lag = 1; lag <= season; lag++)
        {
            double sum = 0;
            for (var t = lag; t < changes.Length; t++) sum += (changes[t] - mean) * (changes[t - lag] - mean);
            atSeason = sum / whole;
            if (lag < season) squares += atSeason * atSeason;
        }

        return atSeason > Critical * Math.Sqrt((1 + (2 * squares)) / changes.Length);
    }

    private static double[] Indices(ReadOnlySpan<double> values, int season, SeasonalKind kind)
    {
        var neutral = kind == SeasonalKind.Multiplicative ? 1.0 : 0.0;
        var distances = Distances(values, season, kind);
        double[] sums = new double[season], weights = new double[season], squaredWeights = new double[season];
        foreach (var (t, distance) in distances)
        {
            var weight = Math.Pow(YearWeight, (values.Length - 1.0 - t) / season);
            sums[t % season] += weight * distance;
            weights[t % season] += weight;
            squaredWeights[t % season] += weight * weight;
        }

        for (var place = 0; place < season; place++) sums[place] /= weights[place];
        var mean = sums.Average();
        double chance = 0, spread = 0;
        foreach (var (t, distance) in distances) chance += (distance - sums[t % season]) * (distance - sums[t % season]);
        chance /= Math.Max(1, distances.Count - season);
        for (var place = 0; place < season; place++)
        {
            sums[place] = kind == SeasonalKind.Multiplicative ? sums[place] / mean : sums[place] - mean;
            spread += (sums[place] - neutral) * (sums[place] - neutral) / (season - 1);
            weights[place] = squaredWeights[place] / (weights[place] * weights[place]);
        }

        var kept = spread > 0 ? Math.Max(0, 1 - (Caution * chance * weights.Average() / spread)) : 0;
        return [.. sums.Select(s => neutral + (kept * (s - neutral)))];
    }

    /// <summary>Each value's distance from, or ratio to, the mean of the year around it.</summary>
    private static List<(int Time, double Distance)> Distances(ReadOnlySpan<double> values, int season, SeasonalKind kind)
    {
        var half = season / 2;
        var distances = new List<(int, double)>(values.Length);
        for (var t = half; t < values.Length - half; t++)
        {
            double sum = 0;
            for (var near = t - half; near <= t + half; near++) sum += values[near];
            if (season % 2 == 0) sum -= (values[t - half] + values[t + half]) / 2;
            var middle = sum / season;
            distances.Add((t, kind == SeasonalKind.Multiplicative ? values[t] / middle : values[t] - middle));
        }

        return distances;
    }
}
