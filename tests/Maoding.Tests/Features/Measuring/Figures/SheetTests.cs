using System.Net;
using Maoding.Domain.Indicators;
using Maoding.Shared.Addresses;
using Maoding.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Maoding.Tests.Features.Measuring.Figures.FigureScene;
using WebClient = Maoding.Tests.Hosting.WebClient;

namespace Maoding.Tests.Features.Measuring.Figures;

/// <summary>The grid and the list of sheets: what they show, doubt and refuse, and to whom.</summary>
public sealed class SheetTests
{
    [Fact]
    public async Task The_grid_shows_last_years_and_the_last_period_beside_each_cell_and_says_what_is_due()
    {
        await using var app = await TestApp.StartAsync();
        var scene = await InAsync(app);
        await scene.KnowAsync(scene.Retail, 202502, (FigureMeasure.Cumulative, "40.0"));
        await scene.KnowAsync(scene.Retail, 202512, (FigureMeasure.Cumulative, "251.30"));
        using var clerk = await app.AsAsync("clerk");
        var page = await clerk.PageAsync(scene.Sheet);
        var cell = page.GetElementById(scene.Cell(scene.Retail, FigureMeasure.Cumulative))!.ParentElement!;
        Assert.Equal("去年 40.0，上期 251.30", cell.QuerySelector(".figures-before")!.TextContent.Trim());
        var rows = page.QuerySelectorAll(".figures-grid tbody tr").Select(r => r.QuerySelector(".name")!.TextContent).ToList();
        // Retail was due on 1 March, industry comes on the 20th, the quarterly one has no February.
        Assert.Contains("应报未报", rows[0], StringComparison.Ordinal);
        Assert.Contains("未到发布时间（3月20日）", rows[1], StringComparison.Ordinal);
        Assert.Contains("这个月不报：地区生产总值（季度）", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.GetElementById(scene.Cell(scene.Gdp, FigureMeasure.Cumulative)));
        Assert.Contains("2026年2月有 1 个数据应报未报", (await clerk.PageAsync("/today")).Body!.TextContent, StringComparison.Ordinal);
        var list = await clerk.PageAsync("/figures");
        Assert.Contains("应报未报 1", list.QuerySelector(".figures-list tbody tr")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("未到发布时间 1（最早 3月20日）", list.QuerySelector(".figures-list tbody tr")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_unreadable_cell_is_told_and_what_was_typed_stays()
    {
        await using var app = await TestApp.StartAsync();
        var scene = await InAsync(app);
        using var clerk = await app.AsAsync("clerk");
        using var answer = await scene.FillAsync(clerk, "", (scene.Cell(scene.Retail, FigureMeasure.Cumulative), "四十"),
            (scene.Cell(scene.Industry, FigureMeasure.CumulativeGrowth), "6,5"), (scene.Why(scene.Retail), "口头报来"));
        var page = await WebClient.ParseAsync(answer, HttpStatusCode.BadRequest);
        Assert.Equal(2, page.QuerySelectorAll("main .errors li").Length);
        Assert.Equal("四十", page.GetElementById(scene.Cell(scene.Retail, FigureMeasure.Cumulative))!.GetAttribute("value"));
        Assert.Equal("口头报来", page.GetElementById(scene.Why(scene.Retail))!.GetAttribute("value"));
        await using var db = app.Open();
        Assert.Empty(db.DataSheets);
    }

    [Fact]
    public async Task A_doubt_is_confirmed_with_a_reason_and_an_impossible_figure_never()
    {
        await using var app = await TestApp.StartAsync();
        var scene = await InAsync(app);
        await scene.KnowAsync(scene.Retail, 202502, (FigureMeasure.Cumulative, "40.0"));
        using var clerk = await app.AsAsync("clerk");
        var cell = scene.Cell(scene.Retail, FigureMeasure.Cumulative);
        await RefusedAsync(await scene.FillAsync(clerk, "Submit", (cell, "900.0"), (scene.Why(scene.Retail), "确认")), "FIG007");
        Done(await scene.FillAsync(clerk, "", (cell, "60.0")));
        Assert.Contains("比去年同期的 40.0亿元多 50.0%，超过 25%（只供核对，不作增速）", (await clerk.PageAsync(scene.Sheet)).Body!.TextContent, StringComparison.Ordinal);
        await RefusedAsync(await scene.FillAsync(clerk, "Submit"), "FIG008");
        Done(await scene.FillAsync(clerk, "Submit", (scene.Why(scene.Retail), "新商业综合体入统")));
        using var steward = await app.AsAsync("steward");
        Assert.Contains("1 张数据报送表待审核", (await steward.PageAsync("/today")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("说明：新商业综合体入统", (await steward.PageAsync(scene.Sheet)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_of_other_areas_are_asked_for_and_stay_while_there_are_figures()
    {
        await using var app = await TestApp.StartAsync();
        var scene = await InAsync(app);
        using var clerk = await app.AsAsync("clerk");
        var cell = scene.Cell(scene.Retail, FigureMeasure.CumulativeGrowth, scene.Peer);
        Assert.Null((await clerk.PageAsync(scene.Sheet)).GetElementById(cell));
        var page = await clerk.PageAsync($"{scene.Sheet}?more={scene.Retail.Id}-Peer");
        Assert.Null(page.GetElementById(scene.Cell(scene.Retail, FigureMeasure.Rank, scene.Peer)));
        Done(await SendAsync(clerk, page, "", (cell, "5.1")));
        Assert.Equal("5.1", (await clerk.PageAsync(scene.Sheet)).GetElementById(cell)!.GetAttribute("value"));
        // A draft emptied is taken away.
        Done(await scene.FillAsync(clerk, "", (cell, "")));
        Assert.Empty((await scene.StoredAsync()).Observations);
    }

    [Fact]
    public async Task Figures_of_an_area_closed_meanwhile_stay_and_take_no_change()
    {
        await using var app = await TestApp.StartAsync();
        var scene = await InAsync(app);
        using var clerk = await app.AsAsync("clerk");
        var cell = scene.Cell(scene.Retail, FigureMeasure.CumulativeGrowth, scene.Peer);
        Done(await SendAsync(clerk, await clerk.PageAsync($"{scene.Sheet}?more={scene.Retail.Id}-Peer"), "", (cell, "5.1")));
        await using (var db = app.Open())
        {
            (await db.Areas.SingleAsync(a => a.Id == scene.Peer.Id)).IsClosed = true;
            await TestApp.SaveAsync(db);
        }

        Assert.Equal("A", (await clerk.PageAsync(scene.Sheet)).GetElementById(cell)!.TagName);
        Done(await scene.FillAsync(clerk, "", (cell, "9.9"), (scene.Cell(scene.Retail, FigureMeasure.Cumulative), "43.2")));
        Assert.Equal([5.1m, 43.2m], (await scene.StoredAsync()).Observations.Select(o => o.Value).Order());
    }

    [Fact]
    public async Task A_unit_is_not_blamed_for_months_before_its_first_sheet()
    {
        await using var app = await TestApp.StartAsync();
        var scene = await InAsync(app);
        using var clerk = await app.AsAsync("clerk");
        string[] Months(AngleSharp.Html.Dom.IHtmlDocument list) =>
            [.. list.QuerySelectorAll(".figures-list .name").Select(n => n.TextContent.Trim().Split(' ')[0])];
        Assert.Equal(["2026年2月"], Months(await clerk.PageAsync("/figures")));
        await scene.KnowAsync(scene.Retail, 202511, (FigureMeasure.Cumulative, "230.0"));
        Assert.Equal(["2026年2月", "2025年12月", "2025年11月"], Months(await clerk.PageAsync("/figures")));
        Assert.Equal(["2025年6月"], Months(await clerk.PageAsync("/figures?month=202506")));
    }

    [Fact]
    public async Task Notes_of_a_row_change_its_figures_and_the_sheets_stage_only_new_ones()
    {
        await using var app = await TestApp.StartAsync();
        var scene = await InAsync(app);
        using var clerk = await app.AsAsync("clerk");
        Done(await scene.FillAsync(clerk, "", (scene.Cell(scene.Retail, FigureMeasure.Cumulative), "43.2"), ("PublishedOn", "2026-03-01")));
        Done(await scene.FillAsync(clerk, "", (scene.Cell(scene.Industry, FigureMeasure.CumulativeGrowth), "6.5"), ("Stage", "Verified")));
        var figures = (await scene.StoredAsync()).Observations.ToDictionary(o => o.IndicatorId);
        Assert.Equal((FigureStage.Preliminary, new DateOnly(2026, 3, 1)), (figures[scene.Retail.Id].Stage, figures[scene.Retail.Id].PublishedOn));
        Assert.Equal((FigureStage.Verified, (DateOnly?)null), (figures[scene.Industry.Id].Stage, figures[scene.Industry.Id].PublishedOn));
        await RefusedAsync(await scene.FillAsync(clerk, "", ($"published-{scene.Retail.Id}-{scene.Here.Id}", "2026-03-09")), "FIG017");
        Done(await scene.FillAsync(clerk, "", ($"basis-{scene.Retail.Id}-{scene.Here.Id}", "含新入统企业")));
        Assert.Equal("含新入统企业", (await scene.StoredAsync()).Observations.Single(o => o.IndicatorId == scene.Retail.Id).Basis);
    }

    [Fact]
    public async Task A_unit_enters_its_own_figures_and_others_see_what_is_approved()
    {
        await using var app = await TestApp.StartAsync();
        var scene = await InAsync(app);
        using var clerk = await app.AsAsync("clerk");
        Done(await scene.FillAsync(clerk, "", (scene.Cell(scene.Retail, FigureMeasure.Cumulative), "43.2")));
        var draft = (await scene.StoredAsync()).Observations[0].Id;
        foreach (var account in (string[])["clerk2", "coordinator", "leader", "inspector"])
        {
            using var other = await app.AsAsync(account);
            var page = await other.PageAsync(scene.Sheet);
            Assert.DoesNotContain("43.2", page.Body!.TextContent, StringComparison.Ordinal);
            Assert.Null(page.QuerySelector("form#entry"));
            Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(FigureLinks.Figure(draft))).StatusCode);
        }

        using var neighbour = await app.AsAsync("clerk2");
        var own = await neighbour.PageAsync(FigureLinks.Sheet(scene.District.Housing.Id, February));
        var form = (AngleSharp.Html.Dom.IHtmlFormElement)own.QuerySelector("form#entry")!;
        form.SetAttribute("action", scene.Sheet);
        using var refused = await neighbour.SubmitAsync(form, new Dictionary<string, string?>());
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    [Fact]
    public async Task A_sheet_looked_at_before_somebody_else_saved_is_not_written_over()
    {
        await using var app = await TestApp.StartAsync();
        var scene = await InAsync(app);
        using var clerk = await app.AsAsync("clerk");
        var page = await clerk.PageAsync(scene.Sheet);
        using var head = await app.AsAsync("head");
        Done(await scene.FillAsync(head, "", (scene.Cell(scene.Retail, FigureMeasure.Cumulative), "43.2")));
        using var late = await SendAsync(clerk, page, "", (scene.Cell(scene.Retail, FigureMeasure.Cumulative), "44.0"));
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Equal(43.2m, (await scene.StoredAsync()).Observations[0].Value);
    }

    [Fact]
    public async Task The_months_sheets_are_filtered_and_approved_ones_locked_together()
    {
        await using var app = await TestApp.StartAsync();
        var scene = await InAsync(app);
        using var clerk = await app.AsAsync("clerk");
        using var steward = await app.AsAsync("steward");
        Done(await scene.FillAsync(clerk, "Submit", (scene.Cell(scene.Retail, FigureMeasure.Cumulative), "43.2")));
        var list = await steward.PageAsync("/figures");
        Assert.Equal(["2026年2月 区教育局", "2026年2月 区住建局"], list.QuerySelectorAll(".figures-list .name").Select(n => n.TextContent.Trim()));
        Assert.Equal(["2026年2月 区教育局"], (await steward.PageAsync("/figures?state=Submitted"))
            .QuerySelectorAll(".figures-list .name").Select(n => n.TextContent.Trim()));
        Done(await scene.PressAsync(steward, "Approve"));
        list = await steward.PageAsync("/figures");
        Done(await steward.SubmitAsync(
            (AngleSharp.Html.Dom.IHtmlFormElement)list.QuerySelector("form[action*='handler=Lock']")!, new Dictionary<string, string?>()));
        Assert.Equal(SheetState.Locked, (await scene.StoredAsync()).State);
    }

    private static async Task RefusedAsync(HttpResponseMessage answer, string code)
    {
        using (answer)
        {
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            Assert.Contains(code, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }
}
