using Maoding.Domain.Progress;

namespace Maoding.Domain.Forecasting;

/// <summary>Figures of one measure in time order, one a period, none left out: each period's own, not the year so far.</summary>
public sealed class Series
{
    private readonly double[] _values;

    /// <param name="firstMonth">yyyymm of the first value: the last month of its period.</param>
    /// <param name="values">In time order.</param>
    /// <param name="season">Periods a year: 12, 11 when January and February are one period, 4 or 1.</param>
    /// <exception cref="ArgumentException">A season other than these, a month that ends no such period, a value that is no number.</exception>
    public Series(int firstMonth, IEnumerable<double> values, int season)
    {
        ArgumentNullException.ThrowIfNull(values);
        var month = firstMonth % 100;
        var ends = season switch
        {
            12 => month is >= 1 and <= 12,
            11 => month is >= 2 and <= 12,
            4 => month is 3 or 6 or 9 or 12,
            1 => month is 12,
            _ => throw new ArgumentException("A year has 12, 11, 4 or 1 periods.", nameof(season)),
        };
        if (!ends) throw new ArgumentException("No period of this season ends with the month.", nameof(firstMonth));
        _values = [.. values];
        if (!_values.All(double.IsFinite)) throw new ArgumentException("Every value must be a number.", nameof(values));
        FirstMonth = firstMonth;
        Season = season;
    }

    /// <summary>
    /// The periods' own figures from those of each year so far (累计值), beginning with the first that can be told: one published alone, in mid-year, cannot.
    /// </summary>
    /// <returns>Null where no period's own figure can be told.</returns>
    /// <exception cref="ArgumentException">As the constructor.</exception>
    public static Series? OfCumulative(int firstMonth, IEnumerable<double> values, int season)
    {
        var cumulative = new Series(firstMonth, values, season);
        var own = new List<double>();
        for (var t = 0; t < cumulative._values.Length; t++)
        {
            if (cumulative.MonthAt(t) / 100 > cumulative.MonthAt(t - 1) / 100) own.Add(cumulative._values[t]);
            else if (t > 0) own.Add(cumulative._values[t] - cumulative._values[t - 1]);
        }

        return own.Count > 0 ? new Series(cumulative.MonthAt(cumulative._values.Length - own.Count), own, season) : null;
    }

    /// <summary>yyyymm.</summary>
    public int FirstMonth { get; }

    /// <summary>Periods a year.</summary>
    public int Season { get; }

    public IReadOnlyList<double> Values => _values;

    internal double[] Numbers => _values;

    /// <summary>yyyymm of the value at an index from 0; of a forecast step s (from 1) it is <c>MonthAt(Values.Count + s - 1)</c>.</summary>
    public int MonthAt(int index)
    {
        if (Season != 11) return Period.AddMonths(FirstMonth, index * (12 / Season));
        var place = ((FirstMonth / 100) * 11) + (FirstMonth % 100) - 2 + index;
        return ((place / 11) * 100) + 2 + (place % 11);
    }

    /// <summary>How many periods after the last value a month's period is; 0: none is ahead.</summary>
    /// <param name="month">yyyymm of a period's last month.</param>
    public int StepsTo(int month)
    {
        var steps = 0;
        while (MonthAt(_values.Length + steps) <= month) steps++;
        return steps;
    }
}
