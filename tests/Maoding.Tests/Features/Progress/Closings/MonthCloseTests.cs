using System.Net;
using AngleSharp.Html.Dom;
using Maoding.Domain;
using Maoding.Domain.Ledger;
using Maoding.Domain.Lights;
using Maoding.Domain.Rules;
using Maoding.Features.Administration.Verifying;
using Maoding.Shared.Rules;
using Maoding.Storage.Closing;
using Maoding.TestKit;
using Maoding.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Maoding.Tests.Features.Progress.Closings;

public sealed class MonthCloseTests
{
    private static readonly DateOnly _march = new(2026, 3, 20);

    public static TheoryData<bool> Databases => [false, true];

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Closing_freezes_a_light_for_every_row_once(bool postgres)
    {
        await using var app = await TestApp.StartAsync(postgres ? await MigratedDatabase.OnPostgresAsync() : null);
        var scene = await YearScene.InAsync(app);
        var behind = await scene.AddAsync("1");
        var onTrack = await scene.AddAsync("2");
        var settled = await scene.AddAsync("3", state: CommitmentState.Done);
        var stopped = await scene.AddAsync("4", state: CommitmentState.Stopped);
        var parent = await scene.AddAsync("5", isLeaf: false);
        var (first, second) = (await scene.AddAsync("5.1", parent), await scene.AddAsync("5.2", parent));
        await scene.AcceptAsync(onTrack, 202601, 100);
        await scene.AcceptAsync(onTrack, 202602, 250);
        await scene.AcceptAsync(first, 202602, 300);
        await scene.AcceptAsync(second, 202602, 80);
        Assert.Equal(2, await scene.CatchUpAsync(_march));
        Assert.Equal(0, await scene.CatchUpAsync(_march));
        Assert.Null(await scene.LightAsync(settled, 202602));
        Assert.Null(await scene.LightAsync(stopped, 202602));
        var red = Assert.IsType<MonthLight>(await scene.LightAsync(behind, 202602));
        Assert.Equal((Light.Red, 3, 200, null, true, 2, 2, 2),
            (red.Light, red.Rule, red.Planned, red.Done, red.IsMissing, red.MissedMonths, red.MissingMonths, red.IdleMonths));
        Assert.Equal((Light.Green, 250), ((await scene.LightAsync(onTrack, 202602))!.Light, (await scene.LightAsync(onTrack, 202602))!.Done));
        var family = (await scene.LightAsync(parent, 202602))!;
        Assert.Equal((Light.Yellow, 4, 190), (family.Light, family.Rule, family.Done));
        Assert.Equal((Light.Yellow, 190), ((await scene.RowAsync(parent)).Light, (await scene.RowAsync(parent)).Share));
        Assert.Equal(Light.Red, (await scene.RowAsync(behind)).Light);
        await using var db = app.Open();
        Assert.Equal([202601, 202602], await db.MonthCloses.OrderBy(c => c.Month).Select(c => c.Month).ToListAsync());
        Assert.All(await db.MonthCloses.ToListAsync(), c => Assert.Equal(5, c.Rows));
        Assert.Equal(10, await db.MonthLights.CountAsync());
        Assert.Equal(2, await db.AuditEntries.CountAsync(e => e.Subject == "MonthClose"));
        Assert.Equal(0, await db.AuditEntries.CountAsync(e => e.Subject == "MonthLight"));
    }

    [Fact]
    public async Task A_frozen_month_stays_and_what_is_made_up_later_is_dated_beside_it()
    {
        await using var app = await TestApp.StartAsync();
        var scene = await YearScene.InAsync(app);
        var parent = await scene.AddAsync("1", isLeaf: false);
        var (first, second) = (await scene.AddAsync("1.1", parent), await scene.AddAsync("1.2", parent));
        await scene.CatchUpAsync(new DateOnly(2026, 2, 20));
        var before = FrozenLights.Digest(await LightsAsync(app, 202601));
        await scene.AcceptAsync(first, 202602, 90, _march);
        Assert.Null((await scene.LightAsync(first, 202601))!.RecoveredOn);
        await scene.AcceptAsync(first, 202603, 100, _march.AddDays(1));
        Assert.Equal(_march.AddDays(1), (await scene.LightAsync(first, 202601))!.RecoveredOn);
        Assert.Null((await scene.LightAsync(parent, 202601))!.RecoveredOn);
        Assert.Equal(50, (await scene.RowAsync(parent)).Share);
        await scene.AcceptAsync(second, 202602, 100, _march.AddDays(2));
        Assert.Equal(_march.AddDays(2), (await scene.LightAsync(parent, 202601))!.RecoveredOn);
        Assert.Equal(before, FrozenLights.Digest(await LightsAsync(app, 202601)));
        Assert.Equal(0, await scene.CatchUpAsync(new DateOnly(2026, 2, 25)));
        Assert.Equal(before, FrozenLights.Digest(await LightsAsync(app, 202601)));
    }

