using System.IO.Compression;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Maoding.Documents.Writing;
using Xunit;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Maoding.Documents.Tests.Writing;

public class LedgerWriterTests
{
    private static readonly LedgerDocument Empty = new() { Title = "某某区", SourceTitle = "讲话" };

    private static MemoryStream Sheet(LedgerDocument document)
    {
        var stream = new MemoryStream();
        LedgerSheetWriter.Write(document, stream);
        return stream;
    }

    private static MemoryStream Docx(LedgerDocument document)
    {
        var stream = new MemoryStream();
        LedgerDocxWriter.Write(document, stream);
        return stream;
    }

    private static string Errors(OpenXmlPackage package) =>
        string.Join('\n', new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2013)
            .Validate(package).Select(error => $"{error.Path?.XPath}: {error.Description}"));

    [Fact]
    public void The_workbook_keeps_to_the_schema()
    {
        foreach (var document in (LedgerDocument[])[Empty, SampleLedger.Create()])
        {
            using var package = SpreadsheetDocument.Open(Sheet(document), isEditable: false);
            Assert.Equal("", Errors(package));
        }
    }

    [Fact]
    public void The_document_keeps_to_the_schema()
    {
        foreach (var document in (LedgerDocument[])[Empty, SampleLedger.Create()])
        {
            using var package = WordprocessingDocument.Open(Docx(document), isEditable: false);
            Assert.Equal("", Errors(package));
        }
    }

    private static LedgerDocument Paper(bool showsPlan = true)
    {
        var row = new LedgerCommitment(
            "1", "改造老旧小区42个", ["加装电梯60部", "改造管网86公里"], ["王立军（常务副区长）"], ["区住房和城乡建设局"], ["区财政局"], "", new DateOnly(2026, 10, 31), "", "")
        {
            MonthlyPlan = [0, 0, 250, 300, 400, 500, 600, 700, 800, 1000, 1000, 1000],
            Quantities = ["改造老旧小区42个", "加装电梯60部"],
        };
        var parent = row with { Number = "2", HasLeaves = true, Leaders = [], Leads = [], CoUnits = [], Deadline = null };
        return Empty with
        {
            Title = "2026年任务分解方案",
            PlanYear = 2026,
            Sections = [new LedgerSection("一、重点任务", [row, parent, row with { Number = "2.1", IsLeaf = true, DeadlineWords = "10月底前" }])],
            Paper = new LedgerPaper("云办发〔2026〕3号附件", "征求意见稿", "根据讲话，分解重点任务2项。", "云泽区委办公室", new DateOnly(2026, 3, 2), showsPlan),
        };
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_plan_as_a_paper_keeps_to_the_schema_in_both_formats(bool showsPlan)
    {
        using var docx = WordprocessingDocument.Open(Docx(Paper(showsPlan)), isEditable: false);
        Assert.Equal("", Errors(docx));
        using var xlsx = SpreadsheetDocument.Open(Sheet(Paper(showsPlan)), isEditable: false);
        Assert.Equal("", Errors(xlsx));
    }

    [Fact]
    public void The_paper_stands_on_landscape_pages_with_a_repeating_head_and_says_what_is_due_by_quarter()
    {
        using var package = WordprocessingDocument.Open(Docx(Paper()), isEditable: false);
        var body = package.MainDocumentPart!.Document!.Body!;
        Assert.Equal(W.PageOrientationValues.Landscape, Assert.Single(body.Descendants<W.SectionProperties>()).GetFirstChild<W.PageSize>()!.Orient!.Value);
        var rows = body.Elements<W.Table>().First().Elements<W.TableRow>().ToList();
        Assert.NotNull(rows[0].TableRowProperties!.GetFirstChild<W.TableHeader>());
        Assert.Equal(["一、重点任务", "1", "2", "2.1"], rows.Skip(1).Select(r => r.GetFirstChild<W.TableCell>()!.InnerText));
        Assert.Equal(["一季度 25%", "二季度 50%", "三季度 80%", "四季度 100%"], rows[2].Elements<W.TableCell>()
            .ElementAt(3).Elements<W.Paragraph>().Select(p => p.InnerText));
        // What the title says already is not said again.
        Assert.Equal("改造老旧小区42个（加装电梯60部）", rows[2].Elements<W.TableCell>().ElementAt(1).InnerText);
        Assert.Equal("云泽区委办公室2026年3月2日印发", body.Elements<W.Paragraph>().Last(p => p.InnerText.Length > 0).InnerText);
    }

    [Fact]
    public void Two_runs_give_the_same_bytes()
    {
        Assert.Equal(Sheet(SampleLedger.Create()).ToArray(), Sheet(SampleLedger.Create()).ToArray());
        Assert.Equal(Docx(SampleLedger.Create()).ToArray(), Docx(SampleLedger.Create()).ToArray());
        using var zip = new ZipArchive(Docx(SampleLedger.Create()));
        Assert.All(zip.Entries, entry => Assert.Equal(1980, entry.LastWriteTime.Year));
    }

    [Fact]
    public void The_ledger_sheet_freezes_filters_repeats_its_head_and_prints_on_a_landscape_page()
    {
        using var package = SpreadsheetDocument.Open(Sheet(SampleLedger.Create()), isEditable: false);
        var book = package.WorkbookPart!;
        Assert.Equal(["任务台账", "预期目标", "专题", "待核"], book.Workbook!.Descendants<Sheet>().Select(sheet => sheet.Name!.Value));
        var sheet = ((WorksheetPart)book.GetPartById("rId1")).Worksheet!;
        var pane = sheet.Descendants<Pane>().Single();
        Assert.Equal((3.0, "D4"), (pane.VerticalSplit!.Value, pane.TopLeftCell!.Value));
        Assert.Equal("A3:K33", sheet.Descendants<AutoFilter>().Single().Reference);
        Assert.Equal(OrientationValues.Landscape, sheet.Descendants<PageSetup>().Single().Orientation!.Value);
        Assert.Contains(book.Workbook.Descendants<DefinedName>(), name => name.Name == "_xlnm.Print_Titles" && name.Text == "'任务台账'!$3:$3");
    }

    [Fact]
    public void The_document_has_the_margins_and_sizes_of_the_standard()
    {
        using var package = WordprocessingDocument.Open(Docx(SampleLedger.Create()), isEditable: false);
        var body = package.MainDocumentPart!.Document!.Body!;
        var sections = body.Descendants<W.SectionProperties>().ToList();
        Assert.Equal(3, sections.Count);
        var margin = sections[0].GetFirstChild<W.PageMargin>()!;
        Assert.Equal((37, 28, 26, 35), (Mm(margin.Top!.Value), Mm((int)margin.Left!.Value), Mm((int)margin.Right!.Value), Mm(margin.Bottom!.Value)));
        Assert.Equal(W.PageOrientationValues.Landscape, sections[1].GetFirstChild<W.PageSize>()!.Orient!.Value);
        Assert.Contains("— ", package.MainDocumentPart.FooterParts.First().Footer!.InnerText, StringComparison.Ordinal);
        Assert.All(body.Descendants<W.Table>(), table => Assert.NotNull(table.GetFirstChild<W.TableRow>()!.TableRowProperties!.GetFirstChild<W.TableHeader>()));
        Assert.All(body.Descendants<W.TableRow>(), row => Assert.NotNull(row.TableRowProperties!.GetFirstChild<W.CantSplit>()));
    }

    private static int Mm(int twips) => (int)Math.Round(twips * 25.4 / 1440);

    [Theory]
    [InlineData("年底前", "2026-12-31", "年底前")]
    [InlineData("入冬前", "2026-10-31", "2026年10月31日（入冬前）")]
    [InlineData("", "2026-10-31", "2026年10月31日")]
    [InlineData("全年", null, "全年")]
    [InlineData("", null, "")]
    public void A_limit_is_written_so_that_it_reads_back(string words, string? day, string written)
    {
        var row = new LedgerCommitment("1", "任务", [], [], [], [], words, day is null ? null : DateOnly.Parse(day), "", "");
        Assert.Equal(written, PlainWords.Limit(row, 2026));
        Assert.Equal(row.Deadline, Maoding.Text.Ledgers.TimeLimit.Read(written, 2026));
    }

    [Fact]
    public void Characters_that_no_file_can_hold_are_left_out_and_formulas_stay_words()
    {
        var row = new LedgerCommitment("1", "=1+1\u0001\uD800任务𠮷", [], [], ["区发改委"], [], "", null, new string('长', 40_000), "");
        var document = Empty with { Sections = [new LedgerSection("", [row])] };
        using var package = SpreadsheetDocument.Open(Sheet(document), isEditable: false);
        Assert.Equal("", Errors(package));
        var words = package.WorkbookPart!.SharedStringTablePart!.SharedStringTable!.InnerText;
        Assert.Contains("=1+1任务𠮷", words, StringComparison.Ordinal);
        Assert.Empty(package.WorkbookPart.WorksheetParts.SelectMany(part => part.Worksheet!.Descendants<CellFormula>()));
        Docx(document);
    }
}
