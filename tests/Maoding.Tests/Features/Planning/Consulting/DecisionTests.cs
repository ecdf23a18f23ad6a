using System.Net;
using AngleSharp.Html.Dom;
using Maoding.Domain.Consulting;
using Maoding.Domain.Ledger;
using Maoding.Features.Planning.Consulting;
using Maoding.Shared.Addresses;
using Maoding.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Maoding.Tests.Features.Planning.Consulting.ConsultScene;
using WebClient = Maoding.Tests.Hosting.WebClient;

namespace Maoding.Tests.Features.Planning.Consulting;

/// <summary>What becomes of opinions: one decision each, by whom, and how a round ends.</summary>
public sealed class DecisionTests
{
    [Fact]
    public async Task A_proposal_needs_grounds_and_one_press_of_the_coordinator_changes_the_row()
    {
        await using var app = await TestApp.StartAsync();
        var district = await SmallDistrict.InAsync(app);
        var row = await RowAsync(
            app, district, "甲", c => { c.LeadUnitId = district.Housing.Id; c.CoUnits.Add(new CoUnit { UnitId = district.Education.Id, Order = 1 }); });
        await StartAsync(app);
        using var head = await app.AsAsync("head");
        var form = Form(await head.PageAsync(ConsultLinks.Answer(row.Id, Voice.OfUnit(district.Education.Id))), "form:has([value=OtherLead])");
        using var bare = await head.SubmitAsync(form, new Dictionary<string, string?> { ["ProposedUnit"] = $"{district.Education.Id}", ["Grounds"] = " " });
        Assert.Contains("要写依据", (await WebClient.ParseAsync(bare, HttpStatusCode.BadRequest)).Body!.TextContent, StringComparison.Ordinal);
        using var given = await head.SubmitAsync(
            form, new Dictionary<string, string?> { ["ProposedUnit"] = $"{district.Education.Id}", ["Grounds"] = "三定方案第五条" });
        Assert.Equal(HttpStatusCode.Redirect, given.StatusCode);
        using var coordinator = await app.AsAsync("coordinator");
        var round = await coordinator.PageAsync("/consulting/1");
        Assert.Contains("区住建局改为区教育局", round.Body!.TextContent, StringComparison.Ordinal);
        using var empty = await coordinator.SubmitAsync(Form(round, "form.decide"), NoChange, "decision=Reject");
        Assert.Contains("不采纳要写一句理由", (await WebClient.ParseAsync(empty, HttpStatusCode.BadRequest)).Body!.TextContent, StringComparison.Ordinal);
        using var accepted = await coordinator.SubmitAsync(Form(round, "form.decide"), NoChange, "decision=Accept");
        Assert.Equal(HttpStatusCode.Redirect, accepted.StatusCode);
        using var again = await coordinator.SubmitAsync(
            Form(round, "form.decide"), new Dictionary<string, string?> { ["RequestKey"] = null, ["Note"] = "改主意" }, "decision=Reject");
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        await using var db = app.Open();
        var after = await db.Commitments.Include(c => c.CoUnits).SingleAsync(c => c.Id == row.Id);
        Assert.Equal((district.Education.Id, 0), (after.LeadUnitId!.Value, after.CoUnits.Count));
        Assert.Equal(OpinionState.Accepted, (await db.Opinions.SingleAsync()).State);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Another_leader_is_spoken_of_only_where_the_new_lead_has_another_one(bool isSame)
    {
        await using var app = await TestApp.StartAsync();
        var district = await SmallDistrict.InAsync(app);
        await RowAsync(app, district, "甲", c =>
        {
            (c.LeadUnitId, c.LeaderPostId) = (district.Housing.Id, isSame ? district.Leader.Id : district.OtherLeader.Id);
            c.CoUnits.Add(new CoUnit { UnitId = district.Education.Id, Order = 1 });
        });
        await StartAsync(app);
        using var head = await app.AsAsync("head");
        using var given = await head.SubmitAsync(
            Form(await head.PageAsync(ConsultLinks.Answer(1, Voice.OfUnit(district.Education.Id))), "form:has([value=OtherLead])"),
            new Dictionary<string, string?> { ["ProposedUnit"] = $"{district.Education.Id}", ["Grounds"] = "三定方案第五条" });
        using var coordinator = await app.AsAsync("coordinator");
        await DecideAsync(coordinator, "Accept");
        var notice = (await coordinator.PageAsync("/consulting/1")).QuerySelector(".notice")!.TextContent;
        Assert.Contains("已采纳，任务已按意见修改。", notice, StringComparison.Ordinal);
        Assert.Equal(!isSame, notice.Contains("请看牵头领导是否一并更换", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Time_quantities_and_plan_are_taken_up_as_proposed()
    {
        await using var app = await TestApp.StartAsync();
        var district = await SmallDistrict.InAsync(app);
        var row = await RowAsync(app, district, "甲", c => (c.LeadUnitId, c.MonthlyPlan) = (district.Education.Id, "0,0,0,0,0,0,0,0,0,0,0,1000"));
        await StartAsync(app);
        using var head = await app.AsAsync("head");
        using var coordinator = await app.AsAsync("coordinator");
        var page = await head.PageAsync(ConsultLinks.Answer(row.Id, Voice.OfUnit(district.Education.Id)));
        using var time = await head.SubmitAsync(
            Form(page, "form:has([value=OtherTime])"), new Dictionary<string, string?> { ["ProposedDue"] = "2026-10-31", ["Grounds"] = "招标周期" });
        Assert.Equal(HttpStatusCode.Redirect, time.StatusCode);
        await DecideAsync(coordinator, "Accept");
        await using var scope = app.Scope();
        var service = scope.ServiceProvider.GetRequiredService<ConsultService>();
        var actor = new Domain.Access.Actor(
            1, null, "李娟", false, [new Domain.Access.HeldPost(5, Domain.Organization.PostKind.UnitHead, district.Education.Id, "局长")]);
        await service.AnswerAsync(
            actor, row.Id, Voice.OfUnit(district.Education.Id),
            new Answer(OpinionKind.FillIn, ProposedPlan: "0,0,0,100,200,300,400,500,600,1000,1000,1000",
                ProposedQuantities: [new QuantityValue("建幼儿园", 3, "所")]), SmallDistrict.Today);
        await DecideAsync(coordinator, "Accept");
        await using var db = app.Open();
        var after = await db.Commitments.Include(c => c.Quantities).SingleAsync(c => c.Id == row.Id);
        Assert.Equal((new DateOnly(2026, 10, 31), "0,0,0,100,200,300,400,500,600,1000,1000,1000", 202610),
            (after.Due!.Value, after.MonthlyPlan, after.DueMonth));
        Assert.Equal(3m, Assert.Single(after.Quantities).Value);
    }

    [Fact]
    public async Task A_disputed_lead_is_decided_by_the_rows_leader_only()
    {
        await using var app = await TestApp.StartAsync();
        var district = await SmallDistrict.InAsync(app);
        var row = await RowAsync(app, district, "甲", c => (c.LeadUnitId, c.SecondLeaderPostId) = (district.Education.Id, district.OtherLeader.Id));
        await RowAsync(app, district, "乙", c => (c.LeadUnitId, c.SecondLeaderPostId) = (district.Education.Id, district.OtherLeader.Id));
        await StartAsync(app);
        using var head = await app.AsAsync("head");
        using var coordinator = await app.AsAsync("coordinator");
        var page = await head.PageAsync(ConsultLinks.Answer(row.Id, Voice.OfUnit(district.Education.Id)));
        using var given = await head.SubmitAsync(
            Form(page, "form:has([value=OtherLead])"), new Dictionary<string, string?> { ["ProposedUnit"] = $"{district.Housing.Id}", ["Grounds"] = "不是我局职责" });
        var closing = await coordinator.PageAsync("/consulting/1");
        await DecideAsync(coordinator, "Escalate");
        using var leader = await app.AsAsync("leader");
        using var second = await app.AsAsync("leader2");
        var desk = await leader.PageAsync("/consulting");
        var rule = Form(desk, "form[action$='handler=Rule']");
        Assert.Null((await second.PageAsync("/consulting")).QuerySelector("form[action$='handler=Rule']"));
        var opinion = ((IHtmlInputElement)rule.Elements["Opinion"]!).Value;
        var version = ((IHtmlInputElement)rule.Elements["Version"]!).Value;
        foreach (var web in (WebClient[])[second, head, coordinator])
        {
            using var refused = await PostAsync(web, "/consulting?handler=Rule",
                web == coordinator ? closing : await web.PageAsync("/consulting"), ("Opinion", opinion), ("Version", version), ("accept", "true"));
            Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        }

        using var ruled = await leader.SubmitAsync(rule, NoChange, "accept=true");
        Assert.Equal(HttpStatusCode.Redirect, ruled.StatusCode);
        await using var db = app.Open();
        Assert.Equal(district.Housing.Id, (await db.Commitments.SingleAsync(c => c.Id == row.Id)).LeadUnitId);
        Assert.Equal(OpinionState.Accepted, (await db.Opinions.SingleAsync()).State);
    }

    [Fact]
    public async Task Silence_becomes_agreement_after_the_last_day_and_never_before()
    {
        await using var app = await TestApp.StartAsync();
        var district = await SmallDistrict.InAsync(app);
        var agreed = await RowAsync(app, district, "甲", c => c.LeadUnitId = district.Education.Id);
        var disputed = await RowAsync(app, district, "乙", c => c.LeadUnitId = district.Education.Id);
        await StartAsync(app);
        using var head = await app.AsAsync("head");
        var page = await head.PageAsync(ConsultLinks.Answer(disputed.Id, Voice.OfUnit(district.Education.Id)));
        using var given = await head.SubmitAsync(
            Form(page, "form:has([value=OtherLead])"), new Dictionary<string, string?> { ["ProposedUnit"] = $"{district.Housing.Id}", ["Grounds"] = "职责在住建" });
        using var coordinator = await app.AsAsync("coordinator");
        await DateAsync(app, new DateOnly(2026, 3, 9));
        var waiting = await coordinator.PageAsync("/consulting/1");
        Assert.Null(waiting.QuerySelector("form[action$='handler=Close']"));
        Assert.Contains("还有 2 家未反馈完", waiting.Body!.TextContent, StringComparison.Ordinal);
        using var early = await PostAsync(coordinator, "/consulting/1?handler=Close", waiting);
        Assert.Contains("过了 2026-03-09 才能按同意处理", (await WebClient.ParseAsync(early, HttpStatusCode.Conflict)).Body!.TextContent, StringComparison.Ordinal);
        var open = await head.PageAsync("/consulting");
        await DateAsync(app, new DateOnly(2026, 3, 10));
        using var late = await PostAsync(head, "/consulting?handler=Agree", open, ("As", $"u{district.Education.Id}"), ("Row", $"{agreed.Id}"));
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        using var closed = await coordinator.SubmitAsync(Form(await coordinator.PageAsync("/consulting/1"), "form[action$='handler=Close']"), NoChange);
        Assert.Equal(HttpStatusCode.Redirect, closed.StatusCode);
        Assert.Equal([CommitmentState.Consulted, CommitmentState.Consulting], (await StatesAsync(app, agreed, disputed)).Select(s => s.State));
        await using (var db = app.Open())
        {
            var silent = await db.Opinions.Where(o => o.CommitmentId == agreed.Id).OrderBy(o => o.Id).ToListAsync();
            Assert.Equal([(int?)district.Education.Id, null], silent.Select(o => o.UnitId));
            Assert.All(silent, o => Assert.Equal((true, "2026-03-09（含当日）前没有反馈，视为无意见"), (ConsultService.IsSilence(o), o.Grounds)));
        }

        await DecideAsync(coordinator, "Accept");
        Assert.Equal(CommitmentState.Consulted, (await StatesAsync(app, disputed))[0].State);
    }

    [Fact]
    public async Task A_round_ends_early_when_everybody_has_answered()
    {
        await using var app = await TestApp.StartAsync();
        var district = await SmallDistrict.InAsync(app);
        var row = await RowAsync(app, district, "甲", c => c.LeadUnitId = district.Education.Id);
        await StartAsync(app);
        foreach (var role in (string[])["head", "leader"])
        {
            using var web = await app.AsAsync(role);
            using var agreed = await web.SubmitAsync(Form(await web.PageAsync("/consulting"), "form[action$='handler=Rest']"), NoChange);
            Assert.Equal(HttpStatusCode.Redirect, agreed.StatusCode);
        }

        using var coordinator = await app.AsAsync("coordinator");
        using var closed = await coordinator.SubmitAsync(Form(await coordinator.PageAsync("/consulting/1"), "form[action$='handler=Close']"), NoChange);
        Assert.Equal(HttpStatusCode.Redirect, closed.StatusCode);
        Assert.Equal(CommitmentState.Consulted, (await StatesAsync(app, row))[0].State);
    }
}
