using Maoding.Domain.Doubts;
using Maoding.Domain.Ledger;
using Maoding.Domain.Progress;
using Maoding.Domain.Rules;
using Xunit;

namespace Maoding.Domain.Tests.Doubts;

public sealed class DoubtRulesTests
{
    private static readonly DoubtRules _own = DoubtRules.Of(null);

    [Theory]
    [InlineData("17.5", "26.25", null)]
    [InlineData("17.5", "26.26", "“改造管网”到期末累计 26.26公里，是任务量 17.5公里 的 150%，超过150%（锚定通用界限）。")]
    [InlineData("17.5", "40", "“改造管网”到期末累计 40公里，是任务量 17.5公里 的 229%，超过150%（锚定通用界限）。")]
    [InlineData("0", "40", null)]
    public void A_sum_far_above_its_row_is_doubted(string wanted, string done, string? words) =>
        Assert.Equal(words, _own.OfReport(Row(decimal.Parse(wanted)), Report(decimal.Parse(done), null), null));

    [Theory]
    [InlineData(90, 889, false)]
    [InlineData(90, 890, true)]
    [InlineData(90, 1000, true)]
    [InlineData(null, 1000, false)]
    [InlineData(1000, 100, false)]
    public void A_share_that_leaps_in_one_period_is_doubted(int? last, int share, bool odd) =>
        Assert.Equal(odd, _own.OfReport(Row(null), Report(null, share), last) is not null);

    [Fact]
    public void One_thing_and_nodes_leap_by_themselves()
    {
        Assert.Null(_own.OfReport(Row(1), Report(1, 1000), 0));
        var row = Row(null);
        row.Milestones = [new Milestone { Name = "投用", Due = new DateOnly(2026, 12, 1), Weight = 1 }];
        Assert.Null(_own.OfReport(row, Report(null, 1000), 0));
        Assert.NotNull(_own.OfReport(Row(12), Report(12, 1000), 0));
    }

    [Theory]
    [InlineData("7999", "0", "10000", null)]
    [InlineData("8000", "0", "10000", "一个月完成 8000 万元，是年度计划 10000 万元的 80%，达到80%以上（锚定通用界限）。")]
    [InlineData("1000", "14000", "10000", null)]
    [InlineData("1001", "14000", "10000", "年度累计完成 15001 万元，是年度计划 10000 万元的 150%，超过150%（锚定通用界限）。")]
    [InlineData("1001", "14000", null, null)]
    [InlineData("-500", "2000", "10000", null)]
    public void A_month_of_a_project_is_doubted_by_its_years_plan(string done, string before, string? plan, string? words) =>
        Assert.Equal(words, _own.OfMonth(decimal.Parse(done), decimal.Parse(before), plan is null ? null : decimal.Parse(plan)));

    [Fact]
    public void An_edition_sets_other_limits_and_is_named()
    {
        var values = DoubtKind.Only.Read(new RuleInput(new Dictionary<string, string> { ["overfill"] = "２００", ["jump"] = "95" }, []));
        var rules = DoubtRules.Of(new RuleEdition { Kind = "doubts", Number = 2, Name = "云泽界限", Source = "", Values = values });
        Assert.Null(rules.OfReport(Row(17.5m), Report(35, null), null));
        Assert.EndsWith("超过200%（云泽界限（第2版））。", rules.OfReport(Row(17.5m), Report(40, null), null), StringComparison.Ordinal);
        Assert.Null(rules.OfReport(Row(null), Report(null, 1000), 90));
        Assert.Equal(["累计完成超过任务量（年度计划投资）的200%，写明原因", "一期之内完成比例升高95个百分点以上，或者一个月完成年度计划投资的95%以上，写明原因"],
            DoubtKind.Only.Words(values));
    }

    [Theory]
    [InlineData("99", "80")]
    [InlineData("150", "9")]
    [InlineData("150", "80.5")]
    [InlineData("", "80")]
    public void Limits_out_of_their_range_are_refused(string overfill, string jump) =>
        Assert.Equal("RUL001", Assert.Throws<RefusalException>(() => DoubtKind.Only.Read(
            new RuleInput(new Dictionary<string, string> { ["overfill"] = overfill, ["jump"] = jump }, []))).Code);

    private static Commitment Row(decimal? quantity) => new()
    {
        Number = "1",
        Title = "改造管网",
        Quantities = quantity is { } value ? [new Quantity { Name = "改造管网", Unit = "公里", Value = value }] : [],
    };

    private static ProgressReport Report(decimal? done, int? share) => new()
    {
        CommitmentId = 1,
        Period = 2026030,
        Share = share,
        Quantities = done is { } value ? [new ReportedQuantity { Name = "改造管网", Unit = "公里", Value = value }] : [],
    };
}
