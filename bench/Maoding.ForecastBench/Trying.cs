using Maoding.Domain.Forecasting;
using Maoding.Domain.Indicators;

namespace Maoding.ForecastBench;

/// <summary>The product's forecast, every method by itself, and two yardsticks, tallied over many series.</summary>
internal sealed class Trying
{
    private readonly Dictionary<string, Tally> _tallies = [];

    /// <summary>By name, in the order of first use.</summary>
    public IReadOnlyDictionary<string, Tally> Tallies => _tallies;

    /// <summary>How often each method was chosen.</summary>
    public Dictionary<string, int> Chosen { get; } = [];

    public Tally Steps { get; } = new();

    public Tally Sums { get; } = new();

    /// <summary>By the step, from 1.</summary>
    public SortedDictionary<int, Tally> ByStep { get; } = [];

    /// <summary>
    /// By tenths of the likelihood that a value is at least the last one known: how often that was said, the mean of what was said, how often it came so.
    /// </summary>
    public (int Said, double Mean, int Came)[] Likely { get; } = new (int, double, int)[10];

    /// <param name="firstMonth">yyyymm.</param>
    public void Try(int firstMonth, double[] past, double[] future, int season)
    {
        var forecast = Forecaster.Of(new Series(firstMonth, past, season), future.Length)!;
        Chosen[forecast.Method] = Chosen.GetValueOrDefault(forecast.Method) + 1;
        var scale = Accuracy.MaseScale(past, season);
        var methods = Methods.Forecast(past, season, past.Length >= 2 * season, future.Length);
        double sum = 0;
        for (var step = 0; step < future.Length; step++)
        {
            sum += future[step];
            Of("product").Add(forecast.Steps[step].Point, future[step], scale);
            Of("naive").Add(past[^1], future[step], scale);
            if (past.Length >= season) Of("seasonal naive").Add(past[past.Length - season + (step % season)], future[step], scale);
            for (var method = 0; method < methods.Length; method++)
            {
                if (methods[method] is { } alone) Of(Methods.Names[method]).Add(alone[step], future[step], scale);
            }

            var likelihood = forecast.Likelihood(step + 1, past[^1], Direction.Higher);
            ref var likely = ref Likely[likelihood / 100];
            likely = (likely.Said + 1, likely.Mean + ((likelihood / 10.0) - likely.Mean) / (likely.Said + 1), likely.Came + (future[step] >= past[^1] ? 1 : 0));
            Steps.Add(forecast.Steps[step], future[step]);
            Sums.Add(forecast.SumOf(step + 1), sum);
            if (!ByStep.TryGetValue(step + 1, out var tally)) ByStep[step + 1] = tally = new Tally();
            tally.Add(forecast.Steps[step], future[step]);
        }
    }

    private Tally Of(string name) => _tallies.TryGetValue(name, out var tally) ? tally : _tallies[name] = new Tally();
}
