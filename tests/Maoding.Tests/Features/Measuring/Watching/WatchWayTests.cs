using Maoding.Documents.Reading;
using Maoding.Domain.Indicators;
using Maoding.Domain.Targets;
using Maoding.Shared.Addresses;
using Maoding.TestKit;
using Maoding.Tests.Features.Measuring.Figures;
using Maoding.Tests.Features.Measuring.Targets;
using Maoding.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit;

namespace Maoding.Tests.Features.Measuring.Watching;

/// <summary>A month in Chromium: from the unit's workbook to a light that turns and a page that is printed.</summary>
public sealed class WatchWayTests
{
    private const int July = 202607;

    [Fact]
    public async Task A_month_comes_from_a_workbook_is_corrected_approved_and_locked_and_a_light_turns()
    {
        Assert.SkipWhen(Browser.Missing is not null, Browser.Missing ?? "");
        await using var app = await TestApp.StartAsync();
        var scene = await TiedAsync(app);
        var sheet = FigureLinks.Sheet(scene.District.Education.Id, July);
        await using var browser = await Browser.Open(app.Address.ToString());
        var page = browser.Page;
        await browser.EnterAsync(app, "coordinator");
        await page.GotoAsync("/targets");
        Assert.DoesNotContain("绿灯", await LineAsync(page), StringComparison.Ordinal);

        await browser.EnterAsync(app, "clerk");
        await page.GotoAsync(sheet);
        await UploadAsync(app, page, sheet);
        await Assertions.Expect(page.Locator("main .errors li")).ToHaveCountAsync(2);
        await page.FillAsync(Cell(scene, FigureMeasure.Cumulative), "71.4");
        await page.FillAsync(Cell(scene, FigureMeasure.CumulativeGrowth), "6.3");
        await page.GetByRole(AriaRole.Button, new() { Name = "提交", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator(".notice").First).ToContainTextAsync("已提交");

        await browser.EnterAsync(app, "steward");
        await page.GotoAsync("/targets");
        Assert.DoesNotContain("6.3%", await LineAsync(page), StringComparison.Ordinal);
        await page.GotoAsync(sheet);
        await page.GetByText("审核通过").ClickAsync();
        await Assertions.Expect(page.GetByText("已审核").First).ToBeVisibleAsync();
        page.Dialog += (_, asked) => _ = asked.AcceptAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "锁定" }).ClickAsync();
        await Assertions.Expect(page.GetByText("已锁定").First).ToBeVisibleAsync();

        await browser.EnterAsync(app, "coordinator");
        await page.GotoAsync("/targets");
        var line = await LineAsync(page);
        Assert.Contains("6.3%", line, StringComparison.Ordinal);
        Assert.Contains("绿灯", line, StringComparison.Ordinal);
        await page.GotoAsync("/watching");
        await Assertions.Expect(page.Locator(".watch-table").First).ToContainTextAsync("71.4亿元，增长6.3%");
        var pdf = await page.PdfAsync(new() { PreferCSSPageSize = true });
        Assert.True(pdf.Length > 20_000, $"{pdf.Length} bytes were printed");
        Assert.Empty(browser.TakeComplaints());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_watch_reads_well_on_a_desk_and_on_a_phone(bool phone)
    {
        Assert.SkipWhen(Browser.Missing is not null, Browser.Missing ?? "");
        await using var app = await TestApp.StartAsync();
        await TiedAsync(app);
        await using var browser = await Browser.Open(app.Address.ToString(), phone);
        await browser.EnterAsync(app, "leader");
        foreach (var (path, name) in new[] { ("/watching", "watch"), ("/watching/map", "map"), ("/watching/RETAIL", "indicator") })
        {
            await browser.Page.GotoAsync(path);
            await browser.Screenshot($"watch-{name}{(phone ? "-phone" : "")}");
            Assert.Empty(await browser.Page.Axe());
            Assert.True(await browser.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), $"{path} scrolls sideways");
        }
    }

    /// <summary>
    /// Retail sales are the education office's to enter, for want of a bureau of commerce in the small district; their target is tied and behind.
    /// </summary>
    private static async Task<TargetScene> TiedAsync(TestApp app)
    {
        var scene = await TargetScene.InAsync(app);
        await using var db = app.Open();
        var retail = await db.Indicators.SingleAsync(i => i.Id == scene.Retail.Id);
        (retail.UnitId, retail.ReleaseDays, retail.Most) = (scene.District.Education.Id, 10, 500);
        db.Targets.Add(new Target
        {
            PlanId = scene.District.Plan.Id,
            CommitmentId = scene.RetailRow.Id,
            IndicatorId = retail.Id,
            Measure = FigureMeasure.CumulativeGrowth,
            Kind = TargetKind.GrowthAtLeast,
            Value = 6,
            Revisions = [new TargetRevision { Number = 1, Value = 6, Kind = TargetKind.GrowthAtLeast, From = new DateOnly(2026, 1, 8) }],
        });
        await TestApp.SaveAsync(db);
        return scene;
    }

    /// <summary>The exported form filled in with a level out of range and a growth in words.</summary>
    private static async Task UploadAsync(TestApp app, IPage page, string sheet)
    {
        using var clerk = await app.AsAsync("clerk");
        using var answer = await clerk.GetAsync($"{sheet}/export");
        var rows = TableBookReader.Read(await answer.Content.ReadAsStreamAsync(), "数据.xlsx")[0].Rows.Select(r => r.Cells.ToList()).ToList();
        (rows[1][rows[0].IndexOf("累计值")], rows[1][rows[0].IndexOf("累计同比")]) = ("7140", "六点三");
        await page.GetByText("从 Excel 填").ClickAsync();
        await page.SetInputFilesAsync("#Upload", new FilePayload
        {
            Name = "数据.xlsx",
            MimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Buffer = FigureScene.Book(rows),
        });
        await page.GetByRole(AriaRole.Button, new() { Name = "填到下面的格子里" }).ClickAsync();
    }

    private static string Cell(TargetScene scene, FigureMeasure measure) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"#v-{scene.Retail.Id}-{scene.Own.Id}-{(int)measure}");

    private static async Task<string> LineAsync(IPage page) => await page.Locator("table tbody tr", new() { HasText = "社会消费品零售总额" }).First.InnerTextAsync();
}
