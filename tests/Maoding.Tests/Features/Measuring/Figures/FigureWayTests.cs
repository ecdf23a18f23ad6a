using System.Net;
using Maoding.Domain.Indicators;
using Maoding.Features.Measuring.Figures;
using Maoding.Shared.Addresses;
using Maoding.TestKit;
using Maoding.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Maoding.Tests.Features.Measuring.Figures.FigureScene;
using WebClient = Maoding.Tests.Hosting.WebClient;

namespace Maoding.Tests.Features.Measuring.Figures;

/// <summary>A month of figures from the workbook to the lock, and on to its revision.</summary>
public sealed class FigureWayTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_month_comes_from_a_workbook_is_corrected_approved_locked_opened_and_revised(bool postgres)
    {
        await using var app = await TestApp.StartAsync(postgres ? await MigratedDatabase.OnPostgresAsync() : null);
        var scene = await InAsync(app);
        await scene.KnowAsync(scene.Retail, 202502, (FigureMeasure.Cumulative, "40.0"));
        using var clerk = await app.AsAsync("clerk");
        using var steward = await app.AsAsync("steward");
        await ImportAndCorrectAsync(scene, clerk);
        await ApproveAndLockAsync(scene, steward);
        await ReviseAsync(scene, steward);
        await using var db = app.Open();
        var actions = await db.AuditEntries.Where(e => e.Subject == nameof(DataSheet)).OrderBy(e => e.Sequence).Select(e => e.Action).ToListAsync();
        Assert.Equal(["导出报送表", "提交数据", "审核数据", "锁定数据", "解锁数据", "修订数据"], actions.Where(a => a != "准备测试数据"));
        Assert.Equal("", (await db.AuditEntries.SingleAsync(e => e.Subject == nameof(DataSheet) && e.Action == "审核数据")).Why);
        Assert.Equal("市统计局更正", (await db.AuditEntries.SingleAsync(e => e.Action == "修订数据")).Why);
    }

    [Fact]
    public async Task Who_approves_figures_of_his_own_is_written_down_and_the_audit_names_the_sheet()
    {
        await using var app = await TestApp.StartAsync();
        var scene = await InAsync(app);
        using var steward = await app.AsAsync("steward");
        Done(await SendAsync(steward, await steward.PageAsync(scene.Sheet), "Submit",
            (scene.Cell(scene.Retail, FigureMeasure.Cumulative), "43.2"), (scene.Cell(scene.Industry, FigureMeasure.CumulativeGrowth), "6.5")));
        Done(await scene.PressAsync(steward, "Approve"));
        await using var db = app.Open();
        var name = await db.Users.Where(u => u.UserName == "steward").Select(u => u.Person!.Name).SingleAsync();
        var state = (await steward.PageAsync(scene.Sheet)).QuerySelector(".figures-state")!.TextContent;
        Assert.All((string[])[$"{name} 录入", $"{name} 提交", $"{name} 审核"], words => Assert.Contains(words, state, StringComparison.Ordinal));
        var entry = await db.AuditEntries.SingleAsync(e => e.Subject == nameof(DataSheet) && e.Action == "审核数据");
        Assert.Equal("本人录入、本人审核", entry.Why);
        using var inspector = await app.AsAsync("inspector");
        Assert.Contains("数据报送 区教育局 2026年2月", (await inspector.PageAsync("/audit?subject=DataSheet"))
            .QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("数据报送 区教育局 2026年2月", (await inspector.PageAsync($"/audit/{entry.Sequence}"))
            .QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    /// <summary>Two wrong cells are named by their place in the workbook, corrected in the grid and handed in; nothing was written before.</summary>
    private static async Task ImportAndCorrectAsync(FigureScene scene, WebClient clerk)
    {
        var book = await scene.ExportAsync(clerk);
        Assert.Equal(["RETAIL", "INDUSTRY"], book.Skip(1).Select(r => r[0]));
        int Column(string head) => book[0].IndexOf(head);
        (book[1][Column("累计值")], book[1][Column("累计同比")]) = ("980", "8.0");
        (book[2][Column("累计同比")], book[2][Column("位次")]) = ("六点五", "3");
        var page = await WebClient.ParseAsync(await UploadAsync(clerk, scene.Sheet, $"{scene.Sheet}?handler=Import", Book(book)), HttpStatusCode.BadRequest);
        var errors = page.QuerySelectorAll("main .errors li").Select(l => l.TextContent.Trim()).ToList();
        Assert.Equal(2, errors.Count);
        Assert.StartsWith($"{"ABCDEFGHIJ"[Column("累计值")]}2：980.0 高于可能的最大值 500亿元", errors[0], StringComparison.Ordinal);
        Assert.StartsWith($"{"ABCDEFGHIJ"[Column("累计同比")]}3：“六点五”不是数字", errors[1], StringComparison.Ordinal);
        await using (var db = scene.App.Open()) Assert.False(await db.DataSheets.AnyAsync(s => s.Month == February));
        // The grid holds what the workbook said, the wrong words too.
        Assert.Equal("8.0", page.GetElementById(scene.Cell(scene.Retail, FigureMeasure.CumulativeGrowth))!.GetAttribute("value"));
        Assert.Equal("六点五", page.GetElementById(scene.Cell(scene.Industry, FigureMeasure.CumulativeGrowth))!.GetAttribute("value"));
        Done(await SendAsync(clerk, page, "Submit", (scene.Cell(scene.Retail, FigureMeasure.Cumulative), "43.2"),
            (scene.Cell(scene.Industry, FigureMeasure.CumulativeGrowth), "6.50")));
        var sheet = await scene.StoredAsync();
        Assert.Equal(SheetState.Submitted, sheet.State);
        Assert.All(sheet.Observations, o => Assert.False(o.InForce));
        Assert.Equal(["3", "43.2", "6.50", "8.0"], sheet.Observations.Select(o => new FigureValue(o.Value, o.Decimals).ToString())
            .Order(StringComparer.Ordinal));
    }

    private static async Task ApproveAndLockAsync(FigureScene scene, WebClient steward)
    {
        Assert.Empty(await SeriesAsync(scene));
        Done(await scene.PressAsync(steward, "Approve"));
        var series = await SeriesAsync(scene);
        var retail = Assert.Single(series, s => s.IndicatorId == scene.Retail.Id && s.Measure == FigureMeasure.Cumulative);
        Assert.Equal((43.2m, 1), (Assert.Single(retail.Points).Value, retail.Points[0].Decimals));
        Done(await scene.PressAsync(steward, "Lock"));
        Assert.Equal(SheetState.Locked, (await scene.StoredAsync()).State);
    }

    private static async Task ReviseAsync(FigureScene scene, WebClient steward)
    {
        var sheet = await scene.StoredAsync();
        var old = sheet.Observations.Single(o => o.IndicatorId == scene.Retail.Id && o.Measure == FigureMeasure.Cumulative);
        var page = await steward.PageAsync(FigureLinks.Figure(old.Id));
        Assert.Null(page.QuerySelector("main form"));
        Done(await scene.PressAsync(steward, "Open", ("Reason", "市统计局反馈更正，王立军同意"), ("Until", "2026-03-05")));
        page = await steward.PageAsync(FigureLinks.Figure(old.Id));
        var form = (AngleSharp.Html.Dom.IHtmlFormElement)page.QuerySelector($"main form[action='{FigureLinks.Figure(old.Id)}']")!;
        using (var refused = await steward.SubmitAsync(form, new Dictionary<string, string?> { ["Value"] = "43.60", ["Reason"] = "" }))
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Done(await steward.SubmitAsync(form, new Dictionary<string, string?> { ["Value"] = "43.60", ["Stage"] = "Verified", ["Reason"] = "市统计局更正" }));
        var figures = (await scene.StoredAsync()).Observations
            .Where(o => o.IndicatorId == scene.Retail.Id && o.Measure == FigureMeasure.Cumulative).OrderBy(o => o.Revision).ToList();
        Assert.Equal([(1, false, 43.2m, 1), (2, true, 43.6m, 2)], figures.Select(f => (f.Revision, f.InForce, f.Value, f.Decimals)));
        var past = await steward.PageAsync(FigureLinks.Figure(figures[1].Id));
        Assert.Equal(["43.60", "43.2"], past.QuerySelectorAll("td[data-label=数值]").Select(c => c.TextContent));
        Assert.Equal(43.60m,
            Assert.Single(await SeriesAsync(scene), s => s.IndicatorId == scene.Retail.Id && s.Measure == FigureMeasure.Cumulative).Points[0].Value);
    }

    [Fact]
    public async Task A_locked_sheet_refuses_a_revision_sent_past_the_page()
    {
        await using var app = await TestApp.StartAsync();
        var scene = await InAsync(app);
        await scene.KnowAsync(scene.Retail, February, (FigureMeasure.Cumulative, "43.2"));
        var sheet = await scene.StoredAsync();
        using var steward = await app.AsAsync("steward");
        var page = await steward.PageAsync("/indicators/areas");
        var form = (AngleSharp.Html.Dom.IHtmlFormElement)page.QuerySelector("main form")!;
        form.SetAttribute("action", FigureLinks.Figure(sheet.Observations[0].Id));
        using var refused = await steward.SubmitAsync(form, new Dictionary<string, string?> { ["Value"] = "50.0", ["Version"] = "1", ["Reason"] = "改数" });
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("已锁定", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(43.2m, Assert.Single((await scene.StoredAsync()).Observations).Value);
    }

    [Fact]
    public async Task Late_figures_and_revisions_of_the_unit_go_the_same_way_once_more()
    {
        await using var app = await TestApp.StartAsync();
        var scene = await InAsync(app);
        using var clerk = await app.AsAsync("clerk");
        using var steward = await app.AsAsync("steward");
        Done(await scene.FillAsync(clerk, "Submit", (scene.Cell(scene.Retail, FigureMeasure.Cumulative), "43.2")));
        Done(await scene.PressAsync(steward, "Approve"));
        Done(await scene.PressAsync(clerk, "Reopen"));
        // An approved figure is changed with a reason only, and is not emptied.
        (string, string)[] change =
            [(scene.Cell(scene.Retail, FigureMeasure.Cumulative), "43.5"), (scene.Cell(scene.Industry, FigureMeasure.CumulativeGrowth), "6.5")];
        await RefusedAsync(await scene.FillAsync(clerk, "Submit", change), "FIG012");
        await RefusedAsync(await scene.FillAsync(clerk, "", (scene.Cell(scene.Retail, FigureMeasure.Cumulative), "")), "FIG019");
        Done(await scene.FillAsync(clerk, "Submit", [.. change, (scene.Why(scene.Retail), "联网直报平台退回更正")]));
        Assert.Equal(43.2m, Assert.Single(await SeriesAsync(scene)).Points[0].Value);
        Done(await scene.PressAsync(steward, "Return", ("Reason", "请附平台截图说明")));
        Assert.Contains("退回原因：请附平台截图说明", (await clerk.PageAsync(scene.Sheet)).Body!.TextContent, StringComparison.Ordinal);
        Done(await scene.FillAsync(clerk, "Submit"));
        Done(await scene.PressAsync(steward, "Approve"));
        Assert.Equal([43.5m, 6.5m], (await SeriesAsync(scene)).Select(s => s.Points[0].Value));
        Assert.Equal(3, (await scene.StoredAsync()).Observations.Count);
    }

    private static async Task RefusedAsync(HttpResponseMessage answer, string code)
    {
        using (answer)
        {
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            Assert.Contains(code, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    /// <summary>What computations read of February.</summary>
    private static async Task<IReadOnlyList<FigureSeries>> SeriesAsync(FigureScene scene)
    {
        await using var scope = scene.App.Scope();
        return await scope.ServiceProvider.GetRequiredService<FigureReader>()
            .ReadAsync([scene.Retail.Id, scene.Industry.Id, scene.Gdp.Id], [scene.Here.Id, scene.City.Id], February, February, CancellationToken.None);
    }
}
