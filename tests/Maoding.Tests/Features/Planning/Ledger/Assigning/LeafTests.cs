using System.Net;
using AngleSharp.Html.Dom;
using Maoding.Domain.Ledger;
using Maoding.Domain.Organization;
using Maoding.Shared.Addresses;
using Maoding.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Xunit;
using WebClient = Maoding.Tests.Hosting.WebClient;

namespace Maoding.Tests.Features.Planning.Ledger.Assigning;

/// <summary>A row is split among owners; its parts inherit, follow, add up, and can be taken back.</summary>
public sealed class LeafTests
{
    [Fact]
    public async Task Each_street_gets_a_leaf_of_its_own_that_inherits_and_shares_the_quantity()
    {
        await using var app = await TestApp.StartAsync();
        var district = await SmallDistrict.InAsync(app);
        var streets = await StreetsAsync(app);
        var row = await AssignTests.RowAsync(app, district, c => c.Quantities.Add(new Quantity { Name = "改造小区", Value = 11, Unit = "个" }));
        using var web = await app.AsAsync("coordinator");
        using var split = await SplitAsync(web, row.Id, "streets");
        Assert.Equal(HttpStatusCode.Redirect, split.StatusCode);
        var leaves = await LeavesAsync(app, row.Id);
        Assert.Equal(streets.Select(s => (int?)s.Id), leaves.Select(l => l.LeadUnitId));
        Assert.Equal(["老旧小区改造12个（东风街道）", "老旧小区改造12个（南屏街道）", "老旧小区改造12个（西苑街道）"], leaves.Select(l => l.Title));
        Assert.Equal([4m, 4m, 3m], leaves.Select(l => Assert.Single(l.Quantities).Value));
        Assert.All(leaves, l =>
        {
            Assert.Equal((row.LeaderPostId, row.Due, true), (l.LeaderPostId, l.Due, l.IsLeaf));
            Assert.Equal(row.Quotes[0].Text, Assert.Single(l.Quotes).Text);
        });
        Assert.Equal([row.Order + 1, row.Order + 2, row.Order + 3], leaves.Select(l => l.Order));
        Assert.False((await AssignTests.ReadAsync(app, row.Id)).IsLeaf);
    }

    [Fact]
    public async Task Leaves_follow_their_parent_until_they_have_their_own()
    {
        await using var app = await TestApp.StartAsync();
        var district = await SmallDistrict.InAsync(app);
        await StreetsAsync(app);
        var row = await AssignTests.RowAsync(app, district);
        using var web = await app.AsAsync("coordinator");
        using var split = await SplitAsync(web, row.Id, "streets");
        var leaves = await LeavesAsync(app, row.Id);
        await AssignTests.ChangeAsync(app, leaves[1].Id, v => v with { Due = new DateOnly(2026, 9, 30) });
        await AssignTests.ChangeAsync(app, row.Id, v => v with { LeaderPostId = district.OtherLeader.Id, Due = new DateOnly(2026, 10, 31) });
        leaves = await LeavesAsync(app, row.Id);
        Assert.All(leaves, l => Assert.Equal(district.OtherLeader.Id, l.LeaderPostId));
        Assert.Equal([new DateOnly(2026, 10, 31), new DateOnly(2026, 9, 30), new DateOnly(2026, 10, 31)], leaves.Select(l => l.Due!.Value));
    }

