using System.Globalization;
using Maoding.Domain.Audit;

namespace Maoding.Domain.Progress;

/// <summary>How often a row is reported on.</summary>
public enum Rhythm
{
    [Called("月报")] Month = 1,

    /// <summary>旬报: on the 1st to 10th, 11th to 20th and the rest of a month.</summary>
    [Called("旬报")] TenDays = 2,

    /// <summary>季报: for a quarter, in its last month.</summary>
    [Called("季报")] Quarter = 3,
}

/// <summary>A time that is reported on. Its key is yyyymmp: p is 0 for a whole month or the quarter that ends with it, 1 to 3 for a ten-day part.</summary>
/// <param name="Key">Keys sort by time; a month's whole comes before its parts.</param>
public readonly record struct Period(int Key)
{
    /// <summary>yyyymm: the month with whose closing the period is closed.</summary>
    public int Month => Key / 10;

    /// <summary>0, or 1 to 3 for 上旬, 中旬, 下旬.</summary>
    public int Part => Key % 10;

    public DateOnly Start => new(Month / 100, Month % 100, Part switch { 2 => 11, 3 => 21, _ => 1 });

    /// <summary>The last day.</summary>
    public DateOnly End => Part switch
    {
        1 => new DateOnly(Month / 100, Month % 100, 10),
        2 => new DateOnly(Month / 100, Month % 100, 20),
        _ => new DateOnly(Month / 100, Month % 100, DateTime.DaysInMonth(Month / 100, Month % 100)),
    };

    public static Period OfMonth(int yearMonth) => new(yearMonth * 10);

    /// <summary>The periods of a rhythm that are closed with a month, in order; none for a quarterly row inside a quarter.</summary>
    /// <param name="yearMonth">yyyymm.</param>
    public static IEnumerable<Period> In(int yearMonth, Rhythm rhythm) => rhythm switch
    {
        Rhythm.TenDays => [new Period((yearMonth * 10) + 1), new Period((yearMonth * 10) + 2), new Period((yearMonth * 10) + 3)],
        Rhythm.Quarter when yearMonth % 100 % 3 != 0 => [],
        _ => [OfMonth(yearMonth)],
    };

    /// <summary>yyyymm of a day.</summary>
    public static int MonthOf(DateOnly day) => (day.Year * 100) + day.Month;

    /// <param name="yearMonth">yyyymm.</param>
    /// <param name="months">Either way.</param>
    public static int AddMonths(int yearMonth, int months) => MonthOf(new DateOnly(yearMonth / 100, yearMonth % 100, 1).AddMonths(months));

    /// <summary>6月, 6月中旬, 二季度; a period from before the rhythm changed keeps its own kind.</summary>
    public string Words(Rhythm rhythm) => (rhythm, Part) switch
    {
        (_, > 0) => string.Create(CultureInfo.InvariantCulture, $"{Month % 100}月{"上中下"[Part - 1]}旬"),
        (Rhythm.Quarter, _) when Month % 100 % 3 == 0 => $"{"一二三四"[((Month % 100) - 1) / 3]}季度",
        _ => string.Create(CultureInfo.InvariantCulture, $"{Month % 100}月"),
    };

    /// <summary>With its year where that is not this one: 2026年12月.</summary>
    public string Words(Rhythm rhythm, int thisYear) =>
        (Month / 100 == thisYear ? "" : string.Create(CultureInfo.InvariantCulture, $"{Month / 100}年")) + Words(rhythm);
}
