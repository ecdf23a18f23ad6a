using DocumentFormat.OpenXml.Wordprocessing;

namespace Maoding.Documents.Writing;

/// <summary>Styles and fonts after GB/T 9704-2012; sizes in half points, 3号 = 32, 2号 = 44, 4号 = 28, 五号 = 21.</summary>
internal static class DocxStyles
{
    public const string Body = "Normal";
    public const string Title = "Title";
    public const string Heading1 = "Heading1";
    public const string TableText = "TableText";
    public const string TableHead = "TableHead";
    public const string TableSection = "TableSection";
    public const string PageNumber = "PageNumber";
    public const string Gap = "Gap";
    public const string Mark = "Mark";
    public const string Note = "Note";
    public const string RowHead = "RowHead";
    public const string Imprint = "Imprint";
    public const string RedHead = "RedHead";
    public const string Number = "DocumentNumber";
    public const string Addressed = "Addressed";

    /// <summary>Of 发文机关标志 and the line below the number.</summary>
    public const string Red = "FF0000";

    /// <summary>One line of 3号, in twentieths of a point.</summary>
    public const int Line = 560;

    private const string FangSong = "仿宋_GB2312";
    private const string KaiTi = "楷体_GB2312";
    private const string HeiTi = "黑体";
    private const string XiaoBiaoSong = "方正小标宋简体";
    private const string SongTi = "宋体";
    private const string Latin = "Times New Roman";

    public static Styles Create() => new(
        new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(
                Face(FangSong),
                new FontSize { Val = "32" },
                new FontSizeComplexScript { Val = "32" },
                new Languages { Val = "en-US", EastAsia = "zh-CN" })),
            new ParagraphPropertiesDefault()),
        Style(Body, "Normal", FangSong, 32, Exactly(Line),
            new Indentation { FirstLineChars = 200, FirstLine = "640" }, JustificationValues.Both, isDefault: true),
        Style(Title, "Title", XiaoBiaoSong, 44, Exactly(660), None(), JustificationValues.Center, grid: false),
        Style(Heading1, "heading 1", HeiTi, 32, Exactly(Line),
            new Indentation { FirstLineChars = 200, FirstLine = "640" }, JustificationValues.Left, outline: 0),
        Style(TableText, "Table Text", FangSong, 21, Exactly(310), None(), JustificationValues.Left, grid: false),
        Style(TableHead, "Table Head", HeiTi, 21, Exactly(310), None(), JustificationValues.Center, grid: false),
        Style(TableSection, "Table Section", KaiTi, 24, Exactly(400), None(), JustificationValues.Left, grid: false, keep: true),
        Style(PageNumber, "footer", SongTi, 28, new SpacingBetweenLines { Line = "240", LineRule = LineSpacingRuleValues.Auto },
            None(), JustificationValues.Right, grid: false, latin: SongTi),
        Style(Mark, "Mark", HeiTi, 32, Exactly(Line), None(), JustificationValues.Left, grid: false),
        Style(Note, "Note", KaiTi, 32, Exactly(Line), None(), JustificationValues.Center, grid: false),
        Style(RowHead, "Row Head", HeiTi, 21, Exactly(310), None(), JustificationValues.Left, grid: false, keep: true),
        Style(Imprint, "Imprint", FangSong, 28, Exactly(500),
            new Indentation { LeftChars = 100, Left = "280", RightChars = 100, Right = "280", FirstLineChars = 0, FirstLine = "0" },
            JustificationValues.Left, grid: false),
        Style(RedHead, "Red Head", XiaoBiaoSong, 84, Exactly(840), None(), JustificationValues.Center, grid: false),
        Style(Number, "Document Number", FangSong, 32, Exactly(Line), None(), JustificationValues.Center, grid: false),
        Style(Addressed, "Addressed", FangSong, 32, Exactly(Line), None(), JustificationValues.Both),
        Style(Gap, "Gap", FangSong, 2, Exactly(20), None(), JustificationValues.Left, grid: false));

    /// <summary>What to take where a font is not installed.</summary>
    public static Fonts Fonts() => new(
        Font(XiaoBiaoSong, "华文中宋"), Font(FangSong, "仿宋"), Font(KaiTi, "楷体"), Font(HeiTi, "SimHei"), Font(SongTi, "SimSun"));

    public static Settings Settings() => new(
        new EvenAndOddHeaders(),
        new CharacterSpacingControl { Val = CharacterSpacingValues.CompressPunctuation },
        new Compatibility(
            new CompatibilitySetting { Name = CompatSettingNameValues.CompatibilityMode, Uri = "http://schemas.microsoft.com/office/word", Val = "15" }));

    private static Style Style(
        string id, string name, string font, int size, SpacingBetweenLines spacing, Indentation indentation, JustificationValues side,
        bool isDefault = false, int? outline = null, bool grid = true, bool keep = false, string latin = Latin)
    {
        var paragraph = new StyleParagraphProperties();
        if (outline is not null || keep) paragraph.Append(new KeepNext());
        if (!grid) paragraph.Append(new SnapToGrid { Val = false });
        paragraph.Append(spacing, indentation, new Justification { Val = side });
        if (outline is { } level) paragraph.Append(new OutlineLevel { Val = level });
        var style = new Style { Type = StyleValues.Paragraph, StyleId = id, Default = isDefault ? true : null };
        style.Append(new StyleName { Val = name });
        if (!isDefault) style.Append(new BasedOn { Val = Body });
        var run = new StyleRunProperties(Face(font, latin));
        // 16 points less a quarter: 28 characters fill the 156 mm of a line.
        run.Append(new Spacing { Val = size == 32 ? -5 : 0 }, new FontSize { Val = $"{size}" }, new FontSizeComplexScript { Val = $"{size}" });
        style.Append(new PrimaryStyle(), paragraph, run);
        return style;
    }

    private static RunFonts Face(string font, string latin = Latin) => new() { Ascii = latin, HighAnsi = latin, EastAsia = font, ComplexScript = latin };

    private static SpacingBetweenLines Exactly(int line) => new() { Line = $"{line}", LineRule = LineSpacingRuleValues.Exact, Before = "0", After = "0" };

    private static Indentation None() => new() { FirstLineChars = 0, FirstLine = "0" };

    private static Font Font(string name, string instead) => new(new AltName { Val = instead }, new FontCharSet { Val = "86" }) { Name = name };
}
