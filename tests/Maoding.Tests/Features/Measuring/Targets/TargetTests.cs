using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Maoding.Domain.Indicators;
using Maoding.Domain.Targets;
using Maoding.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Xunit;
using WebClient = Maoding.Tests.Hosting.WebClient;

namespace Maoding.Tests.Features.Measuring.Targets;

/// <summary>Targets are tied, judged, shown, adjusted, broken down.</summary>
public sealed class TargetTests
{
    [Fact]
    public async Task Rows_whose_words_name_an_indicator_are_tied_at_once_and_the_rest_wait_with_a_proposal()
    {
        await using var app = await TestApp.StartAsync();
        await TargetScene.InAsync(app);
        using var web = await app.AsAsync("coordinator");
        var page = await web.PageAsync("/targets");
        Assert.Equal(3, page.QuerySelectorAll("#untied tbody tr").Length);
        Assert.Contains("要定含义", page.QuerySelectorAll("#untied tbody tr")[2].TextContent, StringComparison.Ordinal);
        await PostAsync(web, (IHtmlFormElement)page.QuerySelector("#untied form")!, []);
        page = await web.PageAsync("/targets");
        Assert.Single(page.QuerySelectorAll("#untied tbody tr"));
        var lines = page.QuerySelectorAll(".tgt-list tr:not(.group)").Skip(1).Select(Words).ToList();
        Assert.Equal(2, lines.Count);
        Assert.Contains("社会消费品零售总额 增长6%以上 预期性 5.8%1—6月 6.0% −0.2个百分点", lines[0], StringComparison.Ordinal);
        Assert.Contains("红灯 5.2% 第2位 区财政局", lines[0], StringComparison.Ordinal);
        // 0.6 亿元 of the document is 6000 万元 of the indicator; half a year and a month of it is 3500 of 6000.
        Assert.Contains("一般公共预算收入 达到6000万元以上 预期性 3570万元1—7月 3500万元 +70万元", lines[1], StringComparison.Ordinal);
        await using var db = app.Open();
        Assert.Equal(["首次设定", "首次设定"], await db.Set<TargetRevision>().Select(r => r.Reason).ToListAsync());
    }

