using Maoding.Domain.Calendar;
using System.Net;
using Maoding.Districts;
using Maoding.Documents.Units;
using Maoding.Domain.Procedures;
using Maoding.Features.Building.Procedures;
using Maoding.Shared.Addresses;
using Maoding.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using WebClient = Maoding.Tests.Hosting.WebClient;
using static Maoding.Tests.Features.Building.Procedures.ProcedureScene;

namespace Maoding.Tests.Features.Building.Procedures;

public sealed class ProcedureTests
{
    [Fact]
    public void Every_starting_template_can_be_scheduled_and_names_known_functions()
    {
        var templates = TemplateCatalogue.All().ToList();
        Assert.Equal(["政府投资房建类", "企业投资工业用地类", "市政道路类", "老旧小区改造类"], templates.Select(t => t.Name));
        foreach (var template in templates)
        {
            Assert.NotEmpty(template.Note);
            Assert.InRange(Network.Of(template.Steps.Select(Activity.Of), SmallDistrict.Today, SmallDistrict.Today, WorkCalendar.Published).Length, 20, 120);
            Assert.All(template.Steps, s => Assert.Contains(s.Function, UnitFunctions.All));
            Assert.All(template.Steps, s => Assert.InRange(s.PromisedDays, 1, s.StatutoryDays));
            // Only the permit to build has nothing behind it.
            var needed = template.Steps.SelectMany(s => Procedure.Orders(s.After)).ToHashSet();
            Assert.Single(template.Steps, s => !needed.Contains(s.Order));
        }
    }

    [Fact]
    public async Task A_template_gives_a_project_its_procedures_with_their_units_and_the_earliest_day()
    {
        await using var app = await TestApp.StartAsync();
        var scene = await InAsync(app);
        await scene.GiveAsync();
        Assert.Equal((scene.Departments[0].Id, 5, 20),
            ((await scene.ProcedureAsync(1)).UnitId, (await scene.ProcedureAsync(1)).PromisedDays, (await scene.ProcedureAsync(1)).StatutoryDays));
        Assert.Equal(scene.District.Housing.Id, (await scene.ProcedureAsync(12)).UnitId);
        using var web = await app.AsAsync("leader");
        var page = await web.PageAsync(scene.Address);
        // 5 + 7 + 7 + 8 + 7 + 20 + 3 = 57 working days from 2 March: 22 in March, 21 in April (6 April is free),
        // 14 in May (1, 4 and 5 May are free, the 9th is worked), the last on Friday the 22nd.
        Assert.Contains("最早 2026-05-25 能开工", Words(page, "main h2"), StringComparison.Ordinal);
        Assert.Contains("项目建议书批复（立项） → 规划选址与用地预审 → 可行性研究报告批复 → 初步设计及概算批复 → 施工图审查 → 施工和监理招标投标 → 建筑工程施工许可", Words(page, ".facts"), StringComparison.Ordinal);
        Assert.Equal(12, page.QuerySelectorAll(".prc-list tbody tr").Length);
        Assert.NotNull(page.QuerySelector("svg.prc-chart"));
        Assert.Null(page.QuerySelector("form[action*=Start]"));
    }

