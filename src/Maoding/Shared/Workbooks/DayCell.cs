using System.Globalization;

namespace Maoding.Shared.Workbooks;

/// <summary>A day in a cell, or typed as in one. Every import takes the same writings.</summary>
public static class DayCell
{
    /// <summary>The serials of this century, as a spreadsheet counts days; other numbers are no days.</summary>
    private const int FirstSerial = 36526;

    private const int LastSerial = 73050;

    private static readonly string[] Forms =
        ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日", "yyyyMMdd", "yyyy-M-d H:mm", "yyyy/M/d H:mm"];

    private static readonly DateOnly SerialZero = new(1899, 12, 30);

    /// <summary>2026-03-05, 2026/3/5, 2026.3.5, 2026年3月5日, 20260305, or the serial of a cell that lost its format; nothing for an empty one.</summary>
    /// <param name="year">The year of 3月5日; null: the year must be written.</param>
    public static CellValue<DateOnly?> Read(string? text, int? year = null)
    {
        var written = text?.Trim() ?? "";
        if (written.Length == 0) return new(null);
        var day = Written(written) ?? Serial(written) ?? (year is { } usual ? Written($"{usual}年{written}") : null);
        return day is not null ? new(day) : new(null, $"“{written}”不是日期，请写成 2026-05-01 的样子。");
    }

    private static DateOnly? Written(string text) =>
        DateTime.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? DateOnly.FromDateTime(day) : null;

    private static DateOnly? Serial(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var serial) && serial is >= FirstSerial and <= LastSerial
            ? SerialZero.AddDays(serial) : null;
}
