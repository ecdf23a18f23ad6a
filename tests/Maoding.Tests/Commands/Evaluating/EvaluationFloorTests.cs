using Maoding.Commands.Evaluating;
using Maoding.TestKit;
using Xunit;

namespace Maoding.Tests.Commands.Evaluating;

/// <summary>How well the reader must read at least; a change that falls below is a step back.</summary>
public sealed class EvaluationFloorTests
{
    [Fact]
    public void The_documents_of_the_project_are_read_well_enough()
    {
        Assert.SkipWhen(Corpus.Folder is null, "没有 ../shared/corpus，跳过");
        var scores = Score(Corpus.Folder!);
        Assert.All(scores, score =>
        {
            AtLeast(0.92, F1(score.Commitments), $"{score.Name} 任务");
            AtLeast(0.88, F1(score.Targets), $"{score.Name} 指标");
        });
        AssertPooled(scores, commitments: 0.95, targets: 0.93);
    }

    [Fact]
    public void Documents_of_other_levels_are_read_well_enough() =>
        AssertPooled(Score(Path.Combine(Corpus.Root, "tests", "corpus")), commitments: 0.93, targets: 0.85);

    private static IReadOnlyList<DocumentScore> Score(string folder) => Evaluation.Score(LabelledDocument.ReadFolder(folder), _ => { });

    private static void AssertPooled(IReadOnlyList<DocumentScore> scores, double commitments, double targets)
    {
        AtLeast(commitments, F1(scores.SelectMany(s => s.Commitments)), "任务");
        AtLeast(targets, F1(scores.SelectMany(s => s.Targets)), "指标");
        AtLeast(0.80, scores.SelectMany(s => s.Functions).Average(f => f.First ? 1.0 : 0), "职能首位");
        AtLeast(0.92, scores.SelectMany(s => s.Functions).Average(f => f.Three ? 1.0 : 0), "职能前三");
    }

    private static double F1(IEnumerable<Counts> counts) => counts.Aggregate(new Counts(), (sum, count) => sum + count).F1;

    private static void AtLeast(double floor, double value, string what) => Assert.True(value >= floor, $"{what} {value:0.000} < {floor:0.00}");
}
