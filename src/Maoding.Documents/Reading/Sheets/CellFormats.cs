using System.Globalization;

namespace Maoding.Documents.Reading.Sheets;

/// <summary>Shows a stored number as a person sees it in its cell; dates always as yyyy-MM-dd.</summary>
internal sealed class CellFormats
{
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
        [32] = "h:mm",
        [33] = "h:mm:ss",
        [34] = "h:mm",
        [35] = "h:mm:ss",
        [37] = "#,##0",
        [38] = "#,##0",
        [39] = "#,##0.00",
        [40] = "#,##0.00",
        [45] = "mm:ss",
        [46] = "h:mm:ss",
        [47] = "mm:ss",
    };

    private readonly List<CellFormat> _styles = [];

    public static CellFormats Read(BoundedPackage package, string? part)
    {
        var formats = new CellFormats();
        if (part is null || !package.Has(part)) return formats;
        using var reader = package.OpenPart(part);
        var inCells = false;
        while (reader.Read())
        {
            if (!reader.IsElement) continue;
            if (reader.Name is "cellXfs" or "cellStyleXfs" or "cellStyles" or "dxfs") inCells = reader.Name == "cellXfs";
            else if (reader.Name == "numFmt" && !inCells) formats._codes.TryAdd(reader.Number("numFmtId") ?? 0, reader.Attribute("formatCode") ?? "");
            else if (reader.Name == "xf" && inCells) formats._styles.Add(formats.Format(reader.Number("numFmtId") ?? 0));
            if (formats._styles.Count > ReadingLimits.Cells) throw DocumentErrors.Bomb(package.Name);
        }

        return formats;
    }

    /// <param name="raw">The number as stored, with a point.</param>
    public string Show(string raw, int style, bool from1904)
    {
        if (!double.TryParse(raw, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number)) return raw.Trim();
        var format = (uint)style < (uint)_styles.Count ? _styles[style] : CellFormat.General;
        if (!format.IsDate) return format.Write(number);
        return Date(number, from1904, format.HasTime) ?? CellFormat.General.Write(number);
    }

    // Formats 27 to 36 and 50 to 58 are the dates of Chinese, Japanese and Korean Excel.
    private CellFormat Format(int id) =>
        _codes.TryGetValue(id, out var code) ? CellFormat.Parse(code) : CellFormat.Parse(id is >= 27 and <= 36 or >= 50 and <= 58 ? "yyyy-m-d" : "General");

    private static string? Date(double number, bool from1904, bool hasTime)
    {
        if (from1904) number += 1462;
        if (number is < 0 or >= 2_958_466) return null;
        // Before March 1900 the count is one short, because Excel knows a 29 February 1900.
        var date = new DateTime(1899, 12, 30, 0, 0, 0, DateTimeKind.Unspecified)
            .AddSeconds(Math.Round((number is >= 1 and < 60 ? number + 1 : number) * 86400));
        if (number < 1) return hasTime ? date.ToString("HH:mm") : null;
        return date.ToString(hasTime && date.TimeOfDay != TimeSpan.Zero ? "yyyy-MM-dd HH:mm" : "yyyy-MM-dd");
    }
}
