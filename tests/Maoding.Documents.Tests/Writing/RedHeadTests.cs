using System.Diagnostics;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Maoding.Documents.Writing;
using Xunit;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Maoding.Documents.Tests.Writing;

/// <summary>A whole paper: red head, text, attachment and 版记, as the file says it and as LibreOffice draws it.</summary>
public sealed class RedHeadTests
{
    private const int Dpi = 254;

    private static readonly OfficialPaper Notice = new(
        "中共云泽区委办公室\n关于印发《2027年区委全会任务分解方案》的通知",
        [
            new PaperParagraph("现将《2027年区委全会任务分解方案》印发给你们，请按“定人、定责、定时”的要求认真抓好落实——每月月底前报送进展……"),
            new PaperParagraph("人员变动的，由接任同志继续负责。"),
        ])
    {
        Head = new PaperHead("中共云泽区委办公室", "云办发〔2027〕3号"),
        AddressedTo = "云泽区教育局、云泽区住房和城乡建设局",
        Signature = new PaperSignature("中共云泽区委办公室", new DateOnly(2027, 3, 5)),
        Attachments =
        [
            new OfficialPaper("2027年区委全会任务分解方案", [new PaperTable([new("序号", 1, true), new("任务", 6)], [["1", "建成“两横三纵”路网"]])])
            {
                IsWide = true,
            },
        ],
        Imprint = new PaperImprint("中共云泽区委办公室", new DateOnly(2027, 3, 6)) { Copies = "区人大常委会办公室，区政协办公室" },
    };

    [Fact]
    public void The_parts_stand_in_the_order_of_the_standard()
    {
        var body = Body(Notice);
        string[] lines =
        [
            "中共云泽区委办公室文件", "云办发〔2027〕3号", "中共云泽区委办公室关于印发《2027年区委全会任务分解方案》的通知", "云泽区教育局、云泽区住房和城乡建设局：",
            .. Notice.Parts.OfType<PaperParagraph>().Select(p => p.Words), "附件：2027年区委全会任务分解方案", "中共云泽区委办公室", "2027年3月5日", "",
            "附件", "2027年区委全会任务分解方案",
        ];
        Assert.Equal(lines, body.Elements<W.Paragraph>().Take(lines.Length).Select(p => p.InnerText));
        Assert.Equal(
            ["抄送：区人大常委会办公室，区政协办公室。", "中共云泽区委办公室2027年3月6日印发"],
            Foot(body));
        Assert.Equal(
            [null, W.PageOrientationValues.Landscape],
            body.Descendants<W.SectionProperties>().Select(s => s.GetFirstChild<W.PageSize>()!.Orient?.Value));
    }

    [Fact]
    public void The_date_stands_four_characters_in_and_the_signature_is_centred_above_it()
    {
        var body = Body(Notice);
        var signed = body.Elements<W.Paragraph>().SkipWhile(p => !p.InnerText.StartsWith("附件：", StringComparison.Ordinal)).Skip(1).Take(2)
            .Select(p => p.ParagraphProperties!).ToList();
        Assert.Equal([W.JustificationValues.Right, W.JustificationValues.Right], signed.Select(p => p.Justification!.Val!.Value));
        // 2027年3月5日 is six characters wide and five quarters, the organ nine.
        Assert.Equal([313, 400], signed.Select(p => p.Indentation!.RightChars!.Value));
        Assert.NotNull(signed[0].KeepNext);
    }

    [Fact]
    public void Many_who_are_addressed_stand_in_the_imprint_so_that_the_first_page_shows_text()
    {
        var units = string.Join('、', Enumerable.Range(1, 40).Select(i => $"云泽区第{i}街道办事处"));
        var body = Body(Notice with { AddressedTo = units });
        Assert.DoesNotContain(body.Elements<W.Paragraph>(), p => p.InnerText.EndsWith('：'));
        Assert.Equal(3, Foot(body).Count);
        Assert.Equal($"主送：{units}。", Foot(body)[0]);
    }

