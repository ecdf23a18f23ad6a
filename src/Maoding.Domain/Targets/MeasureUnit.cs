using System.Globalization;
using Maoding.Domain.Indicators;

namespace Maoding.Domain.Targets;

/// <summary>The unit of a measure and of its differences: percentages differ by points, never by percent.</summary>
/// <param name="Value">%, 亿元, 位.</param>
/// <param name="Difference">个百分点, 亿元, 位.</param>
public sealed record MeasureUnit(string Value, string Difference)
{
    public bool IsPoints => Difference.EndsWith('点');

    public static MeasureUnit Of(Indicator indicator, FigureMeasure measure)
    {
        if (measure == FigureMeasure.Rank) return new("位", "位");
        var isGrowth = measure is FigureMeasure.CurrentGrowth or FigureMeasure.CumulativeGrowth or FigureMeasure.ChainGrowth;
        // Ratios and indices change by points of their own.
        if (isGrowth && indicator.Kind is not (FigureKind.Ratio or FigureKind.Index)) return new("%", "个百分点");
        return (indicator.Unit, isGrowth) switch
        {
            ("%", true) => new("个百分点", "个百分点"),
            ("%", false) => new("%", "个百分点"),
            ("‰", false) => new("‰", "个千分点"),
            var (unit, _) => new(unit, unit),
        };
    }

    /// <summary>6.0%, 第3位, 812.4亿元: decimals as published.</summary>
    public string Words(decimal value, int decimals) => (Value == "位" ? "第" : "") + Number(value, decimals) + Value;

    /// <summary>0.4个百分点, without its sign.</summary>
    public string DifferenceWords(decimal difference, int decimals) => Number(Math.Abs(difference), decimals) + Difference;

    public static string Number(decimal value, int decimals) => value.ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}

/// <summary>How a period is said: 1—9月, 前三季度, 9月, 三季度.</summary>
public static class PeriodWords
{
    /// <param name="month">yyyymm of its last month.</param>
    public static string Of(int month, Indicator indicator, FigureMeasure measure)
    {
        var of = month % 100;
        var sums = measure is FigureMeasure.Cumulative or FigureMeasure.CumulativeGrowth || (measure == FigureMeasure.Rank && indicator.Accumulation == Accumulation.Cumulative);
        return indicator.Frequency switch
        {
            Frequency.Year => "全年",
            Frequency.Quarter when sums => of switch { 3 => "一季度", 6 => "上半年", 9 => "前三季度", _ => "全年" },
            Frequency.Quarter => $"{"一二三四"[(of - 1) / 3]}季度",
            _ when sums && indicator.Accumulation != Accumulation.EndOfPeriod => of switch { 1 => "1月", 12 => "全年", _ => $"1—{of}月" },
            _ when of == 2 && indicator.January == January.Joined => "1—2月",
            _ => indicator.Accumulation == Accumulation.EndOfPeriod ? $"{of}月末" : $"{of}月",
        };
    }
}
