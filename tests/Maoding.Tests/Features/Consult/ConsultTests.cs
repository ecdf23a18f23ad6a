using System.Net;
using AngleSharp.Html.Dom;
using Maoding.Domain.Consult;
using Maoding.Domain.Ledger;
using Maoding.Features.Consult;
using Maoding.Storage;
using Maoding.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using WebClient = Maoding.Tests.Hosting.WebClient;

namespace Maoding.Tests.Features.Consult;

/// <summary>Asking units and leaders about draft rows: who is asked, what they may say, who decides, what silence means.</summary>
public sealed class ConsultTests
{
    private const string LastDay = "2026-03-09";

    [Fact]
    public async Task A_round_takes_rows_that_are_ready_numbers_them_and_tells_why_others_are_left_out()
    {
        await using var app = await TestApp.StartAsync();
        var district = await SmallDistrict.InAsync(app);
        var ready = await RowAsync(app, district, "甲", c => c.LeadUnitId = district.Housing.Id);
        var bare = await RowAsync(app, district, "乙", c => (c.LeadUnitId, c.DueKind, c.Due) = (null, DueKind.None, null));
        var parent = await RowAsync(app, district, "丙", c => c.IsLeaf = false);
        var leaf = await RowAsync(app, district, "丙之一", c => (c.ParentId, c.Order) = (parent.Id, parent.Order));
        using var web = await app.AsAsync("coordinator");
        var page = await web.PageAsync("/consult/start");
        Assert.Contains("缺牵头单位、完成时限", page.Body!.TextContent, StringComparison.Ordinal);
        using var sent = await web.SubmitAsync(Form(page, "main form"), new Dictionary<string, string?> { ["Until"] = LastDay });
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        Assert.Equal([(CommitmentState.Consulting, "1"), (CommitmentState.Draft, ""), (CommitmentState.Consulting, "2"), (CommitmentState.Consulting, "2.1")], await StatesAsync(app, ready, bare, parent, leaf));
        var again = await web.SubmitAsync(Form(page, "main form"), new Dictionary<string, string?> { ["Until"] = LastDay });
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        await using var db = app.Open();
        Assert.Equal(await db.Commitments.Where(c => c.Id == leaf.Id).Select(c => c.ConsultationId).SingleAsync(), (await db.Consultations.SingleAsync()).Id);
    }

    [Fact]
    public async Task A_unit_sees_its_own_rows_lead_first_with_the_last_day_and_no_others()
    {
        await using var app = await TestApp.StartAsync();
        var district = await SmallDistrict.InAsync(app);
        await RowAsync(app, district, "配合的", c => { c.LeadUnitId = district.Housing.Id; c.CoUnits.Add(new CoUnit { UnitId = district.Education.Id, Order = 1 }); });
        await RowAsync(app, district, "牵头的", c => c.LeadUnitId = district.Education.Id);
        var foreign = await RowAsync(app, district, "别人的", c => c.LeadUnitId = district.Housing.Id);
        await StartAsync(app);
        using var clerk = await app.AsAsync("clerk");
        var page = await clerk.PageAsync("/consult");
        Assert.Equal(["牵头的", "配合的"], page.QuerySelectorAll("tbody td.name").Select(n => n.TextContent));
        Assert.Contains("请在 2026年3月9日 前反馈；到期没有反馈的，视为同意", page.Body!.TextContent, StringComparison.Ordinal);
        var unit = Voice.OfUnit(district.Education.Id);
        using var refused = await clerk.GetAsync(ConsultLinks.Answer(foreign.Id, unit));
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        using var posted = await PostAsync(clerk, "/consult?handler=Agree", page, ("As", $"{unit}"), ("Row", $"{foreign.Id}"));
        Assert.Equal(HttpStatusCode.Forbidden, posted.StatusCode);
        using var other = await PostAsync(clerk, "/consult?handler=Rest", page, ("As", $"u{district.Housing.Id}"));
        Assert.Equal(HttpStatusCode.Forbidden, other.StatusCode);
        using var round = await clerk.GetAsync("/consult/1");
        Assert.Equal(HttpStatusCode.Forbidden, round.StatusCode);
        await using var db = app.Open();
        Assert.Empty(await db.Opinions.ToListAsync());
    }

