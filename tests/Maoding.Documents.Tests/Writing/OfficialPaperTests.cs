using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Maoding.Documents.Writing;
using Xunit;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Maoding.Documents.Tests.Writing;

public sealed class OfficialPaperTests
{
    private static readonly OfficialPaper Plain = new(
        "现场办公会议纪要",
        [
            new PaperHeading("现场情况"), new PaperParagraph("察看了现场。"), new PaperHeading("议定事项"), new PaperSpace(),
            new PaperTable([new("序号", 1, true), new("事项", 6), new("单位", 3)], [["重点"], ["1", "接通临电"], ["1.1", "编制方案", "区住建局"]]),
        ]);

    private static W.Body Body(OfficialPaper paper)
    {
        using var buffer = new MemoryStream();
        OfficialPaperWriter.Write(paper, buffer);
        using var package = WordprocessingDocument.Open(buffer, isEditable: false);
        Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2013).Validate(package).Select(e => e.Description));
        return (W.Body)package.MainDocumentPart!.Document!.Body!.CloneNode(true);
    }

    private static List<string> Words(W.Body body, string style) =>
        [.. body.Elements<W.Paragraph>().Where(p => p.ParagraphProperties!.ParagraphStyleId!.Val == style).Select(p => p.InnerText)];

    [Fact]
    public void A_paper_numbers_its_headings_and_has_no_more_than_its_title_and_parts()
    {
        var body = Body(Plain);
        Assert.Equal(["一、现场情况", "二、议定事项"], Words(body, "Heading1"));
        Assert.Equal(["现场办公会议纪要"], Words(body, "Title"));
        Assert.Empty(Words(body, "Mark"));
        Assert.Empty(Words(body, "Note"));
        Assert.Single(body.Elements<W.Table>());
        Assert.Null(Assert.Single(body.Descendants<W.SectionProperties>()).GetFirstChild<W.PageSize>()!.Orient);
    }

    [Fact]
    public void Mark_and_note_stand_at_the_head_and_the_imprint_at_the_foot()
    {
        var body = Body(Plain with
        {
            Mark = "附件",
            Note = "征求意见稿",
            Imprint = new PaperImprint("云泽区委办公室", new DateOnly(2026, 3, 2)),
            IsWide = true,
        });
        Assert.Equal(["附件", "现场办公会议纪要", "（征求意见稿）", ""], body.Elements<W.Paragraph>().Take(4).Select(p => p.InnerText));
        Assert.Equal("560", body.Elements<W.Paragraph>().ElementAt(1).ParagraphProperties!.SpacingBetweenLines!.Before!.Value);
        var foot = Assert.Single(body.Elements<W.Paragraph>(), p => p.ParagraphProperties!.FrameProperties is not null && p.InnerText.Length > 0);
        Assert.Equal("云泽区委办公室2026年3月2日印发", foot.InnerText);
        Assert.Equal(W.VerticalAlignmentValues.Bottom, foot.ParagraphProperties!.FrameProperties!.YAlign!.Value);
        Assert.Equal(W.PageOrientationValues.Landscape, Assert.Single(body.Descendants<W.SectionProperties>()).GetFirstChild<W.PageSize>()!.Orient!.Value);
    }

    [Theory]
    [InlineData(false, 8844)]
    [InlineData(true, 12756)]
    public void A_table_fills_the_line_and_a_short_row_spans_the_columns(bool isWide, int width)
    {
        var table = Assert.Single(Body(Plain with { IsWide = isWide }).Elements<W.Table>());
        Assert.InRange(table.GetFirstChild<W.TableGrid>()!.Elements<W.GridColumn>().Sum(c => int.Parse(c.Width!.Value!)), width - 3, width);
        Assert.Equal([[null, null, null], [3], [null, 2], [null, null, null]], table.Elements<W.TableRow>().Select(r =>
            r.Elements<W.TableCell>().Select(c => c.TableCellProperties!.GridSpan?.Val?.Value).ToArray()));
    }
}
