using Maoding.Domain.Indicators;

namespace Maoding.Domain.Forecasting;

/// <summary>A method that was tried on the past of the series.</summary>
/// <param name="Method">Its Chinese name.</param>
/// <param name="Error">Mean absolute error in the series' unit.</param>
/// <param name="Smape">Percent, 0 to 200.</param>
/// <param name="Mase">Null where the series never changed.</param>
public sealed record Trial(string Method, double Error, double Smape, double? Mase);

/// <summary>The next values of a series, never without how far they may be off.</summary>
public sealed class Forecast
{
    internal Forecast(string why, Backtest backtest, IReadOnlyList<int> months, IReadOnlyList<Prospect> steps, IReadOnlyList<Prospect> sums)
    {
        Why = why;
        Tried = [.. backtest.Trials.OfType<Trial>()];
        Chosen = backtest.Trials[backtest.Chosen]!;
        (Months, Steps, Sums) = (months, steps, sums);
    }

    /// <summary>The Chinese name of the method.</summary>
    public string Method => Chosen.Method;

    /// <summary>In Chinese: what was tried, how far each was off, why this one.</summary>
    public string Why { get; }

    /// <summary>Every method that could be tried.</summary>
    public IReadOnlyList<Trial> Tried { get; }

    /// <summary>The trial of the method that was taken.</summary>
    public Trial Chosen { get; }

    /// <summary>Of the backtest, percent.</summary>
    public double Smape => Chosen.Smape;

    /// <summary>Of the backtest; below 1 is better than last year's values over again; null where the series never changed.</summary>
    public double? Mase => Chosen.Mase;

    /// <summary>yyyymm of each step.</summary>
    public IReadOnlyList<int> Months { get; }

    /// <summary>The first is the period after the last value.</summary>
    public IReadOnlyList<Prospect> Steps { get; }

    private IReadOnlyList<Prospect> Sums { get; }

    /// <summary>The sum of the first steps, its spread from errors of such sums in the backtest: errors of neighbouring months go together.</summary>
    /// <param name="steps">1 to the number of steps.</param>
    public Prospect SumOf(int steps) => Sums[steps - 1];

    /// <summary>Chance in per mille, 1 to 999, that a step's value is at least (Higher) or at most (Lower) the given one.</summary>
    /// <param name="step">From 1.</param>
    public int Likelihood(int step, double value, Direction direction) => Steps[step - 1].Likelihood(value, direction);
}
