using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Maoding.Documents.Writing;

/// <summary>任务分解方案 as the attachment of an official document: landscape pages, mark, title, opening, table, 版记.</summary>
internal static class PaperDocx
{
    /// <summary>Width of the text area of a landscape page (225 mm), in twentieths of a point.</summary>
    private const int Width = 12756;

    public static Body Content(LedgerDocument document, LedgerPaper paper)
    {
        var body = new Body();
        if (paper.Mark.Length > 0)
        {
            // The title of an attachment stands in the third line.
            body.Append(DocxTable.Paragraph(DocxStyles.Mark, paper.Mark));
            body.Append(DocxTable.Paragraph(DocxStyles.Mark, ""));
        }

        body.Append(DocxTable.Paragraph(DocxStyles.Title, document.Title));
        if (paper.Note.Length > 0) body.Append(DocxTable.Paragraph(DocxStyles.Note, $"（{paper.Note}）"));
        if (paper.Opening.Length > 0)
        {
            body.Append(DocxTable.Paragraph(DocxStyles.Note, ""));
            body.Append(DocxTable.Paragraph(DocxStyles.Body, paper.Opening));
            body.Append(DocxTable.Paragraph(DocxStyles.TableText, ""));
        }

        body.Append(Rows(document, paper));
        if (paper.Organ.Length > 0)
        {
            body.Append(DocxTable.Paragraph(DocxStyles.TableText, ""));
            body.Append(Imprint(paper));
        }

        // A body ends with a paragraph; a table right before the section would make an empty page in some offices.
        body.Append(DocxTable.Paragraph(DocxStyles.Gap, ""));
        body.Append(DocxPage.Landscape());
        return body;
    }

    private static Table Rows(LedgerDocument document, LedgerPaper paper)
    {
        var table = new DocxTable(Columns(paper));
        foreach (var section in document.Sections)
        {
            if (section.Path.Length > 0) table.AddSpanning(section.Path);
            foreach (var row in section.Commitments)
            {
                if (row.HasLeaves) table.AddHeading(row.Number, row.Title + Counted(row));
                else table.Add(Cells(document, paper, row));
            }
        }

        return table.Table;
    }

    private static (string Head, int Width, bool Centred)[] Columns(LedgerPaper paper) => paper.ShowsPlan
        ? [("序号", 660, true), ("任务内容", 2300, false), ("具体举措", 2240, false), ("序时进度", 1300, false),
            ("牵头领导", 1900, true), ("牵头单位", 1400, true), ("配合单位", 1756, false), ("完成时限", 1200, true)]
        : [("序号", 700, true), ("任务内容", 2700, false), ("具体举措", 2856, false), ("牵头领导", 1900, true),
            ("牵头单位", 1500, true), ("配合单位", 1900, false), ("完成时限", 1200, true)];

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

    /// <summary>版记: thick line above and below, the organ left and the date right, at the foot of the last page.</summary>
    private static Table Imprint(LedgerPaper paper)
    {
        var date = paper.Date is { } day ? $"{day.ToString("yyyy年M月d日", CultureInfo.InvariantCulture)}印发" : "";
        const int Right = 4800;
        return new Table(
            new TableProperties(
                new TablePositionProperties
                {
                    LeftFromText = 0,
                    RightFromText = 0,
                    VerticalAnchor = VerticalAnchorValues.Margin,
                    HorizontalAnchor = HorizontalAnchorValues.Margin,
                    TablePositionXAlignment = HorizontalAlignmentValues.Left,
                    TablePositionYAlignment = VerticalAlignmentValues.Bottom,
                },
                new TableWidth { Width = $"{Width}", Type = TableWidthUnitValues.Dxa },
                new TableJustification { Val = TableRowAlignmentValues.Center },
                new TableBorders(
                    new TopBorder { Val = BorderValues.Single, Size = 8 },
                    new BottomBorder { Val = BorderValues.Single, Size = 8 }),
                new TableLayout { Type = TableLayoutValues.Fixed }),
            new TableGrid(new GridColumn { Width = $"{Width - Right}" }, new GridColumn { Width = $"{Right}" }),
            new TableRow(
                new TableRowProperties(new CantSplit()),
                Cell(Width - Right, paper.Organ, JustificationValues.Left),
                Cell(Right, date, JustificationValues.Right)));
    }

    private static TableCell Cell(int width, string words, JustificationValues side) => new(
        new TableCellProperties(new TableCellWidth { Width = $"{width}", Type = TableWidthUnitValues.Dxa }),
        DocxTable.Paragraph(DocxStyles.Imprint, words, side));
}
