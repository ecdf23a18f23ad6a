using Maoding.Domain.Ledger;
using Maoding.Domain.Progress;
using Maoding.Domain.Projects;
using Xunit;

namespace Maoding.Domain.Tests.Projects;

/// <summary>What projects say of the row that they serve, so that nobody types it.</summary>
public class ProjectShareTests
{
    private static readonly ProjectInvestment _half = new(
        Stage.Building, YearClass.Continuing, 1000, [new(202601, 100, 200), new(202602, 100, 300), new(202603, 100, null)]);

    [Fact]
    public void The_share_is_done_of_planned_over_all_projects_rounded_down()
    {
        var source = ProjectShare.Of([_half, _half with { YearPlan = 500, Months = [new(202602, 50, 500)] }], 202603, 7)!;
        Assert.Equal((ShareBasis.Projects, 666, 7), (source.Basis, source.Share, source.SubjectId));
        Assert.Equal("2个项目1—3月完成投资1000万元，年度计划1500万元", source.Words);
    }

    [Fact]
    public void Later_months_and_other_years_do_not_count() =>
        Assert.Equal(200, ProjectShare.Of([_half with { Months = [.. _half.Months, new MonthMoney(202512, 100, 900)] }], 202601, 7)!.Share);

    [Fact]
    public void What_is_only_planned_for_later_or_withdrawn_says_nothing()
    {
        Assert.Null(ProjectShare.Of(
            [_half with { Class = YearClass.Reserve }, _half with { Stage = Stage.Withdrawn }, _half with { YearPlan = 0 }], 202603, 7));
        Assert.Null(ProjectShare.Of([], 202603, 7));
    }

    [Fact]
    public void A_row_with_quantities_is_asked_for_them_all_the_same()
    {
        var row = new Commitment { PlanId = 1, Title = "改造老旧小区46个", Quantities = [new Quantity { Name = "小区", Unit = "个", Value = 46 }] };
        Assert.Equal(ShareBasis.Quantities, ReportShare.BasisOf(row, ProjectShare.Of([_half], 202603, 7)));
        Assert.Equal(ShareBasis.Projects, ReportShare.BasisOf(new Commitment { PlanId = 1, Title = "落实" }, ProjectShare.Of([_half], 202603, 7)));
    }
}
