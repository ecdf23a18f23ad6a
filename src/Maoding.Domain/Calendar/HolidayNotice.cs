using System.Globalization;
using System.Text.RegularExpressions;
using Maoding.Domain.Typed;

namespace Maoding.Domain.Calendar;

/// <summary>
/// Reads a year's notice of the State Council's office as it is published, or the same days typed short: a line for each holiday,
/// 春节：2月15日至23日放假，2月14日上班, or 春节 2-15~2-23；上班2-14.
/// </summary>
public static partial class HolidayNotice
{
    public const int LongestText = 5000;

    /// <summary>Days off of one holiday; more is a slip.</summary>
    private const int MostDays = 15;

    /// <summary>The notice may begin on these days of the December before.</summary>
    private const int EarlyDay = 25;

    private const string Weekdays = "日一二三四五六";

    /// <exception cref="RefusalException">HOL001–HOL005: the first line that cannot be.</exception>
    public static HolidayYear Read(int year, string text)
    {
        if (year < WorkAxis.First.Year || year > WorkAxis.Last.Year)
            throw Refuse("HOL001", $"年份请填{WorkAxis.First.Year}至{WorkAxis.Last.Year}之间的一年。", "Of");
        if (text.Length > LongestText) throw Refuse("HOL002", $"通知太长，最多{LongestText}个字。只粘贴各个假日的那几行即可。");
        var plain = Numbered().Replace(Signature().Replace(TypedText.Plain(text).ReplaceLineEndings("\n"), "\n"), "\n$0");
        if (Title().Match(plain) is { Success: true } title && title.Groups[1].Value != year.ToString(CultureInfo.InvariantCulture))
            throw Refuse("HOL001", $"这是{title.Groups[1].Value}年的通知，年份填的是{year}年。请核对年份。", "Of");
        List<Holiday> read = [.. Entries(plain).SelectMany(e => Holidays(year, e.Name, e.Text))];
        if (read.Count == 0) throw Refuse("HOL002", "没有读出放假日期。请粘贴通知原文，或每个假日写一行，如“元旦：1月1日至3日放假，1月4日上班”。");
        Check(year, read);
        return new HolidayYear(year, read);
    }

    /// <summary>A year in the same words, a line for each holiday.</summary>
    public static IReadOnlyList<string> Lines(HolidayYear year) => [.. year.Holidays.Select(h =>
        $"{h.Name}：{Day(h.From, year.Year)}{(h.To == h.From ? "" : $"至{Day(h.To, year.Year)}")}放假"
        + $"{(h.Worked.Count == 0 ? "" : $"，{string.Join('、', h.Worked.Select(d => Day(d, year.Year)))}上班")}")];

    /// <summary>The lines that speak of a holiday; what follows without a name belongs to the one before.</summary>
    private static IEnumerable<(string Name, string Text)> Entries(string plain)
    {
        (string Name, string Text)? open = null;
        foreach (var line in plain.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var head = Head().Match(line);
            var tells = line.Contains("放假", StringComparison.Ordinal) || line.Contains("上班", StringComparison.Ordinal);
            if (head.Success && (tells || Known().IsMatch(head.Groups["name"].Value)) && Date().IsMatch(line))
            {
                if (open is { } done) yield return done;
                open = (head.Groups["name"].Value, head.Groups["rest"].Value);
            }
            else if (open is { } before && tells)
            {
                open = (before.Name, $"{before.Text}。{line}");
            }
        }

        if (open is { } last) yield return last;
    }

    private static IEnumerable<Holiday> Holidays(int year, string name, string text)
    {
        var (off, worked) = (new List<(DateOnly From, DateOnly To)>(), new List<DateOnly>());
        // 除夕（2月9日） is advice, no day off.
        foreach (var clause in Clauses().Split(Aside().Replace(text, "")))
        {
            var spans = Spans(year, name, clause);
            if (spans.Count == 0) continue;
            if (clause.Contains("上班", StringComparison.Ordinal)) worked.AddRange(spans.SelectMany(s => Span(s.From, s.To)));
            else if (off.Count == 0 || clause.Contains("放假", StringComparison.Ordinal)) off.AddRange(spans);
            else throw Refuse("HOL003", $"{name}：“{clause.Trim()}”看不出是放假还是上班。请改为“……放假”“……上班”，无关的请删去。");
        }

        if (off.Count == 0) throw Refuse("HOL003", $"{name}：没有写哪几天放假。请补上，如“{name}：1月1日至3日放假”。");
        foreach (var span in off) DemandSpan(year, name, span.From, span.To);
        var count = off.Sum(s => s.To.DayNumber - s.From.DayNumber + 1);
        if (Counted().Match(text) is { Success: true } said && said.Groups[1].Value != count.ToString(CultureInfo.InvariantCulture))
            throw Refuse("HOL004", $"{name}：通知写放假{said.Groups[1].Value}天，读出的日期是{count}天。请核对起止日期。");
        return off.Select((span, i) => new Holiday(name, span.From, span.To, i == 0 ? worked : []));
    }

    /// <summary>The days and spans of days of a clause.</summary>
    private static List<(DateOnly From, DateOnly To)> Spans(int year, string name, string clause)
    {
        var (found, spans, month) = (Date().Matches(clause), new List<(DateOnly, DateOnly)>(), "");
        for (var i = 0; i < found.Count; i++)
        {
            var from = ReadDay(year, name, found[i], ref month);
            var isSpan = i + 1 < found.Count && Until().IsMatch(clause[(found[i].Index + found[i].Length)..found[i + 1].Index]);
            spans.Add((from, isSpan ? ReadDay(year, name, found[++i], ref month) : from));
        }

        return spans;
    }