    [Fact]
    public async Task Months_are_closed_in_their_order_and_not_before_they_are_over()
    {
        await using var app = await TestApp.StartAsync();
        var scene = await YearScene.InAsync(app);
        await scene.AddAsync("1");
        Assert.Equal("CLO001", (await Assert.ThrowsAsync<RefusalException>(() => scene.CloseAsync(202602, _march))).Code);
        Assert.Equal("CLO002", (await Assert.ThrowsAsync<RefusalException>(() => scene.CloseAsync(202601, new DateOnly(2026, 1, 31)))).Code);
        Assert.True(await scene.CloseAsync(202601, new DateOnly(2026, 2, 1)));
        Assert.False(await scene.CloseAsync(202601, new DateOnly(2026, 2, 1)));
        // The 10th of March is the day for February.
        Assert.Equal(0, await scene.CatchUpAsync(new DateOnly(2026, 3, 9)));
        Assert.Equal(1, await scene.CatchUpAsync(new DateOnly(2026, 3, 10)));
        Assert.Equal(10, await scene.CatchUpAsync(new DateOnly(2027, 6, 1)));
        Assert.Equal("CLO003", (await Assert.ThrowsAsync<RefusalException>(() => scene.CloseAsync(202701, new DateOnly(2027, 6, 1)))).Code);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Two_at_once_close_a_month_once(bool postgres)
    {
        await using var app = await TestApp.StartAsync(postgres ? await MigratedDatabase.OnPostgresAsync() : null);
        var scene = await YearScene.InAsync(app);
        for (var i = 1; i <= 20; i++) await scene.AddAsync($"{i}");
        // The rules are there already, as after the first closing.
        await scene.WithAsync<RuleStore, RuleEdition>(s => s.EnsureAsync(YearScene.Coordinator, LightKind.Only, LightKind.DayOf(202601), _march));
        var closed = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => scene.CatchUpAsync(_march))));
        Assert.Equal(2, closed.Sum());
        await using var db = app.Open();
        Assert.Equal(40, await db.MonthLights.CountAsync());
    }

    [Fact]
    public async Task The_page_shows_the_month_that_waits_and_closes_it()
    {
        await using var app = await TestApp.StartAsync();
        var scene = await YearScene.InAsync(app);
        var row = await scene.AddAsync("1");
        using var web = await app.AsAsync("coordinator");
        var page = await web.PageAsync("/closings");
        Assert.Contains("1月待月结", page.Body!.TextContent, StringComparison.Ordinal);
        using (var answer = await web.SubmitAsync(page.QuerySelectorAll("main form").OfType<IHtmlFormElement>().Single(), new Dictionary<string, string?>()))
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(Light.Yellow, (await scene.LightAsync(row, 202601))!.Light);
        page = await web.PageAsync("/closings");
        Assert.Contains("2月待月结", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("陈敏", page.QuerySelectorAll("tbody tr")[0].TextContent, StringComparison.Ordinal);
        var link = page.QuerySelectorAll("tbody tr")[0].QuerySelectorAll("a").OfType<IHtmlAnchorElement>().Single();
        Assert.Contains("老旧小区改造1", (await web.PageAsync(link.PathName + link.Search)).QuerySelector("table")!.TextContent, StringComparison.Ordinal);
        using var leader = await app.AsAsync("leader");
        Assert.Empty((await leader.PageAsync("/closings")).QuerySelectorAll("main form"));
    }

    [Fact]
    public async Task Another_light_keeps_the_computed_one_and_goes_up_to_the_row_above()
    {
        await using var app = await TestApp.StartAsync();
        var scene = await YearScene.InAsync(app);
        var parent = await scene.AddAsync("1", isLeaf: false);
        var (first, second) = (await scene.AddAsync("1.1", parent), await scene.AddAsync("1.2", parent));
        await scene.AcceptAsync(first, 202601, 100);
        await scene.CatchUpAsync(new DateOnly(2026, 2, 20));
        Assert.Equal(Light.Yellow, (await scene.RowAsync(parent)).Light);
        using var web = await app.AsAsync("coordinator");
        var form = (await web.PageAsync($"/closings/light/{second}/202601")).QuerySelectorAll("main form").OfType<IHtmlFormElement>().Single();
        using (var refused = await web.SubmitAsync(form, new Dictionary<string, string?> { ["Light"] = "Red" }))
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        using (var answer = await web.SubmitAsync(form, new Dictionary<string, string?> { ["Light"] = "Red", ["Reason"] = "经督查属实没有动工" }))
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var changed = (await scene.LightAsync(second, 202601))!;
        Assert.Equal((Light.Yellow, Light.Red, "经督查属实没有动工"), (changed.Light, changed.Shown, changed.OverrideReason));
        Assert.Equal((Light.Yellow, Light.Red), ((await scene.LightAsync(parent, 202601))!.Light, (await scene.LightAsync(parent, 202601))!.Shown));
        Assert.Equal((Light.Red, Light.Red), ((await scene.RowAsync(second)).Light, (await scene.RowAsync(parent)).Light));
        var page = await web.PageAsync($"/ledger/{second}");
        Assert.Contains("改为红灯（原为黄灯）：经督查属实没有动工", page.QuerySelector("#lights")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("连续1个月没有已审核的填报", page.QuerySelector("#lights")!.TextContent, StringComparison.Ordinal);
        using (var answer = await web.SubmitAsync(
            form, new Dictionary<string, string?> { ["Light"] = "Yellow", ["Reason"] = "核实有误", ["RequestKey"] = "another" }))
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal((Light.Yellow, null), ((await scene.LightAsync(parent, 202601))!.Shown, (await scene.LightAsync(second, 202601))!.Override));
    }

    [Fact]
    public async Task The_list_shows_and_filters_lights()
    {
        await using var app = await TestApp.StartAsync();
        var scene = await YearScene.InAsync(app);
        var (late, good) = (await scene.AddAsync("1"), await scene.AddAsync("2"));
        await scene.AcceptAsync(good, 202601, 100);
        await scene.CatchUpAsync(new DateOnly(2026, 2, 20));
        await scene.AcceptAsync(late, 202602, 400);
        await scene.CatchUpAsync(_march);
        using var web = await app.AsAsync("coordinator");
        Assert.Equal(["2"], await NumbersAsync(web, "/ledger?light=2"));
        Assert.Equal(["1"], await NumbersAsync(web, "/ledger?light=1"));
        Assert.Equal(["1"], await NumbersAsync(web, "/ledger?light=2&month=202601"));
        var page = await web.PageAsync("/ledger?light=2&month=202601");
        Assert.Contains("1月亮灯：黄灯", page.QuerySelector(".chips")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("40%，应完成20%", page.QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("绿灯", page.QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_notices_a_frozen_light_that_was_changed_past_the_system()
    {
        await using var app = await TestApp.StartAsync();
        var scene = await YearScene.InAsync(app);
        var row = await scene.AddAsync("1");
        await scene.CatchUpAsync(_march);
        Assert.Empty(await FoundAsync(app));
        await using (var db = app.Open())
            await db.MonthLights.Where(l => l.CommitmentId == row && l.Month == 202602).ExecuteUpdateAsync(l => l.SetProperty(x => x.Done, 200));
        Assert.Equal(["2026年2月月结的灯与审计记下的不一致"], await FoundAsync(app));
    }

    private static async Task<IReadOnlyList<string>> FoundAsync(TestApp app) =>
        (await VerifyService.RunAsync(app.Database, null, TimeProvider.System, _ => { })).Results.Single(r => r.Check.Code == "VER014").Shown;

    private static async Task<List<string>> NumbersAsync(Hosting.WebClient web, string path) =>
        [.. (await web.PageAsync(path)).QuerySelectorAll("tbody tr td:first-child").Select(c => c.TextContent.Trim())];

    private static async Task<List<MonthLight>> LightsAsync(TestApp app, int month)
    {
        await using var db = app.Open();
        return await db.MonthLights.AsNoTracking().Where(l => l.Month == month).OrderBy(l => l.CommitmentId).ToListAsync();
    }
}
