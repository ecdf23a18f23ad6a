using Maoding.TestKit;
using Maoding.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Maoding.Tests.Features.Measuring.Targets;

/// <summary>
/// The pages of targets in a real browser: no policy message, nothing serious for axe, no sideways scrolling on a phone; pictures for people to look at.
/// </summary>
public sealed class TargetPictureTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_pages_of_targets_behave_in_a_browser(bool phone)
    {
        Assert.SkipWhen(Browser.Missing is not null, Browser.Missing ?? "");
        await using var app = await TestApp.StartAsync();
        var scene = await TargetScene.InAsync(app);
        using (var web = await app.AsAsync("coordinator"))
        {
            foreach (var row in (Domain.Ledger.Commitment[])[scene.RetailRow, scene.RevenueRow])
                await TargetTests.PostAsync(web, await TargetTests.FormAsync(web, $"/targets/row/{row.Id}"), []);
        }

        await using var db = app.Open();
        var ids = await db.Targets.OrderBy(t => t.Id).Select(t => t.Id).ToListAsync(TestContext.Current.CancellationToken);
        await using var browser = await Browser.Open(app.Address.ToString(), phone);
        await browser.EnterAsync(app, "coordinator");
        (string Path, string Name)[] pages =
        [
            ("/targets", "targets"), ($"/targets/{ids[0]}", "target-growth"), ($"/targets/{ids[1]}", "target-sum"),
            ($"/targets/row/{scene.BusinessRow.Id}", "target-set"), ($"/targets/row/{scene.RetailRow.Id}", "target-adjust"),
            ($"/targets/{ids[0]}/parts", "target-parts"), ($"/targets/{ids[0]}/works", "target-works"), ("/targets/rule", "target-rule"),
            ($"/targets/aims?indicatorId={scene.Retail.Id}", "target-aims"), ("/targets/design", "target-design"),
        ];
        foreach (var (path, name) in pages)
        {
            await browser.Page.GotoAsync(path);
            await browser.Screenshot($"{name}{(phone ? "-phone" : "")}");
            Assert.Empty(await browser.Page.Axe());
            Assert.NotEqual("", await browser.Page.Locator("h1").InnerTextAsync());
            Assert.True(await browser.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), $"{path} scrolls sideways");
        }
    }
}
