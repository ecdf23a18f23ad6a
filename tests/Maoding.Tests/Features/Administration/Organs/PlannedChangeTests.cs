using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Maoding.Domain.Organization;
using Maoding.Features.Administration.Organs;
using Maoding.TestKit;
using Maoding.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Maoding.Tests.Features.Administration.Organs;

/// <summary>Changes of organs that are decided ahead: shown, carried out on their day, withdrawn before it.</summary>
public sealed class PlannedChangeTests
{
    private static readonly DateOnly _april = new(2026, 4, 1);

    private static readonly Dictionary<string, string?> Ahead = new(OrganScene.Grounds) { ["On"] = "2026-04-01" };

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_merger_decided_ahead_waits_and_takes_along_what_hangs_there_on_its_day(bool postgres)
    {
        await using var app = await StartAsync(postgres);
        var district = await SmallDistrict.InAsync(app);
        await OrganScene.FillAsync(app, district);
        using var web = await app.AsAsync("coordinator");
        var (housing, education) = (district.Housing.Id, district.Education.Id);
        var address = $"/organs/unit/{housing}/change?Kind=Merged&To={education}";
        using (var done = await OrganScene.ChangeAsync(web, address, Ahead)) Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        using (var twice = await OrganScene.ChangeAsync(web, address, Ahead))
            Assert.Contains("DIR035", await twice.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("2026年4月1日起并入其他单位", (await web.PageAsync($"/organs/unit/{housing}")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("1 项机构变动待生效", (await web.PageAsync("/today")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await WorkAsync(app));
        int later;
        await using (var db = app.Open())
        {
            Assert.False((await db.Units.SingleAsync(u => u.Id == housing)).IsClosed);
            // Given to the unit after the decision.
            var row = district.Row("5", "新开工的路", Domain.Ledger.CommitmentState.InProgress, district.Housing);
            db.Add(row);
            await TestApp.SaveAsync(db);
            later = row.Id;
        }

        await GoToAsync(app, _april.AddDays(1));
        Assert.Equal((1, 0), (await WorkAsync(app), await WorkAsync(app)));
        await using var after = app.Open();
        Assert.True((await after.Units.SingleAsync(u => u.Id == housing)).IsClosed);
        Assert.Equal(education, (await after.Commitments.SingleAsync(c => c.Id == later)).LeadUnitId);
        var change = await after.OrganChanges.SingleAsync();
        Assert.Equal((OrganChangeKind.Merged, _april), (change.Kind, change.On));
        var entry = await after.AuditEntries.Where(e => e.Action == "机构变动").OrderBy(e => e.Sequence).LastAsync();
        Assert.Equal("系统自动（按已登记的决定）", entry.Actor);
        Assert.NotEqual(0, entry.AccountId);
        Assert.Equal(PlannedState.Done, (await after.PlannedChanges.SingleAsync()).State);
        Assert.DoesNotContain("待生效", (await web.PageAsync("/today")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_new_name_of_a_day_to_come_is_the_old_one_until_then(bool postgres)
    {
        await using var app = await StartAsync(postgres);
        var district = await SmallDistrict.InAsync(app);
        using var web = await app.AsAsync("coordinator");
        var page = $"/organs/unit/{district.Education.Id}";
        var form = (await web.PageAsync(page)).QuerySelector<IHtmlFormElement>("main form[method=post]")!;
        var values = new Dictionary<string, string?> { ["Name"] = "云泽区教育和体育局", ["ShortName"] = "区教体局", ["RenamedOn"] = "2026-04-01" };
        using (var saved = await web.SubmitAsync(form, values)) Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        var shown = await web.PageAsync(page);
        Assert.Equal("区教育局", shown.QuerySelector<IHtmlInputElement>("#ShortName")!.Value);
        Assert.Contains("更名为云泽区教育和体育局", shown.Body!.TextContent, StringComparison.Ordinal);
        await GoToAsync(app, _april);
        Assert.Equal(1, await WorkAsync(app));
        Assert.Equal("区教体局", (await web.PageAsync(page)).QuerySelector<IHtmlInputElement>("#ShortName")!.Value);
        await using var db = app.Open();
        Assert.Equal((OrganChangeKind.Renamed, "区教育局"), (await db.OrganChanges.Select(c => new { c.Kind, c.ShortName }).ToListAsync())
            .Select(c => (c.Kind, c.ShortName)).Single());
        Assert.All(await db.Posts.Where(p => p.UnitId == district.Education.Id).ToListAsync(),
            p => Assert.StartsWith("区教体局", p.Name, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_withdrawn_is_not_carried_out_and_what_cannot_be_says_why()
    {
        await using var app = await StartAsync(false);
        var district = await SmallDistrict.InAsync(app);
        await OrganScene.FillAsync(app, district);
        using var web = await app.AsAsync("coordinator");
        var address = $"/organs/unit/{district.Housing.Id}/change?Kind=Merged&To={district.Education.Id}";
        using (var done = await OrganScene.ChangeAsync(web, address, Ahead)) Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        var list = await web.PageAsync("/organs/planned");
        Assert.Contains("接收：区教育局", list.QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
        var withdraw = list.QuerySelector<IHtmlFormElement>("tbody form")!;
        using (var gone = await web.SubmitAsync(withdraw, new Dictionary<string, string?>(), "ChangeId=1"))
            Assert.Equal("/organs/planned", gone.Headers.Location?.ToString());
        using (var again = await web.SubmitAsync(withdraw, new Dictionary<string, string?> { ["RequestKey"] = "another" }, "ChangeId=1"))
            Assert.Contains("DIR036", await again.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using (var done = await OrganScene.ChangeAsync(web, address, Ahead)) Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        await using (var db = app.Open())
        {
            (await db.Units.SingleAsync(u => u.Id == district.Education.Id)).IsClosed = true;
            await TestApp.SaveAsync(db);
        }

        await GoToAsync(app, _april);
        Assert.Equal(0, await WorkAsync(app));
        Assert.Contains("1 项机构变动到期未能生效", (await web.PageAsync("/today")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("DIR032", (await web.PageAsync("/organs/planned")).QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
        await using var after = app.Open();
        Assert.Empty(await after.OrganChanges.ToListAsync());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_leader_leaves_and_hands_over_by_one_decision(bool postgres)
    {
        await using var app = await StartAsync(postgres);
        var district = await SmallDistrict.InAsync(app);
        await OrganScene.FillAsync(app, district);
        using var web = await app.AsAsync("coordinator");
        var (leader, other) = (district.Leader.Id, district.OtherLeader.Id);
        var door = (await web.PageAsync($"/organs/post/{leader}")).QuerySelectorAll("a").Single(a => a.TextContent == "离任并移交").GetAttribute("href");
        using var done = await OrganScene.ChangeAsync(web, $"{door}&To={other}", OrganScene.Grounds);
        Assert.Equal($"/organs/post/{leader}", done.Headers.Location?.ToString());
        await using var db = app.Open();
        Assert.Equal(new DateOnly(2026, 2, 28), (await db.Tenures.SingleAsync(t => t.PostId == leader)).To);
        Assert.False((await db.Posts.SingleAsync(p => p.Id == leader)).IsClosed);
        Assert.False(await db.Commitments.AnyAsync(c => c.Order <= 2 && c.LeaderPostId == leader));
        Assert.Single(await db.AuditEntries.Where(e => e.Action == "岗位移交").Select(e => e.At).Distinct().ToListAsync());
    }

    private static async Task<TestApp> StartAsync(bool postgres) => await TestApp.StartAsync(postgres ? await MigratedDatabase.OnPostgresAsync() : null);

    private static async Task<int> WorkAsync(TestApp app)
    {
        await using var scope = app.Scope();
        return await scope.ServiceProvider.GetRequiredService<PlannedWork>().RunAsync(CancellationToken.None);
    }

    private static async Task GoToAsync(TestApp app, DateOnly day)
    {
        await using var db = app.Open();
        var region = await db.Regions.SingleAsync();
        (region.BusinessDate, region.DirectoryVersion) = (day, region.DirectoryVersion + 1);
        await TestApp.SaveAsync(db);
    }
}
