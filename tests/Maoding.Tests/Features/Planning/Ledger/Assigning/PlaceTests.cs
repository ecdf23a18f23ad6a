using System.Globalization;
using System.Net;
using AngleSharp.Html.Dom;
using Maoding.Domain.Ledger;
using Maoding.Shared.Addresses;
using Maoding.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Xunit;
using WebClient = Maoding.Tests.Hosting.WebClient;

namespace Maoding.Tests.Features.Planning.Ledger.Assigning;

/// <summary>Rows stand in one order, leaves right after their row, and can be moved while they have no number.</summary>
public sealed class PlaceTests
{
    private static readonly Dictionary<string, string?> NoChange = [];

    [Fact]
    public async Task Leaves_stand_under_their_row_and_the_next_row_behind_them()
    {
        await using var app = await TestApp.StartAsync();
        var district = await SmallDistrict.InAsync(app);
        var five = await RowAsync(app, district, "五", 50);
        var six = await RowAsync(app, district, "六", 50);
        var seven = await RowAsync(app, district, "七", 51);
        using var web = await app.AsAsync("coordinator");
        await SplitAsync(web, five, "五之一\n五之二\n五之三");
        Assert.Equal(["五", "五之一", "五之二", "五之三", "六", "七"], await TitlesAsync(app));
        await using var db = app.Open();
        Assert.Equal(await db.Commitments.CountAsync(), await db.Commitments.Select(c => c.Order).Distinct().CountAsync());
        Assert.NotEqual(0, six.Id + seven.Id);
    }

    [Fact]
    public async Task Rows_that_share_a_place_keep_their_order_and_move_all_the_same()
    {
        await using var app = await TestApp.StartAsync();
        var district = await SmallDistrict.InAsync(app);
        var one = await RowAsync(app, district, "一", 10);
        var two = await RowAsync(app, district, "二", 10);
        var three = await RowAsync(app, district, "三", 10);
        await RowAsync(app, district, "四", 10);
        using var web = await app.AsAsync("coordinator");
        await MoveAsync(web, three.Id, two.Id, before: true, HttpStatusCode.Redirect);
        Assert.Equal(["一", "三", "二", "四"], await TitlesAsync(app));
        await MoveAsync(web, one.Id, three.Id, before: false, HttpStatusCode.Redirect);
        Assert.Equal(["三", "一", "二", "四"], await TitlesAsync(app));
    }

    [Fact]
    public async Task A_row_moves_with_its_leaves_and_a_leaf_among_its_brothers()
    {
        await using var app = await TestApp.StartAsync();
        var district = await SmallDistrict.InAsync(app);
        var one = await RowAsync(app, district, "一", 10);
        var two = await RowAsync(app, district, "二", 11);
        var three = await RowAsync(app, district, "三", 12);
        using var web = await app.AsAsync("coordinator");
        await SplitAsync(web, one, "一甲\n一乙");
        await MoveAsync(web, one.Id, three.Id, before: false, HttpStatusCode.Redirect);
        Assert.Equal(["二", "三", "一", "一甲", "一乙"], await TitlesAsync(app));
        await MoveAsync(web, three.Id, two.Id, before: true, HttpStatusCode.Redirect);
        Assert.Equal(["三", "二", "一", "一甲", "一乙"], await TitlesAsync(app));
        await using var db = app.Open();
        var leaves = await db.Commitments.Where(c => c.ParentId == one.Id).OrderBy(c => c.Order).Select(c => c.Id).ToListAsync();
        await MoveAsync(web, leaves[1], leaves[0], before: true, HttpStatusCode.Redirect);
        Assert.Equal(["三", "二", "一", "一乙", "一甲"], await TitlesAsync(app));
        await MoveAsync(web, leaves[1], two.Id, before: true, HttpStatusCode.BadRequest);
        (await db.Commitments.SingleAsync(c => c.Id == two.Id)).Number = "1";
        await TestApp.SaveAsync(db);
        Assert.Null((await web.PageAsync(AssignLinks.Place(two.Id))).QuerySelector("#Beside"));
    }

