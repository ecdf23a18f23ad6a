using Maoding.Documents.Writing;

using Maoding.Shared;
namespace Maoding.Commands.Decomposing;

/// <summary>The report for a person at a terminal.</summary>
internal static class TextReport
{
    public static void Write(Report report, TextWriter to, int width)
    {
        var ledger = LedgerMapping.Of(report);
        to.WriteLine(ledger.Title);
        foreach (var line in Facts.Of(report.Read)) to.WriteLine(line);
        WriteOutline(report, to);
        WriteTargets(ledger, to, width);
        WriteCommitments(ledger, to, width);
        if (report.Explain) WriteExplanations(report, to);
        WriteThemes(ledger, to);
        WriteReview(ledger, to);
    }

    private static void WriteOutline(Report report, TextWriter to)
    {
        Heading(to, "提纲");
        foreach (var section in report.Read.Outline.Sections.Skip(1))
        {
            var role = section.Level == 1 ? $"　［{PlainNames.Of(section.Role)}］" : "";
            to.WriteLine($"{new string('　', section.Level - 1)}{section.Number}{section.Title}{role}");
        }
    }

    private static void WriteTargets(LedgerDocument ledger, TextWriter to, int width)
    {
        Heading(to, $"预期目标（{ledger.Targets.Count} 项）");
        var table = new TextTable("序号", "指标", "方面", "类型", "数值", "单位", "位置");
        foreach (var target in ledger.Targets)
            table.Add($"{target.Number}", target.Name, target.Dimension, target.Kind, target.Value, target.Unit, target.Place);
        table.Write(to, width);
    }

    private static void WriteCommitments(LedgerDocument ledger, TextWriter to, int width)
    {
        Heading(to, $"任务台账（{ledger.CommitmentCount} 条）");
        foreach (var section in ledger.Sections)
        {
            to.WriteLine(section.Path);
            var led = section.Commitments.Any(c => c.Leaders.Count > 0);
            string[] heads = led ? ["序号", "任务", "领导", "牵头", "配合", "时限", "位置"] : ["序号", "任务", "举措", "建议牵头", "配合", "时限", "位置"];
            var table = new TextTable(heads) { Ruled = true, Whole = [0, 6] };
            foreach (var row in section.Commitments)
            {
                var third = led ? Names(row.Leaders) : string.Join('\n', row.Measures.Select(m => $"- {m}"));
                table.Add(
                    row.Number, row.Title, third, Names(row.Leads), Names(row.CoUnits), row.DeadlineWords.Length == 0 ? "未写" : row.DeadlineWords, row.Place);
            }

            table.Write(to, width);
            to.WriteLine();
        }
    }

    private static void WriteExplanations(Report report, TextWriter to)
    {
        Heading(to, "判断依据");
        foreach (var commitment in report.Read.Commitments)
            to.WriteLine($"{commitment.Number}　{commitment.Title}\n　　{string.Join("；", report.Evidence(commitment))}");
    }

    private static void WriteThemes(LedgerDocument ledger, TextWriter to)
    {
        Heading(to, $"专题（{ledger.Themes.Count} 个）");
        foreach (var theme in ledger.Themes)
            to.WriteLine(theme.Members.Count == 0 ? $"“{theme.Name}”　{theme.Place}" : $"“{theme.Name}”：{Names(theme.Members)}　{theme.Place}");
    }

    private static void WriteReview(LedgerDocument ledger, TextWriter to)
    {
        Heading(to, $"请人看一看（{ledger.Reviews.Count} 处）");
        foreach (var kind in ledger.Reviews.GroupBy(r => r.Matter))
        {
            to.WriteLine($"{kind.Key}（{kind.Count()}）");
            foreach (var note in kind) to.WriteLine($"　{note.Place}　{note.Reason}：{Short(note.Quote)}");
        }
    }

    private static string Short(string quote) => quote.Length <= 40 ? quote : string.Concat(quote.AsSpan(0, 40), "……");

    private static string Names(IReadOnlyList<string> names) => string.Join('、', names);

    private static void Heading(TextWriter to, string words)
    {
        to.WriteLine();
        to.WriteLine($"== {words} ==");
    }
}
