using Maoding.Domain.Organization;
using Maoding.TestKit;
using Maoding.Tests.Hosting;
using Microsoft.Playwright;
using Xunit;

namespace Maoding.Tests.Shared;

/// <summary>A choice among many units is found by typing a short or a full name, and stays a plain choice without scripts.</summary>
public sealed class ChooseTests
{
    [Theory]
    [InlineData("住建")]
    [InlineData("住房和城乡建设局")]
    [InlineData("建局")]
    public async Task A_unit_is_found_by_part_of_its_name_and_chosen_by_enter(string typed)
    {
        Assert.SkipWhen(Browser.Missing is not null, Browser.Missing ?? "");
        await using var app = await TestApp.StartAsync();
        var district = await SceneAsync(app);
        await using var browser = await Browser.Open(app.Address.ToString(), false, true);
        var page = browser.Page;
        await browser.EnterAsync(app, "coordinator");
        await page.GotoAsync("/ledger");
        var box = page.GetByLabel("查找单位");
        await box.FillAsync(typed);
        await box.PressAsync("Enter");
        await page.WaitForURLAsync($"**unit={district.Housing.Id}**");
        Assert.Empty(await page.Axe());
    }

    [Fact]
    public async Task Without_scripts_the_choice_is_a_plain_one()
    {
        Assert.SkipWhen(Browser.Missing is not null, Browser.Missing ?? "");
        await using var app = await TestApp.StartAsync();
        await SceneAsync(app);
        await using var browser = await Browser.Open(app.Address.ToString(), true, false);
        await browser.EnterAsync(app, "coordinator");
        await browser.Page.GotoAsync("/ledger");
        await Assertions.Expect(browser.Page.Locator("select[name=unit] option")).ToHaveCountAsync(34);
        await Assertions.Expect(browser.Page.Locator(".choose")).ToHaveCountAsync(0);
    }

    private static async Task<SmallDistrict> SceneAsync(TestApp app)
    {
        var district = await SmallDistrict.InAsync(app);
        await using var db = app.Open();
        db.Units.AddRange(Enumerable.Range(1, 30)
            .Select(i => new Unit { Order = 10 + i, Name = $"云泽区第{i}街道办事处", ShortName = $"第{i}街道", Functions = "", Line = OrganLine.Government }));
        await TestApp.SaveAsync(db);
        return district;
    }
}
