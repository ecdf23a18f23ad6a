using System.Globalization;
using System.Net;
using AngleSharp.Html.Dom;
using Maoding.Domain.Problems;
using Maoding.Shared.Addresses;
using Maoding.TestKit;
using Maoding.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Maoding.Tests.Features.Supervision.Problems;

public sealed class ProblemTests
{
    [Fact]
    public async Task A_problem_lives_from_raising_to_closing_and_each_move_is_somebodys()
    {
        await using var app = await TestApp.StartAsync();
        var scene = await ProblemScene.InAsync(app);
        var id = await RaisedAsync(app, scene);
        using (var coordinator = await app.AsAsync("coordinator"))
        {
            var form = await ProblemScene.FormAsync(coordinator, id, ProblemMove.Assign);
            // The project's leader, and ten working days from Monday 2 March on.
            Assert.Equal(Text(scene.District.Leader.Id), ((IHtmlSelectElement)form.QuerySelector("#LeaderPostId")!).Value);
            Assert.Equal("2026-03-16", ((IHtmlInputElement)form.QuerySelector("#Due")!).Value);
            await ProblemScene.RefusedAsync(
                coordinator, form, "PRB015", HttpStatusCode.BadRequest, ("UnitId", Text(scene.District.Housing.Id)), ("Due", "2026-03-01"));
        }

        await ProblemScene.MoveAsync(app, "coordinator", id, ProblemMove.Assign, ("UnitId", Text(scene.District.Housing.Id)));
        await ProblemScene.MoveAsync(app, "clerk2", id, ProblemMove.Take);
        await ProblemScene.MoveAsync(app, "clerk2", id, ProblemMove.Resolve, ("Reason", "3月2日临电已接通。"));
        foreach (var other in (string[])["clerk2", "head", "coordinator", "leader"])
        {
            using var web = await app.AsAsync(other);
            Assert.Null((await web.PageAsync($"/problems/{id}")).QuerySelector("#move-Verify"));
        }

        await ProblemScene.MoveAsync(app, "clerk", id, ProblemMove.Verify);
        await ProblemScene.MoveAsync(app, "coordinator", id, ProblemMove.Close);
        var problem = await ProblemScene.ReadAsync(app, id);
        Assert.Equal((ProblemState.Closed, SmallDistrict.Today, "3月2日临电已接通。", 1), (problem.State, problem.ClosedOn!.Value, problem.Resolution, problem.Number));
        Assert.Equal([null, ProblemMove.Assign, ProblemMove.Take, ProblemMove.Resolve, ProblemMove.Verify, ProblemMove.Close],
            problem.Events.Select(e => e.Move));
        await ProblemScene.MoveAsync(app, "clerk", id, ProblemMove.Reopen, ("Reason", "又停电了。"));
        Assert.Equal((ProblemState.Handling, 1, null), ((await ProblemScene.ReadAsync(app, id)).State,
            (await ProblemScene.ReadAsync(app, id)).Reopened, (await ProblemScene.ReadAsync(app, id)).ClosedOn));
    }

