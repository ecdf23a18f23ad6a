using System.Net;
using System.Text;
using Maoding.Domain.Ledger;
using Maoding.Domain.Lights;
using Maoding.Domain.Projects;
using Maoding.Features.Building.Wall;
using Maoding.TestKit;
using Maoding.Tests.Features.Progress.Closings;
using Maoding.Tests.Features.Building.Projects;
using Maoding.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit;
using WebClient = Maoding.Tests.Hosting.WebClient;

namespace Maoding.Tests.Features.Building.Wall;

/// <summary>The wall chart on the screen and on paper, the map, and the lights that a closed month gives projects.</summary>
public sealed class WallTests
{
    private const string Square =
        """
        {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"铁塔街道"},
        "geometry":{"type":"Polygon","coordinates":[[[113.6,34.7],[113.7,34.7],[113.7,34.8],[113.6,34.8],[113.6,34.7]]]}}]}
        """;

    [Fact]
    public async Task The_wall_shows_each_project_in_its_group_with_money_and_lights_by_the_rules()
    {
        await using var app = await TestApp.StartAsync();
        var scene = await ProjectScene.InAsync(app);
        using var web = await app.AsAsync("leader");
        var page = await web.PageAsync(WallLinks.Index);
        var lines = page.QuerySelectorAll(".wall-part text").Select(t => t.TextContent).ToList();
        Assert.Contains("第二水厂", lines);
        Assert.Contains("云泽大道改造", lines);
        var groups = lines.Where(l => l.Contains("年度计划", StringComparison.Ordinal)).Select(l => l.Split('　')[0]);
        Assert.Equal(["竣工", "续建", "新开工"], groups);
        var told = page.QuerySelectorAll(".wall-part g > title").Select(t => t.TextContent).Single(t => t.StartsWith("第二水厂", StringComparison.Ordinal));
        Assert.Contains("续建，在建", told, StringComparison.Ordinal);
        Assert.Contains("本年完成投资 900 万元，年度计划 12000 万元", told, StringComparison.Ordinal);
        var alone = await web.PageAsync($"{WallLinks.Index}?class={(int)YearClass.Starting}");
        Assert.DoesNotContain("第二水厂", alone.QuerySelector(".wall-scroll")!.TextContent, StringComparison.Ordinal);
        var byUnit = await web.PageAsync($"{WallLinks.Index}?by={(int)WallBy.Unit}&unit={scene.District.Housing.Id}");
        Assert.Equal(2, byUnit.QuerySelectorAll(".wall-part a").Length);
    }

