using System.Globalization;
using Maoding.Domain.Ledger;
using Maoding.Domain.Progress;
using Maoding.TestKit;
using Xunit;

namespace Maoding.Domain.Tests.Progress;

/// <summary>reporting.md, line by line.</summary>
public sealed class ReportingSpecTests
{
    public static TheoryData<SpecExample> Examples => [.. SpecFile.Read(Path.Combine(AppContext.BaseDirectory, "Progress", "reporting.md"))];

    [Theory]
    [MemberData(nameof(Examples))]
    public void A_share_is_what_the_specification_says(SpecExample example)
    {
        var row = Row(example.Text.Split('\n'));
        Assert.NotEmpty(example.Rows);
        foreach (var line in example.Rows)
        {
            var values = line["完成数量"].Split('、');
            var quantities = row.Quantities.Zip(values).Where(p => p.Second.Length > 0)
                .Select(p =>
                    new ReportedQuantity { Name = p.First.Name, Unit = p.First.Unit, Value = decimal.Parse(p.Second, CultureInfo.InvariantCulture) }).ToList();
            var stones = line["完成节点"].Split('、', StringSplitOptions.RemoveEmptyEntries)
                .Select(name => new ReportedMilestone { Name = name, ReachedOn = new DateOnly(2026, 6, 1) }).ToList();
            var typed = line["填写"].Length > 0 ? (int?)(decimal.Parse(line["填写"], CultureInfo.InvariantCulture) * 10) : null;
            var share = ReportShare.Of(row, quantities, stones, typed, null);
            Assert.Equal((example.Line, line["完成比例"], line["依据"]), (example.Line, ReportShare.Percent(share.Value), share.Basis.ToString()));
        }
    }

    private static Commitment Row(IEnumerable<string> lines)
    {
        var row = new Commitment { Title = "任务" };
        foreach (var line in lines)
        {
            var (kind, name, value) = (line[..2], line[3..line.LastIndexOf(' ')], line[(line.LastIndexOf(' ') + 1)..]);
            if (kind == "节点") row.Milestones.Add(new Milestone
            {
                Id = row.Milestones.Count + 1,
                Name = name,
                Due = new DateOnly(2026, 6, 30),
                Weight = int.Parse(value, CultureInfo.InvariantCulture),
            });
            else row.Quantities.Add(new Quantity
            {
                Id = row.Quantities.Count + 1,
                Name = name,
                Value = decimal.Parse(value[..^1], CultureInfo.InvariantCulture),
                Unit = value[^1..],
            });
        }

        return row;
    }
}
