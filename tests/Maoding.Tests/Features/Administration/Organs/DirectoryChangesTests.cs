using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Maoding.Documents.Writing;
using Maoding.Domain.Ledger;
using Maoding.Domain.Problems;
using Maoding.Domain.Organization;
using Maoding.Tests.Features.Administration.OwnAccount;
using Maoding.Shared.Addresses;
using Maoding.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Xunit;
using WebClient = Maoding.Tests.Hosting.WebClient;

namespace Maoding.Tests.Features.Administration.Organs;

/// <summary>Mistakes in the directory that can be taken back, and changes that must not get lost or go too far.</summary>
public sealed class DirectoryChangesTests
{
    [Fact]
    public async Task A_term_with_a_mistyped_date_is_taken_back_and_the_predecessor_stays()
    {
        await using var app = await TestApp.StartAsync();
        var district = await SmallDistrict.InAsync(app);
        using var web = await app.AsAsync("coordinator");
        var path = $"/organs/post/{district.Leader.Id}";
        using var absurd = await SucceedAsync(web, path, "2062-03-02");
        var refused = await WebClient.ParseAsync(absurd, HttpStatusCode.BadRequest);
        Assert.Contains("请核对年份", refused.Errors(), StringComparison.Ordinal);
        Assert.Equal("高远", refused.QuerySelector<IHtmlInputElement>("#PersonName")!.Value);
        using var late = await SucceedAsync(web, path, "2026-12-02");
        Assert.Equal(path, late.Headers.Location?.ToString());
        var page = await web.PageAsync(path);
        Assert.Contains("未到任", page.QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
        using var blocked = await SucceedAsync(web, path, "2026-03-02");
        Assert.Contains("先撤销", (await WebClient.ParseAsync(blocked, HttpStatusCode.BadRequest)).Errors(), StringComparison.Ordinal);
        var button = page.Form("Revoke").QuerySelector("button")!.GetAttribute("value");
        using var revoked = await web.SubmitAsync(page.Form("Revoke"), People.NoChanges, $"tenureId={button}");
        Assert.Equal(path, revoked.Headers.Location?.ToString());
        await using (var db = app.Open()) Assert.Null((await db.Tenures.SingleAsync(t => t.PostId == district.Leader.Id)).To);
        using var right = await SucceedAsync(web, path, "2026-03-02");
        Assert.Equal(path, right.Headers.Location?.ToString());
    }

    [Fact]
    public async Task A_term_that_has_begun_is_not_taken_back()
    {
        await using var app = await TestApp.StartAsync();
        var district = await SmallDistrict.InAsync(app);
        await using var db = app.Open();
        var term = await db.Tenures.SingleAsync(t => t.PostId == district.Leader.Id);
        using var web = await app.AsAsync("coordinator");
        var form = (await web.PageAsync($"/organs/post/{district.Leader.Id}")).Form("Leave");
        form.SetAttribute("action", $"/organs/post/{district.Leader.Id}?handler=Revoke");
        using var answer = await web.SubmitAsync(form, new Dictionary<string, string?> { ["tenureId"] = $"{term.Id}" });
        Assert.Contains("DIR009", (await WebClient.ParseAsync(answer, HttpStatusCode.BadRequest)).Errors(), StringComparison.Ordinal);
        Assert.Equal(1, await db.Tenures.CountAsync(t => t.Id == term.Id));
    }

    [Fact]
    public async Task Of_two_who_change_a_division_the_later_is_told_and_keeps_what_was_typed()
    {
        await using var app = await TestApp.StartAsync();
        var district = await SmallDistrict.InAsync(app);
        using var web = await app.AsAsync("coordinator");
        var path = $"/organs/division/{district.Leader.Id}";
        var (mine, theirs) = (await web.PageAsync(path), await web.PageAsync(path));
        using var first = await web.SubmitAsync(theirs.Form(), new Dictionary<string, string?> { [$"u{district.Finance.Id}"] = "InCharge" });
        Assert.Equal("/organs/division", first.Headers.Location?.ToString());
        using var second = await web.SubmitAsync(
            mine.Form(), new Dictionary<string, string?> { [$"u{district.Housing.Id}"] = "Linked", ["From"] = "2026-03-05" });
        var told = await WebClient.ParseAsync(second, HttpStatusCode.Conflict);
        Assert.Contains("DIR022", told.Errors(), StringComparison.Ordinal);
        Assert.Equal("2026-03-05", told.QuerySelector<IHtmlInputElement>("#From")!.Value);
        Assert.Contains("现在是分管", told.QuerySelector($"label[for=u{district.Finance.Id}]")!.TextContent, StringComparison.Ordinal);
        await using var db = app.Open();
        Assert.Equal(1, await db.Divisions.CountAsync(d => d.UnitId == district.Finance.Id && d.To == null));
    }

    [Fact]
    public async Task What_another_leader_takes_over_later_is_not_removed()
    {
        await using var app = await TestApp.StartAsync();
        var district = await SmallDistrict.InAsync(app);
        await using (var db = app.Open())
        {
            db.Divisions.Add(new Division { PostId = district.OtherLeader.Id, UnitId = district.Finance.Id, From = new DateOnly(2026, 5, 1) });
            await TestApp.SaveAsync(db);
        }

        using var web = await app.AsAsync("coordinator");
        var page = await web.PageAsync($"/organs/division/{district.Leader.Id}");
        using var answer = await web.SubmitAsync(
            page.Form(), new Dictionary<string, string?> { [$"u{district.Finance.Id}"] = "InCharge", ["From"] = "2026-03-02" });
        Assert.Contains("DIR008", (await WebClient.ParseAsync(answer, HttpStatusCode.BadRequest)).Errors(), StringComparison.Ordinal);
        await using var after = app.Open();
        Assert.Equal(district.OtherLeader.Id, (await after.Divisions.SingleAsync(d => d.UnitId == district.Finance.Id)).PostId);
    }

    [Fact]
    public async Task A_leaders_post_with_open_rows_stays_by_form_and_by_sheet()
    {
        await using var app = await TestApp.StartAsync();
        var district = await SmallDistrict.InAsync(app);
        await using (var db = app.Open())
        {
            db.Commitments.Add(district.Row("1", "改造老旧小区", CommitmentState.Issued, district.Housing));
            await TestApp.SaveAsync(db);
        }

        using var web = await app.AsAsync("coordinator");
        var page = await web.PageAsync($"/organs/post/{district.Leader.Id}");
        var own = page.QuerySelectorAll<IHtmlFormElement>("main form").Single(f => f.QuerySelector("#IsClosed") is not null);
        using var answer = await web.SubmitAsync(own, new Dictionary<string, string?> { ["IsClosed"] = "true" });
        Assert.Contains("名下还有1项", (await WebClient.ParseAsync(answer, HttpStatusCode.BadRequest)).Errors(), StringComparison.Ordinal);
        using var sheet = await DirectoryTests.UploadAsync(web, DirectoryTests.Book(
            new TableSheet("岗位", [new("岗位", 20), new("类型", 10), new("所在单位", 10), new("状态", 8)], [["区委常委、常务副区长", "牵头领导", "", "停用"]])));
        Assert.Contains("名下还有1项", (await WebClient.ParseAsync(sheet, HttpStatusCode.BadRequest)).Errors(), StringComparison.Ordinal);
        using var empty = await web.SubmitAsync((await web.PageAsync($"/organs/post/{district.OtherLeader.Id}")).QuerySelectorAll<IHtmlFormElement>("main form")
            .Single(f => f.QuerySelector("#IsClosed") is not null), new Dictionary<string, string?> { ["IsClosed"] = "true" });
        Assert.Equal(HttpStatusCode.Redirect, empty.StatusCode);
    }

    [Fact]
    public async Task A_unit_with_open_rows_stays_and_a_post_with_open_problems_too()
    {
        await using var app = await TestApp.StartAsync();
        var district = await SmallDistrict.InAsync(app);
        await using (var db = app.Open())
        {
            db.Commitments.Add(district.Row("1", "改造老旧小区", CommitmentState.Issued, district.Housing));
            db.Problems.Add(new Problem
            {
                Number = 1,
                Title = "临时用电没有接通",
                State = ProblemState.Handling,
                UnitId = district.Finance.Id,
                LeaderPostId = district.OtherLeader.Id,
                RaisedOn = SmallDistrict.Today,
                RaisedById = 1,
            });
            await TestApp.SaveAsync(db);
        }

        using var web = await app.AsAsync("coordinator");
        Assert.Contains("名下还有1项未办结的任务", await ClosedAsync(web, $"/organs/unit/{district.Housing.Id}"), StringComparison.Ordinal);
        Assert.Contains("名下还有1个未销号的问题", await ClosedAsync(web, $"/organs/post/{district.OtherLeader.Id}"), StringComparison.Ordinal);
        using var sheet = await DirectoryTests.UploadAsync(web, DirectoryTests.Book(
            new TableSheet("单位", [new("单位名称", 20), new("简称", 10), new("状态", 8)], [[district.Housing.Name, district.Housing.ShortName, "停用"]])));
        Assert.Contains("名下还有1项未办结的任务", (await WebClient.ParseAsync(sheet, HttpStatusCode.BadRequest)).Errors(), StringComparison.Ordinal);
        // The administrator sees the numbers, and no way to lists that are not his.
        using var admin = await app.AsAsync("admin");
        var page = await admin.PageAsync($"/organs/unit/{district.Housing.Id}");
        Assert.Contains("1项未办结的任务", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(page.QuerySelectorAll("main a"), a => a.GetAttribute("href")!.StartsWith("/ledger", StringComparison.Ordinal));
    }

    private static async Task<string> ClosedAsync(WebClient web, string path)
    {
        var form = (await web.PageAsync(path)).QuerySelectorAll<IHtmlFormElement>("main form").Single(f => f.QuerySelector("[name=IsClosed]") is not null);
        using var answer = await web.SubmitAsync(form, new Dictionary<string, string?> { ["IsClosed"] = "true" });
        return (await WebClient.ParseAsync(answer, HttpStatusCode.BadRequest)).Errors();
    }

    [Fact]
    public async Task A_move_writes_the_two_that_change_places_and_an_insertion_one()
    {
        await using var app = await TestApp.StartAsync();
        var district = await SmallDistrict.InAsync(app);
        int Entries(string action)
        {
            using var db = app.Open();
            return db.AuditEntries.Count(e => e.Action == action);
        }

        await using (var db = app.Open())
        {
            var units = await db.Units.OrderBy(u => u.Order).ToListAsync();
            for (var i = 0; i < units.Count; i++) units[i].Order = (i + 1) * 10;
            units[1].IsClosed = true;
            await TestApp.SaveAsync(db);
        }

        using var web = await app.AsAsync("coordinator");
        var form = (await web.PageAsync("/organs")).QuerySelectorAll<IHtmlFormElement>("form[action$=Move]")
            .Single(f => f.QuerySelector($"input[value='{district.Finance.Id}']") is not null);
        using var moved = await web.SubmitAsync(form, People.NoChanges, "by=-1");
        Assert.Equal(2, Entries("调整单位次序"));
        using var added = await web.SubmitAsync(
            (await web.PageAsync("/organs/unit")).Form(), new Dictionary<string, string?> { ["Name"] = "云泽区水利局", ["ShortName"] = "区水利局", ["Place"] = "2" });
        Assert.Equal(HttpStatusCode.Redirect, added.StatusCode);
        Assert.Equal(1, Entries("新增单位"));
        var names = (await web.PageAsync("/organs")).QuerySelectorAll(".directory-list td.name a").Select(a => a.TextContent);
        Assert.Equal(["区财政局", "区水利局", "区教育局"], names);
    }

    [Fact]
    public async Task A_line_has_one_chief_whose_post_a_form_proposes_and_asks_for()
    {
        await using var app = await TestApp.StartAsync();
        await SmallDistrict.InAsync(app);
        using var web = await app.AsAsync("coordinator");
        async Task<(HttpStatusCode Status, string Text)> PostAsync(string address, Dictionary<string, string?> changes)
        {
            var page = await web.PageAsync(address);
            using var answer = await web.SubmitAsync((IHtmlFormElement)page.QuerySelector("main form:has(#Name)")!, changes);
            return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
        }

        // The name alone tells both.
        Assert.Equal(HttpStatusCode.Redirect, (await PostAsync(DirectoryLinks.NewPost, new() { ["Name"] = "区委副书记、代区长", ["Kind"] = "Leader" })).Status);
        await using var db = app.Open();
        var chief = await db.Posts.AsNoTracking().SingleAsync(p => p.Name == "区委副书记、代区长");
        Assert.Equal((OrganLine.Government, true), (chief.Line, chief.IsChief));
        // A second one is refused with the name of the first.
        var second = await PostAsync(DirectoryLinks.NewPost, new() { ["Name"] = "管委会主任", ["Kind"] = "Leader", ["Line"] = "Government", ["IsChief"] = "true" });
        Assert.Equal(HttpStatusCode.BadRequest, second.Status);
        Assert.Contains("区委副书记、代区长", System.Net.WebUtility.HtmlDecode(second.Text), StringComparison.Ordinal);
        var other = await PostAsync(DirectoryLinks.NewPost, new() { ["Name"] = "总工", ["Kind"] = "Leader", ["Line"] = "Other", ["IsChief"] = "true" });
        Assert.Equal(HttpStatusCode.BadRequest, other.Status);
        Assert.Equal(HttpStatusCode.Redirect, (await PostAsync(DirectoryLinks.Post(chief.Id), new() { ["IsChief"] = null })).Status);
        Assert.False(await db.Posts.Where(p => p.Id == chief.Id).Select(p => p.IsChief).SingleAsync());
        // Posts of a unit follow its line.
        var unit = await db.Units.Where(u => u.ShortName == "区教育局").Select(u => u.Id).SingleAsync();
        Assert.Equal(HttpStatusCode.Redirect, (await PostAsync(DirectoryLinks.Unit(unit), new() { ["Line"] = "Party" })).Status);
        Assert.Equal([OrganLine.Party], await db.Posts.Where(p => p.UnitId == unit).Select(p => p.Line).Distinct().ToListAsync());
    }

    [Fact]
    public async Task Values_too_long_or_used_twice_are_errors_of_their_cells()
    {
        await using var app = await TestApp.StartAsync();
        await SmallDistrict.InAsync(app);
        using var web = await app.AsAsync("coordinator");
        using var answer = await DirectoryTests.UploadAsync(web, DirectoryTests.Book(
            new TableSheet("单位", [new("单位名称", 20), new("简称", 10), new("电话", 10)], [["云泽区水利局", "区教育局", ""], ["云泽区商务局", "区商务局", new string('1', 60)]]),
            new TableSheet("人员任职", [new("姓名", 20), new("电话", 10), new("岗位", 10), new("任职日期", 10)],
                [["钱多", new string('1', 60), "", ""], ["孙小", "", "区教育局局长", "2062-01-01"]])));
        var words = (await WebClient.ParseAsync(answer, HttpStatusCode.BadRequest)).Errors();
        Assert.Contains("单位!B2：简称“区教育局”已用于云泽区教育局", words, StringComparison.Ordinal);
        Assert.Contains("单位!C3：电话太长", words, StringComparison.Ordinal);
        Assert.Contains("人员任职!B2：电话太长", words, StringComparison.Ordinal);
        Assert.Contains("人员任职!D3：日期2062-01-01离今天太远", words, StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> SucceedAsync(WebClient web, string path, string from)
    {
        var page = await web.PageAsync(path);
        return await web.SubmitAsync(page.Form("Succeed"), new Dictionary<string, string?> { ["PersonId"] = "", ["PersonName"] = "高远", ["From"] = from });
    }
}
