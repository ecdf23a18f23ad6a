using Maoding.Shared;
using Maoding.Text;

namespace Maoding.Commands.Evaluating;

/// <summary>Right, wrongly found and missed.</summary>
internal readonly record struct Counts(int Right, int False, int Missed)
{
    public double Precision => Right == 0 ? 0 : (double)Right / (Right + False);

    public double Recall => Right == 0 ? 0 : (double)Right / (Right + Missed);

    public double F1 => Right == 0 ? 0 : 2.0 * Right / ((2 * Right) + False + Missed);

    public static Counts operator +(Counts a, Counts b) => new(a.Right + b.Right, a.False + b.False, a.Missed + b.Missed);
}

/// <summary>What one document scored, with the decisions of each sentence apart so that they can be resampled.</summary>
internal sealed record DocumentScore(
    string Name,
    IReadOnlyList<Counts> Commitments,
    IReadOnlyList<Counts> Targets,
    IReadOnlyList<(bool First, bool Three)> Functions,
    int TargetsRight,
    int NamesExact,
    IReadOnlyList<string> Misses);

/// <summary>Scores findings against labels as the corpus guide says: overlap above a half, one to one.</summary>
internal static class Evaluation
{
    private const double Enough = 0.5;

    public static IReadOnlyList<DocumentScore> Score(IReadOnlyList<LabelledDocument> documents, Action<double> progress)
    {
        var reader = new SpeechReader();
        var scores = new List<DocumentScore>();
        foreach (var document in documents)
        {
            scores.Add(Score(document, reader.Read(document.Source, null, 2000)));
            progress((double)scores.Count / documents.Count);
        }

        return scores;
    }

    private static DocumentScore Score(LabelledDocument document, Decomposition read)
    {
        var misses = new List<string>();
        var commitments = Commitments(document, read, misses, out var functions);
        var targets = Targets(document, read, misses, out var right, out var exact);
        return new DocumentScore(document.Name, commitments, targets, functions, right, exact, misses);
    }

    private static List<Counts> Commitments(LabelledDocument document, Decomposition read, List<string> misses, out List<(bool, bool)> functions)
    {
        var free = new HashSet<Commitment>(read.Commitments);
        var counts = new List<Counts>();
        functions = [];
        foreach (var label in document.Sentences)
        {
            var found = free.FirstOrDefault(c => c.Sentence.Span.Overlap(label.Span) > Enough);
            if (found is not null) free.Remove(found);
            if (found is null && !label.IsCommitment) continue;
            counts.Add(new Counts(found is not null && label.IsCommitment ? 1 : 0, label.IsCommitment ? 0 : 1, found is null ? 1 : 0));
            if (found is null) misses.Add($"漏任务　{label.Text}");
            else if (!label.IsCommitment) misses.Add($"多任务　{label.Text}");
            else if (label.Units.Count > 0) functions.Add(Function(label, found, misses));
        }

        return counts;
    }

    private static (bool First, bool Three) Function(LabelledSentence label, Commitment found, List<string> misses)
    {
        var names = found.Functions.Select(f => f.Name).ToList();
        var first = names.Count > 0 && names[0] == label.Units[0];
        if (!first) misses.Add($"职能　　应为{label.Units[0]}，得{string.Join('、', names.Take(3))}　{label.Text}");
        return (first, names.Take(3).Contains(label.Units[0]));
    }

    private static List<Counts> Targets(LabelledDocument document, Decomposition read, List<string> misses, out int right, out int exact)
    {
        var judged = document.Sentences.Select(s => s.Span).ToList();
        var free = read.Targets.Where(t => judged.Exists(s => s.Overlap(t.Span) > 0)).ToList();
        var counts = new List<Counts>();
        (right, exact) = (0, 0);
        foreach (var label in document.Sentences.SelectMany(s => s.Targets))
        {
            var near = free.Where(t => t.Span.Overlap(label.Span) > Enough)
                .OrderByDescending(t => Agrees(t, label)).ThenByDescending(t => t.Name == label.Name).ThenByDescending(t => t.Span.Overlap(label.Span))
                .FirstOrDefault();
            if (near is not null) free.Remove(near);
            var agrees = near is not null && Agrees(near, label);
            counts.Add(new Counts(agrees ? 1 : 0, near is not null && !agrees ? 1 : 0, agrees ? 0 : 1));
            if (agrees) right++;
            if (agrees && near!.Name == label.Name) exact++;
            if (near is null) misses.Add($"漏指标　{label.Name}（{label.Kind}）　{label.Text}");
            else if (!agrees)
                misses.Add($"错指标　{label.Text}：应为{label.Kind} {label.Value} {label.Unit}，得{PlainNames.CodeOf(near.Kind)} {near.Value} {near.Unit}");
            else if (near!.Name != label.Name) misses.Add($"指标名　应为{label.Name}，得{near.Name}");
        }

        foreach (var extra in free)
        {
            counts.Add(new Counts(0, 1, 0));
            misses.Add($"多指标　{extra.Name}（{PlainNames.CodeOf(extra.Kind)}）　{read.Outline.Source.Slice(extra.Span)}");
        }

        return counts;
    }

    private static bool Agrees(Text.Targets.Target found, LabelledTarget label) =>
        PlainNames.CodeOf(found.Kind) == label.Kind
        && found.Value?.ToString() == label.Value
        && (label.Value2 is null || found.Value2?.ToString() == label.Value2)
        && found.Unit == label.Unit;
}
