using System.Net;
using AngleSharp.Html.Dom;
using Maoding.Domain.Indicators;
using Maoding.Features.Measuring.Indicators;
using Maoding.Shared.Addresses;
using Maoding.Tests.Features.Measuring.Figures;
using Maoding.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Xunit;
using WebClient = Maoding.Tests.Hosting.WebClient;

namespace Maoding.Tests.Features.Measuring.Indicators;

/// <summary>The catalogue, whose figures there are, and when they come out.</summary>
public sealed class IndicatorTests
{
    [Fact]
    public async Task An_empty_catalogue_offers_the_starting_one_and_takes_it_once()
    {
        await using var app = await TestApp.StartAsync();
        await SmallDistrict.InAsync(app);
        using var steward = await app.AsAsync("steward");
        var page = await steward.PageAsync("/indicators");
        var form = (IHtmlFormElement)page.QuerySelector("form[action*='handler=Start']")!;
        FigureScene.Done(await steward.SubmitAsync(form, new Dictionary<string, string?>()));
        await using var db = app.Open();
        Assert.Equal(IndicatorCatalogue.All([]).Count(), await db.Indicators.CountAsync());
        Assert.Equal([AreaKind.District, AreaKind.City], await db.Areas.OrderBy(a => a.Kind).Select(a => a.Kind).ToListAsync());
        page = await steward.PageAsync("/indicators");
        Assert.Equal(["综合", "创新", "协调", "绿色", "开放", "共享", "先行"], page.QuerySelectorAll("main h2").Select(h => h.TextContent.Split(' ')[0]));
        using var again = await steward.SubmitAsync(form, new Dictionary<string, string?> { ["RequestKey"] = "another" });
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        using var clerk = await app.AsAsync("clerk");
        Assert.Null((await clerk.PageAsync("/indicators")).QuerySelector($"a[href='{IndicatorLinks.New}']"));
    }

    [Fact]
    public async Task An_indicator_is_made_changed_and_retired_and_what_figures_depend_on_is_fixed()
    {
        await using var app = await TestApp.StartAsync();
        var scene = await FigureScene.InAsync(app);
        using var steward = await app.AsAsync("steward");
        var made = await SaveAsync(steward, IndicatorLinks.New, ("Form.Name", "进出口总值"), ("Form.Code", "trade"), ("Form.Unit", "亿元"), ("Form.Jump", "40"));
        Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
        await using var db = app.Open();
        var trade = await db.Indicators.SingleAsync(i => i.Code == "TRADE");
        Assert.Equal((50, 40m), (trade.Order, trade.Jump));
        await RefusedAsync(steward, IndicatorLinks.New, "IND001", ("Form.Name", "进出口总值"), ("Form.Code", "TRADE2"), ("Form.Unit", "亿元"));
        await RefusedAsync(steward, IndicatorLinks.New, "IND001", ("Form.Name", "外贸"), ("Form.Code", "外贸"), ("Form.Unit", "亿元"));
        await RefusedAsync(steward, IndicatorLinks.Indicator(scene.Retail.Id), "IND001", ("Form.Least", "10"), ("Form.Most", "5"));
        await scene.KnowAsync(scene.Retail, FigureScene.February, (FigureMeasure.Cumulative, "43.2"));
        await RefusedAsync(steward, IndicatorLinks.Indicator(scene.Retail.Id), "IND003", ("Form.Unit", "万元"));
        Assert.Equal(HttpStatusCode.Redirect, (await SaveAsync(steward, IndicatorLinks.Indicator(scene.Retail.Id), ("Form.Definition", "含网上零售"))).StatusCode);
        var page = await steward.PageAsync(IndicatorLinks.Indicator(scene.Retail.Id));
        FigureScene.Done(await steward.SubmitAsync((IHtmlFormElement)page.QuerySelector("form[action*='handler=Retire']")!, new Dictionary<string, string?>()));
        using var clerk = await app.AsAsync("clerk");
        Assert.Null((await clerk.PageAsync(scene.Sheet)).GetElementById(scene.Cell(scene.Retail, FigureMeasure.Cumulative)));
    }

