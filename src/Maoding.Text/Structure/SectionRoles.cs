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
    public static (SectionRole Role, string Word)? OfParagraph(ReadOnlySpan<char> paragraph) =>
        _paragraphs.Longest(paragraph[..Math.Min(paragraph.Length, 16)]);

    /// <summary>The words by which a last paragraph calls and closes; null when it does not.</summary>
    public static string? Closing(ReadOnlySpan<char> paragraph)
    {
        return _closings.First(paragraph, out var count) is { } first && count > 1 ? first : null;
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
        private readonly string[] _words;
        private readonly SectionRole[] _roles;
        private readonly TermScanner _scanner;

        public RoleWords(string heading)
        {
            var roles = new WordMap<SectionRole>();
            foreach (var entry in LexiconFile.Read("sections.md"))
                if (entry.Heading == heading)
                    foreach (var word in entry.Words)
                        if (!roles.TryGetValue(word, out _)) roles[word] = Role(entry.Label);
            (_words, _roles) = (roles.Words, roles.Values);
            _scanner = new TermScanner(_words);
        }

        /// <summary>The longest word in the text; of equals, the one named first in the file.</summary>
        public (SectionRole Role, string Word)? Longest(ReadOnlySpan<char> text)
        {
            var best = default(TermHit);
            foreach (var hit in Scan(text))
                if (hit.Length > best.Length || (hit.Length == best.Length && hit.Term < best.Term)) best = hit;
            return best.Length == 0 ? null : (_roles[best.Term], _words[best.Term]);
        }

        /// <summary>Of the words in the text the one that stands first in the file, and how many different ones there are.</summary>
        public string? First(ReadOnlySpan<char> text, out int count)
        {
            var seen = new bool[_words.Length];
            foreach (var hit in Scan(text)) seen[hit.Term] = true;
            count = 0;
            string? first = null;
            for (var i = 0; i < seen.Length; i++)
            {
                if (!seen[i]) continue;
                first ??= _words[i];
                count++;
            }

            return first;
        }

        private Rows<TermHit> Scan(ReadOnlySpan<char> text)
        {
            var hits = new Rows<TermHit>();
            _scanner.Scan(text, hits);
            return hits;
        }
    }
}
