using CsCheck;
using Maoding.Domain.Planning;
using Xunit;

namespace Maoding.Domain.Tests.Planning;

/// <summary>What share of the work is planned by the end of each month.</summary>
public sealed class PlanCurveTests
{
    private static readonly Gen<(int Start, int Due)> _months = Gen.Select(Gen.Int[1, 12], Gen.Int[1, 12]).Select((a, b) => (Math.Min(a, b), Math.Max(a, b)));

    [Fact]
    public void Even_plans_the_same_share_each_month() =>
        Assert.Equal([0, 0, 100, 200, 300, 400, 500, 600, 700, 800, 900, 1000], Build(new PlanDraft(PlanShape.Even, 3, 12)));

    [Fact]
    public void Back_loaded_plans_a_quarter_in_half_the_time() =>
        Assert.Equal([16, 63, 141, 250, 391, 563, 766, 1000, 1000, 1000, 1000, 1000], Build(new PlanDraft(PlanShape.BackLoaded, 1, 8)));

    [Fact]
    public void Milestones_bring_their_weight_in_their_month() =>
        Assert.Equal(
            [0, 0, 0, 300, 300, 500, 500, 500, 500, 1000, 1000, 1000],
            Build(new PlanDraft(PlanShape.ByMilestones, 2, 10, [new(10, 5), new(4, 2), new(6, 2), new(4, 1)], [])));

    [Fact]
    public void Own_values_stand_as_given()
    {
        int[] own = [0, 50, 50, 100, 200, 300, 400, 555, 700, 1000, 1000, 1000];
        Assert.Equal(own, Build(new PlanDraft(PlanShape.Own, 2, 11, [], own)));
    }

    [Fact]
    public void Every_plan_is_nothing_before_its_start_never_falls_and_is_whole_when_due() =>
        Gen.Select(_months, Gen.Int[0, 2], Gen.Select(Gen.Int[0, 11], Gen.Int[1, 100]).Array[0, 6]).Sample(
            (months, shape, stones) =>
            {
                var milestones = stones.Select(s => new PlanMilestone(months.Start + (s.Item1 % (months.Due - months.Start + 1)), s.Item2))
                    .Append(new PlanMilestone(months.Due, 7)).ToList();
                var curve = Build(new PlanDraft((PlanShape)shape, months.Start, months.Due, milestones, []));
                Assert.Equal(12, curve.Count);
                Assert.All(curve.Take(months.Start - 1), v => Assert.Equal(0, v));
                Assert.All(curve.Skip(months.Due - 1), v => Assert.Equal(PlanCurve.Whole, v));
                Assert.All(curve.Zip(curve.Skip(1)), pair => Assert.True(pair.First <= pair.Second));
                Assert.All(curve.Take(months.Due - 1), v => Assert.True(v < PlanCurve.Whole));
            },
            iter: 2000,
            threads: 1);

    [Fact]
    public void Own_values_are_taken_just_when_they_keep_the_rules() =>
        Gen.Select(_months, Gen.Int[-20, 1020].Array[12], Gen.Bool, Gen.Bool).Sample(
            (months, own, sorted, mended) =>
            {
                if (sorted) Array.Sort(own);
                if (mended) own = [.. own.Select((v, i) => i + 1 < months.Start ? 0 : i + 1 >= months.Due ? 1000 : Math.Clamp(v, 0, 1000))];
                var sound = own.All(v => v is >= 0 and <= 1000)
                    && own.Take(months.Start - 1).All(v => v == 0)
                    && own.SequenceEqual(own.Order())
                    && own[months.Due - 1] == 1000;
                var taken = PlanCurve.TryBuild(new PlanDraft(PlanShape.Own, months.Start, months.Due, [], own), out var curve, out var refusal);
                Assert.Equal(sound, taken);
                Assert.Equal(sound, refusal is null);
                if (taken) Assert.Equal(own, curve!.Cumulative);
                else Assert.Contains("请", refusal, StringComparison.Ordinal);
            },
            iter: 3000,
            threads: 1);

    [Theory]
    [InlineData(0, 5, "开始月份应为1至12月")]
    [InlineData(3, 13, "完成月份应为1至12月")]
    [InlineData(6, 5, "完成月份（5月）早于开始月份（6月）")]
    public void Months_that_cannot_be_are_refused(int start, int due, string says) =>
        Assert.Contains(says, Refusal(new PlanDraft(PlanShape.Even, start, due)), StringComparison.Ordinal);

    [Fact]
    public void The_refusal_names_the_month()
    {
        Assert.Contains("4月累计进度30%低于3月的40.5%", Refusal(Own([0, 0, 405, 300, 500, 500, 500, 500, 500, 500, 500, 1000])), StringComparison.Ordinal);
        Assert.Contains("到完成月份（12月）累计进度只有90%", Refusal(Own([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 900])), StringComparison.Ordinal);
        Assert.Contains("现有3个", Refusal(Own([0, 500, 1000])), StringComparison.Ordinal);
        Assert.Contains("1月早于开始月份（2月）", Refusal(Own([10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110, 1000])), StringComparison.Ordinal);
        Assert.Contains("至少要有一个节点", Refusal(new PlanDraft(PlanShape.ByMilestones, 1, 12)), StringComparison.Ordinal);
        Assert.Contains("没有节点", Refusal(new PlanDraft(PlanShape.ByMilestones, 1, 12, [new(6, 1)], [])), StringComparison.Ordinal);
        Assert.Contains("1月的节点不在2月至9月之间", Refusal(new PlanDraft(PlanShape.ByMilestones, 2, 9, [new(9, 1), new(1, 1)], [])), StringComparison.Ordinal);
        Assert.Contains("权重应大于0", Refusal(new PlanDraft(PlanShape.ByMilestones, 2, 9, [new(9, 0)], [])), StringComparison.Ordinal);
    }

    private static PlanDraft Own(int[] values) => new(PlanShape.Own, 2, 12, [], values);

    private static IReadOnlyList<int> Build(PlanDraft draft)
    {
        Assert.True(PlanCurve.TryBuild(draft, out var curve, out var refusal), refusal);
        Assert.All(Enumerable.Range(1, 12), month => Assert.Equal(curve.Cumulative[month - 1], curve.At(month)));
        return curve.Cumulative;
    }

    private static string Refusal(PlanDraft draft)
    {
        Assert.False(PlanCurve.TryBuild(draft, out _, out var refusal));
        return refusal;
    }
}
