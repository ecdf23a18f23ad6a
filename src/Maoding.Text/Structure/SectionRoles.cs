using Maoding.Text.Lexicons;

namespace Maoding.Text.Structure;

/// <summary>Tells what a section or paragraph is for from the words of sections.md.</summary>
internal static class SectionRoles
{
    private static readonly RoleWords _titles = new("标题用词");
    private static readonly RoleWords _paragraphs = new("段首用词");
    private static readonly RoleWords _closings = new("结束语");

    /// <summary>The role a heading's words give; null when they give none.</summary>
    public static (SectionRole Role, string Word)? OfTitle(ReadOnlySpan<char> title) => _titles.Longest(title);

    /// <summary>The role a paragraph's first words give; null when they give none.</summary>
    public static (SectionRole Role, string Word)? OfParagraph(ReadOnlySpan<char> paragraph) => _paragraphs.Longest(paragraph[..Math.Min(paragraph.Length, 16)]);

    /// <summary>The words by which a last paragraph calls and closes; null when it does not.</summary>
    public static string? Closing(ReadOnlySpan<char> paragraph)
    {
        var found = _closings.In(paragraph);
        return found.Count > 1 ? found[0].Word : null;
    }

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

    /// <summary>The words under one heading of sections.md.</summary>
    private sealed class RoleWords
    {
        private readonly (SectionRole Role, string Word)[] _entries;
        private readonly TermScanner _scanner;

        public RoleWords(string heading)
        {
            var entries = new List<(SectionRole, string)>();
            foreach (var entry in LexiconFile.Read("sections.md"))
                if (entry.Heading == heading)
                    foreach (var word in entry.Words) entries.Add((Role(entry.Label), word));
            _entries = [.. entries];
            _scanner = new TermScanner(Array.ConvertAll(_entries, entry => entry.Word));
        }

        /// <summary>The longest word in the text; of equals, the one named first in the file.</summary>
        public (SectionRole Role, string Word)? Longest(ReadOnlySpan<char> text)
        {
            var best = default(TermHit);
            foreach (var hit in Scan(text))
                if (hit.Length > best.Length || (hit.Length == best.Length && hit.Term < best.Term)) best = hit;
            return best.Length == 0 ? null : _entries[best.Term];
        }

        /// <summary>Each word in the text once, in the order of the file.</summary>
        public List<(SectionRole Role, string Word)> In(ReadOnlySpan<char> text)
        {
            var terms = new SortedSet<int>();
            foreach (var hit in Scan(text)) terms.Add(hit.Term);
            return [.. terms.Select(term => _entries[term])];
        }

        private List<TermHit> Scan(ReadOnlySpan<char> text)
        {
            var hits = new List<TermHit>();
            _scanner.Scan(text, hits);
            return hits;
        }
    }
}
