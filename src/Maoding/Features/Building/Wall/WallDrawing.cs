using System.Globalization;
using System.Text;
using Maoding.Domain.Lights;
using Maoding.Domain.Projects;
using Maoding.Shared;

namespace Maoding.Features.Building.Wall;

/// <summary>Draws the wall: months across, planned and actual bars, nodes, lights as word, shape and colour. The same lines on a screen and on paper.</summary>
/// <param name="link">The page of a project by its id, where names lead to it: on a screen; null on paper.</param>
public sealed class WallDrawing(WallView view, WallFrame frame, Func<int, string>? link)
{
    private readonly StringBuilder _svg = new();

    /// <summary>A stand-alone drawing of a few lines.</summary>
    /// <param name="lines">A group's name, or a project.</param>
    public static Markup Lines(WallView view, WallFrame frame, IReadOnlyList<object> lines, Func<int, string> link)
    {
        var drawing = new WallDrawing(view, frame, link);
        drawing.Open(frame.Width, frame.Line * lines.Count, "");
        drawing.Rows(lines, 0, 0);
        return drawing.Close();
    }

    /// <summary>The head of a column alone, which stays while lines are moved.</summary>
    public static Markup Head(WallView view, WallFrame frame)
    {
        var drawing = new WallDrawing(view, frame, link: null);
        drawing.Open(frame.Width, frame.Line, "");
        drawing.Head(0, 0);
        return drawing.Close();
    }

    public void Open(decimal width, decimal height, string unit) => _svg.Append(CultureInfo.InvariantCulture,
        $"<svg class=\"wall\" xmlns=\"http://www.w3.org/2000/svg\" width=\"{N(width)}{unit}\" height=\"{N(height)}{unit}\" viewBox=\"0 0 "
            + $"{N(width)} {N(height)}\" font-size=\"{N(frame.Font)}\">");

    public Markup Close() => new(_svg.Append("</svg>").ToString());

