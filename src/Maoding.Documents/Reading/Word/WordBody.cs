using Maoding.Text;

namespace Maoding.Documents.Reading.Word;

/// <summary>Walks one part with paragraphs and tables, once, and writes its lines. Tracked changes count as accepted.</summary>
internal sealed class WordBody(PartReader part, WordStyles styles, WordNumbering numbering, TextBuilder text)
{
    private const string Transitional = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string Strict = "http://purl.oclc.org/ooxml/wordprocessingml/main";

    private readonly WordFields _fields = new();
    private int _paragraph;
    private int _first;
    private int _written;
    private WordMarks _run;
    private WordMarks _style;
    private bool _around;
    private bool _leftOut;

    public bool HasPictures { get; private set; }

    /// <summary>Hidden or struck through: no part of the document.</summary>
    private bool Gone => _around || _run.Or(_style).Gone || _fields.Hide;

    public void Read()
    {
        var body = new WordFlow(isBody: true, words => text.AddLines(words, new Place(PlaceKind.Paragraph, _first)));
        while (part.Read())
        {
            if (part.IsElement) ReadElement(body);
        }

        body.Flush();
    }

    private void ReadInside(WordFlow flow)
    {
        for (var depth = part.Depth; part.NextInside(depth);) ReadElement(flow);
    }

    private void ReadElement(WordFlow flow)
    {
        if (part.Namespace is not (Transitional or Strict))
        {
            ReadForeign(flow);
            return;
        }

        switch (part.Name)
        {
            case "p": ReadParagraph(flow); break;
            case "r": ReadRun(flow); break;
            case "t": ReadText(flow); break;
            case "tbl": ReadTable(flow); break;
            case "txbxContent": ReadBox(flow); break;
            case "tab" or "ptab": Write(flow, '\t'); break;
            case "br" or "cr":
                if (flow.Words.Length > 0) Write(flow, '\n');
                break;
            case "noBreakHyphen": Write(flow, '-'); break;
            case "sym": Write(flow, Symbol(part.Attribute("char"))); break;
            case "fldChar": _fields.Mark(part); break;
            case "instrText": _fields.AddInstruction(part); break;
            case "del" or "moveFrom" or "delText" or "delInstrText" or "rt" or "sectPr" or "sdtPr" or "sdtEndPr" or "tblPr" or "rPr" or "pPr":
                part.Skip();
                break;
        }
    }

    // Unknown elements are passed through: a text box lies deep inside drawings of several makers.
    private void ReadForeign(WordFlow flow)
    {
        switch (part.Name)
        {
            case "AlternateContent": ReadAlternatives(flow); break;
            case "t" when part.Namespace.EndsWith("/math", StringComparison.Ordinal): ReadText(flow); break;
            case "blip" or "imagedata": HasPictures = true; break;
        }
    }

    private void ReadParagraph(WordFlow flow)
    {
        if (flow.IsBody) _paragraph++;
        if (flow.IsBody && flow.Words.Length == 0) _first = _paragraph;
        var properties = default(ParagraphProperties);
        var outer = (_run, _style, _around);
        (_around, _run, _style, _leftOut) = (Gone, default, styles.Marks(styles.DefaultParagraph), false);
        for (var depth = part.Depth; part.NextInside(depth);)
        {
            if (part.Name == "pPr" && part.Depth == depth + 1)
            {
                properties = ReadProperties();
                _style = styles.Marks(properties.Style ?? styles.DefaultParagraph);
            }
            else
            {
                ReadElement(flow);
            }
        }

        var (silent, onlyGone) = (Gone && flow.Words.Length == 0, _leftOut && flow.Words.Length == 0);
        (_run, _style, _around) = outer;
        _fields.EndParagraph();
        // A mark that was deleted or hidden no longer ends the paragraph: the next one goes on.
        if (properties.MarkGone || silent) return;
        var label = numbering.Label(properties.Style, properties.NumberId, properties.Level);
        flow.Finish(onlyGone ? "" : label);
    }

    private ParagraphProperties ReadProperties()
    {
        var properties = default(ParagraphProperties);
        for (var depth = part.Depth; part.NextInside(depth);)
        {
            switch (part.Name)
            {
                case "pStyle": properties.Style = part.Attribute("val"); break;
                case "numId": properties.NumberId = part.Number("val"); break;
                case "ilvl": properties.Level = part.Number("val"); break;
                case "vanish": properties.MarkGone |= part.IsOn; break;
                case "del" or "moveFrom": properties.MarkGone = true; break;
                case "pPrChange" or "rPrChange" or "sectPr": part.Skip(); break;
            }
        }

        return properties;
    }

    private void ReadRun(WordFlow flow)
    {
        var outer = _run;
        for (var depth = part.Depth; part.NextInside(depth);)
        {
            if (part.Name == "rPr" && part.Depth == depth + 1) _run = RunMarks();
            else ReadElement(flow);
        }

        _run = outer;
    }

