using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Maoding.Documents.Writing;

/// <summary>What stands before the text of a paper: red head with number and line, or mark; title, note and 主送机关.</summary>
internal static class PaperFront
{
    /// <summary>35 mm between the upper edges of the text area and of 发文机关标志, and what an exact line cuts off above them, in twentieths of a point.</summary>
    private const int HeadFrom = 2034;

    /// <summary>The line in half points of a size: 156 mm.</summary>
    private const int Widest = 872;

    /// <summary>发文机关标志 at most, in half points.</summary>
    private const int Largest = 104;

    /// <summary>4 mm, in points.</summary>
    private const uint LineFrom = 11;

    public static IEnumerable<OpenXmlElement> Of(OfficialPaper paper, string mark)
    {
        if (paper.Head is { } head)
        {
            yield return Organ(head);
            yield return Number(head);
        }

        if (mark.Length > 0) yield return DocxTable.Paragraph(DocxStyles.Mark, mark);
        // Two lines below the red line; the title of an attachment stands in the third line.
        yield return Title(paper.Title, paper.Head is not null ? 2 : mark.Length > 0 ? 1 : 0);
        if (paper.Note.Length > 0) yield return DocxTable.Paragraph(DocxStyles.Note, $"（{paper.Note}）");
        if (paper.AddressedTo.Length > 0 && !PaperBack.TakesAddressed(paper))
            yield return Below(DocxTable.Paragraph(DocxStyles.Addressed, $"{paper.AddressedTo}："), 1);
        else yield return DocxTable.Paragraph(DocxStyles.Body, "");
    }

    /// <summary>The paragraph with lines left free above it.</summary>
    public static Paragraph Below(Paragraph paragraph, int lines)
    {
        paragraph.ParagraphProperties!.SpacingBetweenLines = new SpacingBetweenLines { Before = $"{lines * DocxStyles.Line}" };
        return paragraph;
    }

    private static Paragraph Organ(PaperHead head)
    {
        var words = $"{head.Organ}文件";
        var size = Math.Min(Largest, Widest / words.Length / 2 * 2);
        var paragraph = DocxTable.Paragraph(DocxStyles.RedHead, "");
        paragraph.ParagraphProperties!.SpacingBetweenLines = new SpacingBetweenLines
        {
            Before = $"{HeadFrom}",
            Line = $"{size * 10}",
            LineRule = LineSpacingRuleValues.Exact,
        };
        paragraph.Append(DocxRun.Red(words, size));
        return paragraph;
    }

    /// <summary>Two lines below the organ, with the red line as wide as the text area below it.</summary>
    private static Paragraph Number(PaperHead head)
    {
        var paragraph = Below(DocxTable.Paragraph(DocxStyles.Number, head.Number), 2);
        paragraph.ParagraphProperties!.ParagraphBorders = new ParagraphBorders(
            new BottomBorder { Val = BorderValues.Single, Size = 12, Space = LineFrom, Color = DocxStyles.Red });
        return paragraph;
    }

    private static Paragraph Title(string title, int below)
    {
        var paragraph = DocxTable.Paragraph(DocxStyles.Title, "");
        if (below > 0) Below(paragraph, below);
        foreach (var (index, line) in title.Split('\n').Index())
        {
            if (index > 0) paragraph.Append(DocxRun.Of(new Break()));
            paragraph.Append(DocxRun.Of(line));
        }

        return paragraph;
    }
}
