using System.Net;
using Maoding.Domain.Lights;
using Maoding.Domain.Progress;
using Maoding.Tests.Hosting;
using Maoding.Tests.WholeWay;
using Microsoft.EntityFrameworkCore;
using WebClient = Maoding.Tests.Hosting.WebClient;
using Xunit;
using static Maoding.Tests.Features.Progress.Reporting.ReportingDistrict;

namespace Maoding.Tests.Features.Progress.Reporting;

/// <summary>Who signs, accepts and returns, and what holds when two do it at once.</summary>
public sealed class DecidingTests
{
    private static readonly Dictionary<string, string?> Nothing = [];

    [Fact]
    public async Task Others_than_the_lead_unit_fill_nothing_and_others_than_its_head_sign_nothing()
    {
        await using var app = await TestApp.StartAsync();
        var scene = await InAsync(app);
        var report = await scene.PutAsync(scene.Schools, February, ReportState.Submitted, 300);
        using var helper = await app.AsAsync("clerk2");
        await PostAsync(helper, $"{Page(scene.Schools, February)}?handler=Submit", HttpStatusCode.Forbidden);
        await PostAsync(helper, "/reporting/sign", HttpStatusCode.Forbidden, ("Picked", $"{report.Id}:{report.Version}"));
        using var clerk = await app.AsAsync("clerk");
        await PostAsync(clerk, "/reporting/sign", HttpStatusCode.Forbidden, ("Picked", $"{report.Id}:{report.Version}"));
        await PostAsync(clerk, "/reporting/review", HttpStatusCode.Forbidden, ("Picked", $"{report.Id}:{report.Version}"));
        await PostAsync(clerk, $"{Page(scene.Schools, February)}?handler=Return",
            HttpStatusCode.Forbidden, ("Report", $"{report.Id}:{report.Version}"), ("Reason", "退"));
        using var coordinator = await app.AsAsync("coordinator");
        await PostAsync(coordinator, "/reporting/sign", HttpStatusCode.Forbidden, ("Picked", $"{report.Id}:{report.Version}"));
        await PostAsync(coordinator, "/reporting/review", HttpStatusCode.Conflict, ("Picked", $"{report.Id}:{report.Version}"));
        Assert.Equal(ReportState.Submitted, (await scene.ReportAsync(scene.Schools, February)).State);
        using var outsider = await app.AsAsync("steward");
        Assert.Equal(HttpStatusCode.Forbidden, (await outsider.GetAsync(Page(scene.Schools, February))).StatusCode);
    }

    [Fact]
    public async Task By_a_dated_record_somebody_else_signs_until_it_ends()
    {
        await using var app = await TestApp.StartAsync();
        var scene = await InAsync(app);
        using var head = await app.AsAsync("head");
        using var clerk = await app.AsAsync("clerk");
        var page = await head.PageAsync("/reporting/delegation");
        var form = Form(page, "/reporting/delegation");
        await RefusedAsync(await head.SubmitAsync(form, new Dictionary<string, string?> { ["To"] = "2026-03-01" }), "REP020");
        await DoneAsync(await head.SubmitAsync(form, new Dictionary<string, string?> { ["To"] = "2026-03-06", ["Note"] = "外出学习", ["RequestKey"] = "k2" }));
        await scene.PutAsync(scene.Schools, February, ReportState.Submitted, 300);
        await scene.PutAsync(scene.Conduct, February, ReportState.Submitted, 100);
        await DoneAsync(await clerk.SubmitAsync(Form(await clerk.PageAsync("/reporting/sign"), "/reporting/sign"), Nothing));
        var signed = await scene.ReportAsync(scene.Schools, February);
        Assert.Equal(ReportState.SignedOff, signed.State);
        Assert.NotNull(signed.DelegationId);
        Assert.Contains("受委托签发", (await head.PageAsync(Page(scene.Schools, February))).Body!.TextContent, StringComparison.Ordinal);
        await DoneAsync(await head.SubmitAsync(Form(await head.PageAsync("/reporting/delegation"), "handler=End"), Nothing));
        var late = await scene.PutAsync(scene.Campus, February, ReportState.Submitted, 100);
        await PostAsync(clerk, "/reporting/sign", HttpStatusCode.Forbidden, ("Picked", $"{late.Id}:{late.Version}"));
        await PostAsync(clerk, "/reporting/delegation", HttpStatusCode.Forbidden, ("UnitId", $"{scene.District.Education.Id}"));
    }

    [Fact]
    public async Task What_is_returned_comes_back_with_its_reason_and_goes_the_whole_way_again()
    {
        await using var app = await TestApp.StartAsync();
        var scene = await InAsync(app);
        using var clerk = await app.AsAsync("clerk");
        using var head = await app.AsAsync("head");
        using var coordinator = await app.AsAsync("coordinator");
        await DoneAsync(await FillAsync(clerk, scene.Schools, February, Schooling()));
        var back = Form(await head.PageAsync(Page(scene.Schools, February)), "handler=Return");
        await RefusedAsync(await head.SubmitAsync(back, new Dictionary<string, string?> { ["Reason"] = " " }), "REP014");
        await DoneAsync(await head.SubmitAsync(back, new Dictionary<string, string?> { ["Reason"] = "学位数要核实", ["RequestKey"] = "k1" }));
        Assert.Contains("学位数要核实", (await clerk.PageAsync("/reporting")).Body!.TextContent, StringComparison.Ordinal);
        await DoneAsync(await FillAsync(clerk, scene.Schools, February, new Dictionary<string, string?> { ["Fields.Quantities[1].Value"] = "200" }));
        await DoneAsync(await head.SubmitAsync(Form(await head.PageAsync("/reporting/sign"), "/reporting/sign"), Nothing));
        await DoneAsync(await coordinator.SubmitAsync(Form(await coordinator.PageAsync("/reporting/review"), "/reporting/review"), Nothing));
        Assert.Equal(351, (await scene.RowAsync(scene.Schools)).Share);
        await DoneAsync(await coordinator.SubmitAsync(
            Form(await coordinator.PageAsync(Page(scene.Schools, February)), "handler=Return"), new Dictionary<string, string?> { ["Reason"] = "与现场不符" }));
        var report = await scene.ReportAsync(scene.Schools, February);
        Assert.Equal((ReportState.Returned, 2, "与现场不符"), (report.State, report.Returns, report.ReturnReason));
        Assert.Null((await scene.RowAsync(scene.Schools)).Share);
    }

