using CsCheck;
using Maoding.Domain.Calendar;
using Maoding.Domain.Lights;
using Maoding.Domain.Progress;
using Xunit;

namespace Maoding.Domain.Tests.Lights;

public sealed class LightRulesTests
{
    private static readonly Gen<LightRule> _rule =
        from test in OneOf([.. LightTests.All])
        from limit in Gen.Int[1, 12]
        from light in OneOf(Light.Yellow, Light.Red)
        select new LightRule(test, limit, light);

    private static readonly Gen<LightRules> _rules =
        from rules in _rule.List[1, 8]
        from recovered in Gen.Bool
        select new LightRules([.. rules.DistinctBy(r => (r.Test, r.Limit))], recovered);

    private static readonly Gen<LightFacts> _facts =
        from planned in Gen.Int[-1, 1000]
        from done in Gen.Int[-1, 1000]
        from missed in Gen.Int[0, 12]
        from missing in Gen.Int[0, 12]
        from days in Gen.Int[-100, 365]
        from idle in Gen.Int[0, 12]
        select new LightFacts(planned < 0 ? null : planned, done < 0 ? null : done, missed, missing, days == 365 ? null : days, idle);

    private static readonly Gen<JudgedMonth> _leaf =
        from light in OneOf(Enum.GetValues<Light>())
        from rule in Gen.Int[0, 5]
        from facts in _facts
        from missing in Gen.Bool
        from settled in Gen.Bool
        select new JudgedMonth(new Judgement(light, rule), facts, missing, settled);

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    [Fact]
    public void Rules_read_back_as_they_were_written() => _rules.Sample(rules =>
    {
        var read = LightRules.Parse(rules.ToText());
        Assert.Equal(rules.Rules, read.Rules);
        Assert.Equal(rules.YellowWhenRecovered, read.YellowWhenRecovered);
    });

    [Fact]
    public void The_order_of_rules_changes_no_light() => Gen.Select(_rules, _facts).Sample((rules, facts) =>
        Assert.Equal(rules.Judge(facts).Light, new LightRules([.. rules.Rules.Reverse()]).Judge(facts).Light));

    [Fact]
    public void The_rule_named_gives_the_light_and_fires() => Gen.Select(_rules, _facts).Sample((rules, facts) =>
    {
        var found = rules.Judge(facts);
        if (found.Rule == 0) Assert.All(rules.Rules, r => Assert.False(LightTests.Fires(r.Test, r.Limit, facts)));
        else Assert.True(rules.Rules[found.Rule - 1].Light == found.Light
            && LightTests.Fires(rules.Rules[found.Rule - 1].Test, rules.Rules[found.Rule - 1].Limit, facts));
        Assert.NotEmpty(rules.Reason(found, facts));
    });

    [Fact]
    public void Doing_more_never_makes_a_light_worse() => Gen.Select(_rules, _facts, Gen.Int[0, 1000]).Sample((rules, facts, more) =>
    {
        // The counts of months follow from the share and stay as they are here; what is not started counts as nothing done.
        var better = facts with { Done = Math.Max(facts.Done ?? 0, more) };
        Assert.True(rules.Judge(better).Light <= rules.Judge(facts).Light || facts is { Done: null or 0, Planned: null or 0 });
    });

    [Fact]
    public void A_row_equals_its_leaves() => _leaf.List[1, 6].Sample(leaves =>
    {
        var row = ParentMonth.Of(leaves);
        Assert.Equal(leaves.Max(l => l.Judgement.Light), row.Judgement.Light);
        Assert.Equal(ParentMonth.LightOf(leaves.Select(l => l.Judgement.Light)), row.Judgement.Light);
        Assert.Contains(leaves, l => l.Judgement == row.Judgement);
        if (row.Facts.Done == 1000) Assert.All(leaves, l => Assert.True(l.IsDone || l.Facts.Done == 1000));
        leaves.Reverse();
        Assert.Equal(row, ParentMonth.Of(leaves));
    });

