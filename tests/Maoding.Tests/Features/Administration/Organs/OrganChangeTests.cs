using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Maoding.Districts;
using Maoding.Domain.Ledger;
using Maoding.Domain.Organization;
using Maoding.Domain.Problems;
using Maoding.Shared.Units;
using Maoding.TestKit;
using Maoding.Tests.Features.Administration.OwnAccount;
using Maoding.Tests.Hosting;
using Maoding.Tests.WholeWay;
using Microsoft.EntityFrameworkCore;
using Xunit;
using WebClient = Maoding.Tests.Hosting.WebClient;

namespace Maoding.Tests.Features.Administration.Organs;

/// <summary>Units and posts that change in the middle of a year, with everything that hangs on them.</summary>
public sealed class OrganChangeTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_unit_that_goes_into_another_leaves_nothing_behind_and_is_still_found(bool postgres)
    {
        await using var app = await TestApp.StartAsync(postgres ? await MigratedDatabase.OnPostgresAsync() : null);
        var district = await SmallDistrict.InAsync(app);
        await OrganScene.FillAsync(app, district);
        using var web = await app.AsAsync("coordinator");
        var (housing, education) = (district.Housing.Id, district.Education.Id);
        using var done = await OrganScene.ChangeAsync(web, $"/organs/unit/{housing}/change?Kind=Merged&To={education}", OrganScene.Grounds);
        Assert.Equal($"/organs/unit/{housing}", done.Headers.Location?.ToString());
        await using var db = app.Open();
        Assert.True((await db.Units.SingleAsync(u => u.Id == housing)).IsClosed);
        var rows = await db.Commitments.Include(c => c.CoUnits).OrderBy(c => c.Order).ToListAsync();
        Assert.Equal([education, education, district.Finance.Id, housing], rows.Select(r => r.LeadUnitId!.Value));
        Assert.Empty(rows[0].CoUnits);
        Assert.Equal([education], rows[2].CoUnits.Select(u => u.UnitId));
        Assert.Equal(education, (await db.Projects.SingleAsync()).LeadUnitId);
        Assert.Equal(education, (await db.Problems.SingleAsync()).UnitId);
        Assert.Equal(education, (await db.SoughtMatters.SingleAsync()).UnitId);
        Assert.Equal(education, (await db.Leads.SingleAsync()).UnitId);
        // The issued row is amended by the decision, and the one that takes it over signs for it.
        var amendment = await db.Amendments.Include(a => a.BroughtIn).SingleAsync(a => a.CommitmentId == rows[0].Id);
        Assert.Equal(("机构改革", "区委编委〔2026〕4号", new DateOnly(2026, 3, 1)), (amendment.Reason, amendment.Decision, amendment.DecidedOn));
        Assert.Contains("区住建局\t区教育局", amendment.Changes, StringComparison.Ordinal);
        Assert.False(await db.Amendments.AnyAsync(a => a.CommitmentId == rows[1].Id));
        // The clerk goes along and is asked by the other unit now.
        var clerk = await db.Posts.SingleAsync(p => p.Name == "区教育局联络员" && p.Order == 6);
        Assert.Equal((education, false), (clerk.UnitId!.Value, clerk.IsClosed));
        Assert.Single(await db.AuditEntries.Where(e => e.Action == "机构变动").Select(e => e.Why).Distinct().ToListAsync());
        // The older name still finds what was handed over, in the list and in words; the done row stays with it.
        var list = await web.PageAsync($"/ledger?view=all&unit={housing}");
        Assert.Contains("改造老旧小区", list.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("建成的路", list.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("区住建局（已撤销）", list.QuerySelector("select[name=unit]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("接电", (await web.PageAsync($"/problems?unit={housing}")).Body!.TextContent, StringComparison.Ordinal);
        var directory = await DirectorySnapshot.LoadAsync(db, default);
        Assert.Equal(education, new UnitFinder(directory, SmallDistrict.Today).Named("云泽区住房和城乡建设局")?.Id);
        Assert.Equal(education, UnitFinder.Written(directory, "区住建局")?.Id);
        Assert.Contains("由区教育局接续", (await web.PageAsync("/find?q=区住建局")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("机构改革", await OrganScene.Whys(db), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_report_and_a_reminder_go_to_the_unit_that_took_over(bool postgres)
    {
        await using var app = await TestApp.StartAsync(postgres ? await MigratedDatabase.OnPostgresAsync() : null);
        var year = await YearDistrict.InAsync(app, SmallDistrict.Today);
        var (housing, education) = (year.District.Housing.Id, year.District.Education.Id);
        await year.AddAsync("1", "改造老旧小区", CommitmentState.InProgress, year.District.Housing);
        using var coordinator = await app.AsAsync("coordinator");
        using (var clerk = await app.AsAsync("clerk"))
            Assert.DoesNotContain("改造老旧小区", (await clerk.PageAsync("/reporting")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("区住建局", (await coordinator.PageAsync("/chasing")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        using var done = await OrganScene.ChangeAsync(coordinator, $"/organs/unit/{housing}/change?Kind=Closed&To={education}", OrganScene.Grounds);
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        var chased = (await coordinator.PageAsync("/chasing")).QuerySelector("main")!.TextContent;
        Assert.Contains("区教育局", chased, StringComparison.Ordinal);
        Assert.DoesNotContain("区住建局", chased, StringComparison.Ordinal);
        // Its own clerk is asked, and the one of the unit that is gone, who went along.
        foreach (var who in (string[])["clerk", "clerk2"])
        {
            using var clerk = await app.AsAsync(who);
            Assert.Contains("改造老旧小区", (await clerk.PageAsync("/reporting")).Body!.TextContent, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_unit_is_split_by_kinds_and_by_single_things(bool postgres)
    {
        await using var app = await TestApp.StartAsync(postgres ? await MigratedDatabase.OnPostgresAsync() : null);
        var district = await SmallDistrict.InAsync(app);
        await OrganScene.FillAsync(app, district);
        using var web = await app.AsAsync("coordinator");
        var (education, finance) = (district.Education.Id, district.Finance.Id);
        var address = $"/organs/unit/{district.Housing.Id}/change?Kind=Split&To={education}&To={finance}";
        int second;
        await using (var before = app.Open()) second = await before.Commitments.Where(c => c.Number == "2").Select(c => c.Id).SingleAsync();
        using var done = await OrganScene.ChangeAsync(
            web, address, new(OrganScene.Grounds) { ["Groups[300]"] = $"{finance}", [$"Things[100-{second}]"] = $"{finance}" });
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        await using var db = app.Open();
        Assert.Equal([education, finance], await db.Commitments.Where(c => c.Order <= 2).OrderBy(c => c.Order).Select(c => c.LeadUnitId!.Value).ToListAsync());
        Assert.Equal(finance, (await db.Problems.SingleAsync()).UnitId);
        Assert.Equal(education, (await db.Projects.SingleAsync()).LeadUnitId);
        var change = await db.OrganChanges.Include(c => c.Things).SingleAsync();
        Assert.Equal((OrganChangeKind.Split, education), (change.Kind, change.SuccessorUnitId!.Value));
        Assert.Equal(finance, change.Things.Single(t => t.Subject == nameof(Problem)).ToId);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_leader_gives_away_one_row_and_his_post_is_closed_with_the_rest(bool postgres)
    {
        await using var app = await TestApp.StartAsync(postgres ? await MigratedDatabase.OnPostgresAsync() : null);
        var district = await SmallDistrict.InAsync(app);
        await OrganScene.FillAsync(app, district);
        using var web = await app.AsAsync("coordinator");
        var (leader, other) = (district.Leader.Id, district.OtherLeader.Id);
        var path = $"/organs/post/{leader}";
        Assert.Contains("项未办结的任务", (await web.PageAsync(path)).Body!.TextContent, StringComparison.Ordinal);
        int first;
        await using (var before = app.Open()) first = await before.Commitments.Where(c => c.Number == "1").Select(c => c.Id).SingleAsync();
        var groups = new Dictionary<string, string?>(OrganScene.Grounds) { ["Groups[100]"] = "0", [$"Things[100-{first}]"] = $"{other}" };
        using var part = await OrganScene.ChangeAsync(web, $"{path}/change?Kind=Transferred&To={other}", groups);
        Assert.Equal(path, part.Headers.Location?.ToString());
        await using (var db = app.Open())
        {
            Assert.Equal([other, leader], await db.Commitments.Where(c => c.Order <= 2).OrderBy(c => c.Order).Select(c => c.LeaderPostId!.Value).ToListAsync());
            Assert.Equal(2, await db.Divisions.CountAsync(d => d.PostId == leader && d.To == null));
        }

        using var rest = await OrganScene.ChangeAsync(web, $"{path}/change?Kind=Closed&To={other}", OrganScene.Grounds);
        Assert.Equal(path, rest.Headers.Location?.ToString());
        await using var after = app.Open();
        Assert.True((await after.Posts.SingleAsync(p => p.Id == leader)).IsClosed);
        Assert.Equal(new DateOnly(2026, 2, 28), (await after.Tenures.SingleAsync(t => t.PostId == leader)).To);
        Assert.Equal(other, await after.Commitments.Where(c => c.Number == "2").Select(c => c.LeaderPostId).SingleAsync());
        Assert.Equal(2, await after.Divisions.CountAsync(d => d.PostId == other && d.To == null));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_unit_that_stays_keeps_its_people_and_a_row_given_by_the_page_goes_alone(bool postgres)
    {
        await using var app = await TestApp.StartAsync(postgres ? await MigratedDatabase.OnPostgresAsync() : null);
        var district = await SmallDistrict.InAsync(app);
        await OrganScene.FillAsync(app, district);
        using var web = await app.AsAsync("coordinator");
        var address = $"/organs/unit/{district.Housing.Id}/change?Kind=Transferred&To={district.Finance.Id}";
        var values = new Dictionary<string, string?>(OrganScene.Grounds);
        foreach (var place in (int[])[100, 200, 300, 400]) values[$"Groups[{place}]"] = "0";
        using var done = await OrganScene.ChangeAsync(web, address, values);
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        await using var db = app.Open();
        Assert.Equal(district.Finance.Id, (await db.SoughtMatters.SingleAsync()).UnitId);
        Assert.Equal(district.Housing.Id, (await db.Projects.SingleAsync()).LeadUnitId);
        Assert.Equal(district.Housing.Id, (await db.Posts.SingleAsync(p => p.Order == 6)).UnitId);
        Assert.Equal(1, await db.Divisions.CountAsync(d => d.UnitId == district.Housing.Id && d.To == null));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Whatever_else_was_asked_of_the_unit_is_asked_of_the_one_that_took_over(bool postgres)
    {
        await using var app = await TestApp.StartAsync(postgres ? await MigratedDatabase.OnPostgresAsync() : null);
        var district = await SmallDistrict.InAsync(app);
        await OrganScene.FillAsync(app, district);
        await OrganScene.AddMoreAsync(app, district);
        using var web = await app.AsAsync("coordinator");
        var (housing, education) = (district.Housing.Id, district.Education.Id);
        using var done = await OrganScene.ChangeAsync(web, $"/organs/unit/{housing}/change?Kind=Merged&To={education}", OrganScene.Grounds);
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        await using var db = app.Open();
        Assert.Equal(education, (await db.ProblemSteps.SingleAsync()).UnitId);
        Assert.Equal(education, (await db.Procedures.SingleAsync()).UnitId);
        Assert.Equal(education, (await db.NextSteps.SingleAsync()).UnitId);
        Assert.Equal(education, (await db.Completions.SingleAsync()).VerifierUnitId);
        // It was asked for the same opinion and the same month already.
        Assert.Equal([education], await db.ReviewAnswers.Select(a => a.UnitId).ToListAsync());
        Assert.Equal([(education, 202601), (housing, 202602), (education, 202602)],
            (await db.DataSheets.OrderBy(s => s.Id).ToListAsync()).Select(s => (s.UnitId, s.Month)));
    }

    [Theory]
    [InlineData("Kind=Closed", "On=2026-03-01", "DIR033")]
    [InlineData("Kind=Merged&To={education}", "On=2028-04-01", "DIR031")]
    [InlineData("Kind=Merged&To={education}", "On=", "DIR031")]
    [InlineData("Kind=Merged&To={education}", "Decision=", "DIR030")]
    [InlineData("Kind=Merged", "On=2026-03-01", "DIR032")]
    [InlineData("Kind=Split&To={education}", "On=2026-03-01", "DIR032")]
    public async Task What_is_not_whole_is_refused_and_nothing_moves(string how, string changed, string code)
    {
        await using var app = await TestApp.StartAsync();
        var district = await SmallDistrict.InAsync(app);
        await OrganScene.FillAsync(app, district);
        using var web = await app.AsAsync("coordinator");
        var values = new Dictionary<string, string?>(OrganScene.Grounds) { [changed.Split('=')[0]] = changed.Split('=')[1] };
        var query = how.Replace("{education}", $"{district.Education.Id}", StringComparison.Ordinal);
        using var answer = await OrganScene.ChangeAsync(web, $"/organs/unit/{district.Housing.Id}/change?{query}", values);
        Assert.Contains(code, (await WebClient.ParseAsync(answer, HttpStatusCode.BadRequest)).Errors(), StringComparison.Ordinal);
        await using var db = app.Open();
        Assert.Equal(0, await db.OrganChanges.CountAsync());
        Assert.False((await db.Units.SingleAsync(u => u.Id == district.Housing.Id)).IsClosed);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_older_name_still_means_the_unit(bool postgres)
    {
        await using var app = await TestApp.StartAsync(postgres ? await MigratedDatabase.OnPostgresAsync() : null);
        var district = await SmallDistrict.InAsync(app);
        using var web = await app.AsAsync("coordinator");
        var form = (IHtmlFormElement)(await web.PageAsync($"/organs/unit/{district.Education.Id}")).QuerySelector("main form:has(#Name)")!;
        using var done = await web.SubmitAsync(
            form, new Dictionary<string, string?> { ["Name"] = "云泽区教育体育局", ["ShortName"] = "区教体局", ["RenamedOn"] = "2026-03-01" });
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        await using var db = app.Open();
        var directory = await DirectorySnapshot.LoadAsync(db, default);
        foreach (var name in (string[])["云泽区教育局", "区教育局", "区教体局"])
        {
            Assert.Equal(district.Education.Id, UnitFinder.Written(directory, name)?.Id);
            Assert.Equal(district.Education.Id, new UnitFinder(directory, SmallDistrict.Today).Named(name)?.Id);
        }

        Assert.Equal("区教体局联络员", await db.Posts.Where(p => p.Order == 5).Select(p => p.Name).SingleAsync());
        var found = (await web.PageAsync("/find?q=云泽区教育局")).Body!.TextContent;
        Assert.Contains("云泽区教育体育局", found, StringComparison.Ordinal);
        Assert.Contains("云泽区教育局", (await web.PageAsync($"/organs/unit/{district.Education.Id}")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("true", "2026-03-03")]
    [InlineData("false", null)]
    public async Task Somebody_who_gets_another_post_is_asked_about_the_old_one(string ends, string? last)
    {
        await using var app = await TestApp.StartAsync();
        var district = await SmallDistrict.InAsync(app);
        await using var db = app.Open();
        var term = await db.Tenures.SingleAsync(t => t.PostId == district.Leader.Id);
        using var web = await app.AsAsync("coordinator");
        var path = $"/organs/post/{district.OtherLeader.Id}";
        using var asked = await web.SubmitAsync(
            (await web.PageAsync(path)).Form("Succeed"), new Dictionary<string, string?> { ["PersonId"] = $"{term.PersonId}", ["From"] = "2026-03-05" });
        var page = await WebClient.ParseAsync(asked, HttpStatusCode.BadRequest);
        Assert.Contains("DIR034", page.Errors(), StringComparison.Ordinal);
        Assert.Equal("2026-03-04", page.QuerySelector<IHtmlInputElement>("#OldLastDay")!.Value);
        var given = new Dictionary<string, string?> { [$"Old[{term.Id}]"] = ends, ["OldLastDay"] = last ?? "" };
        using var done = await web.SubmitAsync(page.Form("Succeed"), given);
        Assert.Equal(path, done.Headers.Location?.ToString());
        Assert.Equal(last is null ? null : DateOnly.Parse(last, System.Globalization.CultureInfo.InvariantCulture),
            (await db.Tenures.AsNoTracking().SingleAsync(t => t.Id == term.Id)).To);
    }
}
