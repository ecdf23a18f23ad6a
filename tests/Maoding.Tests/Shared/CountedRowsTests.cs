using System.Globalization;
using System.Text.RegularExpressions;
using Maoding.Domain.Issuing;
using Maoding.Domain.Ledger;
using Maoding.Domain.Lights;
using Maoding.Shared;
using Maoding.Shared.Addresses;
using Maoding.Tests.Hosting;
using Maoding.Tests.WholeWay;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using WebClient = Maoding.Tests.Hosting.WebClient;

namespace Maoding.Tests.Shared;

/// <summary>One plan with two batches, a row split into leaves, one that is done and one that was stopped: every page counts the same.</summary>
public sealed partial class CountedRowsTests
{
    /// <summary>Six leaves: two of them of a row that is split, one done, one stopped, one of the second batch.</summary>
    private const int All = 6;

    private static async Task<YearDistrict> SceneAsync(TestApp app)
    {
        var year = await YearDistrict.InAsync(app, new DateOnly(2026, 5, 6));
        var unit = year.District.Education;
        await year.AddAsync("1", "新建学校", CommitmentState.InProgress, unit, r => r.IsLeaf = false);
        foreach (var number in (string[])["1.1", "1.2"])
            await year.AddAsync(number, $"新建学校{number}", CommitmentState.InProgress, unit, r => r.ParentId = year.Rows["1"].Id);
        await year.AddAsync("2", "培训教师", CommitmentState.Done, unit);
        await year.AddAsync("3", "撤并学校", CommitmentState.Stopped, unit);
        await year.AddAsync("4", "改造操场", CommitmentState.InProgress, unit);
        await year.AddAsync("6", "还没有印发", CommitmentState.Draft, unit, r => r.IssueId = null);
        await using var db = app.Open();
        var second = new Issue
        {
            PlanId = year.District.Plan.Id,
            Batch = 2,
            DocumentNumber = "云办发〔2026〕9号",
            IssuedOn = new DateOnly(2026, 3, 20),
            IssuedAt = new DateTime(2026, 3, 20, 1, 0, 0, DateTimeKind.Utc),
        };
        db.Add(second);
        await TestApp.SaveAsync(db);
        await year.AddAsync("5", "补充任务", CommitmentState.Issued, unit, r => r.IssueId = second.Id);
        await year.CloseAsync(YearDistrict.March, new DateOnly(2026, 4, 10),
            ("1", Light.Yellow), ("1.1", Light.Yellow), ("1.2", Light.Green), ("3", Light.Yellow), ("4", Light.Green), ("5", Light.None));
        await year.CloseAsync(YearDistrict.April, new DateOnly(2026, 5, 5),
            ("1", Light.Yellow), ("1.1", Light.Yellow), ("1.2", Light.Yellow), ("4", Light.Green), ("5", Light.Red));
        return year;
    }

