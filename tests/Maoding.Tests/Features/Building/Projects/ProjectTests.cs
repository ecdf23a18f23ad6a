using System.Net;
using AngleSharp.Html.Dom;
using Maoding.Domain.Issuing;
using Maoding.Domain.Ledger;
using Maoding.Domain.Procedures;
using Maoding.Domain.Projects;
using Maoding.Features.Building.Projects;
using Maoding.Shared.Addresses;
using Maoding.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Maoding.Tests.Features.Building.Projects;

/// <summary>The library: entered, listed, moved from stage to stage.</summary>
public sealed class ProjectTests
{
    private const string EditForm = "main form[method=post]";

    [Fact]
    public async Task A_project_is_registered_with_its_plan_money_and_nodes_and_changed()
    {
        await using var app = await TestApp.StartAsync();
        var scene = await ProjectScene.InAsync(app);
        using var web = await app.AsAsync("coordinator");
        (string, string)[] typed =
        [
            ("Form.Name", "锂电材料产业园"), ("Form.Total", "120,000"), ("Form.DoneBefore", "3,500.5"), ("Form.LeadUnitId", $"{scene.District.Housing.Id}"),
            ("Form.OwnerCode", "91350100M000100Y44"), ("Form.Class", $"{(int)YearClass.Starting}"),
            ("Form.YearPlan", "300"), ("Form.Months[4]", "100"), ("Form.Months[5]", "150.5"), ("Form.Funds[0].Planned", "500"),
            ("Form.Funds[0].InPlace", "80"), ("Form.Nodes[0].Name", "主体封顶"), ("Form.Nodes[0].Due", "2026-11-30"),
        ];
        await ProjectScene.RefusedAsync(
            await ProjectScene.SendAsync(web, ProjectLinks.New, EditForm, typed), HttpStatusCode.BadRequest, "分月计划合计 250.5 万元，与年度计划投资 300 万元不符", "锂电材料产业园");
        await ProjectScene.RefusedAsync(await ProjectScene.SendAsync(web, ProjectLinks.New, EditForm,
            [.. typed.Where(t => t.Item1 != "Form.DoneBefore"), ("Form.DoneBefore", "120000.1")]), HttpStatusCode.BadRequest, "120,000.1 万元，超过总投资 120,000 万元");
        using var answer = await ProjectScene.SendAsync(
            web, ProjectLinks.New, EditForm, [.. typed.Where(t => t.Item1 != "Form.YearPlan"), ("Form.YearPlan", "250.5")]);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var page = await web.PageAsync(answer.Headers.Location!.ToString());
        Assert.Contains("校验位应为“3”", page.Body!.TextContent, StringComparison.Ordinal);
        await using (var db = app.Open())
        {
            var made = await db.Projects.Include(p => p.Years).Include(p => p.Funds).Include(p => p.Nodes).SingleAsync(p => p.Code == "XM-2026-004");
            Assert.Equal((120000m, 3500.5m, 250.5m, 80m, "主体封顶"),
                (made.TotalInvestment, made.DoneBefore, made.Years.Single().Planned, made.Funds.Single().InPlace, made.Nodes.Single().Name));
            Assert.Equal(150.5m, (await db.ProjectMonths.SingleAsync(m => m.ProjectId == made.Id && m.Month == 202606)).Planned);
            ProjectScene.Done(await ProjectScene.SendAsync(web, ProjectLinks.Edit(made.Id), EditForm, ("Form.Funds[0].Planned", "0"),
                ("Form.Funds[0].InPlace", "0"), ("Form.Nodes[0].Name", ""), ("Form.Nodes[0].Due", "")));
        }

        await using var after = app.Open();
        var changed = await after.Projects.Include(p => p.Funds).Include(p => p.Nodes).SingleAsync(p => p.Code == "XM-2026-004");
        Assert.Equal((0, 0, 2), (changed.Funds.Count, changed.Nodes.Count, changed.Version));
        using var clerk = await app.AsAsync("clerk2");
        Assert.Null((await clerk.PageAsync(ProjectLinks.Project(changed.Id))).QuerySelector($"a[href='{ProjectLinks.Edit(changed.Id)}']"));
        await clerk.PageAsync(ProjectLinks.Edit(changed.Id), HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_start_names_the_conditions_that_are_missing_and_is_kept_with_its_day()
    {
        await using var app = await TestApp.StartAsync();
        var scene = await ProjectScene.InAsync(app);
        using var web = await app.AsAsync("coordinator");
        var address = ProjectLinks.Project(scene.Road.Id);
        var page = await web.PageAsync(address);
        Assert.Contains("已确定包联领导", page.QuerySelectorAll(".prj-unmet").Select(e => e.TextContent.Split('：')[^1]));
        var suspend = (IHtmlFormElement)page.QuerySelectorAll("#stage form")
            .First(f => f.QuerySelector("[name=Move]")!.GetAttribute("value") == nameof(StageMove.Suspend));
        await ProjectScene.RefusedAsync(await web.SubmitAsync(suspend, new Dictionary<string, string?> { ["Move"] = nameof(StageMove.Start) }),
            HttpStatusCode.Conflict, "PRJ005", "已确定服务单位");
        await ProjectScene.RefusedAsync(await web.SubmitAsync(suspend, new Dictionary<string, string?>()), HttpStatusCode.BadRequest, "PRJ006");
        await using (var db = app.Open())
        {
            var road = await db.Projects.SingleAsync(p => p.Id == scene.Road.Id);
            (road.LeaderPostId, road.ServiceUnitId, road.PlannedFinish) = (scene.District.Leader.Id, scene.District.Finance.Id, new DateOnly(2027, 5, 1));
            db.Procedures.Add(new Procedure { ProjectId = road.Id, Order = 1, Name = "立项", Waived = "已并入年度计划" });
            await TestApp.SaveAsync(db);
        }

        ProjectScene.Done(await ProjectScene.SendAsync(web, address, "#stage form:has([value=Start])", ("On", "2026-02-20")));
        await using var after = app.Open();
        var started = await after.Projects.SingleAsync(p => p.Id == scene.Road.Id);
        var change = await after.StageChanges.SingleAsync();
        Assert.Equal((Stage.Started, new DateOnly(2026, 2, 20), Stage.Preparing, Stage.Started), (started.Stage, started.StartedOn, change.From, change.To));
        ProjectScene.Done(await ProjectScene.SendAsync(web, address, "#stage form:has([value=StepBack])", ("Reason", "登记错了")));
        after.ChangeTracker.Clear();
        Assert.Null((await after.Projects.SingleAsync(p => p.Id == scene.Road.Id)).StartedOn);
        Assert.Contains("登记错了", (await web.PageAsync(address)).GetElementById("stage")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?q=水厂", "第二水厂")]
    [InlineData("?class=1", "实验小学")]
    [InlineData("?stage=20", "云泽大道改造")]
    [InlineData("?leader=0", "云泽大道改造,实验小学")]
    [InlineData("?sort=2", "第二水厂,实验小学,云泽大道改造")]
    [InlineData("?sort=3", "实验小学,云泽大道改造,第二水厂")]
    [InlineData("?parts=3&month=202602", "云泽大道改造")]
    [InlineData("?parts=6&month=202602", "实验小学")]
    [InlineData("?light=3", "")]
    public async Task The_list_filters_and_sorts(string query, string expected)
    {
        await using var app = await TestApp.StartAsync();
        await ProjectScene.InAsync(app);
        using var web = await app.AsAsync("leader");
        Assert.Equal(expected,
            string.Join(',', (await web.PageAsync(ProjectLinks.Index + query)).QuerySelectorAll(".prj-list td.name").Select(e => e.TextContent)));
    }

    [Fact]
    public async Task Photos_are_taken_in_and_given_as_pictures_only()
    {
        await using var app = await TestApp.StartAsync();
        var scene = await ProjectScene.InAsync(app);
        using var clerk = await app.AsAsync("clerk2");
        var address = $"{ProjectLinks.Project(scene.Plant.Id)}?handler=Photo";
        byte[] png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3];
        await ProjectScene.RefusedAsync(await ProjectScene.UploadAsync(clerk, ProjectLinks.Project(scene.Plant.Id), address, "说明.txt", "文字"u8.ToArray()),
            HttpStatusCode.BadRequest, "PRJ013");
        ProjectScene.Done(await ProjectScene.UploadAsync(clerk, ProjectLinks.Project(scene.Plant.Id), address, "工地.png", png));
        await using var db = app.Open();
        var file = await db.Files.SingleAsync(f => f.Subject == nameof(Project) && f.SubjectId == scene.Plant.Id);
        using var given = await clerk.GetAsync(ProjectLinks.Photo(file.Id));
        Assert.Equal(("image/png", "default-src 'none'; sandbox"),
            (given.Content.Headers.ContentType!.MediaType, given.Headers.GetValues("Content-Security-Policy").Single()));
        Assert.Equal(png, await given.Content.ReadAsByteArrayAsync());
        using var other = await app.AsAsync("clerk");
        using var refused = await ProjectScene.UploadAsync(other, ProjectLinks.Project(scene.School.Id), address, "工地.png", png);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    [Fact]
    public async Task A_row_shows_the_projects_that_serve_it_and_that_its_share_comes_from_them()
    {
        await using var app = await TestApp.StartAsync();
        var scene = await ProjectScene.InAsync(app);
        await using var db = app.Open();
        var issue = new Issue { PlanId = scene.District.Plan.Id, Batch = 1, DocumentNumber = "云办发〔2026〕3号", IssuedOn = new DateOnly(2026, 1, 20) };
        db.Issues.Add(issue);
        await TestApp.SaveAsync(db);
        var row = scene.District.Row("1", "建成第二水厂", CommitmentState.Issued, scene.District.Housing);
        row.IssueId = issue.Id;
        db.Commitments.Add(row);
        await TestApp.SaveAsync(db);
        (await db.Projects.SingleAsync(p => p.Id == scene.Plant.Id)).CommitmentId = row.Id;
        await TestApp.SaveAsync(db);
        using var web = await app.AsAsync("clerk");
        var listed = await web.PageAsync(new ProjectFilter(Row: row.Id).Href());
        Assert.Equal(["第二水厂"], listed.QuerySelectorAll(".prj-list tbody td.name").Select(n => n.TextContent.Trim()));
        Assert.Equal($"{row.Id}", listed.QuerySelector("form.filters input[name=row]")?.GetAttribute("value"));
        Assert.Contains("台账第 1 项：建成第二水厂", (await web.PageAsync(ProjectLinks.Project(scene.Plant.Id))).Body!.TextContent, StringComparison.Ordinal);
        using var reader = await app.AsAsync("clerk2");
        var page = await reader.PageAsync(LedgerLinks.Row(row.Id));
        var line = Assert.Single(page.QuerySelectorAll("#projects tbody tr"));
        Assert.Equal(["第二水厂", "在建", "", "12,000", "900", "7.5%"], line.QuerySelectorAll("td").Select(d => d.TextContent.Trim()));
        Assert.Equal(ProjectLinks.Project(scene.Plant.Id), line.QuerySelector("a")!.GetAttribute("href"));
        Assert.Contains("现在是 7.5%（1个项目1—2月完成投资900万元，年度计划12000万元）", page.GetElementById("projects")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("完成比例取自项目投资", page.GetElementById("reports")!.TextContent, StringComparison.Ordinal);
        row.Milestones.Add(new Milestone { Name = "通水", Due = new DateOnly(2026, 11, 30) });
        await TestApp.SaveAsync(db);
        page = await reader.PageAsync(LedgerLinks.Row(row.Id));
        Assert.NotNull(page.QuerySelector("#projects tbody tr"));
        Assert.DoesNotContain("取自项目投资", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_plan_of_another_year_leaves_the_row_that_a_project_serves()
    {
        await using var app = await TestApp.StartAsync();
        var scene = await ProjectScene.InAsync(app);
        await using var db = app.Open();
        var next = new Plan { Year = 2027, Name = "2027年任务分解方案" };
        db.Plans.Add(next);
        await TestApp.SaveAsync(db);
        var (row, other) = (scene.District.Row("1", "建成第二水厂", CommitmentState.Issued, scene.District.Housing),
            scene.District.Row("1", "建成三个公园", CommitmentState.Issued, scene.District.Housing));
        other.PlanId = next.Id;
        db.Commitments.AddRange(row, other);
        await TestApp.SaveAsync(db);
        (await db.Projects.SingleAsync(p => p.Id == scene.Plant.Id)).CommitmentId = row.Id;
        await TestApp.SaveAsync(db);
        using var web = await app.AsAsync("coordinator");
        foreach (var (year, number, served) in new (int, string?,
            int?)[] { (2027, null, row.Id), (2026, null, row.Id), (2026, "", null), (2027, "1", other.Id) })
        {
            (string, string)[] typed = number is null ? [] : [("Form.RowNumber", number)];
            ProjectScene.Done(await ProjectScene.SendAsync(web, $"{ProjectLinks.Edit(scene.Plant.Id)}?year={year}", EditForm, typed));
            Assert.Equal(served, await db.Projects.Where(p => p.Id == scene.Plant.Id).Select(p => p.CommitmentId).SingleAsync());
        }
    }

    [Fact]
    public async Task Numbers_of_the_rates_lead_to_their_projects()
    {
        await using var app = await TestApp.StartAsync();
        await ProjectScene.InAsync(app);
        using var web = await app.AsAsync("leader");
        foreach (var by in Enum.GetValues<RateGrouping>())
        {
            var page = await web.PageAsync($"{ProjectLinks.Rates}?month=202602&by={by}");
            Assert.Contains("5.9%", page.QuerySelector(".prj-sum")!.TextContent, StringComparison.Ordinal);
            foreach (var link in page.QuerySelectorAll(".prj-rate-table a"))
            {
                var rows = (await web.PageAsync(link.GetAttribute("href")!)).QuerySelectorAll(".prj-list tbody tr").Length;
                if (link.ParentElement!.GetAttribute("data-label") is "项目" or "应开工" or "未开工" or "应竣工" or "未竣工") Assert.Equal(link.TextContent, $"{rows}");
                else Assert.True(rows > 0 || link.TextContent == "0%", $"{link.TextContent} leads to an empty list: {link.GetAttribute("href")}");
            }
        }
    }

    [Fact]
    public async Task What_is_negotiated_behind_a_project_is_shown_to_those_alone_who_may_see_it_in_its_own_list()
    {
        await using var app = await TestApp.StartAsync();
        var scene = await ProjectScene.InAsync(app);
        await using (var db = app.Open())
        {
            db.Leads.Add(
                new Lead { Name = "水务集团投资", Investor = "泽源水务", UnitId = scene.District.Education.Id, State = LeadState.Entered, ProjectId = scene.Plant.Id });
            db.SoughtMatters.Add(new SoughtMatter
            {
                Name = "供水专项债",
                Authority = "省财政厅",
                Kind = SoughtKind.Funds,
                UnitId = scene.District.Education.Id,
                ProjectId = scene.Plant.Id,
            });
            await TestApp.SaveAsync(db);
        }

        async Task<(bool Lead, bool Sought)> SeesAsync(string account)
        {
            using var web = await app.AsAsync(account);
            var text = (await web.PageAsync(ProjectLinks.Project(scene.Plant.Id))).Body!.TextContent;
            return (text.Contains("水务集团投资", StringComparison.Ordinal), text.Contains("供水专项债", StringComparison.Ordinal));
        }

        Assert.Equal((true, true), await SeesAsync("coordinator"));
        Assert.Equal((true, true), await SeesAsync("clerk"));
        Assert.Equal((false, false), await SeesAsync("clerk2"));
    }

    [Fact]
    public async Task A_leader_sets_the_next_visit_of_his_own_projects()
    {
        await using var app = await TestApp.StartAsync();
        var scene = await ProjectScene.InAsync(app);
        using var leader = await app.AsAsync("leader");
        await ProjectScene.RefusedAsync(
            await ProjectScene.SendAsync(leader, ProjectLinks.Leader, "main td form", ("On", "2026-03-01")), HttpStatusCode.BadRequest, "PRJ014");
        ProjectScene.Done(await ProjectScene.SendAsync(leader, ProjectLinks.Leader, "main td form", ("On", "2026-03-06")));
        await using var db = app.Open();
        Assert.Equal(new DateOnly(2026, 3, 6), (await db.Projects.SingleAsync(p => p.Id == scene.Plant.Id)).NextVisit);
        Assert.Contains("1 个包联项目要走访", (await leader.PageAsync("/today")).Body!.TextContent, StringComparison.Ordinal);
        using var other = await app.AsAsync("leader2");
        Assert.Null((await other.PageAsync(ProjectLinks.LeaderOf(scene.District.Leader.Id))).QuerySelector("main td form"));
    }
}
