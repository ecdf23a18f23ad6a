using System.Globalization;
using System.Text;
using Maoding.Text;

namespace Maoding.Documents.Tests.Reading;

/// <summary>
/// Writes a pdf glyph by glyph at exact places, in the Chinese font every viewer has (not embedded). Coordinates in
/// points from the bottom left of an A4 page; a Chinese character is as wide as its size, a Latin one half of that.
/// </summary>
internal sealed class TestPdf
{
    private readonly List<StringBuilder> _pages = [];

    public TestPdf Page()
    {
        _pages.Add(new StringBuilder());
        return this;
    }

    /// <summary>Prints the words from <paramref name="x"/> on, with <paramref name="gap"/> points between them.</summary>
    public TestPdf Print(double x, double y, string words, double size = 16, double gap = 0)
    {
        foreach (var c in words)
        {
            if (c != '　' && c != ' ')
                _pages[^1].Append(CultureInfo.InvariantCulture, $"BT /F1 {size:0.##} Tf 1 0 0 1 {x:0.##} {y:0.##} Tm <{(int)c:X4}> Tj ET\n");
            x += (c < 128 ? size / 2 : size) + gap;
        }

        return this;
    }

    /// <summary>A paragraph set in 28 characters a line from the top line <paramref name="y"/> on, first line indented by two; gives the next line.</summary>
    public double Paragraph(double y, string words)
    {
        for (var indent = 2; words.Length > 0; indent = 0, y -= 28)
        {
            var take = Math.Min(words.Length, 28 - indent);
            Print(80 + indent * 16, y, words[..take]);
            words = words[take..];
        }

        return y;
    }

    public byte[] ToBytes()
    {
        var file = new StringBuilder("%PDF-1.4\n");
        var offsets = new List<int>();
        var kids = string.Join(' ', _pages.Select((_, i) => $"{5 + 2 * i} 0 R"));
        Add("<< /Type /Catalog /Pages 2 0 R >>");
        Add($"<< /Type /Pages /Kids [{kids}] /Count {_pages.Count} >>");
        Add("<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>");
        Add("<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << "
            + "/Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000 /W [1 95 500 814 907 500]"
            + " /FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 "
            + "-254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >> >>");
        for (var i = 0; i < _pages.Count; i++)
        {
            Add($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents {6 + 2 * i} 0 R >>");
            Add($"<< /Length {_pages[i].Length} >>\nstream\n{_pages[i]}endstream");
        }

        var start = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {offsets.Count + 1}\n0000000000 65535 f \n");
        foreach (var offset in offsets) file.Append(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n");
        file.Append(CultureInfo.InvariantCulture, $"trailer << /Size {offsets.Count + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(file.ToString());

        void Add(string content)
        {
            offsets.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{offsets.Count} 0 obj\n{content}\nendobj\n");
        }
    }

    public SourceText Read() => Bytes.Read(ToBytes());
}
