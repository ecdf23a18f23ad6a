using DocumentFormat.OpenXml.Spreadsheet;

namespace Maoding.Documents.Writing;

/// <summary>The workbook's cell styles, by their place in the list.</summary>
internal static class SheetStyles
{
    public const uint Title = 1;
    public const uint Subtitle = 2;
    public const uint Head = 3;
    public const uint Body = 4;
    public const uint Centred = 5;
    public const uint Number = 6;
    public const uint General = 7;
    public const uint Date = 8;

    // Text format: 6月30日 typed by hand stays what was typed instead of becoming a date.
    private const uint AsText = 49;

    // Own format: the built-in one shows another order of day and month on each machine.
    private const uint DayFormat = 176;

    public static Stylesheet Create() => new(
        new NumberingFormats(new NumberingFormat { NumberFormatId = DayFormat, FormatCode = "yyyy\\-mm\\-dd" }),
        new Fonts(Font("宋体", 11), Font("方正小标宋简体", 20), Font("楷体", 11), Font("黑体", 11), Font("仿宋", 11)),
        new Fills(
            new Fill(new PatternFill { PatternType = PatternValues.None }),
            new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
            new Fill(new PatternFill(new ForegroundColor { Rgb = "FFEDEDED" }) { PatternType = PatternValues.Solid })),
        new Borders(new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder()), Thin()),
        new CellStyleFormats(new CellFormat { NumberFormatId = 0, FontId = 0, FillId = 0, BorderId = 0 }),
        new CellFormats(
            new CellFormat { NumberFormatId = 0, FontId = 0, FillId = 0, BorderId = 0, FormatId = 0 },
            Format(font: 1, fill: 0, border: 0, number: 0, HorizontalAlignmentValues.Center),
            Format(font: 2, fill: 0, border: 0, number: 0, HorizontalAlignmentValues.Left),
            Format(font: 3, fill: 2, border: 1, number: 0, HorizontalAlignmentValues.Center),
            Format(font: 4, fill: 0, border: 1, AsText, HorizontalAlignmentValues.Left),
            Format(font: 4, fill: 0, border: 1, AsText, HorizontalAlignmentValues.Center),
            Format(font: 4, fill: 0, border: 1, number: 1, HorizontalAlignmentValues.Center),
            Format(font: 4, fill: 0, border: 1, number: 0, HorizontalAlignmentValues.Center),
            Format(font: 4, fill: 0, border: 1, DayFormat, HorizontalAlignmentValues.Center)),
        new CellStyles(new CellStyle { Name = "常规", FormatId = 0, BuiltinId = 0 }));

    private static Font Font(string name, double size) =>
        new(new FontSize { Val = size }, new Color { Rgb = "FF000000" }, new FontName { Val = name },
            new FontFamilyNumbering { Val = 3 }, new FontCharSet { Val = 134 });

    private static Border Thin() => new(
        new LeftBorder(Grey()) { Style = BorderStyleValues.Thin },
        new RightBorder(Grey()) { Style = BorderStyleValues.Thin },
        new TopBorder(Grey()) { Style = BorderStyleValues.Thin },
        new BottomBorder(Grey()) { Style = BorderStyleValues.Thin },
        new DiagonalBorder());

    private static Color Grey() => new() { Rgb = "FF595959" };

    private static CellFormat Format(uint font, uint fill, uint border, uint number, HorizontalAlignmentValues horizontal) =>
        new(new Alignment { Horizontal = horizontal, Vertical = VerticalAlignmentValues.Center, WrapText = true })
        {
            NumberFormatId = number,
            FontId = font,
            FillId = fill,
            BorderId = border,
            FormatId = 0,
            ApplyNumberFormat = true,
            ApplyFont = true,
            ApplyFill = true,
            ApplyBorder = true,
            ApplyAlignment = true,
        };
}