    [Fact]
    public async Task The_rest_is_agreed_in_one_act_and_a_second_press_says_so()
    {
        await using var app = await TestApp.StartAsync();
        var district = await SmallDistrict.InAsync(app);
        for (var i = 0; i < 3; i++) await RowAsync(app, district, $"任务{i}", c => c.LeadUnitId = district.Education.Id);
        await StartAsync(app);
        using var clerk = await app.AsAsync("clerk");
        var page = await clerk.PageAsync("/consult");
        using var one = await clerk.SubmitAsync(Form(page, "form[action$='handler=Agree']"), NoChange);
        using var twice = await clerk.SubmitAsync(Form(page, "form[action$='handler=Agree']"), NoChange);
        Assert.Equal(HttpStatusCode.Redirect, one.StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, twice.StatusCode);
        using var rest = await clerk.SubmitAsync(Form(page, "form[action$='handler=Rest']"), NoChange);
        Assert.Equal(HttpStatusCode.Redirect, rest.StatusCode);
        await using var db = app.Open();
        var opinions = await db.Opinions.ToListAsync();
        Assert.Equal(3, opinions.Select(o => o.CommitmentId).Distinct().Count());
        Assert.All(opinions, o => Assert.Equal((OpinionKind.Agree, OpinionState.Accepted, (int?)district.Education.Id), (o.Kind, o.State, o.UnitId)));
        Assert.Equal(3, opinions.Count);
    }

    [Fact]
    public async Task A_proposal_needs_grounds_and_one_press_of_the_coordinator_changes_the_row()
    {
        await using var app = await TestApp.StartAsync();
        var district = await SmallDistrict.InAsync(app);
        var row = await RowAsync(app, district, "甲", c => { c.LeadUnitId = district.Housing.Id; c.CoUnits.Add(new CoUnit { UnitId = district.Education.Id, Order = 1 }); });
        await StartAsync(app);
        using var clerk = await app.AsAsync("clerk");
        var form = Form(await clerk.PageAsync(ConsultLinks.Answer(row.Id, Voice.OfUnit(district.Education.Id))), "form:has([value=OtherLead])");
        using var bare = await clerk.SubmitAsync(form, new Dictionary<string, string?> { ["ProposedUnit"] = $"{district.Education.Id}", ["Grounds"] = " " });
        Assert.Contains("要写依据", (await WebClient.ParseAsync(bare, HttpStatusCode.BadRequest)).Body!.TextContent, StringComparison.Ordinal);
        using var given = await clerk.SubmitAsync(form, new Dictionary<string, string?> { ["ProposedUnit"] = $"{district.Education.Id}", ["Grounds"] = "三定方案第五条" });
        Assert.Equal(HttpStatusCode.Redirect, given.StatusCode);
        using var coordinator = await app.AsAsync("coordinator");
        var round = await coordinator.PageAsync("/consult/1");
        Assert.Contains("区住建局改为区教育局", round.Body!.TextContent, StringComparison.Ordinal);
        using var empty = await coordinator.SubmitAsync(Form(round, "form.decide"), NoChange, "decision=Reject");
        Assert.Contains("不采纳要写一句理由", (await WebClient.ParseAsync(empty, HttpStatusCode.BadRequest)).Body!.TextContent, StringComparison.Ordinal);
        using var accepted = await coordinator.SubmitAsync(Form(round, "form.decide"), NoChange, "decision=Accept");
        Assert.Equal(HttpStatusCode.Redirect, accepted.StatusCode);
        using var again = await coordinator.SubmitAsync(Form(round, "form.decide"), new Dictionary<string, string?> { ["RequestKey"] = null, ["Note"] = "改主意" }, "decision=Reject");
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        await using var db = app.Open();
        var after = await db.Commitments.Include(c => c.CoUnits).SingleAsync(c => c.Id == row.Id);
        Assert.Equal((district.Education.Id, 0), (after.LeadUnitId!.Value, after.CoUnits.Count));
        Assert.Equal(OpinionState.Accepted, (await db.Opinions.SingleAsync()).State);
    }

