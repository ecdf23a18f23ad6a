using System.Text;
using Maoding.Text;

namespace Maoding.Documents.Reading.Sheets;

/// <summary>
/// Reads the visible sheets of a workbook (xlsx, xlsm). The parts are streamed like those of a docx: MiniExcel gives
/// values without their number formats and opens the zip itself, so nothing could stop one that expands without end.
/// </summary>
internal sealed class SheetReader
{
    private readonly BoundedPackage _package;
    private readonly Func<string, string> _clean;
    private readonly List<string> _shared = [];
    private readonly CellFormats _formats;
    private bool _from1904;
    private int _cells;
    private long _area;

    private SheetReader(BoundedPackage package, string? styles, Func<string, string> clean)
    {
        _package = package;
        _clean = clean;
        _formats = CellFormats.Read(package, styles);
    }

    public static SourceText Read(BoundedPackage package)
    {
        var text = new TextBuilder(package.Name);
        foreach (var sheet in Sheets(package, GridCell.OneLine))
        {
            // Of a document a number that is not there would be missing without a sign; what is struck or hidden is not part of it.
            if (sheet.Cells().FirstOrDefault(c => c.Cell.Wrong == ShownCell.NoResult) is { Cell: not null } lost)
                throw DocumentErrors.NoResult(package.Name, $"{sheet.Name}!{TableBookReader.CellName(lost.Cell.Column + 1, lost.Row)}");
            text.AddTable(sheet.Name, sheet.FirstRow, sheet.Rows);
        }

        return text.Build();
    }

    /// <summary>The sheets cell by cell; line breaks inside cells stay.</summary>
    public static List<FilledSheet> ReadSheets(BoundedPackage package) =>
        [.. Sheets(package, words => Normalizer.Clean(words.ReplaceLineEndings("\n")).Trim())];

    private static IEnumerable<FilledSheet> Sheets(BoundedPackage package, Func<string, string> clean)
    {
        var relations = package.Relations(package.MainPart);
        var reader = new SheetReader(package, relations.FirstOrDefault(r => r.Type == "styles").Target, clean);
        reader.ReadShared(relations.FirstOrDefault(r => r.Type == "sharedStrings").Target);
        foreach (var (name, id) in reader.ReadWorkbook())
        {
            var target = relations.FirstOrDefault(r => r.Id == id && r.Type == "worksheet").Target;
            if (target is not null && package.Has(target) && reader.ReadSheet(name, target) is { } sheet) yield return sheet;
        }
    }

    private List<(string Name, string Id)> ReadWorkbook()
    {
        var sheets = new List<(string, string)>();
        using var part = _package.OpenPart(_package.MainPart);
        while (part.Read())
        {
            if (!part.IsElement) continue;
            if (part.Name == "workbookPr") _from1904 = part.Attribute("date1904") is "1" or "true";
            else if (part.Name == "sheet" && part.Attribute("state") is null or "visible")
                sheets.Add((part.Attribute("name") ?? "", part.Attribute("id") ?? ""));
        }

        return sheets;
    }

    private void ReadShared(string? target)
    {
        if (target is null || !_package.Has(target)) return;
        using var part = _package.OpenPart(target);
        var words = new StringBuilder();
        long total = 0;
        while (part.Read())
        {
            if (!part.IsElement || part.Name != "si") continue;
            words.Clear();
            AppendRichText(part, words);
            _shared.Add(_clean(words.ToString()));
            if ((total += words.Length) > ReadingLimits.Characters || _shared.Count > ReadingLimits.Cells) throw DocumentErrors.Bomb(_package.Name);
        }
    }

    private static void AppendRichText(PartReader part, StringBuilder words)
    {
        var struck = false;
        for (var depth = part.Depth; part.NextInside(depth);)
        {
            // Phonetic guides repeat the words in another script; what is struck through no longer holds.
            if (part.Name == "rPh") part.Skip();
            else if (part.Name == "r") struck = false;
            else if (part.Name == "rPr") struck = CellFormats.IsStruck(part);
            else if (part.Name == "t" && struck) part.Skip();
            else if (part.Name == "t") part.AppendText(words);
        }

        words.Replace("_x000D_", "");
    }

    private FilledSheet? ReadSheet(string name, string target)
    {
        using var part = _package.OpenPart(target);
        var grid = new SheetGrid();
        var (row, column) = (0, 0);
        while (part.Read())
        {
            if (!part.IsElement) continue;
            switch (part.Name)
            {
                case "row":
                    row = part.Number("r") ?? row + 1;
                    column = 0;
                    break;
                case "c":
                    // Cells without a reference follow the one before.
                    if (SheetGrid.TryParse(part.Attribute("r"), out var at)) (row, column) = at;
                    else column++;
                    if (ReadCell(part) is { IsEmpty: false } shown) grid.Add(row, column, shown);
                    if (++_cells > ReadingLimits.Cells * 4) throw DocumentErrors.Bomb(_package.Name);
                    break;
                case "mergeCell":
                    grid.Merge(part.Attribute("ref"));
                    break;
            }
        }

        if (grid.IsTooLarge) throw DocumentErrors.Bomb(_package.Name);
        if (grid.IsEmpty) return null;
        var rows = grid.Build();
        if ((_area += (long)rows.Count * rows[0].Count) > ReadingLimits.Cells) throw DocumentErrors.Bomb(_package.Name);
        return new FilledSheet(name, grid.FirstRow, rows);
    }

    private ShownCell ReadCell(PartReader part)
    {
        var type = part.Attribute("t") ?? "n";
        var style = part.Number("s") ?? 0;
        var words = new StringBuilder();
        var isFormula = false;
        for (var depth = part.Depth; part.NextInside(depth);)
        {
            isFormula |= part.Name == "f";
            if (part.Name == "v") part.AppendText(words);
            else if (part.Name == "is") AppendRichText(part, words);
            else part.Skip();
        }

        var value = words.ToString();
        // A formula that answers with no words is of the type str.
        if (value.Length == 0 && isFormula && type != "str") return new ShownCell("", ShownCell.NoResult);
        var shown = Shown(type, value, style);
        return shown.Words.Length > 0 && _formats.IsStruck(style) ? new ShownCell("", ShownCell.Struck) : shown;
    }

    private ShownCell Shown(string type, string value, int style) => type switch
    {
        "s" => new(int.TryParse(value, out var index) && (uint)index < (uint)_shared.Count ? _shared[index] : ""),
        "str" or "inlineStr" => new(_clean(value)),
        "e" => ShownCell.Error(_clean(value)),
        "b" => new(value == "1" ? "TRUE" : value.Length == 0 ? "" : "FALSE"),
        "d" => new(value.Length >= 10 ? value[..10] : value),
        _ => value.Length == 0 ? new("") : _formats.Show(value, style, _from1904),
    };
}

/// <summary>A sheet with words in it, as a grid from <paramref name="FirstRow"/> (from 1) and column A.</summary>
internal sealed record FilledSheet(string Name, int FirstRow, IReadOnlyList<IReadOnlyList<GridCell>> Rows)
{
    /// <summary>All cells, with their rows as the sheet counts them.</summary>
    public IEnumerable<(int Row, GridCell Cell)> Cells() => Rows.SelectMany((row, i) => row.Select(cell => (FirstRow + i, cell)));
}
