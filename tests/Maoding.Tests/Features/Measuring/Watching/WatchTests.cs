using System.Net;
using AngleSharp.Dom;
using DocumentFormat.OpenXml.Packaging;
using Maoding.Domain.Indicators;
using Maoding.Tests.Features.Measuring.Targets;
using Maoding.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Maoding.Tests.Features.Measuring.Watching;

/// <summary>The page of the analysis meeting says what the approved figures say.</summary>
public sealed class WatchTests
{
    [Fact]
    public async Task The_page_shows_level_growth_city_rank_and_compares_with_the_right_period()
    {
        await using var app = await TestApp.StartAsync();
        await TargetScene.InAsync(app);
        using var web = await app.AsAsync("leader");
        var page = await web.PageAsync("/watching");
        var retail = Line(page, "社会消费品零售总额");
        Assert.Equal("7月数据8月20日发布", retail.QuerySelector("td .muted")!.TextContent);
        Assert.Equal(["60.0亿元，增长5.8%", "与1—5月持平", "5.2%，高于全市0.6个百分点", "第2位"], Cells(retail, 2, 4, 5, 6));
        // A level whose growth was not published stands alone: growth is not derived from levels.
        Assert.Equal(["1—7月", "3570万元", "▲ 比上年同期高420万元"], Cells(Line(page, "一般公共预算收入"), 1, 2, 4));
    }

    [Fact]
    public async Task A_sentence_opens_to_its_figures_and_a_draft_makes_none()
    {
        await using var app = await TestApp.StartAsync();
        var scene = await TargetScene.InAsync(app);
        await ObserveAsync(app, scene, 202607, -0.4m, inForce: false);
        using var web = await app.AsAsync("coordinator");
        Assert.DoesNotContain("由正转负", (await web.PageAsync("/watching")).Body!.TextContent, StringComparison.Ordinal);
        await using (var db = app.Open())
        {
            var sheet = await db.DataSheets.Include(s => s.Observations).SingleAsync(s => s.Month == 202607);
            sheet.Observations.Single(o => o.IndicatorId == scene.Retail.Id).InForce = true;
            await TestApp.SaveAsync(db);
        }

        var turn = (await web.PageAsync("/watching")).QuerySelectorAll(".turns li").Single(l => l.TextContent.Contains("由正转负", StringComparison.Ordinal));
        Assert.StartsWith("1—7月社会消费品零售总额下降0.4%，由正转负（1—6月增长5.8%）。", turn.QuerySelector("summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["5.8%", "-0.4%"], turn.QuerySelectorAll("tbody tr").Select(r => r.Children[3].TextContent));
        Assert.Equal("需要关注", turn.Closest("section")!.QuerySelector("h2")!.TextContent);
    }

    [Fact]
    public async Task Streets_contribute_by_last_years_share_and_the_rest_is_said()
    {
        await using var app = await TestApp.StartAsync();
        var scene = await TargetScene.InAsync(app);
        await using (var db = app.Open())
        {
            var sheets = await db.DataSheets.Where(s => s.Month == 202506 || s.Month == 202606).ToDictionaryAsync(s => s.Month);
            foreach (var (street, share, growth) in new[] { (scene.Streets[0], 36m, 7.0m), (scene.Streets[1], 24m, 3.5m) })
            {
                sheets[202506].Observations.Add(Figure(scene, street, 202506, FigureMeasure.Cumulative, share));
                sheets[202606].Observations.Add(Figure(scene, street, 202606, FigureMeasure.CumulativeGrowth, growth));
            }

            await TestApp.SaveAsync(db);
        }

        using var web = await app.AsAsync("coordinator");
        var card = (await web.PageAsync("/watching")).QuerySelectorAll("section.card")
            .Single(s => s.QuerySelector("h2")!.TextContent.EndsWith("街道园区的贡献", StringComparison.Ordinal));
        // Last year's level of the whole was 60: shares 60 and 40 percent, 4.2 and 1.4 points, 5.6 of 5.8.
        Assert.Equal(["城关街道", "高新园区"], card.QuerySelectorAll("tbody th").Select(h => h.TextContent));
        Assert.Equal(["60.0%", "7.0%", "4.20", "40.0%", "3.5%", "1.40"], card.QuerySelectorAll("tbody td.num").Select(c => c.TextContent));
        Assert.Contains("各部分合计5.6个百分点，其余0.2个百分点", card.TextContent, StringComparison.Ordinal);
        Assert.Contains("测算", card.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_map_the_detail_and_the_paper_say_the_same()
    {
        await using var app = await TestApp.StartAsync();
        await TargetScene.InAsync(app);
        using var web = await app.AsAsync("inspector");
        var map = await web.PageAsync("/watching/map?month=202606");
        Assert.Equal("5.8", map.QuerySelectorAll(".heat-table tbody tr")
            .Single(r => r.TextContent.Contains("社会消费品零售总额", StringComparison.Ordinal)).QuerySelectorAll("td")[^1].TextContent.Trim());
        var detail = await web.PageAsync("/watching/RETAIL");
        Assert.Contains("2026年1—6月", detail.QuerySelector("table tbody tr th")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(detail.QuerySelector("svg.chart polyline"));
        using var paper = await web.GetAsync("/watching/paper?month=202606");
        Assert.Equal(HttpStatusCode.OK, paper.StatusCode);
        using var package = WordprocessingDocument.Open(await paper.Content.ReadAsStreamAsync(), false);
        var text = package.MainDocumentPart!.Document!.Body!.InnerText;
        Assert.Contains("云泽区经济运行分析", text, StringComparison.Ordinal);
        Assert.Contains("1—6月社会消费品零售总额60.0亿元，增长5.8%，高于全市0.6个百分点", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/watching/NOTHING", "WAT002")]
    [InlineData("/watching/paper?month=199901", "WAT001")]
    public async Task What_is_not_there_is_refused_with_a_code(string path, string code)
    {
        await using var app = await TestApp.StartAsync();
        await TargetScene.InAsync(app);
        using var web = await app.AsAsync("coordinator");
        using var answer = await web.GetAsync(path);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains(code, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static async Task ObserveAsync(TestApp app, TargetScene scene, int month, decimal growth, bool inForce)
    {
        await using var db = app.Open();
        var sheet = await db.DataSheets.SingleAsync(s => s.Month == month);
        var figure = Figure(scene, scene.Own, month, FigureMeasure.CumulativeGrowth, growth);
        figure.InForce = inForce;
        sheet.Observations.Add(figure);
        await TestApp.SaveAsync(db);
    }

    private static Observation Figure(TargetScene scene, Area area, int month, FigureMeasure measure, decimal value) =>
        new() { IndicatorId = scene.Retail.Id, AreaId = area.Id, Month = month, Measure = measure, Value = value, Decimals = 1, InForce = true };

    private static IElement Line(IParentNode page, string indicator) =>
        page.QuerySelectorAll(".watch-table tbody tr").Single(r => r.QuerySelector("td.name")?.TextContent == indicator);

    private static List<string> Cells(IElement row, params int[] columns) => [.. columns.Select(c => row.Children[c].TextContent.Trim())];
}
