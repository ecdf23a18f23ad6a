using System.Globalization;

namespace Maoding.Documents.Reading.Sheets;

/// <summary>Shows a stored number as a person sees it in its cell.</summary>
internal sealed class CellFormats
{
    // 27 to 36 and 50 to 58 are the dates and times of Chinese Excel, which writes no code for them.
    private readonly Dictionary<int, string> _codes = new()
    {
        [1] = "0",
        [2] = "0.00",
        [3] = "#,##0",
        [4] = "#,##0.00",
        [9] = "0%",
        [10] = "0.00%",
        [14] = "yyyy-m-d",
        [15] = "d-mmm-yy",
        [16] = "d-mmm",
        [17] = "mmm-yy",
        [18] = "h:mm",
        [19] = "h:mm:ss",
        [20] = "h:mm",
        [21] = "h:mm:ss",
        [22] = "yyyy-m-d h:mm",
        [27] = "yyyy年m月",
        [28] = "m月d日",
        [29] = "m月d日",
        [30] = "m-d-yy",
        [31] = "yyyy年m月d日",
        [32] = "h时mm分",
        [33] = "h时mm分ss秒",
        [34] = "h时mm分",
        [35] = "h时mm分ss秒",
        [36] = "yyyy年m月",
        [37] = "#,##0;-#,##0",
        [38] = "#,##0;-#,##0",
        [39] = "#,##0.00;-#,##0.00",
        [40] = "#,##0.00;-#,##0.00",
        [41] = "#,##0;-#,##0;\"-\"",
        [42] = "#,##0;-#,##0;\"-\"",
        [43] = "#,##0.00;-#,##0.00;\"-\"",
        [44] = "#,##0.00;-#,##0.00;\"-\"",
        [45] = "mm:ss",
        [46] = "h:mm:ss",
        [47] = "mm:ss",
        [50] = "yyyy年m月",
        [51] = "m月d日",
        [52] = "yyyy年m月",
        [53] = "m月d日",
        [54] = "m月d日",
        [55] = "h时mm分",
        [56] = "h时mm分ss秒",
        [57] = "yyyy年m月",
        [58] = "m月d日",
    };

    private readonly List<CellStyle> _styles = [];
    private readonly List<bool> _fonts = [];

    public static CellFormats Read(BoundedPackage package, string? part)
    {
        var formats = new CellFormats();
        if (part is null || !package.Has(part)) return formats;
        using var reader = package.OpenPart(part);
        var (inCells, inFonts) = (false, false);
        while (reader.Read())
        {
            if (!reader.IsElement) continue;
            if (reader.Name is "cellXfs" or "cellStyleXfs" or "cellStyles" or "dxfs" or "fonts" or "fills")
                (inCells, inFonts) = (reader.Name == "cellXfs", reader.Name == "fonts");
            else if (reader.Name == "font" && inFonts) formats._fonts.Add(IsStruck(reader));
            else if (reader.Name == "numFmt" && !inCells) formats._codes[reader.Number("numFmtId") ?? 0] = reader.Attribute("formatCode") ?? "";
            else if (reader.Name == "xf" && inCells) formats._styles.Add(formats.Style(reader.Number("numFmtId") ?? 0, reader.Number("fontId") ?? 0));
            if (formats._styles.Count + formats._fonts.Count > ReadingLimits.Cells) throw DocumentErrors.Bomb(package.Name);
        }

        return formats;
    }

    /// <summary>The words inside an element with properties of a font are struck through.</summary>
    public static bool IsStruck(PartReader reader)
    {
        var struck = false;
        for (var depth = reader.Depth; reader.NextInside(depth);)
            if (reader.Name == "strike") struck = reader.IsOn;
        return struck;
    }

    public bool IsStruck(int style) => (uint)style < (uint)_styles.Count && _styles[style].IsStruck;

    /// <param name="raw">The number as stored, with a point.</param>
    public ShownCell Show(string raw, int style, bool from1904)
    {
        if (!double.TryParse(raw, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
            return new ShownCell(raw.Trim());
        var format = (uint)style < (uint)_styles.Count ? _styles[style].Format : CellFormat.General;
        if (format.Date is not { } date) return format.Write(number);
        return date.Write(from1904 ? number + 1462 : number) ?? CellFormat.General.Write(number);
    }

    private CellStyle Style(int format, int font) =>
        new(CellFormat.Parse(_codes.GetValueOrDefault(format, "General")), (uint)font < (uint)_fonts.Count && _fonts[font]);

    private readonly record struct CellStyle(CellFormat Format, bool IsStruck);
}
