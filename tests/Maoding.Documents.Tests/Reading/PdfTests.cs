using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using Maoding.Documents.Reading;
using Maoding.Text;
using Xunit;

namespace Maoding.Documents.Tests.Reading;

// Memory is measured: these do not run beside each other.
[Collection("memory")]
public sealed class PdfTests
{
    private const string Long = "实施产业链链长制，引进亿元以上项目四十个，新增规模以上工业企业十五家，六月底前建成智能制造产业园二期，盘活闲置厂房十二万平方米，带动就业三千人。";

    [Fact]
    public void A_report_printed_by_an_office_program_reads_like_its_source()
    {
        var source = DocumentReader.Read(Bytes.Fixture("report.pdf"));
        var paragraphs = Regex.Matches(File.ReadAllText(Bytes.Fixture("report.fodt")), "<text:p text:style-name=\"(?:T|C|B|H|H2)\">(.*?)</text:p>");
        var expected = paragraphs.Select(match => match.Groups[1].Value.Replace("区　长　　陈　远", "区长 陈远").Replace("　", ""));
        Assert.Equal(expected, source.Lines.Select(line => source.Slice(line.Span).ToString()));
        Assert.Equal(new Place(PlaceKind.Page, 1), source.Lines[0].Place);
        Assert.True(source.Lines[^1].Place.Number > 5);
    }

    [Fact]
    public void Lines_become_paragraphs_and_headings_stay_apart()
    {
        var pdf = new TestPdf().Page();
        var y = pdf.Paragraph(760, Long);
        y = pdf.Paragraph(y, "二、重点工作");
        pdf.Paragraph(y, Long);
        Assert.Equal($"{Long}\n二、重点工作\n{Long}", pdf.Read().Text);
    }

    [Theory]
    [InlineData("— 1 —", "— 2 —")]
    [InlineData("第1页 共2页", "第2页 共2页")]
    [InlineData("1", "2")]
    [InlineData("1/2", "2/2")]
    public void A_page_end_does_not_break_a_sentence(string firstFoot, string secondFoot)
    {
        var pdf = new TestPdf().Page().Print(220, 800, "某区会议文件", 10.5);
        var y = pdf.Paragraph(740, Long);
        pdf.Print(112, y, Long[..26]).Print(280, 60, firstFoot, 12);
        pdf.Page().Print(220, 800, "某区会议文件", 10.5).Print(80, 740, Long[26..54]).Print(80, 712, Long[54..]).Print(280, 60, secondFoot, 12);
        var source = pdf.Read();
        Assert.Equal($"{Long}\n{Long}", source.Text);
        Assert.All(source.Lines, line => Assert.Equal(new Place(PlaceKind.Page, 1), line.Place));
    }

    [Fact]
    public void Text_that_repeats_at_the_edge_of_pages_is_kept()
    {
        var pdf = new TestPdf();
        for (var i = 0; i < 6; i++)
        {
            pdf.Page();
            var y = 760.0;
            if (i % 2 == 1) y = pdf.Paragraph(y, "前一件事已经办完。");
            for (var j = 0; j < 4; j++) y = pdf.Paragraph(y, Long);
        }

        Assert.Equal(6 * 4 + 3, pdf.Read().Lines.Count);
    }

    [Fact]
    public void Doubled_characters_are_mended()
    {
        var pdf = new TestPdf().Page().Print(80, 700, "天天向上，全力以赴抓落实").Print(80.4, 700, "天天向上，全力以赴抓落实").Print(80.4, 700.3, "天天向上，全力以赴抓落实");
        Assert.Equal("天天向上，全力以赴抓落实", pdf.Read().Text);
    }

    [Fact]
    public void Letter_spaced_characters_are_mended_and_words_set_apart_are_kept()
    {
        var pdf = new TestPdf().Page().Print(120, 760, "政府工作报告", 22, gap: 22)
            .Print(200, 700, "目　录").Print(80, 640, "区　长　　陈　远").Print(80, 600, "责任单位：发改局　财政局　各街道");
        Assert.Equal("政府工作报告\n目录\n区长 陈远\n责任单位：发改局 财政局 各街道", pdf.Read().Text);
    }

    [Fact]
    public void Latin_words_keep_their_spaces_and_figures_stay_with_their_units()
    {
        Assert.Equal("增长6.5%，建成5G基站120个，Smart City项目", new TestPdf().Page().Print(80, 700, "增长6.5%，建成5G基站120个，Smart City项目").Read().Text);
    }

    [Fact]
    public void A_pdf_without_a_text_layer_is_refused()
    {
        Assert.Equal(DocumentErrors.NoTextLayer, Bytes.Refusal(new TestPdf().Page().Page().ToBytes()).Code);
    }

    [Fact]
    public void An_encrypted_pdf_is_refused()
    {
        var plain = Encoding.Latin1.GetString(new TestPdf().Page().Print(80, 700, "文").ToBytes());
        var key = string.Concat(Enumerable.Repeat("5A", 32));
        var locked = plain.Replace("/Root 1 0 R", $"/Root 1 0 R /ID [<00><00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -64 /O <{key}> /U <{key}> >>");
        Assert.Equal(DocumentErrors.Encrypted, Bytes.Refusal(Encoding.Latin1.GetBytes(locked)).Code);
    }

    [Fact]
    public void A_stream_that_expands_without_end_is_stopped()
    {
        var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            var blank = new byte[1 << 20];
            Array.Fill(blank, (byte)' ');
            for (var i = 0; i < 300; i++) zlib.Write(blank);
        }

        var plain = Encoding.Latin1.GetString(new TestPdf().Page().ToBytes());
        var bomb = plain.Replace(
            "<< /Length 0 >>\nstream\n", $"<< /Length {packed.Length} /Filter /FlateDecode >>\nstream\n{Encoding.Latin1.GetString(packed.ToArray())}\n");
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal(DocumentErrors.ExpandsTooFar, Bytes.Refusal(Encoding.Latin1.GetBytes(bomb)).Code);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 200L << 20);
    }

    [Theory]
    [InlineData("q ")]
    [InlineData("BT /F1 1 Tf ET ")]
    public void A_page_of_instructions_without_end_is_stopped(string unit)
    {
        var instructions = string.Concat(Enumerable.Repeat(unit, (10 << 20) / unit.Length));
        var plain = Encoding.Latin1.GetString(new TestPdf().Page().ToBytes());
        var endless = plain.Replace("<< /Length 0 >>\nstream\n", $"<< /Length {instructions.Length} >>\nstream\n{instructions}\n");
        Assert.Equal(DocumentErrors.ExpandsTooFar, Bytes.Refusal(Encoding.Latin1.GetBytes(endless)).Code);
    }

    [Fact]
    public void Nested_brackets_without_end_do_not_break_the_process()
    {
        var plain = Encoding.Latin1.GetString(new TestPdf().Page().ToBytes());
        var nested = plain.Replace("<< /Length 0 >>\nstream\n", $"<< /Length 2000000 >>\nstream\n{new string('[', 2_000_000)}\n");
        Assert.StartsWith("DOC", Bytes.Refusal(Encoding.Latin1.GetBytes(nested)).Code);
    }
}
