using System.Globalization;

namespace Maoding.Documents.Writing;

/// <summary>任务分解方案 as one sheet, in the columns of the paper; parents stand before their leaves.</summary>
internal static class PaperSheet
{
    public static LedgerSheet Of(LedgerDocument document, LedgerPaper paper)
    {
        var rows = document.Sections.SelectMany(section => section.Commitments.Select(row => Cells(document, paper, section.Path, row))).ToList();
        var note = paper.Note.Length > 0 ? $"（{paper.Note}）" : "";
        string[] facts = [paper.Mark, document.SourceTitle.Length > 0 ? $"来源：{document.SourceTitle}" : "",
            $"共{document.Sections.Sum(s => s.Commitments.Count(c => !c.IsLeaf))}项"];
        return new LedgerSheet("任务分解方案", document.Title + note, string.Join("　　", facts.Where(f => f.Length > 0)), Columns(paper), rows)
        {
            FrozenColumns = 3,
            PaperSize = LedgerSheet.A3,
        };
    }

    private static List<SheetColumn> Columns(LedgerPaper paper)
    {
        List<SheetColumn> columns =
        [
            new("序号", 7, Centred: true), new("章节", 20), new("任务内容", 34), new("具体举措", 44), new("数量", 18), new("牵头领导", 18, Centred: true),
            new("牵头单位", 18, Centred: true), new("配合单位", 24), new("完成时限", 17, Centred: true),
        ];
        if (paper.ShowsPlan) columns.AddRange(Enumerable.Range(1, 12).Select(month => new SheetColumn($"{month}月", 7, Centred: true)));
        return columns;
    }

    private static string[] Cells(LedgerDocument document, LedgerPaper paper, string path, LedgerCommitment row)
    {
        string[] cells =
        [
            row.Number, path, row.Title, PlainWords.Measures(row.Measures),
            string.Join('\n', row.Quantities), row.HasLeaves ? "按子项分工" : string.Join('\n', row.Leaders),
            string.Join('\n', row.Leads), PlainWords.Names(row.CoUnits), PlainWords.Limit(row, document.PlanYear),
        ];
        return paper.ShowsPlan ? [.. cells, .. Enumerable.Range(0, 12).Select(i => Planned(row, i))] : cells;
    }

    /// <summary>The cumulative share planned by the end of a month (from 0); empty for parents and rows without plan.</summary>
    private static string Planned(LedgerCommitment row, int month) =>
        row.HasLeaves || row.MonthlyPlan.Count <= month ? "" : string.Create(CultureInfo.InvariantCulture, $"{row.MonthlyPlan[month] / 10m:0.#}%");
}
