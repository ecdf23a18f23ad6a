using System.Globalization;
using Maoding.Domain.Lights;
using Maoding.Domain.Progress;
using Maoding.TestKit;
using Xunit;

namespace Maoding.Domain.Tests.Lights;

/// <summary>The Markdown files of this folder, line by line.</summary>
public sealed class LightSpecTests
{
    private static readonly Dictionary<string, Rhythm> _rhythms = new() { ["月报"] = Rhythm.Month, ["旬报"] = Rhythm.TenDays, ["季报"] = Rhythm.Quarter };

    public static TheoryData<string, string, int> Cases
    {
        get
        {
            var data = new TheoryData<string, string, int>();
            foreach (var file in (string[])["presets.md", "facts.md", "parents.md"])
                foreach (var example in SpecCells.Read(file))
                    for (var row = 0; row < example.Rows.Count; row++) data.Add(file, example.Heading, row);
            return data;
        }
    }

    [Fact]
    public void The_specifications_have_their_cases()
    {
        Assert.Equal(37, SpecCells.Read("presets.md").Sum(e => e.Rows.Count));
        Assert.Equal(21, SpecCells.Read("facts.md").Sum(e => e.Rows.Count));
        Assert.Equal(4, SpecCells.Read("parents.md").Sum(e => e.Rows.Count));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_line_of_a_specification_holds(string file, string heading, int row)
    {
        var example = SpecCells.Read(file).Single(e => e.Heading == heading);
        var cells = example.Rows[row];
        switch (file)
        {
            case "presets.md": Preset(example, cells); break;
            case "facts.md": Facts(example, cells); break;
            default: Parent(example, cells); break;
        }
    }

    private static void Preset(SpecExample example, IReadOnlyDictionary<string, string> cells)
    {
        Assert.Equal(LightPresets.All.Single(p => p.Name == example.Heading).Text, example.Text);
        var facts = new LightFacts(
            SpecCells.PerMille(cells["计划"]), SpecCells.PerMille(cells["完成"]), SpecCells.Number(cells["连续未完成"])!.Value,
            SpecCells.Number(cells["未报"])!.Value, SpecCells.Number(cells["时限"]), SpecCells.Number(cells["未开始"])!.Value);
        var rules = LightRules.Parse(example.Text);
        var judgement = rules.Judge(facts);
        Assert.Equal((cells["灯"], cells["规则"], cells["理由"]),
            (LightWords.Of(judgement.Light), judgement.Rule.ToString(CultureInfo.InvariantCulture), rules.Reason(judgement, facts)));
    }

    private static void Facts(SpecExample example, IReadOnlyDictionary<string, string> cells)
    {
        if (example.Text.Split('\n') is not [var plan, var rhythm, var issued, var due]) throw new InvalidDataException(example.ToString());
        var row = new RowMonth(
            plan == "无" ? [] : [.. plan.Split(',').Select(v => SpecCells.PerMille(v)!.Value)],
            due == "无" ? null : DateOnly.Parse(due, CultureInfo.InvariantCulture),
            _rhythms[rhythm],
            DateOnly.Parse(issued, CultureInfo.InvariantCulture),
            SpecCells.Period(cells["已用"]),
            SpecCells.PerMille(cells["完成"]),
            SpecCells.Number(cells["前"])!.Value);
        var month = SpecCells.Number(cells["月"])!.Value;
        var expected = new LightFacts(
            SpecCells.PerMille(cells["计划"]), SpecCells.PerMille(cells["完成"]), SpecCells.Number(cells["连续未完成"])!.Value,
            SpecCells.Number(cells["未报"])!.Value, SpecCells.Number(cells["时限"]), SpecCells.Number(cells["未开始"])!.Value);
        Assert.Equal(expected, row.At(month));
    }

    private static void Parent(SpecExample example, IReadOnlyDictionary<string, string> cells)
    {
        JudgedMonth[] leaves = [.. example.Text.Split('\n').Select(line => line.Split(' '))
            .Select(w => Month(w[0], w[1], w[2], w[3], w[4] == "漏报", w[5], w[6], w[4] == "销号"))];
        var expected = Month(cells["灯"], cells["规则"], cells["计划"], cells["完成"], cells["漏报"] == "是", cells["时限"], cells["连续未完成"], false);
        Assert.Equal(expected, ParentMonth.Of(leaves));
        Assert.Equal(expected, ParentMonth.Of([.. leaves.Reverse()]));
    }

    private static JudgedMonth Month(string light, string rule, string planned, string done, bool isMissing, string days, string missed, bool isDone) => new(
        new Judgement(SpecCells.Light(light), SpecCells.Number(rule)!.Value),
        new LightFacts(SpecCells.PerMille(planned), SpecCells.PerMille(done), SpecCells.Number(missed)!.Value, 0, SpecCells.Number(days), 0),
        isMissing,
        isDone);
}
