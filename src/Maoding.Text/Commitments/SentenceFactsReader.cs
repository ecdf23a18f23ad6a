using Maoding.Text.Functions;
using Maoding.Text.Structure;
using Maoding.Text.Targets;

namespace Maoding.Text.Commitments;

/// <summary>Gathers <see cref="SentenceFacts"/> for every sentence of a document.</summary>
internal static class SentenceFactsReader
{
    private static readonly Lexicons.TermScanner _times = new(
        ["年底", "月底", "年内", "上半年", "下半年", "季度", "月份", "月中旬", "月上旬", "月下旬", "汛期", "汛前", "节前", "“五一”", "全年", "年前", "月前", "日前"]);

    private static readonly Rows<TextSpan> _none = new();

    /// <param name="targets">In reading order.</param>
    public static SentenceFacts[] Read(Outline outline, IReadOnlyList<Target> targets, FunctionRanker ranker)
    {
        var facts = new SentenceFacts[outline.Sentences.Count];
        int last = -1, next = 0;
        for (var i = 0; i < facts.Length; i++)
        {
            if (last < i) last = LastOfParagraph(outline.Sentences, i);
            if (CommitmentClassifier.LayoutRule(outline.Sentences[i]) is null) facts[i] = Of(outline, i, last, Quoted(targets, i, ref next), ranker);
        }

        return facts;
    }

    /// <summary>The facts of one sentence, for explaining it.</summary>
    public static SentenceFacts Read(Outline outline, IReadOnlyList<Target> targets, FunctionRanker ranker, int index)
    {
        int low = 0, high = targets.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (targets[middle].Sentence < index) low = middle + 1;
            else high = middle;
        }

        return Of(outline, index, LastOfParagraph(outline.Sentences, index), Quoted(targets, index, ref low), ranker);
    }

    private static SentenceFacts Of(Outline outline, int index, int last, Rows<TextSpan> quoted, FunctionRanker ranker)
    {
        var words = outline.Words(outline.Sentences[index]);
        return new SentenceFacts(
            last - index,
            IsSectionIntroduction(outline.Sentences, index, last),
            IsListItem(outline, index),
            HasQuantity(words),
            _times.FoundIn(words),
            outline.Facts.PlanYear is { } year && NamesEarlierYear(words, year),
            quoted,
            quoted.Count == 0 ? 0 : Share(quoted, words.Length),
            ranker.Strength(words));
    }

    private static int LastOfParagraph(IReadOnlyList<Sentence> sentences, int index)
    {
        while (index + 1 < sentences.Count && sentences[index + 1].Ordinal > 0) index++;
        return index;
    }

    /// <summary>The spans that a sentence's targets quote, by place, each once (分别 gives several targets the same words).</summary>
    /// <param name="next">The first target that may be of this sentence; moved past them.</param>
    private static Rows<TextSpan> Quoted(IReadOnlyList<Target> targets, int sentence, ref int next)
    {
        while (next < targets.Count && targets[next].Sentence < sentence) next++;
        if (next == targets.Count || targets[next].Sentence > sentence) return _none;
        var quoted = new Rows<TextSpan>();
        for (; next < targets.Count && targets[next].Sentence == sentence; next++) AddSorted(quoted, targets[next].Normal);
        return quoted;
    }

    private static void AddSorted(Rows<TextSpan> spans, TextSpan added)
    {
        foreach (var span in spans)
            if (span == added) return;
        spans.Add(added);
        for (var i = spans.Count - 1; i > 0 && spans[i - 1].Offset > spans[i].Offset; i--) (spans[i - 1], spans[i]) = (spans[i], spans[i - 1]);
    }

    private static double Share(Rows<TextSpan> quoted, int length)
    {
        int covered = 0, end = -1;
        foreach (var span in quoted)
        {
            covered += Math.Max(0, span.End - Math.Max(span.Offset, end));
            end = Math.Max(end, span.End);
        }

        return (double)covered / length;
    }

    /// <summary>A paragraph of at most three sentences right under a heading, with work paragraphs after it in the section.</summary>
    private static bool IsSectionIntroduction(IReadOnlyList<Sentence> sentences, int index, int last)
    {
        var sentence = sentences[index];
        var first = index - sentence.Ordinal;
        var headed = sentences[first].Kind == SentenceKind.Heading
            || (first > 0 && sentences[first - 1].Kind == SentenceKind.Heading);
        if (!headed || sentence.Ordinal > 3) return false;
        var end = last + 1;
        if (end - first > 4 || end == sentences.Count) return false;
        return sentences[end].Section == sentence.Section || sentences[end].Section.Parent == sentence.Section;
    }

    private static bool IsListItem(Outline outline, int index)
    {
        var style = Style(outline, index);
        return style is not (HeadingStyle.None or HeadingStyle.Dash or HeadingStyle.RunIn)
            && (Style(outline, index - 1) == style || Style(outline, index + 1) == style);
    }

    /// <summary>The numbering of a sentence that is a paragraph of its own.</summary>
    private static HeadingStyle Style(Outline outline, int index)
    {
        if (index < 0 || index >= outline.Sentences.Count) return HeadingStyle.None;
        var sentence = outline.Sentences[index];
        var alone = sentence.Ordinal == 0 && (index + 1 == outline.Sentences.Count || outline.Sentences[index + 1].Ordinal == 0);
        return alone ? HeadingNumber.Read(outline.Words(sentence)).Style : HeadingStyle.None;
    }

    private static bool NamesEarlierYear(ReadOnlySpan<char> words, int planYear)
    {
        for (var i = words.IndexOf('年'); i >= 0;)
        {
            if (i >= 4 && int.TryParse(words.Slice(i - 4, 4), out var year) && year > 1900 && year < planYear) return true;
            var next = words[(i + 1)..].IndexOf('年');
            i = next < 0 ? -1 : i + 1 + next;
        }

        return false;
    }

    /// <summary>A figure followed by a measure; years, ordinals, numbers of meetings and redacted names (XX) are none.</summary>
    private static bool HasQuantity(ReadOnlySpan<char> words)
    {
        for (var i = 0; i < words.Length - 1; i++)
        {
            if (!char.IsAsciiDigit(words[i]) && words[i] != 'X') continue;
            var end = i;
            while (end < words.Length && (char.IsAsciiDigit(words[end]) || words[end] is '.' or 'X')) end++;
            var named = words[i..end].StartsWith("XX") || (i > 0 && words[i - 1] == '第');
            if (!named && end < words.Length && words[end] is not ('年' or '月' or '日' or '届' or '次' or '、' or '，')) return true;
            i = end;
        }

        return false;
    }
}
