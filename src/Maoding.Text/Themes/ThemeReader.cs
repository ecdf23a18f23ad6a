using System.Buffers;
using Maoding.Text.Lexicons;
using Maoding.Text.Structure;

namespace Maoding.Text.Themes;

/// <summary>Finds the named sets of strands of a document, their members, and the sentences that belong to them.</summary>
public static class ThemeReader
{
    private static readonly SearchValues<char> Starts = SearchValues.Create("“三四五六七八九十");
    private static readonly SearchValues<char> Stops = SearchValues.Create("，；。：！？\n");

    /// <summary>All themes by first mention, political formulas included.</summary>
    public static IReadOnlyList<Theme> Read(Outline outline)
    {
        var drafts = new Drafts();
        foreach (var sentence in outline.Sentences) ReadSentence(outline, sentence, drafts);
        foreach (var draft in drafts.All)
            if (draft is { Quoted: true, Kind: ThemeKind.Work, Members.Count: 0 })
                draft.Members = ThemeMembers.Scattered(outline.Normal.Text, draft.Name, draft.Count);
        return [.. drafts.All.Where(draft => draft.Quoted || draft.Members.Count > 0).OrderBy(draft => draft.Spans[0].Offset).Select(draft => draft.Build())];
    }

    /// <summary>
    /// For each sentence of the outline the places in <paramref name="themes"/> of the
    /// themes it belongs to: named in it, or in the title of a section around it.
    /// </summary>
    public static IReadOnlyList<IReadOnlyList<int>> BySentence(Outline outline, IReadOnlyList<Theme> themes)
    {
        var bySection = Named(outline.Sections, themes);
        var found = new IReadOnlyList<int>[outline.Sentences.Count];
        for (var i = 0; i < found.Length; i++) found[i] = bySection[outline.Sentences[i].Section.Index];
        for (var theme = 0; theme < themes.Count; theme++)
        {
            foreach (var span in themes[theme].Spans)
            {
                var at = SentenceAt(outline.Sentences, span.Offset);
                if (at >= 0 && !found[at].Contains(theme)) found[at] = [.. found[at], theme];
            }
        }

        return found;
    }

    private static void ReadSentence(Outline outline, Sentence sentence, Drafts drafts)
    {
        var words = outline.Words(sentence);
        for (var at = 0; at < words.Length;)
        {
            var step = words[at..].IndexOfAny(Starts);
            if (step < 0) return;
            at += step;
            var length = words[at] == '“' ? QuotedAt(words, at, out var name, out var kind) : BareAt(words, at, drafts, out name, out kind);
            if (length == 0)
            {
                at++;
                continue;
            }

            Add(outline, sentence, at, length, name, kind, drafts);
            at += length;
        }
    }

    private static int QuotedAt(ReadOnlySpan<char> words, int at, out string name, out ThemeKind kind)
    {
        name = "";
        kind = default;
        var close = words[at..Math.Min(words.Length, at + 18)].IndexOf('”');
        if (close < 3) return 0;
        name = words[(at + 1)..(at + close)].ToString();
        return ThemeName.IsQuotedName(name, out kind) ? close + 1 : 0;
    }

    /// <summary>Without quotes: a name already met in quotes, or a counted noun that its own list stands before.</summary>
    private static int BareAt(ReadOnlySpan<char> words, int at, Drafts drafts, out string name, out ThemeKind kind)
    {
        kind = ThemeKind.Work;
        name = "";
        if (at > 0 && words[at - 1] is '第' or '十' or '“') return 0;
        if (drafts.Starting(words[at..]) is { } known)
        {
            (name, kind) = (known.Name, known.Kind);
            return name.Length;
        }

        var length = ThemeName.BareLength(words[at..]);
        name = words.Slice(at, length).ToString();
        return length;
    }

    private static void Add(Outline outline, Sentence sentence, int at, int length, string name, ThemeKind kind, Drafts drafts)
    {
        var words = outline.Words(sentence);
        var quoted = words[at] == '“';
        var draft = drafts.Named(name, kind);
        draft.Quoted |= quoted;
        var span = outline.Normal.ToSource(sentence.Normal.Offset + at, length);
        draft.Spans.Add(span);
        if (draft.Members.Count > 0 || kind == ThemeKind.Formula) return;
        var clause = words[..at].LastIndexOfAny(Stops) + 1;
        draft.Members = ThemeMembers.Before(words[clause..at], name, draft.Count);
        if (draft.Members.Count == 0) draft.Members = ThemeMembers.After(words[(at + length)..].ToString(), draft.Count);
        if (draft.Members.Count > 0) draft.Definition = span;
    }

    /// <summary>The themes that each section's title names, or that of a section around it.</summary>
    private static int[][] Named(IReadOnlyList<Section> sections, IReadOnlyList<Theme> themes)
    {
        var scanner = new TermScanner([.. themes.Select(theme => theme.Name)]);
        var hits = new Rows<TermHit>();
        var found = new int[sections.Count][];
        foreach (var section in sections)
        {
            hits.Clear();
            if (section.Level > 0) scanner.Scan(section.Title, hits);
            var above = section.Parent is { Level: > 0 } parent ? found[parent.Index] : [];
            found[section.Index] = hits.Count == 0 ? above : Joined(above, hits);
        }

        return found;
    }

    private static int[] Joined(int[] themes, Rows<TermHit> hits)
    {
        var joined = new List<int>(themes);
        foreach (var hit in hits)
            if (!joined.Contains(hit.Term)) joined.Add(hit.Term);
        joined.Sort();
        return [.. joined];
    }

    private static int SentenceAt(IReadOnlyList<Sentence> sentences, int offset)
    {
        int low = 0, high = sentences.Count - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var span = sentences[middle].Span;
            if (offset < span.Offset) high = middle - 1;
            else if (offset >= span.End) low = middle + 1;
            else return middle;
        }

        return -1;
    }

    /// <summary>All drafts by first mention.</summary>
    private sealed class Drafts
    {
        private readonly Dictionary<string, Draft> _byName = new(StringComparer.Ordinal);
        private readonly Dictionary<char, List<Draft>> _byLetter = [];

        public List<Draft> All { get; } = [];

        public Draft Named(string name, ThemeKind kind)
        {
            if (_byName.TryGetValue(name, out var known)) return known;
            var draft = new Draft(name, kind);
            _byName[name] = draft;
            All.Add(draft);
            if (!_byLetter.TryGetValue(name[0], out var same)) _byLetter[name[0]] = same = [];
            same.Add(draft);
            return draft;
        }

        /// <summary>The draft whose name starts the text; of several, the one met first.</summary>
        public Draft? Starting(ReadOnlySpan<char> text)
        {
            if (!_byLetter.TryGetValue(text[0], out var same)) return null;
            foreach (var draft in same)
                if (text.StartsWith(draft.Name, StringComparison.Ordinal)) return draft;
            return null;
        }
    }

    /// <summary>A theme while its mentions are gathered.</summary>
    private sealed class Draft(string name, ThemeKind kind)
    {
        public string Name => name;

        public ThemeKind Kind => kind;

        public int? Count { get; } = ThemeName.Count(name);

        public bool Quoted { get; set; }

        public Rows<TextSpan> Spans { get; } = [];

        public List<string> Members { get; set; } = [];

        public TextSpan? Definition { get; set; }

        public Theme Build() => new(name, kind, Count ?? (Members.Count > 0 ? Members.Count : null), Members, Spans, Definition);
    }
}