    public void Words(string words, decimal x, decimal y, decimal size, string css = "", string anchor = "start") => _svg.Append(CultureInfo.InvariantCulture,
        $"<text x=\"{N(x)}\" y=\"{N(y)}\" font-size=\"{N(size)}\" text-anchor=\"{anchor}\"{(css.Length > 0 ? $" class=\"{css}\"" : "")}>{E(words)}</text>");

    /// <summary>The names of the columns and of the months.</summary>
    public void Head(decimal x, decimal y)
    {
        var (baseline, font) = (y + (frame.Line * 0.7m), frame.Font);
        Box("wall-head", x, y, frame.Width, frame.Line);
        Words("灯", x + (font * 0.3m), baseline, font, "wall-strong");
        Words("项目", x + frame.Name, baseline, font, "wall-strong");
        Words("责任单位", x + frame.Unit, baseline, frame.Room(frame.Unit, frame.Leader) >= 4 ? font : font * 0.75m, "wall-strong");
        Words("领导", x + frame.Leader, baseline, font, "wall-strong");
        for (var month = 1; month <= 12; month++)
            Words(string.Create(CultureInfo.InvariantCulture, $"{month}月"),
                x + frame.Months + (frame.Month * (month - 0.5m)), baseline, font * 0.9m, "wall-strong", "middle");
        Words("完成/计划（亿元）", x + frame.Width, baseline, font * 0.85m, "wall-strong", "end");
    }

    /// <param name="lines">A group's name, or a project.</param>
    public void Rows(IReadOnlyList<object> lines, decimal x, decimal y)
    {
        var height = frame.Line * lines.Count;
        for (var month = 0; month <= 12; month++) Line("wall-month", x + frame.Months + (frame.Month * month), y, height);
        for (var i = 0; i < lines.Count; i++)
        {
            var top = y + (frame.Line * i);
            if (lines[i] is WallRow row) Row(row, x, top);
            else Group((string)lines[i], x, top);
        }

        if (view.Today.Year == view.Year) Line("wall-today", x + frame.At(view.Today, view.Year), y, height);
    }

    private void Group(string name, decimal x, decimal y)
    {
        Box("wall-group", x, y, frame.Width, frame.Line);
        Words(name, x + (frame.Font * 0.3m), y + (frame.Line * 0.72m), frame.Font, "wall-strong");
    }

    private void Row(WallRow row, decimal x, decimal y)
    {
        var (baseline, font) = (y + (frame.Line * 0.7m), frame.Font);
        _svg.Append(CultureInfo.InvariantCulture, $"<g><title>{E(Told(row))}</title>");
        _svg.Append(CultureInfo.InvariantCulture, $"<path class=\"wall-rule\" d=\"M{N(x)} {N(y + frame.Line)}h{N(frame.Width)}\"/>");
        Light(row.Light, x, y);
        if (link is not null) _svg.Append($"<a href=\"{E(link(row.Id))}\">");
        Words(Cut(row.Name, frame.Room(frame.Name, frame.Unit)), x + frame.Name, baseline, font);
        if (link is not null) _svg.Append("</a>");
        Words(Cut(row.Unit, frame.Room(frame.Unit, frame.Leader)), x + frame.Unit, baseline, font);
        Words(Cut(row.Leader, frame.Room(frame.Leader, frame.Months)), x + frame.Leader, baseline, font);
        Bars(row, x, y);
        Words(Money(row), x + frame.Width - (font * 0.2m), baseline, font * 0.9m, "", "end");
        _svg.Append("</g>");
    }

    /// <summary>Above what was planned, hollow; below what happened, filled, to today where it goes on; nodes as diamonds, reached ones filled.</summary>
    private void Bars(WallRow row, decimal x, decimal y)
    {
        var (start, end) = (new DateOnly(view.Year, 1, 1), new DateOnly(view.Year, 12, 31));
        var thick = frame.Line * 0.26m;
        if (row.PlannedStart is { } from && from <= end && (row.PlannedFinish ?? end) >= start)
            Bar("wall-planned", x, y + (frame.Line * 0.2m), from, row.PlannedFinish ?? end.AddDays(1), thick);
        if (row.StartedOn is { } began && began <= view.Today && (row.FinishedOn ?? view.Today) >= start)
            Bar("wall-actual", x, y + (frame.Line * 0.54m), began, row.FinishedOn ?? view.Today, thick);
        foreach (var node in row.Nodes)
        {
            if (node.Due.Year == view.Year) Diamond("wall-due", x + frame.At(node.Due, view.Year),
                y + (frame.Line * 0.33m), frame.Line * 0.2m, $"节点 {node.Name}，计划 {node.Due.Month}月{node.Due.Day}日");
            if (node.ReachedOn is { } reached && reached.Year == view.Year) Diamond("wall-reached", x + frame.At(reached, view.Year),
                y + (frame.Line * 0.67m), frame.Line * 0.2m, $"节点 {node.Name}，完成 {reached.Month}月{reached.Day}日");
        }
    }

    private void Bar(string css, decimal x, decimal y, DateOnly from, DateOnly to, decimal thick)
    {
        var (left, right) = (frame.At(from, view.Year), frame.At(to, view.Year));
        Box(css, x + left, y, Math.Max(right - left, frame.Line * 0.1m), thick);
    }

    private void Light(Light light, decimal x, decimal y)
    {
        var (cx, cy, r) = (x + (frame.Line * 0.38m), y + (frame.Line * 0.5m), frame.Line * 0.25m);
        var (css, shape) = light switch
        {
            Domain.Lights.Light.Green => ("wall-green", string.Create(CultureInfo.InvariantCulture, $"<circle cx=\"{N(cx)}\" cy=\"{N(cy)}\" r=\"{N(r)}\"/>")),
            Domain.Lights.Light.Yellow => ("wall-yellow", $"<path d=\"M{N(cx)} {N(cy - r)}l{N(r)} {N(2 * r)}h{N(-2 * r)}z\"/>"),
            Domain.Lights.Light.Red => ("wall-red",
                $"<path d=\"M{N(cx)} {N(cy - (r * 1.2m))}l{N(r * 1.2m)} {N(r * 1.2m)}l{N(-r * 1.2m)} {N(r * 1.2m)}l{N(-r * 1.2m)} {N(-r * 1.2m)}z\"/>"),
            _ => ("wall-none", string.Create(CultureInfo.InvariantCulture, $"<circle cx=\"{N(cx)}\" cy=\"{N(cy)}\" r=\"{N(r)}\"/>")),
        };
        _svg.Append(CultureInfo.InvariantCulture, $"<g class=\"{css}\">{shape}</g>");
        if (light != Domain.Lights.Light.None) Words(LightWords.Of(light)[..1], cx + (frame.Line * 0.36m), y + (frame.Line * 0.7m), frame.Font);
    }

    private void Diamond(string css, decimal x, decimal y, decimal r, string told) => _svg.Append(CultureInfo.InvariantCulture,
        $"<path class=\"{css}\" d=\"M{N(x)} {N(y - r)}l{N(r)} {N(r)}l{N(-r)} {N(r)}l{N(-r)} {N(-r)}z\"><title>{E(told)}</title></path>");

    private void Box(string css, decimal x, decimal y, decimal width, decimal height) => _svg.Append(CultureInfo.InvariantCulture,
        $"<rect class=\"{css}\" x=\"{N(x)}\" y=\"{N(y)}\" width=\"{N(width)}\" height=\"{N(height)}\"/>");

    private void Line(string css, decimal x, decimal y, decimal height) =>
        _svg.Append(CultureInfo.InvariantCulture, $"<path class=\"{css}\" d=\"M{N(x)} {N(y)}v{N(height)}\"/>");

    private static string Told(WallRow row) => string.Create(CultureInfo.InvariantCulture,
        $"{row.Name}，{ProjectWords.Of(row.Class)}，{StageMoves.NameOf(row.Stage)}，{(row.Light == Domain.Lights.Light.None ? "未评灯" : LightWords.Of(row.Light))}，"
            + $"本年完成投资 {row.Done:0.##} 万元，年度计划 {row.YearPlan:0.##} 万元");

    private static string Money(WallRow row)
    {
        var percent = row.YearPlan > 0 ? string.Create(CultureInfo.InvariantCulture, $" {row.Done * 100 / row.YearPlan:0}%") : "";
        return string.Create(CultureInfo.InvariantCulture, $"{row.Done / 10000:0.00}/{row.YearPlan / 10000:0.00}{percent}");
    }

    private static string Cut(string words, int room) => words.Length <= room ? words : words[..Math.Max(1, room - 1)] + "…";

    private static string N(decimal value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private static string E(string words) => Markup.Encoder.Encode(words);
}
