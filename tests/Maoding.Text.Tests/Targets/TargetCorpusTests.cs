using Maoding.TestKit;
using Xunit;

namespace Maoding.Text.Tests.Targets;

public class TargetCorpusTests
{
    [Fact]
    public void Finds_the_labelled_targets_of_the_given_corpus() =>
        Score(Corpus.Folder, each: 0.97, pooled: 0.98);

    /// <summary>Documents of other places and levels; their misses have been looked at, so another document is promised less.</summary>
    [Fact]
    public void Carries_over_to_the_held_out_documents() =>
        Score(Path.Combine(Corpus.Root, "tests", "corpus"), each: 0.94, pooled: 0.97);

    private static void Score(string? folder, double each, double pooled)
    {
        Assert.SkipWhen(folder is null || !Directory.Exists(folder), "the corpus is not beside this checkout");
        var all = new TargetScore();
        var report = new List<string>();
        var good = true;
        foreach (var text in Directory.GetFiles(folder!, "*.txt").Order(StringComparer.Ordinal))
        {
            if (!File.Exists(Path.ChangeExtension(text, ".labels.jsonl"))) continue;
            var score = TargetScore.Of(text);
            all.Add(score);
            good &= score.F1 >= each;
            report.Add($"{Path.GetFileName(text)}: {score}\n{score.Misses}");
        }

        Assert.True(good && all.F1 >= pooled, $"pooled: {all}\n{string.Join('\n', report)}");
    }
}
