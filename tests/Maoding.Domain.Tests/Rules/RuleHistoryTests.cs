using Maoding.Domain.Lights;
using Maoding.Domain.Rules;
using Xunit;

namespace Maoding.Domain.Tests.Rules;

public class RuleHistoryTests
{
    private static readonly RuleEdition[] _editions = [Edition(1, "2026-01-01"), Edition(2, "2026-05-01"), Edition(3, "2026-05-01"), Edition(4, "2026-03-01")];

    [Theory]
    [InlineData("2025-12-31", null)]
    [InlineData("2026-01-01", 1)]
    [InlineData("2026-04-30", 4)]
    [InlineData("2026-05-01", 3)]
    [InlineData("2027-02-01", 3)]
    public void The_last_one_to_begin_holds_over_the_turn_of_the_year_too(string day, int? number) => Assert.Equal(number, _editions.At(Day(day))?.Number);

    [Theory]
    [InlineData(1, "2026-02-28")]
    [InlineData(2, "2026-04-30")]
    [InlineData(3, null)]
    [InlineData(4, "2026-04-30")]
    public void An_edition_holds_until_the_day_before_the_next(int number, string? last) =>
        Assert.Equal(last is null ? null : Day(last), _editions.LastDay(_editions[number - 1]));

    [Fact]
    public void Light_rules_are_kept_as_they_read_and_come_back_as_they_were()
    {
        Assert.All(LightKind.Only.Presets, preset =>
        {
            var rules = LightKind.RulesOf(preset.Values);
            Assert.Equal(preset.Values, LightKind.ValuesOf(rules));
            Assert.Equal(preset.Values, LightKind.Only.Read(LightKind.Only.Show(preset.Values)));
            Assert.Equal(rules.ToText().Split('\n'), LightKind.Only.Words(preset.Values));
        });
        Assert.Equal("""{"rules":["连续未完成计划月数 ≥ 1 红灯","补上后 黄灯"]}""", LightKind.Only.Presets[1].Values);
    }

    [Theory]
    [InlineData("20.5", null)]
    [InlineData(" 20 ", null)]
    [InlineData("", "RUL001")]
    [InlineData("二十", "RUL001")]
    [InlineData("20.55", "RUL001")]
    [InlineData("366", "RUL001")]
    [InlineData("101", "LIG001")]
    public void A_limit_is_read_by_the_field_and_then_by_its_test(string typed, string? code)
    {
        var input = new RuleInput(new Dictionary<string, string>(), [Line("", ""), Line("落后计划百分点 >", typed)]);
        if (code is null) Assert.Equal("""{"rules":["落后计划百分点 > """ + typed.Trim() + """ 红灯"]}""", LightKind.Only.Read(input));
        else Assert.Equal(code, Assert.Throws<RefusalException>(() => LightKind.Only.Read(input)).Code);
    }

    [Fact]
    public void Lights_begin_with_a_month() =>
        Assert.Equal("RUL002", Assert.Throws<RefusalException>(() => LightKind.Only.DemandStart(Day("2026-05-02"))).Code);

    private static Dictionary<string, string> Line(string test, string limit) => new() { ["test"] = test, ["limit"] = limit, ["light"] = "红灯" };

    private static RuleEdition Edition(int number, string from) =>
        new() { Kind = "lights", Number = number, Name = $"第{number}版", From = Day(from), Source = "", Values = "{}" };

    private static DateOnly Day(string day) => DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
}
