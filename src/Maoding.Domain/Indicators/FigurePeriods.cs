using System.Globalization;
using Maoding.Domain.Progress;

namespace Maoding.Domain.Indicators;

/// <summary>Whether a period's figure is there, and if not, whether it should be.</summary>
public enum FigureDue
{
    /// <summary>已报.</summary>
    Given = 1,

    /// <summary>未到发布时间: nobody can have it yet.</summary>
    NotYet = 2,

    /// <summary>应报未报.</summary>
    Missing = 3,
}

/// <summary>Which periods an indicator has, and when their figures come out. Months are yyyymm, the last of the period.</summary>
public static class FigurePeriods
{
    /// <summary>The earliest and latest month that figures are kept of.</summary>
    public const int First = 199001;

    public const int Last = 209912;

    public static bool IsMonth(int month) => month is >= First and <= Last && month % 100 is >= 1 and <= 12;

    /// <summary>Whether a period of the indicator ends with this month: no January where it is joined or not reported.</summary>
    public static bool Has(Indicator indicator, int month) => IsMonth(month) && indicator.Frequency switch
    {
        Frequency.Quarter => month % 100 % 3 == 0,
        Frequency.Year => month % 100 == 12,
        _ => month % 100 != 1 || indicator.January == January.Own,
    };

    /// <summary>The last day of the period.</summary>
    public static DateOnly End(int month) => new(month / 100, month % 100, DateTime.DaysInMonth(month / 100, month % 100));

    /// <summary>The last month that is over, the day itself included when it is a month's last.</summary>
    public static int LatestEnded(DateOnly today) => End(Period.MonthOf(today)) <= today ? Period.MonthOf(today) : Period.AddMonths(Period.MonthOf(today), -1);

    /// <summary>The period before one of the indicator's.</summary>
    public static int Before(Indicator indicator, int month) => Step(indicator, month, -1);

    /// <summary>The period after one of the indicator's.</summary>
    public static int After(Indicator indicator, int month) => Step(indicator, month, 1);

    /// <summary>The latest period of the indicator that ended with this month or earlier.</summary>
    public static int LatestUpTo(Indicator indicator, int month)
    {
        while (!Has(indicator, month)) month = Period.AddMonths(month, -1);
        return month;
    }

    /// <summary>When the figure is due.</summary>
    /// <param name="exception">The date set for this single period; null: the usual one.</param>
    public static DateOnly DueOn(Indicator indicator, int month, DateOnly? exception = null) => exception ?? End(month).AddDays(indicator.ReleaseDays);

    /// <summary>A figure may come on its day: it is missed only afterwards.</summary>
    public static FigureDue StateOf(bool isGiven, DateOnly due, DateOnly today) =>
        isGiven ? FigureDue.Given : today <= due ? FigureDue.NotYet : FigureDue.Missing;

    /// <summary>2026年3月, 2026年1—2月, 2026年一季度, 2026年全年: the period by itself.</summary>
    public static string Words(Indicator indicator, int month) =>
        string.Create(CultureInfo.InvariantCulture, $"{month / 100}年{Span(indicator, FigureMeasure.Current, month)}");

    /// <summary>What a figure of this month covers, within its year: 1—9月, 前三季度, 9月, 6月末, 三季度, 全年.</summary>
    /// <param name="month">yyyymm of the period's last month.</param>
    public static string Span(Indicator indicator, FigureMeasure measure, int month)
    {
        var of = month % 100;
        var sums = indicator.Accumulation == Accumulation.Cumulative
            && (measure is FigureMeasure.Cumulative or FigureMeasure.CumulativeGrowth or FigureMeasure.Rank);
        return indicator.Frequency switch
        {
            Frequency.Year => "全年",
            Frequency.Quarter when sums => of switch { 3 => "一季度", 6 => "上半年", 9 => "前三季度", _ => "全年" },
            Frequency.Quarter when of % 3 == 0 => $"{"一二三四"[(of / 3) - 1]}季度{AtEnd(indicator)}",
            _ when sums => of switch { 1 => "1月", 12 => "全年", _ => string.Create(CultureInfo.InvariantCulture, $"1—{of}月") },
            _ when of == 2 && indicator.January == January.Joined => "1—2月",
            _ => string.Create(CultureInfo.InvariantCulture, $"{of}月{AtEnd(indicator)}"),
        };
    }

    /// <summary>The same where no year is said beside it: a year's figure names its year, 2025年.</summary>
    public static string SpanOrYear(Indicator indicator, FigureMeasure measure, int month) =>
        indicator.Frequency == Frequency.Year ? string.Create(CultureInfo.InvariantCulture, $"{month / 100}年") : Span(indicator, measure, month);

    /// <summary>2026年3月.</summary>
    public static string Words(int month) => string.Create(CultureInfo.InvariantCulture, $"{month / 100}年{month % 100}月");

    private static string AtEnd(Indicator indicator) => indicator.Accumulation == Accumulation.EndOfPeriod ? "末" : "";

    private static int Step(Indicator indicator, int month, int direction)
    {
        do month = Period.AddMonths(month, direction);
        while (!Has(indicator, month) && month is > First and < Last);
        return month;
    }
}
