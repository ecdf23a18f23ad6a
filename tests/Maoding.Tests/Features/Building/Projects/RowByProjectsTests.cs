using System.Net;
using System.Security.Claims;
using AngleSharp.Html.Dom;
using Maoding.Districts;
using Maoding.Domain.Access;
using Maoding.Domain.Issuing;
using Maoding.Domain.Ledger;
using Maoding.Domain.Lights;
using Maoding.Domain.Organization;
using Maoding.Domain.Progress;
using Maoding.Features.Administration.Verifying;
using Maoding.Features.Administration.Verifying.Checks;
using Maoding.Features.Progress.Chasing;
using Maoding.Features.Progress.Closings;
using Maoding.Shared.Addresses;
using Maoding.Storage;
using Maoding.TestKit;
using Maoding.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Maoding.Tests.Features.Building.Projects;

/// <summary>A project's month is reported and accepted once: the row that it serves moves with it.</summary>
public sealed class RowByProjectsTests
{
    private const int February = ProjectScene.February;

    private static readonly Actor Coordinator = new(3, 3, "陈敏", false, [new HeldPost(3, PostKind.Coordinator, null, "督查室主任")]);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_accepted_month_moves_the_row_its_parent_and_its_light_without_a_report(bool postgres)
    {
        await using var app = await TestApp.StartAsync(postgres ? Database.Postgres(PostgresCluster.CreateDatabase()) : null);
        var (scene, row) = await ServedAsync(app);
        await FillAsync(app, "1100");
        await using (var db = app.Open()) Assert.Null((await db.Commitments.SingleAsync(c => c.Id == row.Id)).Share);
        await AcceptAsync(app);
        await using (var db = app.Open())
        {
            var moved = await db.Commitments.SingleAsync(c => c.Id == row.Id);
            // 900 and 1100 of 12000.
            Assert.Equal((166, CommitmentState.InProgress), (moved.Share, moved.State));
            Assert.Equal(166, (await db.Commitments.SingleAsync(c => c.Id == row.ParentId)).Share);
            Assert.Contains(await db.AuditEntries.ToListAsync(), e => e is { Action: "审核项目进度", Subject: nameof(Commitment) } && e.SubjectId == row.Id);
        }

        Assert.True(await CloseAsync(app, scene, 202601));
        Assert.True(await CloseAsync(app, scene, February));
        await using (var db = app.Open())
        {
            var lights = await db.MonthLights.Where(l => l.CommitmentId == row.Id).OrderBy(l => l.Month).ToListAsync();
            Assert.Equal([(75, false, 0, null), (166, false, 0, null)], lights.Select(l => (l.Done!.Value, l.IsMissing, l.MissingMonths, l.ReportId)));
            // By its plan of 5% and 10%.
            Assert.Equal([Light.Green, Light.Green], lights.Select(l => l.Light));
        }

        var verified = await VerifyService.RunAsync(app.Database, null, TimeProvider.System, _ => { }, TestContext.Current.CancellationToken);
        Assert.All(verified.Results.Where(r => r.Check is FrozenLightCheck or LeafCheck or ChainCheck or ToldShareCheck), r => Assert.Empty(r.Shown));
    }

