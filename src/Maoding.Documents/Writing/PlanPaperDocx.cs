using System.Globalization;

namespace Maoding.Documents.Writing;

/// <summary>任务分解方案 as the attachment of an official document: landscape pages, opening, table, 版记.</summary>
internal static class PlanPaperDocx
{
    public static OfficialPaper Of(LedgerDocument document, LedgerPaper paper) =>
        paper.Notice is { } notice ? notice with { Attachments = [Alone(document, paper)] } : Alone(document, paper);

    private static OfficialPaper Alone(LedgerDocument document, LedgerPaper paper) => new(
        document.Title,
        [
            .. paper.Opening.Length > 0 ? (PaperPart[])[new PaperParagraph(paper.Opening), new PaperSpace()] : [],
            new PaperTable(Columns(paper), [.. document.Sections.SelectMany(s => Rows(document, paper, s))]),
        ])
    {
        Mark = paper.Mark,
        Note = paper.Note,
        Imprint = paper.Organ.Length > 0 ? new PaperImprint(paper.Organ, paper.Date) : null,
        IsWide = true,
    };

    private static IEnumerable<IReadOnlyList<string>> Rows(LedgerDocument document, LedgerPaper paper, LedgerSection section)
    {
        if (section.Path.Length > 0) yield return [section.Path];
        foreach (var row in section.Commitments)
            yield return row.HasLeaves ? [row.Number, row.Title + Counted(row)] : Cells(document, paper, row);
    }

    private static IReadOnlyList<PaperColumn> Columns(LedgerPaper paper) => paper.ShowsPlan
        ? [new("序号", 660, true), new("任务内容", 2300), new("具体举措", 2240), new("序时进度", 1300),
            new("牵头领导", 1900, true), new("牵头单位", 1400, true), new("配合单位", 1756), new("完成时限", 1200, true)]
        : [new("序号", 700, true), new("任务内容", 2700), new("具体举措", 2856), new("牵头领导", 1900, true),
            new("牵头单位", 1500, true), new("配合单位", 1900), new("完成时限", 1200, true)];

    private static List<string> Cells(LedgerDocument document, LedgerPaper paper, LedgerCommitment row)
    {
        List<string> cells =
        [
            row.Number, row.Title + Counted(row), PlainWords.Measures(row.Measures),
            string.Join('\n', row.Leaders.Select(l => l.Replace("（", "\n（", StringComparison.Ordinal))), string.Join('\n', row.Leads),
            PlainWords.Names(row.CoUnits), PlainWords.Limit(row, document.PlanYear),
        ];
        if (paper.ShowsPlan) cells.Insert(3, Quarters(row));
        return cells;
    }

    /// <summary>What is planned by the end of each quarter, up to the one in which all is done.</summary>
    private static string Quarters(LedgerCommitment row)
    {
        string[] names = ["一季度", "二季度", "三季度", "四季度"];
        var lines = new List<string>();
        for (var quarter = 0; quarter < names.Length && row.MonthlyPlan.Count == 12; quarter++)
        {
            var planned = row.MonthlyPlan[(quarter * 3) + 2];
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"{names[quarter]} {planned / 10m:0.#}%"));
            if (planned == 1000) break;
        }

        return string.Join('\n', lines);
    }

    /// <summary>What is counted, where the title does not say it already.</summary>
    public static string Counted(LedgerCommitment row)
    {
        var unsaid = row.Quantities.Where(
            q => !row.Title.Contains(q, StringComparison.Ordinal) && !Figures(q).All(f => row.Title.Contains(f, StringComparison.Ordinal))).ToList();
        return unsaid.Count == 0 ? "" : $"\n（{string.Join('、', unsaid)}）";
    }

    /// <summary>3所 of 幼儿园3所.</summary>
    private static IEnumerable<string> Figures(string quantity)
    {
        var at = quantity.AsSpan().IndexOfAnyInRange('0', '9');
        return at < 0 ? [] : [quantity[at..]];
    }
}
