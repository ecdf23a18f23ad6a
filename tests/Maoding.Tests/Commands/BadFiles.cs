using System.IO.Compression;
using System.Text;

namespace Maoding.Tests.Commands;

/// <summary>Writes the bad documents that offices really send, and those that an attacker would.</summary>
internal static class BadFiles
{
    private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    public static byte[] Docx(string body, string head = "") => Package(zip =>
        Part(zip, "word/document.xml", $"<?xml version=\"1.0\" encoding=\"UTF-8\"?>{head}<w:document xmlns:w=\"{Word}\"><w:body>{body}</w:body></w:document>"));

    public static string Paragraph(string words) => $"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>";

    /// <summary>A docx of a few hundred kB whose text expands to <paramref name="megabytes"/>.</summary>
    public static byte[] Bomb(int megabytes) => Package(zip =>
    {
        using var part = zip.CreateEntry("word/document.xml", CompressionLevel.Fastest).Open();
        part.Write(Encoding.UTF8.GetBytes($"<w:document xmlns:w=\"{Word}\"><w:body>"));
        var block = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(Paragraph("一"), 16_000)));
        for (long written = 0; written < (long)megabytes << 20; written += block.Length) part.Write(block);
        part.Write("</w:body></w:document>"u8);
    });

    /// <summary>What Word writes with a password: a compound file that holds EncryptedPackage.</summary>
    public static byte[] EncryptedDocx()
    {
        var bytes = new byte[4096];
        ((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]).CopyTo(bytes);
        (bytes[24], bytes[26], bytes[28], bytes[29], bytes[30], bytes[32]) = (0x3E, 3, 0xFE, 0xFF, 9, 6);
        bytes[44] = bytes[48] = 1;
        Array.Fill(bytes, (byte)0xFF, 76, 436);
        string[] names = ["Root Entry", "EncryptionInfo", "EncryptedPackage"];
        for (var i = 0; i < names.Length; i++)
        {
            var entry = 1024 + (128 * i);
            Encoding.Unicode.GetBytes(names[i]).CopyTo(bytes, entry);
            bytes[entry + 64] = (byte)((2 * names[i].Length) + 2);
            bytes[entry + 66] = (byte)(i == 0 ? 5 : 2);
        }

        return bytes;
    }

    /// <summary>A pdf of one page that shows a picture and no letter.</summary>
    public static byte[] ImagePdf()
    {
        var objects = new[]
        {
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</XObject<</I 5 0 R>>>>>>",
            "<</Length 29>>stream\nq 500 0 0 700 40 60 cm /I Do Q\nendstream",
            "<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8/Length 1>>stream\nA\nendstream",
        };
        var pdf = new StringBuilder("%PDF-1.4\n");
        var offsets = new List<int>();
        for (var i = 0; i < objects.Length; i++)
        {
            offsets.Add(pdf.Length);
            pdf.Append($"{i + 1} 0 obj{objects[i]}\nendobj\n");
        }

        var start = pdf.Length;
        pdf.Append($"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        foreach (var offset in offsets) pdf.Append($"{offset:0000000000} 00000 n \n");
        pdf.Append($"trailer<</Size {objects.Length + 1}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(pdf.ToString());
    }

    private static byte[] Package(Action<ZipArchive> fill)
    {
        var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Part(zip, "[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" "
                + "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/word/document.xml\" "
                + "ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>");
            Part(zip, "_rels/.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" "
                + "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>");
            fill(zip);
        }

        return bytes.ToArray();
    }

    private static void Part(ZipArchive zip, string name, string content)
    {
        using var part = zip.CreateEntry(name).Open();
        part.Write(Encoding.UTF8.GetBytes(content));
    }
}
