using System.Net;
using Maoding.Domain.Access;
using Maoding.Domain.Ledger;
using Maoding.Domain.Projects;
using Maoding.Tests.Features.Supervision.Problems;
using Maoding.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Xunit;
using WebClient = Maoding.Tests.Hosting.WebClient;

namespace Maoding.Tests.Features.Home.Finding;

/// <summary>One box over everything: by words or number, within the rights of whoever looks.</summary>
public sealed class FindTests
{
    [Fact]
    public async Task Each_kind_is_found_by_its_words_and_numbers()
    {
        await using var app = await TestApp.StartAsync();
        var scene = await ProblemScene.InAsync(app);
        var problem = await scene.HandledAsync(app);
        await AddRowsAsync(app, scene.District);
        using var web = await app.AsAsync("coordinator");
        // The second speaks of it in its sentence.
        Assert.Equal(
            ["任务: 7 老旧小区改造12个", "任务: 8 没有印发的事", "文件原文: 全面完成老旧小区改造12个", "项目: XM-2026-002 红旗路老旧小区改造项目"],
            await FindAsync(web, "老旧小区"));
        Assert.Equal(["项目: XM-2026-001 云泽实验小学新建项目"], await FindAsync(web, "XM-2026-001"));
        Assert.Equal([$"问题: {problem.Number:0000} {problem.Title}"], await FindAsync(web, "塔吊"));
        Assert.Contains($"问题: {problem.Number:0000} {problem.Title}", await FindAsync(web, $"{problem.Number:0000}"));
        Assert.Contains("任务: 7 老旧小区改造12个", await FindAsync(web, "7"));
        Assert.Contains(await FindAsync(web, "教育局"), f => f.StartsWith("单位: ", StringComparison.Ordinal));
        var person = (await app.Open().Persons.OrderBy(p => p.Id).FirstAsync()).Name;
        Assert.Contains($"人员: {person}", await FindAsync(web, person));
        Assert.Contains("任务: 7 老旧小区改造12个", await FindAsync(web, "第7号"));
        // Marks part words and are not looked for.
        Assert.Equal(await FindAsync(web, "老旧小区"), await FindAsync(web, "“老旧小区”"));
        Assert.Contains($"人员: {person}", await FindAsync(web, $"{person}。"));
        Assert.Equal([], await FindAsync(web, "没有这样的事"));
        Assert.Equal([], await FindAsync(web, "\" OR *"));
    }

    [Fact]
    public async Task What_was_changed_is_found_by_its_new_words_alone()
    {
        await using var app = await TestApp.StartAsync();
        var scene = await ProblemScene.InAsync(app);
        await using (var db = app.Open())
        {
            var project = await db.Projects.SingleAsync(p => p.Id == scene.Homes.Id);
            project.Name = "幸福里片区更新项目";
            await TestApp.SaveAsync(db);
        }

        using var web = await app.AsAsync("coordinator");
        Assert.Equal(["项目: XM-2026-002 幸福里片区更新项目"], await FindAsync(web, "幸福里"));
        Assert.Equal([], await FindAsync(web, "红旗路"));
    }

    [Fact]
    public async Task Nobody_finds_what_his_lists_do_not_show()
    {
        await using var app = await TestApp.StartAsync();
        var scene = await ProblemScene.InAsync(app);
        await AddRowsAsync(app, scene.District);
        await scene.HandledAsync(app);
        await using (var db = app.Open())
        {
            var lead = new Lead { Name = "塔吊制造基地", UnitId = scene.District.Education.Id, FoundOn = SmallDistrict.Today, Since = SmallDistrict.Today };
            db.Leads.Add(lead);
            await TestApp.SaveAsync(db);
            db.Readers.Add(new Reader { Subject = nameof(Lead), SubjectId = lead.Id, UnitId = scene.District.Education.Id });
            lead.Note = "知悉范围只限区教育局";
            await TestApp.SaveAsync(db);
        }

        using (var coordinator = await app.AsAsync("coordinator")) Assert.DoesNotContain(await FindAsync(coordinator, "塔吊"), IsLead);
        using (var reader = await app.AsAsync("head")) Assert.Contains(await FindAsync(reader, "塔吊"), IsLead);
        using (var clerk = await app.AsAsync("clerk")) Assert.Equal([], await FindAsync(clerk, "没有印发的事"));
        using var visitor = app.Visitor();
        var answer = await visitor.GetAsync("/find?q=塔吊");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        static bool IsLead(string found) => found.StartsWith("招商线索", StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_number_beside_a_kind_is_that_of_the_list_it_leads_to()
    {
        await using var app = await TestApp.StartAsync();
        var scene = await ProblemScene.InAsync(app);
        for (var i = 0; i < 12; i++) await scene.HandledAsync(app);
        using var web = await app.AsAsync("coordinator");
        var page = await web.PageAsync("/find?q=塔吊");
        var all = page.QuerySelectorAll("section.card > a").Single();
        Assert.Equal("全部 12 条 ›", all.TextContent);
        Assert.Equal(8, page.QuerySelectorAll(".hits li").Length);
        Assert.Equal("12 个", (await web.PageAsync(all.GetAttribute("href")!)).QuerySelector(".subtitle")!.TextContent);
    }

    [Fact]
    public async Task It_sends_as_many_statements_for_twelve_as_for_one()
    {
        var counter = new SqlCounter();
        await using var app = await TestApp.StartAsync(adjust: counter.Listen);
        var scene = await ProblemScene.InAsync(app);
        await scene.HandledAsync(app);
        using var web = await app.AsAsync("coordinator");
        await web.PageAsync("/find?q=项目");
        var one = await counter.DuringAsync(() => web.PageAsync("/find?q=塔吊"));
        for (var i = 0; i < 11; i++) await scene.HandledAsync(app);
        await web.PageAsync("/find?q=项目");
        Assert.Equal(one, await counter.DuringAsync(() => web.PageAsync("/find?q=塔吊")));
        Assert.InRange(one.Count, 1, 20);
    }

    private static async Task AddRowsAsync(TestApp app, SmallDistrict district)
    {
        await using var db = app.Open();
        db.Add(district.Row("7", "老旧小区改造12个", CommitmentState.InProgress, district.Housing));
        db.Add(district.Row("8", "没有印发的事", CommitmentState.Draft, district.Housing));
        db.Add(district.Row("9", "老旧小区不列入的一条", CommitmentState.Dropped, district.Housing));
        await TestApp.SaveAsync(db);
    }

    private static async Task<List<string>> FindAsync(WebClient web, string words)
    {
        var page = await web.PageAsync($"/find?q={Uri.EscapeDataString(words)}");
        return [.. from section in page.QuerySelectorAll("section.card")
                   from hit in section.QuerySelectorAll(".hits a")
                   let kind = section.QuerySelector("h2")!.FirstChild!.TextContent.Trim()
                   select $"{kind}: {string.Join(' ', hit.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))}"];
    }
}
