using Maoding.Domain.Forecasting;

namespace Maoding.ForecastBench;

/// <summary>Errors and coverage, added up step by step.</summary>
internal sealed class Tally
{
    private double _smape, _mase, _points;
    private int _prospects, _within80, _within95;

    /// <summary>Mean sMAPE, percent.</summary>
    public double Smape => _smape / _points;

    public double Mase => _mase / _points;

    /// <summary>Percent of outcomes inside the 80 % interval.</summary>
    public double Covered80 => 100.0 * _within80 / _prospects;

    public double Covered95 => 100.0 * _within95 / _prospects;

    public void Add(double forecast, double actual, double maseScale)
    {
        _smape += Accuracy.Smape(forecast, actual);
        _mase += Math.Abs(forecast - actual) / maseScale;
        _points++;
    }

    public void Add(Prospect prospect, double actual)
    {
        _prospects++;
        if (actual >= prospect.Low80 && actual <= prospect.High80) _within80++;
        if (actual >= prospect.Low95 && actual <= prospect.High95) _within95++;
    }
}
