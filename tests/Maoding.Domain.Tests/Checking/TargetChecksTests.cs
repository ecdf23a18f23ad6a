using Maoding.Domain.Checking;
using Maoding.Domain.Indicators;
using Maoding.Domain.Ledger;
using Maoding.Domain.Planning;
using Maoding.Domain.Targets;
using Xunit;

namespace Maoding.Domain.Tests.Checking;

/// <summary>What contradicts among the targets of a plan before it is issued.</summary>
public sealed class TargetChecksTests
{
    private static readonly Indicator _gdp = new() { Id = 1, Code = "GDP", Name = "地区生产总值", Unit = "亿元" };
    private static readonly Indicator _first = new() { Id = 2, Code = "P1", Name = "第一产业", Unit = "亿元", PartOfId = 1 };
    private static readonly Indicator _second = new() { Id = 3, Code = "P2", Name = "第二产业", Unit = "亿元", PartOfId = 1 };

    [Fact]
    public void Nothing_is_looked_for_where_targets_are_not_read() => Assert.Empty(Codes(Input([Row(1, "stable", "")], null)));

    [Fact]
    public void A_row_without_indicator_is_told() => Assert.Equal(["CHK032"], Codes(Input([Row(1, "growth_at_least", "6")], [])));

    [Fact]
    public void A_vague_target_needs_a_meaning_that_a_person_decided()
    {
        var target = Target(1, TargetKind.GrowthAtLeast, 0);
        Assert.Equal(["CHK031"], Codes(Input([Row(1, "stable", "")], [Facts(target, _gdp)])));
        (target.Meaning, target.MeaningById) = ("累计同比不低于0", 7);
        Assert.Empty(Codes(Input([Row(1, "stable", "")], [Facts(target, _gdp)])));
    }

    [Fact]
    public void A_breakdown_that_does_not_reach_the_whole_is_told()
    {
        var target = Target(1, TargetKind.LevelAtLeast, 100, FigureMeasure.Cumulative);
        target.Parts = [new TargetPart { AreaId = 1, Value = 60 }, new TargetPart { AreaId = 2, Value = 30 }];
        var hit = Assert.Single(Hits("CHK033", Input([Row(1, "level_at_least", "100")], [Facts(target, _gdp)])));
        Assert.Contains("少10亿元", hit.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void A_comparison_with_nothing_is_told()
    {
        Assert.Contains("CHK034", Codes(Input([Row(1, "outpace", "")], [])));
        var target = Target(1, TargetKind.Outpace, 0);
        target.PartnerAreaId = 2;
        Assert.Empty(Codes(Input([Row(1, "outpace", "")], [Facts(target, _gdp)])));
    }

    [Fact]
    public void A_whole_cannot_grow_faster_than_each_of_its_parts()
    {
        CheckedRow[] rows = [Row(1, "growth_at_least", "6"), Row(2, "growth_at_least", "4"), Row(3, "growth_at_least", "5.5")];
        TargetFacts[] targets = [Facts(Target(1, TargetKind.GrowthAtLeast, 6), _gdp),
            Facts(Target(2, TargetKind.GrowthAtLeast, 4), _first), Facts(Target(3, TargetKind.GrowthAtLeast, 5.5m), _second)];
        Assert.Equal([1, 2, 3], Assert.Single(Hits("CHK035", Input(rows, targets))).RowIds);
        targets[2] = Facts(Target(3, TargetKind.GrowthAtLeast, 7), _second);
        Assert.Empty(Hits("CHK035", Input(rows, targets)));
    }

    [Fact]
    public void A_binding_sum_is_to_be_planned_by_month()
    {
        var target = Target(1, TargetKind.Quota, 100, FigureMeasure.Cumulative);
        target.Nature = TargetNature.Binding;
        Assert.Equal(["CHK036"], Codes(Input([Row(1, "quota", "")], [Facts(target, _gdp)])));
        (target.Shape, target.Curve) = (CurveShape.Own, "10,20,30,40,50,60,70,80,90,95,98,100");
        Assert.Empty(Codes(Input([Row(1, "quota", "")], [Facts(target, _gdp)])));
    }

    [Theory]
    [InlineData(TargetKind.GrowthAtLeast, "不一致")]
    [InlineData(TargetKind.LevelAtMost, "不能同时达到")]
    public void Two_numbers_for_one_indicator_are_told(TargetKind other, string says)
    {
        CheckedRow[] rows = [Row(1, "growth_at_least", "6"), Row(2, "growth_at_least", "5")];
        TargetFacts[] targets = [Facts(Target(1, TargetKind.GrowthAtLeast, 6), _gdp), Facts(Target(2, other, 5), _gdp)];
        Assert.Contains(says, Assert.Single(Hits("CHK037", Input(rows, targets))).Detail, StringComparison.Ordinal);
    }

    private static Target Target(int row, TargetKind kind, decimal value, FigureMeasure measure = FigureMeasure.CumulativeGrowth) =>
        new() { CommitmentId = row, Kind = kind, Measure = measure, Value = value };

    private static TargetFacts Facts(Target target, Indicator indicator) => new(target, indicator, 2026, "全市");

    private static CheckedRow Row(int id, string kind, string value) => new(
        id, null, true, CommitmentState.Consulted, "",
        new RowValues("目标", "", null, null, null, [], DueKind.Date, new DateOnly(2026, 12, 31), PlanShape.Even, "", [], [], [])
        {
            Kind = CommitmentKind.Target,
            Target = new TargetValue("地区生产总值", kind, value, "%"),
        },
        true,
        0);

    private static CheckInput Input(CheckedRow[] rows, TargetFacts[]? targets) =>
        new(2026, rows, [], [], new HashSet<int>(), [], new CheckLimits()) { Targets = targets };

    private static string[] Codes(CheckInput input) =>
        [.. CheckCatalogue.All.Where(c => string.CompareOrdinal(c.Code, "CHK030") > 0 && c.Find(input).Any()).Select(c => c.Code)];

    private static List<CheckHit> Hits(string code, CheckInput input) => [.. CheckCatalogue.All.Single(c => c.Code == code).Find(input)];
}
