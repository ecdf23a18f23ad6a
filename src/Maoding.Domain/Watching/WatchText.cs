using System.Globalization;
using Maoding.Domain.Indicators;

namespace Maoding.Domain.Watching;

/// <summary>Figures and periods in the words of an analysis.</summary>
public static class WatchText
{
    /// <summary>As published: 8.0 keeps its decimal.</summary>
    public static string Number(decimal value, int decimals) => value.ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    /// <summary>70.6%, 24.40亿元, 第3位.</summary>
    public static string Value(Indicator indicator, FigureMeasure measure, decimal value, int decimals) =>
        measure == FigureMeasure.Rank ? $"第{Number(value, 0)}位" : Number(value, decimals) + WatchMeasures.UnitOf(indicator, measure);

    /// <summary>增长7.4%, 下降1.2%, 持平; 为70.6% where the figure is no growth.</summary>
    public static string Told(Indicator indicator, FigureMeasure measure, decimal value, int decimals)
    {
        if (measure == FigureMeasure.Rank) return $"居第{Number(value, 0)}位";
        if (!WatchMeasures.IsGrowth(measure)) return $"为{Value(indicator, measure, value, decimals)}";
        return value == 0 ? "持平" : $"{(value > 0 ? "增长" : "下降")}{Number(Math.Abs(value), decimals)}%";
    }

    /// <summary>A difference without its sign: 0.3个百分点, 2位.</summary>
    public static string Gap(Indicator indicator, FigureMeasure measure, decimal gap, int decimals) =>
        Number(Math.Abs(gap), measure == FigureMeasure.Rank ? 0 : decimals) + WatchMeasures.UnitOfGap(indicator, measure);

    /// <summary>1—7月, 上半年, 7月, 二季度, 2026年: the period that a figure of this month covers.</summary>
    /// <param name="month">yyyymm.</param>
    public static string Period(Indicator indicator, FigureMeasure measure, int month)
    {
        var (year, last) = (month / 100, month % 100);
        if (indicator.Frequency == Frequency.Year) return string.Create(CultureInfo.InvariantCulture, $"{year}年");
        var sinceJanuary = indicator.Accumulation == Accumulation.Cumulative && measure is FigureMeasure.Cumulative or FigureMeasure.CumulativeGrowth or FigureMeasure.Rank;
        if (sinceJanuary)
        {
            return last switch
            {
                12 => "全年",
                3 when indicator.Frequency == Frequency.Quarter => "一季度",
                6 when indicator.Frequency == Frequency.Quarter => "上半年",
                9 when indicator.Frequency == Frequency.Quarter => "前三季度",
                1 => "1月",
                _ => string.Create(CultureInfo.InvariantCulture, $"1—{last}月"),
            };
        }

        if (indicator.Frequency == Frequency.Quarter) return $"{"一二三四"[(last - 1) / 3]}季度";
        if (last == 2 && indicator.January == January.Joined) return "1—2月";
        return string.Create(CultureInfo.InvariantCulture, $"{last}月{(indicator.Accumulation == Accumulation.EndOfPeriod ? "末" : "")}");
    }
}