    [Fact]
    public async Task The_list_shows_the_newest_approved_figure_and_the_next_release()
    {
        await using var app = await TestApp.StartAsync();
        var scene = await FigureScene.InAsync(app);
        await scene.KnowAsync(scene.Industry, 202511, (FigureMeasure.CumulativeGrowth, "7.1"));
        await scene.KnowAsync(scene.Industry, 202512, (FigureMeasure.CumulativeGrowth, "7.0"), (FigureMeasure.Rank, "2"));
        using var leader = await app.AsAsync("leader");
        var rows = (await leader.PageAsync("/indicators")).QuerySelectorAll("main tbody tr")
            .ToDictionary(r => r.QuerySelector("[data-label=代码]")!.TextContent, r => r);
        Assert.StartsWith("7.0%", rows["INDUSTRY"].QuerySelector("[data-label=最新数据]")!.TextContent.Trim(), StringComparison.Ordinal);
        Assert.Contains("3月20日 2026年1—2月", rows["INDUSTRY"].QuerySelector("[data-label=下次发布]")!.TextContent.Trim(), StringComparison.Ordinal);
        Assert.Contains("应报未报 2026年1—2月", rows["RETAIL"].QuerySelector("[data-label=下次发布]")!.TextContent.Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_single_release_is_put_off_and_back()
    {
        await using var app = await TestApp.StartAsync();
        var scene = await FigureScene.InAsync(app);
        using var steward = await app.AsAsync("steward");
        var address = IndicatorLinks.Releases(scene.Retail.Id);
        FigureScene.Done(await SetAsync(steward, address, "2026-03-25"));
        Assert.Contains("未到发布时间（2026年3月25日）", (await steward.PageAsync(address)).Body!.TextContent, StringComparison.Ordinal);
        FigureScene.Done(await SetAsync(steward, address, ""));
        await using var db = app.Open();
        Assert.Empty(db.Releases);
        Assert.Equal(HttpStatusCode.BadRequest, (await SetAsync(steward, address, "2026-01-15")).StatusCode);
    }

    [Fact]
    public async Task Peers_and_enterprises_are_added_by_name_renamed_and_closed()
    {
        await using var app = await TestApp.StartAsync();
        var scene = await FigureScene.InAsync(app);
        using var steward = await app.AsAsync("steward");
        var form = (IHtmlFormElement)(await steward.PageAsync("/indicators/areas")).QuerySelector("form[action*='handler=Add']")!;
        FigureScene.Done(await steward.SubmitAsync(form, new Dictionary<string, string?> { ["Kind"] = "Enterprise", ["Names"] = "云泽钢铁\n云泽化工" }));
        using (var twice = await steward.SubmitAsync(
            form, new Dictionary<string, string?> { ["Kind"] = "Peer", ["Names"] = "临江区", ["RequestKey"] = "another" }))
            Assert.Equal(HttpStatusCode.BadRequest, twice.StatusCode);
        var edit = await steward.PageAsync(IndicatorLinks.Area(scene.Peer.Id));
        FigureScene.Done(await steward.SubmitAsync((IHtmlFormElement)edit.QuerySelector($"form[action='{IndicatorLinks.Areas}']")!,
            new Dictionary<string, string?> { ["Name"] = "临江新区", ["IsClosed"] = "true" }));
        await using var db = app.Open();
        Assert.Equal(["云泽区", "云州市", "临江新区", "云泽钢铁", "云泽化工"], await db.Areas.OrderBy(a => a.Kind).ThenBy(a => a.Order).Select(a => a.Name).ToListAsync());
        Assert.True((await db.Areas.SingleAsync(a => a.Id == scene.Peer.Id)).IsClosed);
    }

    private static async Task<HttpResponseMessage> SetAsync(WebClient web, string address, string on)
    {
        var page = await web.PageAsync(address);
        var form = page.QuerySelectorAll("main form").OfType<IHtmlFormElement>()
            .First(f => f.QuerySelector("[name=Month]")!.GetAttribute("value") == $"{FigureScene.February}");
        return await web.SubmitAsync(form, new Dictionary<string, string?> { ["On"] = on });
    }

    private static async Task<HttpResponseMessage> SaveAsync(WebClient web, string address, params (string Field, string Value)[] changes)
    {
        var form = (IHtmlFormElement)(await web.PageAsync(address)).QuerySelector($"main form[action='{address}']")!;
        return await web.SubmitAsync(form, changes.ToDictionary(c => c.Field, string? (c) => c.Value));
    }

    private static async Task RefusedAsync(WebClient web, string address, string code, params (string Field, string Value)[] changes)
    {
        using var answer = await SaveAsync(web, address, changes);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(code, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
