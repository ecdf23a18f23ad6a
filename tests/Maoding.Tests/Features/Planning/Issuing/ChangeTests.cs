using System.Net;
using AngleSharp.Html.Dom;
using Maoding.Domain.Consulting;
using Maoding.Domain.Ledger;
using Maoding.Tests.Features.Planning.Consulting;
using Maoding.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Xunit;
using WebClient = Maoding.Tests.Hosting.WebClient;

namespace Maoding.Tests.Features.Planning.Issuing;

/// <summary>What was consulted about is compared with what is issued.</summary>
public sealed class ChangeTests
{
    [Fact]
    public async Task A_row_changed_after_its_round_is_asked_again_or_confirmed_with_a_reason_that_stays()
    {
        await using var app = await TestApp.StartAsync();
        var (row, other) = await ConsultedAsync(app);
        await using (var db = app.Open())
        {
            var changed = await db.Commitments.SingleAsync(c => c.Id == row.Id);
            (changed.Title, changed.Due, changed.DueMonth) = ("老旧小区改造30个", new DateOnly(2026, 9, 30), 202609);
            // Marks and spaces are no other wording.
            (await db.Commitments.SingleAsync(c => c.Id == other.Id)).Title = "建成“两纵三横”路网。";
            await TestApp.SaveAsync(db);
        }

        using var coordinator = await app.AsAsync("coordinator");
        var check = (await coordinator.PageAsync("/issuing/check?code=CHK014")).QuerySelector("#CHK014")!.TextContent;
        Assert.Contains("任务内容由“老旧小区改造12个”改为“老旧小区改造30个”；完成时限由“2026-12-31”改为“2026-09-30”", check, StringComparison.Ordinal);
        Assert.DoesNotContain("路网", check, StringComparison.Ordinal);
        Assert.Contains("ISS008", await IssueAsync(coordinator, row.Id), StringComparison.Ordinal);
        Assert.Contains("ISS014", await ConfirmAsync(coordinator, " "), StringComparison.Ordinal);
        Assert.Equal("/issuing/changes", await ConfirmAsync(coordinator, "区委常委会会议定为30个，9月底前完成"));
        Assert.Empty((await coordinator.PageAsync("/issuing/changes")).QuerySelectorAll("tbody tr"));
        Assert.Contains("/issuing/", await IssueAsync(coordinator, row.Id), StringComparison.Ordinal);
        Assert.Contains("理由：区委常委会会议定为30个，9月底前完成",
            (await coordinator.PageAsync($"/ledger/{row.Id}")).QuerySelector("#opinions")!.TextContent, StringComparison.Ordinal);
        await using var after = app.Open();
        var kept = await after.ConsultedChanges.SingleAsync();
        Assert.Equal((row.Id, "任务内容\t老旧小区改造12个\t老旧小区改造30个\n完成时限\t2026-12-31\t2026-09-30"), (kept.CommitmentId, kept.Changes));
    }

    [Fact]
    public async Task What_changes_after_a_confirmation_is_asked_about_again()
    {
        await using var app = await TestApp.StartAsync();
        var (row, _) = await ConsultedAsync(app);
        using var coordinator = await app.AsAsync("coordinator");
        foreach (var title in (string[])["老旧小区改造30个", "老旧小区改造40个"])
        {
            await using var db = app.Open();
            (await db.Commitments.SingleAsync(c => c.Id == row.Id)).Title = title;
            await TestApp.SaveAsync(db);
            Assert.Single((await coordinator.PageAsync("/issuing/changes")).QuerySelectorAll("tbody tr"));
            Assert.Equal("/issuing/changes", await ConfirmAsync(coordinator, "会议决定"));
        }
    }

    [Fact]
    public void An_opinion_that_is_taken_up_counts_as_asked_and_nothing_else_of_the_row_does()
    {
        var asked = RowValues.Of(new Commitment { Kind = CommitmentKind.Work, Title = "改造12个", LeadUnitId = 1, DueKind = DueKind.AllYear });
        var edited = asked with { Title = "改造30个" };
        var kept = Consulted.With(Consulted.Text(asked), edited, edited with { LeadUnitId = 2 });
        var names = new RowNames(id => $"u{id}", id => $"p{id}", id => $"t{id}");
        Assert.Equal(["任务内容由“改造12个”改为“改造30个”"], Consulted.Differences(kept, edited with { LeadUnitId = 2 }, names).Select(d => d.ToString()));
        Assert.Equivalent(asked, Consulted.Values(Consulted.Text(asked)));
    }

    [Theory]
    [InlineData("完成投资7.5亿元", "完成投资75亿元", true)]
    [InlineData("1—6月完成", "16月完成", true)]
    [InlineData("建成路网，年底通车。", "建成路网年底通车", false)]
    [InlineData("建成“路网”", "建成《 路网 》", false)]
    public void Wording_is_compared_beyond_punctuation(string before, string after, bool differs)
    {
        var asked = RowValues.Of(new Commitment { Kind = CommitmentKind.Work, Title = before });
        var names = new RowNames(id => $"{id}", id => $"{id}", id => $"{id}");
        Assert.Equal(differs, Consulted.Differences(Consulted.Text(asked), asked with { Title = after }, names).Count > 0);
    }

    /// <summary>Two rows after a round in which nobody said anything.</summary>
    private static async Task<(Commitment First, Commitment Second)> ConsultedAsync(TestApp app)
    {
        var district = await SmallDistrict.InAsync(app);
        static void Timed(Commitment row) => (row.DueKind, row.Due, row.DueMonth) = (DueKind.Date, new DateOnly(2026, 12, 31), 202612);
        var first = await ConsultScene.RowAsync(app, district, "老旧小区改造12个", Timed);
        var second = await ConsultScene.RowAsync(app, district, "建成两纵三横路网", Timed);
        await ConsultScene.StartAsync(app);
        await ConsultScene.DateAsync(app, new DateOnly(2026, 3, 10));
        using var coordinator = await app.AsAsync("coordinator");
        var page = await coordinator.PageAsync("/consulting/1");
        using var ended = await coordinator.SubmitAsync(ConsultScene.Form(page, "form[action*='handler=Close']"), ConsultScene.NoChange);
        Assert.Equal(HttpStatusCode.Redirect, ended.StatusCode);
        Assert.All(await ConsultScene.StatesAsync(app, first, second), s => Assert.Equal(CommitmentState.Consulted, s.State));
        return (first, second);
    }

    private static async Task<string> IssueAsync(WebClient web, int row)
    {
        var page = await web.PageAsync("/issuing");
        using var answer = await ConsultScene.PostAsync(
            web, "/issuing", page, ("DocumentNumber", "云办发〔2026〕3号"), ("IssuedOn", "2026-03-10"), ("All", "false"), ("RowIds", $"{row}"));
        return answer.Headers.Location?.ToString() ?? await answer.Content.ReadAsStringAsync();
    }

    private static async Task<string> ConfirmAsync(WebClient web, string reason)
    {
        var page = await web.PageAsync("/issuing/changes");
        var ticks = page.QuerySelectorAll("input[name=Seen]").OfType<IHtmlInputElement>().Select(t => ("Seen", t.Value));
        using var answer = await ConsultScene.PostAsync(web, "/issuing/changes", page, [.. ticks, ("Reason", reason)]);
        return answer.Headers.Location?.ToString() ?? await answer.Content.ReadAsStringAsync();
    }
}
