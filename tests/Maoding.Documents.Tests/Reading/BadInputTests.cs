using System.IO.Compression;
using System.Text;
using CsCheck;
using Maoding.Documents.Reading;
using Xunit;

namespace Maoding.Documents.Tests.Reading;

// Memory is measured: these do not run beside each other.
[Collection("memory")]
public sealed class BadInputTests
{
    private static readonly byte[] Good =
        TestPackage.Word(string.Concat(Enumerable.Range(1, 400).Select(i => WordTests.P($"第{i}段，改造老旧小区{i * 7}个。")))).ToBytes();

    [Fact]
    public void Paths_that_are_no_files_are_told_apart()
    {
        Assert.Equal(DocumentErrors.Missing, Refusal(Path.Combine(Path.GetTempPath(), "没有这个文件.txt")).Code);
        Assert.Equal(DocumentErrors.Missing, Refusal(Path.Combine(Path.GetTempPath(), "没有", "文件.txt")).Code);
        Assert.Equal(DocumentErrors.Folder, Refusal(AppContext.BaseDirectory).Code);
    }

    [Fact]
    public void A_file_over_the_limit_is_refused_unread()
    {
        var path = Path.GetTempFileName();
        using (var file = File.OpenWrite(path)) file.SetLength(ReadingLimits.FileBytes + 1L);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal(DocumentErrors.TooLarge, Refusal(path).Code);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 1 << 20);
        File.Delete(path);
    }

    public static TheoryData<string, byte[]> Kinds => new()
    {
        { DocumentErrors.Empty, [] },
        { DocumentErrors.Empty, [0xEF, 0xBB, 0xBF] },
        { DocumentErrors.Empty, " \r\n\u3000"u8.ToArray() },
        { DocumentErrors.UnknownKind, [.. "\u007FELF"u8, .. new byte[200]] },
        { DocumentErrors.UnknownKind, new byte[5000] },
        { DocumentErrors.LegacyOffice, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]] },
        { DocumentErrors.Encrypted,
            [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600], .. Encoding.Unicode.GetBytes("EncryptedPackage"), .. new byte[600]] },
        { DocumentErrors.UnsupportedKind, "{\\rtf1 abc}"u8.ToArray() },
        { DocumentErrors.UnsupportedKind, "<html><body>x</body></html>"u8.ToArray() },
        { DocumentErrors.UnsupportedKind, [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3] },
        { DocumentErrors.UnsupportedKind, TestPackage.Word("").Without("[Content_Types].xml").Without("_rels/.rels").Without("word/document.xml").ToBytes() },
        { DocumentErrors.UnsupportedKind, TestPackage.Word("").Add("word/document.xml", "<p:presentation xmlns:p=\"x\"/>").ToBytes() },
        { DocumentErrors.NoMainPart, TestPackage.Word("").Without("word/document.xml").ToBytes() },
        { DocumentErrors.Damaged, Good[..(Good.Length / 2)] },
        { DocumentErrors.Damaged, TestPackage.Word("")
            .Add("word/document.xml", "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p>").ToBytes() },
        { DocumentErrors.Empty, TestPackage.Word("<w:p/>").ToBytes() },
        { DocumentErrors.NoTextLayer, TestPackage.Word("<w:p><w:r><w:drawing><a:blip/></w:drawing></w:r></w:p>").ToBytes() },
        { DocumentErrors.ForbiddenXml, TestPackage.Word("")
            .Add("word/document.xml", "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><w:document xmlns:w=\"x\">&x;</w:document>").ToBytes() },
        { DocumentErrors.ForbiddenXml, TestPackage.Word("")
            .Add("_rels/.rels", "<!DOCTYPE lolz [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><r>&b;</r>").ToBytes() },
        { DocumentErrors.Damaged, "%PDF-1.7\nrubbish"u8.ToArray() },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Bad_content_has_its_code_and_one_line_in_chinese(string code, byte[] content)
    {
        var refusal = Bytes.Refusal(content);
        Assert.Equal(code, refusal.Code);
        Assert.DoesNotContain('\n', refusal.Message);
        Assert.Contains('请', refusal.Message);
    }

    public static TheoryData<string, string> Bombs => new()
    {
        { "one endless text", "<w:p><w:r><w:t>" + "{0}" + "</w:t></w:r></w:p>|啊" },
        { "endless paragraphs", "{0}|<w:p><w:r><w:t>字</w:t></w:r></w:p>" },
        { "endless empty runs", "<w:p>{0}</w:p>|<w:r/>" },
        { "an endless attribute", "<w:p w:x=\"{0}\"/>|a" },
        { "endless cells", "<w:tbl><w:tr>{0}</w:tr></w:tbl>|<w:tc><w:p/></w:tc>" },
        { "endless rows", "<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"2000000\"/></w:tcPr></w:tc></w:tr>{0}</w:tbl>|<w:tr><w:tc><w:p/></w:tc></w:tr>" },
        { "endless depth", "{0}|<w:sdt>" },
        { "endless fields", "<w:p>{0}</w:p>|<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>" },
    };

    [Theory]
    [MemberData(nameof(Bombs))]
    public void A_part_that_expands_without_end_is_stopped_within_memory(string name, string shape)
    {
        var (body, unit) = (shape.Split('|')[0], shape.Split('|')[1]);
        IsStopped(name, Pack(body.Split("{0}"), unit, 100 << 20, CompressionLevel.Optimal));
    }

    // Packed loosely, so that only the size stops it and not the ratio.
    [Fact]
    public void A_part_that_is_too_long_is_stopped_within_memory() =>
        IsStopped("long", Pack(["", ""], "<w:p w:rsidR=\"00A1B2C3\"><w:pPr><w:jc w:val=\"both\"/></w:pPr><w:r><w:t>改造老旧小区</w:t></w:r></w:p>",
            280 << 20, CompressionLevel.Fastest));

    private static void IsStopped(string name, byte[] packed)
    {
        GC.Collect();
        var peak = 0L;
        using (new Timer(_ => peak = Math.Max(peak, GC.GetTotalMemory(false)), null, 0, 5))
        {
            var refusal = Assert.Throws<DocumentException>(() => Bytes.Read(packed));
            Assert.Equal(DocumentErrors.ExpandsTooFar, refusal.Code);
        }

        Assert.True(peak < 400L << 20, $"{name}: {peak >> 20} MB");
    }

    [Fact]
    public void Endless_new_names_are_stopped()
    {
        var names = new StringBuilder();
        for (var i = 0; i < 60_000; i++) names.Append("<n").Append(i).Append("/>");
        Assert.Equal(DocumentErrors.ExpandsTooFar, Bytes.Refusal(TestPackage.Word(names.ToString()).ToBytes()).Code);
    }

    [Fact]
    public void Too_many_entries_are_refused()
    {
        var package = TestPackage.Word(WordTests.P("文"));
        for (var i = 0; i <= ReadingLimits.Entries; i++) package.Add($"x{i}", "");
        Assert.Equal(DocumentErrors.ExpandsTooFar, Bytes.Refusal(package.ToBytes()).Code);
    }

    [Fact]
    public void Sheets_with_cells_at_the_far_corner_or_piled_up_areas_are_refused()
    {
        Assert.Equal(DocumentErrors.ExpandsTooFar,
            Bytes.Refusal(Sheet(SheetTests.Row(1, SheetTests.Text("A1", "甲")) + SheetTests.Row(1048576, SheetTests.Text("XFD1048576", "乙")), "")).Code);
        var areas = string.Concat(Enumerable.Repeat("<mergeCell ref=\"A1:ALL1000\"/>", 5000));
        Assert.Equal(DocumentErrors.ExpandsTooFar,
            Bytes.Refusal(Sheet(SheetTests.Row(1, SheetTests.Text("A1", "甲")) + SheetTests.Row(1000, SheetTests.Text("ALL1000", "乙")), areas)).Code);
    }

    [Fact]
    public void Random_bytes_never_fail_in_another_way()
    {
        Gen.Byte.Array[1, 3000].Sample(bytes => Survives(bytes), iter: 2000);
    }

    [Fact]
    public void A_damaged_package_never_fails_in_another_way()
    {
        Gen.Select(Gen.Int[0, Good.Length - 1], Gen.Byte, Gen.Int[1, Good.Length]).Sample(
            (at, value, length) =>
            {
                var bytes = (byte[])Good.Clone();
                bytes[at] = value;
                return Survives(bytes) && Survives(Good[..length]);
            },
            iter: 300);
    }

    [Fact]
    public void A_damaged_pdf_never_fails_in_another_way()
    {
        var good = File.ReadAllBytes(Bytes.Fixture("report.pdf"));
        Gen.Select(Gen.Int[0, good.Length - 1], Gen.Byte, Gen.Int[1, good.Length]).Sample(
            (at, value, length) =>
            {
                var bytes = (byte[])good.Clone();
                for (var i = at; i < Math.Min(at + 50, bytes.Length); i++) bytes[i] ^= value;
                return Survives(bytes) && Survives(good[..length]);
            },
            iter: 8);
    }

    private static bool Survives(byte[] bytes)
    {
        try
        {
            return Bytes.Read(bytes).Text.Length > 0;
        }
        catch (DocumentException refusal)
        {
            return refusal.Code.StartsWith("DOC", StringComparison.Ordinal);
        }
    }

    private static DocumentException Refusal(string path) => Assert.Throws<DocumentException>(() => DocumentReader.Read(path));

    private static byte[] Sheet(string rows, string areas) =>
        TestPackage.Sheets(("一", "visible", $"<sheetData>{rows}</sheetData><mergeCells>{areas}</mergeCells>")).ToBytes();

    // Written as a stream: the expanded part is far larger than a test may hold.
    private static byte[] Pack(string[] around, string unit, long size, CompressionLevel level)
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = zip.CreateEntry("word/document.xml", level).Open();
            entry.Write("<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>"u8);
            entry.Write(Encoding.UTF8.GetBytes(around[0]));
            var chunk = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(unit, (1 << 20) / Encoding.UTF8.GetByteCount(unit))));
            for (long written = 0; written < size; written += chunk.Length) entry.Write(chunk);
            entry.Write(Encoding.UTF8.GetBytes(around[1] + "</w:body></w:document>"));
        }

        return stream.ToArray();
    }
}
