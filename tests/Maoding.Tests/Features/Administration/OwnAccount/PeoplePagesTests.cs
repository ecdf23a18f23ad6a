using Maoding.Districts;
using Maoding.TestKit;
using Maoding.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Maoding.Tests.Features.Administration.OwnAccount;

/// <summary>In a real browser: the way in without scripts, and every page of people under axe and the content security policy.</summary>
public sealed class PeoplePagesTests
{
    [Fact]
    public async Task From_first_run_to_the_second_factor_without_scripts()
    {
        Assert.SkipWhen(Browser.Missing is not null, Browser.Missing ?? "");
        await using var app = await TestApp.StartAsync();
        await using var browser = await Browser.Open(app.Address.ToString(), javaScript: false);
        var page = browser.Page;
        await page.GotoAsync("/");
        await page.FillAsync("#Code", (await app.Services.GetRequiredService<District>().FirstRun.IfNeededAsync(TestContext.Current.CancellationToken))!);
        await page.FillAsync("#RegionName", "云泽区");
        await page.FillAsync("#CityName", "云州市");
        await page.ClickAsync("main button");
        await page.FillAsync("#UserName", "guanli");
        await page.FillAsync("#Wanted", People.Good);
        await page.FillAsync("#Again", People.Good);
        await page.ClickAsync("main button");
        await page.FillAsync("#UserName", "guanli");
        await page.FillAsync("#Password", People.Good);
        await page.ClickAsync("main button");
        Assert.Equal("/organs", new Uri(page.Url).AbsolutePath);
        Assert.Contains("云泽区教育局", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        await page.GotoAsync("/own-account/second-factor");
        await page.ClickAsync("main button");
        Assert.Equal(1, await page.Locator("svg.qr path").CountAsync());
        await page.ClickAsync("header button");
        Assert.Equal("/own-account/sign-in", new Uri(page.Url).AbsolutePath);
    }

    [Fact]
    public async Task Axe_finds_nothing_serious()
    {
        Assert.SkipWhen(Browser.Missing is not null, Browser.Missing ?? "");
        await using var app = await TestApp.StartAsync();
        await using var browser = await Browser.Open(app.Address.ToString());
        var page = browser.Page;
        await page.GotoAsync("/first-run");
        Assert.Empty(await page.Axe());
        await page.FillAsync("#Code", (await app.Services.GetRequiredService<District>().FirstRun.IfNeededAsync(TestContext.Current.CancellationToken))!);
        await page.FillAsync("#RegionName", "云泽区");
        await page.ClickAsync("main button");
        Assert.Empty(await page.Axe());
        await SmallDistrict.InAsync(app);
        await using (var db = app.Open())
        {
            db.Regions.Single().IsDemo = true;
            await TestApp.SaveAsync(db);
        }

        await page.GotoAsync("/own-account/sign-in?returnUrl=%2Fown-account");
        Assert.Empty(await page.Axe());
        await page.ClickAsync("button:has-text(\"admin\")");
        foreach (var path in (string[])["/own-account", "/own-account/password", "/own-account/second-factor", "/organs", "/organs/posts",
            "/organs/post/1", "/organs/unit/1", "/organs/person/1", "/organs/division", "/organs/division/1", "/organs/import", "/accounts", "/settings"])
        {
            await page.GotoAsync(path);
            var found = await page.Axe();
            Assert.True(found.Count == 0, $"{path}: {string.Join('\n', found)}");
        }

        await page.ClickAsync("main button:has-text(\"保存\")");
        Assert.Contains("设置已保存", await page.InnerTextAsync("main"), StringComparison.Ordinal);
    }
}
