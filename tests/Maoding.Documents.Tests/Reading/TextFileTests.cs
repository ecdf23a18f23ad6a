using System.Text;
using CsCheck;
using Maoding.Documents.Reading;
using Maoding.TestKit;
using Maoding.Text;
using Xunit;

namespace Maoding.Documents.Tests.Reading;

public sealed class TextFileTests
{
    private const string Sample = "在区委七届五次全会上的讲话\n\n一、今年的目标\n地区生产总值增长6.5%左右；𠮷林街道新增就业1.2万人。\n";

    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding(54936)!;

    public static TheoryData<string> Encodings => ["utf-8", "utf-8 bom", "utf-16le", "utf-16le bom", "utf-16be", "utf-16be bom", "gb18030"];

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Every_encoding_gives_the_same_text(string encoding) => Assert.Equal(Sample, Bytes.Read(Encode(Sample, encoding)).Text);

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Any_official_text_comes_back_from_every_encoding(string encoding)
    {
        var common = Gen.OneOf(
            Gen.Char['\u4E00', '\u9FA5'], Gen.Char['\u4E00', '\u9FA5'], Gen.Char['\u4E00', '\u9FA5'],
            Gen.Int[0, 8].Select(i => "，。、；（）“”："[i]), Gen.Char['0', '9'], Gen.Const('\n'));
        Gen.Char['\u4E00', '\u9FA5'].Array[12].SelectMany(head => common.Array[0, 300].Select(tail => new string(head) + "。" + new string(tail)))
            .Sample(text => Bytes.Read(Encode(text, encoding)).Text == text, iter: 300);
    }

    [Fact]
    public void Any_text_at_all_comes_back_from_utf8()
    {
        Gen.String.Where(text => !string.IsNullOrWhiteSpace(text)
            && !text.Any(c => char.IsSurrogate(c) || c < ' ' || c == '\uFFFD') && !text.StartsWith('\uFEFF') && !text.Contains('密'))
            .Sample(text => Bytes.Read(Encoding.UTF8.GetBytes("文" + text)).Text == "文" + text);
    }

    [Fact]
    public void Carriage_returns_become_line_feeds_and_nothing_else_is_altered()
    {
        var source = Bytes.Read(Encoding.UTF8.GetBytes("\uFEFF一\r\n二\r三\n\r\n四\f五\u2028六\t\u3000七 \r\n"));
        Assert.Equal("一\n二\n三\n\n四\f五\u2028六\t\u3000七 \n", source.Text);
    }

    [Fact]
    public void Offsets_are_those_of_the_text_with_line_feeds()
    {
        var source = Bytes.Read(Encode(Sample.Replace("\n", "\r\n"), "utf-16le bom"));
        Assert.Equal(Sample, source.Text);
        var expected = Sample.TrimEnd('\n').Split('\n');
        Assert.Equal(expected, source.Lines.Select(line => source.Slice(line.Span).ToString()));
        Assert.Equal(Enumerable.Range(1, expected.Length).Select(n => new Place(PlaceKind.Line, n)), source.Lines.Select(line => line.Place));
        Assert.Equal("第4行", source.PlaceOf(Sample.IndexOf("新增就业", StringComparison.Ordinal)).ToString());
    }

    [Fact]
    public void The_corpus_is_read_byte_for_byte()
    {
        Assert.SkipWhen(Corpus.Folder is null, "../shared/corpus is not there");
        foreach (var path in Directory.GetFiles(Corpus.Folder!, "*.txt")) Assert.Equal(File.ReadAllText(path), DocumentReader.Read(path).Text);
    }

    [Fact]
    public void The_name_does_not_decide_the_kind()
    {
        var source = DocumentReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(Sample)), "讲话.docx");
        Assert.Equal(PlaceKind.Line, source.Lines[0].Place.Kind);
    }

    [Fact]
    public void One_broken_byte_does_not_refuse_a_text()
    {
        var bytes = Encode(string.Concat(Enumerable.Repeat(Sample, 20)), "utf-8");
        bytes[100] = 0xFF;
        Assert.Contains("地区生产总值增长6.5%左右", Bytes.Read(bytes).Text);
        Assert.Equal(Sample[..^3], Bytes.Read(Encode(Sample, "gb18030")[..^4]).Text.TrimEnd('\uFFFD', '?')[..(Sample.Length - 3)]);
    }

    [Fact]
    public void A_stream_that_cannot_seek_is_read_to_its_end()
    {
        var text = string.Concat(Enumerable.Repeat(Sample, 1000));
        using var packed = new MemoryStream();
        using (var gzip = new System.IO.Compression.GZipStream(packed, System.IO.Compression.CompressionMode.Compress, leaveOpen: true))
            gzip.Write(Encoding.UTF8.GetBytes(text));
        packed.Position = 0;
        using var stream = new System.IO.Compression.GZipStream(packed, System.IO.Compression.CompressionMode.Decompress);
        Assert.Equal(text, DocumentReader.Read(stream, "讲话.txt").Text);
    }

    internal static byte[] Encode(string text, string encoding) => encoding switch
    {
        "utf-8" => Encoding.UTF8.GetBytes(text),
        "utf-8 bom" => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)],
        "utf-16le" => Encoding.Unicode.GetBytes(text),
        "utf-16le bom" => [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text)],
        "utf-16be" => Encoding.BigEndianUnicode.GetBytes(text),
        "utf-16be bom" => [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(text)],
        _ => Gb18030.GetBytes(text),
    };
}
