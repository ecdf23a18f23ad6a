using System.Net;
using Maoding.Domain.Ledger;
using Maoding.Features.Planning.Issuing;
using Maoding.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using WebClient = Maoding.Tests.Hosting.WebClient;

namespace Maoding.Tests.Features.Planning.Issuing;

public sealed class IssueTests
{
    [Fact]
    public async Task A_row_that_changes_between_check_and_issue_is_not_issued()
    {
        await using var app = await TestApp.StartAsync();
        var district = await IssuingDistrict.InAsync(app);
        await using var scope = app.Scope();
        await scope.ServiceProvider.GetRequiredService<Maoding.Districts.CurrentRequest>().LoadAsync(new System.Security.Claims.ClaimsPrincipal(), default);
        var office = new Domain.Access.Actor(1, null, "陈敏", false, [new Domain.Access.HeldPost(3, Domain.Organization.PostKind.Coordinator, null, "督查室主任")]);
        // The choice is read after the checks ran: the change comes right between.
        var choice = new LateChoice(district.Schools.Id, () =>
        {
            using var db = app.Open();
            db.Commitments.Single(c => c.Id == district.Schools.Id).Title = "新建X所";
            TestApp.SaveAsync(db).GetAwaiter().GetResult();
        });
        var refusal = await Assert.ThrowsAsync<Domain.RefusalException>(
            () => scope.ServiceProvider.GetRequiredService<IssueService>().IssueAsync(office, new IssueOptions("云办发〔2026〕3号", SmallDistrict.Today, choice)));
        Assert.Equal("SYS001", refusal.Code);
        Assert.Equal(CommitmentState.Draft, district.Now(district.Schools).State);
    }

    private sealed class LateChoice(int id, Action change) : IReadOnlyList<int>
    {
        public int Count => 1;

        public int this[int index] => id;

        public IEnumerator<int> GetEnumerator()
        {
            change();
            yield return id;
        }

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }

