using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Maoding.Documents.Writing;

/// <summary>Words in a paragraph. “ ” — and … stand in either script: the hint lets them take the Chinese font.</summary>
internal static class DocxRun
{
    /// <param name="words">With tab stops.</param>
    public static Run Of(string words)
    {
        var run = new Run(Properties());
        foreach (var (index, part) in words.Split('\t').Index())
        {
            if (index > 0) run.Append(new TabChar());
            run.Append(new DocumentFormat.OpenXml.Wordprocessing.Text(PlainWords.Safe(part)) { Space = SpaceProcessingModeValues.Preserve });
        }

        return run;
    }

    public static Run Of(OpenXmlElement content) => new(Properties(), content);

    /// <summary>In red and of a size of its own, in half points.</summary>
    public static Run Red(string words, int size)
    {
        var run = Of(words);
        run.RunProperties!.Append(new Color { Val = DocxStyles.Red }, new FontSize { Val = $"{size}" }, new FontSizeComplexScript { Val = $"{size}" });
        return run;
    }

    private static RunProperties Properties() => new(new RunFonts { Hint = FontTypeHintValues.EastAsia });
}
