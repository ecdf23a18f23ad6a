using System.Globalization;
using Maoding.Domain.Lights;
using Maoding.Domain.Targets;
using Xunit;

namespace Maoding.Domain.Tests.Targets;

/// <summary>The Markdown files of this folder, line by line.</summary>
public sealed class TargetSpecTests
{
    private static readonly string[] _files = ["growth.md", "levels.md", "compared.md", "others.md", "curves.md", "remaining.md", "lights.md"];

    public static TheoryData<string, string, int> Cases
    {
        get
        {
            var data = new TheoryData<string, string, int>();
            foreach (var file in _files)
                foreach (var example in TargetSpec.Read(file))
                    for (var row = 0; row < example.Rows.Count; row++) data.Add(file, example.Heading, row);
            return data;
        }
    }

    [Fact]
    public void Every_kind_of_target_has_its_specification()
    {
        var specified = _files.SelectMany(TargetSpec.Read).Select(e => TargetSpec.Of(e).Target.Kind).ToHashSet();
        Assert.Equal(Enum.GetValues<TargetKind>(), specified.Order());
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_line_of_a_specification_holds(string file, string heading, int row)
    {
        var example = TargetSpec.Read(file).Single(e => e.Heading == heading);
        var cells = example.Rows[row];
        var facts = TargetSpec.Of(example);
        var evaluation = TargetSpec.Evaluate(example, facts, cells);
        foreach (var (column, expected) in cells) Assert.Equal((column, expected), (column, Actual(column, cells, facts, evaluation)));
    }

    private static string Actual(string column, IReadOnlyDictionary<string, string> cells, TargetFacts facts, Evaluation evaluation) => column switch
    {
        "数据" or "应出" or "可能" => cells[column],
        "判断" => TargetNames.Of(evaluation.Verdict),
        "应达到" => TargetSpec.Number(evaluation.Planned),
        "差距" => TargetSpec.Number(evaluation.Gap),
        "说明" => evaluation.Words,
        "进度线" => string.Join(' ', evaluation.Curve.Values.Select(TargetSpec.Number)),
        "编排" => evaluation.Curve.Words,
        "余下" => evaluation.Remaining?.Words ?? "无",
        "算式" => evaluation.Remaining?.Inputs is [.., var last] ? last : "无",
        "灯" => LightWords.Of(Light(cells, facts, evaluation).Light),
        "规则" => Light(cells, facts, evaluation).Line.ToString(CultureInfo.InvariantCulture),
        _ => throw new InvalidDataException(column),
    };

    private static TargetLight Light(IReadOnlyDictionary<string, string> cells, TargetFacts facts, Evaluation evaluation)
    {
        var outlook = cells.TryGetValue("可能", out var likelihood) && likelihood != "无"
            ? new Outlook(0, 0, 0, (int)(decimal.Parse(likelihood, CultureInfo.InvariantCulture) * 10), "") : null;
        return TargetLightRule.Of(facts, evaluation, outlook);
    }
}
