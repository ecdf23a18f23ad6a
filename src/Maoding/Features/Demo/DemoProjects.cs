using System.Globalization;
using Maoding.Domain.Projects;

namespace Maoding.Features.Demo;

/// <summary>A project of the demonstration with its course.</summary>
/// <param name="Before">Done before this year, 万元.</param>
/// <param name="Pace">Percent of each month's plan that is done.</param>
/// <param name="Row">How the ledger row begins that it serves.</param>
internal sealed record DemoProject(
    string Name, ProjectLevel Level, Sector Sector, YearClass Class, decimal Total, decimal Plan,
    decimal Before, DateOnly PlannedStart, DateOnly PlannedFinish, DateOnly? Started, DateOnly? Finished,
    string Unit, string Service, string Leader, string Owner, string Site, string Longitude,
    string Latitude, int Pace, string Progress, string Row, string Content);

/// <summary>The projects of 云泽区 and what happens around them, from projects.md; always the same.</summary>
internal sealed class DemoProjects
{
    /// <summary>Parts of a year's plan by month of a project that is built all year, in thousandths: little in winter, most in autumn.</summary>
    private static readonly int[] Season = [45, 35, 75, 85, 90, 95, 90, 95, 105, 105, 95, 85];

    /// <summary>What months do differently from the pace, in percent.</summary>
    private static readonly int[] Swing = [-6, 3, 0, 5, -4, 2, -1, 4, -3, 1];

    private readonly string[] _lines;
    private readonly int _year;

    public DemoProjects(int year)
    {
        using var stream = typeof(DemoProjects).Assembly.GetManifestResourceStream("Maoding.Features.Demo.projects.md")!;
        using var reader = new StreamReader(stream);
        _lines = reader.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries);
        _year = year;
        All = [.. Table("名称", "快慢").Select(Read)];
    }

    public IReadOnlyList<DemoProject> All { get; }

    /// <summary>The streets and towns as GeoJSON, drawn freely: there is no such district.</summary>
    public static Stream Boundary() => typeof(DemoProjects).Assembly.GetManifestResourceStream("Maoding.Features.Demo.boundary.geojson")!;

    public IEnumerable<string[]> Leads => Table("名称", "投资方");

    public IEnumerable<string[]> Sought => Table("名称", "对象");

    public IEnumerable<string[]> Procedures => Table("项目", "模板");

    public IEnumerable<string[]> Problems => Table("标题", "说明");

    public IEnumerable<string[]> Meetings => Table("日期", "地点");

    /// <summary>8-28 of this year, 2027-3-15; null for nothing.</summary>
    public DateOnly? Day(string text)
    {
        if (text.Length == 0) return null;
        var parts = text.Split('-').Select(p => int.Parse(p, CultureInfo.InvariantCulture)).ToArray();
        return parts.Length == 2 ? new DateOnly(_year, parts[0], parts[1]) : new DateOnly(parts[0], parts[1], parts[2]);
    }

    public static Sector SectorOf(string name) => Enum.GetValues<Sector>().First(s => ProjectWords.Of(s) == name);

    /// <summary>Names of a project's nodes with the days on which they are due.</summary>
    public IEnumerable<(string Name, DateOnly Due)> Nodes(DemoProject project)
    {
        var names = Table("行业", "名称").First(cells => cells[0] == ProjectWords.Of(project.Sector))[1].Split('、');
        var days = project.PlannedFinish.DayNumber - project.PlannedStart.DayNumber;
        return names.Zip((int[])[35, 70, 100], (name, part) => (name, project.PlannedStart.AddDays(days * part / 100)));
    }

    /// <summary>When a node was reached: later the slower the project is; null while it is not.</summary>
    public static DateOnly? Reached(DemoProject project, DateOnly due, DateOnly today)
    {
        if (project.Started is not { } start) return null;
        if (project.Finished is { } finish && (due < finish ? due : finish) is var end) return end <= today ? end : null;
        var late = Math.Max(0, 100 - project.Pace) * (due.DayNumber - project.PlannedStart.DayNumber) / 100;
        var on = due.AddDays(late + Math.Max(0, start.DayNumber - project.PlannedStart.DayNumber));
        return on <= today ? on : null;
    }

    /// <summary>The plan of each month, 万元; nothing before the start and after the end.</summary>
    public IReadOnlyList<decimal> Plan(DemoProject project)
    {
        var weights = Season.Select((weight, i) => IsPlanned(project, i + 1) ? weight : 0).ToArray();
        var whole = weights.Sum();
        if (whole == 0 || project.Plan == 0) return [.. new decimal[12]];
        var months = weights.Select(w => Math.Round(project.Plan * w / whole / 10) * 10).ToArray();
        months[Array.FindLastIndex(weights, w => w > 0)] += project.Plan - months.Sum();
        return months;
    }

    /// <summary>What is done of a month's plan, 万元.</summary>
    public decimal Done(DemoProject project, int index, int month)
    {
        if (project.Started is not { } start || (start.Year == _year && start.Month > month)) return 0;
        if (project.Finished is { } finish && finish.Year == _year && finish.Month < month) return 0;
        return Math.Round(Plan(project)[month - 1] * (project.Pace + Swing[(index + month) % Swing.Length]) / 100);
    }

    private bool IsPlanned(DemoProject project, int month)
    {
        var (first, last) = (new DateOnly(_year, month, 1), new DateOnly(_year, month, DateTime.DaysInMonth(_year, month)));
        return project.PlannedStart <= last && project.PlannedFinish >= first;
    }

    private DemoProject Read(string[] cells) => new(
        cells[0],
        Enum.GetValues<ProjectLevel>().First(l => ProjectWords.Of(l, "云泽区") == cells[1]),
        SectorOf(cells[2]),
        Enum.GetValues<YearClass>().First(c => ProjectWords.Of(c) == cells[3]),
        Number(cells[4]), Number(cells[5]), Number(cells[6]),
        Day(cells[7])!.Value, Day(cells[8])!.Value, Day(cells[9]), Day(cells[10]),
        cells[11], cells[12], cells[13], cells[14], cells[15], cells[16], cells[17],
        (int)Number(cells[18]), cells[19], cells[20], cells[21]);

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>The rows of the table whose head begins with one word and has another.</summary>
    private IEnumerable<string[]> Table(string first, string holds) => _lines
        .SkipWhile(l => !(l.StartsWith($"| {first} |", StringComparison.Ordinal) && l.Contains($"| {holds} |", StringComparison.Ordinal)))
        .Skip(2)
        .TakeWhile(l => l.StartsWith('|'))
        .Select(l => l.Split('|', StringSplitOptions.TrimEntries)[1..^1]);
}
