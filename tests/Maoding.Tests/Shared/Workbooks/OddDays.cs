namespace Maoding.Tests.Shared.Workbooks;

/// <summary>What people leave in a cell for 5 February 2026, and what is no day; every import that reads days takes the one and names the other.</summary>
public static class OddDays
{
    public static readonly DateOnly Day = new(2026, 2, 5);

    /// <summary>As text: also a cell that lost the format of a day and shows its serial.</summary>
    public static IReadOnlyList<string> Right { get; } =
        ["2026-02-05", "2026-2-5", "2026/2/5", "2026/02/05", "2026.2.5", "20260205", "2026年2月5日", "2026年02月05日", "46058"];

    /// <summary>A day, and numbers as a spreadsheet stores them.</summary>
    public static IReadOnlyList<object> RightCells { get; } = [.. Right, Day, 46058, 20260205];

    public static IReadOnlyList<string> Wrong { get; } = ["2026-02-30", "2026-13-01", "2026", "202602", "99999", "尽快", "5日"];

    /// <summary>Need a year, which only the ledger's workbook knows.</summary>
    public static IReadOnlyList<string> WithoutYear { get; } = ["2月5日", "二月五日"];
}
