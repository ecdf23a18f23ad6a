using System.Globalization;
using Maoding.Domain.Lights;
using Maoding.Shared;

namespace Maoding.Features.Building.Wall;

/// <summary>Puts the wall on paper: all projects on one sheet as long as they can be read there, else on several.</summary>
public static class WallSheets
{
    /// <param name="title">云泽区2026年重大项目挂图作战.</param>
    public static IReadOnlyList<Markup> Of(WallView view, WallPaper paper, string title)
    {
        var lines = Lines(view);
        var (columns, line) = paper.Fit(lines.Count);
        var frame = new WallFrame(paper.ColumnWidth(columns), line);
        // A sheet that holds all is filled evenly, so that its columns end together.
        var most = paper.LinesOf(line);
        var perColumn = lines.Count <= most * columns ? (lines.Count + columns - 1) / columns : most;
        var perSheet = Math.Max(1, perColumn * columns);
        var sheets = Math.Max(1, (lines.Count + perSheet - 1) / perSheet);
        return [.. Enumerable.Range(0, sheets)
            .Select(sheet => Sheet(view, paper, frame, title, [.. lines.Skip(sheet * perSheet).Take(perSheet)], perColumn, (sheet + 1, sheets)))];
    }

    /// <summary>Each group's heading with its projects below.</summary>
    public static List<object> Lines(WallView view) =>
        [.. view.Groups.SelectMany(g => g.Rows.Cast<object>().Prepend(Heading(g)))];

    /// <summary>竣工 12个 完成 8.31/15.20亿元.</summary>
    private static string Heading(WallGroup group) => string.Create(CultureInfo.InvariantCulture,
        $"{group.Name}　{group.Rows.Count}个　完成投资 {group.Rows.Sum(r => r.Done) / 10000:0.00} 亿元，年度计划 {group.Rows.Sum(r => r.YearPlan) / 10000:0.00} 亿元");

    private static Markup Sheet(WallView view, WallPaper paper, WallFrame frame, string title, List<object> lines, int perColumn, (int Number, int Of) page)
    {
        var drawing = new WallDrawing(view, frame, link: null);
        drawing.Open(paper.Width, paper.Height, "mm");
        var (size, top) = (paper.Head * 0.42m, WallPaper.Margin + (paper.Head * 0.42m));
        drawing.Words(title, paper.Width / 2, top, size, "wall-title", "middle");
        if (page.Of > 1) drawing.Words($"第{page.Number}张，共{page.Of}张", paper.Width - WallPaper.Margin, top, size * 0.4m, "", "end");
        drawing.Words(Key(view), paper.Width / 2, top + (size * 0.8m), size * 0.4m, "", "middle");
        for (var column = 0; column * perColumn < lines.Count; column++)
        {
            var (x, y) = (WallPaper.Margin + (column * (frame.Width + WallPaper.Gap)), WallPaper.Margin + paper.Head);
            drawing.Head(x, y);
            drawing.Rows([.. lines.Skip(column * perColumn).Take(perColumn)], x, y + frame.Line);
        }

        return drawing.Close();
    }

    /// <summary>What the marks mean, and how it stands.</summary>
    private static string Key(WallView view)
    {
        var lights = view.Rows.GroupBy(r => r.Light).ToDictionary(g => g.Key, g => g.Count());
        var counts = string.Join('、', LightMark.Order.Where(l => l != Light.None).Select(l => $"{LightWords.Of(l)}{lights.GetValueOrDefault(l)}"));
        return string.Create(CultureInfo.InvariantCulture,
            $"共{view.Count}个项目，{counts}{(view.IsProvisional ? "（未月结，暂评）" : "")}，投资和亮灯统计到{view.Month % 100}月。"
                + $"上为计划，空心；下为实际，实心；◇计划节点，◆完成节点；竖线为{view.Today.Month}月{view.Today.Day}日。");
    }
}
