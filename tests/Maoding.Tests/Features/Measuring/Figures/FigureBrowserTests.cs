using Maoding.Domain.Indicators;
using Maoding.Shared.Addresses;
using Maoding.TestKit;
using Maoding.Tests.Hosting;
using Microsoft.Playwright;
using Xunit;
using static Maoding.Tests.Features.Measuring.Figures.FigureScene;

namespace Maoding.Tests.Features.Measuring.Figures;

/// <summary>The grid in Chromium: keys and pasting on a desk, plain forms on a phone.</summary>
public sealed class FigureBrowserTests
{
    [Fact]
    public async Task Keys_move_between_cells_and_a_block_is_pasted()
    {
        Assert.SkipWhen(Browser.Missing is not null, Browser.Missing ?? "");
        await using var app = await TestApp.StartAsync();
        var scene = await InAsync(app);
        await using var browser = await Browser.Open(app.Address.ToString());
        var page = browser.Page;
        await browser.EnterAsync(app, "clerk");
        await page.GotoAsync($"{scene.Sheet}?more={scene.Industry.Id}-Peer");
        string Cell(Indicator indicator, FigureMeasure measure, Area? area = null) => $"#{scene.Cell(indicator, measure, area)}";
        async Task OnAsync(string cell) => Assert.Equal(cell[1..], await page.EvaluateAsync<string>("document.activeElement.id"));
        await page.FocusAsync(Cell(scene.Retail, FigureMeasure.CurrentGrowth));
        await page.Keyboard.PressAsync("Enter");
        await OnAsync(Cell(scene.Industry, FigureMeasure.CurrentGrowth));
        await page.Keyboard.PressAsync("ArrowRight");
        await OnAsync(Cell(scene.Industry, FigureMeasure.CumulativeGrowth));
        await page.Keyboard.PressAsync("ArrowDown");
        await OnAsync(Cell(scene.Industry, FigureMeasure.CumulativeGrowth, scene.Peer));
        await page.Keyboard.PressAsync("ArrowUp");
        await page.Keyboard.PressAsync("ArrowLeft");
        await OnAsync(Cell(scene.Industry, FigureMeasure.CurrentGrowth));
        await page.EvaluateAsync("""
            cell => {
                const data = new DataTransfer();
                data.setData("text/plain", "6.1\t6.50\r\n5.0\t5.2\r\n");
                document.querySelector(cell).dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
            }
            """, Cell(scene.Industry, FigureMeasure.CurrentGrowth));
        Assert.Equal(["6.1", "6.50", "5.0", "5.2"], await Task.WhenAll(
            page.InputValueAsync(Cell(scene.Industry, FigureMeasure.CurrentGrowth)), page.InputValueAsync(Cell(scene.Industry, FigureMeasure.CumulativeGrowth)),
            page.InputValueAsync(Cell(scene.Industry, FigureMeasure.CurrentGrowth, scene.Peer)),
            page.InputValueAsync(Cell(scene.Industry, FigureMeasure.CumulativeGrowth, scene.Peer))));
        await page.GetByText("只保存，先不提交").ClickAsync();
        await Assertions.Expect(page.Locator(".notice").First).ToContainTextAsync("已保存 4 个数据");
    }

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public async Task Every_page_reads_well_on_a_desk_and_on_a_phone(bool phone, bool scripts)
    {
        Assert.SkipWhen(Browser.Missing is not null, Browser.Missing ?? "");
        await using var app = await TestApp.StartAsync();
        var scene = await InAsync(app);
        await scene.KnowAsync(scene.Retail, 202502, (FigureMeasure.Cumulative, "40.0"), (FigureMeasure.CumulativeGrowth, "6.0"), (FigureMeasure.Rank, "3"));
        await scene.KnowAsync(scene.Retail, 202512, (FigureMeasure.Cumulative, "251.30"));
        await scene.KnowAsync(scene.Industry, 202512, (FigureMeasure.CumulativeGrowth, "7.0"), (FigureMeasure.Rank, "2"));
        await using var browser = await Browser.Open(app.Address.ToString(), phone, scripts);
        var page = browser.Page;
        await browser.EnterAsync(app, "clerk");
        await page.GotoAsync($"{scene.Sheet}?more={scene.Retail.Id}-Peer&more={scene.Retail.Id}-City");
        await page.FillAsync($"#{scene.Cell(scene.Retail, FigureMeasure.Cumulative)}", "60.0");
        await page.FillAsync($"#{scene.Cell(scene.Retail, FigureMeasure.Rank)}", "0");
        await page.FillAsync($"#{scene.Cell(scene.Retail, FigureMeasure.CumulativeGrowth, scene.Peer)}", "5.1");
        await page.GetByText("只保存，先不提交").ClickAsync();
        await LookAsync(browser, scene.Sheet, "sheet", phone, scripts);
        await page.FillAsync($"#{scene.Cell(scene.Retail, FigureMeasure.Rank)}", "4");
        await page.FillAsync($"#{scene.Why(scene.Retail)}", "新商业综合体入统");
        await page.Locator("button", new PageLocatorOptions { HasTextString = "提交" }).First.ClickAsync();
        await Assertions.Expect(page.Locator(".notice").First).ToContainTextAsync("已提交");
        await LookAsync(browser, FigureLinks.Index, "own", phone, scripts);
        await browser.EnterAsync(app, "steward");
        await LookAsync(browser, scene.Sheet, "approve", phone, scripts);
        await page.GetByText("审核通过").ClickAsync();
        await page.GotoAsync(FigureLinks.Index);
        await LookAsync(browser, FigureLinks.Index, "list", phone, scripts);
        var figure = (await scene.StoredAsync()).Observations.First(o => o.Measure == FigureMeasure.Cumulative).Id;
        await LookAsync(browser, FigureLinks.Figure(figure), "figure", phone, scripts);
        await LookAsync(browser, FigureLinks.Import, "import", phone, scripts);
        await LookAsync(browser, IndicatorLinks.Index, "catalogue", phone, scripts);
        await LookAsync(browser, IndicatorLinks.Indicator(scene.Retail.Id), "indicator", phone, scripts);
        await LookAsync(browser, IndicatorLinks.Areas, "areas", phone, scripts);
        await LookAsync(browser, IndicatorLinks.Releases(scene.Retail.Id), "releases", phone, scripts);
    }

    private static async Task LookAsync(Browser browser, string path, string name, bool phone, bool scripts)
    {
        await browser.Page.GotoAsync(path);
        await browser.Screenshot($"figures-{name}{(phone ? "-phone" : "")}");
        Assert.True(await browser.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), $"{path} scrolls sideways");
        if (scripts) Assert.Empty(await browser.Page.Axe());
    }
}
