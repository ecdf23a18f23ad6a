using System.Globalization;
using Maoding.Text.Commitments;

namespace Maoding.Text.Deadlines;

/// <summary>A phrase of time met at a place, before it is known whether it is a deadline of the work.</summary>
/// <param name="Length">Code units it takes; 0 when there is none.</param>
/// <param name="Firm">It says “by” (前, 底, 末, 内), not only “in”.</param>
/// <param name="Year">The year it means; null for words without one.</param>
internal readonly record struct DeadlinePhrase(int Length, DateOnly? Date, bool Firm, bool WholeYear, int? Year, string Rule)
{
    private static readonly string[] YearEnds = ["底", "末", "内", "底前", "末前", "底之前", "底以前", "以内", "末之前"];
    private static readonly string[] PeriodEnds = ["末", "期末", "末期", "时期末", "规划期末", "期间", "时期内", "收官前", "末前", "期内"];
    private static readonly string[] QuarterEnds = ["末", "底", "内", "末前", "底前", "结束前", "以内", "末之前", "底之前"];
    private static readonly string[] Befores = ["前", "之前", "以前"];
    private static readonly string[] MonthParts = ["底", "末", "上旬", "中旬", "下旬", "内", "初"];
    private static readonly string[] MonthBefores = ["之前", "以前", "前", "止"];
    private static readonly string[] SpanLeads = ["用", "未来", "今后", "利用"];
    private static readonly string[] WithinMonths = ["内", "之内", "以内"];
    private static readonly string[] WithinYears = ["内", "之内", "以内", "左右时间", "时间", "左右的时间", "的时间", "左右"];
    private static readonly string[] Before = ["之前", "以前", "前夕", "到来前", "来临前", "前", "到来之前", "来临之前", "节前", "节到来前", "节前夕", "假期前", "节假期前", "期间前"];

    /// <summary>Reads a phrase at the start of <paramref name="text"/>.</summary>
    public static DeadlinePhrase Read(ReadOnlySpan<char> text, int planYear, int spokenYear)
    {
        if (text[0] == '“') return ReadQuoted(text, planYear);
        var year = ReadYear(text, spokenYear, out var skip);
        var rest = text[skip..];
        var found = ReadWord(rest, year, planYear);
        if (found.Length == 0) found = ReadQuarter(rest, year ?? planYear);
        if (found.Length == 0) found = ReadMonth(rest, year ?? planYear);
        if (found.Length == 0 && skip == 0) found = ReadSpan(text, planYear);
        if (found.Length > 0) return found with { Length = found.Length + skip };
        return year is null ? default : ReadBareYear(rest, year.Value, skip);
    }

    private static int? ReadYear(ReadOnlySpan<char> text, int spokenYear, out int length)
    {
        length = 2;
        if (text.StartsWith("今年") || text.StartsWith("本年")) return spokenYear;
        if (text.StartsWith("明年")) return spokenYear + 1;
        if (text.StartsWith("后年")) return spokenYear + 2;
        length = 5;
        if (text.Length > 4 && text[4] == '年'
            && int.TryParse(text[..4], NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is > 1900 and < 2100)
            return year;
        length = 0;
        return null;
    }

    private static DeadlinePhrase ReadWord(ReadOnlySpan<char> text, int? year, int planYear)
    {
        var length = DeadlineLexicon.Match(text, out var word);
        if (length == 0) return default;
        var inYear = year ?? planYear;
        switch (word.Kind)
        {
            case TimeWordKind.Fixed or TimeWordKind.Period:
                var day = Math.Min(word.Day, DateTime.DaysInMonth(inYear, word.Month));
                var date = word is { Month: 2, Day: 28 } ? FestivalCalendar.MonthEnd(inYear, 2) : new DateOnly(inYear, word.Month, day);
                return new(length, date, word.Kind == TimeWordKind.Fixed, false, inYear, "固定说法");
            case TimeWordKind.WholeYear or TimeWordKind.WholeYearPeriod:
                return new(length, new DateOnly(inYear, 12, 31), word.Kind == TimeWordKind.WholeYear, true, inYear, "全年持续");
            case TimeWordKind.Dateless:
                return new(length, null, true, false, null, "无日期的说法");
            default:
                return Festival(text, length, word, year, planYear);
        }
    }

    private static DeadlinePhrase Festival(ReadOnlySpan<char> text, int length, TimeWord word, int? year, int planYear)
    {
        var tail = Longest(text[length..], Before);
        if (tail == 0) return default;
        // The next 元旦 after a plan year begins is the first day of the following year.
        var inYear = year ?? (word is { Kind: TimeWordKind.Festival, Month: 1, Day: 1 } ? planYear + 1 : planYear);
        return FestivalCalendar.Eve(word, inYear) is { } eve ? new(length + tail, eve, true, false, inYear, "节日前") : default;
    }

    private static DeadlinePhrase ReadQuoted(ReadOnlySpan<char> text, int planYear)
    {
        var close = text[..Math.Min(text.Length, 12)].IndexOf('”');
        if (close < 3) return default;
        var inside = text[1..close];
        if (inside is ['十', _, '五'] && QuantityNumerals.Read(inside[1..2]) is > 0 and var number)
            return PlanPeriod(text, close + 1, 2005 + (5 * number));
        if (DeadlineLexicon.Match(inside, out var word) != inside.Length) return default;
        if (word.Kind is not (TimeWordKind.Festival or TimeWordKind.LunarFestival)) return default;
        return Festival(text, close + 1, word, null, planYear);
    }

    private static DeadlinePhrase PlanPeriod(ReadOnlySpan<char> text, int at, int year)
    {
        var tail = Longest(text[at..], PeriodEnds);
        return tail == 0 ? default : new(at + tail, new DateOnly(year, 12, 31), true, false, year, "五年规划期末");
    }

    private static DeadlinePhrase ReadQuarter(ReadOnlySpan<char> text, int year)
    {
        var at = text.StartsWith("第") ? 1 : 0;
        if (text.Length < at + 3 || !text[(at + 1)..].StartsWith("季度")) return default;
        var quarter = text[at] is >= '1' and <= '4' ? text[at] - '0' : QuantityNumerals.Read(text.Slice(at, 1));
        if (quarter is < 1 or > 4) return default;
        at += 3;
        var tail = Longest(text[at..], QuarterEnds);
        var early = tail == 0 ? Longest(text[at..], Befores) : 0;
        var date = FestivalCalendar.MonthEnd(year, quarter * 3);
        if (early > 0) date = new DateOnly(year, (quarter * 3) - 2, 1).AddDays(-1);
        return new(at + tail + early, date, tail + early > 0, false, year, "季度");
    }

    private static DeadlinePhrase ReadMonth(ReadOnlySpan<char> text, int year)
    {
        var at = Number(text, out var month);
        if (at == 0 || at >= text.Length || text[at] != '月' || month is > 12 or 0) return default;
        at++;
        if (at < text.Length && text[at] == '份') at++;
        var digits = Number(text[at..], out var day);
        var dated = digits > 0 && at + digits < text.Length && text[at + digits] is '日' or '号';
        // 一月一调度 is how often, not when.
        if (digits > 0 && !dated) return default;
        if (dated) at += digits + 1;
        else day = 0;
        var tail = day > 0 ? 0 : Longest(text[at..], MonthParts);
        var part = text.Slice(at, tail);
        at += tail;
        var before = Longest(text[at..], MonthBefores);
        if (month < 0) return new(at + before, null, true, false, year, "月份（数字缺）");
        var last = DateTime.DaysInMonth(year, month);
        var on = part switch { "上旬" or "初" => 10, "中旬" => 20, _ => day is > 0 and <= 31 ? Math.Min(day, last) : last };
        var date = new DateOnly(year, month, on);
        if (day <= 0 && tail == 0 && before > 0) date = new DateOnly(year, month, 1).AddDays(-1);
        return new(at + before, date, tail + before > 0, false, year, "月份");
    }

    /// <summary>三年内, 用两年时间, 3个月内.</summary>
    private static DeadlinePhrase ReadSpan(ReadOnlySpan<char> text, int planYear)
    {
        if (text[0] is not ('用' or '未' or '今' or '利' or 'X') && !char.IsAsciiDigit(text[0]) && !QuantityNumerals.IsNumeral(text[0])) return default;
        var lead = Longest(text, SpanLeads);
        var digits = Number(text[lead..], out var count);
        var at = lead + digits;
        // 一年内入企检查不超过3次 is a rate, not a time to be done by.
        if (digits == 0 || at >= text.Length || count is 0 or 1 or > 30) return default;
        if (text[at..].StartsWith("个月"))
        {
            var tail = Longest(text[(at + 2)..], WithinMonths);
            return tail == 0 ? default : new(at + 2 + tail, null, true, false, null, "若干月内");
        }

        if (text[at] != '年') return default;
        var inside = Longest(text[(at + 1)..], WithinYears);
        if (inside == 0 || (lead == 0 && text[at + 1] is not ('内' or '之' or '以'))) return default;
        DateOnly? date = count < 0 ? null : new DateOnly(planYear + count - 1, 12, 31);
        return new(at + 1 + inside, date, true, false, date?.Year, "若干年内");
    }

    private static DeadlinePhrase ReadBareYear(ReadOnlySpan<char> rest, int year, int skip)
    {
        var end = Longest(rest, YearEnds);
        var before = end == 0 ? Longest(rest, Befores) : 0;
        if (before > 0) return new(skip + before, new DateOnly(year - 1, 12, 31), true, false, year - 1, "年份前");
        return new(skip + end, new DateOnly(year, 12, 31), end > 0, false, year, "年份");
    }

    /// <summary>Reads 6, 12, 六, 十二 or X; a redacted number is -1.</summary>
    private static int Number(ReadOnlySpan<char> text, out int value)
    {
        var length = 0;
        while (length < text.Length && length < 4 && char.IsAsciiDigit(text[length])) length++;
        if (length > 0)
        {
            value = int.Parse(text[..length], CultureInfo.InvariantCulture);
            return length;
        }

        while (length < text.Length && text[length] == 'X') length++;
        value = -1;
        if (length > 0) return length;
        length = QuantityNumerals.RunLength(text);
        value = QuantityNumerals.Read(text[..length]);
        return value < 0 ? 0 : length;
    }

    private static int Longest(ReadOnlySpan<char> text, string[] words)
    {
        var longest = 0;
        foreach (var word in words)
            if (word.Length > longest && text.StartsWith(word, StringComparison.Ordinal)) longest = word.Length;
        return longest;
    }
}
