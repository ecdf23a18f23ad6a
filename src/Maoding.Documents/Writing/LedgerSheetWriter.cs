using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Maoding.Documents.Writing;

/// <summary>
/// Writes a workbook: 任务台账, 预期目标, 专题, 待核. The first sheet is a ledger that can be edited by hand and read again.
/// </summary>
public static class LedgerSheetWriter
{
    // DocumentFormat.OpenXml, not MiniExcel: MiniExcel sets widths and freezes but neither print titles, page set-up nor row heights.
    public static void Write(LedgerDocument document, Stream output)
    {
        using var buffer = new MemoryStream();
        using (var package = SpreadsheetDocument.Create(buffer, SpreadsheetDocumentType.Workbook))
        {
            var book = package.AddNewPart<WorkbookPart>("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", "rId1");
            var words = new SharedWords();
            var sheets = document.Paper is { } paper ? [PaperSheet.Of(document, paper)] : Sheets(document);
            var list = new Sheets();
            var names = new DefinedNames();
            for (var i = 0; i < sheets.Count; i++)
            {
                var part = book.AddNewPart<WorksheetPart>($"rId{i + 1}");
                part.Worksheet = sheets[i].ToWorksheet(words, selected: i == 0);
                list.Append(new Sheet { Id = $"rId{i + 1}", SheetId = (uint)i + 1, Name = sheets[i].Name });
                foreach (var name in sheets[i].DefinedNames((uint)i)) names.Append(name);
            }

            book.AddNewPart<WorkbookStylesPart>("rIdStyles").Stylesheet = SheetStyles.Create();
            book.AddNewPart<SharedStringTablePart>("rIdWords").SharedStringTable = words.ToTable();
            book.Workbook = new Workbook(new BookViews(new WorkbookView { XWindow = 0, YWindow = 0, WindowWidth = 28800, WindowHeight = 15000 }), list, names);
        }

        StablePackage.Copy(buffer, output);
    }

    private static List<LedgerSheet> Sheets(LedgerDocument document)
    {
        var year = document.PlanYear is { } plan ? $"{plan}年度" : "";
        var source = $"来源：{document.SourceTitle}";
        return
        [
            Ledger(document, $"{source}　　计划年度：{(document.PlanYear is { } y ? $"{y}年" : "未写明")}　　共{document.CommitmentCount}项"),
            new LedgerSheet("预期目标", $"{document.Title}{year}预期目标", $"{source}　　共{document.Targets.Count}项",
            [
                new("序号", 6, Centred: true), new("指标", 30), new("维度", 10, Centred: true), new("类型", 14, Centred: true), new("目标值", 12, Centred: true),
                new("计量单位", 10, Centred: true), new("原文", 52), new("位置", 14, Centred: true),
            ], document.Targets.Select(t => new[] { $"{t.Number}", t.Name, t.Dimension, t.Kind, t.Value, t.Unit, t.Quote, t.Place }).ToList()),
            new LedgerSheet("专题", $"{document.Title}专题", $"{source}　　共{document.Themes.Count}个",
            [
                new("序号", 6, Centred: true), new("专题", 22), new("内容", 48), new("原文", 58), new("位置", 14, Centred: true),
            ], document.Themes.Select(t => new[] { $"{t.Number}", t.Name, PlainWords.Names(t.Members), t.Quote, t.Place }).ToList()),
            new LedgerSheet("待核", $"{document.Title}待核事项", $"{source}　　共{document.Reviews.Count}条",
            [
                new("序号", 6, Centred: true), new("待核内容", 40), new("原因", 36), new("原文", 52), new("位置", 14, Centred: true),
            ], document.Reviews.Select(r => new[] { $"{r.Number}", r.Matter, r.Reason, r.Quote, r.Place }).ToList()),
        ];
    }

    private static LedgerSheet Ledger(LedgerDocument document, string subtitle)
    {
        var rows = new List<string[]>();
        foreach (var section in document.Sections)
            foreach (var row in section.Commitments)
                rows.Add(
                [
                    row.Number, section.Path, row.Title, PlainWords.Measures(row.Measures), PlainWords.Names(row.Leaders), PlainWords.Names(row.Leads),
                    PlainWords.Names(row.CoUnits), PlainWords.Limit(row, document.PlanYear), row.Quote, row.Place, row.Remark,
                ]);
        return new LedgerSheet("任务台账", $"{document.Title}任务台账", subtitle,
        [
            new("序号", 6, Centred: true), new("章节", 18), new("任务", 27), new("举措", 42), new("责任领导", 11, Centred: true), new("牵头单位", 20, Centred: true),
            new("配合单位", 22), new("完成时限", 17, Centred: true), new("原文", 52), new("位置", 11, Centred: true), new("备注", 12),
        ], rows)
        { FrozenColumns = 3, PaperSize = LedgerSheet.A3 };
    }
}
