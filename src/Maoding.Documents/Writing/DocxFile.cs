using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Maoding.Documents.Writing;

/// <summary>The file around a text: styles, fonts, settings and page numbers after GB/T 9704-2012.</summary>
internal static class DocxFile
{
    public static void Write(Body body, Stream output)
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
            main.Document = new Document(body);
        }

        StablePackage.Copy(buffer, output);
    }
}
