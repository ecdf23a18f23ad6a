using Maoding.Domain.Rules;

namespace Maoding.Domain.Lights;

/// <summary>The values of an edition of the light rules.</summary>
/// <param name="Rules">As <see cref="LightRules"/> are written, a line each.</param>
public sealed record LightValues(IReadOnlyList<string> Rules);

/// <summary>亮灯规则 as a kind of dated rules: months are judged by the edition that holds on their first day.</summary>
public sealed class LightKind : RuleKind<LightValues>
{
    public const string Lights = "lights";

    private const string Unused = "不使用";

    public static LightKind Only { get; } = new();

    public override string Key => Lights;

    public override string Name => "亮灯规则";

    public override string About => "每月按任务和项目的完成情况亮灯：取最重的灯，各条均未达到的为绿灯，计划尚未安排工作的不评。";

    public override IReadOnlyList<RuleField> Fields { get; } =
    [
        new("rules", "规则", RuleFieldKind.Lines, Most: LightRules.Most, Columns:
        [
            new("test", "判定项", RuleFieldKind.Choice, Choices: [Unused, .. LightTests.All.Select(Test)]),
            new("limit", "界限", RuleFieldKind.Number, Most: LightTests.All.Max(LightTests.MostOf), Decimals: 1),
            new("light", "亮灯", RuleFieldKind.Choice, Choices: [LightWords.Of(Light.Yellow), LightWords.Of(Light.Red)]),
        ]),
        new("recovered", "红灯的月份以后补上的，改记黄灯（原来的红灯和补上的日期均予保留）", RuleFieldKind.YesNo),
    ];

    public override IReadOnlyList<RulePreset> Presets { get; } =
        [.. LightPresets.All.Select(p => new RulePreset(p.Name, p.Description, ValuesOf(LightRules.Parse(p.Text))))];

    /// <summary>The rules of an edition; null: Maoding's own, by which lights are judged until somebody decides otherwise.</summary>
    public static LightRules RulesOf(RuleEdition? edition) => edition is null ? LightRules.Parse(LightPresets.Own.Text) : RulesOf(edition.Values);

    public static LightRules RulesOf(string values) => LightRules.Parse(string.Join('\n', Only.Parse(values).Rules));

    public static string ValuesOf(LightRules rules) => Write(new LightValues(rules.ToText().Split('\n')));

    /// <summary>The rules that judge a month.</summary>
    /// <param name="editions">Those of the lights.</param>
    public static LightRules RulesFor(int month, IEnumerable<RuleEdition> editions) => RulesOf(editions.At(DayOf(month)));

    /// <summary>The day on which the edition for a month must hold.</summary>
    /// <param name="month">yyyymm.</param>
    public static DateOnly DayOf(int month) => new(month / 100, month % 100, 1);

    public override void DemandStart(DateOnly day)
    {
        if (day.Day != 1) throw new RefusalException("RUL002", "亮灯按月评定，施行日期请填某月1日。") { Field = "From" };
    }

    protected override LightValues Of(RuleInput typed)
    {
        var (limit, read) = (Fields[0].Columns![1], new List<LightRule>());
        foreach (var line in typed.Lines)
        {
            if (LightTests.Named(line.GetValueOrDefault("test", "").Split(' ')[0]) is not { } test) continue;
            var number = limit.Number(line.GetValueOrDefault("limit"), $"第{read.Count + 1}条规则：");
            read.Add(new LightRule(test, number, line.GetValueOrDefault("light") == LightWords.Of(Light.Red) ? Light.Red : Light.Yellow));
        }

        return new LightValues(LightRules.Of(read, typed.Says("recovered")).ToText().Split('\n'));
    }

    protected override RuleInput Typed(LightValues values)
    {
        var rules = LightRules.Parse(string.Join('\n', values.Rules));
        return new RuleInput(
            new Dictionary<string, string> { ["recovered"] = rules.YellowWhenRecovered ? "true" : "" },
            [.. rules.Rules.Select(Columns)]);
    }

    protected override IReadOnlyList<string> Words(LightValues values) => values.Rules;

    private static Dictionary<string, string> Columns(LightRule rule) =>
        new() { ["test"] = Test(rule.Test), ["limit"] = LightTests.Number(rule.Limit), ["light"] = LightWords.Of(rule.Light) };

    private static string Test(LightTest test) => $"{LightTests.NameOf(test)} {LightTests.SignOf(test)}";
}
