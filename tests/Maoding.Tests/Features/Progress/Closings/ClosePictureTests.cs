using Maoding.Domain.Lights;
using Maoding.Features.Progress.Closings;
using Maoding.TestKit;
using Maoding.Tests.Hosting;
using Microsoft.Playwright;
using Xunit;

namespace Maoding.Tests.Features.Progress.Closings;

/// <summary>Closings, rules and a row's lights in a real browser; pictures for people to look at.</summary>
public sealed class ClosePictureTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_pages_of_lights_behave_in_a_browser(bool phone)
    {
        Assert.SkipWhen(Browser.Missing is not null, Browser.Missing ?? "");
        await using var app = await TestApp.StartAsync();
        var (parent, rows) = await YearAsync(app);
        await using var browser = await Browser.Open(app.Address.ToString(), phone);
        await browser.EnterAsync(app, "coordinator");
        (string Path, string Name)[] pages =
        [
            ("/closings", "close"), ("/rules?kind=lights&preset=1", "rules"), ("/ledger", "ledger"),
            ($"/ledger/{rows[3]}", "row"), ($"/ledger/{parent}", "parent"), ($"/closings/light/{rows[1]}/202604", "override"),
        ];
        foreach (var (path, name) in pages)
        {
            await browser.Page.GotoAsync(path);
            await LookAsync(browser, path, $"lights-{name}{(phone ? "-phone" : "")}");
            if (name != "rules") continue;
            await browser.Page.GetByRole(AriaRole.Button, new() { Name = "试算" }).ClickAsync();
            await browser.Page.Locator("#preview").WaitForAsync();
            await LookAsync(browser, path, $"lights-preview{(phone ? "-phone" : "")}");
        }
    }

    /// <summary>Four closed months with what an office sees in them: on track, behind, missing, made up later, changed by hand.</summary>
    private static async Task<(int Parent, int[] Rows)> YearAsync(TestApp app)
    {
        var scene = await YearScene.InAsync(app);
        var parent = await scene.AddAsync("1", isLeaf: false);
        int[] rows = [await scene.AddAsync("1.1", parent), await scene.AddAsync("1.2", parent),
            await scene.AddAsync("2"), await scene.AddAsync("3"), await scene.AddAsync("4")];
        int[][] shares = [[100, 180, 320, 400], [90, 150, 200, 290], [100, 210, 300, 410], [60, 60, 90, 120], [120, 240, 360, 470]];
        for (var month = 1; month <= 4; month++)
        {
            for (var i = 0; i < rows.Length; i++)
                if (i != 3 || month != 2) await scene.AcceptAsync(rows[i], 202600 + month, shares[i][month - 1], new DateOnly(2026, month + 1, 4));
            await scene.CatchUpAsync(new DateOnly(2026, month + 1, 12));
        }

        await scene.WithAsync<MonthLightService, bool>(async service =>
        {
            await service.OverrideAsync(YearScene.Coordinator, rows[1], 202604, Light.Red, "现场核查没有复工，经王立军同意", new DateOnly(2026, 5, 13));
            return true;
        });
        await scene.AcceptAsync(rows[3], 202605, 520, new DateOnly(2026, 6, 4));
        await scene.AcceptAsync(rows[0], 202605, 500, new DateOnly(2026, 6, 4));
        await using var db = app.Open();
        db.Regions.Single().BusinessDate = new DateOnly(2026, 6, 5);
        await TestApp.SaveAsync(db);
        return (parent, rows);
    }

    private static async Task LookAsync(Browser browser, string path, string name)
    {
        await browser.Screenshot(name);
        Assert.Empty(await browser.Page.Axe());
        Assert.True(await browser.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), $"{path} scrolls sideways");
    }
}
