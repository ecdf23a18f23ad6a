using System.Net;
using Maoding.Domain.Procedures;
using Maoding.Features.Building.JointReviews;
using Maoding.Shared.Addresses;
using Maoding.TestKit;
using Maoding.Tests.Features.Building.Procedures;
using Maoding.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using WebClient = Maoding.Tests.Hosting.WebClient;
using static Maoding.Tests.Features.Building.Procedures.ProcedureScene;

namespace Maoding.Tests.Features.Building.JointReviews;

public sealed class JointReviewTests
{
    private const string Address = "/joint-reviews/1";

    /// <summary>
    /// Five departments: 发改 agrees, 自然资源 disagrees, 生态环境 says nothing, 水利 agrees with
    /// conditions, 教育 is only heard. Each has five working days from Monday 2 March.
    /// </summary>
    private static async Task<ProcedureScene> PreparedAsync(TestApp app)
    {
        var scene = await InAsync(app);
        await scene.GiveAsync();
        using var clerk = await app.AsAsync("clerk2");
        var changes = new Dictionary<string, string?> { ["Text"] = "请审可行性研究报告和总平面图。" };
        int[] asked = [1, 2, 5, 6];
        for (var i = 0; i < 12; i++)
        {
            changes[$"Parts[{i}].IsChosen"] = asked.Contains(i + 1) ? "true" : null;
            changes[$"Parts[{i}].Days"] = "5";
        }

        (changes["Parts[12].IsChosen"], changes["Parts[12].UnitId"], changes["Parts[12].Days"]) = ("true", Number(scene.District.Education.Id), "5");
        await RefusedAsync(clerk, ReviewLinks.New(scene.Project.Id), "", new(changes) { ["Parts[12].UnitId"] = "" }, "JNT003");
        await SendAsync(clerk, ReviewLinks.New(scene.Project.Id), "", changes);
        await UploadAsync(clerk, Address, "Attach", "可研报告.txt");
        return scene;
    }