    /// <summary>A day, whose weekday must be what the notice says of it.</summary>
    /// <param name="month">That of the day before: 2月15日至23日.</param>
    private static DateOnly ReadDay(int year, string name, Match match, ref string month)
    {
        if (match.Groups["m"].Success) month = match.Groups["m"].Value;
        var of = match.Groups["y"] is { Success: true } said ? said.Value : year.ToString(CultureInfo.InvariantCulture);
        if (!DateOnly.TryParseExact($"{of}-{month}-{match.Groups["d"].Value}", "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            throw Refuse("HOL003", $"{name}：“{match.Value}”不是一个日期。请核对。");
        if (match.Groups["w"] is { Success: true } weekday && Weekdays[(int)day.DayOfWeek] != (weekday.Value == "天" ? '日' : weekday.Value[0]))
            throw Refuse("HOL004", $"{name}：{Day(day, year)}是星期{Weekdays[(int)day.DayOfWeek]}，通知写的是“{match.Value}”。请核对年份和日期。");
        return day;
    }

    private static void DemandSpan(int year, string name, DateOnly from, DateOnly to)
    {
        if (to.Year != year || from < new DateOnly(year - 1, 12, EarlyDay))
            throw Refuse("HOL004", $"{name}：{Day(from, year)}至{Day(to, year)}不在{year}年。请核对年份。");
        if (to < from || to.DayNumber - from.DayNumber >= MostDays)
            throw Refuse("HOL004", $"{name}：{Day(from, year)}至{Day(to, year)}起止不对，结束日不能早于开始日，最多{MostDays}天。");
    }

    private static void Check(int year, List<Holiday> read)
    {
        var taken = new Dictionary<DateOnly, string>();
        foreach (var holiday in read)
            foreach (var day in Span(holiday.From, holiday.To))
                if (!taken.TryAdd(day, holiday.Name))
                    throw Refuse("HOL005", $"{Day(day, year)}在“{taken[day]}”和“{holiday.Name}”里都有。请删去重复的。");
        foreach (var (name, day) in read.SelectMany(h => h.Worked.Select(d => (h.Name, d))))
        {
            if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
                throw Refuse("HOL004", $"{name}：{Day(day, year)}是星期{Weekdays[(int)day.DayOfWeek]}，调休上班的应当是周六或周日。请核对年份和日期。");
            if (day > new DateOnly(year, 12, 31) || day < new DateOnly(year - 1, 12, EarlyDay))
                throw Refuse("HOL004", $"{name}：{Day(day, year)}不在{year}年。请核对年份。");
            if (!taken.TryAdd(day, "上班")) throw Refuse("HOL005", $"{Day(day, year)}写了两次，或又放假又上班。请核对。");
        }
    }

    private static IEnumerable<DateOnly> Span(DateOnly from, DateOnly to) =>
        Enumerable.Range(from.DayNumber, Math.Max(0, to.DayNumber - from.DayNumber + 1)).Select(DateOnly.FromDayNumber);

    private static string Day(DateOnly day, int year) =>
        day.ToString(day.Year == year ? "M月d日" : "yyyy年M月d日", CultureInfo.InvariantCulture);

    private static RefusalException Refuse(string code, string words, string field = "Text") => new(code, words) { Field = field };

    /// <summary>A numbered holiday that was pasted without its line break.</summary>
    [GeneratedRegex("(?<![一二三四五六七八九十\n])[一二三四五六七八九十]{1,2}、(?=[^\\d\\s:、。]{2,12}:)")]
    private static partial Regex Numbered();

    [GeneratedRegex("国务院办公厅\\s*\\d{4}年\\d{1,2}月\\d{1,2}日")]
    private static partial Regex Signature();

    [GeneratedRegex("关于(\\d{4})年部分节假日安排")]
    private static partial Regex Title();

    [GeneratedRegex("^(?:[一二三四五六七八九十]+、|\\d+[.、](?!\\d)|[-*•·])?\\s*(?<name>[^\\d:\\s。]{2,20}?)\\s*:?\\s*(?<rest>\\d.*)$")]
    private static partial Regex Head();

    [GeneratedRegex("元旦|春节|清明|劳动|五一|端午|中秋|国庆|纪念日")]
    private static partial Regex Known();

    [GeneratedRegex("(?:(?:(?<y>\\d{4})[-年./])?(?<m>\\d{1,2})[-月./](?<d>\\d{1,2})日?|(?<d>\\d{1,2})日)"
        + "(?:\\([^()]*?(?:周|星期)(?<w>[一二三四五六日天])[^()]*\\)|\\([^()]*\\))?")]
    private static partial Regex Date();

    [GeneratedRegex("^\\s*[-至到~—–]+\\s*$")]
    private static partial Regex Until();

    [GeneratedRegex("(?<!\\d日?)\\([^()]*\\)")]
    private static partial Regex Aside();

    [GeneratedRegex("[。;,]")]
    private static partial Regex Clauses();

    [GeneratedRegex("(?:共|放假)(\\d{1,2})天")]
    private static partial Regex Counted();
}
