using Maoding.Documents.Writing;
using Spectre.Console;

namespace Maoding.Features.Decompose;

/// <summary>The report for a person at a terminal.</summary>
internal static class TextReport
{
    public static void Write(Report report, TextWriter to, int width)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new FixedWidth(to, width),
        });
        var ledger = LedgerMapping.Of(report);
        to.WriteLine(ledger.Title);
        foreach (var line in Facts.Of(report.Read)) to.WriteLine(line);
        WriteOutline(report, to);
        WriteTargets(ledger, to, console);
        WriteCommitments(ledger, to, console);
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

    private static void WriteTargets(LedgerDocument ledger, TextWriter to, IAnsiConsole console)
    {
        Heading(to, $"预期目标（{ledger.Targets.Count} 项）");
        var table = NewTable("序号", "指标", "方面", "类型", "数值", "单位", "位置");
        foreach (var target in ledger.Targets)
            Row(table, $"{target.Number}", target.Name, target.Dimension, target.Kind, target.Value, target.Unit, target.Place);
        console.Write(table);
    }

    private static void WriteCommitments(LedgerDocument ledger, TextWriter to, IAnsiConsole console)
    {
        Heading(to, $"任务台账（{ledger.CommitmentCount} 条）");
        foreach (var section in ledger.Sections)
        {
            to.WriteLine(section.Path);
            var led = section.Commitments.Any(c => c.Leaders.Count > 0);
            var table = led
                ? NewTable("序号", "任务", "领导", "牵头", "配合", "时限", "位置")
                : NewTable("序号", "任务", "举措", "建议牵头", "配合", "时限", "位置");
            foreach (var row in section.Commitments)
            {
                var third = led ? Names(row.Leaders) : string.Join('\n', row.Measures.Select(m => $"·{m}"));
                Row(table, row.Number, row.Title, third, Names(row.Leads), Names(row.CoUnits), row.DeadlineWords.Length == 0 ? "未写" : row.DeadlineWords, row.Place);
            }

            table.ShowRowSeparators = true;
            table.Columns[0].NoWrap = table.Columns[6].NoWrap = true;
            console.Write(table);
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

    private static Table NewTable(params string[] heads)
    {
        var table = new Table().Border(TableBorder.Ascii);
        foreach (var head in heads) table.AddColumn(new TableColumn(new Spectre.Console.Text(head)));
        return table;
    }

    private static void Row(Table table, params string[] cells) => table.AddRow(cells.Select(c => new Spectre.Console.Text(c)));

    /// <summary>A writer of a fixed width, whether or not it is a terminal.</summary>
    private sealed class FixedWidth(TextWriter to, int width) : IAnsiConsoleOutput
    {
        public TextWriter Writer => to;

        public bool IsTerminal => false;

        public int Width => width;

        public int Height => int.MaxValue;

        public void SetEncoding(System.Text.Encoding encoding)
        {
            // The stream's encoding is fixed by whoever opened it.
        }
    }
}