    [Fact]
    public async Task A_review_of_five_departments_is_run_to_its_end()
    {
        await using var app = await TestApp.StartAsync();
        var scene = await PreparedAsync(app);
        using var runner = await app.AsAsync("clerk2");
        using var fgj = await app.AsAsync("fgj");
        using var outsider = await app.AsAsync("assessor");
        // Nobody but those who run it sees it while it is prepared.
        await fgj.PageAsync(Address, HttpStatusCode.Forbidden);
        Assert.Empty((await fgj.PageAsync("/joint-reviews")).QuerySelectorAll("tbody tr"));
        await SendAsync(runner, Address, "Send", []);
        await outsider.PageAsync(Address, HttpStatusCode.Forbidden);
        using (var file = await outsider.GetAsync("/joint-reviews/files/1")) Assert.Equal(HttpStatusCode.Forbidden, file.StatusCode);
        using (var file = await fgj.GetAsync("/joint-reviews/files/1"))
            Assert.Equal("可行性研究报告正文", await file.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal("5", (await fgj.PageAsync("/joint-reviews")).QuerySelector("td[data-label=送审]")!.TextContent);
        Assert.Contains("1 项联审联批等本部门反馈", Words(await fgj.PageAsync("/today"), "main"), StringComparison.Ordinal);

        await scene.OnAsync(new DateOnly(2026, 3, 4));
        await SendAsync(fgj, Address, "Answer", new() { ["Kind"] = "Agree" });
        // What was said is there to be changed, nothing is asked any more.
        Assert.Equal("DETAILS", Assert.Single((await fgj.PageAsync(Address)).QuerySelectorAll("form[action*=Answer]")).ParentElement!.NodeName);
        using (var water = await app.AsAsync("slj"))
        {
            await RefusedAsync(water, Address, "Answer", new() { ["Kind"] = "Conditional" }, "JNT006");
            await SendAsync(water, Address, "Answer", new() { ["Kind"] = "Conditional", ["Text"] = "补充弃渣场位置。" });
        }

        using (var heard = await app.AsAsync("clerk")) await SendAsync(heard, Address, "Answer", new() { ["Kind"] = "Agree" });
        await DisagreedAsync(app, scene);
        await SilentAsync(app, scene, runner);
        await ConcludedAsync(scene, runner);
    }

    [Fact]
    public async Task Departments_can_be_changed_until_the_package_is_sent()
    {
        await using var app = await TestApp.StartAsync();
        var scene = await PreparedAsync(app);
        using var runner = await app.AsAsync("clerk2");
        var edit = ReviewLinks.Edit(1);
        var form = Form(await runner.PageAsync(edit), "");
        Assert.Equal(5, form.QuerySelectorAll("[type=checkbox]").OfType<AngleSharp.Html.Dom.IHtmlInputElement>().Count(c => c.IsChecked));
        // 发改 has ten days, 水利 is not asked, 财政 is heard too.
        var (water, row) = (Row(form, 6), Row(form, 1));
        var changes = new Dictionary<string, string?>
        {
            [$"Parts[{water}].IsChosen"] = null,
            [$"Parts[{row}].Days"] = "10",
            ["Parts[13].IsChosen"] = "true",
            ["Parts[13].UnitId"] = Number(scene.District.Finance.Id),
            ["Parts[13].Days"] = "3",
        };
        await RefusedAsync(runner, edit, "", new(changes) { [$"Parts[{row}].Days"] = "0" }, "JNT003");
        await SendAsync(runner, edit, "", changes);
        await using (var db = app.Open())
        {
            var parts = (await db.ReviewAnswers.AsNoTracking().ToListAsync(TestContext.Current.CancellationToken)).Select(a => (a.UnitId, a.Days)).Order();
            int[] units = [scene.Departments[0].Id, scene.Departments[1].Id, scene.Departments[2].Id, scene.District.Education.Id, scene.District.Finance.Id];
            Assert.Equal(units.Zip([10, 5, 5, 5, 3]).Order(), parts);
        }

        using (var stale = await runner.SubmitAsync(form, changes))
            Assert.Contains("SYS001", await stale.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        using (var other = await app.AsAsync("fgj")) await other.PageAsync(edit, HttpStatusCode.Forbidden);
        var late = Form(await runner.PageAsync(edit), "");
        await SendAsync(runner, Address, "Send", []);
        await runner.PageAsync(edit, HttpStatusCode.Conflict);
        using var sent = await runner.SubmitAsync(late, new Dictionary<string, string?>());
        Assert.Equal(HttpStatusCode.Conflict, sent.StatusCode);
        Assert.Null((await runner.PageAsync(Address)).QuerySelector($"a[href='{edit}']"));
    }

    [Fact]
    public async Task An_answer_can_be_changed_within_its_time_and_what_was_said_before_stays_readable()
    {
        await using var app = await TestApp.StartAsync();
        var scene = await PreparedAsync(app);
        using (var runner = await app.AsAsync("clerk2")) await SendAsync(runner, Address, "Send", []);
        using var land = await app.AsAsync("zrzy");
        var first = Form(await land.PageAsync(Address), "Answer");
        await SendAsync(land, Address, "Answer", new() { ["Kind"] = "Disagree", ["Text"] = "占用永久基本农田。", ["LegalBasis"] = "土地管理法第三十五条" });
        using var leader = await app.AsAsync("leader");
        Assert.NotNull((await leader.PageAsync(Address)).QuerySelector("form[action*=Decide]"));
        // A colleague's form of before does not write over it.
        using (var stale = await land.SubmitAsync(first, new Dictionary<string, string?> { ["Kind"] = "Agree" }))
            Assert.Contains("SYS001", await stale.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        await RefusedAsync(land, Address, "Answer", [], "JNT005", HttpStatusCode.Conflict);
        await scene.OnAsync(new DateOnly(2026, 3, 9));
        await SendAsync(land, Address, "Answer", new() { ["Kind"] = "Conditional", ["Text"] = "红线退让后可以办理。" });
        Assert.Null((await leader.PageAsync(Address)).QuerySelector("form[action*=Decide]"));
        var page = await leader.PageAsync(Address);
        Assert.Contains("改之前：2026年3月2日 不同意：占用永久基本农田。（依据：土地管理法第三十五条）", Words(page, "main"), StringComparison.Ordinal);
        await using (var db = app.Open())
        {
            var answer = await db.ReviewAnswers.SingleAsync(a => a.Kind == AnswerKind.Conditional, TestContext.Current.CancellationToken);
            Assert.Equal((new DateOnly(2026, 3, 9), null, ""), (answer.AnsweredOn, answer.EscalatedOn, answer.LegalBasis));
        }

        await scene.OnAsync(new DateOnly(2026, 3, 10));
        Assert.Null((await land.PageAsync(Address)).QuerySelector("form[action*=Answer]"));
    }

    /// <summary>The row of the form in which a procedure is asked about.</summary>
    private static int Row(AngleSharp.Html.Dom.IHtmlFormElement form, int order) =>
        form.QuerySelectorAll("tbody tr").Select((r, i) => (r, i))
            .First(r => r.r.QuerySelector("td.name")!.TextContent.StartsWith($"{order} ", StringComparison.Ordinal)).i;

    [Fact]
    public async Task An_ended_review_asks_nobody_any_more()
    {
        await using var app = await TestApp.StartAsync();
        await PreparedAsync(app);
        using var runner = await app.AsAsync("clerk2");
        await SendAsync(runner, Address, "Send", []);
        await SendAsync(runner, Address, "End", new() { ["Reason"] = "选址调整，重新报审" });
        using var fgj = await app.AsAsync("fgj");
        Assert.DoesNotContain("联审联批等本部门反馈", Words(await fgj.PageAsync("/today"), "main"), StringComparison.Ordinal);
        var page = await fgj.PageAsync(Address);
        Assert.Null(page.QuerySelector("main form[method=post]"));
        Assert.Contains("选址调整，重新报审", Words(page, ".facts"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lists_and_what_waits_are_read_on_postgres_too()
    {
        await using var app = await TestApp.StartAsync(await MigratedDatabase.OnPostgresAsync());
        var scene = await PreparedAsync(app);
        using var runner = await app.AsAsync("clerk2");
        await SendAsync(runner, Address, "Send", []);
        await scene.OnAsync(new DateOnly(2026, 3, 10));
        foreach (var account in (string[])["leader", "leader2", "zrzy", "clerk2", "coordinator"])
        {
            using var web = await app.AsAsync(account);
            Assert.Contains("5 项逾期未反馈", Words(await web.PageAsync("/joint-reviews"), "tbody"), StringComparison.Ordinal);
            Assert.Single((await web.PageAsync($"/procedures?unit={Number(scene.Departments[1].Id)}")).QuerySelectorAll(".prc-overview tbody tr"));
            Assert.Equal(5, (await web.PageAsync("/joint-reviews/departments")).QuerySelectorAll("tbody tr").Length);
            await web.PageAsync("/today");
            await web.PageAsync("/projects/leader");
        }

        await using var scope = app.Scope();
        Assert.Equal(5, await scope.ServiceProvider.GetRequiredService<ReviewEscalation>().RunAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>A disagreement needs its legal basis and goes up at once; the leader in charge decides, no other.</summary>
    private static async Task DisagreedAsync(TestApp app, ProcedureScene scene)
    {
        using var land = await app.AsAsync("zrzy");
        await RefusedAsync(land, Address, "Answer", new() { ["Kind"] = "Disagree", ["Text"] = "占用永久基本农田。" }, "JNT006");
        await SendAsync(land, Address, "Answer", new() { ["Kind"] = "Disagree", ["Text"] = "占用永久基本农田。", ["LegalBasis"] = "土地管理法第三十五条" });
        await using (var db = app.Open())
        {
            var answer = await db.ReviewAnswers.SingleAsync(a => a.Kind == AnswerKind.Disagree, TestContext.Current.CancellationToken);
            Assert.Equal((new DateOnly(2026, 3, 4), scene.District.Leader.Id), (answer.EscalatedOn, answer.EscalatedToPostId));
        }

        using (var other = await app.AsAsync("leader2")) Assert.Null((await other.PageAsync(Address)).QuerySelector("form[action*=Decide]"));
        using var leader = await app.AsAsync("leader");
        Assert.Contains("1 个部门的联审意见请您定", Words(await leader.PageAsync("/today"), "main"), StringComparison.Ordinal);
        await RefusedAsync(leader, Address, "Decide", [], "JNT007");
        await SendAsync(leader, Address, "Decide", new() { ["Decision"] = "选址避让农田，一周内重报" }, "IsRequired=false");
        Assert.Contains("同意其意见：选址避让农田，一周内重报", Words(await leader.PageAsync(Address), "main"), StringComparison.Ordinal);
    }

    /// <summary>The last day is Monday 9 March; the day after, silence goes up, seen at once and written down by the night's job.</summary>
    private static async Task SilentAsync(TestApp app, ProcedureScene scene, WebClient runner)
    {
        using var leader = await app.AsAsync("leader2");
        await scene.OnAsync(new DateOnly(2026, 3, 9));
        Assert.Null((await leader.PageAsync(Address)).QuerySelector("form[action*=Decide]"));
        await scene.OnAsync(new DateOnly(2026, 3, 10));
        Assert.Contains("1 个部门的联审意见请您定", Words(await leader.PageAsync("/today"), "main"), StringComparison.Ordinal);
        Assert.NotNull((await leader.PageAsync(Address)).QuerySelector("form[action*=Decide]"));
        Assert.Contains("等领导决定的 1 件", Words(await leader.PageAsync("/projects/leader"), "main"), StringComparison.Ordinal);
        await using (var scope = app.Scope())
        {
            var escalation = scope.ServiceProvider.GetRequiredService<ReviewEscalation>();
            Assert.Equal(1, await escalation.RunAsync(TestContext.Current.CancellationToken));
            Assert.Equal(0, await escalation.RunAsync(TestContext.Current.CancellationToken));
        }

        Assert.Contains("还等：区生态环境局", Words(await runner.PageAsync(Address), "main"), StringComparison.Ordinal);
        await SendAsync(leader, Address, "Decide", new() { ["Decision"] = "三天内出具意见" }, "IsRequired=true");
        Assert.DoesNotContain("等领导决定的", Words(await leader.PageAsync("/projects/leader"), "main"), StringComparison.Ordinal);
        // Late, and still heard.
        using var silent = await app.AsAsync("hbj");
        await SendAsync(silent, Address, "Answer", new() { ["Kind"] = "Agree" });
    }

    /// <summary>What was agreed to is finished, what has conditions accepted, what the leader upheld the objection to is as before.</summary>
    private static async Task ConcludedAsync(ProcedureScene scene, WebClient runner)
    {
        await SendAsync(runner, Address, "Conclude", new() { ["Reason"] = "除用地外均同意。" });
        var (sent, day) = (new DateOnly(2026, 3, 2), new DateOnly(2026, 3, 10));
        (int Order, DateOnly? Accepted, DateOnly? Finished)[] expected = [(1, sent, day), (2, null, null), (5, sent, day), (6, sent, null)];
        foreach (var (order, accepted, finished) in expected)
        {
            var procedure = await scene.ProcedureAsync(order);
            Assert.Equal((order, accepted, finished), (order, procedure.AcceptedOn, procedure.FinishedOn));
        }

        var step = $"/procedures/step/{Number((await scene.ProcedureAsync(1)).Id)}";
        await RefusedAsync(runner, step, "Number", new() { ["Paper"] = "" }, "PRC008");
        await SendAsync(runner, step, "Number", new() { ["Paper"] = "云发改批〔2026〕12号" });
        Assert.Equal("云发改批〔2026〕12号", (await scene.ProcedureAsync(1)).Paper);
        var page = await runner.PageAsync("/joint-reviews/departments");
        var rows = page.QuerySelectorAll("tbody tr")
            .Select(r => string.Join(' ', r.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).ToList();
        // Asked, answered, average, longest, late, silent, conditional, disagreed.
        Assert.Equal(["区教育局 1 1 2 2 0 0 0 0", "区发改局 1 1 2 2 0 0 0 0", "区自然资源局 1 1 2 2 0 0 0 1", "区生态环境局 1 1 6 6 1 0 0 0", "区水利局 1 1 2 2 0 0 1 0"], rows);
        Assert.Contains("办结", Words(await runner.PageAsync("/joint-reviews"), "tbody"), StringComparison.Ordinal);
    }
}