    [Fact]
    public async Task Shares_that_do_not_add_up_are_refused_with_the_remainder()
    {
        await using var app = await TestApp.StartAsync();
        var district = await SmallDistrict.InAsync(app);
        await StreetsAsync(app);
        var row = await AssignTests.RowAsync(app, district, c => c.Quantities.Add(new Quantity { Name = "改造小区", Value = 12, Unit = "个" }));
        using var web = await app.AsAsync("coordinator");
        using var split = await SplitAsync(web, row.Id, "streets");
        using var wrong = await DivideAsync(web, row.Id, "6", "3", "1");
        var page = await WebClient.ParseAsync(wrong, HttpStatusCode.BadRequest);
        Assert.Contains("各子项合计 10个，还差 2个", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("12 还差 2", page.QuerySelector("tfoot")!.TextContent, StringComparison.Ordinal);
        Assert.Equal([4m, 4m, 4m], (await LeavesAsync(app, row.Id)).Select(l => l.Quantities.Sum(q => q.Value)));
        using var right = await DivideAsync(web, row.Id, "6", "6", "0");
        Assert.Equal(HttpStatusCode.Redirect, right.StatusCode);
        var leaves = await LeavesAsync(app, row.Id);
        Assert.Equal([6m, 6m, 0m], leaves.Select(l => l.Quantities.Sum(q => q.Value)));
        Assert.Empty(leaves[2].Quantities);
    }

    [Fact]
    public async Task A_split_by_list_names_leaders_of_its_own_and_is_taken_back_while_draft()
    {
        await using var app = await TestApp.StartAsync();
        var district = await SmallDistrict.InAsync(app);
        var row = await AssignTests.RowAsync(app, district);
        using var web = await app.AsAsync("coordinator");
        using var split = await SplitAsync(web, row.Id, "list", ("Lines", "改造小区\n筹措资金｜区财政局"));
        var leaves = await LeavesAsync(app, row.Id);
        Assert.Equal([("改造小区", district.Housing.Id), ("筹措资金", district.Finance.Id)], leaves.Select(l => (l.Title, l.LeadUnitId!.Value)));
        using var again = await SplitAsync(web, leaves[0].Id, "list", ("Lines", "一\n二"));
        Assert.Equal(HttpStatusCode.BadRequest, again.StatusCode);
        var page = await web.PageAsync(AssignLinks.Leaves(row.Id));
        using var undo = await web.SubmitAsync(AssignTests.Form(page, "form[action$='handler=Undo']"), new Dictionary<string, string?>());
        Assert.Equal(HttpStatusCode.Redirect, undo.StatusCode);
        Assert.True((await AssignTests.ReadAsync(app, row.Id)).IsLeaf);
        await using var db = app.Open();
        Assert.All(await db.Commitments.Where(c => c.ParentId == row.Id)
            .ToListAsync(), l => Assert.Equal((CommitmentState.Merged, row.Id), (l.State, l.MergedIntoId!.Value)));
    }

    [Fact]
    public async Task Measures_become_leaves_and_one_measure_does_not()
    {
        await using var app = await TestApp.StartAsync();
        var district = await SmallDistrict.InAsync(app);
        var two = await AssignTests.RowAsync(app, district, c => c.Measures = "摸清底数\n开工改造");
        var one = await AssignTests.RowAsync(app, district, c => c.Measures = "摸清底数");
        using var web = await app.AsAsync("coordinator");
        using var done = await SplitAsync(web, two.Id, "measures");
        Assert.Equal(["摸清底数", "开工改造"], (await LeavesAsync(app, two.Id)).Select(l => l.Title));
        using var refused = await SplitAsync(web, one.Id, "measures");
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Empty(await LeavesAsync(app, one.Id));
    }

    internal static async Task<List<Unit>> StreetsAsync(TestApp app)
    {
        await using var db = app.Open();
        List<Unit> streets = [.. ((string[])["东风街道", "南屏街道", "西苑街道"])
            .Select((n, i) => new Unit { Order = 11 + i, Name = n + "办事处", ShortName = n, Kind = UnitKind.Street })];
        db.Units.AddRange(streets);
        await TestApp.SaveAsync(db);
        return streets;
    }

    internal static async Task<HttpResponseMessage> SplitAsync(WebClient web, int id, string by, params (string Name, string Value)[] fields)
    {
        var edit = await web.PageAsync(AssignLinks.Edit(id));
        var values = new Dictionary<string, string>
        {
            ["By"] = by,
            ["Version"] = Value(edit, "Version"),
            ["__RequestVerificationToken"] = Value(edit, "__RequestVerificationToken"),
        };
        foreach (var (name, value) in fields) values[name] = value;
        return await web.Http.PostAsync(new Uri($"/ledger/{id}/leaves?handler=Split", UriKind.Relative), new FormUrlEncodedContent(values));
    }

    internal static async Task<List<Commitment>> LeavesAsync(TestApp app, int parent)
    {
        await using var db = app.Open();
        return await db.Commitments.AsNoTracking().Include(c => c.Quantities).Include(c => c.Quotes)
            .Where(c => c.ParentId == parent && c.State == CommitmentState.Draft).OrderBy(c => c.Id).ToListAsync();
    }

    private static async Task<HttpResponseMessage> DivideAsync(WebClient web, int id, params string[] shares)
    {
        var page = await web.PageAsync(AssignLinks.Leaves(id));
        return await web.Http.PostAsync(new Uri($"/ledger/{id}/leaves?handler=Divide", UriKind.Relative), new FormUrlEncodedContent([
            .. page.QuerySelectorAll("input[name=Leaf]").Select(e => KeyValuePair.Create("Leaf", ((IHtmlInputElement)e).Value)),
            .. shares.Select(s => KeyValuePair.Create("Shares", s)),
            KeyValuePair.Create("__RequestVerificationToken", Value(page, "__RequestVerificationToken"))]));
    }

    private static string Value(IHtmlDocument page, string name) => ((IHtmlInputElement)page.QuerySelector($"input[name='{name}']")!).Value;
}
