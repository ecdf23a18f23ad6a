using Maoding.Domain.Ledger;
using Maoding.Domain.Lights;
using Maoding.TestKit;
using Maoding.Tests.Features.Progress.Reporting;
using Maoding.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit;

namespace Maoding.Tests.WholeWay;

/// <summary>
/// The loop of the year in Chromium: a report, its signature and acceptance, a call to who is
/// missing, the month's close, the overview, a stocktake, a completion, the year's account.
/// </summary>
public sealed class WholeYearTests
{
    [Fact]
    public async Task From_the_first_report_to_the_closed_year()
    {
        Assert.SkipWhen(Browser.Missing is not null, Browser.Missing ?? "");
        await using var app = await TestApp.StartAsync();
        var scene = await ReportingDistrict.InAsync(app);
        await using var browser = await Browser.Open(app.Address.ToString());
        browser.Page.Dialog += async (_, dialog) => await dialog.AcceptAsync();
        await ReportAsync(scene, browser);
        await AcceptAndChaseAsync(scene, browser);
        await CloseAndLookAsync(scene, browser);
        await MeetAsync(scene, browser);
        await FinishAsync(scene, browser);
        await SettleYearAsync(scene, browser);
    }

    /// <summary>The clerk fills in February, the head signs.</summary>
    private static async Task ReportAsync(ReportingDistrict scene, Browser browser)
    {
        var page = browser.Page;
        await browser.EnterAsync(scene.App, "clerk");
        await page.GotoAsync("/today");
        await page.GotoAsync(ReportingDistrict.Page(scene.Schools, ReportingDistrict.February));
        await page.FillAsync("[name='Fields.Quantities[0].Value']", "1");
        await page.FillAsync("[name='Fields.Quantities[1].Value']", "180");
        await page.FillAsync("#Done", "1所主体封顶，2所完成招标。");
        await PressAsync(page, "提交给负责人签发", "已提交");
        await browser.EnterAsync(scene.App, "head");
        await page.GotoAsync("/reporting/sign");
        await PressAsync(page, "签发勾选的", "已签发 1 份");
    }

    /// <summary>The coordinator accepts it and calls who has not reported.</summary>
    private static async Task AcceptAndChaseAsync(ReportingDistrict scene, Browser browser)
    {
        var page = browser.Page;
        await browser.EnterAsync(scene.App, "coordinator");
        await page.GotoAsync("/reporting/review");
        await PressAsync(page.Locator("main").GetByText("审核通过勾选的").First, page, "已审核 1 份");
        await scene.OnAsync(3, 9);
        await page.GotoAsync("/chasing");
        await PressAsync(page.Locator(".cha-unit").GetByText("登记催办").First, page, "已登记对区教育局的催办");
    }

    /// <summary>The month is closed; a number of the overview leads to its rows.</summary>
    private static async Task CloseAndLookAsync(ReportingDistrict scene, Browser browser)
    {
        var page = browser.Page;
        await scene.OnAsync(3, 10);
        await page.GotoAsync("/closings");
        await page.GetByRole(AriaRole.Button, new() { Name = "月结2月" }).ClickAsync();
        await Assertions.Expect(page.Locator("main")).Not.ToContainTextAsync("月结2月");
        var lit = await LightsAsync(scene.App);
        Assert.Equal(Light.Green, lit[scene.Schools.Id].Light);
        Assert.True(lit[scene.Campus.Id].IsMissing);

        await page.GotoAsync("/overviews");
        await page.Locator(".ovw-head a, main a[href^='/ledger?']").First.ClickAsync();
        await Assertions.Expect(page.Locator("table.ledger tbody tr")).Not.ToHaveCountAsync(0);
        await page.GotoAsync($"/ledger/{scene.Campus.Id}");
        await Assertions.Expect(page.Locator("#lights")).ToContainTextAsync("2月");
    }

