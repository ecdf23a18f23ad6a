using Maoding.Domain.Progress;
using Maoding.Domain.Projects;
using Xunit;

namespace Maoding.Domain.Tests.Projects;

public sealed class YearMoneyTests
{
    private static readonly MonthMoney[] Months =
    [
        new(202603, 40, 30), new(202512, 500, 500), new(202601, null, 10), new(202602, 20, null), new(202612, 60, null),
    ];

    [Theory]
    [InlineData(202512, 500.0, 500.0)]
    [InlineData(202601, 0.0, 10.0)]
    [InlineData(202602, 20.0, 10.0)]
    [InlineData(202603, 60.0, 40.0)]
    [InlineData(202612, 120.0, 40.0)]
    [InlineData(202701, null, null)]
    public void A_year_is_summed_up_to_a_month_and_other_years_are_passed_over(int month, double? planned, double? done) =>
        Assert.Equal(new YearMoney((decimal?)planned, (decimal?)done), YearMoney.To(month, Months));

    [Fact]
    public void Shares_are_of_the_years_plan_and_there_are_none_without_it()
    {
        var money = YearMoney.To(202603, Months);
        Assert.Equal((600, 400), (money.PlannedShare(100), money.DoneShare(100)));
        Assert.Equal((1000, 1000), (money.PlannedShare(10), money.DoneShare(10)));
        Assert.Equal((null, null), (money.PlannedShare(0), money.DoneShare(null)));
        Assert.Equal((null, null), (default(YearMoney).PlannedShare(100), default(YearMoney).DoneShare(100)));
    }

    /// <summary>A project, the row that it serves and a target say the same of the same part.</summary>
    [Theory]
    [InlineData(999.99, 999)]
    [InlineData(1000, 1000)]
    [InlineData(1200, 1000)]
    [InlineData(333.6, 333)]
    [InlineData(-5, 0)]
    public void Only_what_is_whole_is_whole_for_project_row_and_light(double part, int share)
    {
        MonthMoney[] months = [new(202601, 1000, (decimal)part)];
        Assert.Equal(share, PerMille.Of((decimal)part, 1000));
        Assert.Equal(share, YearMoney.To(202601, months).DoneShare(1000));
        Assert.Equal(share, ProjectLight.At(1000, months, 202601, 202601, null).Done);
        Assert.Equal(share, ProjectShare.Of([new ProjectInvestment(Stage.Building, YearClass.Continuing, 1000, months)], 202601, 7)!.Share);
    }

    [Theory]
    [InlineData("2026-01-15", 202601)]
    [InlineData("2026-02-01", 202601)]
    [InlineData("2026-09-30", 202608)]
    [InlineData("2027-03-01", 202612)]
    [InlineData("2025-12-31", 202601)]
    public void The_last_month_that_counts_is_over_and_in_the_year(string today, int month) =>
        Assert.Equal(month, YearMoney.LastMonth(2026, DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture)));
}