    [Fact]
    public async Task A_leaf_says_its_own_share_of_the_quantity()
    {
        await using var app = await TestApp.StartAsync();
        var district = await SmallDistrict.InAsync(app);
        var row = await RowAsync(app, district, "改造户厕2600座", 10, c => c.Quantities.Add(new Quantity { Name = "户厕", Value = 2600, Unit = "座" }));
        using var web = await app.AsAsync("coordinator");
        var page = await web.PageAsync(AssignLinks.Leaves(row.Id));
        using var split = await ConsultPostAsync(web, page, AssignLinks.Leaves(row.Id) + "?handler=Split",
            ("Version", Version(page)), ("By", "units"), ("Units", $"{district.Housing.Id}"), ("Units", $"{district.Education.Id}"));
        Assert.Equal(HttpStatusCode.Redirect, split.StatusCode);
        await using var db = app.Open();
        var leaves = await db.Commitments.Include(c => c.Quantities).Where(c => c.ParentId == row.Id).OrderBy(c => c.Order).ToListAsync();
        Assert.All(leaves, l => Assert.StartsWith("改造户厕1300座（", l.Title, StringComparison.Ordinal));
        Assert.All(leaves, l => Assert.Equal(1300, Assert.Single(l.Quantities).Value));
        var shares = (IHtmlFormElement)(await web.PageAsync(AssignLinks.Leaves(row.Id))).QuerySelector("form[action$='Divide']")!;
        foreach (var (field, i) in shares.QuerySelectorAll("input[name=Shares]").OfType<IHtmlInputElement>().Select((f, i) => (f, i)))
            field.Value = i == 0 ? "1000" : "1600";
        using var divided = await web.SubmitAsync(shares, NoChange);
        Assert.Equal(HttpStatusCode.Redirect, divided.StatusCode);
        Assert.Equal(["改造户厕1000座", "改造户厕1600座"],
            (await TitlesAsync(app)).Where(t => t.Contains('（', StringComparison.Ordinal)).Select(t => t[..t.IndexOf('（', StringComparison.Ordinal)]));
    }

    private static Task<Commitment> RowAsync(TestApp app, SmallDistrict district, string title, int order, Action<Commitment>? adjust = null) =>
        AssignTests.RowAsync(app, district, c =>
        {
            (c.Title, c.Order, c.LeadUnitId) = (title, order, district.Housing.Id);
            adjust?.Invoke(c);
        });

    private static async Task SplitAsync(WebClient web, Commitment row, string lines)
    {
        var page = await web.PageAsync(AssignLinks.Leaves(row.Id));
        using var split = await ConsultPostAsync(
            web, page, AssignLinks.Leaves(row.Id) + "?handler=Split", ("Version", Version(page)), ("By", "list"), ("Lines", lines));
        Assert.Equal(HttpStatusCode.Redirect, split.StatusCode);
    }

    private static async Task MoveAsync(WebClient web, int id, int beside, bool before, HttpStatusCode status)
    {
        var page = await web.PageAsync(AssignLinks.Place(id));
        using var moved = await ConsultPostAsync(web, page, AssignLinks.Place(id),
            ("Version", Version(page)), ("Beside", beside.ToString(CultureInfo.InvariantCulture)), ("before", before ? "true" : "false"));
        Assert.Equal(status, moved.StatusCode);
    }

    private static string Version(IHtmlDocument page) => ((IHtmlInputElement)page.QuerySelector("input[name=Version]")!).Value;

    private static Task<HttpResponseMessage> ConsultPostAsync(WebClient web, IHtmlDocument page, string path, params (string, string)[] fields) =>
        Consulting.ConsultScene.PostAsync(web, path, page, fields);

    private static async Task<List<string>> TitlesAsync(TestApp app)
    {
        await using var db = app.Open();
        return await db.Commitments.Where(c => c.State == CommitmentState.Draft).OrderBy(c => c.Order).ThenBy(c => c.Id).Select(c => c.Title).ToListAsync();
    }
}
