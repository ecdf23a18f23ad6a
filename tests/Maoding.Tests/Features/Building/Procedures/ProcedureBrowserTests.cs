using Maoding.Shared.Addresses;
using Maoding.TestKit;
using Maoding.Tests.Hosting;
using Microsoft.Playwright;
using Xunit;

namespace Maoding.Tests.Features.Building.Procedures;

/// <summary>Procedures and joint reviews in Chromium, on a desk with scripts and on a phone without.</summary>
public sealed class ProcedureBrowserTests
{
    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public async Task Every_page_reads_well_on_a_desk_and_on_a_phone(bool phone, bool scripts)
    {
        Assert.SkipWhen(Browser.Missing is not null, Browser.Missing ?? "");
        await using var app = await TestApp.StartAsync();
        var scene = await ProcedureScene.InAsync(app);
        await scene.GiveAsync();
        var road = await scene.AddAsync("XM-2026-002", "云泽大道改造", new DateOnly(2026, 3, 20));
        await using var browser = await Browser.Open(app.Address.ToString(), phone, scripts);
        var page = browser.Page;
        await browser.EnterAsync(app, "clerk2");
        await LookAsync(browser, ProcedureLinks.Project(road.Id), "empty", phone, scripts);
        await RecordAsync(page, scene, 1, "受理", "2026-03-02");
        await scene.OnAsync(new DateOnly(2026, 3, 11));
        await RecordAsync(page, scene, 1, "办结", "2026-03-11");
        await RecordAsync(page, scene, 2, "受理", "2026-03-11");
        await LookAsync(browser, $"{scene.Address}?by=2026-05-08", "project", phone, scripts);
        await LookAsync(browser, ProcedureLinks.Step((await scene.ProcedureAsync(2)).Id), "step", phone, scripts);
        await LookAsync(browser, ProcedureLinks.Index, "overview", phone, scripts);
        await LookAsync(browser, ReviewLinks.New(scene.Project.Id), "new-review", phone, scripts);
        await page.FillAsync("#Text", "请审可行性研究报告和总平面图。");
        await page.GetByText("下一步：放资料").ClickAsync();
        await LookAsync(browser, ReviewLinks.Review(1), "prepared", phone, scripts);
        page.Dialog += async (_, dialog) => await dialog.AcceptAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "发出", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator(".notice").First).ToContainTextAsync("已同时送各部门");
        await browser.EnterAsync(app, "zrzy");
        await LookAsync(browser, ReviewLinks.Review(1), "answer", phone, scripts);
        await page.Locator("form.jnt-form").First.GetByLabel("不同意", new() { Exact = true }).CheckAsync();
        await page.Locator("form.jnt-form textarea[name=Text]").First.FillAsync("占用永久基本农田。");
        await page.Locator("form.jnt-form textarea[name=LegalBasis]").First.FillAsync("土地管理法第三十五条");
        await page.Locator("form.jnt-form button").First.ClickAsync();
        await Assertions.Expect(page.Locator(".notice").First).ToContainTextAsync("已反馈");
        await browser.EnterAsync(app, "leader");
        await LookAsync(browser, ReviewLinks.Review(1), "decide", phone, scripts);
        await LookAsync(browser, ReviewLinks.Index, "reviews", phone, scripts);
        await LookAsync(browser, ReviewLinks.Departments, "departments", phone, scripts);
        await browser.EnterAsync(app, "coordinator");
        await LookAsync(browser, ProcedureLinks.Templates, "templates", phone, scripts);
        await LookAsync(browser, ProcedureLinks.Template(1), "template", phone, scripts);
    }

    private static async Task RecordAsync(IPage page, ProcedureScene scene, int order, string what, string day)
    {
        await page.GotoAsync(ProcedureLinks.Step((await scene.ProcedureAsync(order)).Id));
        await page.FillAsync(what == "受理" ? "#AcceptedOn" : "#FinishedOn", day);
        await page.Locator(what == "受理" ? "form[action*=Accept] button" : "form[action*=Finish] button").ClickAsync();
        await Assertions.Expect(page.Locator(".notice").First).ToContainTextAsync($"{what}已登记");
    }

    private static async Task LookAsync(Browser browser, string path, string name, bool phone, bool scripts)
    {
        await browser.Page.GotoAsync(path);
        await browser.Screenshot($"procedures-{name}{(phone ? "-phone" : "")}");
        Assert.True(await browser.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), $"{path} scrolls sideways");
        if (scripts) Assert.Empty(await browser.Page.Axe());
    }
}
