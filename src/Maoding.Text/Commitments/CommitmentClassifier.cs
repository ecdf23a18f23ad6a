using System.Globalization;
using Maoding.Text.Lexicons;
using Maoding.Text.Structure;

namespace Maoding.Text.Commitments;

/// <summary>Whether a sentence directs work, and how surely.</summary>
/// <param name="Score">Log odds: above 0 a commitment; within ±<see cref="CommitmentClassifier.Narrow"/> a person should look.</param>
/// <param name="Rule">The rule that decided without weighing, or null when the cues were weighed.</param>
public readonly record struct Verdict(double Score, string? Rule)
{
    public bool IsCommitment => Score > 0;
}

/// <summary>
/// Tells sentences that direct this year's work from background, principle and exhortation: layout rules first,
/// then the sum of the weights in commitment-weights.md of the features seen. See docs/adr/0003.
/// </summary>
public sealed class CommitmentClassifier
{
    /// <summary>Log odds below which a decision is narrow: about two chances in three.</summary>
    public const double Narrow = 0.7;

    /// <summary>The score of a row that a ledger itself calls a commitment.</summary>
    public const double Given = 9;

    private readonly CommitmentFeatures _features = new();
    private readonly double[] _weights;
    private readonly double _bias;
    private readonly Rows<Feature> _seen = [];

    public CommitmentClassifier()
    {
        var ids = new Dictionary<string, int>();
        for (var i = 0; i < CommitmentFeatures.Names.Count; i++) ids[CommitmentFeatures.Names[i]] = i;
        _weights = new double[CommitmentFeatures.Names.Count];
        foreach (var (_, label, words) in LexiconFile.Read("commitment-weights.md"))
        {
            var weight = double.Parse(words[0], CultureInfo.InvariantCulture);
            if (label == "起点") _bias = weight;
            else if (ids.TryGetValue(label, out var id)) _weights[id] = weight;
            else throw new InvalidOperationException($"commitment-weights.md: no feature is called {label}");
        }
    }

    /// <summary>What the layout alone decides; null when the words must be weighed.</summary>
    public static string? LayoutRule(Sentence sentence) => sentence switch
    {
        { Kind: SentenceKind.Frame } => "称呼、题头不列任务",
        { Kind: SentenceKind.Heading } => "标题不列任务",
        { Role: SectionRole.Review } => "回顾部分不列任务",
        { Role: SectionRole.Opening } => "开头部分不列任务",
        { Role: SectionRole.Closing } => "结束语和附注不列任务",
        _ => null,
    };

    internal Verdict Judge(Outline outline, Sentence sentence, in SentenceFacts facts)
    {
        if (LayoutRule(sentence) is { } rule) return new Verdict(-Given, rule);
        Observe(outline, sentence, facts);
        var score = _bias;
        foreach (var feature in _seen) score += _weights[feature.Id];
        return new Verdict(score, null);
    }

    /// <summary>The features that weighed most for and against, with the words seen.</summary>
    internal IReadOnlyList<Evidence> Explain(Outline outline, Sentence sentence, in SentenceFacts facts)
    {
        if (LayoutRule(sentence) is { } rule) return [new Evidence(rule, "")];
        Observe(outline, sentence, facts);
        return
        [
            .. _seen.Where(f => Math.Abs(_weights[f.Id]) > 0.15)
                .OrderByDescending(f => Math.Abs(_weights[f.Id]))
                .Take(6)
                .Select(f => new Evidence(
                    $"{CommitmentFeatures.Names[f.Id]}{_weights[f.Id].ToString("+0.0;-0.0", CultureInfo.InvariantCulture)}",
                    outline.Normal.Text.Substring(f.Words.Offset, f.Words.Length))),
        ];
    }

    /// <summary>The features of a sentence and their names, for training.</summary>
    internal (IReadOnlyList<string> Names, IReadOnlyList<Feature> Seen) Features(Outline outline, Sentence sentence, in SentenceFacts facts)
    {
        Observe(outline, sentence, facts);
        return (CommitmentFeatures.Names, _seen.ToList());
    }

    private void Observe(Outline outline, Sentence sentence, in SentenceFacts facts)
    {
        _seen.Clear();
        _features.Collect(outline, sentence, facts, _seen);
    }
}