    [Fact]
    public async Task Days_counted_into_a_year_without_its_notice_are_said_to_be_so()
    {
        await using var app = await TestApp.StartAsync();
        var scene = await InAsync(app);
        await scene.GiveAsync();
        using var web = await app.AsAsync("coordinator");
        foreach (var path in (string[])[scene.Address, "/procedures", $"/projects/{Number(scene.Project.Id)}"])
            Assert.DoesNotContain("尚未录入", Words(await web.PageAsync(path), "main"), StringComparison.Ordinal);
        await scene.OnAsync(new DateOnly(2026, 12, 28));
        await SendAsync(web, scene.Address, "Start", new() { ["From"] = "2026-12-28" });
        var page = await web.PageAsync(scene.Address);
        Assert.Contains("最早 2027-0", Words(page, "main h2"), StringComparison.Ordinal);
        foreach (var path in (string[])[scene.Address, "/procedures", $"/projects/{Number(scene.Project.Id)}"])
            Assert.Contains("2027年的放假安排尚未录入", Words(await web.PageAsync(path), "main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_department_records_and_one_that_slips_moves_the_rest_and_is_told_against_the_plan()
    {
        await using var app = await TestApp.StartAsync();
        var scene = await InAsync(app);
        await scene.GiveAsync();
        var first = ProcedureLinks.Step((await scene.ProcedureAsync(1)).Id);
        using (var other = await app.AsAsync("hbj"))
        {
            var page = await other.PageAsync(first);
            Assert.Null(page.QuerySelector("main form[method=post]"));
        }

        using var clerk = await app.AsAsync("fgj");
        await RefusedAsync(clerk, first, "Accept", new() { ["AcceptedOn"] = "2026-03-03" }, "PRC008");
        await SendAsync(clerk, first, "Accept", new() { ["AcceptedOn"] = "2026-03-02" });
        // Promised for 6 March, still open on the 13th: five working days late.
        await scene.OnAsync(new DateOnly(2026, 3, 13));
        var late = await clerk.PageAsync(scene.Address);
        Assert.Equal("晚 5 天", Words(late, ".prc-list tbody tr td[data-label=比计划]"));
        Assert.Contains("现在晚 5 天", Words(late, ".facts"), StringComparison.Ordinal);
        Assert.Contains("1 项手续超过承诺时限还没有办结", Words(await clerk.PageAsync("/today"), "main"), StringComparison.Ordinal);
        await RefusedAsync(clerk, first, "Finish", new() { ["FinishedOn"] = "2026-03-01" }, "PRC008");
        await SendAsync(clerk, first, "Finish", new() { ["FinishedOn"] = "2026-03-13", ["Paper"] = "云发改批〔2026〕12号" });
        Assert.Contains("云发改批〔2026〕12号", Words(await clerk.PageAsync(scene.Address), ".prc-list"), StringComparison.Ordinal);
        await SendAsync(clerk, first, "Undo", new() { ["Why"] = "日期登记错了" });
        Assert.Null((await scene.ProcedureAsync(1)).FinishedOn);
        // The department records; those who run the project change it.
        Assert.Null((await clerk.PageAsync(first)).QuerySelector("form[action*=Edit], form[action*=Waive]"));
    }

    [Fact]
    public async Task Procedures_are_added_changed_waived_and_removed_and_circles_are_refused()
    {
        await using var app = await TestApp.StartAsync();
        var scene = await InAsync(app);
        await scene.GiveAsync();
        using var clerk = await app.AsAsync("clerk2");
        await SendAsync(clerk, ProcedureLinks.Add(scene.Project.Id), "",
            new() { ["Name"] = "地质灾害评估", ["StatutoryDays"] = "10", ["PromisedDays"] = "6", ["After"] = "2" });
        var added = await scene.ProcedureAsync(13);
        Assert.Equal(("地质灾害评估", "2"), (added.Name, added.After));
        var second = await scene.ProcedureAsync(2);
        var page = await RefusedAsync(clerk, ProcedureLinks.Step(second.Id), "Edit", new() { ["After"] = "1,13" }, "PRC001");
        Assert.Equal("1,13", page.QuerySelector("#After")!.GetAttribute("value"));
        await RefusedAsync(clerk, ProcedureLinks.Step(second.Id), "Edit", new() { ["PromisedDays"] = "30" }, "PRC005");
        await RefusedAsync(clerk, ProcedureLinks.Step(second.Id), "Edit", new() { ["Order"] = "3" }, "PRC002");
        await SendAsync(clerk, ProcedureLinks.Step(second.Id), "Edit", new() { ["Order"] = "20" });
        Assert.Equal(("20", "3,20"), ((await scene.ProcedureAsync(13)).After, (await scene.ProcedureAsync(4)).After));
        using (var refused = await RemoveAsync(clerk, second.Id)) Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        using (var done = await RemoveAsync(clerk, added.Id)) Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        await SendAsync(clerk, ProcedureLinks.Step((await scene.ProcedureAsync(3)).Id), "Waive", new() { ["Why"] = "年综合能耗低于标准，不单独审查" });
        Assert.Contains("不单独审查", Words(await clerk.PageAsync(scene.Address), ".prc-list"), StringComparison.Ordinal);
        await SendAsync(clerk, scene.Address, "Start", new() { ["From"] = "2026-04-01" });
        // A need is told by its number; the procedures stay while something has happened to one of them.
        Assert.Null((await clerk.PageAsync(scene.Address)).QuerySelector("form[action*=Give]"));
    }

    [Fact]
    public async Task What_it_takes_to_begin_by_a_day_is_answered()
    {
        await using var app = await TestApp.StartAsync();
        var scene = await InAsync(app);
        await scene.GiveAsync();
        using var web = await app.AsAsync("leader");
        var easy = Words(await web.PageAsync($"{scene.Address}?by=2026-07-01"), "#by");
        Assert.Contains("来得及", easy, StringComparison.Ordinal);
        var hard = Words(await web.PageAsync($"{scene.Address}?by=2026-05-06"), "#by");
        Assert.Contains("按同一比例压缩，就能在 2026-05-06 开工", hard, StringComparison.Ordinal);
        Assert.Contains("容缺受理、同时办：提前", hard, StringComparison.Ordinal);
        Assert.Contains("光靠压缩不够", Words(await web.PageAsync($"{scene.Address}?by=2026-03-20"), "#by"), StringComparison.Ordinal);
        Assert.Contains("请填今天或以后的一天", Words(await web.PageAsync($"{scene.Address}?by=2026-03-01"), ".errors"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Templates_are_made_changed_and_retired_by_those_who_keep_them()
    {
        await using var app = await TestApp.StartAsync();
        await InAsync(app);
        using var steward = await app.AsAsync("steward");
        Dictionary<string, string?> steps = new()
        {
            ["Name"] = "水利工程类",
            ["Steps[0].Name"] = "立项",
            ["Steps[0].Function"] = "发改",
            ["Steps[0].StatutoryDays"] = "20",
            ["Steps[0].PromisedDays"] = "5",
            ["Steps[0].After"] = "2",
            ["Steps[1].Name"] = "初步设计",
            ["Steps[1].Function"] = "水利",
            ["Steps[1].StatutoryDays"] = "20",
            ["Steps[1].PromisedDays"] = "7",
            ["Steps[1].After"] = "1",
        };
        await RefusedAsync(steward, ProcedureLinks.Template(0), "", steps, "PRC001");
        steps["Steps[0].After"] = "";
        await SendAsync(steward, ProcedureLinks.Template(0), "", steps);
        await using (var db = app.Open())
        {
            var made = await db.ProcedureTemplates.Include(t => t.Steps).SingleAsync(t => t.Name == "水利工程类", TestContext.Current.CancellationToken);
            Assert.Equal([(1, "立项", "发展改革", ""), (2, "初步设计", "水利", "1")], made.Steps.OrderBy(s => s.Order).Select(s => (s.Order, s.Name, s.Function, s.After)));
        }

        await RefusedAsync(steward, ProcedureLinks.Template(5), "", new() { ["Name"] = "市政道路类" }, "PRC004");
        await RefusedAsync(steward, ProcedureLinks.Template(5), "", new() { ["Steps[1].Function"] = "神仙" }, "PRC005");
        await SendAsync(steward, ProcedureLinks.Template(5), "",
            new() { ["Steps[1].Name"] = "", ["Steps[2].Name"] = "施工许可", ["Steps[2].StatutoryDays"] = "7", ["Steps[2].PromisedDays"] = "3" });
        await SendAsync(steward, ProcedureLinks.Templates, "Retire", []);
        using var clerk = await app.AsAsync("clerk2");
        var options = (await clerk.PageAsync(ProcedureLinks.Project(1))).QuerySelectorAll("#TemplateId option").Select(o => o.TextContent).ToList();
        Assert.DoesNotContain(options, o => o.StartsWith("政府投资房建类", StringComparison.Ordinal));
        Assert.Contains("水利工程类（2 项）", options);
        await clerk.PageAsync(ProcedureLinks.Template(5), HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task The_overview_puts_what_is_short_by_most_first_and_other_pages_get_the_same_days()
    {
        await using var app = await TestApp.StartAsync();
        var scene = await InAsync(app);
        await scene.GiveAsync();
        var second = await scene.AddAsync("XM-2026-002", "云泽大道改造", new DateOnly(2026, 3, 20));
        using var web = await app.AsAsync("coordinator");
        await SendAsync(web, ProcedureLinks.Project(second.Id), "Give", new() { ["TemplateId"] = "3", ["From"] = "2026-03-02" });
        await scene.AddAsync("XM-2026-003", "没有手续的项目", null);
        var page = await web.PageAsync(ProcedureLinks.Index);
        Assert.Equal(["云泽大道改造", "云泽实验小学新建项目", "没有手续的项目"], page.QuerySelectorAll(".prc-overview td.name").Select(c => c.TextContent));
        Assert.Contains("1 个赶不上计划开工", page.QuerySelector(".subtitle")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("区发改局，待受理 0 天", Words(page, ".prc-overview tbody tr"), StringComparison.Ordinal);
        Assert.Equal(2, (await web.PageAsync($"{ProcedureLinks.Index}?unit={Number(scene.Departments[0].Id)}"))
            .QuerySelectorAll(".prc-overview tbody tr").Length);
        Assert.Empty((await web.PageAsync($"{ProcedureLinks.Index}?leader={Number(scene.District.OtherLeader.Id)}"))
            .QuerySelectorAll(".prc-overview tbody tr"));
        await using var scope = app.Scope();
        await scope.ServiceProvider.GetRequiredService<CurrentRequest>()
            .LoadAsync(new System.Security.Claims.ClaimsPrincipal(), TestContext.Current.CancellationToken);
        var starts = await scope.ServiceProvider.GetRequiredService<ProcedureReader>()
            .StartsAsync([scene.Project.Id, second.Id, 3], TestContext.Current.CancellationToken);
        Assert.Equal([scene.Project.Id, second.Id], starts.Keys.Order());
        Assert.Equal(page.QuerySelectorAll("td[data-label=最早开工]")
            .Select(c => c.TextContent).Take(2), [ProcedureMarks.Day(starts[second.Id]), ProcedureMarks.Day(starts[scene.Project.Id])]);
    }

    private static async Task<HttpResponseMessage> RemoveAsync(WebClient web, int id)
    {
        var form = Form(await web.PageAsync(ProcedureLinks.Step(id)), "Edit");
        form.SetAttribute("action", $"{ProcedureLinks.Step(id)}?handler=Remove");
        return await web.SubmitAsync(form, new Dictionary<string, string?>());
    }
}