    [Fact]
    public async Task A_report_of_a_closed_month_is_still_accepted_and_then_no_longer_returned()
    {
        await using var app = await TestApp.StartAsync();
        var scene = await InAsync(app);
        await using (var db = app.Open())
        {
            var rules = YearDistrict.Edition("试行");
            db.Add(rules);
            await TestApp.SaveAsync(db);
            db.Add(new MonthClose { PlanId = scene.District.Plan.Id, Month = 202602, RuleEditionId = rules.Id, ClosedOn = SmallDistrict.Today });
            await TestApp.SaveAsync(db);
        }

        var report = await scene.PutAsync(scene.Schools, February, ReportState.SignedOff, 300);
        using var coordinator = await app.AsAsync("coordinator");
        await PostAsync(coordinator, "/reporting/review", HttpStatusCode.Redirect, ("Picked", $"{report.Id}:{report.Version}"));
        var page = await coordinator.PageAsync(Page(scene.Schools, February));
        Assert.DoesNotContain("退回原因", page.Body!.TextContent, StringComparison.Ordinal);
        await PostAsync(coordinator, $"{Page(scene.Schools, February)}?handler=Return",
            HttpStatusCode.Conflict, ("Report", $"{report.Id}:{report.Version + 1}"), ("Reason", "改"));
        Assert.Equal(ReportState.Accepted, (await scene.ReportAsync(scene.Schools, February)).State);
    }

    [Fact]
    public async Task Of_two_who_accept_at_once_one_does_and_a_form_sent_twice_is_carried_out_once()
    {
        await using var app = await TestApp.StartAsync();
        var scene = await InAsync(app);
        await scene.PutAsync(scene.Schools, February, ReportState.SignedOff, 300);
        using var coordinator = await app.AsAsync("coordinator");
        var one = Form(await coordinator.PageAsync("/reporting/review"), "/reporting/review");
        var other = Form(await coordinator.PageAsync("/reporting/review"), "/reporting/review");
        var answers = await Task.WhenAll(coordinator.SubmitAsync(one, Nothing), coordinator.SubmitAsync(other, Nothing));
        Assert.Equal([HttpStatusCode.Redirect, HttpStatusCode.Conflict], answers.Select(a => a.StatusCode).Order());
        using var clerk = await app.AsAsync("clerk");
        var form = Form(await clerk.PageAsync(Page(scene.Campus, February)), Page(scene.Campus, February));
        form.SetAttribute("action", $"{Page(scene.Campus, February)}?handler=Submit");
        var filled = new Dictionary<string, string?> { ["Fields.Done"] = "完成招标", ["Fields.Milestones[0].ReachedOn"] = "2026-02-20" };
        var sent = await Task.WhenAll(clerk.SubmitAsync(form, filled), clerk.SubmitAsync(form, filled));
        Assert.All(sent, a => Assert.Equal(HttpStatusCode.Redirect, a.StatusCode));
        await using var db = app.Open();
        Assert.Equal(1, await db.AuditEntries.CountAsync(e => e.Action == "提交填报"));
        Assert.Equal(1, await db.AuditEntries.CountAsync(e => e.Action == "审核填报" && e.Subject == nameof(ProgressReport)));
        Assert.Equal(1, await db.Reports.CountAsync(r => r.CommitmentId == scene.Campus.Id));
    }

    [Fact]
    public async Task A_submitted_report_is_taken_back_before_it_is_signed_and_not_after()
    {
        await using var app = await TestApp.StartAsync();
        var scene = await InAsync(app);
        using var clerk = await app.AsAsync("clerk");
        await DoneAsync(await FillAsync(clerk, scene.Schools, February, Schooling()));
        await DoneAsync(await clerk.SubmitAsync(Form(await clerk.PageAsync(Page(scene.Schools, February)), "handler=Withdraw"), Nothing));
        Assert.Equal(ReportState.Draft, (await scene.ReportAsync(scene.Schools, February)).State);
        var signed = await scene.PutAsync(scene.Campus, February, ReportState.SignedOff, 100);
        await PostAsync(clerk, $"{Page(scene.Campus, February)}?handler=Withdraw", HttpStatusCode.Conflict, ("Report", $"{signed.Id}:{signed.Version}"));
    }

    /// <summary>Sends fields with the token of a page that the actor sees.</summary>
    internal static async Task PostAsync(WebClient web, string address, HttpStatusCode expected, params (string Name, string Value)[] fields)
    {
        var page = await web.PageAsync("/own-account/password");
        var token = page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var content =
            new FormUrlEncodedContent([.. fields.Select(f => KeyValuePair.Create(f.Name, f.Value)), KeyValuePair.Create("__RequestVerificationToken", token)]);
        using var answer = await web.Http.PostAsync(new Uri(address, UriKind.Relative), content);
        Assert.True(answer.StatusCode == expected, $"{address} answered {(int)answer.StatusCode}");
    }
}
