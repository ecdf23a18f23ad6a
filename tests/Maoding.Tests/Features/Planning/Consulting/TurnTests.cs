using System.Net;
using System.Security.Claims;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Maoding.Districts;
using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Consulting;
using Maoding.Domain.Ledger;
using Maoding.Domain.Organization;
using Maoding.Features.Planning.Consulting;
using Maoding.Shared.Addresses;
using Maoding.TestKit;
using Maoding.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Maoding.Tests.Features.Planning.Consulting.ConsultScene;
using WebClient = Maoding.Tests.Hosting.WebClient;

namespace Maoding.Tests.Features.Planning.Consulting;

/// <summary>What happens when several act at once, late, or on something that has changed.</summary>
public sealed class TurnTests
{
    private static readonly Actor Office = new(1, null, "陈敏", false, [new HeldPost(3, PostKind.Coordinator, null, "督查室主任")]);

    public static TheoryData<string> Both => ["sqlite", "postgres"];

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Two_last_decisions_at_once_settle_the_row(string kind)
    {
        await using var app = await AppAsync(kind);
        var district = await SmallDistrict.InAsync(app);
        var row = await RowAsync(app, district, "甲", c => c.CoUnits.Add(new CoUnit { UnitId = district.Education.Id, Order = 1 }));
        await StartAsync(app);
        await GiveAsync(app, row, district.Housing.Id, "2026-10-31");
        await GiveAsync(app, row, district.Education.Id, "2026-11-30");
        await DateAsync(app, new DateOnly(2026, 3, 10));
        await CloseAsync(app);
        int[] opinions;
        await using (var db = app.Open()) opinions = await db.Opinions.Where(o => o.State == OpinionState.Open).Select(o => o.Id).ToArrayAsync();
        Assert.Equal(2, opinions.Length);
        await Task.WhenAll(
            opinions.Select(id => Task.Run(() => InScopeAsync(app, s => s.DecideAsync(Office, id, 1, Decision.Reject, new DateOnly(2026, 3, 10), "工期已定")))));
        Assert.Equal(CommitmentState.Consulted, (await StatesAsync(app, row))[0].State);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task An_answer_beside_the_closing_never_leaves_a_row_behind(string kind)
    {
        await using var app = await AppAsync(kind);
        var district = await SmallDistrict.InAsync(app);
        List<Commitment> rows = [];
        for (var i = 0; i < 4; i++) rows.Add(await RowAsync(app, district, $"任务{i}", c => c.LeadUnitId = district.Housing.Id));
        await StartAsync(app);
        var last = new DateOnly(2026, 3, 9);
        var leader = new Actor(8, null, "王立军", false, [new HeldPost(district.Leader.Id, PostKind.Leader, null, "常务副区长")]);
        var head = HeadOf(district.Housing.Id);
        foreach (var row in rows)
        {
            await InScopeAsync(app, s => s.AnswerAsync(leader, row.Id, Voice.OfPost(district.Leader.Id), Answer.Agree, last, row.Version + 1));
            await InScopeAsync(app, s => s.AnswerAsync(head, row.Id, Voice.OfUnit(district.Housing.Id), Answer.Agree, last, row.Version + 1));
        }

        // All have agreed, so the round may end early; in the same moment the unit thinks again about each row.
        var answers = rows.ConvertAll(r => Task.Run(() => RefusedAsync(() => InScopeAsync(app, s => s.AnswerAsync(
            head, r.Id, Voice.OfUnit(district.Housing.Id), new Answer(OpinionKind.OtherTime, "工期", ProposedDue: new DateOnly(2026, 11, 30)), last)))));
        var closing = Task.Run(() => RefusedAsync(() => InScopeAsync(app, s => s.CloseAsync(Office, 1, last))));
        var refused = await Task.WhenAll(answers);
        Assert.Null(await closing);
        Assert.All(refused, r => Assert.True(r is null or "CON012", r));
        await using var db = app.Open();
        foreach (var row in await db.Commitments.AsNoTracking().ToListAsync())
        {
            var waits = await db.Opinions.AnyAsync(o => o.CommitmentId == row.Id && o.State == OpinionState.Open);
            Assert.Equal(waits ? CommitmentState.Consulting : CommitmentState.Consulted, row.State);
        }
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Many_who_answer_in_the_same_moment_are_all_heard(string kind)
    {
        await using var app = await AppAsync(kind);
        var district = await SmallDistrict.InAsync(app);
        List<Commitment> rows = [];
        for (var i = 0; i < 6; i++) rows.Add(await RowAsync(app, district, $"任务{i}", c => c.LeadUnitId = district.Housing.Id));
        await StartAsync(app);
        await Task.WhenAll(rows.Select(r => Task.Run(() => InScopeAsync(app, s => s.AnswerAsync(
            HeadOf(district.Housing.Id), r.Id, Voice.OfUnit(district.Housing.Id), Answer.Agree, SmallDistrict.Today, r.Version + 1)))));
        await using var db = app.Open();
        Assert.Equal(6, await db.Opinions.CountAsync());
        Assert.Empty(await db.AuditEntries.Where(e => e.Subject == "Consultation" && e.Action != "发起征求意见").ToListAsync());
    }

    [Fact]
    public async Task Agreement_to_a_row_that_changed_since_is_refused_with_what_it_is_now()
    {
        await using var app = await TestApp.StartAsync();
        var district = await SmallDistrict.InAsync(app);
        var row = await RowAsync(app, district, "甲", c => c.LeadUnitId = district.Education.Id);
        await RowAsync(app, district, "乙", c => c.LeadUnitId = district.Education.Id);
        await StartAsync(app);
        using var head = await app.AsAsync("head");
        var page = await head.PageAsync("/consulting");
        await using (var db = app.Open())
        {
            var found = await db.Commitments.SingleAsync(c => c.Id == row.Id);
            (found.Due, found.DueMonth) = (new DateOnly(2026, 5, 31), 202605);
            await TestApp.SaveAsync(db);
        }

        foreach (var form in (string[])["form[action$='handler=Agree']", "form[action$='handler=Rest']"])
        {
            using var answer = await head.SubmitAsync(Form(page, form), NoChange);
            var words = (await WebClient.ParseAsync(answer, HttpStatusCode.Conflict)).Body!.TextContent;
            Assert.Contains("SYS001", words, StringComparison.Ordinal);
            Assert.Contains("“1 甲”现在由区教育局牵头，时限2026-05-31", words, StringComparison.Ordinal);
        }

        await using (var db = app.Open()) Assert.Empty(await db.Opinions.ToListAsync());
        using var again = await head.SubmitAsync(Form(await head.PageAsync("/consulting"), "form[action$='handler=Rest']"), NoChange);
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
    }

    [Fact]
    public async Task Silence_of_a_unit_that_came_after_the_last_day_is_no_agreement()
    {
        await using var app = await TestApp.StartAsync();
        var district = await SmallDistrict.InAsync(app);
        var row = await RowAsync(app, district, "甲", c => c.LeadUnitId = district.Housing.Id);
        await StartAsync(app);
        using var clerk = await app.AsAsync("clerk2");
        using var given = await clerk.SubmitAsync(
            Form(await clerk.PageAsync(ConsultLinks.Answer(row.Id, Voice.OfUnit(district.Housing.Id))), "form:has([value=OtherLead])"),
            new Dictionary<string, string?> { ["ProposedUnit"] = $"{district.Education.Id}", ["Grounds"] = "三定方案" });
        await DateAsync(app, new DateOnly(2026, 3, 10));
        using var coordinator = await app.AsAsync("coordinator");
        await DecideAsync(coordinator, "Accept");
        await CloseAsync(app);
        await using (var db = app.Open())
        {
            var silent = (await db.Opinions.ToListAsync()).Where(ConsultService.IsSilence).Select(Voice.Of);
            Assert.Equal([Voice.OfPost(district.Leader.Id)], silent);
        }

        Assert.Contains("1 项未征求", (await coordinator.PageAsync("/consulting/1")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("未征求：区教育局", (await coordinator.PageAsync($"/ledger/{row.Id}")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("区教育局未征求", (await coordinator.PageAsync("/issuing/check?code=CHK021")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_goes_back_to_a_draft_with_its_leaves_and_its_open_opinions_are_withdrawn()
    {
        await using var app = await TestApp.StartAsync();
        var district = await SmallDistrict.InAsync(app);
        var parent = await RowAsync(app, district, "丙", c => c.IsLeaf = false);
        var leaf = await RowAsync(app, district, "丙之一", c => (c.ParentId, c.Order, c.LeadUnitId) = (parent.Id, parent.Order, district.Housing.Id));
        await StartAsync(app);
        await GiveAsync(app, leaf, district.Housing.Id, "2026-10-31");
        using var coordinator = await app.AsAsync("coordinator");
        var row = await coordinator.PageAsync($"/ledger/{parent.Id}");
        var page = await coordinator.PageAsync(row.QuerySelectorAll<IHtmlAnchorElement>(".actions a")
            .Single(a => a.TextContent == "退回草稿").GetAttribute("href")!);
        using var bare = await coordinator.SubmitAsync(Form(page, "main form"), NoChange);
        Assert.Contains("CON027", (await WebClient.ParseAsync(bare, HttpStatusCode.BadRequest)).Body!.TextContent, StringComparison.Ordinal);
        using var back = await coordinator.SubmitAsync(Form(page, "main form"), new Dictionary<string, string?> { ["Reason"] = "要再分解" });
        Assert.Equal(HttpStatusCode.Redirect, back.StatusCode);
        Assert.Equal([CommitmentState.Draft, CommitmentState.Draft], (await StatesAsync(app, parent, leaf)).Select(s => s.State));
        await using var db = app.Open();
        var opinion = await db.Opinions.SingleAsync();
        Assert.Equal((OpinionState.Withdrawn, "任务退回草稿：要再分解"), (opinion.State, opinion.DecisionNote));
        Assert.Equal(3, await db.AuditEntries.CountAsync(e => e.Action == "退回草稿" && e.Why == "要再分解"));
        using var clerk = await app.AsAsync("clerk2");
        using var refused = await clerk.GetAsync(ConsultLinks.Reopen(parent.Id));
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    [Fact]
    public async Task Quantities_pasted_with_tabs_are_read_and_never_break_the_page()
    {
        await using var app = await TestApp.StartAsync();
        var district = await SmallDistrict.InAsync(app);
        var row = await RowAsync(app, district, "甲", c => c.LeadUnitId = district.Education.Id);
        await StartAsync(app);
        using var head = await app.AsAsync("head");
        var form = Form(await head.PageAsync(ConsultLinks.Answer(row.Id, Voice.OfUnit(district.Education.Id))), "form:has([value=FillIn])");
        var empty = new Dictionary<string, string?> { ["Months"] = null, ["Quantities"] = $"{new string('长', 101)}3所" };
        using var refused = await head.SubmitAsync(form, empty);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        using var given = await head.SubmitAsync(form, new Dictionary<string, string?>(empty) { ["RequestKey"] = null, ["Quantities"] = "新建\t公办幼儿园\t3所" });
        Assert.Equal(HttpStatusCode.Redirect, given.StatusCode);
        await using (var db = app.Open())
        {
            var opinion = await db.Opinions.SingleAsync();
            Assert.Equal("新建 公办幼儿园\t3\t所", opinion.ProposedQuantities);
            opinion.ProposedQuantities = "新建\t幼儿园\t3\t所\n看不懂的";
            await TestApp.SaveAsync(db);
        }

        Assert.Contains("新建 幼儿园3所", (await head.PageAsync("/consulting")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_stands_in_the_row_already_is_no_opinion()
    {
        await using var app = await TestApp.StartAsync();
        var district = await SmallDistrict.InAsync(app);
        var row = await RowAsync(app, district, "甲", c =>
        {
            c.LeadUnitId = district.Education.Id;
            c.Quantities.Add(new Quantity { Name = "改造小区", Value = 12, Unit = "个" });
            c.CoUnits.Add(new CoUnit { UnitId = district.Housing.Id, Order = 1 });
        });
        await StartAsync(app);
        using var head = await app.AsAsync("head");
        var address = ConsultLinks.Answer(row.Id, Voice.OfUnit(district.Education.Id));
        using var filled = await head.SubmitAsync(Form(await head.PageAsync(address), "form:has([value=FillIn])"), NoChange);
        Assert.Contains("与现在相同", (await WebClient.ParseAsync(filled, HttpStatusCode.BadRequest)).Body!.TextContent, StringComparison.Ordinal);
        var page = await head.PageAsync(address);
        using var units = await PostAsync(head, address, page, ("Kind", "OtherCoUnits"), ("Grounds", "职责"),
            ("ProposedCoUnits", $"{district.Housing.Id}"), ("ProposedCoUnits", $"{district.Education.Id}"));
        Assert.Contains("CON015", (await WebClient.ParseAsync(units, HttpStatusCode.BadRequest)).Body!.TextContent, StringComparison.Ordinal);
        await using var db = app.Open();
        Assert.Empty(await db.Opinions.ToListAsync());
    }

    [Fact]
    public async Task Enter_in_the_field_for_a_reason_decides_nothing()
    {
        await using var app = await TestApp.StartAsync();
        var district = await SmallDistrict.InAsync(app);
        var row = await RowAsync(app, district, "甲", c => c.LeadUnitId = district.Education.Id);
        await StartAsync(app);
        await GiveAsync(app, row, district.Education.Id, "2026-10-31");
        using var coordinator = await app.AsAsync("coordinator");
        await using var browser = await Browser.Open(app.Address.ToString());
        await browser.Page.Context.AddCookiesAsync([new() { Name = "maoding", Value = coordinator.SessionCookie!, Url = app.Address.ToString() }]);
        await browser.Page.GotoAsync(new Uri(app.Address, "/consulting/1").ToString());
        await browser.Page.Locator("form.decide input[name=Note]").FillAsync("不同意");
        await browser.Page.Keyboard.PressAsync("Enter");
        await browser.Page.WaitForTimeoutAsync(500);
        await using var db = app.Open();
        Assert.Equal(OpinionState.Open, (await db.Opinions.SingleAsync()).State);
        using var missing = await coordinator.SubmitAsync(
            Form(await coordinator.PageAsync("/consulting/1"), "form.decide"), new Dictionary<string, string?> { ["Note"] = "不同意" });
        Assert.Contains("CON026", (await WebClient.ParseAsync(missing, HttpStatusCode.BadRequest)).Body!.TextContent, StringComparison.Ordinal);
    }

    private static async Task<TestApp> AppAsync(string kind) => await TestApp.StartAsync(kind == "postgres" ? await MigratedDatabase.OnPostgresAsync() : null);

    private static Actor HeadOf(int unit) => new(9, null, "某", false, [new HeldPost(5, PostKind.UnitHead, unit, "主要负责人")]);

    private static Task GiveAsync(TestApp app, Commitment row, int unit, string due) => InScopeAsync(app, s => s.AnswerAsync(
        HeadOf(unit), row.Id, Voice.OfUnit(unit),
        new Answer(OpinionKind.OtherTime, "工期", ProposedDue: DateOnly.Parse(due, System.Globalization.CultureInfo.InvariantCulture)), SmallDistrict.Today));

    private static async Task CloseAsync(TestApp app)
    {
        using var coordinator = await app.AsAsync("coordinator");
        using var closed = await coordinator.SubmitAsync(Form(await coordinator.PageAsync("/consulting/1"), "form[action$='handler=Close']"), NoChange);
        Assert.Equal(HttpStatusCode.Redirect, closed.StatusCode);
    }

    /// <summary>Each call as a request of its own would make it.</summary>
    private static async Task<T> InScopeAsync<T>(TestApp app, Func<ConsultService, Task<T>> act)
    {
        await using var scope = app.Scope();
        await scope.ServiceProvider.GetRequiredService<CurrentRequest>().LoadAsync(new ClaimsPrincipal(), default);
        return await act(scope.ServiceProvider.GetRequiredService<ConsultService>());
    }

    /// <summary>The code of the refusal; null when it was done.</summary>
    private static async Task<string?> RefusedAsync<T>(Func<Task<T>> act)
    {
        try
        {
            await act();
            return null;
        }
        catch (RefusalException refusal)
        {
            return refusal.Code;
        }
    }
}
