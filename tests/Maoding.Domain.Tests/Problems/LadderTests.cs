using CsCheck;
using Maoding.Domain.Calendar;
using Maoding.Domain.Problems;
using Xunit;

namespace Maoding.Domain.Tests.Problems;

public sealed class LadderTests
{
    private static readonly WorkCalendar _calendar = WorkCalendar.Published;

    private static readonly Ladder _ladder = new(10, 5, 3);

    /// <summary>A Monday; ten working days on is Monday 16 March.</summary>
    private static readonly DateOnly _since = new(2026, 3, 2);

    private static readonly EarlyGrounds _none = new("", "");

    private static Problem On(Tier tier, ProblemState state = ProblemState.Handling, DateOnly? due = null) =>
        new() { Title = "专项资金未到位", State = state, Tier = tier, TierSince = _since, Due = due };

    [Theory]
    [InlineData(Tier.Unit, "2026-03-16")]
    [InlineData(Tier.Leader, "2026-03-09")]
    [InlineData(Tier.Chief, "2026-03-05")]
    [InlineData(Tier.Meeting, null)]
    public void A_tier_has_its_working_days(Tier tier, string? last) =>
        Assert.Equal(last is null ? null : DateOnly.Parse(last, System.Globalization.CultureInfo.InvariantCulture), _ladder.LastDay(On(tier), _calendar));

    [Fact]
    public void A_unit_has_at_least_until_the_day_it_was_given()
    {
        Assert.Equal(new DateOnly(2026, 4, 30), _ladder.LastDay(On(Tier.Unit, due: new DateOnly(2026, 4, 30)), _calendar));
        Assert.Equal(new DateOnly(2026, 3, 16), _ladder.LastDay(On(Tier.Unit, due: new DateOnly(2026, 3, 5)), _calendar));
        Assert.Equal(new DateOnly(2026, 3, 9), _ladder.LastDay(On(Tier.Leader, due: new DateOnly(2026, 4, 30)), _calendar));
    }

    [Fact]
    public void What_a_tier_can_still_settle_does_not_skip_it()
    {
        var last = new DateOnly(2026, 3, 16);
        Assert.Equal("PRB011", Refused(On(Tier.Unit), last, null, _none));
        Assert.Equal("PRB011", Refused(On(Tier.Unit), last, null, new EarlyGrounds(" ", "已协调三次")));
        Assert.Equal("PRB012", Refused(On(Tier.Unit), last, null, new EarlyGrounds("土地指标由市里安排", " ")));
        Assert.Equal(Tier.Leader, _ladder.Demand(On(Tier.Unit), last, null, new EarlyGrounds("土地指标由市里安排", "已向市局报告两次"), _calendar));
        Assert.Equal(Tier.Leader, _ladder.Demand(On(Tier.Unit), last.AddDays(1), null, _none, _calendar));
    }

    [Fact]
    public void It_goes_up_one_tier_at_a_time_and_nowhere_from_a_meeting()
    {
        var late = new DateOnly(2026, 12, 31);
        Assert.Equal("PRB010", Refused(On(Tier.Unit), late, Tier.Chief, _none));
        Assert.Equal("PRB010", Refused(On(Tier.Leader), late, Tier.Leader, _none));
        Assert.Equal(Tier.Chief, _ladder.Demand(On(Tier.Leader), late, Tier.Chief, _none, _calendar));
        Assert.Equal(Tier.Meeting, _ladder.Demand(On(Tier.Chief), late, null, _none, _calendar));
        Assert.Equal("PRB010", Refused(On(Tier.Meeting), late, null, _none));
        Assert.False(_ladder.IsOver(On(Tier.Meeting), late, _calendar));
    }

    [Theory]
    [InlineData(ProblemState.Raised)]
    [InlineData(ProblemState.Resolved)]
    [InlineData(ProblemState.Verified)]
    [InlineData(ProblemState.Closed)]
    [InlineData(ProblemState.Declined)]
    public void No_time_runs_while_nobody_works_on_it(ProblemState state)
    {
        var problem = On(Tier.Unit, state);
        Assert.Null(_ladder.LastDay(problem, _calendar));
        Assert.False(_ladder.IsOver(problem, new DateOnly(2027, 1, 1), _calendar));
        Assert.Equal("PRB001", Refused(problem, new DateOnly(2027, 1, 1), null, _none));
    }

    [Fact]
    public void The_days_of_waiting_for_a_judgement_are_given_back() => Gen.Int[0, 400].Select(Gen.Int[0, 60]).Sample((at, waited) =>
    {
        var since = _since.AddDays(at);
        var back = Ladder.Resumed(since, since.AddDays(7), since.AddDays(7 + waited), _calendar);
        Assert.Equal(_calendar.WorkdaysBetween(since.AddDays(7), since.AddDays(7 + waited)), _calendar.WorkdaysBetween(since, back));
    });

    private static string Refused(Problem problem, DateOnly today, Tier? to, EarlyGrounds grounds) =>
        Assert.Throws<RefusalException>(() => _ladder.Demand(problem, today, to, grounds, _calendar)).Code;
}
