using System.Globalization;
using System.Net;
using AngleSharp.Html.Dom;
using DocumentFormat.OpenXml.Packaging;
using Maoding.Documents.Reading;
using Maoding.Domain.Indicators;
using Maoding.Domain.Targets;
using Maoding.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Xunit;
using WebClient = Maoding.Tests.Hosting.WebClient;

namespace Maoding.Tests.Features.Measuring.Targets;

/// <summary>This year's targets against last year's, and what they are held against.</summary>
public sealed class DesignTests
{
    [Fact]
    public async Task The_design_sheet_says_what_was_raised_added_and_dropped_and_how_hard_it_is()
    {
        await using var app = await TestApp.StartAsync();
        var scene = await TargetScene.InAsync(app);
        using var web = await app.AsAsync("coordinator");
        await TargetTests.PostAsync(web, await TargetTests.FormAsync(web, $"/targets/row/{scene.RetailRow.Id}"), new() { ["Form.DesignNote"] = "消费市场回暖" });
        await TargetTests.PostAsync(web, await TargetTests.FormAsync(web, $"/targets/row/{scene.RevenueRow.Id}"), []);
        await AimAsync(web, 2025, scene.Retail, FigureMeasure.CumulativeGrowth, "5.5", null);
        await AimAsync(web, 2026, scene.Retail, FigureMeasure.CumulativeGrowth, null, "5.8");
        await AimAsync(web, 2025, scene.Business, FigureMeasure.Rank, "3", null);
        var page = await web.PageAsync("/targets/design");
        var lines = page.QuerySelectorAll(".tgt-design tr:not(.group)").Skip(1)
            .Select(r => string.Join('|', r.QuerySelectorAll("td").Select(c => c.TextContent.Trim()))).ToList();
        Assert.StartsWith("社会消费品零售总额|↑ 调高|增长6%以上|预期性|增长5.5%以上|5.4%|增长5.8%以上|", lines[0], StringComparison.Ordinal);
        Assert.Contains("|跳起来摘桃子：比趋势预测（5.4%）高0.6个百分点。|", lines[0], StringComparison.Ordinal);
        Assert.EndsWith("|消费市场回暖", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("一般公共预算收入|＋ 新增|达到6000万元以上|", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("营商环境评价|－ 取消|", lines[2], StringComparison.Ordinal);
        Assert.Contains("2026年设目标2项，其中约束性0项。与上年相比，新增1项、调高1项、取消1项。", page.QuerySelector(".tgt-said")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_design_sheet_is_a_paper_and_the_list_a_workbook()
    {
        await using var app = await TestApp.StartAsync();
        var scene = await TargetScene.InAsync(app);
        using var web = await app.AsAsync("coordinator");
        await TargetTests.PostAsync(web, await TargetTests.FormAsync(web, $"/targets/row/{scene.RetailRow.Id}"), []);
        using (var paper = WordprocessingDocument.Open(
            new MemoryStream(await web.Http.GetByteArrayAsync(new Uri("/targets/design.docx", UriKind.Relative))), false))
        {
            var text = paper.MainDocumentPart!.Document!.InnerText;
            Assert.Contains("云泽区2026年主要预期目标设计表", text, StringComparison.Ordinal);
            Assert.Contains("社会消费品零售总额", text, StringComparison.Ordinal);
        }

        foreach (var address in (string[])["/targets/export", "/targets/design.xlsx"])
        {
            var sheet = TableBookReader.Read(new MemoryStream(await web.Http.GetByteArrayAsync(new Uri(address, UriKind.Relative))), "目标.xlsx")[0];
            Assert.Contains("社会消费品零售总额", string.Join('|', sheet.Rows.SelectMany(r => r.Cells)), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_aim_that_is_emptied_is_gone_and_a_word_is_refused()
    {
        await using var app = await TestApp.StartAsync();
        var scene = await TargetScene.InAsync(app);
        using var web = await app.AsAsync("steward");
        await AimAsync(web, 2026, scene.Retail, FigureMeasure.CumulativeGrowth, null, "5.8");
        await using var db = app.Open();
        Assert.Equal((scene.City.Id, 5.8m, 1), await db.Aims.Select(a => new ValueTuple<int, decimal, int>(a.AreaId, a.Value, a.Decimals)).SingleAsync());
        var form = await AimsAsync(web, 2026, scene.Retail, FigureMeasure.CumulativeGrowth);
        using (var refused = await web.SubmitAsync(form, new Dictionary<string, string?> { ["Aims[1].Value"] = "六" }))
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        await AimAsync(web, 2026, scene.Retail, FigureMeasure.CumulativeGrowth, null, "");
        Assert.Empty(await db.Aims.ToListAsync());
    }

    private static async Task AimAsync(WebClient web, int year, Indicator indicator, FigureMeasure measure, string? own, string? city)
    {
        var changes = new Dictionary<string, string?>();
        if (own is not null) changes["Aims[0].Value"] = own;
        if (city is not null) changes["Aims[1].Value"] = city;
        if (indicator.Kind == FigureKind.Rank) changes["Kind"] = ((int)TargetKind.RankTop).ToString(CultureInfo.InvariantCulture);
        await TargetTests.PostAsync(web, await AimsAsync(web, year, indicator, measure), changes);
    }

    private static Task<IHtmlFormElement> AimsAsync(WebClient web, int year, Indicator indicator, FigureMeasure measure) =>
        TargetTests.FormAsync(web, $"/targets/aims?year={year}&indicatorId={indicator.Id}&measure={(int)measure}");
}
