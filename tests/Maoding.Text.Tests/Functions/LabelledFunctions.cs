using System.Text.Json;
using Maoding.Text.Functions;
using Maoding.Text.Structure;

namespace Maoding.Text.Tests.Functions;

/// <summary>Scores rankings against labelled commitments as the corpus guide says, on their true sentences.</summary>
internal static class LabelledFunctions
{
    internal sealed record Score(string Document, int Sentences, int First, int AmongThree, IReadOnlyList<string> Misses)
    {
        public double Top1 => (double)First / Sentences;

        public double Top3 => (double)AmongThree / Sentences;

        public override string ToString() => $"{Document}: {Sentences} sentences, top-1 {Top1:0.000}, top-3 {Top3:0.000}";
    }

    public static IReadOnlyList<Score> Of(string folder, FunctionRanker ranker) =>
        [.. Directory.GetFiles(folder, "*.labels.jsonl").Order(StringComparer.Ordinal).Select(file => OfDocument(file, ranker))];

    public static Score Pooled(IReadOnlyList<Score> scores) => new(
        "pooled", scores.Sum(s => s.Sentences), scores.Sum(s => s.First), scores.Sum(s => s.AmongThree), [.. scores.SelectMany(s => s.Misses)]);

    private static Score OfDocument(string labels, FunctionRanker ranker)
    {
        var source = SourceText.FromPlain(File.ReadAllText(labels.Replace(".labels.jsonl", ".txt", StringComparison.Ordinal)));
        var outline = OutlineReader.Read(source);
        var misses = new List<string>();
        int sentences = 0, first = 0, amongThree = 0;
        foreach (var line in File.ReadLines(labels))
        {
            using var row = JsonDocument.Parse(line);
            if (row.RootElement.GetProperty("label").GetString() is not ("commitment" or "both")) continue;
            var units = row.RootElement.GetProperty("units").EnumerateArray().Select(u => u.GetString()!).ToList();
            if (units.Count == 0) continue;
            var text = row.RootElement.GetProperty("text").GetString()!;
            var ranking = ranker.Rank(text, ContextAt(outline, row.RootElement.GetProperty("offset").GetInt32()));
            sentences++;
            if (ranking.Count > 0 && ranking[0].Name == units[0]) first++;
            else misses.Add(
                $"{string.Join('、', units)} ← {string.Join("；", ranking.Select(f => $"{f.Name} {f.Score:0.0}（{string.Join('、', f.Words)}）"))}\n    {text}");
            if (ranking.Take(3).Any(f => f.Name == units[0])) amongThree++;
        }

        return new Score(Path.GetFileName(labels).Replace(".labels.jsonl", "", StringComparison.Ordinal), sentences, first, amongThree, misses);
    }

    private static string ContextAt(Outline outline, int offset)
    {
        var sentence = outline.Sentences.LastOrDefault(s => s.Span.Offset <= offset);
        if (sentence is null) return "";
        return sentence.Topic.Length > 0 ? sentence.Topic : sentence.Section.Title;
    }
}
