using Maoding.Text.Commitments;
using Maoding.Text.Structure;
using Maoding.Text.Targets;
using Maoding.Text.Themes;

namespace Maoding.Text;

/// <summary>Collects what needs a person's eye, in reading order.</summary>
internal static class ReviewReader
{
    public static IReadOnlyList<ReviewNote> Read(
        Outline outline, IReadOnlyList<Target> targets, IReadOnlyList<Commitment> commitments, IReadOnlyList<Theme> themes, Verdict[] judged)
    {
        var notes = new List<ReviewNote>();
        foreach (var target in targets.Where(t => t.Value is { Redacted: true } || t.Value2 is { Redacted: true }))
            notes.Add(new(ReviewCode.Placeholder, target.Span, $"指标“{target.Name}”的数值是占位符，下发前请补上"));
        foreach (var commitment in commitments) AddOf(commitment, proposed: judged.Length > 0, notes);
        AddSamePromises(commitments, notes);
        // A ledger's sentences are not judged: it says itself what its rows are.
        for (var i = 0; i < judged.Length; i++)
        {
            var (sentence, judgement) = (outline.Sentences[i], judged[i]);
            if (judgement.Rule is not null || Math.Abs(judgement.Score) >= CommitmentClassifier.Narrow) continue;
            var now = judgement.IsCommitment ? "暂列为任务" : "暂未列为任务";
            notes.Add(new(ReviewCode.NarrowMargin, sentence.Span, $"{now}，两种读法都说得通，请看一眼原文"));
        }

        foreach (var theme in themes.Where(t => t.Count is { } count && t.Members.Count > 0 && t.Members.Count != count))
            notes.Add(new(ReviewCode.ThemeCount, theme.Definition ?? theme.Spans[0], $"“{theme.Name}”说是{theme.Count}项，文中列出{theme.Members.Count}项，请核对"));
        return [.. notes.OrderBy(n => n.Span.Offset).ThenBy(n => (int)n.Code)];
    }

    private static void AddOf(Commitment commitment, bool proposed, List<ReviewNote> notes)
    {
        var quote = commitment.Quotes[0];
        foreach (var measure in commitment.Measures)
            if (measure.Measure.Quantity is { Value.Redacted: true })
                notes.Add(new(ReviewCode.Placeholder, measure.Span, $"任务{commitment.Number}的数量是占位符，下发前请补上"));
        if (commitment.Deadline is { Date: { } day } deadline && HasTwoReadings(deadline.Words))
            notes.Add(new(ReviewCode.DeadlineReading, quote, $"任务{commitment.Number}的时限“{deadline.Words}”含不含当月（季）说不准，暂按{day.Year}年{day.Month}月{day.Day}日，请确认"));
        if (proposed && commitment.Functions.Count == 0)
            notes.Add(new(ReviewCode.NoFunction, quote, $"任务{commitment.Number}看不出归哪个单位，请指定牵头单位"));
        if (commitment.Split.Count > 1)
            notes.Add(new(ReviewCode.Split, quote,
                $"任务{commitment.Number}的举措分属{string.Join('、', commitment.Split.Select(g => g.Function))}，可拆成{commitment.Split.Count}条"));
    }

    private static bool HasTwoReadings(string words) =>
        words.EndsWith("月前", StringComparison.Ordinal) || words.EndsWith("季度前", StringComparison.Ordinal) || words.EndsWith("月之前", StringComparison.Ordinal)
        || words.EndsWith("月以前", StringComparison.Ordinal) || words.EndsWith("季度之前", StringComparison.Ordinal);

    /// <summary>The same amount of the same thing promised twice (新增公共停车位1200个 in the text and in a list).</summary>
    private static void AddSamePromises(IReadOnlyList<Commitment> commitments, List<ReviewNote> notes)
    {
        var seen = new Dictionary<Promise, Commitment>();
        var told = new List<int>();
        foreach (var commitment in commitments)
        {
            told.Clear();
            foreach (var measure in commitment.Measures)
            {
                if (measure.Measure.Quantity is not { Value.Number: { } number, Thing.Length: > 1 } quantity) continue;
                var key = new Promise(quantity.Thing, number, quantity.Unit);
                if (seen.TryAdd(key, commitment) || seen[key].Number == commitment.Number || told.Contains(seen[key].Number)) continue;
                told.Add(seen[key].Number);
                notes.Add(new(ReviewCode.SamePromise, measure.Span,
                    $"任务{commitment.Number}与任务{seen[key].Number}都说到{quantity.Thing}{quantity.Value}{quantity.Unit}，像是同一件事，请合并或说明"));
            }
        }
    }

    private sealed record Promise(string Thing, decimal Number, string Unit);
}
