using Maoding.Text.Functions;
using Maoding.Text.Structure;
using Maoding.Text.Targets;

namespace Maoding.Text.Commitments;

/// <summary>Gathers <see cref="SentenceFacts"/> for every sentence of a document.</summary>
internal static class SentenceFactsReader
{
    private static readonly System.Buffers.SearchValues<string> _times = System.Buffers.SearchValues.Create(
        ["年底", "月底", "年内", "上半年", "下半年", "季度", "月份", "月中旬", "月上旬", "月下旬", "汛期", "汛前", "节前", "“五一”", "全年", "年前", "月前", "日前"],
        StringComparison.Ordinal);

    public static SentenceFacts[] Read(Outline outline, IReadOnlyList<Target> targets, FunctionRanker ranker)
    {
        var facts = new SentenceFacts[outline.Sentences.Count];
        var quoted = Quoted(targets);
        for (var i = 0; i < facts.Length; i++)
            if (CommitmentClassifier.LayoutRule(outline.Sentences[i]) is null)
                facts[i] = Of(outline, i, [.. quoted[i]], ranker);
        return facts;
    }

    /// <summary>The facts of one sentence, for explaining it.</summary>
    public static SentenceFacts Read(Outline outline, IReadOnlyList<Target> targets, FunctionRanker ranker, int index) =>
        Of(outline, index, [.. Quoted(targets)[index]], ranker);

    private static SentenceFacts Of(Outline outline, int index, IReadOnlyList<TextSpan> quoted, FunctionRanker ranker)
    {
        var sentence = outline.Sentences[index];
        var words = outline.Words(sentence);
        // Only whether one follows is asked: counting them all made a text without line ends quadratic.
        var followed = index + 1 < outline.Sentences.Count && outline.Sentences[index + 1].Paragraph == sentence.Paragraph;
        return new SentenceFacts(
            followed ? 1 : 0,
            IsSectionIntroduction(outline.Sentences, index),
            IsListItem(outline, index),
            HasQuantity(words),
            words.ContainsAny(_times),
            outline.Facts.PlanYear is { } year && NamesEarlierYear(words, year),
            quoted,
            quoted.Count == 0 ? 0 : Share(quoted, words.Length),
            ranker.Strength(words));
    }

    /// <summary>The spans that targets quote, by sentence, each once (分别 gives several targets the same words).</summary>
    private static ILookup<int, TextSpan> Quoted(IReadOnlyList<Target> targets) =>
        targets.Select(t => (t.Sentence, t.Normal)).Distinct().ToLookup(t => t.Sentence, t => t.Normal);

    private static double Share(IReadOnlyList<TextSpan> quoted, int length)
    {
        int covered = 0, end = -1;
        foreach (var span in quoted.OrderBy(s => s.Offset))
        {
            covered += Math.Max(0, span.End - Math.Max(span.Offset, end));
            end = Math.Max(end, span.End);
        }

        return (double)covered / length;
    }

    /// <summary>A paragraph of at most three sentences right under a heading, with work paragraphs after it in the section.</summary>
    private static bool IsSectionIntroduction(IReadOnlyList<Sentence> sentences, int index)
    {
        var sentence = sentences[index];
        var first = index - sentence.Ordinal;
        var headed = sentences[first].Kind == SentenceKind.Heading
            || (first > 0 && sentences[first - 1].Kind == SentenceKind.Heading);
        if (!headed || sentence.Ordinal > 3) return false;
        var end = index;
        while (end < sentences.Count && sentences[end].Paragraph == sentence.Paragraph) end++;
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