    [Theory]
    [InlineData("", "LIG002")]
    [InlineData("补上后 黄灯", "LIG002")]
    [InlineData("落后计划百分点 > 20", "LIG001")]
    [InlineData("落后百分比 > 20 红灯", "LIG001")]
    [InlineData("落后计划百分点 < 20 红灯", "LIG001")]
    [InlineData("落后计划百分点 > 二十 红灯", "LIG001")]
    [InlineData("落后计划百分点 > 101 红灯", "LIG001")]
    [InlineData("落后计划百分点 > 20.55 红灯", "LIG001")]
    [InlineData("连续未报月数 ≥ 0 红灯", "LIG001")]
    [InlineData("连续未报月数 ≥ 1.5 红灯", "LIG001")]
    [InlineData("落后计划百分点 > 20 绿灯", "LIG001")]
    [InlineData("落后计划百分点 > 20 红灯\n落后计划百分点 > 20 黄灯", "LIG002")]
    public void Bad_text_is_refused(string text, string code) => Assert.Equal(code, Assert.Throws<RefusalException>(() => LightRules.Parse(text)).Code);

    [Fact]
    public void The_number_of_rules_has_a_bound() =>
        Assert.Equal("LIG002",
            Assert.Throws<RefusalException>(() => LightRules.Parse(string.Join('\n', Enumerable.Range(1, 21).Select(i => $"落后计划百分点 > {i} 红灯")))).Code);

    [Fact]
    public void Arrears_are_made_up_by_a_report_that_reaches_the_plan_and_fills_what_was_missing()
    {
        var month = new MonthLight { Month = 202603, Light = Light.Red, Planned = 300, IsMissing = true };
        Assert.False(Recovery.Makes(month, Period.OfMonth(202602).Key, 300));
        Assert.False(Recovery.Makes(month, Period.OfMonth(202603).Key, 299));
        Assert.True(Recovery.Makes(month, Period.OfMonth(202603).Key, 300));
        Assert.True(Recovery.Makes(month, Period.OfMonth(202605).Key, 300));
        month.Light = Light.Green;
        Assert.False(Recovery.Makes(month, Period.OfMonth(202605).Key, 300));
        (month.Light, month.RecoveredOn) = (Light.Yellow, new DateOnly(2026, 5, 1));
        Assert.False(Recovery.Makes(month, Period.OfMonth(202605).Key, 300));
    }

    [Fact]
    public void A_red_month_made_up_is_shown_yellow_only_where_the_rules_say_so()
    {
        var month = new MonthLight { Light = Light.Red, RecoveredOn = new DateOnly(2026, 5, 1) };
        Assert.Equal(Light.Yellow, Recovery.Shown(month, LightRules.Parse("连续未完成计划月数 ≥ 1 红灯\n补上后 黄灯")));
        Assert.Equal(Light.Red, Recovery.Shown(month, LightRules.Parse("连续未完成计划月数 ≥ 1 红灯")));
    }

    [Theory]
    [InlineData(202601, 10, "2026-02-10")]
    [InlineData(202604, 5, "2026-05-06")]
    [InlineData(202612, 10, "2027-01-11")]
    public void The_day_of_closing_is_a_working_day(int month, int day, string expected) =>
        Assert.Equal(DateOnly.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), Closing.DayAfter(month, day, WorkCalendar.Published));

    [Fact]
    public void Months_are_closed_from_the_first_one_in_force_to_december()
    {
        Assert.Null(Closing.Next(2026, null, null));
        Assert.Equal(202601, Closing.Next(2026, new DateOnly(2025, 12, 20), null));
        Assert.Equal(202602, Closing.Next(2026, new DateOnly(2026, 2, 20), null));
        Assert.Equal(202605, Closing.Next(2026, new DateOnly(2026, 2, 20), 202604));
        Assert.Null(Closing.Next(2026, new DateOnly(2026, 2, 20), 202612));
        Assert.Null(Closing.Next(2026, new DateOnly(2027, 2, 20), null));
    }
}
