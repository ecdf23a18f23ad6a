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
        var body = new Body();
        Add(body, paper, paper.Mark);
        var last = paper;
        for (var i = 0; i < paper.Attachments.Count; i++)
        {
            body.Append(DocxPage.Break(Section(last)));
            last = paper.Attachments[i];
            Add(body, last, paper.Attachments.Count > 1 ? $"附件{i + 1}" : "附件");
        }

        if (paper.Imprint is { } imprint) body.Append(PaperBack.Imprint(paper, imprint, last.IsWide ? Across : Upright));
        // A body ends with a paragraph; a table right before the section would make an empty page in some offices.
        body.Append(DocxTable.Paragraph(DocxStyles.Gap, ""));
        body.Append(Section(last));
        return body;
    }

    private static SectionProperties Section(OfficialPaper paper) => paper.IsWide ? DocxPage.Landscape() : DocxPage.Portrait();

    /// <summary>A paper without its attachments and its 版记.</summary>
    private static void Add(Body body, OfficialPaper paper, string mark)
    {
        var (width, headings) = (paper.IsWide ? Across : Upright, 0);
        body.Append(PaperFront.Of(paper, mark));
        foreach (var part in paper.Parts)
            body.Append(part is PaperHeading heading ? [Heading(heading, headings++)] : Elements(part, width));
        // The signature takes the last paragraph along, but never all of the text: the first page shows some.
        if (paper.Signature is not null && paper.Parts.Count > 1 && body.LastChild is Paragraph end) end.ParagraphProperties!.KeepNext = new KeepNext();
        body.Append(PaperBack.Of(paper));
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
}