    [Fact]
    public async Task Time_quantities_and_plan_are_taken_up_as_proposed()
    {
        await using var app = await TestApp.StartAsync();
        var district = await SmallDistrict.InAsync(app);
        var row = await RowAsync(app, district, "甲", c => (c.LeadUnitId, c.MonthlyPlan) = (district.Education.Id, "0,0,0,0,0,0,0,0,0,0,0,1000"));
        await StartAsync(app);
        using var clerk = await app.AsAsync("clerk");
        using var coordinator = await app.AsAsync("coordinator");
        var page = await clerk.PageAsync(ConsultLinks.Answer(row.Id, Voice.OfUnit(district.Education.Id)));
        using var time = await clerk.SubmitAsync(Form(page, "form:has([value=OtherTime])"), new Dictionary<string, string?> { ["ProposedDue"] = "2026-10-31", ["Grounds"] = "招标周期" });
        Assert.Equal(HttpStatusCode.Redirect, time.StatusCode);
        await DecideAsync(coordinator, "Accept");
        await using var scope = app.Scope();
        var service = scope.ServiceProvider.GetRequiredService<ConsultService>();
        var actor = new Domain.Access.Actor(1, null, "李娟", false, [new Domain.Access.HeldPost(5, Domain.Organization.PostKind.UnitClerk, district.Education.Id, "联络员")]);
        await service.AnswerAsync(
            actor, row.Id, Voice.OfUnit(district.Education.Id),
            new Answer(OpinionKind.FillIn, ProposedPlan: "0,0,0,100,200,300,400,500,600,1000,1000,1000", ProposedQuantities: [new QuantityValue("建幼儿园", 3, "所")]), SmallDistrict.Today);
        await DecideAsync(coordinator, "Accept");
        await using var db = app.Open();
        var after = await db.Commitments.Include(c => c.Quantities).SingleAsync(c => c.Id == row.Id);
        Assert.Equal((new DateOnly(2026, 10, 31), "0,0,0,100,200,300,400,500,600,1000,1000,1000", 202610), (after.Due!.Value, after.MonthlyPlan, after.DueMonth));
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
        using var clerk = await app.AsAsync("clerk");
        using var coordinator = await app.AsAsync("coordinator");
        var page = await clerk.PageAsync(ConsultLinks.Answer(row.Id, Voice.OfUnit(district.Education.Id)));
        using var given = await clerk.SubmitAsync(Form(page, "form:has([value=OtherLead])"), new Dictionary<string, string?> { ["ProposedUnit"] = $"{district.Housing.Id}", ["Grounds"] = "不是我局职责" });
        var closing = await coordinator.PageAsync("/consult/1");
        await DecideAsync(coordinator, "Escalate");
        using var leader = await app.AsAsync("leader");
        using var second = await app.AsAsync("leader2");
        var desk = await leader.PageAsync("/consult");
        var rule = Form(desk, "form[action$='handler=Rule']");
        Assert.Null((await second.PageAsync("/consult")).QuerySelector("form[action$='handler=Rule']"));
        var opinion = ((IHtmlInputElement)rule.Elements["Opinion"]!).Value;
        var version = ((IHtmlInputElement)rule.Elements["Version"]!).Value;
        foreach (var web in (WebClient[])[second, clerk, coordinator])
        {
            using var refused = await PostAsync(web, "/consult?handler=Rule", web == coordinator ? closing : await web.PageAsync("/consult"), ("Opinion", opinion), ("Version", version), ("accept", "true"));
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
        using var clerk = await app.AsAsync("clerk");
        var page = await clerk.PageAsync(ConsultLinks.Answer(disputed.Id, Voice.OfUnit(district.Education.Id)));
        using var given = await clerk.SubmitAsync(Form(page, "form:has([value=OtherLead])"), new Dictionary<string, string?> { ["ProposedUnit"] = $"{district.Housing.Id}", ["Grounds"] = "职责在住建" });
        using var coordinator = await app.AsAsync("coordinator");
        await DateAsync(app, new DateOnly(2026, 3, 9));
        using var early = await coordinator.SubmitAsync(Form(await coordinator.PageAsync("/consult/1"), "form[action$='handler=Close']"), NoChange);
        Assert.Contains("过了 2026-03-09 才能按同意处理", (await WebClient.ParseAsync(early, HttpStatusCode.Conflict)).Body!.TextContent, StringComparison.Ordinal);
        var open = await clerk.PageAsync("/consult");
        await DateAsync(app, new DateOnly(2026, 3, 10));
        using var late = await PostAsync(clerk, "/consult?handler=Agree", open, ("As", $"u{district.Education.Id}"), ("Row", $"{agreed.Id}"));
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        using var closed = await coordinator.SubmitAsync(Form(await coordinator.PageAsync("/consult/1"), "form[action$='handler=Close']"), NoChange);
        Assert.Equal(HttpStatusCode.Redirect, closed.StatusCode);
        Assert.Equal([CommitmentState.Consulted, CommitmentState.Consulting], (await StatesAsync(app, agreed, disputed)).Select(s => s.State));
        await using (var db = app.Open())
        {
            var silent = await db.Opinions.Where(o => o.CommitmentId == agreed.Id).OrderBy(o => o.Id).ToListAsync();
            Assert.Equal([(int?)district.Education.Id, null], silent.Select(o => o.UnitId));
            Assert.All(silent, o => Assert.True(ConsultService.IsSilence(o)));
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
        foreach (var role in (string[])["clerk", "leader"])
        {
            using var web = await app.AsAsync(role);
            using var agreed = await web.SubmitAsync(Form(await web.PageAsync("/consult"), "form[action$='handler=Rest']"), NoChange);
            Assert.Equal(HttpStatusCode.Redirect, agreed.StatusCode);
        }

        using var coordinator = await app.AsAsync("coordinator");
        using var closed = await coordinator.SubmitAsync(Form(await coordinator.PageAsync("/consult/1"), "form[action$='handler=Close']"), NoChange);
        Assert.Equal(HttpStatusCode.Redirect, closed.StatusCode);
        Assert.Equal(CommitmentState.Consulted, (await StatesAsync(app, row))[0].State);
    }

    [Fact]
    public async Task One_takes_back_ones_own_opinion_while_it_is_open_and_nobody_elses()
    {
        await using var app = await TestApp.StartAsync();
        var district = await SmallDistrict.InAsync(app);
        var row = await RowAsync(app, district, "甲", c => { c.LeadUnitId = district.Housing.Id; c.CoUnits.Add(new CoUnit { UnitId = district.Education.Id, Order = 1 }); });
        await StartAsync(app);
        using var clerk = await app.AsAsync("clerk");
        using var clerk2 = await app.AsAsync("clerk2");
        var page = await clerk.PageAsync(ConsultLinks.Answer(row.Id, Voice.OfUnit(district.Education.Id)));
        using var given = await clerk.SubmitAsync(Form(page, "form:has([value=OtherTime])"), new Dictionary<string, string?> { ["ProposedDue"] = "2026-10-31", ["Grounds"] = "工期" });
        var mine = Form(await clerk.PageAsync("/consult"), "form[action$='handler=Withdraw']");
        using var foreign = await PostAsync(clerk2, "/consult?handler=Withdraw", await clerk2.PageAsync("/consult"), ("Opinion", ((IHtmlInputElement)mine.Elements["Opinion"]!).Value), ("Version", "1"));
        Assert.Equal(HttpStatusCode.Forbidden, foreign.StatusCode);
        using var back = await clerk.SubmitAsync(mine, NoChange);
        Assert.Equal(HttpStatusCode.Redirect, back.StatusCode);
        await using var db = app.Open();
        Assert.Equal(OpinionState.Withdrawn, (await db.Opinions.SingleAsync()).State);
        Assert.NotNull((await clerk.PageAsync("/consult")).QuerySelector("form[action$='handler=Agree']"));
    }

    [Fact]
    public async Task What_was_said_stays_with_the_row_for_those_who_may_see_it()
    {
        await using var app = await TestApp.StartAsync();
        var district = await SmallDistrict.InAsync(app);
        var row = await RowAsync(app, district, "甲", c => c.LeadUnitId = district.Education.Id);
        await StartAsync(app);
        using var clerk = await app.AsAsync("clerk");
        using var agreed = await clerk.SubmitAsync(Form(await clerk.PageAsync("/consult"), "form[action$='handler=Agree']"), NoChange);
        await using var scope = app.Scope();
        var db = scope.ServiceProvider.GetRequiredService<MaodingContext>();
        var directory = await Maoding.Hosting.DirectorySnapshot.LoadAsync(db, default);
        var reader = scope.ServiceProvider.GetRequiredService<ConsultReader>();
        Domain.Access.Actor Clerk(int unit) => new(9, null, "某", false, [new Domain.Access.HeldPost(5, Domain.Organization.PostKind.UnitClerk, unit, "联络员")]);
        var own = await reader.OpinionsOfAsync(Clerk(district.Education.Id), row.Id, directory, SmallDistrict.Today);
        Assert.Equal(("区教育局", "牵头单位"), (Assert.Single(own.Lines).Who, own.Lines[0].Role));
        Assert.Equal(["王立军（区委常委、常务副区长）"], own.Silent);
        Assert.Same(RowOpinions.None, await reader.OpinionsOfAsync(Clerk(district.Housing.Id), row.Id, directory, SmallDistrict.Today));
    }

    private static IReadOnlyDictionary<string, string?> NoChange { get; } = new Dictionary<string, string?>();

    private static Task<Commitment> RowAsync(TestApp app, SmallDistrict district, string title, Action<Commitment> adjust) =>
        Ledger.Assign.AssignTests.RowAsync(app, district, c =>
        {
            (c.Title, c.LeadUnitId) = (title, district.Housing.Id);
            adjust(c);
        });

    private static async Task StartAsync(TestApp app)
    {
        using var web = await app.AsAsync("coordinator");
        var page = await web.PageAsync("/consult/start");
        await using var db = app.Open();
        var rows = await db.Commitments.Where(c => c.ParentId == null).Select(c => c.Id).ToListAsync();
        using var sent = await PostAsync(web, "/consult/start", page, [("Until", LastDay), .. rows.Select(r => ("Rows", $"{r}"))]);
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
    }

    private static async Task DecideAsync(WebClient coordinator, string decision)
    {
        using var answer = await coordinator.SubmitAsync(Form(await coordinator.PageAsync("/consult/1"), "form.decide"), NoChange, $"decision={decision}");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    private static async Task DateAsync(TestApp app, DateOnly day)
    {
        await using var db = app.Open();
        (await db.Regions.SingleAsync()).BusinessDate = day;
        await TestApp.SaveAsync(db);
    }

    private static async Task<List<(CommitmentState State, string Number)>> StatesAsync(TestApp app, params Commitment[] rows)
    {
        await using var db = app.Open();
        var found = await db.Commitments.AsNoTracking().ToDictionaryAsync(c => c.Id);
        return [.. rows.Select(r => (found[r.Id].State, found[r.Id].Number))];
    }

    private static IHtmlFormElement Form(IHtmlDocument page, string selector) => (IHtmlFormElement)page.QuerySelector(selector)!;

    private static Task<HttpResponseMessage> PostAsync(WebClient web, string path, IHtmlDocument page, params (string Name, string Value)[] fields)
    {
        var token = (page.QuerySelector("input[name=__RequestVerificationToken]") as IHtmlInputElement)?.Value ?? "";
        return web.Http.PostAsync(new Uri(path, UriKind.Relative), new FormUrlEncodedContent(
            [.. fields.Select(f => KeyValuePair.Create(f.Name, f.Value)), KeyValuePair.Create("__RequestVerificationToken", token)]));
    }
}
