using Maoding.Text.Lexicons;

namespace Maoding.Text.Structure;

/// <summary>Tells what a section or paragraph is for from the words of sections.md.</summary>
internal static class SectionRoles
{
    private static readonly (SectionRole Role, string Word)[] _titles = Words("标题用词");
    private static readonly (SectionRole Role, string Word)[] _paragraphs = Words("段首用词");
    private static readonly (SectionRole Role, string Word)[] _closings = Words("结束语");

    /// <summary>The role a heading's words give; null when they give none.</summary>
    public static (SectionRole Role, string Word)? OfTitle(ReadOnlySpan<char> title) => Longest(_titles, title, title.Length);

    /// <summary>The role a paragraph's first words give; null when they give none.</summary>
    public static (SectionRole Role, string Word)? OfParagraph(ReadOnlySpan<char> paragraph) => Longest(_paragraphs, paragraph, 16);

    /// <summary>The words by which a last paragraph calls and closes; null when it does not.</summary>
    public static string? Closing(ReadOnlySpan<char> paragraph)
    {
        var found = 0;
        string? first = null;
        foreach (var (_, word) in _closings)
        {
            if (!paragraph.Contains(word, StringComparison.Ordinal)) continue;
            first ??= word;
            found++;
        }

        return found > 1 ? first : null;
    }

    private static (SectionRole Role, string Word)? Longest((SectionRole Role, string Word)[] words, ReadOnlySpan<char> text, int within)
    {
        (SectionRole Role, string Word)? best = null;
        var head = text[..Math.Min(text.Length, within)];
        foreach (var entry in words)
            if (entry.Word.Length > (best?.Word.Length ?? 0) && head.Contains(entry.Word, StringComparison.Ordinal))
                best = entry;
        return best;
    }

    private static (SectionRole, string)[] Words(string heading) =>
    [
        .. from entry in LexiconFile.Read("sections.md")
           where entry.Heading == heading
           from word in entry.Words
           select (Role(entry.Label), word),
    ];

    private static SectionRole Role(string label) => label switch
    {
        "回顾" => SectionRole.Review,
        "形势" => SectionRole.Situation,
        "目标" => SectionRole.Targets,
        "部署" => SectionRole.Deployment,
        "保障" => SectionRole.Safeguards,
        "结尾" => SectionRole.Closing,
        _ => throw new InvalidOperationException($"sections.md: unknown role {label}"),
    };
}
