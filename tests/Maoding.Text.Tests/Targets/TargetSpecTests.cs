using Maoding.TestKit;
using Maoding.Text.Structure;
using Maoding.Text.Targets;
using Xunit;

namespace Maoding.Text.Tests.Targets;

public class TargetSpecTests
{
    public static TheoryData<SpecExample> Examples() =>
        [.. SpecFile.Read(Path.Combine(AppContext.BaseDirectory, "Targets", "指标.md"))];

    [Theory]
    [MemberData(nameof(Examples), DisableDiscoveryEnumeration = true)]
    public void Reads_the_targets_of_the_specification(SpecExample example)
    {
        var role = example.Heading == "预期目标句" ? SectionRole.Targets : SectionRole.Deployment;
        var found = TargetReader.Read(example.Text, role).Select(target => string.Join(" | ",
            target.Name, TargetScore.Snake(target.Kind), Figures(target), target.Unit, example.Text.Substring(target.Span.Offset, target.Span.Length)));
        var wanted = example.Rows.Select(row => string.Join(" | ", row["指标"], row["类型"], row["数值"], row["单位"], row["原文"]));
        Assert.Equal(wanted, found);
    }

    [Fact]
    public void The_specification_has_examples_of_both_sorts()
    {
        var examples = SpecFile.Read(Path.Combine(AppContext.BaseDirectory, "Targets", "指标.md"));
        Assert.True(examples.Count(example => example.Rows.Count > 0) >= 50);
        Assert.True(examples.Count(example => example.Rows.Count == 0) >= 15);
    }

    private static string Figures(Target target) => target.Value2 is { } upper ? $"{target.Value}—{upper}" : $"{target.Value}";
}
