using Maoding.Domain.Lights;
using Maoding.Domain.Projects;
using Xunit;

namespace Maoding.Domain.Tests.Projects;

/// <summary>Credit codes, the conditions of stages, rates and the facts of lights.</summary>
public sealed class ProjectRuleTests
{
    [Theory]
    [InlineData("91350100M000100Y43")]
    [InlineData("91110000100000009")]
    [InlineData("")]
    public void A_code_with_its_check_digit_and_no_code_are_right(string code)
    {
        if (code.Length == 17) code += CheckOf(code);
        Assert.Equal("", CreditCode.Problem(code));
    }

    [Theory]
    [InlineData("91350100M000100Y44", "校验位应为“3”")]
    [InlineData("91350100M000100Y4", "18 位，现在是 17 位")]
    [InlineData("9135O100M000100Y43", "第 5 位“O”")]
    [InlineData("91350100m000100Y43", "第 9 位“m”")]
    public void A_wrong_code_is_told_what_is_wrong(string code, string words) => Assert.Contains(words, CreditCode.Problem(code), StringComparison.Ordinal);

    [Fact]
    public void One_wrong_sign_anywhere_is_found()
    {
        const string Code = "91350100M000100Y43";
        for (var i = 0; i < Code.Length; i++)
        {
            var wrong = Code[..i] + (Code[i] == '7' ? '8' : '7') + Code[(i + 1)..];
            Assert.NotEqual("", CreditCode.Problem(wrong));
        }
    }

    [Fact]
    public void Starting_names_what_is_missing_and_counts_procedures()
    {
        var project = new Project { Code = "XM-1", Name = "水厂" };
        var unmet = StageConditions.Of(StageMove.Start, new StageFacts(project, null, 8, 3, 0)).Where(c => !c.IsMet).Select(c => c.Words);
        Assert.Equal(
            ["已确定包联领导", "已确定服务单位", "已填计划开工时间", "已填计划竣工时间", "已填总投资", "已下达当年计划投资", "前期手续全部办结或注明不需办理（还有 3 项）"],
            unmet);
        (project.LeaderPostId, project.ServiceUnitId, project.TotalInvestment) = (1, 2, 900);
        (project.PlannedStart, project.PlannedFinish) = (new DateOnly(2026, 5, 1), new DateOnly(2027, 5, 1));
        Assert.All(StageConditions.Of(StageMove.Start, new StageFacts(project, new ProjectYear { Planned = 100 }, 8, 0, 0)),
            c => Assert.True(c.IsMet, c.Words));
    }

    [Fact]
    public void Completing_takes_all_nodes_or_all_money()
    {
        var project = new Project { Code = "XM-1", Name = "水厂", TotalInvestment = 900, StartedOn = new DateOnly(2025, 3, 1) };
        bool Ready(decimal done) => StageConditions.Of(StageMove.Complete, new StageFacts(project, null, 0, 0, done)).All(c => c.IsMet);
        Assert.False(Ready(899.99m));
        Assert.True(Ready(900));
        project.Nodes = [new() { Name = "封顶", ReachedOn = new DateOnly(2026, 1, 1) }, new() { Name = "验收" }];
        Assert.False(Ready(0));
        project.Nodes[1].ReachedOn = new DateOnly(2026, 2, 1);
        Assert.True(Ready(0));
    }

    [Fact]
    public void Every_move_forward_has_conditions_and_every_other_a_reason()
    {
        var facts = new StageFacts(new Project { Code = "XM-1", Name = "水厂" }, null, 0, 0, 0);
        Assert.All(Enum.GetValues<StageMove>(), m =>
            Assert.NotEqual(StageMoves.Table.Table.First(t => t.Move == m).Reason!.IsRequired, StageConditions.Of(m, facts).Count > 0));
    }

    [Fact]
    public void A_stage_of_an_earlier_day_is_read_from_the_changes()
    {
        StageChange[] changes = [Change(1, 2026, 2, Stage.Preparing, Stage.Started),
            Change(2, 2026, 4, Stage.Started, Stage.Building), Change(3, 2026, 4, Stage.Building, Stage.Suspended)];
        Stage At(int month, int day) => StageHistory.At(Stage.Suspended, changes, new DateOnly(2026, month, day));
        Assert.Equal([Stage.Preparing, Stage.Started, Stage.Started, Stage.Suspended], [At(1, 31), At(2, 1), At(3, 31), At(4, 1)]);
        Assert.Equal(Stage.Building, StageHistory.At(Stage.Building, [], new DateOnly(2020, 1, 1)));
    }

