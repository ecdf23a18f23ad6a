using System.Net;
using AngleSharp.Html.Dom;
using Maoding.Documents.Reading;
using Maoding.Documents.Writing;
using Maoding.Domain.Lights;
using Maoding.Domain.Projects;
using Maoding.Features.Building.Projects;
using Maoding.Shared.Addresses;
using Maoding.Tests.Hosting;
using Maoding.Tests.Shared.Workbooks;
using Maoding.Tests.WholeWay;
using Microsoft.EntityFrameworkCore;
using Xunit;
using WebClient = Maoding.Tests.Hosting.WebClient;

namespace Maoding.Tests.Features.Building.Projects;

/// <summary>A unit reports all its projects of a month in one form; the coordinator accepts and returns.</summary>
public sealed class ProjectMonthTests
{
    private const string Form = "main form:has(.prj-month)";

    [Fact]
    public async Task A_month_is_filled_in_from_the_last_handed_in_returned_and_accepted()
    {
        await using var app = await TestApp.StartAsync();
        var scene = await ProjectScene.InAsync(app);
        using var clerk = await app.AsAsync("clerk2");
        Assert.Contains("2 个项目2月进度待填报", (await clerk.PageAsync("/today")).Body!.TextContent, StringComparison.Ordinal);
        var page = await clerk.PageAsync(ProjectLinks.MonthOf(ProjectScene.February));
        Assert.Equal(["云泽大道改造", "第二水厂"], page.QuerySelectorAll(".prj-month h2").Select(h => h.TextContent));
        Assert.Equal("完成基础施工", page.GetElementById("Lines_1__Progress")!.TextContent);
        await ProjectScene.RefusedAsync(await SubmitAsync(clerk, ("Lines[1].Done", "很多")), HttpStatusCode.BadRequest, "第二水厂：当月完成投资“很多”");
        await ProjectScene.RefusedAsync(await SubmitAsync(clerk, ("Lines[1].Done", "-5")), HttpStatusCode.BadRequest, "更正以前多报的数");
        ProjectScene.Done(await SubmitAsync(clerk, ("Lines[1].Done", "1,100.5"), ("Lines[1].Progress", "主体完成三层"), ("Lines[1].Nodes[0].On", "2026-02-27")));
        await using var db = app.Open();
        var month = await db.ProjectMonths.SingleAsync(m => m.ProjectId == scene.Plant.Id && m.Month == ProjectScene.February);
        Assert.Equal((ProjectMonthState.Submitted, 1100.5m, SmallDistrict.Today), (month.State, month.Done, month.SubmittedOn));
        Assert.Null((await db.ProjectNodes.SingleAsync()).ReachedOn);
        using var coordinator = await app.AsAsync("coordinator");
        Assert.Contains("完成节点“主体封顶”：2026年2月27日",
            (await coordinator.PageAsync(ProjectLinks.ReviewOf(ProjectScene.February))).Body!.TextContent, StringComparison.Ordinal);
        ProjectScene.Done(await ProjectScene.SendAsync(
            coordinator, ProjectLinks.ReviewOf(ProjectScene.February), "main form[action*='handler=Return']", ("Reason", "与统计数不符")));
        Assert.Contains("与统计数不符", (await clerk.PageAsync(ProjectLinks.MonthOf(ProjectScene.February))).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("1 个项目的进度被退回", (await clerk.PageAsync("/today")).Body!.TextContent, StringComparison.Ordinal);
        ProjectScene.Done(await SubmitAsync(clerk, ("Lines[1].Done", "1000")));
        ProjectScene.Done(await AcceptAsync(coordinator));
        db.ChangeTracker.Clear();
        Assert.Equal(ProjectMonthState.Accepted, (await db.ProjectMonths.SingleAsync(m => m.Id == month.Id)).State);
        Assert.Equal(new DateOnly(2026, 2, 27), (await db.ProjectNodes.SingleAsync()).ReachedOn);
        using var leader = await app.AsAsync("leader");
        Assert.Contains("已完成 1,900 万元（15.8%）", string.Join(' ', (await leader.PageAsync(ProjectLinks.Project(scene.Plant.Id)))
            .GetElementById("year")!.TextContent.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_odd_sum_is_asked_about_once_and_handed_in_with_its_reason()
    {
        await using var app = await TestApp.StartAsync();
        var scene = await ProjectScene.InAsync(app);
        using var clerk = await app.AsAsync("clerk2");
        using var refused = await SubmitAsync(clerk, ("Lines[1].Done", "11005"), ("Lines[1].Progress", "主体完成三层"));
        var page = await WebClient.ParseAsync(refused, HttpStatusCode.BadRequest);
        Assert.Contains("第二水厂：一个月完成 11005 万元", page.QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("11005", ((IHtmlInputElement)page.GetElementById("Lines_1__Done")!).Value);
        await using var db = app.Open();
        var before = await db.ProjectMonths.AsNoTracking().SingleAsync(m => m.ProjectId == scene.Plant.Id && m.Month == ProjectScene.February);
        Assert.Equal((ProjectMonthState.Open, null), (before.State, before.Done));
        ProjectScene.Done(await SubmitAsync(
            clerk, ("Lines[1].Done", "11005"), ("Lines[1].Progress", "主体完成三层"), ("Lines[1].Note", "主要设备集中到货，一次结算")));
        var after = await db.ProjectMonths.AsNoTracking().SingleAsync(m => m.Id == before.Id);
        Assert.Equal((ProjectMonthState.Submitted, 11005m, "主要设备集中到货，一次结算"), (after.State, after.Done, after.Note));
    }

    [Fact]
    public async Task A_node_counts_as_reached_from_its_accepted_report_and_no_more_when_that_is_sent_back()
    {
        await using var app = await TestApp.StartAsync();
        await ProjectScene.InAsync(app);
        using var clerk = await app.AsAsync("clerk2");
        using var coordinator = await app.AsAsync("coordinator");
        async Task<DateOnly?> ReachedAsync()
        {
            await using var db = app.Open();
            return (await db.ProjectNodes.SingleAsync()).ReachedOn;
        }

        ProjectScene.Done(await SubmitAsync(clerk, ("Lines[1].Done", "1100"), ("Lines[1].Progress", "主体封顶"), ("Lines[1].Nodes[0].On", "2026-02-26")));
        var seen = (await clerk.PageAsync(ProjectLinks.MonthOf(ProjectScene.February))).QuerySelector("main form[action*='handler=Withdraw']")!;
        ProjectScene.Done(
            await ProjectScene.SendAsync(coordinator, ProjectLinks.ReviewOf(ProjectScene.February), "main form[action*='handler=Return']", ("Reason", "请附照片")));
        ProjectScene.Done(await SubmitAsync(clerk, ("Lines[1].Nodes[0].On", "2026-02-27")));
        await ProjectScene.RefusedAsync(await clerk.SubmitAsync((IHtmlFormElement)seen, new Dictionary<string, string?>()), HttpStatusCode.Conflict, "SYS001");
        Assert.Null(await ReachedAsync());
        ProjectScene.Done(await AcceptAsync(coordinator));
        Assert.Equal(new DateOnly(2026, 2, 27), await ReachedAsync());
        ProjectScene.Done(await ProjectScene.SendAsync(
            coordinator, ProjectLinks.ReviewOf(ProjectScene.February), "main form[action*='handler=Return']", ("Reason", "封顶照片是上月的")));
        Assert.Null(await ReachedAsync());
        Assert.Equal("2026-02-27",
            ((IHtmlInputElement)(await clerk.PageAsync(ProjectLinks.MonthOf(ProjectScene.February))).GetElementById("Lines_1__Nodes_0__On")!).Value);
        ProjectScene.Done(await SubmitAsync(clerk, ("Lines[1].Nodes[0].On", "")));
        ProjectScene.Done(await AcceptAsync(coordinator));
        Assert.Null(await ReachedAsync());
    }

    [Fact]
    public async Task A_unit_sees_and_writes_its_own_projects_alone_and_others_see_no_draft()
    {
        await using var app = await TestApp.StartAsync();
        var scene = await ProjectScene.InAsync(app);
        using var clerk = await app.AsAsync("clerk");
        var page = await clerk.PageAsync(ProjectLinks.MonthOf(ProjectScene.February));
        Assert.Equal(["实验小学"], page.QuerySelectorAll(".prj-month h2").Select(h => h.TextContent));
        using var forged = await clerk.SubmitAsync((IHtmlFormElement)page.QuerySelector(Form)!,
            new Dictionary<string, string?> { ["Lines[0].ProjectId"] = $"{scene.Plant.Id}", ["Lines[0].Done"] = "1" });
        Assert.Equal(HttpStatusCode.Forbidden, forged.StatusCode);
        ProjectScene.Done(await clerk.SubmitAsync(
            (IHtmlFormElement)page.QuerySelector(Form)!, new Dictionary<string, string?> { ["Lines[0].Done"] = "321", ["Lines[0].Progress"] = "装修" }));
        using var other = await app.AsAsync("clerk2");
        Assert.DoesNotContain(
            "321", (await other.PageAsync(ProjectLinks.Project(scene.School.Id))).GetElementById("year")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("321", (await clerk.PageAsync(ProjectLinks.Project(scene.School.Id))).GetElementById("year")!.TextContent, StringComparison.Ordinal);
        await ProjectScene.RefusedAsync(await clerk.SubmitAsync((IHtmlFormElement)page.QuerySelector(Form)!,
            new Dictionary<string, string?> { ["Lines[0].Done"] = "5", ["RequestKey"] = "later" }), HttpStatusCode.Conflict, "SYS001");
    }

    [Fact]
    public async Task A_closed_month_keeps_what_was_accepted_and_its_plan()
    {
        await using var app = await TestApp.StartAsync();
        var scene = await ProjectScene.InAsync(app);
        await using (var db = app.Open())
        {
            var rules = db.RuleEditions.Add(YearDistrict.Edition(LightPresets.Own.Name)).Entity;
            await TestApp.SaveAsync(db);
            db.MonthCloses.Add(
                new MonthClose { PlanId = scene.District.Plan.Id, Month = 202601, RuleEditionId = rules.Id, ClosedOn = new DateOnly(2026, 2, 10) });
            var january = await db.ProjectMonths.SingleAsync(m => m.ProjectId == scene.Plant.Id && m.Month == 202601);
            (january.Light, january.RuleEditionId, january.PlannedShare, january.DoneShare) = (Light.Green, rules.Id, 83, 75);
            await TestApp.SaveAsync(db);
        }

        using var coordinator = await app.AsAsync("coordinator");
        var review = await coordinator.PageAsync(ProjectLinks.ReviewOf(202601));
        Assert.Null(review.QuerySelector("form[action*='handler=Return']"));
        await ProjectScene.RefusedAsync(await ProjectScene.SendAsync(coordinator, ProjectLinks.Edit(scene.Plant.Id),
            "main form[method=post]", ("Form.Months[0]", "900"), ("Form.Months[1]", "1100")), HttpStatusCode.Conflict, "PRJ009");
        Assert.Equal(["第二水厂"], (await coordinator.PageAsync($"{ProjectLinks.Index}?light=1")).QuerySelectorAll(".prj-list td.name").Select(e => e.TextContent));
    }

    [Fact]
    public async Task A_workbook_fills_the_form_and_writes_nothing_by_itself()
    {
        await using var app = await TestApp.StartAsync();
        var scene = await ProjectScene.InAsync(app);
        using var clerk = await app.AsAsync("clerk2");
        using var exported = await clerk.GetAsync($"{ProjectLinks.MonthBook}?month={ProjectScene.February}");
        var sheet = TableBookReader.Read(new MemoryStream(await exported.Content.ReadAsByteArrayAsync()), "表.xlsx")[0];
        var heads = sheet.Rows[0].Cells.ToList();
        var cells = sheet.Rows.Skip(1).Select(r => r.Cells.Cast<object?>().ToArray()).ToArray();
        (cells[1][heads.IndexOf(MonthBook.Done)], cells[1][heads.IndexOf(MonthBook.Nodes)]) = ("950", "主体封顶｜2026-02-28");
        var address = $"{ProjectLinks.Month}?handler=Import&month={ProjectScene.February}";
        using var shown = await ProjectScene.UploadAsync(clerk, ProjectLinks.MonthOf(ProjectScene.February), address, "表.xlsx", Book(heads, cells));
        var page = await WebClient.ParseAsync(shown);
        Assert.Equal(("950", "2026-02-28", ""), (Value(page, "Lines_1__Done"), Value(page, "Lines_1__Nodes_0__On"), Value(page, "Lines_0__Done")));
        await using var db = app.Open();
        Assert.Null((await db.ProjectMonths.SingleAsync(m => m.ProjectId == scene.Plant.Id && m.Month == ProjectScene.February)).Done);
        (cells[0][heads.IndexOf(MonthBook.Done)], cells[1][heads.IndexOf(MonthBook.Nodes)]) = ("不少", "封顶｜2026-02-28");
        await ProjectScene.RefusedAsync(await ProjectScene.UploadAsync(clerk, ProjectLinks.MonthOf(ProjectScene.February),
            address, "表.xlsx", Book(heads, cells)), HttpStatusCode.BadRequest, "第 2 行“当月完成投资（万元）”（G2）：“不少”", "项目没有节点“封顶”");
    }

    [Fact]
    public async Task A_project_sent_since_the_export_holds_nobody_up_and_what_stands_without_its_sum_is_named()
    {
        await using var app = await TestApp.StartAsync();
        var scene = await ProjectScene.InAsync(app);
        using var clerk = await app.AsAsync("clerk2");
        using var exported = await clerk.GetAsync($"{ProjectLinks.MonthBook}?month={ProjectScene.February}");
        var sheet = TableBookReader.Read(new MemoryStream(await exported.Content.ReadAsByteArrayAsync()), "表.xlsx")[0];
        var heads = sheet.Rows[0].Cells.ToList();
        var cells = sheet.Rows.Skip(1).Select(r => r.Cells.Cast<object?>().ToArray()).ToArray();
        await using (var db = app.Open())
        {
            var month = await db.ProjectMonths.SingleAsync(m => m.ProjectId == scene.Plant.Id && m.Month == ProjectScene.February);
            (month.State, month.Done) = (ProjectMonthState.Submitted, 950m);
            await TestApp.SaveAsync(db);
        }

        var address = $"{ProjectLinks.Month}?handler=Import&month={ProjectScene.February}";
        Task<HttpResponseMessage> SendAsync() =>
            ProjectScene.UploadAsync(clerk, ProjectLinks.MonthOf(ProjectScene.February), address, "表.xlsx", Book(heads, cells));
        using (var passed = await SendAsync()) Assert.Equal(HttpStatusCode.OK, passed.StatusCode);
        cells[0][heads.IndexOf(MonthBook.Progress)] = "基础完成";
        await ProjectScene.RefusedAsync(await SendAsync(), HttpStatusCode.BadRequest, "填了形象进度，没有写当月完成投资");
        (cells[0][heads.IndexOf(MonthBook.Progress)], cells[1][heads.IndexOf(MonthBook.Done)]) = ("", "960");
        await ProjectScene.RefusedAsync(await SendAsync(), HttpStatusCode.BadRequest, "要填的项目里没有编号");
    }

    [Fact]
    public async Task The_days_of_nodes_are_read_however_they_are_written()
    {
        await using var app = await TestApp.StartAsync();
        await ProjectScene.InAsync(app);
        using var clerk = await app.AsAsync("clerk2");
        using var exported = await clerk.GetAsync($"{ProjectLinks.MonthBook}?month={ProjectScene.February}");
        var sheet = TableBookReader.Read(new MemoryStream(await exported.Content.ReadAsByteArrayAsync()), "表.xlsx")[0];
        var heads = sheet.Rows[0].Cells.ToList();
        var cells = sheet.Rows.Skip(1).Select(r => r.Cells.Cast<object?>().ToArray()).ToArray();
        var address = $"{ProjectLinks.Month}?handler=Import&month={ProjectScene.February}";
        async Task<HttpResponseMessage> SendAsync(string nodes)
        {
            (cells[1][heads.IndexOf(MonthBook.Done)], cells[1][heads.IndexOf(MonthBook.Nodes)]) = ("950", nodes);
            return await ProjectScene.UploadAsync(clerk, ProjectLinks.MonthOf(ProjectScene.February), address, "表.xlsx", Book(heads, cells));
        }

        foreach (var right in OddDays.Right)
        {
            using var shown = await SendAsync($"主体封顶｜{right}");
            Assert.Equal((right, "2026-02-05"), (right, Value(await WebClient.ParseAsync(shown), "Lines_1__Nodes_0__On")));
        }

        string[] all = [.. OddDays.Wrong, .. OddDays.WithoutYear];
        using var wrong = await SendAsync(string.Join('\n', all.Select(w => $"主体封顶｜{w}")));
        var words = (await WebClient.ParseAsync(wrong, HttpStatusCode.BadRequest)).Body!.TextContent;
        Assert.All(all, w => Assert.Contains($"“主体封顶｜{w}”读不懂", words, StringComparison.Ordinal));
    }

    private static string Value(IHtmlDocument page, string id) => ((IHtmlInputElement)page.GetElementById(id)!).Value;

    private static byte[] Book(IEnumerable<string> heads, IEnumerable<object?[]> cells)
    {
        using var book = new MemoryStream();
        TableBookWriter.Write(book, [new TableSheet("月度调度", [.. heads.Select(h => new TableColumn(h, 12))], [.. cells])]);
        return book.ToArray();
    }

    private static async Task<HttpResponseMessage> SubmitAsync(WebClient web, params (string Field, string Value)[] changes)
    {
        var form = (IHtmlFormElement)(await web.PageAsync(ProjectLinks.MonthOf(ProjectScene.February))).QuerySelector(Form)!;
        form.SetAttribute("action", $"{ProjectLinks.Month}?handler=Submit&month={ProjectScene.February}");
        return await web.SubmitAsync(form, changes.ToDictionary(c => c.Field, string? (c) => c.Value));
    }

    /// <summary>What is ticked stands outside the form it belongs to.</summary>
    private static async Task<HttpResponseMessage> AcceptAsync(WebClient web)
    {
        var page = await web.PageAsync(ProjectLinks.ReviewOf(ProjectScene.February));
        var chosen = page.QuerySelectorAll("[name=Chosen]").OfType<IHtmlInputElement>().Single();
        return await web.SubmitAsync((IHtmlFormElement)page.GetElementById("accept")!, new Dictionary<string, string?> { ["Chosen"] = chosen.Value });
    }
}