    [Fact]
    public async Task Every_page_counts_the_same_rows()
    {
        await using var app = await TestApp.StartAsync();
        await SceneAsync(app);
        using var coordinator = await app.AsAsync("coordinator");
        var overview = await coordinator.PageAsync("/overviews");
        Assert.Equal(All, First(overview.QuerySelector("h2")!.TextContent));
        Assert.Contains(CountedRows.Words, overview.QuerySelector("h2")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(All, await ListedAsync(coordinator, OverviewLinks.Rows(new LedgerFilter())));
        var today = await coordinator.PageAsync("/today");
        var issued = today.QuerySelectorAll("main a").Single(a => a.TextContent.Contains("已印发", StringComparison.Ordinal));
        Assert.Equal(All, First(issued.TextContent));
        Assert.Equal(All, await ListedAsync(coordinator, issued.GetAttribute("href")!));
        var batches = (await coordinator.PageAsync("/issuing")).QuerySelectorAll("td.num[data-label=任务]").Select(c => First(c.TextContent));
        Assert.Equal([1, 5], batches);
        var compared = await coordinator.PageAsync("/overviews/compare?from=2026-01-01&to=2026-05-06");
        Assert.Equal(All, First(compared.QuerySelector("#added h2")!.TextContent));
        var settling = await coordinator.PageAsync($"{SettleLinks.Index}?year=2026");
        Assert.Contains($"/ {All} 项", settling.QuerySelector("section.card h2")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(CountedRows.Words, settling.QuerySelector("section.card h2")!.TextContent, StringComparison.Ordinal);
        // The list shows rows with leaves beside these, and says so.
        var list = await coordinator.PageAsync("/ledger");
        Assert.Contains("7 项（含有子项的 1 项，末级 6 项）", list.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_page_counts_the_same_lights()
    {
        await using var app = await TestApp.StartAsync();
        var year = await SceneAsync(app);
        using var coordinator = await app.AsAsync("coordinator");
        foreach (var (month, yellow, green, red) in ((int, int, int, int)[])[(YearDistrict.March, 2, 2, 0), (YearDistrict.April, 2, 1, 1)])
        {
            var overview = await coordinator.PageAsync($"/overviews?month={month}");
            int Of(string light) => First(overview.QuerySelector($".ovw-{light} b")!.TextContent);
            Assert.Equal((month, yellow, green, red), (month, Of("yellow"), Of("green"), Of("red")));
            var closings = (await coordinator.PageAsync("/closings")).QuerySelectorAll("tbody tr")
                .Single(r => r.QuerySelector("td")!.TextContent.Trim() == $"{month % 100}月");
            int Closed(string light) => First(closings.QuerySelector($"td[data-label={light}]")!.TextContent);
            Assert.Equal((month, yellow, green, red), (month, Closed("黄灯"), Closed("绿灯"), Closed("红灯")));
            var link = closings.QuerySelector("td[data-label=黄灯] a")!.GetAttribute("href")!;
            Assert.Equal((month, yellow), (month, await ListedAsync(coordinator, link)));
        }

        // Two yellow and one red in April, none of them done or stopped: a stocktake speaks of all three, and says whom it leaves out.
        var sheet = (await coordinator.PageAsync(StocktakeLinks.Leader(year.District.Leader.Id))).QuerySelectorAll("h2")
            .Single(h => h.TextContent.Contains("最差的", StringComparison.Ordinal)).TextContent;
        Assert.Contains("最差的 3 项", sheet, StringComparison.Ordinal);
        Assert.DoesNotContain("另有", sheet, StringComparison.Ordinal);
        Assert.Contains("已销号和停办的不再调度", sheet, StringComparison.Ordinal);
        await using var db = app.Open();
        var counted = new CountedRows(db);
        Assert.Equal(2, await counted.Lights(year.District.Plan.Id).CountAsync(l => l.Month == YearDistrict.April && l.Light == Light.Yellow));
    }

    [Fact]
    public async Task What_is_left_out_is_left_out_of_rows_and_lights()
    {
        await using var app = await TestApp.StartAsync();
        var year = await SceneAsync(app);
        await using var db = app.Open();
        var (plan, left) = (year.District.Plan.Id, year.Rows["1.1"].Id);
        var counted = new CountedRows(db, db.Commitments.Where(c => c.Id == left).Select(c => c.Id));
        Assert.Equal(All - 1, await counted.Of(plan).CountAsync(TestContext.Current.CancellationToken));
        Assert.Equal(1, await counted.Lights(plan)
            .CountAsync(l => l.Month == YearDistrict.April && l.Light == Light.Yellow, TestContext.Current.CancellationToken));
        await using var scope = app.Scope();
        Assert.Equal(All, await scope.ServiceProvider.GetRequiredService<CountedRows>().Of(plan).CountAsync(TestContext.Current.CancellationToken));
    }

    private static async Task<int> ListedAsync(WebClient web, string href) => (await web.PageAsync(href)).QuerySelectorAll("main tbody tr").Length;

    private static int First(string text) => int.Parse(Number().Match(text).Value, CultureInfo.InvariantCulture);

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Number();
}
