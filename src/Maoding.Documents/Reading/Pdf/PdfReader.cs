using Maoding.Text;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Exceptions;

namespace Maoding.Documents.Reading.Pdf;

/// <summary>Reads the text layer of a pdf as paragraphs; the layout of pages is taken away.</summary>
internal static class PdfReader
{
    private const int StackDepth = 128;

    // A scan may carry a stamp or a page number as its only words.
    private const int FewGlyphsPerPage = 15;

    public static SourceText Read(ReadOnlyMemory<byte> bytes, string name)
    {
        var filters = new BoundedFilters(name);
        try
        {
            using var document = PdfDocument.Open(
                bytes.ToArray(), new ParsingOptions { SkipMissingFonts = true, MaxStackDepth = StackDepth, FilterProvider = filters });
            PageInstructions.Check(document, filters, name);
            var pages = ReadPages(document, name);
            PageFurniture.Drop(pages);
            var text = new TextBuilder(name);
            foreach (var (words, page) in PdfParagraphs.Join(pages)) text.AddLine(words, new Place(PlaceKind.Page, page));
            return text.Build();
        }
        catch (PdfDocumentEncryptedException)
        {
            throw DocumentErrors.HasPassword(name);
        }
        catch (Exception cause) when (cause is not (DocumentException or OutOfMemoryException))
        {
            // The library gives damaged files whatever exception its parser runs into.
            throw filters.Exceeded ? DocumentErrors.Bomb(name) : DocumentErrors.Broken(name, cause);
        }
    }

    private static List<PdfPage> ReadPages(PdfDocument document, string name)
    {
        var pages = new List<PdfPage>();
        long glyphs = 0, unreadable = 0, pictures = 0;
        foreach (var page in document.GetPages())
        {
            var letters = page.Letters;
            if ((glyphs += letters.Count) > ReadingLimits.PdfGlyphs) throw DocumentErrors.Bomb(name);
            foreach (var letter in letters) unreadable += letter.Value.Length == 0 || letter.Value[0] is '\uFFFD' or (>= '\uE000' and <= '\uF8FF') ? 1 : 0;
            pictures += page.NumberOfImages;
            pages.Add(new PdfPage(page.Number, page.Height, PdfLines.Build(letters)));
        }

        if (pages.Count == 0) throw DocumentErrors.NoWords(name);
        var isScan = glyphs == 0 || unreadable * 2 > glyphs || (pictures >= pages.Count && glyphs < FewGlyphsPerPage * pages.Count);
        return isScan ? throw DocumentErrors.OnlyPictures(name) : pages;
    }
}
