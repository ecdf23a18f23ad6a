using System.IO.Compression;
using System.Text;
using Maoding.Documents.Reading;
using Maoding.Text;
using Xunit;

namespace Maoding.Documents.Tests.Reading;

/// <summary>Writes docx and xlsx packages part by part, so that a test shows exactly the XML it is about.</summary>
internal sealed class TestPackage
{
    private const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string WordSpaces = """
        xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
        xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"
        xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
        """;

    private readonly Dictionary<string, byte[]> _parts = [];

    public static TestPackage Word(string body)
    {
        var package = new TestPackage();
        package.Add("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>");
        package.Add("_rels/.rels", Relations(("rId1", "officeDocument", "word/document.xml")));
        package.Add("word/document.xml", $"<w:document {WordSpaces}><w:body>{body}</w:body></w:document>");
        package.Add("word/_rels/document.xml.rels",
            Relations(("s", "styles", "styles.xml"), ("n", "numbering", "numbering.xml"), ("h", "header", "header1.xml")));
        return package;
    }

    /// <param name="sheets">Name, state and the inside of the worksheet element.</param>
    public static TestPackage Sheets(params (string Name, string State, string Xml)[] sheets)
    {
        const string space = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
        var package = new TestPackage();
        package.Add("_rels/.rels", Relations(("rId1", "officeDocument", "xl/workbook.xml")));
        var list = string.Concat(sheets.Select((sheet, i) => $"<sheet name=\"{sheet.Name}\" sheetId=\"{i + 1}\" state=\"{sheet.State}\" r:id=\"r{i}\"/>"));
        package.Add("xl/workbook.xml", $"<workbook {space} xmlns:r=\"{Relationships}\"><sheets>{list}</sheets></workbook>");
        var links = sheets.Select((_, i) => ($"r{i}", "worksheet", $"worksheets/sheet{i}.xml"))
            .Append(("s", "styles", "styles.xml")).Append(("t", "sharedStrings", "sharedStrings.xml"));
        package.Add("xl/_rels/workbook.xml.rels", Relations([.. links]));
        for (var i = 0; i < sheets.Length; i++) package.Add($"xl/worksheets/sheet{i}.xml", $"<worksheet {space}>{sheets[i].Xml}</worksheet>");
        return package;
    }

    public TestPackage Styles(string xml) => Add("word/styles.xml", $"<w:styles {WordSpaces}>{xml}</w:styles>");

    public TestPackage Numbering(string xml) => Add("word/numbering.xml", $"<w:numbering {WordSpaces}>{xml}</w:numbering>");

    public TestPackage Header(string xml) => Add("word/header1.xml", $"<w:hdr {WordSpaces}>{xml}</w:hdr>");

    public TestPackage Add(string part, string xml) => Add(part, Encoding.UTF8.GetBytes(xml));

    public TestPackage Add(string part, byte[] content)
    {
        _parts[part] = content;
        return this;
    }

    public TestPackage Without(string part)
    {
        _parts.Remove(part);
        return this;
    }

    public byte[] ToBytes()
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in _parts)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return stream.ToArray();
    }

    public SourceText Read() => Bytes.Read(ToBytes());

    public string Text() => Read().Text;

    private static string Relations(params (string Id, string Type, string Target)[] relations) =>
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + string.Concat(relations.Select(r => $"<Relationship Id=\"{r.Id}\" Type=\"{Relationships}/{r.Type}\" Target=\"{r.Target}\"/>")) + "</Relationships>";
}

internal static class Bytes
{
    public static SourceText Read(byte[] bytes) => DocumentReader.Read(new MemoryStream(bytes), "文件");

    public static DocumentException Refusal(byte[] bytes) => Assert.Throws<DocumentException>(() => Read(bytes));

    public static string Fixture(string name) => Path.Combine(AppContext.BaseDirectory, "Fixtures", name);
}
