using System.Text.Json;
using Maoding.Text;
using Maoding.Text.Commitments;
using Maoding.Text.Functions;
using Maoding.Text.Structure;
using Maoding.Text.Targets;

namespace Maoding.Training;

/// <summary>One labelled sentence that layout alone does not decide, or one that layout decides (Features null).</summary>
internal sealed record Example(bool Label, float[]? Features, Sentence Sentence, string Words);

/// <summary>A document of a corpus folder with its features and labels.</summary>
internal sealed record LabelledDocument(string Name, IReadOnlyList<string> FeatureNames, IReadOnlyList<Example> Examples)
{
    private static readonly CommitmentClassifier _classifier = new();
    private static readonly FunctionRanker _ranker = new();

    public static IEnumerable<LabelledDocument> ReadFolder(string folder) =>
        Directory.GetFiles(folder, "*.labels.jsonl").Order(StringComparer.Ordinal).Select(Read);

    private static LabelledDocument Read(string labels)
    {
        var text = labels.Replace(".labels.jsonl", ".txt", StringComparison.Ordinal);
        var outline = OutlineReader.Read(SourceText.FromPlain(File.ReadAllText(text)));
        var known = File.ReadLines(labels).Select(line => JsonDocument.Parse(line).RootElement).ToDictionary(
            row => (row.GetProperty("offset").GetInt32(), row.GetProperty("length").GetInt32()),
            row => row.GetProperty("label").GetString() is "commitment" or "both");
        var facts = SentenceFactsReader.Read(outline, TargetReader.Read(outline), _ranker);
        IReadOnlyList<string> names = [];
        var examples = new List<Example>();
        foreach (var sentence in outline.Sentences)
        {
            if (!known.TryGetValue((sentence.Span.Offset, sentence.Span.Length), out var label)) continue;
            float[]? vector = null;
            if (CommitmentClassifier.LayoutRule(sentence) is null)
            {
                (names, var seen) = _classifier.Features(outline, sentence, facts[sentence.Index]);
                vector = new float[names.Count];
                foreach (var feature in seen) vector[feature.Id] = 1;
            }

            examples.Add(new Example(label, vector, sentence, outline.Words(sentence).ToString()));
        }

        return new LabelledDocument(Path.GetFileNameWithoutExtension(text), names, examples);
    }
}
