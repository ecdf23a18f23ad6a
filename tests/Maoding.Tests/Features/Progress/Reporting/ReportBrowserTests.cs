using Maoding.Domain.Ledger;
using Maoding.Domain.Progress;
using Maoding.TestKit;
using Maoding.Tests.Hosting;
using Microsoft.Playwright;
using Xunit;
using static Maoding.Tests.Features.Progress.Reporting.ReportingDistrict;

namespace Maoding.Tests.Features.Progress.Reporting;

/// <summary>Fill, submit, sign and accept in Chromium: with scripts on a desk, without them on a phone.</summary>
public sealed class ReportBrowserTests
{
    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public async Task A_unit_reports_its_head_signs_and_the_coordinator_accepts(bool phone, bool scripts)
    {
        Assert.SkipWhen(Browser.Missing is not null, Browser.Missing ?? "");
        await using var app = await TestApp.StartAsync();
        var scene = await InAsync(app);
        await scene.PutAsync(scene.Conduct, February, ReportState.Accepted, 100, "印发实施方案，明确责任。");
        await scene.OnAsync(4, 1);
        await using var browser = await Browser.Open(app.Address.ToString(), phone, scripts);
        var page = browser.Page;
        await browser.EnterAsync(app, "clerk");
        await LookAsync(browser, "/today", "today", phone, scripts);
        await LookAsync(browser, "/reporting", "list", phone, scripts);
        await page.GotoAsync(Page(scene.Schools, March));
        await page.FillAsync("[name='Fields.Quantities[0].Value']", "1");
        await page.FillAsync("[name='Fields.Quantities[1].Value']", "180");
        await page.FillAsync("#Done", "1所主体封顶，2所完成招标。");
        await page.GetByText("暂存", new PageGetByTextOptions { Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("summary", new PageLocatorOptions { HasText = "33.3%" })).ToBeVisibleAsync();
        await LookAsync(browser, Page(scene.Schools, March), "form", phone, scripts);
        await page.GetByText("提交给负责人签发").ClickAsync();
        await Assertions.Expect(page.Locator(".notice")).ToContainTextAsync("已提交");
        await scene.PutAsync(scene.Campus, March, ReportState.Submitted, 166, "施工许可证已办，3月5日正式开工，土方完成四成。");
        await browser.EnterAsync(app, "head");
        await LookAsync(browser, "/reporting/sign", "sign", phone, scripts);
        await LookAsync(browser, "/reporting/delegation", "delegation", phone, scripts);
        await page.GotoAsync("/reporting/sign");
        await page.GetByText("签发勾选的").ClickAsync();
        await Assertions.Expect(page.Locator(".notice")).ToContainTextAsync("已签发 2 份");
        await browser.EnterAsync(app, "coordinator");
        await LookAsync(browser, "/reporting/review", "review", phone, scripts);
        await LookAsync(browser, Page(scene.Schools, March), "read", phone, scripts);
        await LookAsync(browser, $"/reporting/instruction/{scene.Schools.Id}", "instruction", phone, scripts);
        await LookAsync(browser, $"/reporting/rhythm/{scene.Schools.Id}", "rhythm", phone, scripts);
        await page.GotoAsync("/reporting/review");
        await page.GetByText("审核通过勾选的").First.ClickAsync();
        await Assertions.Expect(page.Locator(".notice")).ToContainTextAsync("已审核 2 份");
        Assert.Equal((CommitmentState.InProgress, 333), ((await scene.RowAsync(scene.Schools)).State, (await scene.RowAsync(scene.Schools)).Share));
        await LookAsync(browser, $"/ledger/{scene.Schools.Id}", "row", phone, scripts);
    }

    private static async Task LookAsync(Browser browser, string path, string name, bool phone, bool scripts)
    {
        await browser.Page.GotoAsync(path);
        await browser.Screenshot($"report-{name}{(phone ? "-phone" : "")}");
        Assert.True(await browser.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), $"{path} scrolls sideways");
        if (scripts) Assert.Empty(await browser.Page.Axe());
    }
}