    [Theory]
    [InlineData(5 * 28)]
    [InlineData((5 * 28) + 1)]
    public async Task The_first_page_shows_text_however_many_are_addressed(int characters)
    {
        var folder = Directory.CreateTempSubdirectory("maoding-head");
        try
        {
            var file = Path.Combine(folder.FullName, "notice.docx");
            await using (var output = File.Create(file))
                OfficialPaperWriter.Write(Notice with { AddressedTo = new string('局', characters - 1) }, output);
            await RunAsync(
                "soffice", $"-env:UserInstallation=file://{folder.FullName}/office", "--headless", "--convert-to", "pdf", "--outdir", folder.FullName, file);
            await RunAsync("pdftotext", "-l", "1", Path.ChangeExtension(file, "pdf"), Path.Combine(folder.FullName, "first.txt"));
            var first = await File.ReadAllTextAsync(Path.Combine(folder.FullName, "first.txt"), TestContext.Current.CancellationToken);
            Assert.Contains("印发给你们", first, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Several_attachments_are_numbered()
    {
        var body = Body(Notice with { Attachments = [.. Notice.Attachments, new OfficialPaper("联络员名单", [])] });
        var lines = body.Elements<W.Paragraph>().Select(p => p.InnerText).ToList();
        Assert.Contains("附件：1．2027年区委全会任务分解方案", lines);
        Assert.Contains("2．联络员名单", lines);
        Assert.Equal(["附件1", "附件2"], lines.Where(l => l is "附件1" or "附件2"));
    }

    [Fact]
    public void Every_run_of_words_hints_at_the_Chinese_font()
    {
        using var buffer = Written(Notice);
        using var package = WordprocessingDocument.Open(buffer, isEditable: false);
        OpenXmlElement[] parts = [package.MainDocumentPart!.Document!, .. package.MainDocumentPart.FooterParts.Select(f => (OpenXmlElement)f.Footer!)];
        var runs = parts.SelectMany(p => p.Descendants<W.Run>()).ToList();
        Assert.NotEmpty(runs);
        Assert.All(runs, r => Assert.Equal(W.FontTypeHintValues.EastAsia, r.RunProperties?.RunFonts?.Hint?.Value));
    }

    [Fact]
    public async Task As_drawn_the_head_is_35_mm_below_the_text_area_and_the_red_line_4_mm_below_the_number()
    {
        var folder = Directory.CreateTempSubdirectory("maoding-paper-");
        try
        {
            var file = Path.Combine(folder.FullName, "paper.docx");
            await using (var output = File.Create(file)) OfficialPaperWriter.Write(Notice, output);
            await RunAsync(
                "soffice", $"-env:UserInstallation=file://{folder.FullName}/office", "--headless", "--convert-to", "pdf", "--outdir", folder.FullName, file);
            await RunAsync("pdftoppm", "-r", $"{Dpi}", "-f", "1", "-l", "1", Path.ChangeExtension(file, "pdf"), Path.Combine(folder.FullName, "page"));
            var page = await Picture.ReadAsync(Directory.GetFiles(folder.FullName, "page*.ppm").Single());
            var red = page.Rows(p => p is { R: > 200, G: < 100, B: < 100 });
            var black = page.Rows(p => p is { R: < 100, G: < 100, B: < 100 });
            // 37 mm of margin and 35 mm below.
            Assert.InRange(red[0].Top, 71, 73.5);
            Assert.Equal(2, red.Count);
            Assert.InRange(red[1].Width, 154, 158);
            Assert.InRange(red[1].Top - black[0].Bottom, 3.5, 5.5);
            // 标题 two lines below.
            Assert.InRange(black[1].Top - red[1].Bottom, 18, 24);
            // 标题 of three lines, 主送机关, three lines of text and the page's number: the first page shows text.
            Assert.Equal(9, black.Count);
            await RunAsync("pdftoppm", "-r", $"{Dpi}", "-f", "3", "-l", "3", Path.ChangeExtension(file, "pdf"), Path.Combine(folder.FullName, "last"));
            var lines = (await Picture.ReadAsync(Directory.GetFiles(folder.FullName, "last*.ppm").Single())).Rows(p => p is { R: < 100, G: < 100, B: < 100 });
            // 版记 ends where the text area of the landscape page does, 26 mm above the edge.
            Assert.InRange(lines.Last(l => l.Width > 200).Bottom, 182, 185);
            // Two lines of the table's head and row end it; three of the 版记 follow.
            Assert.Equal(3, lines.Count(l => l.Width > 200 && l.Bottom - l.Top < 1 && l.Top > 120));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>The paragraphs in the frame at the foot of the last page.</summary>
    private static List<string> Foot(W.Body body) =>
        [.. body.Elements<W.Paragraph>().Where(p => p.ParagraphProperties?.FrameProperties is not null && p.InnerText.Length > 0).Select(p => p.InnerText)];

    private static W.Body Body(OfficialPaper paper)
    {
        using var buffer = Written(paper);
        using var package = WordprocessingDocument.Open(buffer, isEditable: false);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2013).Validate(package).Select(e => e.Description));
        return (W.Body)package.MainDocumentPart!.Document!.Body!.CloneNode(true);
    }

    private static MemoryStream Written(OfficialPaper paper)
    {
        var buffer = new MemoryStream();
        OfficialPaperWriter.Write(paper, buffer);
        return buffer;
    }

    private static async Task RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (said, failed) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{program}: {await said}{await failed}");
    }

    /// <summary>A stripe of coloured rows, in millimetres.</summary>
    private sealed record Stripe(double Top, double Bottom, double Width);

    private sealed record Pixel(byte R, byte G, byte B);

    /// <summary>A picture as pdftoppm writes it: P6, width, height, 255, and three bytes a pixel.</summary>
    private sealed class Picture(byte[] bytes, int from, int width, int height)
    {
        public static async Task<Picture> ReadAsync(string file)
        {
            var bytes = await File.ReadAllBytesAsync(file);
            var head = System.Text.Encoding.ASCII.GetString(bytes, 0, 40).Split((char[])['\n', ' '], 5);
            var (width, height) = (int.Parse(head[1]), int.Parse(head[2]));
            return new Picture(bytes, bytes.Length - (width * height * 3), width, height);
        }

        /// <summary>Runs of rows that hold such pixels.</summary>
        public List<Stripe> Rows(Func<Pixel, bool> holds)
        {
            var stripes = new List<Stripe>();
            var (first, left, right) = (-1, width, 0);
            for (var y = 0; y <= height; y++)
            {
                var found = false;
                for (var x = 0; x < width && y < height; x++)
                {
                    var at = from + (((y * width) + x) * 3);
                    if (!holds(new Pixel(bytes[at], bytes[at + 1], bytes[at + 2]))) continue;
                    (found, left, right) = (true, Math.Min(left, x), Math.Max(right, x));
                }

                if (found && first < 0) first = y;
                if (found || first < 0) continue;
                stripes.Add(new Stripe(Mm(first), Mm(y), Mm(right - left + 1)));
                (first, left, right) = (-1, width, 0);
            }

            return stripes;
        }

        private static double Mm(int pixels) => pixels * 25.4 / Dpi;
    }
}
