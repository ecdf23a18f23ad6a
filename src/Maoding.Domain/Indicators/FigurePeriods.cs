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
    public static FigureDue StateOf(bool isGiven, DateOnly due, DateOnly today) => isGiven ? FigureDue.Given : today <= due ? FigureDue.NotYet : FigureDue.Missing;

    /// <summary>2026年3月, 2026年1—2月, 2026年一季度, 2026年全年.</summary>
    public static string Words(Indicator indicator, int month) => string.Create(CultureInfo.InvariantCulture, $"{month / 100}年{indicator.Frequency switch
    {
        Frequency.Quarter when month % 100 % 3 == 0 => $"{"一二三四"[((month % 100) - 1) / 3]}季度",
        Frequency.Year => "全年",
        _ when indicator.January == January.Joined && month % 100 == 2 => "1—2月",
        _ => $"{month % 100}月",
    }}");

    /// <summary>2026年3月.</summary>
    public static string Words(int month) => string.Create(CultureInfo.InvariantCulture, $"{month / 100}年{month % 100}月");

    private static int Step(Indicator indicator, int month, int direction)
    {
        do month = Period.AddMonths(month, direction);
        while (!Has(indicator, month) && month is > First and < Last);
        return month;
    }
}
