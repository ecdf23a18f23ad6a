using System.Globalization;

namespace Maoding.Domain.Lights;

/// <summary>
/// The rules of a version. As text one a line: 落后计划百分点 &gt; 20 红灯; a last line 补上后 黄灯 says that a month whose
/// arrears were made up is shown yellow beside its frozen colour.
/// </summary>
public sealed record LightRules(IReadOnlyList<LightRule> Rules, bool YellowWhenRecovered = false)
{
    public const int Most = 20;

    private const string RecoveredLine = "补上后 黄灯";

    /// <summary>Reads the text; lines of blanks are skipped.</summary>
    /// <exception cref="RefusalException">LIG001: a line cannot be read; LIG002: no rule, too many, or the same twice.</exception>
    public static LightRules Parse(string text)
    {
        var lines = text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var recovered = lines.Length > 0 && lines[^1] == RecoveredLine;
        return Of([.. lines.Take(lines.Length - (recovered ? 1 : 0)).Select(Line)], recovered);
    }

    /// <exception cref="RefusalException">LIG001: a limit or light that its test cannot have; LIG002: no rule, too many, or the same twice.</exception>
    public static LightRules Of(IReadOnlyList<LightRule> rules, bool yellowWhenRecovered)
    {
        if (rules.Count == 0) throw new RefusalException("LIG002", "至少要有一条规则，请先添加。");
        if (rules.Count > Most) throw new RefusalException("LIG002", $"规则最多{Most}条，现有{rules.Count}条，请精简后再保存。");
        for (var i = 0; i < rules.Count; i++)
        {
            var rule = rules[i];
            if (rule.Light is not (Light.Yellow or Light.Red)) throw Unreadable(i, "亮灯只能选黄灯或红灯，其余情况就是绿灯");
            if (!LightTests.Takes(rule.Test, rule.Limit))
                throw Unreadable(i, $"“{LightTests.NameOf(rule.Test)}”的界限{LightTests.Number(rule.Limit)}不对，"
                    + $"请填不超过{LightTests.Number(LightTests.MostOf(rule.Test))}的数，月数和天数填整数，至少1");
            if (rules.Take(i).Any(r => r.Test == rule.Test && r.Limit == rule.Limit)) throw new RefusalException("LIG002", $"第{i + 1}条与前面的规则重复，请去掉一条。");
        }

        return new LightRules(rules, yellowWhenRecovered);
    }

    public string ToText() => string.Join('\n', [.. Rules.Select(Line), .. YellowWhenRecovered ? (string[])[RecoveredLine] : []]);

    /// <summary>The worst light wins; of rules that give it the first is named. Green without any, none while nothing was due.</summary>
    public Judgement Judge(LightFacts facts)
    {
        var found = new Judgement(facts.Planned > 0 || facts.Done > 0 ? Light.Green : Light.None, 0);
        for (var i = 0; i < Rules.Count; i++)
            if (Rules[i].Light > found.Light && LightTests.Fires(Rules[i].Test, Rules[i].Limit, facts)) found = new Judgement(Rules[i].Light, i + 1);
        return found;
    }

    /// <summary>Why the light is what it is, in words with the numbers.</summary>
    public string Reason(Judgement judgement, LightFacts facts) => judgement switch
    {
        { Rule: Judgement.ByTarget } => "按指标数据评定",
        { Rule: > 0 } when judgement.Rule <= Rules.Count => LightTests.Words(Rules[judgement.Rule - 1].Test, Rules[judgement.Rule - 1].Limit, facts),
        { Light: Light.None } => facts.Planned is null ? "没有进度可比，不评" : "计划还没有安排工作，不评",
        _ => LightTests.Shares(facts),
    };

    /// <summary>The same for a closed month, from the numbers kept with it.</summary>
    public string Reason(MonthLight month) => Reason(new Judgement(month.Light, month.Rule), LightFacts.Of(month));

    /// <summary>完成计划比例 &lt; 60 红灯.</summary>
    public static string Line(LightRule rule) =>
        $"{LightTests.NameOf(rule.Test)} {LightTests.SignOf(rule.Test)} {LightTests.Number(rule.Limit)} {LightWords.Of(rule.Light)}";

    private static LightRule Line(string line, int index)
    {
        string[] words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words is not [var name, var sign, var number, var light]) throw Unreadable(index, $"“{line}”应写成“测算项 符号 界限 灯”，中间用空格隔开");
        if (LightTests.Named(name) is not { } test) throw Unreadable(index, $"没有“{name}”这种测算");
        if (sign != LightTests.SignOf(test)) throw Unreadable(index, $"“{name}”后面的符号应为“{LightTests.SignOf(test)}”");
        if (!decimal.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var limit)) throw Unreadable(index, $"“{number}”不是数");
        return new LightRule(test, limit, light switch { "黄灯" => Light.Yellow, "红灯" => Light.Red, _ => Light.None });
    }

    private static RefusalException Unreadable(int index, string why) => new("LIG001", $"第{index + 1}条规则：{why}。");
}
