using System.Globalization;

namespace Maoding.Shared.Charts;

/// <summary>A scale whose marks are round numbers: steps of 1, 2 or 5 times a power of ten.</summary>
/// <param name="From">The lowest mark, not above the least value.</param>
/// <param name="To">The highest mark, not below the greatest value.</param>
/// <param name="Step">Between marks.</param>
public sealed record ChartScale(decimal From, decimal To, decimal Step)
{
    private const int FewestSteps = 4;

    public IEnumerable<decimal> Ticks
    {
        get
        {
            for (var tick = From; tick <= To; tick += Step) yield return tick;
        }
    }

    /// <param name="isWhole">Marks at whole numbers only: ranks, persons.</param>
    public static ChartScale Of(decimal least, decimal most, bool isWhole = false)
    {
        if (least == most) (least, most) = (least - Math.Max(1, Math.Abs(least) / 10), most + Math.Max(1, Math.Abs(most) / 10));
        var step = Math.Max(isWhole ? 1 : 0, StepOf((most - least) / FewestSteps));
        return new ChartScale(decimal.Floor(least / step) * step, decimal.Ceiling(most / step) * step, step);
    }

    /// <summary>A mark with as many decimals as the steps need.</summary>
    public string Words(decimal tick) => tick.ToString(Step >= 1 ? "0" : Step >= 0.1m ? "0.0" : "0.00##", CultureInfo.InvariantCulture);

    private static decimal StepOf(decimal rough)
    {
        var power = 1m;
        while (power > rough) power /= 10;
        while (power * 10 <= rough) power *= 10;
        return rough <= power ? power : rough <= power * 2 ? power * 2 : rough <= power * 5 ? power * 5 : power * 10;
    }
}
