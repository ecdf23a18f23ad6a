using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Maoding.Documents.Writing;

/// <summary>Page set-up after GB/T 9704-2012, in twentieths of a point.</summary>
internal static class DocxPage
{
    // A4; 天头 37 mm, 订口 28 mm, so the text area of 156 × 225 mm leaves 26 mm right and 35 mm below.
    private const int Short = 11906;
    private const int Long = 16838;
    private const int Mm37 = 2098;
    private const int Mm28 = 1587;
    private const int Mm26 = 1474;
    private const int Mm35 = 1984;
    private const int Footer = 1304;

    public static SectionProperties Portrait() => Section(
        new PageSize { Width = Short, Height = Long },
        new PageMargin { Top = Mm37, Right = Mm26, Bottom = Mm35, Left = Mm28, Header = 851, Footer = Footer, Gutter = 0 },
        // 22 lines to 225 mm. The 28 characters to a line are set in the style: a grid narrower than its
        // characters is spread to double width by some offices.
        new DocGrid { Type = DocGridValues.Lines, LinePitch = 579 });

    // The page turned with its head to the binding.
    public static SectionProperties Landscape() => Section(
        new PageSize { Width = Long, Height = Short, Orient = PageOrientationValues.Landscape },
        new PageMargin { Top = Mm28, Right = Mm37, Bottom = Mm26, Left = Mm35, Header = 851, Footer = 794, Gutter = 0 },
        new DocGrid { Type = DocGridValues.Default, LinePitch = 312 });

    public static Paragraph Break(SectionProperties section) =>
        new(new ParagraphProperties(new ParagraphStyleId { Val = DocxStyles.Gap }, section));

    /// <summary>— 1 — in 4号宋体, one character in from the edge.</summary>
    public static Footer Number(JustificationValues side)
    {
        var edge = side == JustificationValues.Right ? new Indentation { RightChars = 100, Right = "280" } : new Indentation { LeftChars = 100, Left = "280" };
        return new Footer(new Paragraph(
            new ParagraphProperties(new ParagraphStyleId { Val = DocxStyles.PageNumber }, edge, new Justification { Val = side }),
            DocxRun.Of("— "),
            DocxRun.Of(new FieldChar { FieldCharType = FieldCharValues.Begin }),
            DocxRun.Of(new FieldCode(" PAGE ") { Space = SpaceProcessingModeValues.Preserve }),
            DocxRun.Of(new FieldChar { FieldCharType = FieldCharValues.Separate }),
            DocxRun.Of("1"),
            DocxRun.Of(new FieldChar { FieldCharType = FieldCharValues.End }),
            DocxRun.Of(" —")));
    }

    private static SectionProperties Section(PageSize size, PageMargin margin, DocGrid grid) => new(
        new FooterReference { Type = HeaderFooterValues.Default, Id = "rIdOdd" },
        new FooterReference { Type = HeaderFooterValues.Even, Id = "rIdEven" },
        new SectionType { Val = SectionMarkValues.NextPage },
        size,
        margin,
        grid);
}
