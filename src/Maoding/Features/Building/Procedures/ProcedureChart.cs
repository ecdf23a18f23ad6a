using System.Globalization;
using System.Text;
using Maoding.Shared;

namespace Maoding.Features.Building.Procedures;

/// <summary>
/// Procedures as bars over weeks, made on the server: full for what was done, ruled for what is
/// critical, blank for the rest, a dotted frame for the plan; it reads without colour.
/// </summary>
public sealed class ProcedureChart(ProjectProcedures view, DateOnly today)
{
    private const int Left = 230;
    private const int Width = 1080;
    private const int Top = 58;
    private const int Row = 26;
    private const int Legend = 34;
    private const int LongestName = 15;

    private readonly List<ProcedureLine> _lines = [.. view.Lines.Where(l => l.Slot is { Activity.IsWaived: false })];

    /// <summary>Empty when nothing can be drawn.</summary>
    public Markup Html()
    {
        if (_lines.Count == 0 || view.Network is null) return new Markup("");
        var (first, last) = Span();
        var height = Top + (_lines.Count * Row) + Legend;
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg class=\"prc-chart\" viewBox=\"0 0 {Width} {height}\" role=\"img\" aria-label=\"各项手续的时间，与下表相同\">");
        svg.Append("<defs><pattern id=\"prc-ruled\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><rect "
            + "class=\"prc-paper\" width=\"6\" height=\"6\"/><line class=\"prc-rule\" x1=\"0\" y1=\"0\" x2=\"0\" y2=\"6\"/></pattern></defs>");
        Weeks(svg, first, last, height - Legend);
        for (var i = 0; i < _lines.Count; i++) Bar(svg, _lines[i], Top + (i * Row), first, last);
        // Each in a row of its own, words over all lines: days that are near each other stay readable.
        List<(DateOnly On, string Words, string Style, int Y)> days = [(today, "今天", "prc-today", 12), (view.Network.Earliest, "最早开工", "prc-start", 24)];
        if (view.Project.PlannedStart is { } wanted) days.Add((wanted, "计划开工", "prc-wanted", 36));
        foreach (var (on, _, style, y) in days) Line(svg, on, style, first, last, y - 8, height - Legend);
        foreach (var (on, words, style, y) in days) Words(svg, on, words, style, first, last, y);
        Explain(svg, height - 12);
        return new Markup(svg.Append("</svg>").ToString());
    }

    /// <summary>From the Monday before the first day to the Sunday after the last.</summary>
    private (DateOnly First, DateOnly Last) Span()
    {
        var days = _lines.SelectMany(l => (DateOnly?[])[l.Slot!.EarlyStart, l.Slot.EarlyFinish, l.Planned?.EarlyStart, l.Planned?.EarlyFinish])
            .Append(today).Append(view.Network!.Earliest).Append(view.Project.PlannedStart).OfType<DateOnly>().ToList();
        var (first, last) = (days.Min(), days.Max());
        return (first.AddDays(-(((int)first.DayOfWeek + 6) % 7)), last.AddDays(7 - (((int)last.DayOfWeek + 6) % 7)));
    }

    private static void Weeks(StringBuilder svg, DateOnly first, DateOnly last, int bottom)
    {
        var weeks = (last.DayNumber - first.DayNumber) / 7;
        var step = Math.Max(1, (weeks + 17) / 18);
        for (var week = 0; week <= weeks; week++)
        {
            var day = first.AddDays(week * 7);
            var x = X(day, first, last);
            svg.Append(CultureInfo.InvariantCulture,
                $"<line class=\"{(week % step == 0 ? "prc-week" : "prc-fine")}\" x1=\"{x}\" x2=\"{x}\" y1=\"{Top - 4}\" y2=\"{bottom}\"/>");
            if (week % step == 0 && week < weeks) svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{x}\" dx=\"2\" y=\"{Top - 8}\">{day:M/d}</text>");
        }
    }

    private void Bar(StringBuilder svg, ProcedureLine line, int y, DateOnly first, DateOnly last)
    {
        var (slot, name) = (line.Slot!, line.Procedure.Name);
        var words = name.Length > LongestName ? name[..(LongestName - 1)] + "…" : name;
        svg.Append(CultureInfo.InvariantCulture,
            $"<g><title>{Encode(Tip(line))}</title><text class=\"{(slot.IsCritical ? "prc-critical-words" : "prc-words")}\" "
                + $"x=\"4\" y=\"{y + 17}\">{line.Procedure.Order} {Encode(words)}{(slot.IsCritical ? " ★" : "")}</text>");
        if (line.Planned is { } planned) Rect(svg, "prc-planned", planned.EarlyStart, planned.EarlyFinish, y + 3, Row - 6, first, last);
        var done = slot.Activity.FinishedOn is not null;
        Rect(svg, done ? "prc-done" : slot.IsCritical ? "prc-critical" : "prc-open", slot.EarlyStart, slot.EarlyFinish, y + 7, Row - 14, first, last);
        if (!done && slot.Activity.AcceptedOn is { } since)
            Rect(svg, "prc-done", since, today < slot.EarlyFinish ? today : slot.EarlyFinish, y + 10, Row - 20, first, last);
        svg.Append("</g>");
    }

    private static void Rect(StringBuilder svg, string style, DateOnly from, DateOnly to, int y, int height, DateOnly first, DateOnly last)
    {
        var (x, end) = (Place(from, first, last), Place(to.AddDays(1), first, last));
        svg.Append(CultureInfo.InvariantCulture, $"<rect class=\"{style}\" x=\"{x:0.#}\" y=\"{y}\" width=\"{Math.Max(2, end - x):0.#}\" height=\"{height}\"/>");
    }

    private static void Line(StringBuilder svg, DateOnly day, string style, DateOnly first, DateOnly last, int top, int bottom)
    {
        var x = X(day, first, last);
        svg.Append(CultureInfo.InvariantCulture, $"<line class=\"{style}\" x1=\"{x}\" x2=\"{x}\" y1=\"{top}\" y2=\"{bottom}\"/>");
    }

    private static void Words(StringBuilder svg, DateOnly day, string words, string style, DateOnly first, DateOnly last, int y)
    {
        var isLate = Place(day, first, last) > Width - 90;
        svg.Append(CultureInfo.InvariantCulture, $"<text class=\"prc-day {style}-words\" x=\"{X(day, first, last)}\" "
            + $"dx=\"{(isLate ? -3 : 3)}\" y=\"{y}\" text-anchor=\"{(isLate ? "end" : "start")}\">{words} {day:M/d}</text>");
    }

    private static void Explain(StringBuilder svg, int y)
    {
        var x = Left;
        foreach (var (style, words) in ((string, string)[])[("prc-done", "已办"),
            ("prc-critical", "关键（★，晚一天开工就晚一天）"), ("prc-open", "有余地"), ("prc-planned", "起算时的计划")])
        {
            svg.Append(CultureInfo.InvariantCulture,
                $"<rect class=\"{style}\" x=\"{x}\" y=\"{y - 10}\" width=\"28\" height=\"11\"/><text x=\"{x + 34}\" y=\"{y}\">{words}</text>");
            x += 62 + (words.Length * 13);
        }
    }

    private string Tip(ProcedureLine line) => string.Create(
        CultureInfo.InvariantCulture,
        $"{line.Procedure.Order} {line.Procedure.Name}：{line.Slot!.EarlyStart:M月d日}至{line.Slot.EarlyFinish:M月d日}，"
            + $"{ProcedureMarks.Of(line.Procedure, line.Slot, today).Words}"
            + $"{(line.Planned is { } planned ? $"；计划{planned.EarlyStart:M月d日}至{planned.EarlyFinish:M月d日}" : "")}");

    private static string X(DateOnly day, DateOnly first, DateOnly last) => Place(day, first, last).ToString("0.#", CultureInfo.InvariantCulture);

    private static double Place(DateOnly day, DateOnly first, DateOnly last) =>
        Left + ((Width - Left - 6.0) * (day.DayNumber - first.DayNumber) / (last.DayNumber - first.DayNumber));

    private static string Encode(string words) => Markup.Encoder.Encode(words);
}
