using System.Globalization;
using Maoding.Domain.Ledger;
using Maoding.Domain.Problems;
using Maoding.Domain.Projects;
using Maoding.Shared.Lists;
using Maoding.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Maoding.Tests.Shared.Lists;

/// <summary>Whatever page an address asks for, a list that holds something shows some of it.</summary>
public sealed class PagedListTests
{
    /// <summary>Entries of each list: more than one page of any.</summary>
    private const int Entries = 130;

    [Theory]
    [InlineData(0, 1, 1, 0)]
    [InlineData(10, 1, 1, 10)]
    [InlineData(11, 2, 2, 1)]
    [InlineData(11, 999, 2, 1)]
    [InlineData(25, 2, 2, 10)]
    [InlineData(25, 0, 1, 10)]
    [InlineData(25, -3, 1, 10)]
    [InlineData(25, int.MaxValue, 3, 5)]
    public void A_number_beyond_either_end_is_the_page_at_that_end(int total, int asked, int number, int shown)
    {
        var page = new ListPage(10, total, asked);
        Assert.Equal(number, page.Number);
        Assert.Equal(Enumerable.Range(0, total).Skip((number - 1) * 10).Take(10), page.Of(Enumerable.Range(0, total)));
        var pager = page.Pager(n => n.ToString(CultureInfo.InvariantCulture), "个");
        Assert.Equal((number > 1, number < page.Last), (pager.PreviousHref is not null, pager.NextHref is not null));
        Assert.Equal($"共 {total} 个，本页 {shown} 个", pager.Summary);
    }

    [Fact]
    public async Task Every_list_shows_its_last_page_for_one_too_far_and_its_first_for_what_is_no_page()
    {
        await using var app = await TestApp.StartAsync();
        await FillAsync(app);
        using var coordinator = await app.AsAsync("coordinator");
        using var admin = await app.AsAsync("admin");
        var check = (await coordinator.PageAsync("/issuing/check")).QuerySelector(".check-more a")!.GetAttribute("href")!;
        foreach (var (web, list) in ((WebClient, string)[])
            [(coordinator, "/problems"), (coordinator, "/projects"), (coordinator, "/site-meetings"), (coordinator, check), (admin, "/accounts")])
        {
            var first = await RowsAsync(web, list);
            var last = await LastAsync(web, list);
            Assert.NotEqual(first, last);
            foreach (var (asked, expected) in ((string, IReadOnlyList<string>)[])[("999", last), ("0", first), ("-3", first), ("abc", first), ("", first)])
                Assert.Equal((list, asked, string.Join('\n', expected)), (list, asked, string.Join('\n', await RowsAsync(web, On(list, $"page={asked}")))));
        }
    }

    /// <summary>Lists that go by place instead of number: a place that nothing follows, or that is none, leads to the first page.</summary>
    [Theory]
    [InlineData("/ledger?view=all", "after=999999.999999")]
    [InlineData("/ledger?view=all", "before=0.0")]
    [InlineData("/ledger?view=all", "after=abc")]
    [InlineData("/ledger?view=all", "after=-3")]
    [InlineData("/ledger?view=all&sort=due", "after=none.999999")]
    [InlineData("/ledger?view=all&sort=unit", "after=9.999999.999999")]
    [InlineData("/ledger/assigning", "after=999999_999999")]
    [InlineData("/ledger/assigning", "before=0_0")]
    [InlineData("/ledger/assigning", "before=abc")]
    [InlineData("/audit", "before=0")]
    [InlineData("/audit", "before=-3")]
    [InlineData("/audit", "before=abc")]
    [InlineData("/audit?subject=Region", "before=1")]
    public async Task A_place_beyond_either_end_is_the_first_page(string list, string place)
    {
        await using var app = await TestApp.StartAsync();
        await FillAsync(app);
        using var web = await app.AsAsync(list.StartsWith("/audit", StringComparison.Ordinal) ? "inspector" : "coordinator");
        Assert.Equal(await RowsAsync(web, list), await RowsAsync(web, On(list, place)));
    }

    private static string On(string list, string more) => $"{list}{(list.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{more}";

    /// <summary>The texts of a page's rows; there are some.</summary>
    private static async Task<IReadOnlyList<string>> RowsAsync(WebClient web, string path)
    {
        var rows = (await web.PageAsync(path)).QuerySelectorAll("table.list tbody tr").Select(r => r.TextContent.Trim()).ToList();
        Assert.NotEmpty(rows);
        return rows;
    }

    private static async Task<IReadOnlyList<string>> LastAsync(WebClient web, string list)
    {
        for (var path = list; ;)
        {
            if ((await web.PageAsync(path)).QuerySelector(".pager a[rel=next]") is not { } next) return await RowsAsync(web, path);
            path = next.GetAttribute("href")!;
        }
    }

    private static async Task FillAsync(TestApp app)
    {
        var district = await SmallDistrict.InAsync(app);
        await using var db = app.Open();
        var account = await db.Users.OrderBy(u => u.Id).Select(u => u.Id).FirstAsync();
        for (var i = 1; i <= Entries; i++)
        {
            db.Commitments.Add(district.Row($"{i}", $"任务{i}", CommitmentState.Draft, null));
            db.Projects.Add(NewProject(district, i));
            db.Problems.Add(NewProblem(i, account));
            db.SiteMeetings.Add(new SiteMeeting
            {
                HeldOn = SmallDistrict.Today.AddDays(-i),
                Place = $"地点{i}",
                LeaderPostId = district.Leader.Id,
                EnteredById = account,
            });
            db.Users.Add(SmallDistrict.NewAccount($"more{i}", null));
        }

        await TestApp.SaveAsync(db);
    }

    private static Project NewProject(SmallDistrict district, int i) => new()
    {
        Code = string.Create(CultureInfo.InvariantCulture, $"XM-{i:000}"),
        Name = $"项目{i}",
        Sector = Sector.Industry,
        Stage = Stage.Preparing,
        LeadUnitId = district.Housing.Id,
    };

    private static Problem NewProblem(int i, int account) => new()
    {
        Number = i,
        Title = $"问题{i}",
        Cause = ProblemCause.Utilities,
        Origin = ProblemOrigin.Project,
        RaisedOn = SmallDistrict.Today,
        RaisedById = account,
    };
}
