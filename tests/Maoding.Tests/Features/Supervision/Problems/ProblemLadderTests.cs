using System.Globalization;
using System.Net;
using AngleSharp.Html.Dom;
using Maoding.Domain.Problems;
using Maoding.Features.Supervision.Problems;
using Maoding.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Maoding.Tests.Features.Supervision.Problems;

public sealed class ProblemLadderTests
{
    [Fact]
    public async Task The_night_sends_overdue_ones_one_tier_up_and_a_second_run_does_nothing()
    {
        await using var app = await TestApp.StartAsync();
        var scene = await ProblemScene.InAsync(app);
        var late = await scene.HandledAsync(app, p => (p.TierSince, p.Due) = (new DateOnly(2026, 1, 5), new DateOnly(2026, 1, 19)));
        var waits = await scene.HandledAsync(app, p => (p.TierSince, p.Due) = (new DateOnly(2026, 1, 5), new DateOnly(2026, 4, 30)));
        var solved = await scene.HandledAsync(
            app, p => (p.TierSince, p.Due, p.State) = (new DateOnly(2026, 1, 5), new DateOnly(2026, 1, 19), ProblemState.Resolved));
        var last = await scene.HandledAsync(app, p => (p.TierSince, p.Due, p.Tier) = (new DateOnly(2026, 1, 5), new DateOnly(2026, 1, 19), Tier.Meeting));
        await using var db = app.Open();
        var entries = await db.AuditEntries.CountAsync(TestContext.Current.CancellationToken);
        Assert.Equal(1, await RunAsync(app));
        Assert.Equal(0, await RunAsync(app));
        Assert.Equal(entries + 1, await db.AuditEntries.CountAsync(TestContext.Current.CancellationToken));
        var up = await ProblemScene.ReadAsync(app, late.Id);
        Assert.Equal((Tier.Leader, SmallDistrict.Today, "提到分管领导。责任单位期限已过，系统自动提级。"), (up.Tier, up.TierSince!.Value, Assert.Single(up.Events).Text));
        Assert.Equal([Tier.Unit, Tier.Unit, Tier.Meeting], [(await ProblemScene.ReadAsync(app, waits.Id)).Tier,
            (await ProblemScene.ReadAsync(app, solved.Id)).Tier, (await ProblemScene.ReadAsync(app, last.Id)).Tier]);
        // Ten working days of the leader's later it goes to the chief, and not before.
        await ProblemScene.TodayIsAsync(app, new DateOnly(2026, 3, 16));
        Assert.Equal(0, await RunAsync(app));
        await ProblemScene.TodayIsAsync(app, new DateOnly(2026, 3, 17));
        Assert.Equal(1, await RunAsync(app));
        Assert.Equal(Tier.Chief, (await ProblemScene.ReadAsync(app, late.Id)).Tier);
    }

