using System.Text.RegularExpressions;
using Maoding.Contracts;
using Maoding.Domain.Access;
using Maoding.Domain.Organization;
using Maoding.Start;
using Maoding.TestKit;
using Xunit;

namespace Maoding.Tests.Contracts;

/// <summary>Ten areas at the most, their entries as tabs, five at hand on a phone.</summary>
public sealed partial class NavigationTests
{
    private static readonly HashSet<string> _sections = [.. FeatureList.All.SelectMany(f => f.Navigation).Select(p => p.Section)];

    [Theory]
    [InlineData(PostKind.Leader, "今日 台账 总览 项目 问题清单")]
    [InlineData(PostKind.Coordinator, "今日 台账 审核填报 催办 问题清单")]
    [InlineData(PostKind.UnitHead, "今日 台账 填报 项目 问题清单")]
    [InlineData(PostKind.UnitClerk, "今日 台账 填报 数据报送 问题清单")]
    [InlineData(PostKind.DataSteward, "今日 目标 形势研判 指标 数据报送")]
    [InlineData(PostKind.Assessor, "今日 台账 总览 目标 问题清单")]
    [InlineData(PostKind.Inspector, "今日 台账 总览 问题清单 审计")]
    public void A_post_has_five_entries_at_hand(PostKind kind, string expected) =>
        Assert.Equal(expected, string.Join(' ', NavigationGroups.AtHandOf(FeatureList.All, Holding(kind)).Select(e => e.Text)));

    [Fact]
    public void The_first_post_comes_first_where_somebody_holds_several() =>
        Assert.Equal(
            ["今日", "台账", "审核填报", "催办", "问题清单"],
            NavigationGroups.AtHandOf(FeatureList.All, Holding(PostKind.Coordinator, PostKind.UnitHead)).Select(e => e.Text));

    [Fact]
    public void Areas_without_an_entry_are_not_shown_and_none_is_named_twice()
    {
        var groups = NavigationGroups.Of(FeatureList.All, Holding(Enum.GetValues<PostKind>()));
        Assert.InRange(groups.Count, 6, 10);
        Assert.DoesNotContain(groups, g => g.Entries.Count == 0);
        Assert.Equal("今日", groups[0].Name);
        Assert.Equal("系统", groups[^1].Name);
        Assert.Equal(groups.Count, groups.Select(g => g.Name).Distinct().Count());
        Assert.Empty(NavigationGroups.Of(FeatureList.All, Actor.Visitor));
    }

    [Fact]
    public void Places_of_an_area_are_all_different()
    {
        var places = FeatureList.All.SelectMany(f => f.Navigation).ToList();
        Assert.Equal(places.Count, places.Select(p => (p.Area, p.Order)).Distinct().Count());
        Assert.Equal(places.Count, places.Select(p => p.Section).Distinct().Count());
        Assert.Equal(places.Count, places.Select(p => p.Href).Distinct().Count());
    }

    [Theory]
    [InlineData("/ledger", "ledger")]
    [InlineData("/ledger/assigning?unit=3", "ledger")]
    [InlineData("/reporting/review#x", "report-review")]
    [InlineData("/ledgers", null)]
    public void An_address_lies_beneath_the_longest_entry(string href, string? section) =>
        Assert.Equal(section, NavigationGroups.SectionOf(NavigationGroups.Of(FeatureList.All, Holding(PostKind.Coordinator)), href));

    /// <summary>A page that names no entry would stand under no area.</summary>
    [Fact]
    public void Every_page_names_an_entry()
    {
        // Finding belongs to no area.
        var named = from file in Directory.GetFiles(Path.Combine(Corpus.Root, "src", "Maoding", "Features"), "*.cshtml", SearchOption.AllDirectories)
                    from Match match in Section().Matches(File.ReadAllText(file))
                    select match.Groups[1].Value;
        Assert.Equal(["find"], named.Where(n => !_sections.Contains(n)).Distinct().Order(StringComparer.Ordinal));
    }

    private static Actor Holding(params PostKind[] kinds) =>
        new(1, 1, "某人", false, [.. kinds.Select((kind, i) => new HeldPost(i + 1, kind, 1, $"岗位{i}"))]);

    [GeneratedRegex("""ViewData\["Section"\] = "([^"]+)";""")]
    private static partial Regex Section();
}
