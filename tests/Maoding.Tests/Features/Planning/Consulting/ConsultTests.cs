using System.Net;
using AngleSharp.Html.Dom;
using Maoding.Domain.Consulting;
using Maoding.Domain.Ledger;
using Maoding.Features.Planning.Consulting;
using Maoding.Shared.Addresses;
using Maoding.Storage;
using Maoding.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Maoding.Tests.Features.Planning.Consulting.ConsultScene;

namespace Maoding.Tests.Features.Planning.Consulting;

/// <summary>Asking units and leaders about draft rows: who is asked, what they may say, who decides, what silence means.</summary>
public sealed class ConsultTests
{
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
        var page = await web.PageAsync("/consulting/start");
        Assert.Contains("缺牵头单位、完成时限", page.Body!.TextContent, StringComparison.Ordinal);
        using var sent = await web.SubmitAsync(Form(page, "main form"), new Dictionary<string, string?> { ["Until"] = LastDay, ["All"] = "true" });
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        Assert.Equal([(CommitmentState.Consulting, "1"), (CommitmentState.Draft, ""), (CommitmentState.Consulting, "2"), (CommitmentState.Consulting, "2.1")],
            await StatesAsync(app, ready, bare, parent, leaf));
        var again = await web.SubmitAsync(Form(page, "main form"), new Dictionary<string, string?> { ["Until"] = LastDay, ["All"] = "true" });
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
        await using var db = app.Open();
        Assert.Equal(await db.Commitments.Where(c => c.Id == leaf.Id).Select(c => c.ConsultationId).SingleAsync(), (await db.Consultations.SingleAsync()).Id);
    }

    [Fact]
    public async Task A_unit_sees_its_own_rows_lead_first_with_the_last_day_and_no_others()
    {
        await using var app = await TestApp.StartAsync();
        var district = await SmallDistrict.InAsync(app);
        await RowAsync(app, district, "配合的",
            c => { c.LeadUnitId = district.Housing.Id; c.CoUnits.Add(new CoUnit { UnitId = district.Education.Id, Order = 1 }); });
        await RowAsync(app, district, "牵头的", c => c.LeadUnitId = district.Education.Id);
        var foreign = await RowAsync(app, district, "别人的", c => c.LeadUnitId = district.Housing.Id);
        await StartAsync(app);
        using var head = await app.AsAsync("head");
        var page = await head.PageAsync("/consulting");
        Assert.Equal(["牵头的", "配合的"], page.QuerySelectorAll("tbody td.name").Select(n => n.TextContent));
        Assert.Contains("请在 2026年3月9日（含当日）前反馈；到期没有反馈的，视为无意见", page.Body!.TextContent, StringComparison.Ordinal);
        var unit = Voice.OfUnit(district.Education.Id);
        using var refused = await head.GetAsync(ConsultLinks.Answer(foreign.Id, unit));
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        using var posted = await PostAsync(head, "/consulting?handler=Agree", page, ("As", $"{unit}"), ("Row", $"{foreign.Id}"));
        Assert.Equal(HttpStatusCode.Forbidden, posted.StatusCode);
        using var other = await PostAsync(head, "/consulting?handler=Rest", page, ("As", $"u{district.Housing.Id}"));
        Assert.Equal(HttpStatusCode.Forbidden, other.StatusCode);
        using var round = await head.GetAsync("/consulting/1");
        Assert.Equal(HttpStatusCode.Forbidden, round.StatusCode);
        await using var db = app.Open();
        Assert.Empty(await db.Opinions.ToListAsync());
    }

    [Fact]
    public async Task The_rest_is_agreed_in_one_act_and_a_second_press_changes_nothing()
    {
        await using var app = await TestApp.StartAsync();
        var district = await SmallDistrict.InAsync(app);
        for (var i = 0; i < 3; i++) await RowAsync(app, district, $"任务{i}", c => c.LeadUnitId = district.Education.Id);
        await StartAsync(app);
        using var head = await app.AsAsync("head");
        var page = await head.PageAsync("/consulting");
        using var one = await head.SubmitAsync(Form(page, "form[action$='handler=Agree']"), NoChange);
        using var twice = await head.SubmitAsync(Form(page, "form[action$='handler=Agree']"), NoChange);
        Assert.Equal(HttpStatusCode.Redirect, one.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, twice.StatusCode);
        using var rest = await head.SubmitAsync(Form(page, "form[action$='handler=Rest']"), NoChange);
        Assert.Equal(HttpStatusCode.Redirect, rest.StatusCode);
        await using var db = app.Open();
        var opinions = await db.Opinions.ToListAsync();
        Assert.Equal(3, opinions.Select(o => o.CommitmentId).Distinct().Count());
        Assert.All(opinions, o => Assert.Equal((OpinionKind.Agree, OpinionState.Accepted, (int?)district.Education.Id), (o.Kind, o.State, o.UnitId)));
        Assert.Equal(3, opinions.Count);
    }

    [Fact]
    public async Task One_takes_back_ones_own_opinion_while_it_is_open_and_nobody_elses()
    {
        await using var app = await TestApp.StartAsync();
        var district = await SmallDistrict.InAsync(app);
        var row = await RowAsync(
            app, district, "甲", c => { c.LeadUnitId = district.Housing.Id; c.CoUnits.Add(new CoUnit { UnitId = district.Education.Id, Order = 1 }); });
        await StartAsync(app);
        using var head = await app.AsAsync("head");
        using var clerk2 = await app.AsAsync("clerk2");
        var page = await head.PageAsync(ConsultLinks.Answer(row.Id, Voice.OfUnit(district.Education.Id)));
        using var given = await head.SubmitAsync(
            Form(page, "form:has([value=OtherTime])"), new Dictionary<string, string?> { ["ProposedDue"] = "2026-10-31", ["Grounds"] = "工期" });
        var mine = Form(await head.PageAsync("/consulting"), "form[action$='handler=Withdraw']");
        using var foreign = await PostAsync(clerk2, "/consulting?handler=Withdraw", await clerk2.PageAsync("/consulting"),
            ("Opinion", ((IHtmlInputElement)mine.Elements["Opinion"]!).Value), ("Version", "1"));
        Assert.Equal(HttpStatusCode.Forbidden, foreign.StatusCode);
        using var back = await head.SubmitAsync(mine, NoChange);
        Assert.Equal(HttpStatusCode.Redirect, back.StatusCode);
        await using var db = app.Open();
        Assert.Equal(OpinionState.Withdrawn, (await db.Opinions.SingleAsync()).State);
        Assert.NotNull((await head.PageAsync("/consulting")).QuerySelector("form[action$='handler=Agree']"));
    }

    [Fact]
    public async Task What_was_said_stays_with_the_row_for_those_who_may_see_it()
    {
        await using var app = await TestApp.StartAsync();
        var district = await SmallDistrict.InAsync(app);
        var row = await RowAsync(app, district, "甲", c => c.LeadUnitId = district.Education.Id);
        await StartAsync(app);
        using var head = await app.AsAsync("head");
        using var agreed = await head.SubmitAsync(Form(await head.PageAsync("/consulting"), "form[action$='handler=Agree']"), NoChange);
        await using var scope = app.Scope();
        var db = scope.ServiceProvider.GetRequiredService<MaodingContext>();
        var directory = await Maoding.Districts.DirectorySnapshot.LoadAsync(db, default);
        var reader = scope.ServiceProvider.GetRequiredService<ConsultReader>();
        Domain.Access.Actor Clerk(int unit) => new(9, null, "某", false, [new Domain.Access.HeldPost(5, Domain.Organization.PostKind.UnitClerk, unit, "联络员")]);
        var own = await reader.OpinionsOfAsync(Clerk(district.Education.Id), row.Id, directory, SmallDistrict.Today);
        Assert.Equal(("区教育局", "牵头单位"), (Assert.Single(own.Lines).Who, own.Lines[0].Role));
        Assert.Equal(["王立军（区委常委、常务副区长）"], own.Silent);
        Assert.Same(RowOpinions.None, await reader.OpinionsOfAsync(Clerk(district.Housing.Id), row.Id, directory, SmallDistrict.Today));
    }
}
