using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Maoding.Documents.Writing;

/// <summary>Writes a paper laid out after GB/T 9704-2012.</summary>
public static class MemoDocxWriter
{
    /// <summary>Widths of the text area (156 mm and 225 mm), in twentieths of a point.</summary>
    private const int Upright = 8844;

    private const int Across = 12756;

    public static void Write(MemoDocument document, Stream output)
    {
        using var buffer = new MemoryStream();
        using (var package = WordprocessingDocument.Create(buffer, WordprocessingDocumentType.Document))
        {
            var main = package.AddNewPart<MainDocumentPart>("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", "rId1");
            main.AddNewPart<StyleDefinitionsPart>("rIdStyles").Styles = DocxStyles.Create();
            main.AddNewPart<FontTablePart>("rIdFonts").Fonts = DocxStyles.Fonts();
            main.AddNewPart<DocumentSettingsPart>("rIdSettings").Settings = DocxStyles.Settings();
            main.AddNewPart<FooterPart>("rIdOdd").Footer = DocxPage.Number(JustificationValues.Right);
            main.AddNewPart<FooterPart>("rIdEven").Footer = DocxPage.Number(JustificationValues.Left);
            main.Document = new Document(Content(document));
        }

        StablePackage.Copy(buffer, output);
    }

    private static Body Content(MemoDocument document)
    {
        var body = new Body();
        body.Append(DocxTable.Paragraph(DocxStyles.Title, document.Title));
        if (document.Note.Length > 0) body.Append(DocxTable.Paragraph(DocxStyles.Note, $"（{document.Note}）"));
        body.Append(DocxTable.Paragraph(DocxStyles.Body, ""));
        foreach (var block in document.Blocks) body.Append(Elements(block, document.IsWide ? Across : Upright));
        // A body ends with a paragraph; a table right before the section would make an empty page in some offices.
        body.Append(DocxTable.Paragraph(DocxStyles.Gap, ""));
        body.Append(document.IsWide ? DocxPage.Landscape() : DocxPage.Portrait());
        return body;
    }

    private static IEnumerable<OpenXmlElement> Elements(MemoBlock block, int width) => block switch
    {
        MemoHeading heading => [DocxTable.Paragraph(DocxStyles.Heading1, heading.Words)],
        MemoParagraph paragraph => [DocxTable.Paragraph(DocxStyles.Body, paragraph.Words)],
        MemoTable table => [Rows(table, width), DocxTable.Paragraph(DocxStyles.TableText, "")],
        _ => throw new ArgumentOutOfRangeException(nameof(block)),
    };

    private static Table Rows(MemoTable memo, int width)
    {
        var shares = memo.Columns.Sum(c => c.Share);
        var table = new DocxTable([.. memo.Columns.Select(c => (c.Head, width * c.Share / shares, c.IsCentred))]);
        foreach (var row in memo.Rows)
        {
            if (row.Count == 1) table.AddSpanning(row[0]);
            else table.Add(row);
        }

        return table.Table;
    }
}