    private static async Task<int> RaisedAsync(TestApp app, ProblemScene scene)
    {
        using var clerk = await app.AsAsync("clerk");
        var form = (IHtmlFormElement)(await clerk.PageAsync($"/problems/new?project={scene.School.Id}")).QuerySelector("main form")!;
        Assert.Equal("XM-2026-001 云泽实验小学新建项目", ((IHtmlInputElement)form.QuerySelector("#Fields_Project")!).Value);
        await ProblemScene.RefusedAsync(clerk, form, "PRB005", HttpStatusCode.BadRequest, ("Fields.Title", "临时用电未接通"));
        await ProblemScene.RefusedAsync(
            clerk, form, "PRB006", HttpStatusCode.BadRequest, ("Fields.Title", "临时用电未接通"), ("Fields.Cause", "3"), ("Fields.Project", "项目"));
        var fields = new Dictionary<string, string?> { ["Fields.Title"] = "临时用电未接通", ["Fields.Cause"] = "3", ["Fields.HeldBack"] = "1,200.5" };
        // Pressed twice: the second goes to the list with the one that was made.
        using var first = await clerk.SubmitAsync(form, fields);
        using var second = await clerk.SubmitAsync(form, fields);
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (first.StatusCode, second.StatusCode));
        Assert.Equal("临时用电未接通",
            Assert.Single((await clerk.PageAsync(second.Headers.Location!.ToString())).QuerySelectorAll(".prb-list td.name a")).TextContent);
        await using var db = app.Open();
        var problem = await db.Problems.SingleAsync(TestContext.Current.CancellationToken);
        Assert.Equal((1200.5m, scene.School.Id, scene.District.Education.Id), (problem.HeldBack, problem.ProjectId, problem.RaisedUnitId));
        return problem.Id;
    }

    [Fact]
    public async Task A_unit_sees_and_handles_its_own_and_no_other()
    {
        await using var app = await TestApp.StartAsync();
        var scene = await ProblemScene.InAsync(app);
        var theirs = await scene.HandledAsync(
            app, p => (p.RaisedUnitId, p.ProjectId, p.State) = (scene.District.Housing.Id, scene.Homes.Id, ProblemState.Assigned), "clerk2");
        var shared = await scene.HandledAsync(app, p => p.State = ProblemState.Assigned);
        using var clerk = await app.AsAsync("clerk");
        Assert.Equal([$"/problems/{shared.Id}"], (await clerk.PageAsync("/problems"))
            .QuerySelectorAll(".prb-list td.name a").Select(a => a.GetAttribute("href")));
        await clerk.PageAsync($"/problems/{theirs.Id}", HttpStatusCode.Forbidden);
        // The raising unit sees it but does not take it: a forged form is refused.
        using var clerk2 = await app.AsAsync("clerk2");
        var form = await ProblemScene.FormAsync(clerk2, shared.Id, ProblemMove.Take);
        Assert.Null((await clerk.PageAsync($"/problems/{shared.Id}")).QuerySelector("#move-Take"));
        using (var page = await clerk.GetAsync($"/problems/new")) Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        var forged = (IHtmlFormElement)(await clerk.PageAsync("/problems/new")).QuerySelector("main form")!;
        forged.SetAttribute("action", $"/problems/{shared.Id}?handler=Move");
        await ProblemScene.RefusedAsync(clerk, forged, "PER001", HttpStatusCode.Forbidden, ("Version", "1"), ("Move", nameof(ProblemMove.Take)));
        await ProblemScene.RefusedAsync(clerk2, form, "PRB017", HttpStatusCode.Forbidden, ("Move", nameof(ProblemMove.Verify)));
        await ProblemScene.RefusedAsync(clerk2, form, "PRB001", HttpStatusCode.BadRequest, ("Move", "Anything"));
        Assert.Equal(ProblemState.Assigned, (await ProblemScene.ReadAsync(app, shared.Id)).State);
    }

    [Fact]
    public async Task It_goes_up_one_tier_at_a_time_and_early_only_with_grounds()
    {
        await using var app = await TestApp.StartAsync();
        var scene = await ProblemScene.InAsync(app);
        var problem = await scene.HandledAsync(app);
        using var clerk2 = await app.AsAsync("clerk2");
        var form = await ProblemScene.FormAsync(clerk2, problem.Id, ProblemMove.Escalate);
        await ProblemScene.RefusedAsync(clerk2, form, "PRB011", HttpStatusCode.BadRequest);
        await ProblemScene.RefusedAsync(clerk2, form, "PRB012", HttpStatusCode.BadRequest, ("Beyond", "电力公司不归本局管"));
        await ProblemScene.RefusedAsync(clerk2, form, "PRB010", HttpStatusCode.Conflict, ("To", "3"), ("Beyond", "电力公司不归本局管"), ("Tried", "函商两次"));
        (string, string)[] grounds = [("Beyond", "电力公司不归本局管"), ("Tried", "函商两次")];
        using (var done = await clerk2.SubmitAsync(form, grounds.ToDictionary(g => g.Item1, g => (string?)g.Item2)))
            Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        // The same form again does nothing; an old page is told so.
        using (var twice = await clerk2.SubmitAsync(form, grounds.ToDictionary(g => g.Item1, g => (string?)g.Item2)))
            Assert.Equal(HttpStatusCode.Redirect, twice.StatusCode);
        await ProblemScene.RefusedAsync(clerk2, form, "SYS001", HttpStatusCode.Conflict, ("RequestKey", "another"), ("Beyond", "再提"), ("Tried", "再提"));
        var up = await ProblemScene.ReadAsync(app, problem.Id);
        Assert.Equal((Tier.Leader, SmallDistrict.Today, 1), (up.Tier, up.TierSince!.Value, up.Events.Count(e => e.Move == ProblemMove.Escalate)));
        using var leader = await app.AsAsync("leader");
        var waiting = (await leader.PageAsync("/today")).QuerySelector(".waiting")!;
        Assert.Contains("1 个问题提到您这里", waiting.TextContent, StringComparison.Ordinal);
        var called = new ProblemFilter(Tier: Tier.Leader, Called: true).Href();
        Assert.Contains(waiting.QuerySelectorAll("a"), a => a.GetAttribute("href") == called);
        Assert.Single((await leader.PageAsync(called)).QuerySelectorAll("table.list tbody tr"));
        // What is solved and waits for others waits for no leader.
        await using (var db = app.Open())
        {
            (await db.Problems.SingleAsync(p => p.Id == problem.Id, TestContext.Current.CancellationToken)).State = ProblemState.Resolved;
            await TestApp.SaveAsync(db);
        }

        Assert.Empty((await leader.PageAsync(called)).QuerySelectorAll("table.list tbody tr"));
        Assert.DoesNotContain("提到您这里", (await leader.PageAsync("/today")).Body!.TextContent, StringComparison.Ordinal);
        using var other = await app.AsAsync("leader2");
        Assert.Null((await other.PageAsync($"/problems/{problem.Id}")).QuerySelector("#move-Escalate"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Many_who_raise_at_once_get_numbers_of_their_own(bool postgres)
    {
        await using var app = await TestApp.StartAsync(postgres ? await MigratedDatabase.OnPostgresAsync() : null);
        await ProblemScene.InAsync(app);
        using var clerk = await app.AsAsync("clerk");
        var forms = new List<IHtmlFormElement>();
        for (var i = 0; i < 6; i++) forms.Add((IHtmlFormElement)(await clerk.PageAsync("/problems/new")).QuerySelector("main form")!);
        var answers = await Task.WhenAll(forms.Select(
            (f, i) => clerk.SubmitAsync(f, new Dictionary<string, string?> { ["Fields.Title"] = $"第{i}个", ["Fields.Cause"] = "4", ["Fields.Origin"] = "1" })));
        Assert.All(answers, a => Assert.Equal(HttpStatusCode.Redirect, a.StatusCode));
        await using var db = app.Open();
        Assert.Equal(Enumerable.Range(1, 6), await db.Problems.OrderBy(p => p.Number).Select(p => p.Number).ToListAsync(TestContext.Current.CancellationToken));
        foreach (var path in (string[])["/problems?sort=money&q=个&overdue=1&steps=1", "/problems?sort=due&all=1&tier=1",
            "/problems/causes", "/problems/1", "/site-meetings", "/today"]) await clerk.PageAsync(path);
    }

    [Fact]
    public async Task When_the_raiser_has_left_others_judge_and_say_why_but_not_the_handling_unit()
    {
        await using var app = await TestApp.StartAsync();
        var scene = await ProblemScene.InAsync(app);
        var problem = await scene.HandledAsync(app, p => (p.State, p.ResolvedOn) = (ProblemState.Resolved, SmallDistrict.Today));
        await using (var db = app.Open())
        {
            var person = (await db.Users.SingleAsync(u => u.UserName == "clerk", TestContext.Current.CancellationToken)).PersonId;
            (await db.Tenures.SingleAsync(t => t.PersonId == person, TestContext.Current.CancellationToken)).To = SmallDistrict.Today.AddDays(-1);
            await TestApp.SaveAsync(db);
        }

        using (var clerk2 = await app.AsAsync("clerk2")) Assert.Null((await clerk2.PageAsync($"/problems/{problem.Id}")).QuerySelector("#move-Verify"));
        using (var head = await app.AsAsync("head"))
            await ProblemScene.RefusedAsync(head, await ProblemScene.FormAsync(head, problem.Id, ProblemMove.Verify), "PRB016", HttpStatusCode.BadRequest);
        await ProblemScene.MoveAsync(app, "head", problem.Id, ProblemMove.Verify, ("Reason", "到现场看过，塔吊已运转。"));
        Assert.Equal("提出人已离任，代为验收：到现场看过，塔吊已运转。", (await ProblemScene.ReadAsync(app, problem.Id)).Events[^1].Text);
    }

    [Fact]
    public async Task Days_of_waiting_for_the_judgement_are_given_back_when_it_is_refused()
    {
        await using var app = await TestApp.StartAsync();
        var scene = await ProblemScene.InAsync(app);
        var problem = await scene.HandledAsync(app,
            p => (p.State, p.ResolvedOn, p.TierSince, p.Due) = (ProblemState.Resolved, SmallDistrict.Today, SmallDistrict.Today, new DateOnly(2026, 3, 16)));
        await ProblemScene.TodayIsAsync(app, new DateOnly(2026, 3, 9));
        await ProblemScene.MoveAsync(app, "clerk", problem.Id, ProblemMove.Refuse, ("Reason", "只接通了一半。"));
        var back = await ProblemScene.ReadAsync(app, problem.Id);
        Assert.Equal((ProblemState.Handling, new DateOnly(2026, 3, 9), new DateOnly(2026, 3, 23)), (back.State, back.TierSince!.Value, back.Due!.Value));
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
