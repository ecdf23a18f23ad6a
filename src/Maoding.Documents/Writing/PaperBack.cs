using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Maoding.Documents.Writing;

/// <summary>What follows the text of a paper: 附件说明, 署名 and 成文日期, and the 版记 at the foot of the last page.</summary>
internal static class PaperBack
{
    /// <summary>Lines that 标题 and 主送机关 may take together so that two lines of the text still stand on the first page.</summary>
    private const int LinesBeforeText = 7;

    /// <summary>Characters of a line of 3号 and of 2号.</summary>
    private const int InLine = 28;

    private const int InTitleLine = 20;

    /// <summary>Of 4号, in twentieths of a point.</summary>
    private const int Character = 280;

    /// <summary>0.35 mm and 0.25 mm, in twentieths of a point.</summary>
    private const int Thick = 20;

    private const int Thin = 14;

    /// <summary>主送机关 stand in the 版记, before 抄送.</summary>
    public static bool TakesAddressed(OfficialPaper paper) => paper.Imprint is not null
        && Lines(paper.AddressedTo.Length + 1, InLine) + paper.Title.Split('\n').Sum(l => Lines(l.Length, InTitleLine)) > LinesBeforeText;

    public static IEnumerable<OpenXmlElement> Of(OfficialPaper paper)
    {
        for (var i = 0; i < paper.Attachments.Count; i++) yield return Named(paper, i);
        if (paper.Signature is not { } signature) yield break;
        var date = Day(signature.Date);
        // The date stands four characters from the right, the organ centred above it.
        const int DateFrom = 400;
        var organFrom = Math.Max(0, DateFrom + ((Width(date) - Width(signature.Organ)) / 2));
        var organ = Right(signature.Organ, organFrom);
        organ.ParagraphProperties!.KeepNext = new KeepNext();
        yield return PaperFront.Below(organ, 2);
        yield return Right(date, DateFrom);
    }

    /// <summary>Thick line above and below, thin ones between, in a frame at the foot of the page.</summary>
    public static IEnumerable<Paragraph> Imprint(OfficialPaper paper, PaperImprint imprint, int width)
    {
        var date = imprint.Date is { } day ? $"\t{Day(day)}印发" : "";
        var last = DocxTable.Paragraph(DocxStyles.Imprint, imprint.Organ + date);
        last.ParagraphProperties!.Tabs = new Tabs(new TabStop { Val = TabStopValues.Right, Position = width - Character });
        List<Paragraph> lines = [last];
        if (imprint.Copies.Length > 0) lines.Insert(0, Listed("抄送", imprint.Copies));
        if (TakesAddressed(paper)) lines.Insert(0, Listed("主送", paper.AddressedTo));
        yield return Framed(Ruled(Thick), width);
        foreach (var (index, line) in lines.Index())
        {
            if (index > 0) yield return Framed(Ruled(Thin), width);
            yield return Framed(line, width);
        }

        yield return Framed(Ruled(Thick), width);
    }

    private static int Lines(int characters, int inLine) => (characters + inLine - 1) / inLine;

    /// <summary>附件：name, wrapped lines below its first character; several are numbered.</summary>
    private static Paragraph Named(OfficialPaper paper, int index)
    {
        var number = paper.Attachments.Count > 1 ? $"{index + 1}．" : "";
        var words = $"{(index == 0 ? "附件：" : "")}{number}{paper.Attachments[index].Title.Replace("\n", "", StringComparison.Ordinal)}";
        var paragraph = DocxTable.Paragraph(DocxStyles.Body, words);
        var (left, hanging) = (500 + Width(number), Width(number) + (index == 0 ? 300 : 0));
        paragraph.ParagraphProperties!.Indentation = new Indentation
        {
            LeftChars = left,
            Left = Twips(left),
            HangingChars = hanging,
            Hanging = Twips(hanging),
        };
        paragraph.ParagraphProperties.KeepNext = new KeepNext();
        return index == 0 ? PaperFront.Below(paragraph, 1) : paragraph;
    }

    private static Paragraph Right(string words, int from)
    {
        var paragraph = DocxTable.Paragraph(DocxStyles.Addressed, words, JustificationValues.Right);
        paragraph.ParagraphProperties!.Indentation = new Indentation { RightChars = from, Right = Twips(from) };
        return paragraph;
    }

    /// <summary>Names after a word; wrapped lines stand below the first of them.</summary>
    private static Paragraph Listed(string word, string names)
    {
        var paragraph = DocxTable.Paragraph(DocxStyles.Imprint, $"{word}：{names.TrimEnd('。')}。", JustificationValues.Both);
        paragraph.ParagraphProperties!.Indentation = new Indentation
        {
            LeftChars = 400,
            Left = $"{4 * Character}",
            RightChars = 100,
            Right = $"{Character}",
            HangingChars = 300,
            Hanging = $"{3 * Character}",
        };
        return paragraph;
    }

    /// <summary>A line as wide as the frame, by its shading: borders would begin at the indentation, and some offices make no frame of them.</summary>
    private static Paragraph Ruled(int height)
    {
        var paragraph = DocxTable.Paragraph(DocxStyles.Gap, "");
        paragraph.ParagraphProperties!.Shading = new Shading { Val = ShadingPatternValues.Clear, Fill = "000000" };
        paragraph.ParagraphProperties.SpacingBetweenLines = new SpacingBetweenLines { Line = $"{height}", LineRule = LineSpacingRuleValues.Exact };
        return paragraph;
    }

    /// <summary>Paragraphs of the same frame stand in one.</summary>
    private static Paragraph Framed(Paragraph paragraph, int width)
    {
        paragraph.ParagraphProperties!.FrameProperties = new FrameProperties
        {
            Width = $"{width}",
            Wrap = TextWrappingValues.NotBeside,
            HorizontalPosition = HorizontalAnchorValues.Margin,
            VerticalPosition = VerticalAnchorValues.Margin,
            XAlign = HorizontalAlignmentValues.Left,
            YAlign = VerticalAlignmentValues.Bottom,
        };
        return paragraph;
    }

    private static string Day(DateOnly day) => day.ToString("yyyy年M月d日", CultureInfo.InvariantCulture);

    /// <summary>In hundredths of a character: figures are half as wide, and a quarter is left free where they meet Chinese.</summary>
    private static int Width(string words) =>
        words.Sum(c => IsNarrow(c) ? 50 : 100) + (words.Zip(words.Skip(1)).Count(p => IsNarrow(p.First) != IsNarrow(p.Second)) * 25);

    private static bool IsNarrow(char c) => c < '\u2000';

    /// <summary>Hundredths of a character of 3号 as twentieths of a point.</summary>
    private static string Twips(int hundredths) => (hundredths * 320 / 100).ToString(CultureInfo.InvariantCulture);
}
