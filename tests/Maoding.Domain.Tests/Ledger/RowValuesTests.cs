using Maoding.Domain.Ledger;
using Maoding.Domain.Planning;
using Xunit;

namespace Maoding.Domain.Tests.Ledger;

public sealed class RowValuesTests
{
    private static readonly RowNames Names = new(id => $"单位{id}", id => $"岗位{id}", id => $"专题{id}");

    private static Commitment Row() => new()
    {
        Title = "地区生产总值增长X%",
        Kind = CommitmentKind.Target,
        LeaderPostId = 1,
        LeadUnitId = 2,
        Target = new TargetFigure { Indicator = "地区生产总值", Kind = "growth_at_least", Value = "X", Unit = "%", Dimension = "速度" },
    };

    [Fact]
    public void The_figure_of_a_target_is_written_told_and_taken_away_with_its_kind()
    {
        var row = Row();
        var before = RowValues.Of(row);
        var after = before with { Target = before.Target! with { Value = "7" } };
        Assert.Equal([("指标", "地区生产总值　增长不低于　X%　（速度）", "地区生产总值　增长不低于　7%　（速度）")], RowValues.Differences(before, after, Names)
            .Select(d => (d.Label, d.Before, d.After)));
        after.ApplyTo(row);
        Assert.Equal(("7", "速度"), (row.Target!.Value, row.Target.Dimension));
        (RowValues.Of(row) with { Kind = CommitmentKind.Work }).ApplyTo(row);
        Assert.Equal((CommitmentKind.Work, null), (row.Kind, row.Target));
    }

    [Theory]
    [InlineData("", "growth_at_least", "7", "LED017")]
    [InlineData("地区生产总值", "更快", "7", "LED018")]
    [InlineData("地区生产总值", "growth_at_least", "七点五个百分点七点五个百分点七点五个百分点七点五个百分点七点五个百分点七点五个百分点七点五个百分点", "LED019")]
    public void A_target_that_cannot_stand_is_refused(string indicator, string kind, string value, string code) =>
        Assert.Equal(code,
            Assert.Throws<RefusalException>(() => (RowValues.Of(Row()) with { Target = new TargetValue(indicator, kind, value, "%") }).Check(2026)).Code);

    [Theory]
    [InlineData("7％", "%", "7")]
    [InlineData(" 30家 ", "家", "30")]
    [InlineData("3—5", "%", "3—5")]
    public void A_unit_typed_twice_is_kept_once(string figure, string unit, string expected) =>
        Assert.Equal(expected, TargetValue.Typed("增速", "growth_about", figure, unit, null, "")!.Value);

    [Fact]
    public void Choosing_takes_each_field_from_one_side_only()
    {
        var mine = RowValues.Of(Row()) with { DueKind = DueKind.Date, Due = new DateOnly(2026, 6, 30), PlanShape = PlanShape.BackLoaded };
        var theirs = RowValues.Of(Row()) with { Title = "对方", LeadUnitId = 9, DueKind = DueKind.AllYear, Due = new DateOnly(2026, 12, 31), Target = null };
        var chosen = mine.Choose(theirs, field => field is "LeadUnitId" or "Target");
        Assert.Equal((mine.Title, 9, DueKind.Date, mine.Due, PlanShape.BackLoaded, null),
            (chosen.Title, chosen.LeadUnitId, chosen.DueKind, chosen.Due, chosen.PlanShape, chosen.Target));
        Assert.Equal(theirs.Due, mine.Choose(theirs, field => field == "Due").Due);
    }
}
