using Maoding.Domain.Checking;
using Maoding.Domain.Consulting;
using Maoding.Domain.Ledger;
using Maoding.Domain.Organization;
using Maoding.Domain.Planning;
using Xunit;

namespace Maoding.Domain.Tests.Checking;

public sealed class CheckCatalogueTests
{
    private const string EvenPlan = "83,167,250,333,417,500,583,667,750,833,917,1000";

    private static readonly RowValues Good = new(
        "新建公办幼儿园3所", "开工建设3所", 1, null, 1, [2], DueKind.Date, new DateOnly(2026, 12, 31), PlanShape.Even, EvenPlan, [new QuantityValue("幼儿园", 3, "所")], [], []);

    private static readonly Unit[] Units =
    [
        new() { Id = 1, Order = 1, Name = "云泽区教育局", ShortName = "区教育局" },
        new() { Id = 2, Order = 2, Name = "云泽区财政局", ShortName = "区财政局" },
        new() { Id = 3, Order = 3, Name = "云泽区粮食局", ShortName = "区粮食局", IsClosed = true },
    ];

    private static readonly Post[] Posts =
    [
        new() { Id = 1, Order = 1, Name = "副区长", Kind = PostKind.Leader },
        new() { Id = 2, Order = 2, Name = "区委副书记", Kind = PostKind.Leader, IsClosed = true },
    ];

    private static CheckedRow Row(int id, RowValues values, CommitmentState state = CommitmentState.Consulted) =>
        new(id, null, true, state, "", values, true, 0);

    private static CheckInput Input(params CheckedRow[] rows) => new(2026, rows, Units, Posts, new HashSet<int> { 1, 2 }, [], new CheckLimits());

    private static string[] Codes(CheckInput input) => [.. CheckCatalogue.All.Where(c => c.Find(input).Any()).Select(c => c.Code)];

    [Fact]
    public void A_complete_row_passes_everything() => Assert.Empty(Codes(Input(Row(1, Good))));

    public static TheoryData<string, Func<RowValues, RowValues>> Faults => new()
    {
        { "CHK001", v => v with { LeadUnitId = null } },
        { "CHK003", v => v with { DueKind = DueKind.None, Due = null } },
        { "CHK004", v => v with { Due = new DateOnly(2025, 12, 31) } },
        { "CHK005", v => v with { Title = "新建幼儿园X所" } },
        { "CHK005", v => v with { Measures = "引进项目××个" } },
        { "CHK005", v => v with { Title = "新建若干幼儿园" } },
        { "CHK005", v => v with { Measures = "投资额待定" } },
        { "CHK005", v => v with { Measures = "完成投资____亿元" } },
        { "CHK007", v => v with { CoUnitIds = [2, 1] } },
        { "CHK008", v => v with { LeadUnitId = 3 } },
        { "CHK008", v => v with { CoUnitIds = [3] } },
        { "CHK009", v => v with { SecondLeaderPostId = 2 } },
        { "CHK010", v => v with { MonthlyPlan = "83,167,250,333,417,500,583,667,750,833,917,990" } },
        { "CHK010", v => v with { MonthlyPlan = "500,400,500,500,500,500,500,500,500,500,500,1000" } },
        { "CHK010", v => v with { MonthlyPlan = "500,1000" } },
        { "CHK023", v => v with { MonthlyPlan = "" } },
        { "CHK024", v => v with { Due = new DateOnly(2027, 6, 30) } },
    };

    [Theory]
    [MemberData(nameof(Faults), DisableDiscoveryEnumeration = true)]
    public void A_fault_is_found_and_nothing_else(string code, Func<RowValues, RowValues> spoil) =>
        Assert.Equal([code], Codes(Input(Row(1, Good), Row(2, spoil(Good)))));