    [Fact]
    public async Task Checking_names_what_stops_each_row_and_links_to_it()
    {
        await using var app = await TestApp.StartAsync();
        var district = await IssuingDistrict.InAsync(app);
        using var coordinator = await app.AsAsync("coordinator");
        var page = await coordinator.PageAsync("/issuing/check");
        var section = page.QuerySelector("#CHK001")!;
        Assert.Equal($"/ledger/{district.Ownerless.Id}", section.QuerySelector("tbody a")!.GetAttribute("href"));
        Assert.Contains("必改", section.TextContent, StringComparison.Ordinal);
        Assert.Contains("副区长", page.QuerySelector("#CHK026")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("#CHK002"));
        var single = await coordinator.PageAsync("/issuing/check?code=CHK001");
        Assert.Single(single.QuerySelectorAll("main section"));
        using var clerk = await app.AsAsync("clerk");
        await clerk.PageAsync("/issuing/check", HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task One_promise_twice_is_shown_side_by_side()
    {
        await using var app = await TestApp.StartAsync();
        var district = await IssuingDistrict.InAsync(app);
        await using (var db = app.Open())
        {
            var again = district.District.Row("9", "新建公办幼儿园3所", CommitmentState.Draft, district.District.Housing);
            again.Number = "";
            db.Commitments.Add(again);
            await TestApp.SaveAsync(db);
        }

        using var coordinator = await app.AsAsync("coordinator");
        var link = (await coordinator.PageAsync("/issuing/check")).QuerySelector("#CHK022 a[href^='/issuing/check/']")!.GetAttribute("href")!;
        var pair = await coordinator.PageAsync(link);
        Assert.Equal(2, pair.QuerySelectorAll("main section.card h2").Length);
        Assert.Contains("区住建局", pair.Body!.TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(pair.QuerySelectorAll(".mark-yellow"));
    }

    [Fact]
    public async Task Issuing_takes_what_passes_with_its_leaves_and_gives_numbers()
    {
        await using var app = await TestApp.StartAsync();
        var district = await IssuingDistrict.InAsync(app);
        var batch = await district.IssueAsync("云办发[2026]3号");
        Assert.Equal(
            [("1", CommitmentState.Issued, batch), ("1.1", CommitmentState.Issued, batch),
                ("1.2", CommitmentState.Issued, batch), ("2", CommitmentState.Issued, batch)],
            new[] { district.Estates, district.Leaves[0], district.Leaves[1], district.Schools }.Select(district.Now)
                .Select(r => (r.Number, r.State, r.IssueId ?? 0)));
        Assert.Equal(("", CommitmentState.Draft), (district.Now(district.Ownerless).Number, district.Now(district.Ownerless).State));
        await using var db = app.Open();
        Assert.Equal((PlanState.Issued, 2), (db.Plans.Single().State, db.Plans.Single().LastNumber));
        var issue = db.Issues.Single();
        Assert.Equal((1, "云办发〔2026〕3号", SmallDistrict.Today), (issue.Batch, issue.DocumentNumber, issue.IssuedOn));
        var entry = db.AuditEntries.OrderByDescending(e => e.Sequence).First(e => e.Subject == "Commitment");
        Assert.Equal(("印发任务", "云办发〔2026〕3号"), (entry.Action, entry.Why));
        Assert.Contains($"\"IssueId\":{batch}", entry.Text.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_form_twice_issues_once()
    {
        await using var app = await TestApp.StartAsync();
        var district = await IssuingDistrict.InAsync(app);
        using var coordinator = await app.AsAsync("coordinator");
        var form = IssuingDistrict.Form(await coordinator.PageAsync("/issuing"));
        var fields = new Dictionary<string, string?> { ["DocumentNumber"] = "云办发〔2026〕3号", ["All"] = "true" };
        using var first = await coordinator.SubmitAsync(form, fields);
        using var second = await coordinator.SubmitAsync(form, fields);
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (first.StatusCode, second.StatusCode));
        await using var db = app.Open();
        Assert.Single(db.Issues);
        Assert.Equal("2", district.Now(district.Schools).Number);
    }

    [Fact]
    public async Task Rows_with_something_to_correct_are_not_issued()
    {
        await using var app = await TestApp.StartAsync();
        var district = await IssuingDistrict.InAsync(app);
        using var coordinator = await app.AsAsync("coordinator");
        var form = IssuingDistrict.Form(await coordinator.PageAsync("/issuing"));
        using var answer = await coordinator.SubmitAsync(form, Choosing("云办发〔2026〕3号", district.Ownerless));
        var page = await WebClient.ParseAsync(answer, HttpStatusCode.BadRequest);
        Assert.Contains("没有牵头单位", page.QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("ISS008", page.QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);
        await using var db = app.Open();
        Assert.Empty(db.Issues);
    }

    [Fact]
    public async Task A_leaf_with_something_to_correct_holds_back_its_row()
    {
        await using var app = await TestApp.StartAsync();
        var district = await IssuingDistrict.InAsync(app);
        await using (var db = app.Open())
        {
            db.Commitments.Single(c => c.Id == district.Leaves[1].Id).LeaderPostId = null;
            await TestApp.SaveAsync(db);
        }

        await district.IssueAsync();
        Assert.Equal(CommitmentState.Consulted, district.Now(district.Estates).State);
        Assert.Equal(CommitmentState.Issued, district.Now(district.Schools).State);
    }

    [Theory]
    [InlineData("随便写的号", null, "ISS001")]
    [InlineData("云办发〔2025〕3号", null, "ISS002")]
    [InlineData("云办发〔2026〕3号", "2026-03-03", "ISS005")]
    public async Task A_wrong_number_or_date_is_refused(string number, string? date, string code)
    {
        await using var app = await TestApp.StartAsync();
        await IssuingDistrict.InAsync(app);
        using var coordinator = await app.AsAsync("coordinator");
        var form = IssuingDistrict.Form(await coordinator.PageAsync("/issuing"));
        using var answer = await coordinator.SubmitAsync(
            form, new Dictionary<string, string?> { ["DocumentNumber"] = number, ["IssuedOn"] = date ?? "2026-03-02", ["All"] = "true" });
        var page = await WebClient.ParseAsync(answer, HttpStatusCode.BadRequest);
        Assert.Contains(code, page.QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(number, page.QuerySelector("#DocumentNumber")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_supplementary_batch_goes_on_with_the_numbers_and_needs_a_new_document_number()
    {
        await using var app = await TestApp.StartAsync();
        var district = await IssuingDistrict.InAsync(app);
        await district.IssueAsync();
        await using (var db = app.Open())
        {
            db.Commitments.Single(c => c.Id == district.Ownerless.Id).LeadUnitId = district.District.Finance.Id;
            var leaf = district.District.Row("1", "改造老旧小区的管网", CommitmentState.Draft, district.District.Housing);
            (leaf.Number, leaf.ParentId) = ("", district.Estates.Id);
            db.Commitments.Add(leaf);
            await TestApp.SaveAsync(db);
        }

        using var coordinator = await app.AsAsync("coordinator");
        var form = IssuingDistrict.Form(await coordinator.PageAsync("/issuing"));
        using var again = await coordinator.SubmitAsync(form, new Dictionary<string, string?> { ["DocumentNumber"] = "云办发〔2026〕3号", ["All"] = "true" });
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        var batch = await district.IssueAsync("云办发〔2026〕8号");
        Assert.Equal("3", district.Now(district.Ownerless).Number);
        await using var after = app.Open();
        Assert.Equal(2, after.Issues.Single(i => i.Id == batch).Batch);
        Assert.Equal("1.3", after.Commitments.Single(c => c.Title == "改造老旧小区的管网").Number);
    }

    [Theory]
    [InlineData("head")]
    [InlineData("leader")]
    [InlineData("inspector")]
    [InlineData("assessor")]
    public async Task Only_the_coordinator_is_offered_to_issue(string who)
    {
        await using var app = await TestApp.StartAsync();
        await IssuingDistrict.InAsync(app);
        using var web = await app.AsAsync(who);
        Assert.Null((await web.PageAsync("/issuing")).QuerySelector("main form"));
    }

    [Fact]
    public async Task A_clerk_who_sends_the_form_anyway_is_refused()
    {
        await using var app = await TestApp.StartAsync();
        var district = await IssuingDistrict.InAsync(app);
        var batch = await district.IssueAsync();
        using var clerk = await app.AsAsync("clerk");
        var form = IssuingDistrict.Form(await clerk.PageAsync($"/issuing/{batch}"));
        form.SetAttribute("action", "/issuing");
        using var answer = await clerk.SubmitAsync(form, Choosing("云办发〔2026〕4号", district.Ownerless));
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        await using var db = app.Open();
        Assert.Single(db.Issues);
    }

    private static Dictionary<string, string?> Choosing(string number, Commitment row) => new()
    {
        ["DocumentNumber"] = number,
        ["All"] = "false",
        ["RowIds"] = row.Id.ToString(System.Globalization.CultureInfo.InvariantCulture),
    };
}
