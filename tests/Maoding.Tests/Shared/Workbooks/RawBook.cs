using System.IO.Compression;
using System.Security;
using System.Text;
using Maoding.Documents.Reading;

namespace Maoding.Tests.Shared.Workbooks;

/// <summary>A workbook written as other programs write it: formulas without results, formats that hide or scale.</summary>
internal sealed class RawBook(string sheet, IReadOnlyList<IReadOnlyList<string>> rows)
{
    private const string Space = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    private const string Links = "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"";
    private const string Kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    /// <summary>Styles by number: 1 struck through, 2 hides, 3 in thousands, 4 a month, 5 five digits.</summary>
    private const string Styles = $"<styleSheet {Space}><numFmts><numFmt numFmtId=\"176\" formatCode=\";;;\"/><numFmt numFmtId=\"177\" formatCode=\"#,##0,\"/>"
        + "<numFmt numFmtId=\"178\" formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;\"/><numFmt numFmtId=\"179\" formatCode=\"00000\"/></numFmts>"
        + "<fonts><font/><font><strike/></font></fonts><cellXfs><xf/><xf fontId=\"1\"/><xf numFmtId=\"176\"/><xf numFmtId=\"177\"/><xf numFmtId=\"178\"/>"
        + "<xf numFmtId=\"179\"/></cellXfs></styleSheet>";

    private readonly Dictionary<(int Row, int Column), string> _cells = [];

    /// <summary>Puts a cell as it stands in the file, from its attributes on.</summary>
    /// <param name="row">As the sheet counts, the head is 1.</param>
    public RawBook With(int row, string head, string inside)
    {
        _cells[(row - 1, rows[0].ToList().IndexOf(head))] = inside;
        return this;
    }

    public string CellOf(int row, string head) => TableBookReader.CellName(rows[0].ToList().IndexOf(head) + 1, row);

    public byte[] ToBytes()
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Put(zip, "_rels/.rels",
                $"<Relationships {Links}><Relationship Id=\"r\" Type=\"{Kind}officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
            Put(zip, "xl/workbook.xml", $"<workbook {Space} xmlns:r=\"{Kind.TrimEnd('/')}\"><sheets>"
                + $"<sheet name=\"{sheet}\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
            Put(zip, "xl/_rels/workbook.xml.rels", $"<Relationships {Links}><Relationship Id=\"r1\" Type=\"{Kind}worksheet\" Target=\"worksheets/sheet1.xml\"/>"
                + $"<Relationship Id=\"r2\" Type=\"{Kind}styles\" Target=\"styles.xml\"/></Relationships>");
            Put(zip, "xl/styles.xml", Styles);
            Put(zip, "xl/worksheets/sheet1.xml", $"<worksheet {Space}><sheetData>{string.Concat(rows.Select(Row))}</sheetData></worksheet>");
        }

        return stream.ToArray();
    }

    private string Row(IReadOnlyList<string> cells, int row) =>
        $"<row r=\"{row + 1}\">{string.Concat(cells.Select((words, column) => Cell(row, column, words)))}</row>";

    private string Cell(int row, int column, string words)
    {
        var at = TableBookReader.CellName(column + 1, row + 1);
        return _cells.TryGetValue((row, column), out var inside)
            ? $"<c r=\"{at}\" {inside}</c>"
            : $"<c r=\"{at}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{SecurityElement.Escape(words)}</t></is></c>";
    }

    private static void Put(ZipArchive zip, string name, string xml)
    {
        using var part = zip.CreateEntry(name).Open();
        part.Write(Encoding.UTF8.GetBytes(xml));
    }
}
