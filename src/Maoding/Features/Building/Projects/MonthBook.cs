using System.Globalization;
using Maoding.Documents.Writing;
using Maoding.Domain.Projects;
using Maoding.Shared.Workbooks;

namespace Maoding.Features.Building.Projects;

/// <summary>A unit's month as a workbook: one project a line, filled in as the form would be.</summary>
public static class MonthBook
{
    public const string Month = "月份";
    public const string Done = "当月完成投资（万元）";
    public const string Progress = "形象进度";
    public const string Note = "存在问题、说明";
    public const string Nodes = "完成的节点";

    private const int Most = 1000;

    private static readonly TableColumn[] Columns =
    [
        new(ProjectBook.Code, 13, IsFixed: true), new(ProjectBook.Name, 32, IsFixed: true),
        new(Month, 9, IsFixed: true), new("年度计划（万元）", 13, IsFixed: true), new("当月计划（万元）", 13, IsFixed: true),
        new("以前各月累计完成（万元）", 16, IsFixed: true), new(Done, 16), new(Progress, 44), new(Note, 34), new(Nodes, 34),
    ];

    /// <param name="month">yyyymm.</param>
    public static TableSheet Of(IEnumerable<MonthLine> lines, int month)
    {
        var rows = lines.Where(l => l.IsOpen).Select(IReadOnlyList<object?> (l) =>
        {
            var field = l.Field();
            return
            [
                l.Project.Code, l.Project.Name, month.ToString(CultureInfo.InvariantCulture), l.YearPlan,
                l.Month?.Planned, l.DoneBefore, l.Month?.Done, field.Progress, field.Note,
                string.Join('\n', l.Project.Nodes.Where(n => n.ReachedOn is null).OrderBy(n => n.Due).Select(n => Of(n, n.ReportedOn))),
            ];
        }).ToList();
        return new TableSheet("月度调度", Columns, rows);
    }

    /// <summary>Puts a filled workbook into the lines' fields; nothing is written.</summary>
    /// <param name="lines">What the reader may fill in, and what is sent already.</param>
    /// <returns>The fields as filled, and what is wrong by cell.</returns>
    /// <exception cref="Domain.RefusalException">PRJ007: no such workbook.</exception>
    public static (List<MonthField> Fields, List<string> Problems, int Filled) Fill(byte[] workbook, string fileName, int month, IReadOnlyList<MonthLine> lines)
    {
        var book = BookCells.Read(workbook, fileName, new BookForm("PRJ007", "月度调度的表", Done, [ProjectBook.Code, Month, Done, Progress, Note, Nodes], Most));
        var open = lines.Where(l => l.IsOpen).ToDictionary(l => l.Project.Code);
        var fields = open.ToDictionary(l => l.Key, l => l.Value.Field());
        var (problems, filled) = (new List<string>(), 0);
        foreach (var row in book)
        {
            void Add(string column, string words) => problems.Add($"{row.Place(column)}：{words}");
            var code = row[ProjectBook.Code];
            // A project that needs no report any more holds nobody up while nothing was filled in.
            if (!open.TryGetValue(code, out var line) && IsLeft(row, lines.FirstOrDefault(l => l.Project.Code == code))) continue;
            if (line is null) Add(ProjectBook.Code, $"{ProjectText.Month(month)}要填的项目里没有编号 {code}。");
            else if (row[Month] != month.ToString(CultureInfo.InvariantCulture)) Add(Month, $"这是 {row[Month]} 的表，这里填的是 {month}。");
            else if (row[Done].Length > 0)
            {
                var field = fields[code];
                (field.Done, field.Progress, field.Note) = (row[Done], row[Progress], row[Note]);
                if (!ProjectForm.TryMoney(field.Done, out _)) Add(Done, $"“{field.Done}”应是以万元为单位的数，如 350.5。没有完成的填 0。");
                Reach(row[Nodes], line.Project, field, words => Add(Nodes, words));
                filled++;
            }
            else if (Stray(row, line) is { } head) Add(Done, $"填了{head}，没有写当月完成投资。没有完成的填 0。");
        }

        return ([.. lines.Where(l => l.IsOpen).Select(l => fields[l.Project.Code])], problems, filled);
    }

    /// <summary>Says no more than what was sent.</summary>
    /// <param name="sent">Null: the project owes no month.</param>
    private static bool IsLeft(BookRow row, MonthLine? sent)
    {
        if (row[Done].Length == 0) return true;
        if (sent?.Month is not { } month) return false;
        return ProjectForm.TryMoney(row[Done], out var done) && done == month.Done && Says(row[Progress], month.Progress) && Says(row[Note], month.Note);
    }

    /// <summary>The head of what was filled in of a month of which nothing is said yet; null for none.</summary>
    private static string? Stray(BookRow row, MonthLine line)
    {
        if (line.Month?.Done is not null) return null;
        var field = line.Field();
        if (row[Progress].Length > 0 && !Says(row[Progress], field.Progress)) return Progress;
        if (row[Note].Length > 0 && !Says(row[Note], field.Note)) return Note;
        HashSet<string> known = [.. line.Project.Nodes.SelectMany(n => (DateOnly?[])[null, n.ReportedOn, n.ReachedOn], Of)];
        return row[Nodes].Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).All(known.Contains) ? null : Nodes;
    }

    private static bool Says(string cell, string? text) => cell.ReplaceLineEndings() == (text ?? "").ReplaceLineEndings();

    private static string Of(ProjectNode node, DateOnly? day) => $"{node.Name}{ProjectBook.NodeMark}{ProjectText.Iso(day)}";

    private static void Reach(string cell, Project project, MonthField field, Action<string> add)
    {
        foreach (var line in cell.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            string[] parts = line.Split((char[])[ProjectBook.NodeMark, '|'], StringSplitOptions.TrimEntries);
            if (parts is [_] or [_, ""]) continue;
            if (project.Nodes.Find(n => n.Name == parts[0]) is not { } node) add($"项目没有节点“{parts[0]}”。");
            else if (parts.Length != 2 || DayCell.Read(parts[1]) is not { IsWrong: false, Value: var day })
                add($"“{line}”读不懂，应写成 {node.Name}{ProjectBook.NodeMark}2026-05-01 的样子。");
            else if (field.Nodes.Find(n => n.Id == node.Id) is { } reached) reached.On = day;
        }
    }
}