    [Fact]
    public void Rates_count_what_is_due_and_name_the_projects_behind_both_numbers()
    {
        RateRow[] rows =
        [
            Row(1, YearClass.Starting, plannedStart: new DateOnly(2026, 3, 1), startedOn: new DateOnly(2026, 3, 31)),
            Row(2, YearClass.Starting, plannedStart: new DateOnly(2026, 3, 31), startedOn: new DateOnly(2026, 4, 1)),
            Row(3, YearClass.Starting, plannedStart: new DateOnly(2026, 6, 1), startedOn: new DateOnly(2026, 2, 1)),
            Row(4, YearClass.Starting),
            Row(5, YearClass.Completing, plannedFinish: new DateOnly(2026, 2, 1),
                finishedOn: new DateOnly(2026, 3, 1)) with { YearPlan = 300, Done = 150, Planned = null },
            Row(6, YearClass.Completing, plannedFinish: new DateOnly(2026, 2, 1)) with { Stage = Stage.Suspended },
            Row(7, YearClass.Reserve) with { YearPlan = 5000 },
        ];
        var rates = ProjectRates.Of(rows, 202603);
        Assert.Equal(50m, rates.Started.Percent);
        Assert.Equal([[1], [1, 2], [2]], (IReadOnlyList<int>[])[rates.Started.PartIds, rates.Started.WholeIds, rates.Started.Open]);
        Assert.Equal((190m, 700m, 27.1m), (rates.Invested.Part, rates.Invested.Whole, rates.Invested.Percent));
        Assert.Equal((80m, 400m, 20m), (rates.Planned.Part, rates.Planned.Whole, rates.Planned.Percent));
        Assert.Equal([[5], [5]], (IReadOnlyList<int>[])[rates.Finished.PartIds, rates.Finished.WholeIds]);
        Assert.Equal([1, 2, 3, 4], ProjectRates.Of(rows, 202612).Started.WholeIds);
        Assert.Null(ProjectRates.Of([], 202603).Invested.Percent);
    }

    [Fact]
    public void The_facts_of_a_light_are_shares_of_the_years_plan()
    {
        MonthMoney[] months =
            [new(202512, 999, 999), new(202601, 0, 0), new(202602, 100, 100), new(202603, 100, 20), new(202604, 200, null), new(202605, 600, null)];
        var facts = ProjectLight.At(1000, months, 202604, 202602, new DateOnly(2026, 5, 10));
        Assert.Equal(new LightFacts(400, 120, 2, 1, 10, 0), facts);
        Assert.Equal(new LightFacts(null, null, 0, 4, null, 0), ProjectLight.At(0, [], 202604, 202601, null));
        Assert.Equal(3, ProjectLight.At(1000, [new(202602, 10, null)], 202604, 202601, null).NotStarted);
        Assert.Equal(1000, ProjectLight.At(100, [new(202601, 100, 150)], 202601, 202601, null).Done);
        Assert.Equal(202601, ProjectLight.FirstAsked(2026, months, new DateOnly(2026, 4, 1)));
        Assert.Equal(202604, ProjectLight.FirstAsked(2026, [], new DateOnly(2026, 4, 1)));
        Assert.Equal(202601, ProjectLight.FirstAsked(2026, [], new DateOnly(2024, 4, 1)));
    }

    [Fact]
    public void What_a_year_waits_for_is_the_start_then_the_end()
    {
        var project = new Project { Code = "XM-1", Name = "水厂", PlannedStart = new DateOnly(2026, 3, 1), PlannedFinish = new DateOnly(2026, 11, 1) };
        Assert.Equal(project.PlannedStart, ProjectLight.DueOf(project, YearClass.Starting, 2026));
        project.StartedOn = project.PlannedStart;
        Assert.Equal(project.PlannedFinish, ProjectLight.DueOf(project, YearClass.Starting, 2026));
        Assert.Null(ProjectLight.DueOf(project, YearClass.Continuing, 2025));
        project.FinishedOn = new DateOnly(2026, 10, 1);
        Assert.Null(ProjectLight.DueOf(project, YearClass.Completing, 2026));
    }

    private static StageChange Change(int id, int year, int month, Stage from, Stage to) =>
        new() { Id = id, From = from, To = to, On = new DateOnly(year, month, 1) };

    private static RateRow Row(
        int id, YearClass wanted, DateOnly? plannedStart = null, DateOnly? startedOn = null, DateOnly? plannedFinish = null, DateOnly? finishedOn = null) =>
        new(id, Stage.Preparing, wanted, plannedStart, startedOn, plannedFinish, finishedOn, 100, 20, 10);

    /// <summary>The standard's sum counted another way: each weight as a power of its own.</summary>
    private static char CheckOf(string code)
    {
        const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
        var sum = code.Select((c, i) => Alphabet.IndexOf(c, StringComparison.Ordinal) * (int)System.Numerics.BigInteger.ModPow(3, i, 31)).Sum();
        return Alphabet[(31 - (sum % 31)) % 31];
    }
}