    /// <summary>The leader's half-hour.</summary>
    private static async Task MeetAsync(ReportingDistrict scene, Browser browser)
    {
        var page = browser.Page;
        await browser.EnterAsync(scene.App, "leader");
        await page.GotoAsync($"/stocktakes/leader/{scene.District.Leader.Id}");
        await page.FillAsync("[name='Steps[0].Text']", "3月底前办好施工许可");
        await page.SelectOptionAsync("[name='Steps[0].UnitId']", new SelectOptionValue { Value = $"{scene.District.Education.Id}" });
        await page.FillAsync("[name='Steps[0].Due']", "2026-03-31");
        await page.GetByText("记下议定事项").ClickAsync();
        await Assertions.Expect(page.Locator("#now")).ToContainTextAsync("3月底前办好施工许可");
    }

    /// <summary>December: the unit applies with evidence, the coordinator verifies.</summary>
    private static async Task FinishAsync(ReportingDistrict scene, Browser browser)
    {
        var page = browser.Page;
        await scene.OnAsync(12, 20);
        await browser.EnterAsync(scene.App, "clerk");
        await page.GotoAsync($"/completing/{scene.Schools.Id}");
        await page.FillAsync("#Evidence", "3所幼儿园通过竣工验收，9月开园。");
        await PressAsync(page.GetByRole(AriaRole.Button, new() { Name = "申请销号" }), page, "申请");
        await browser.EnterAsync(scene.App, "coordinator");
        await page.GotoAsync($"/completing/{scene.Schools.Id}");
        await page.FillAsync("#Finding", "查验收备案表，到3所幼儿园看过。");
        await PressAsync(page.GetByRole(AriaRole.Button, new() { Name = "核验通过，销号" }), page, "销号");
    }

    /// <summary>The others are carried on or answered for, and the year closes.</summary>
    private static async Task SettleYearAsync(ReportingDistrict scene, Browser browser)
    {
        var page = browser.Page;
        await page.GotoAsync("/settling");
        await PressAsync(page.GetByText("先记已销号和停办的 1 项"), page, "都记好了");
        await Assertions.Expect(page.Locator(".set-row")).ToHaveCountAsync(3);
        await SettleAsync(page, scene.Campus, "结转下年", "已结转");
        await SettleAsync(page, scene.Conduct, "只作说明", "已交账");
        await SettleAsync(page, scene.Estates, "结转下年", "已结转");
        await PressAsync(page.GetByRole(AriaRole.Button, new() { Name = "关账", Exact = true }), page, "已关账");
        await page.GotoAsync("/settling");
        await page.GetByText("逐句看《").First.ClickAsync();
        await Assertions.Expect(page.Locator(".set-said").First).ToBeVisibleAsync();
        await using var db = scene.App.Open();
        Assert.Equal(PlanState.Closed, (await db.Plans.SingleAsync(p => p.Year == 2026)).State);
        Assert.Equal(2, await db.Commitments.CountAsync(c => c.CarriedFromId != null));
    }

    private static async Task SettleAsync(IPage page, Commitment row, string how, string notice)
    {
        var form = page.Locator($"#row-{row.Id}");
        await form.Locator("input[name=Words]").FillAsync("用地手续推迟，明年6月办结");
        await PressAsync(form.GetByText(how), page, notice);
        await Assertions.Expect(form).ToHaveCountAsync(0);
    }

    private static Task PressAsync(IPage page, string button, string notice) => PressAsync(page.GetByText(button, new() { Exact = false }).First, page, notice);

    private static async Task PressAsync(ILocator button, IPage page, string notice)
    {
        await button.ClickAsync();
        await Assertions.Expect(page.Locator(".notice").First).ToContainTextAsync(notice);
    }

    private static async Task<Dictionary<int, MonthLight>> LightsAsync(TestApp app)
    {
        await using var db = app.Open();
        return await db.MonthLights.AsNoTracking().Where(l => l.Month == 202602).ToDictionaryAsync(l => l.CommitmentId);
    }
}
