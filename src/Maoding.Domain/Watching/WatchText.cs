using Maoding.Domain.Indicators;

namespace Maoding.Domain.Watching;

/// <summary>A figure as an analysis tells it.</summary>
public static class WatchText
{
    /// <summary>增长7.4%, 下降1.2%, 持平, 上升0.3个百分点 for the change of a ratio; 为70.6% where the figure is no growth.</summary>
    public static string Told(Indicator indicator, FigureMeasure measure, decimal value, int decimals)
    {
        var unit = FigureUnit.Of(indicator, measure);
        if (unit.IsPlace) return $"居{unit.Words(value, decimals)}";
        if (!FigureMeasures.IsGrowth(measure)) return $"为{unit.Words(value, decimals)}";
        return value == 0 ? "持平" : $"{(value < 0 ? "下降" : unit.Value == "%" ? "增长" : "上升")}{unit.Words(Math.Abs(value), decimals)}";
    }
}