    [Fact]
    public async Task What_is_drawn_leads_on_in_the_year_that_is_shown()
    {
        await using var app = await TestApp.StartAsync();
        var scene = await ProjectScene.InAsync(app);
        await using (var db = app.Open())
        {
            db.Plans.Add(new Plan { Year = 2027, Name = "2027年任务分解方案" });
            (await db.Regions.SingleAsync()).BusinessDate = new DateOnly(2027, 1, 12);
            await TestApp.SaveAsync(db);
        }

        using var web = await app.AsAsync("leader");
        var links = (await web.PageAsync($"{WallLinks.Index}?year=2026")).QuerySelectorAll(".wall-part a").Select(a => a.GetAttribute("href")!).ToList();
        Assert.Contains($"/projects/{scene.Plant.Id}?year=2026", links);
        Assert.All(links, l => Assert.EndsWith("year=2026", l, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_closed_month_gives_projects_their_lights_and_keeps_the_shares()
    {
        await using var app = await TestApp.StartAsync();
        var scene = await YearScene.InAsync(app);
        await scene.AddAsync("1");
        int slow, silent;
        await using (var db = app.Open())
        {
            var (first, second) = (Built("A-1", scene), Built("A-2", scene));
            db.AddRange(first, second);
            await TestApp.SaveAsync(db);
            (slow, silent) = (first.Id, second.Id);
            db.AddRange(new ProjectMonth { ProjectId = slow, Month = 202601, Planned = 500, Done = 100, State = ProjectMonthState.Accepted },
                new ProjectMonth { ProjectId = silent, Month = 202601, Planned = 100, Done = 100, State = ProjectMonthState.Submitted });
            await TestApp.SaveAsync(db);
        }

        Assert.True(await scene.CloseAsync(202601, new DateOnly(2026, 2, 10)));
        await using var kept = app.Open();
        var month = await kept.ProjectMonths.SingleAsync(m => m.ProjectId == slow);
        // 100 of 1000 planned for the year, 500 were due: 40 points behind.
        Assert.Equal((Light.Red, 500, 100), (month.Light, month.PlannedShare, month.DoneShare));
        Assert.NotNull(month.RuleEditionId);
        // What was handed in and not accepted does not count.
        var unaccepted = await kept.ProjectMonths.SingleAsync(m => m.ProjectId == silent);
        Assert.Equal((100, (int?)null), (unaccepted.PlannedShare, unaccepted.DoneShare));
    }

    [Fact]
    public async Task A_boundary_is_read_kept_and_drawn_and_what_is_none_is_refused()
    {
        await using var app = await TestApp.StartAsync();
        await ProjectScene.InAsync(app);
        using var coordinator = await app.AsAsync("coordinator");
        await ProjectScene.RefusedAsync(await UploadAsync(coordinator, """{"type":"Point","coordinates":[113.6,34.7]}"""), HttpStatusCode.BadRequest, "里面没有面");
        await ProjectScene.RefusedAsync(await UploadAsync(coordinator, "<html>"), HttpStatusCode.BadRequest, "不是完整的 GeoJSON");
        await ProjectScene.RefusedAsync(
            await UploadAsync(coordinator, Square.Replace("113.6,34.7", "511300.5,3840000", StringComparison.Ordinal)), HttpStatusCode.BadRequest, "不是经纬度");
        await ProjectScene.RefusedAsync(
            await UploadAsync(coordinator, Square.Replace("113.6,34.7", "113.6", StringComparison.Ordinal)), HttpStatusCode.BadRequest, "不是完整的 GeoJSON");
        using var done = await UploadAsync(coordinator, Square);
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        using var leader = await app.AsAsync("leader");
        var page = await leader.PageAsync(WallLinks.Map);
        Assert.Equal("铁塔街道", page.QuerySelector(".wall-area-name")!.TextContent);
        Assert.Null(page.QuerySelector("input[type=file]"));
    }

    [Theory]
    [InlineData("a3", 40, 1)]
    [InlineData("a3", 500, 2)]
    [InlineData("a0", 500, 1)]
    public void Paper_holds_all_projects_as_long_as_they_can_be_read(string name, int count, int sheets)
    {
        var view = new WallView(2026, 202607, new DateOnly(2026, 8, 17), false, [new WallGroup("续建", [.. Enumerable.Range(1, count).Select(Row)])]);
        var paper = WallPaper.All.Single(p => p.Name == name);
        var drawn = WallSheets.Of(view, paper, "挂图作战");
        Assert.Equal(sheets, drawn.Count);
        var text = string.Concat(drawn.Select(
            d => { using var writer = new StringWriter(); d.WriteTo(writer, System.Text.Encodings.Web.HtmlEncoder.Default); return writer.ToString(); }));
        for (var i = 1; i <= count; i++) Assert.Contains($">项目{i}<", text, StringComparison.Ordinal);
        Assert.True(paper.Fit(count + 1).Line >= paper.LeastLine, "Lines are too low to be read.");
    }

    [Fact]
    public async Task The_wall_is_printed_on_one_sheet_of_its_paper_and_moves_without_complaint()
    {
        Assert.SkipWhen(Browser.Missing is not null, Browser.Missing ?? "");
        await using var app = await TestApp.StartAsync();
        await ProjectScene.InAsync(app);
        await using var browser = await Browser.Open(app.Address.ToString());
        await browser.EnterAsync(app, "leader");
        await browser.Page.GotoAsync(WallLinks.Index);
        await browser.Page.GetByRole(AriaRole.Link, new() { Name = "放大" }).ClickAsync();
        await Assertions.Expect(browser.Page.Locator(".wall-part svg").First).ToHaveAttributeAsync("width", "1800");
        foreach (var (paper, size) in new[] { ("a3", "1191."), ("a0", "3370.") })
        {
            await browser.Page.GotoAsync($"{WallLinks.Sheet}?paper={paper}");
            var pdf = Encoding.Latin1.GetString(await browser.Page.PdfAsync(new() { PreferCSSPageSize = true, PrintBackground = true }));
            // One page, and it is of the paper's width in points.
            Assert.Equal(2, pdf.Split("/MediaBox").Length);
            Assert.Contains($"/MediaBox [0 0 {size}", pdf, StringComparison.Ordinal);
        }

        Assert.Empty(browser.TakeComplaints());
    }

    private static WallRow Row(int number) => new(
        number, $"项目{number}", ProjectLevel.District, Sector.Industry, Stage.Building, YearClass.Continuing, "区住建局", 1, "罗启明", 1,
        new DateOnly(2025, 3, 1), new DateOnly(2026, 10, 1), new DateOnly(2025, 4, 1), null, 1000,
        600, 500, Light.Green, [new WallNode("封顶", new DateOnly(2026, 5, 1), null)], null);

    private static Project Built(string code, YearScene scene) => new()
    {
        Code = code,
        Name = code,
        Sector = Sector.Industry,
        Stage = Stage.Building,
        StageSince = new DateOnly(2026, 1, 1),
        LeadUnitId = scene.District.Housing.Id,
        StartedOn = new DateOnly(2025, 6, 1),
        Years = [new ProjectYear { Year = 2026, Class = YearClass.Continuing, Planned = 1000 }],
    };

    private static Task<HttpResponseMessage> UploadAsync(WebClient web, string json) =>
        ProjectScene.UploadAsync(web, WallLinks.Map, WallLinks.Map, "区界.geojson", Encoding.UTF8.GetBytes(json));
}