    [Theory]
    [InlineData("新建公办幼儿园3所", 3, false)]
    [InlineData("新建公办幼儿园５所", 3, true)]
    [InlineData("新增学位1.2万个", 12000, false)]
    [InlineData("新增学位12,000个", 12000, false)]
    [InlineData("新建公办幼儿园三所", 3, false)]
    [InlineData("新建公办幼儿园三所、小学2所", 3, false)]
    [InlineData("新建公办幼儿园十二所、小学2所", 12, false)]
    [InlineData("新建公办幼儿园四所、小学2所", 3, true)]
    [InlineData("到2026年投资1.5亿元", 150000000, false)]
    public void A_number_that_its_sentence_does_not_say_is_found(string quote, int number, bool isFound)
    {
        var input = Input(Row(1, Good with { Quantities = [new QuantityValue("幼儿园", number, "所")] }));
        Assert.Equal(isFound ? ["CHK040"] : [], Codes(input with { Quotes = new Dictionary<int, string> { [1] = quote } }));
        Assert.Empty(Codes(input));
    }

    [Theory]
    [InlineData("6.2", "地区生产总值增长6.5%左右", true)]
    [InlineData("6.5", "地区生产总值增长6.5%左右", false)]
    [InlineData("6—7", "地区生产总值增长6.5%左右", false)]
    [InlineData("6.2", "地区生产总值保持合理增长", false)]
    public void A_target_that_its_sentence_gives_otherwise_is_found(string value, string quote, bool isFound)
    {
        var target = Good with { Kind = CommitmentKind.Target, Target = new TargetValue("地区生产总值", "growth_about", value, "%"), Quantities = [] };
        var input = Input(Row(1, target)) with { Quotes = new Dictionary<int, string> { [1] = quote } };
        var hits = CheckCatalogue.All.Single(c => c.Code == "CHK040").Find(input).ToList();
        Assert.Equal(isFound ? ["任务写“地区生产总值 6.2%”，原文没有这个数"] : [], hits.Select(h => h.Detail));
    }

    [Fact]
    public void A_target_nobody_gave_a_figure_is_found() =>
        Assert.Equal(["CHK006"], Codes(Input(Row(1, Good with { Kind = CommitmentKind.Target }))));

    [Theory]
    [InlineData("建设5G基站200个")]
    [InlineData("购置X光机3台")]
    [InlineData("落实支持民营经济若干措施")]
    [InlineData("建设XR产业园")]
    [InlineData("对接等待定向培养学员")]
    public void Words_that_only_look_like_placeholders_pass(string title) => Assert.Empty(Codes(Input(Row(1, Good with { Title = title }))));

    [Fact]
    public void A_leader_is_missed_and_then_has_nothing() => Assert.Equal(["CHK002", "CHK026"], Codes(Input(Row(1, Good with { LeaderPostId = null }))));

    [Fact]
    public void Only_leaves_need_owners()
    {
        var parent = Row(1, Good
            with
        { LeadUnitId = null, LeaderPostId = null, DueKind = DueKind.None, Due = null, Quantities = [], MonthlyPlan = "" }) with
        { IsLeaf = false };
        Assert.Empty(Codes(Input(parent, Row(2, Good) with { ParentId = 1 })));
    }

    [Theory]
    [InlineData("2", "CHK011", "幼儿园3所，子项合计 2所")]
    [InlineData("4", "CHK029", "幼儿园3所，子项合计 4所")]
    public void Quantities_of_leaves_add_up_to_the_row_s(string sum, string code, string detail)
    {
        var value = decimal.Parse(sum, System.Globalization.CultureInfo.InvariantCulture);
        var leaf = Good with { Quantities = [new QuantityValue("幼儿园", value, "所")] };
        var input = Input(Row(1, Good) with { IsLeaf = false }, Row(2, leaf) with { ParentId = 1 });
        Assert.Equal([code], Codes(input));
        Assert.Equal(detail, CheckCatalogue.All.Single(c => c.Code == code).Find(input).Single().Detail);
    }

