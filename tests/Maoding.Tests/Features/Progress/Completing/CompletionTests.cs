using System.Net;
using Maoding.Domain.Ledger;
using Maoding.Domain.Settling;
using Maoding.Tests.WholeWay;
using Maoding.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Xunit;
using WebClient = Maoding.Tests.Hosting.WebClient;

namespace Maoding.Tests.Features.Progress.Completing;

public sealed class CompletionTests
{
    private static readonly DateOnly _june = new(2026, 6, 15);

    private static Dictionary<string, string?> Fields(params (string Name, string? Value)[] fields) => fields.ToDictionary(f => f.Name, f => f.Value);

    [Fact]
    public async Task A_row_is_applied_for_refused_applied_for_again_and_settled()
    {
        await using var app = await TestApp.StartAsync();
        var year = await YearDistrict.InAsync(app, _june);
        var row = await year.AddAsync("1", "新建公办幼儿园3所", CommitmentState.InProgress, year.District.Education);
        using var clerk = await app.AsAsync("clerk");
        using var coordinator = await app.AsAsync("coordinator");
        var address = $"/completing/{row.Id}";
        Assert.Contains("申请销号", (await clerk.PageAsync($"/ledger/{row.Id}")).QuerySelector("#completion")!.TextContent, StringComparison.Ordinal);
        await DoneAsync(clerk, address, "#apply form", ("Evidence", "三所幼儿园已于6月1日验收，见验收单。"));
        Assert.Equal(CommitmentState.CompletionApplied, year.Now(row).State);
        Assert.Contains("1 项待核验", (await coordinator.PageAsync("/today")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("新建公办幼儿园3所", (await coordinator.PageAsync("/completing")).QuerySelector("table")!.TextContent, StringComparison.Ordinal);

        var form = YearDistrict.Form(await coordinator.PageAsync(address), "#verify form");
        form.SetAttribute("action", $"{address}?handler=Refuse");
        using (var refused = await coordinator.SubmitAsync(form, Fields(("Finding", "第三所还没有验收"))))
            Assert.Equal(HttpStatusCode.Redirect, refused.StatusCode);
        Assert.Equal(CommitmentState.InProgress, year.Now(row).State);
        Assert.Contains("第三所还没有验收", (await clerk.PageAsync($"/ledger/{row.Id}")).QuerySelector("#completion")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("1 项核验未通过", (await clerk.PageAsync("/today")).Body!.TextContent, StringComparison.Ordinal);

        await DoneAsync(clerk, address, "#apply form", ("Evidence", "三所都已验收。"));
        Assert.DoesNotContain("核验未通过", (await clerk.PageAsync("/today")).Body!.TextContent, StringComparison.Ordinal);
        await DoneAsync(coordinator, address, "#verify form", ("Finding", "逐所看过，都已验收。"));
        Assert.Equal(CommitmentState.Done, year.Now(row).State);
        await using var db = app.Open();
        Assert.Equal([CompletionState.Refused, CompletionState.Verified], await db.Completions.OrderBy(c => c.Id)
            .Select(c => c.State).ToListAsync(TestContext.Current.CancellationToken));
        Assert.Contains(db.AuditEntries, e => e.Action == "核验通过并销号");
    }

    [Fact]
    public async Task A_second_unit_verifies_what_it_was_asked_to_and_the_coordinator_settles()
    {
        await using var app = await TestApp.StartAsync();
        var year = await YearDistrict.InAsync(app, _june);
        var row = await year.AddAsync("1", "新建公办幼儿园3所", CommitmentState.InProgress, year.District.Education);
        using var clerk = await app.AsAsync("clerk");
        using var housing = await app.AsAsync("clerk2");
        using var coordinator = await app.AsAsync("coordinator");
        var address = $"/completing/{row.Id}";
        await DoneAsync(clerk, address, "#apply form", ("Evidence", "三所都已验收。"));
        Assert.Null((await clerk.PageAsync(address)).QuerySelector("#verify"));
        Assert.Null((await housing.PageAsync(address)).QuerySelector("#verify"));
        await ForgedAsync(housing, coordinator, address);
        await DoneAsync(coordinator, address, "#ask form", ("UnitId", YearDistrict.Text(year.District.Housing.Id)));
        Assert.Contains("1 项待核验", (await housing.PageAsync("/today")).Body!.TextContent, StringComparison.Ordinal);
        await DoneAsync(housing, address, "#verify form", ("Finding", "竣工验收备案齐全。"));
        Assert.Equal(CommitmentState.Verified, year.Now(row).State);
        Assert.Contains("1 项核验通过，待销号", (await coordinator.PageAsync("/today")).Body!.TextContent, StringComparison.Ordinal);
        await DoneAsync(coordinator, address, "#settle form");
        Assert.Equal(CommitmentState.Done, year.Now(row).State);
    }

    [Fact]
    public async Task A_parent_follows_its_leaves_and_a_row_taken_up_again_says_why()
    {
        await using var app = await TestApp.StartAsync();
        var year = await YearDistrict.InAsync(app, _june);
        var parent = await year.AddAsync("1", "新建公办幼儿园3所", CommitmentState.Issued, year.District.Education, r => r.IsLeaf = false);
        var first = await year.AddAsync("1.1", "新建城东幼儿园", CommitmentState.Verified, year.District.Education, r => r.ParentId = parent.Id);
        var second = await year.AddAsync("1.2", "新建城西幼儿园", CommitmentState.Verified, year.District.Education, r => r.ParentId = parent.Id);
        using var coordinator = await app.AsAsync("coordinator");
        await DoneAsync(coordinator, $"/completing/{first.Id}", "#settle form");
        Assert.Equal(CommitmentState.Issued, year.Now(parent).State);
        await DoneAsync(coordinator, $"/completing/{second.Id}", "#settle form");
        Assert.Equal(CommitmentState.Done, year.Now(parent).State);
        await DoneAsync(coordinator, $"/completing/{first.Id}", "#resume form", ("Reason", "复核发现没有投用"), ("Decision", "6月15日督查室实地复核"));
        Assert.Equal((CommitmentState.InProgress, CommitmentState.InProgress, CommitmentState.Done),
            (year.Now(parent).State, year.Now(first).State, year.Now(second).State));
        Assert.Contains("复核发现没有投用", (await coordinator.PageAsync($"/ledger/{first.Id}")).QuerySelector("#amendments")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-11-30", HttpStatusCode.Conflict)]
    [InlineData("2026-12-01", HttpStatusCode.Redirect)]
    public async Task A_row_that_goes_on_all_year_is_settled_from_December_on(string today, HttpStatusCode expected)
    {
        await using var app = await TestApp.StartAsync();
        var year = await YearDistrict.InAsync(app, DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture));
        var row = await year.AddAsync("1", "常态开展环境整治", CommitmentState.CompletionApplied, year.District.Education, r => r.DueKind = DueKind.AllYear);
        await using (var db = app.Open())
        {
            db.Add(new Completion { CommitmentId = row.Id, Evidence = "全年整治12次", AppliedOn = new DateOnly(2026, 11, 20) });
            await TestApp.SaveAsync(db);
        }

        using var coordinator = await app.AsAsync("coordinator");
        var form = YearDistrict.Form(await coordinator.PageAsync($"/completing/{row.Id}"), "#verify form");
        using var answer = await coordinator.SubmitAsync(form, Fields(("Finding", "看过台账")));
        Assert.Equal(expected, answer.StatusCode);
        if (expected == HttpStatusCode.Conflict)
            Assert.Contains("CPL002", (await WebClient.ParseAsync(answer, expected)).QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_changed_in_between_is_not_decided_and_nothing_is_done_twice()
    {
        await using var app = await TestApp.StartAsync();
        var year = await YearDistrict.InAsync(app, _june);
        var row = await year.AddAsync("1", "新建公办幼儿园3所", CommitmentState.InProgress, year.District.Education);
        using var clerk = await app.AsAsync("clerk");
        using var head = await app.AsAsync("head");
        var form = YearDistrict.Form(await clerk.PageAsync($"/completing/{row.Id}"), "#apply form");
        var other = YearDistrict.Form(await head.PageAsync($"/completing/{row.Id}"), "#apply form");
        foreach (var _ in (int[])[1, 2])
        {
            using var sent = await clerk.SubmitAsync(form, Fields(("Evidence", "三所都已验收。")));
            Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        }

        using var late = await head.SubmitAsync(other, Fields(("Evidence", "都验收了。")));
        Assert.Contains("SYS001", (await WebClient.ParseAsync(late, HttpStatusCode.Conflict)).QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);
        await using var db = app.Open();
        Assert.Single(db.Completions);
    }

    private static async Task DoneAsync(WebClient web, string address, string form, params (string Name, string? Value)[] fields)
    {
        using var answer = await web.SubmitAsync(YearDistrict.Form(await web.PageAsync(address), form), Fields(fields));
        if (answer.StatusCode != HttpStatusCode.Redirect)
            Assert.Fail((await WebClient.ParseAsync(answer, answer.StatusCode)).QuerySelector("main")!.TextContent);
    }

    /// <summary>A form that the page did not offer is refused all the same.</summary>
    private static async Task ForgedAsync(WebClient web, WebClient coordinator, string address)
    {
        var token = (await web.PageAsync(address)).QuerySelector("input[name=__RequestVerificationToken]")?.GetAttribute("value");
        var form = YearDistrict.Form(await coordinator.PageAsync(address), "#verify form");
        using var answer = await web.SubmitAsync(form, Fields(("Finding", "看过"), ("__RequestVerificationToken", token)));
        Assert.True(answer.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.BadRequest, $"answered {answer.StatusCode}");
    }
}