    [Fact]
    public async Task The_open_month_shows_in_the_curve_and_a_share_that_is_not_the_projects_is_found()
    {
        await using var app = await TestApp.StartAsync();
        var (_, row) = await ServedAsync(app);
        await FillAsync(app, "1100");
        await AcceptAsync(app);
        using (var coordinator = await app.AsAsync("coordinator"))
        {
            var done = (await coordinator.PageAsync(LedgerLinks.Row(row.Id))).QuerySelectorAll("main tr")
                .Single(r => r.FirstElementChild?.TextContent == "实际完成");
            Assert.Equal(["", "", "16.6%", ""], done.QuerySelectorAll("td.num").Take(4).Select(c => c.TextContent));
        }

        await using (var db = app.Open())
        {
            (await db.Commitments.SingleAsync(c => c.Id == row.Id)).Share = 500;
            await TestApp.SaveAsync(db);
        }

        var verified = await VerifyService.RunAsync(app.Database, null, TimeProvider.System, _ => { }, TestContext.Current.CancellationToken);
        var found = Assert.Single(verified.Results.Single(r => r.Check is ToldShareCheck).Shown);
        Assert.Contains("记着 50%，项目算出来是 16.6%", found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_month_that_is_taken_back_takes_the_row_back()
    {
        await using var app = await TestApp.StartAsync();
        var (_, row) = await ServedAsync(app);
        await FillAsync(app, "1100");
        await AcceptAsync(app);
        using var coordinator = await app.AsAsync("coordinator");
        const string Return = "main form[action*='handler=Return']";
        ProjectScene.Done(await ProjectScene.SendAsync(coordinator, ProjectLinks.ReviewOf(February), Return, ("Reason", "与统计数不符")));
        await using var db = app.Open();
        Assert.Equal(75, (await db.Commitments.SingleAsync(c => c.Id == row.Id)).Share);
    }

    [Fact]
    public async Task Another_plan_stage_or_row_of_a_project_moves_the_rows_too()
    {
        await using var app = await TestApp.StartAsync();
        var (scene, row) = await ServedAsync(app);
        await FillAsync(app, "1100");
        await AcceptAsync(app);
        using var coordinator = await app.AsAsync("coordinator");
        const string Form = "main form[method=post]";
        var edit = ProjectLinks.Edit(scene.Plant.Id);
        ProjectScene.Done(await ProjectScene.SendAsync(coordinator, edit, Form, ("Form.YearPlan", "20000"), ("Form.Months[11]", "9000")));
        Assert.Equal(100, await ShareAsync(app, row));
        ProjectScene.Done(await ProjectScene.SendAsync(coordinator, edit, Form, ("Form.RowNumber", "")));
        Assert.Null(await ShareAsync(app, row));
        ProjectScene.Done(await ProjectScene.SendAsync(coordinator, edit, Form, ("Form.RowNumber", "1.1")));
        Assert.Equal(100, await ShareAsync(app, row));
        const string Suspend = "#stage form:has([value=Suspend])";
        // Suspended, it does not count: the unit is asked as for any row.
        ProjectScene.Done(await ProjectScene.SendAsync(coordinator, ProjectLinks.Project(scene.Plant.Id), Suspend, ("Reason", "资金未到位")));
        Assert.Null(await ShareAsync(app, row));
        Assert.Equal(["1.1"], await OwedAsync(app, scene));
    }

    [Fact]
    public async Task Nobody_is_asked_or_chased_for_what_the_projects_tell_and_words_may_be_added()
    {
        await using var app = await TestApp.StartAsync();
        var (scene, row) = await ServedAsync(app);
        using var clerk = await app.AsAsync("clerk2");
        Assert.DoesNotContain("项待填", (await clerk.PageAsync("/today")).Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(row.Title, (await clerk.PageAsync(ReportLinks.Index)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(await OwedAsync(app, scene));
        using var coordinator = await app.AsAsync("coordinator");
        var chase = (await coordinator.PageAsync(ChaseLinks.Month(February))).QuerySelector("main")!;
        Assert.DoesNotContain(scene.District.Housing.ShortName, chase.TextContent, StringComparison.Ordinal);
        await FillAsync(app, "1100");
        await AcceptAsync(app);

        var offered = (await clerk.PageAsync(LedgerLinks.Row(row.Id))).GetElementById("reports")!.QuerySelector(".actions a")!;
        Assert.Equal((ReportLinks.Form(row.Id, February * 10), "补充文字进展"), (offered.GetAttribute("href"), offered.TextContent));
        var form = (IHtmlFormElement)(await clerk.PageAsync(offered.GetAttribute("href")!)).QuerySelector("main form[method=post]")!;
        form.SetAttribute("action", $"{ReportLinks.Form(row.Id, February * 10)}?handler=Submit");
        ProjectScene.Done(await clerk.SubmitAsync(form, new Dictionary<string, string?> { ["Fields.Done"] = "管网接入方案已与供水公司商定。" }));
        await using (var db = app.Open())
        {
            (await db.Reports.SingleAsync()).State = ReportState.SignedOff;
            // What was accepted before the words says less than the projects do.
            (await db.Reports.SingleAsync()).Share = 10;
            await TestApp.SaveAsync(db);
        }

        ProjectScene.Done(await ProjectScene.SendAsync(coordinator, ReportLinks.Review, "main form:has([name=Picked])", ("Picked", await KeyAsync(app))));
        Assert.Equal(166, await ShareAsync(app, row));
        // Something of its own to count: it is owed again.
        await using (var db = app.Open())
        {
            (await db.Commitments.SingleAsync(c => c.Id == row.Id)).Milestones.Add(new Milestone { Name = "通水", Due = new DateOnly(2026, 11, 30) });
            await TestApp.SaveAsync(db);
        }

        Assert.Contains("1.1", await OwedAsync(app, scene, 202601));
    }

    /// <summary>The second waterworks serves a leaf of a row that was issued in January; the leaf's report is due by months.</summary>
    private static async Task<(ProjectScene Scene, Commitment Row)> ServedAsync(TestApp app)
    {
        var scene = await ProjectScene.InAsync(app);
        await using var db = app.Open();
        var issue = new Issue { PlanId = scene.District.Plan.Id, Batch = 1, DocumentNumber = "云办发〔2026〕3号", IssuedOn = new DateOnly(2026, 1, 20) };
        db.Issues.Add(issue);
        (await db.Plans.SingleAsync()).State = PlanState.Issued;
        await TestApp.SaveAsync(db);
        var parent = scene.District.Row("1", "保障城区供水", CommitmentState.Issued, scene.District.Housing);
        (parent.IssueId, parent.IsLeaf) = (issue.Id, false);
        db.Commitments.Add(parent);
        await TestApp.SaveAsync(db);
        var row = scene.District.Row("1.1", "建成第二水厂", CommitmentState.Issued, scene.District.Housing);
        (row.IssueId, row.ParentId, row.MonthlyPlan) = (issue.Id, parent.Id, "50,100,200,300,400,500,600,700,800,900,950,1000");
        db.Commitments.Add(row);
        await TestApp.SaveAsync(db);
        (await db.Projects.SingleAsync(p => p.Id == scene.Plant.Id)).CommitmentId = row.Id;
        await TestApp.SaveAsync(db);
        return (scene, row);
    }

    private static async Task FillAsync(TestApp app, string done)
    {
        using var clerk = await app.AsAsync("clerk2");
        var form = (IHtmlFormElement)(await clerk.PageAsync(ProjectLinks.MonthOf(February))).QuerySelector("main form:has([name='Lines[1].Done'])")!;
        form.SetAttribute("action", $"{ProjectLinks.Month}?handler=Submit&month={February}");
        using var sent = await clerk.SubmitAsync(form, new Dictionary<string, string?> { ["Lines[1].Done"] = done, ["Lines[1].Progress"] = "主体完成三层" });
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
    }

    private static async Task AcceptAsync(TestApp app)
    {
        using var coordinator = await app.AsAsync("coordinator");
        var page = await coordinator.PageAsync(ProjectLinks.ReviewOf(February));
        var chosen = page.QuerySelectorAll("[name=Chosen]").OfType<IHtmlInputElement>().Single();
        var form = (IHtmlFormElement)page.GetElementById("accept")!;
        ProjectScene.Done(await coordinator.SubmitAsync(form, new Dictionary<string, string?> { ["Chosen"] = chosen.Value }));
    }

    private static async Task<bool> CloseAsync(TestApp app, ProjectScene scene, int month)
    {
        await using var scope = app.Scope();
        var closing = scope.ServiceProvider.GetRequiredService<MonthCloseService>();
        return await closing.CloseAsync(Coordinator, scene.District.Plan.Id, month, new DateOnly(2026, 3, 2), null, TestContext.Current.CancellationToken);
    }

    private static async Task<IReadOnlyList<string>> OwedAsync(TestApp app, ProjectScene scene, int month = February)
    {
        await using var scope = app.Scope();
        await scope.ServiceProvider.GetRequiredService<CurrentRequest>().LoadAsync(new ClaimsPrincipal(), TestContext.Current.CancellationToken);
        var db = scope.ServiceProvider.GetRequiredService<MaodingContext>();
        var plan = await db.Plans.SingleAsync(p => p.Id == scene.District.Plan.Id);
        return [.. (await scope.ServiceProvider.GetRequiredService<ChaseService>().OwedAsync(plan, month)).Select(r => r.Number)];
    }

    private static async Task<int?> ShareAsync(TestApp app, Commitment row)
    {
        await using var db = app.Open();
        return (await db.Commitments.SingleAsync(c => c.Id == row.Id)).Share;
    }

    private static async Task<string> KeyAsync(TestApp app)
    {
        await using var db = app.Open();
        var report = await db.Reports.AsNoTracking().SingleAsync();
        return $"{report.Id}:{report.Version}";
    }
}