    [Fact]
    public void Shares_and_ranks_are_not_added_up()
    {
        var share = Good with { Quantities = [new QuantityValue("合格率", 95, "%")] };
        Assert.Empty(Codes(Input(Row(1, share) with { IsLeaf = false }, Row(2, share) with { ParentId = 1 }, Row(3, share) with { ParentId = 1 })));
    }

    [Theory]
    [InlineData("growth_at_least", "", true)]
    [InlineData("growth_at_least", "7", false)]
    [InlineData("in_step", "", false)]
    [InlineData("zero", "", false)]
    public void A_target_that_only_a_figure_decides_needs_one(string kind, string value, bool found)
    {
        var row = Row(1, Good with { Kind = CommitmentKind.Target, Target = new TargetValue("地区生产总值", kind, value, "") });
        Assert.Equal(found ? ["CHK006"] : [], Codes(Input(row)));
    }

    [Fact]
    public void A_redacted_figure_is_a_placeholder()
    {
        var row = Row(1, Good with { Kind = CommitmentKind.Target, Target = new TargetValue("地区生产总值", "growth_at_least", "X", "%") });
        Assert.Equal(["CHK005"], Codes(Input(row)));
    }

    [Fact]
    public void Steps_that_are_open_are_told()
    {
        Assert.Equal(["CHK012"], Codes(Input(Row(1, Good) with { OpenOpinions = 2 })));
        Assert.Equal(["CHK013"], Codes(Input(Row(1, Good, CommitmentState.Consulting))));
        Assert.Equal(["CHK020"], Codes(Input(Row(1, Good), Row(2, Good with { LeadUnitId = null }, CommitmentState.Proposed))));
        Assert.Equal(["CHK021"], Codes(Input(Row(1, Good, CommitmentState.Draft) with { WasConsulted = false })));
        var late = Row(1, Good) with { Unasked = [Voice.OfUnit(1), Voice.OfPost(1)] };
        Assert.Equal(["CHK021"], Codes(Input(late)));
        Assert.Equal("区教育局、副区长未征求", CheckCatalogue.All.Single(c => c.Code == "CHK021").Find(Input(late)).Single().Detail);
        Assert.Equal(["CHK022"], Codes(Input(Row(1, Good), Row(2, Good)) with { Duplicates = [new CheckedPair(1, 2, "都提到：幼儿园")] }));
        Assert.Equal(["CHK025"], Codes(Input(Row(1, Good)) with { HeldPosts = new HashSet<int>() }));
    }

    [Fact]
    public void Issued_rows_are_only_told_of_when_their_owner_is_gone()
    {
        Assert.Empty(Codes(Input(Row(1, Good with { Title = "新建X所", MonthlyPlan = "" }, CommitmentState.Issued))));
        Assert.Equal(["CHK030"], Codes(Input(Row(1, Good with { LeadUnitId = 3 }, CommitmentState.Issued))));
    }

    [Fact]
    public void A_unit_with_far_more_than_its_share_is_told_with_figures()
    {
        var rows = Enumerable.Range(1, 12).Select(i => Row(i, i <= 10 ? Good : Good with { LeadUnitId = 2, CoUnitIds = [] })).ToArray();
        var hit = CheckCatalogue.All.Single(c => c.Code == "CHK027").Find(Input(rows)).Single();
        Assert.Equal((1, "区教育局牵头 10 项，占全部 12 项的 83.3%；有任务的单位中位数为 6 项"), (hit.UnitId, hit.Detail));
        Assert.DoesNotContain("CHK027", Codes(Input([.. rows.Skip(5)])));
    }

    [Fact]
    public void Codes_are_unique_and_every_check_says_why_and_what_to_do()
    {
        Assert.Equal(CheckCatalogue.All.Count, CheckCatalogue.All.Select(c => c.Code).Distinct().Count());
        Assert.All(CheckCatalogue.All, c => Assert.True(c.Why.Length > 5 && c.Remedy.Length > 5 && c.Name.Length > 3));
    }
}