    [Fact]
    public async Task A_vague_target_is_given_a_meaning_by_a_named_person()
    {
        await using var app = await TestApp.StartAsync();
        var scene = await TargetScene.InAsync(app);
        using var web = await app.AsAsync("coordinator");
        var form = await FormAsync(web, $"/targets/row/{scene.BusinessRow.Id}");
        Assert.Equal(((int)FigureMeasure.Rank).ToString(System.Globalization.CultureInfo.InvariantCulture),
            ((IHtmlSelectElement)form.QuerySelector("#Form_Measure")!).Value);
        using (var refused = await web.SubmitAsync(form, new Dictionary<string, string?> { ["Form.Value"] = "3", ["Form.Meaning"] = "全市营商环境评价前三位" }))
            Assert.Contains(
                "TGT009", (await WebClient.ParseAsync(refused, HttpStatusCode.BadRequest)).QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);
        await using var db = app.Open();
        var person = await db.Persons.Where(p => p.Name == "王立军").Select(p => p.Id).SingleAsync();
        await PostAsync(web, form, new() { ["Form.Value"] = "3", ["Form.Meaning"] = "全市营商环境评价前三位", ["Form.MeaningById"] = $"{person}" });
        var target = await db.Targets.SingleAsync();
        Assert.Equal((TargetKind.RankTop, 3m, TargetScene.Today), (target.Kind, target.Value, target.MeaningOn));
        var page = await web.PageAsync($"/targets/{target.Id}");
        Assert.Contains("全市营商环境评价前三位", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("王立军 于 2026年8月17日确定", page.Body.TextContent, StringComparison.Ordinal);
        // The words stay beside it.
        Assert.Contains("营商环境位居前列", page.Body.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_issued_target_is_adjusted_only_by_decision_and_keeps_its_versions()
    {
        await using var app = await TestApp.StartAsync();
        var scene = await TargetScene.InAsync(app);
        using var web = await app.AsAsync("steward");
        await PostAsync(web, await FormAsync(web, $"/targets/row/{scene.RetailRow.Id}"), []);
        var form = await FormAsync(web, $"/targets/row/{scene.RetailRow.Id}");
        using (var refused = await web.SubmitAsync(form, new Dictionary<string, string?> { ["Form.Value"] = "5.5" }))
            Assert.Contains(
                "TGT010", (await WebClient.ParseAsync(refused, HttpStatusCode.BadRequest)).QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);
        await PostAsync(web, form, new() { ["Form.Value"] = "5.5", ["Form.Reason"] = "全市下调预期", ["Form.Decision"] = "区委常委会2026年第14次会议" });
        await using var db = app.Open();
        var target = await db.Targets.Include(t => t.Revisions).SingleAsync();
        Assert.Equal([(1, 6m, ""), (2, 5.5m, "区委常委会2026年第14次会议")], target.Revisions.OrderBy(r => r.Number).Select(r => (r.Number, r.Value!.Value, r.Decision)));
        Assert.Equal("6", (await db.Commitments.SingleAsync(c => c.Id == scene.RetailRow.Id)).Target!.Value);
        var page = await web.PageAsync($"/targets/{target.Id}");
        Assert.Equal(["增长5.5%以上", "增长6%以上"], page.QuerySelectorAll("#versions td.name").Select(c => c.TextContent));
        Assert.Contains("符合进度", page.QuerySelector(".tgt-head")!.TextContent, StringComparison.Ordinal);
        // A change that is no adjustment needs no decision, and makes no version.
        await PostAsync(web, await FormAsync(web, $"/targets/row/{scene.RetailRow.Id}"), new() { ["Form.Margin"] = "0.3" });
        Assert.Equal(2, await db.Set<TargetRevision>().CountAsync());
    }

    [Fact]
    public async Task A_form_seen_before_another_s_change_is_refused()
    {
        await using var app = await TestApp.StartAsync();
        var scene = await TargetScene.InAsync(app);
        using var web = await app.AsAsync("coordinator");
        await PostAsync(web, await FormAsync(web, $"/targets/row/{scene.BusinessRow.Id}"), new() { ["Form.Value"] = "3" });
        var old = await FormAsync(web, $"/targets/row/{scene.BusinessRow.Id}");
        await PostAsync(web, await FormAsync(web, $"/targets/row/{scene.BusinessRow.Id}"), new() { ["Form.Value"] = "2" });
        using var late = await web.SubmitAsync(old, new Dictionary<string, string?> { ["Form.Value"] = "4" });
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
    }

    [Fact]
    public async Task The_breakdown_is_weighed_and_told_when_it_does_not_reach()
    {
        await using var app = await TestApp.StartAsync();
        var (scene, id) = await TiedAsync(app);
        using var web = await app.AsAsync("coordinator");
        var form = await FormAsync(web, $"/targets/{id}/parts");
        await PostAsync(web, form, new() { ["Parts[0].Value"] = "5.0", ["Parts[0].Share"] = "60", ["Parts[1].Value"] = "6.5", ["Parts[1].Share"] = "40" });
        var page = await web.PageAsync($"/targets/{id}");
        Assert.Contains("测算：各单位增速按上年比重加权为5.60%，全区目标6%，低0.40个百分点。", page.QuerySelector("#parts .tgt-short")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["城关街道", "高新园区"], page.QuerySelectorAll("#parts td.name").Select(c => c.TextContent));
        // Emptied, a part is gone.
        await PostAsync(web, await FormAsync(web, $"/targets/{id}/parts"), new() { ["Parts[1].Value"] = "", ["Parts[1].Share"] = "" });
        await using var db = app.Open();
        Assert.Equal([scene.Streets[0].Id], await db.Set<TargetPart>().Select(p => p.AreaId).ToListAsync());
    }

    [Fact]
    public async Task Work_that_serves_a_target_that_is_behind_shows_its_light()
    {
        await using var app = await TestApp.StartAsync();
        var (scene, id) = await TiedAsync(app);
        using var web = await app.AsAsync("coordinator");
        var form = await FormAsync(web, $"/targets/{id}/works");
        using (var sent = await web.SubmitAsync(form, new Dictionary<string, string?> { ["Rows"] = $"{scene.Work.Id}" }))
            Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        var works = (await web.PageAsync($"/targets/{id}")).QuerySelector("#works")!;
        Assert.Contains("1 项，其中 1 项也落后", works.QuerySelector("h2")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("红灯", works.QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_opens_the_judgement_to_its_numbers()
    {
        await using var app = await TestApp.StartAsync();
        var (_, id) = await TiedAsync(app);
        using var web = await app.AsAsync("leader");
        var page = await web.PageAsync($"/targets/{id}");
        var words = Words(page.QuerySelector("main")!);
        Assert.Contains("1—6月同比增长5.8%，应达到6.0%，低0.2个百分点。", words, StringComparison.Ordinal);
        Assert.Contains("测算：余下6个月同比要增长6.2%，才能完成全年6%。", words, StringComparison.Ordinal);
        Assert.Contains("权重：上年1—6月60.0亿元，占全年120.0亿元的50.0%", words, StringComparison.Ordinal);
        Assert.Contains("第8条：", words, StringComparison.Ordinal);
        var chart = page.QuerySelector("svg.chart")!;
        Assert.Equal("img", chart.GetAttribute("role"));
        Assert.Contains("目标6%", chart.TextContent, StringComparison.Ordinal);
        Assert.Contains("stroke-dasharray", chart.InnerHtml, StringComparison.Ordinal);
        Assert.DoesNotContain("style=", chart.OuterHtml, StringComparison.Ordinal);
        Assert.Equal(12, page.QuerySelectorAll(".tgt-numbers thead th").Length);
        Assert.Empty(page.QuerySelectorAll("a[href$='/parts']"));
    }

    [Fact]
    public async Task Others_see_targets_in_force_and_nobody_else_sets_them()
    {
        await using var app = await TestApp.StartAsync();
        var (scene, id) = await TiedAsync(app);
        using var coordinator = await app.AsAsync("coordinator");
        await PostAsync(coordinator, await FormAsync(coordinator, $"/targets/row/{scene.BusinessRow.Id}"), new() { ["Form.Value"] = "3" });
        using var clerk = await app.AsAsync("clerk");
        var names = (await clerk.PageAsync("/targets")).QuerySelectorAll(".tgt-list td.name").Select(c => c.TextContent.Trim());
        Assert.Equal(["社会消费品零售总额"], names);
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.GetAsync($"/targets/{id + 1}")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await clerk.GetAsync($"/targets/{id}/parts")).StatusCode);
    }

    [Fact]
    public async Task A_list_of_many_targets_asks_as_little_as_a_list_of_one()
    {
        var counter = new SqlCounter();
        await using var app = await TestApp.StartAsync(adjust: counter.Listen);
        var (scene, _) = await TiedAsync(app);
        using var web = await app.AsAsync("coordinator");
        await web.PageAsync("/targets");
        var one = await counter.DuringAsync(() => web.PageAsync("/targets"));
        await using (var db = app.Open())
        {
            db.Targets.Add(new Target
            {
                PlanId = scene.District.Plan.Id,
                CommitmentId = scene.RevenueRow.Id,
                IndicatorId = scene.Revenue.Id,
                Measure = FigureMeasure.Cumulative,
                Kind = TargetKind.LevelAtLeast,
                Value = 6000,
            });
            await TestApp.SaveAsync(db);
        }

        await web.PageAsync("/targets");
        Assert.Equal(one.Count, (await counter.DuringAsync(() => web.PageAsync("/targets"))).Count);
    }

    /// <summary>The retail target, tied as its row says.</summary>
    private static async Task<(TargetScene Scene, int Id)> TiedAsync(TestApp app)
    {
        var scene = await TargetScene.InAsync(app);
        using var web = await app.AsAsync("coordinator");
        await PostAsync(web, await FormAsync(web, $"/targets/row/{scene.RetailRow.Id}"), []);
        await using var db = app.Open();
        return (scene, await db.Targets.Select(t => t.Id).SingleAsync());
    }

    internal static async Task<IHtmlFormElement> FormAsync(WebClient web, string path) =>
        (await web.PageAsync(path)).QuerySelectorAll<IHtmlFormElement>("main form[method=post]").Single();

    internal static async Task PostAsync(WebClient web, IHtmlFormElement form, Dictionary<string, string?> changes)
    {
        using var answer = await web.SubmitAsync(form, changes);
        if (answer.StatusCode != HttpStatusCode.Redirect) Assert.Fail((await answer.Content.ReadAsStringAsync())[..3000]);
    }

    private static string Words(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