    /// <summary>What stands at the run itself goes before its style.</summary>
    private WordMarks RunMarks()
    {
        var (own, style) = (default(WordMarks), default(WordMarks));
        for (var depth = part.Depth; part.NextInside(depth);)
        {
            if (part.Name == "rStyle") style = styles.Marks(part.Attribute("val"));
            else if (part.Name == "rPrChange") part.Skip();
            else own = own.With(part) ?? own;
        }

        return own.Or(style);
    }

    private void ReadText(WordFlow flow)
    {
        if (Gone)
        {
            _leftOut = true;
            part.Skip();
            return;
        }

        var start = flow.Words.Length;
        part.AppendText(flow.Words);
        // Line ends inside the element are only how the XML is laid out.
        flow.Words.Replace('\n', ' ', start, flow.Words.Length - start).Replace('\r', ' ', start, flow.Words.Length - start);
        _written++;
    }

    private void Write(WordFlow flow, char sign)
    {
        if (Gone) return;
        flow.Words.Append(sign);
        _written++;
    }

    private void ReadBox(WordFlow flow)
    {
        if (Gone)
        {
            part.Skip();
            return;
        }

        var box = new WordFlow(isBody: false, flow.Boxes.Add);
        ReadInside(box);
        box.Flush();
        _written++;
    }

    // The same drawing is kept twice, for new and for old programs: only the first that has words is read.
    private void ReadAlternatives(WordFlow flow)
    {
        var before = _written;
        for (var depth = part.Depth; part.NextInside(depth);)
        {
            if (_written > before) part.Skip();
            else ReadInside(flow);
        }
    }

    private void ReadTable(WordFlow flow)
    {
        flow.Flush();
        var table = new WordTable();
        for (var depth = part.Depth; part.NextInside(depth);)
        {
            if (part.Name == "tr") ReadRow(table);
            else if (part.Name is "tblPr" or "tblGrid" or "sdtPr" or "del" or "moveFrom") part.Skip();
        }

        if (table.Rows.Count == 0) return;
        if (flow.IsBody) text.AddTable($"表{text.TableCount + 1}", 1, table.Rows);
        else foreach (var row in table.Rows)
        {
            foreach (var cell in row)
            {
                if (cell.Cover is null && cell.Words.Length > 0) flow.Words.Append(flow.Words.Length > 0 ? " " : "").Append(cell.Words);
            }

            flow.Flush();
        }
    }

    private void ReadRow(WordTable table)
    {
        var deleted = false;
        table.BeginRow();
        for (var depth = part.Depth; part.NextInside(depth);)
        {
            if (part.Name == "tc") ReadCell(table);
            else if (part.Name == "gridBefore") table.SkipColumns(part.Number("val") ?? 0);
            else if (part.Name == "del") deleted = true;
            else if (part.Name is "sdtPr" or "tblPrEx" or "trPrChange") part.Skip();
        }

        table.EndRow(keep: !deleted);
        if (table.IsTooLarge) throw part.Refuse();
    }

    private void ReadCell(WordTable table)
    {
        var words = new System.Text.StringBuilder();
        var flow = new WordFlow(isBody: false, paragraph =>
        {
            var line = GridCell.OneLine(paragraph);
            if (line.Length > 0) words.Append(words.Length > 0 ? " " : "").Append(line);
        });
        var (span, merge, across, gone) = (1, "", "", false);
        for (var depth = part.Depth; part.NextInside(depth);)
        {
            switch (part.Name)
            {
                case "gridSpan": span = part.Number("val") ?? 1; break;
                case "vMerge": merge = part.Attribute("val") ?? "continue"; break;
                case "hMerge": across = part.Attribute("val") ?? "continue"; break;
                case "cellDel": gone = true; break;
                case "tcPrChange" or "tcBorders" or "tcW" or "shd": part.Skip(); break;
                default: ReadElement(flow); break;
            }
        }

        flow.Flush();
        if (!gone) table.AddCell(words.ToString(), span, merge == "continue", across == "continue");
    }

    // Symbol fonts put their glyphs in the private area; a person sees a box, a tick or an arrow.
    private static char Symbol(string? code) =>
        !int.TryParse(code, System.Globalization.NumberStyles.HexNumber, null, out var value) || value is 0 or > 0xFFFF ? '□'
        : (value & 0xFF) switch
        {
            _ when value < 0xE000 => (char)value,
            0xFC or 0x50 => '✓',
            0xFE or 0x52 => '☑',
            0x6C or 0x9F or 0xB7 => '●',
            0x6E => '■',
            0x75 => '◆',
            0xD8 or 0xE0 or 0xF0 => '→',
            0xAB => '★',
            _ => '□',
        };

    private struct ParagraphProperties
    {
        public string? Style { get; set; }

        public int? NumberId { get; set; }

        public int? Level { get; set; }

        public bool MarkGone { get; set; }
    }
}
