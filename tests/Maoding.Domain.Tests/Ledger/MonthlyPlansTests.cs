using CsCheck;
using Maoding.Domain.Ledger;
using Maoding.Domain.Planning;
using Xunit;

namespace Maoding.Domain.Tests.Ledger;

public sealed class MonthlyPlansTests
{
    private static readonly RowValues _row = new("任务", "", null, null, null, [], DueKind.Date, new DateOnly(2026, 6, 30), PlanShape.Even, "", [], [], []);

    [Fact]
    public void A_plan_reads_back_with_the_month_it_starts_in() =>
        Gen.Select(Gen.Int[1, 12], Gen.Int[1, 12], Gen.Int[0, 1]).Sample((a, b, shape) =>
        {
            var (start, due) = (Math.Min(a, b), Math.Max(a, b));
            var planned = MonthlyPlans.With(_row with { Due = new DateOnly(2026, due, 28) }, (PlanShape)shape, 2026, start);
            Assert.Equal(12, MonthlyPlans.Values(planned.MonthlyPlan).Count);
            Assert.Equal(start, MonthlyPlans.StartMonth(planned.MonthlyPlan));
            Assert.Equal(planned, MonthlyPlans.Again(planned, 2026));
        });

    [Fact]
    public void All_year_work_ends_in_december() =>
        Assert.EndsWith(",917,1000",
            MonthlyPlans.With(_row with { DueKind = DueKind.AllYear, Due = new DateOnly(2026, 12, 31) }, PlanShape.Even, 2026).MonthlyPlan);

    [Fact]
    public void Without_a_time_there_is_no_plan()
    {
        var refusal = Assert.Throws<RefusalException>(() => MonthlyPlans.With(_row with { DueKind = DueKind.None, Due = null }, PlanShape.Even, 2026));
        Assert.Equal("ASG010", refusal.Code);
        Assert.Equal("", MonthlyPlans.Again(_row with { DueKind = DueKind.None, Due = null, MonthlyPlan = "0,0,0,0,0,0,0,0,0,0,0,1000" }, 2026).MonthlyPlan);
    }
}
