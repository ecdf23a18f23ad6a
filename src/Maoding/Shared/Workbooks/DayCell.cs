using System.Globalization;
using System.Text.RegularExpressions;
using Maoding.Domain.Typed;
using Maoding.Text.Deadlines;

namespace Maoding.Shared.Workbooks;

/// <summary>A day in a cell or a form. All of them take the same writings.</summary>
public static partial class DayCell
{
    /// <summary>The serials of this century, as a spreadsheet counts days; other numbers are no days.</summary>
    private const int FirstSerial = 36526;

    private const int LastSerial = 73050;

    private static readonly string[] Forms =
        ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日", "yyyyMMdd", "yyyy-M-d H:mm", "yyyy/M/d H:mm"];

    private static readonly DateOnly SerialZero = new(1899, 12, 30);

    /// <summary>2026-03-05, 2026/3/5, 2026.3.5, 2026年3月5日, 20260305, 年底前, 二季度, or the serial of a cell without format; nothing for an empty one.</summary>
    /// <param name="year">The year of 3月5日; null: the year must be written.</param>
    public static CellValue<DateOnly?> Read(string? text, int? year = null)
    {
        var written = text?.Trim() ?? "";
        if (written.Length == 0) return new(null);
        var plain = TypedText.Plain(written);
        var day = Written(plain) ?? Serial(plain) ?? (year is { } usual ? Written($"{usual}年{plain}") : null) ?? Phrase(plain, year);
        return day is not null ? new(day) : new(null, $"“{written}”不是日期，请写成 2026-05-01 的样子。");
    }

    /// <summary>As documents are read: 9月前 is the end of August, 2026年6月 that of June. Without a year only a phrase that names it.</summary>
    private static DateOnly? Phrase(string text, int? year)
    {
        var phrase = text.Replace(" ", "", StringComparison.Ordinal);
        var named = phrase.Length > 5 && phrase[4] == '年' && int.TryParse(phrase.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var own)
            ? own : (int?)null;
        if ((named ?? year) is not { } of) return null;
        // The reader of documents takes 30 February for its last day; here it is a slip.
        var isWhole = WholeDay().Match(phrase);
        return isWhole.Success && Written($"{of}年{isWhole.Value.TrimEnd('号', '日')}日") is null ? null : DeadlineReader.DayOf(phrase, of);
    }

    [GeneratedRegex("[0-9]{1,2}月[0-9]{1,2}[日号]")]
    private static partial Regex WholeDay();

    private static DateOnly? Written(string text) =>
        DateTime.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? DateOnly.FromDateTime(day) : null;

    private static DateOnly? Serial(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var serial) && serial is >= FirstSerial and <= LastSerial
            ? SerialZero.AddDays(serial) : null;
}
