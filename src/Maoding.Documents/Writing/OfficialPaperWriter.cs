using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Maoding.Documents.Writing;

/// <summary>Composes a paper from its head to its foot. Every official docx of the house comes from here.</summary>
public static class OfficialPaperWriter
{
    /// <summary>Widths of the text area (156 mm and 225 mm), in twentieths of a point.</summary>
    private const int Upright = 8844;

    private const int Across = 12756;

    private static readonly string[] Ordinals = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];

    public static void Write(OfficialPaper paper, Stream output) => DocxFile.Write(Content(paper), output);

    private static Body Content(OfficialPaper paper)
    {
        var (body, width, headings) = (new Body(), paper.IsWide ? Across : Upright, 0);
        body.Append(Head(paper));
        foreach (var part in paper.Parts)
            body.Append(part is PaperHeading heading ? [Heading(heading, headings++)] : Elements(part, width));
        if (paper.Imprint is { } imprint) body.Append(Imprint(imprint, width));
        // A body ends with a paragraph; a table right before the section would make an empty page in some offices.
        body.Append(DocxTable.Paragraph(DocxStyles.Gap, ""));
        body.Append(paper.IsWide ? DocxPage.Landscape() : DocxPage.Portrait());
        return body;
    }

    private static IEnumerable<OpenXmlElement> Head(OfficialPaper paper)
    {
        if (paper.Mark.Length > 0)
        {
            // The title of an attachment stands in the third line.
            yield return DocxTable.Paragraph(DocxStyles.Mark, paper.Mark);
            yield return DocxTable.Paragraph(DocxStyles.Mark, "");
        }

        yield return DocxTable.Paragraph(DocxStyles.Title, paper.Title);
        if (paper.Note.Length > 0) yield return DocxTable.Paragraph(DocxStyles.Note, $"（{paper.Note}）");
        yield return DocxTable.Paragraph(DocxStyles.Body, "");
    }

    private static Paragraph Heading(PaperHeading heading, int before) => DocxTable.Paragraph(DocxStyles.Heading1, $"{Ordinals[before]}、{heading.Words}");

    private static IEnumerable<OpenXmlElement> Elements(PaperPart part, int width) => part switch
    {
        PaperParagraph paragraph => [DocxTable.Paragraph(DocxStyles.Body, paragraph.Words)],
        PaperSpace => [DocxTable.Paragraph(DocxStyles.TableText, "")],
        PaperTable table => [Rows(table, width), DocxTable.Paragraph(DocxStyles.TableText, "")],
        _ => throw new ArgumentOutOfRangeException(nameof(part)),
    };

    private static Table Rows(PaperTable paper, int width)
    {
        var shares = paper.Columns.Sum(c => c.Share);
        var table = new DocxTable([.. paper.Columns.Select(c => (c.Head, width * c.Share / shares, c.IsCentred))]);
        foreach (var row in paper.Rows)
        {
            if (row.Count == 1) table.AddSpanning(row[0]);
            else if (row.Count == 2 && paper.Columns.Count > 2) table.AddHeading(row[0], row[1]);
            else table.Add(row);
        }

        return table.Table;
    }

    /// <summary>Thick line above and below, at the foot of the last page.</summary>
    private static Table Imprint(PaperImprint imprint, int width)
    {
        const int Right = 4800;
        var date = imprint.Date is { } day ? $"{day.ToString("yyyy年M月d日", CultureInfo.InvariantCulture)}印发" : "";
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
                new TableWidth { Width = $"{width}", Type = TableWidthUnitValues.Dxa },
                new TableJustification { Val = TableRowAlignmentValues.Center },
                new TableBorders(
                    new TopBorder { Val = BorderValues.Single, Size = 8 },
                    new BottomBorder { Val = BorderValues.Single, Size = 8 }),
                new TableLayout { Type = TableLayoutValues.Fixed }),
            new TableGrid(new GridColumn { Width = $"{width - Right}" }, new GridColumn { Width = $"{Right}" }),
            new TableRow(
                new TableRowProperties(new CantSplit()),
                Cell(width - Right, imprint.Organ, JustificationValues.Left),
                Cell(Right, date, JustificationValues.Right)));
    }

    private static TableCell Cell(int width, string words, JustificationValues side) => new(
        new TableCellProperties(new TableCellWidth { Width = $"{width}", Type = TableWidthUnitValues.Dxa }),
        DocxTable.Paragraph(DocxStyles.Imprint, words, side));
}
