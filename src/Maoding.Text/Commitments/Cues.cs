using Maoding.Text.Lexicons;

namespace Maoding.Text.Commitments;

/// <summary>The classes of words in commitments.md; a word may be in several.</summary>
[Flags]
internal enum Cue
{
    None = 0,
    动作 = 1 << 0,
    务虚 = 1 << 1,
    修饰 = 1 << 2,
    框架 = 1 << 3,
    结果 = 1 << 4,
    过去 = 1 << 5,
    判断 = 1 << 6,
    条件 = 1 << 7,
    原则 = 1 << 8,
    口号 = 1 << 9,
    政治 = 1 << 10,
    问题 = 1 << 11,
    引述 = 1 << 12,
    上级 = 1 << 13,
    转承 = 1 << 14,
    形势 = 1 << 15,
    号召 = 1 << 16,
    责任主体 = 1 << 17,
    禁止 = 1 << 18,
    载体 = 1 << 19,
    任务引子 = 1 << 20,
    频次 = 1 << 21,
    例行 = 1 << 22,
    虚名 = 1 << 23,

    /// <summary>A verb that is as often a noun (投资, 改革): it opens a clause, but inside one it names a thing.</summary>
    兼名 = 1 << 24,
}

/// <summary>The words of commitments.md and the verbs of actions.md, found in one pass.</summary>
internal sealed class CueLexicon
{
    private readonly TermScanner _scanner;
    private readonly Cue[] _cues;

    public CueLexicon()
    {
        var words = new WordMap<Cue>(4096);
        foreach (var (heading, _, list) in LexiconFile.Read("actions.md"))
        {
            var cue = heading switch { "动词" => Cue.动作, "兼名动词" => Cue.动作 | Cue.兼名, _ => Cue.None };
            if (cue == Cue.None) continue;
            foreach (var word in list) words[word] = cue;
        }

        foreach (var (_, label, list) in LexiconFile.Read("commitments.md"))
        {
            if (!Enum.TryParse<Cue>(label, out var cue)) throw new InvalidOperationException($"commitments.md: unknown class {label}");
            foreach (var word in list) words[word] |= cue;
        }

        _scanner = new TermScanner(words.Words);
        _cues = words.Values;
    }

    /// <summary>Replaces <paramref name="hits"/> by the words found in <paramref name="text"/>, by start, shorter first.</summary>
    public void Scan(ReadOnlySpan<char> text, Rows<TermHit> hits)
    {
        hits.Clear();
        _scanner.Scan(text, hits);
    }

    public Cue Of(TermHit hit) => _cues[hit.Term];

    /// <summary>The longest word of one of the classes that starts at <paramref name="start"/> and ends by <paramref name="limit"/>.</summary>
    public TermHit Longest(Rows<TermHit> hits, int start, int limit, Cue classes)
    {
        var best = default(TermHit);
        for (var i = FirstAt(hits, start); i < hits.Count && hits[i].Start == start; i++)
            if (hits[i].Start + hits[i].Length <= limit && (Of(hits[i]) & classes) != 0)
                best = hits[i];
        return best;
    }

    private static int FirstAt(Rows<TermHit> hits, int start)
    {
        int low = 0, high = hits.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (hits[middle].Start < start) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
