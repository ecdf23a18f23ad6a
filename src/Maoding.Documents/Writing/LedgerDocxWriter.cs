using DocumentFormat.OpenXml.Wordprocessing;

namespace Maoding.Documents.Writing;

/// <summary>Writes the ledger as a document laid out after GB/T 9704-2012; the ledger's table stands on landscape pages.</summary>
public static class LedgerDocxWriter
{
    private static readonly string[] Ordinals = ["一", "二", "三", "四"];

    public static void Write(LedgerDocument document, Stream output)
    {
        if (document.Paper is { } paper) OfficialPaperWriter.Write(PlanPaperDocx.Of(document, paper), output);
        else DocxFile.Write(Content(document), output);
    }

    private static Body Content(LedgerDocument document)
    {
        var body = new Body();
        var headings = 0;
        var year = document.PlanYear is { } plan ? $"{plan}年度" : "";
        body.Append(DocxTable.Paragraph(DocxStyles.Title, document.Title));
        body.Append(DocxTable.Paragraph(DocxStyles.Title, $"{year}目标任务分解台账"));
        body.Append(DocxTable.Paragraph(DocxStyles.Body, ""));
        body.Append(DocxTable.Paragraph(DocxStyles.Body, Opening(document)));
        if (document.Targets.Count > 0) Targets(body, document, Ordinals[headings++]);
        if (document.Themes.Count > 0) Themes(body, document, Ordinals[headings++]);
        if (document.CommitmentCount == 0)
        {
            if (document.Reviews.Count > 0) Reviews(body, document, Ordinals[headings]);
            body.Append(DocxPage.Portrait());
            return body;
        }

        body.Append(DocxPage.Break(DocxPage.Portrait()));
        Commitments(body, document, Ordinals[headings++]);
        if (document.Reviews.Count == 0)
        {
            body.Append(DocxPage.Landscape());
            return body;
        }

        body.Append(DocxPage.Break(DocxPage.Landscape()));
        Reviews(body, document, Ordinals[headings]);
        body.Append(DocxPage.Portrait());
        return body;
    }

    private static string Opening(LedgerDocument document)
    {
        var parts = new List<string>();
        if (document.Targets.Count > 0) parts.Add($"预期目标{document.Targets.Count}项");
        if (document.CommitmentCount > 0) parts.Add($"重点任务{document.CommitmentCount}项");
        if (document.Themes.Count > 0) parts.Add($"专题{document.Themes.Count}个");
        if (document.Reviews.Count > 0) parts.Add($"待核事项{document.Reviews.Count}条");
        var source = document.SourceTitle.StartsWith('《') ? document.SourceTitle : $"《{document.SourceTitle}》";
        return parts.Count == 0 ? $"根据{source}，未分解出目标任务。" : $"根据{source}，共分解{string.Join('、', parts)}，列表如下。";
    }

    private static void Targets(Body body, LedgerDocument document, string ordinal)
    {
        body.Append(DocxTable.Paragraph(DocxStyles.Heading1, $"{ordinal}、预期目标"));
        var table = new DocxTable(
            [("序号", 680, true), ("指标", 2700, false), ("维度", 900, true), ("类型", 1500, true), ("目标值", 1064, true), ("单位", 900, true), ("出处", 1100, true)]);
        foreach (var target in document.Targets)
            table.Add([$"{target.Number}", target.Name, target.Dimension, target.Kind, target.Value, target.Unit, target.Place]);
        body.Append(table.Table);
    }

    private static void Themes(Body body, LedgerDocument document, string ordinal)
    {
        body.Append(DocxTable.Paragraph(DocxStyles.Heading1, $"{ordinal}、专题"));
        foreach (var theme in document.Themes)
        {
            var members = theme.Members.Count > 0 ? $"：{PlainWords.Names(theme.Members)}" : "";
            var place = theme.Place.Length > 0 ? $"（{theme.Place}）" : "";
            body.Append(DocxTable.Paragraph(DocxStyles.Body, $"{theme.Number}.{theme.Name}{members}{place}。"));
        }
    }

    private static void Commitments(Body body, LedgerDocument document, string ordinal)
    {
        body.Append(DocxTable.Paragraph(DocxStyles.Heading1, $"{ordinal}、任务台账"));
        var table = new DocxTable([("序号", 620, true), ("任务", 2300, false), ("举措", 3000, false), ("责任领导", 1050, true),
            ("牵头单位", 1800, true), ("配合单位", 2136, false), ("完成时限", 1000, true), ("出处", 850, true)]);
        foreach (var section in document.Sections)
        {
            if (section.Path.Length > 0) table.AddSpanning(section.Path);
            foreach (var row in section.Commitments)
                table.Add(
                [
                    row.Number, row.Title, PlainWords.Measures(row.Measures), PlainWords.Names(row.Leaders), PlainWords.Names(row.Leads),
                    PlainWords.Names(row.CoUnits), PlainWords.Limit(row, document.PlanYear), row.Place,
                ]);
        }

        body.Append(table.Table);
    }

    private static void Reviews(Body body, LedgerDocument document, string ordinal)
    {
        body.Append(DocxTable.Paragraph(DocxStyles.Heading1, $"{ordinal}、待核事项"));
        var table = new DocxTable([("序号", 680, true), ("待核内容", 2600, false), ("原因", 2264, false), ("原文", 2400, false), ("出处", 900, true)]);
        foreach (var review in document.Reviews)
            table.Add([$"{review.Number}", review.Matter, review.Reason, review.Quote, review.Place]);
        body.Append(table.Table);
    }
}
