using CsCheck;
using Maoding.Domain.Problems;
using Xunit;

namespace Maoding.Domain.Tests.Problems;

public sealed class ProblemStatisticsTests
{
    private static readonly DateOnly _today = new(2026, 6, 30);

    private static ProblemSpan Span(ProblemCause cause, ProblemState state, int days, decimal? heldBack = null, int? project = null, Tier tier = Tier.Unit) =>
        new(cause, state, tier, project, _today.AddDays(-days), ProblemMoves.IsOpen(state) ? null : _today, heldBack);

    [Fact]
    public void A_cause_tells_how_many_how_long_where_and_how_much()
    {
        ProblemSpan[] problems =
        [
            Span(ProblemCause.Land, ProblemState.Handling, 40, 5000, project: 1, tier: Tier.Leader),
            Span(ProblemCause.Land, ProblemState.Handling, 20, 8000, project: 1, tier: Tier.Chief),
            Span(ProblemCause.Land, ProblemState.Raised, 10, 300, project: 2),
            Span(ProblemCause.Land, ProblemState.Closed, 5, 9999, project: 3),
            Span(ProblemCause.Land, ProblemState.Declined, 100, 9999, project: 4),
            Span(ProblemCause.Money, ProblemState.Handling, 3),
        ];
        var lines = ProblemStatistics.ByCause(problems, _today);
        Assert.Equal([ProblemCause.Land, ProblemCause.Money], lines.Select(l => l.Cause!.Value));
        var land = lines[0];
        Assert.Equal((3, 1, 15m, 40), (land.Open, land.Closed, land.Median, land.Longest));
        Assert.Equal([(Tier.Leader, 1), (Tier.Chief, 1)], land.OnTier.OrderBy(r => r.Key).Select(r => (r.Key, r.Value)));
        Assert.Equal((8300m, 0), (land.HeldBack, land.Unsaid));
        Assert.Equal((0m, 1, 3m), (lines[1].HeldBack, lines[1].Unsaid, lines[1].Median));
    }

    [Fact]
    public void Money_of_one_project_held_back_for_two_causes_counts_once_in_the_sum()
    {
        ProblemSpan[] problems =
            [Span(ProblemCause.Land, ProblemState.Handling, 1, 8000, project: 1), Span(ProblemCause.Money, ProblemState.Handling, 1, 5000, project: 1)];
        Assert.Equal([8000m, 5000m], ProblemStatistics.ByCause(problems, _today).Select(l => l.HeldBack));
        Assert.Equal(8000m, ProblemStatistics.Sum(problems, _today).HeldBack);
        Assert.Equal((0, null, null),
            (ProblemStatistics.Sum([], _today).Open, ProblemStatistics.Sum([], _today).Median, ProblemStatistics.Sum([], _today).Longest));
    }

    [Fact]
    public void The_causes_add_up_to_the_sum() => Gen.Select(Gen.Int[1, 6], Gen.Int[0, 6], Gen.Int[0, 90], Gen.Int[0, 9]).Array.Sample(drawn =>
    {
        var problems = drawn.Select(d => Span((ProblemCause)d.Item1, Enum.GetValues<ProblemState>()[d.Item2], d.Item3, d.Item4)).ToList();
        var (lines, sum) = (ProblemStatistics.ByCause(problems, _today), ProblemStatistics.Sum(problems, _today));
        Assert.Equal((sum.Open, sum.Closed, sum.HeldBack), (lines.Sum(l => l.Open), lines.Sum(l => l.Closed), lines.Sum(l => l.HeldBack)));
        Assert.Equal(sum.Longest, lines.Max(l => l.Longest));
        Assert.True(lines.Count == 0 || (sum.Median >= 0 && sum.Median <= sum.Longest));
    });

    [Fact]
    public void Those_like_it_come_closed_first_and_strangers_do_not_come()
    {
        LikeCandidate[] candidates =
        [
            new(1, ProblemState.Handling, "土地证办理缓慢影响开工", "", ""),
            new(2, ProblemState.Closed, "项目土地证迟迟未办", "", "容缺受理，先建后验"),
            new(3, ProblemState.Closed, "进场道路未通，大型设备无法运输", "", "修便道"),
        ];
        Assert.Equal([2, 1], Likeness.Of("土地证未办，影响开工", "", candidates, 5).Select(c => c.Id));
        Assert.Equal([2], Likeness.Of("土地证未办，影响开工", "", candidates, 1).Select(c => c.Id));
        Assert.Empty(Likeness.Of("", "", candidates, 5));
    }
}