    private static async Task<int> RunAsync(TestApp app)
    {
        await using var scope = app.Scope();
        return await scope.ServiceProvider.GetRequiredService<ProblemCatchUp>().RunAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Every_number_of_a_cause_leads_to_as_many_problems()
    {
        await using var app = await TestApp.StartAsync();
        var scene = await ProblemScene.InAsync(app);
        for (var i = 0; i < 3; i++) await scene.HandledAsync(app, p => p.HeldBack = 1000 * (i + 1));
        await scene.HandledAsync(app, p => (p.Cause, p.Tier, p.ProjectId, p.HeldBack) = (ProblemCause.Land, Tier.Chief, scene.Homes.Id, 500));
        await scene.HandledAsync(app, p => (p.Cause, p.State, p.ClosedOn) = (ProblemCause.Land, ProblemState.Closed, SmallDistrict.Today));
        await scene.HandledAsync(app, p => (p.Cause, p.State, p.UnitId) = (ProblemCause.Land, ProblemState.Raised, null));
        using var web = await app.AsAsync("coordinator");
        var page = await web.PageAsync("/problems/causes");
        var lines = page.QuerySelectorAll("tbody tr").Select(r => r.QuerySelector(".name")!.TextContent.Trim()).ToList();
        Assert.Equal(["土地征迁", "基础设施配套", "合计"], lines);
        Assert.Contains("影响投资 3,500 万元", page.QuerySelector("h2")!.TextContent, StringComparison.Ordinal);
        var checkedLinks = 0;
        foreach (var cell in page.QuerySelectorAll("tbody td.num").Where(c => c.GetAttribute("data-label") is not ("影响投资" or "最长天数")))
        {
            if (cell.QuerySelector("a") is not { } link) continue;
            var list = await web.PageAsync(link.GetAttribute("href")!);
            Assert.Equal(link.TextContent.Trim(), list.QuerySelectorAll(".prb-list tbody tr").Length.ToString(CultureInfo.InvariantCulture));
            checkedLinks++;
        }

        Assert.True(checkedLinks >= 10, $"{checkedLinks} numbers were followed");
    }

    [Fact]
    public async Task The_ladders_days_are_set_with_the_other_settings()
    {
        await using var app = await TestApp.StartAsync();
        await ProblemScene.InAsync(app);
        using var admin = await app.AsAsync("admin");
        var form = (IHtmlFormElement)(await admin.PageAsync("/settings")).QuerySelector("main form")!;
        await ProblemScene.RefusedAsync(admin, form, "SET001", HttpStatusCode.BadRequest, ("LeaderDays", "61"));
        using (var done = await admin.SubmitAsync(form, new Dictionary<string, string?> { ["UnitDays"] = "5", ["LeaderDays"] = "60", ["ChiefDays"] = "1" }))
            Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        await using var db = app.Open();
        Assert.Equal(new Ladder(5, 60, 1), Ladder.Of(await db.Regions.SingleAsync(TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task Solved_problems_of_other_projects_tell_how()
    {
        await using var app = await TestApp.StartAsync();
        var scene = await ProblemScene.InAsync(app);
        await scene.HandledAsync(
            app, p => (p.ProjectId, p.Title, p.State, p.Resolution) = (scene.Homes.Id, "施工临时用电迟迟未接通", ProblemState.Closed, "先由邻近小区借电，再报装。"));
        await scene.HandledAsync(app, p => (p.ProjectId, p.Title, p.State, p.Cause) = (scene.Homes.Id, "施工临时用电迟迟未接通", ProblemState.Closed, ProblemCause.Money));
        var problem = await scene.HandledAsync(app);
        await scene.HandledAsync(app);
        using var clerk = await app.AsAsync("clerk");
        var part = (await clerk.PageAsync($"/projects/{scene.School.Id}")).QuerySelector("#problems")!;
        Assert.Equal(2, part.QuerySelectorAll("tbody tr").Length);
        Assert.NotNull(part.QuerySelector($"a[href='/problems/new?project={scene.School.Id}']"));
        Assert.Contains("先由邻近小区借电，再报装。",
            Assert.Single((await clerk.PageAsync($"/problems/{problem.Id}")).QuerySelectorAll("#like li")).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_filters_sorts_and_exports_the_same()
    {
        await using var app = await TestApp.StartAsync();
        var scene = await ProblemScene.InAsync(app);
        await scene.HandledAsync(app, p => (p.Title, p.HeldBack, p.Due) = ("少的", 1, new DateOnly(2026, 2, 1)));
        await scene.HandledAsync(app, p => (p.Title, p.HeldBack, p.Cause) = ("多的", 900, ProblemCause.Money));
        await scene.HandledAsync(app, p => (p.Title, p.State) = ("办完的", ProblemState.Closed));
        using var web = await app.AsAsync("coordinator");
        async Task<IEnumerable<string>> TitlesAsync(string query) =>
            (await web.PageAsync($"/problems{query}")).QuerySelectorAll(".prb-list td.name a").Select(a => a.TextContent).ToList();
        Assert.Equal(["多的", "少的"], await TitlesAsync(""));
        Assert.Equal(["办完的", "多的", "少的"], await TitlesAsync("?all=1"));
        Assert.Equal(["少的", "多的"], await TitlesAsync("?sort=due"));
        Assert.Equal(["多的", "少的"], await TitlesAsync("?sort=money"));
        Assert.Equal(["少的"], await TitlesAsync("?overdue=1"));
        Assert.Equal(["多的"], await TitlesAsync("?cause=4"));
        Assert.Equal(["多的"], await TitlesAsync("?q=问题0002"));
        Assert.Equal(["多的", "少的"], await TitlesAsync("?q=实验小学"));
        Assert.Empty(await TitlesAsync("?q=不存在"));
        using var book = await web.GetAsync("/problems/export?cause=4");
        Assert.Equal("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", book.Content.Headers.ContentType!.MediaType);
        using var zip = new System.IO.Compression.ZipArchive(await book.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        var words = string.Concat(zip.Entries.Where(e => e.Name.EndsWith(".xml", StringComparison.Ordinal))
            .Select(e => new StreamReader(e.Open()).ReadToEnd()));
        Assert.Contains("多的", words, StringComparison.Ordinal);
        Assert.DoesNotContain("少的", words, StringComparison.Ordinal);
    }
}
