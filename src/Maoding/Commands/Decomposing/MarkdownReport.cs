using Maoding.Text.Structure;

using Maoding.Shared;
namespace Maoding.Commands.Decomposing;

/// <summary>The report as Markdown tables.</summary>
internal static class MarkdownReport
{
    public static void Write(Report report, TextWriter to)
    {
        var ledger = LedgerMapping.Of(report);
        to.WriteLine($"# {ledger.Title}");
        to.WriteLine();
        foreach (var line in Facts.Of(report.Read)) to.WriteLine($"- {line}");
        WriteOutline(report, to);
        Table(to, "预期目标", ["序号", "指标", "方面", "类型", "数值", "单位", "位置"], ledger.Targets.Select(t =>
            new[] { $"{t.Number}", t.Name, t.Dimension, t.Kind, t.Value, t.Unit, t.Place }));
        to.WriteLine();
        to.WriteLine("## 任务台账");
        foreach (var section in ledger.Sections)
        {
            Table(to, null, ["序号", "任务", "举措", "牵头", "配合", "时限", "位置"], section.Commitments.Select(c =>
                new[] { c.Number, c.Title, string.Join("<br>", c.Measures), Names(c.Leads), Names(c.CoUnits), c.DeadlineWords, c.Place }), section.Path);
        }

        if (report.Explain) WriteExplanations(report, to);
        Table(to, "专题", ["专题", "内容", "位置"], ledger.Themes.Select(t => new[] { t.Name, Names(t.Members), t.Place }));
        Table(to, "待核", ["事项", "说明", "位置"], ledger.Reviews.Select(r => new[] { r.Matter, r.Reason, r.Place }));
    }

    private static void WriteOutline(Report report, TextWriter to)
    {
        to.WriteLine();
        to.WriteLine("## 提纲");
        to.WriteLine();
        foreach (var section in report.Read.Outline.Sections.Skip(1))
            to.WriteLine($"{new string(' ', 2 * (section.Level - 1))}- {section.Number}{section.Title}{RoleOf(section)}");
    }

    private static string RoleOf(Section section) => section.Level == 1 ? $"（{PlainNames.Of(section.Role)}）" : "";

    private static void WriteExplanations(Report report, TextWriter to)
    {
        to.WriteLine();
        to.WriteLine("## 判断依据");
        to.WriteLine();
        foreach (var commitment in report.Read.Commitments)
            to.WriteLine($"{commitment.Number}. {commitment.Title}：{string.Join("；", report.Evidence(commitment))}");
    }

    private static void Table(TextWriter to, string? heading, string[] head, IEnumerable<string[]> rows, string? subheading = null)
    {
        to.WriteLine();
        if (heading is not null) to.WriteLine($"## {heading}\n");
        if (subheading is { Length: > 0 }) to.WriteLine($"### {subheading}\n");
        to.WriteLine($"| {string.Join(" | ", head)} |");
        to.WriteLine($"|{string.Concat(head.Select(_ => "---|"))}");
        foreach (var row in rows) to.WriteLine($"| {string.Join(" | ", row.Select(Cell))} |");
    }

    private static string Names(IReadOnlyList<string> names) => string.Join('、', names);

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal).Replace('\n', ' ');
}
