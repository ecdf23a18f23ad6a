using Maoding.TestKit;
using Maoding.Tests.Features.Supervision.Problems;
using Maoding.Tests.Hosting;
using Microsoft.Playwright;
using Xunit;

namespace Maoding.Tests.Features.Home.Finding;

/// <summary>Finding by keys alone, and the navigation with what waits beside its words, on a screen and on a phone.</summary>
public sealed class FindBrowserTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_key_opens_the_box_and_the_arrows_go_through_what_was_found(bool phone)
    {
        Assert.SkipWhen(Browser.Missing is not null, Browser.Missing ?? "");
        await using var app = await TestApp.StartAsync();
        var scene = await ProblemScene.InAsync(app);
        await scene.HandledAsync(app, p => p.Due = SmallDistrict.Today.AddDays(-1));
        await using var browser = await Browser.Open(app.Address.ToString(), phone);
        await browser.EnterAsync(app, "clerk2");
        var page = browser.Page;
        await page.GotoAsync("/problems");
        await Assertions.Expect(page.Locator("nav.areas [data-waits=problems]")).ToHaveTextAsync("1");
        await Assertions.Expect(page.Locator("nav.at-hand")).ToBeVisibleAsync(new() { Visible = phone });
        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync("老旧小区");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".hits mark").First).ToHaveTextAsync("老旧小区");
        await browser.Screenshot($"find{(phone ? "-phone" : "")}");
        Assert.Empty(await page.Axe());
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("ArrowUp");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("h1")).Not.ToHaveTextAsync("查找");
    }
}
