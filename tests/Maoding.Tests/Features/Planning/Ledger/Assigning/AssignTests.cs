using System.Net;
using AngleSharp.Html.Dom;
using Maoding.Domain.Access;
using Maoding.Domain.Ledger;
using Maoding.Domain.Organization;
using Maoding.Domain.Planning;
using Maoding.Features.Planning.Ledger.Assigning;
using Maoding.Shared.Addresses;
using Maoding.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using WebClient = Maoding.Tests.Hosting.WebClient;

namespace Maoding.Tests.Features.Planning.Ledger.Assigning;

/// <summary>Who answers, by when and by what plan: one row, many rows, suggestions, conflicts.</summary>
public sealed class AssignTests
{
    [Theory]
    [InlineData("clerk")]
    [InlineData("leader")]
    [InlineData("inspector")]
    [InlineData("admin")]
    public async Task Only_the_coordinator_assigns(string role)
    {
        await using var app = await TestApp.StartAsync();
        var row = await RowAsync(app, await SmallDistrict.InAsync(app));
        using var web = await app.AsAsync(role);
        foreach (var path in (string[])["/ledger/assigning", "/ledger/assigning/export",
            "/ledger/assigning/import", AssignLinks.Edit(row.Id), AssignLinks.Leaves(row.Id), "/consulting/start"])
        {
            using var answer = await web.GetAsync(path);
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        }
    }

    [Fact]
    public async Task The_grid_suggests_by_functions_and_division_of_work_and_takes_the_suggestion_in_one_press()
    {
        await using var app = await TestApp.StartAsync();
        var district = await SmallDistrict.InAsync(app);
        var row = await RowAsync(app, district, c => (c.LeadUnitId, c.LeaderPostId, c.Functions) = (null, null, "住房城乡建设、财政"));
        using var web = await app.AsAsync("coordinator");
        var page = await web.PageAsync("/ledger/assigning?lacks=unit");
        var cells = page.QuerySelector($"#r{row.Id}")!.TextContent;
        Assert.Contains("区住建局 建议", Spaced(cells), StringComparison.Ordinal);
        Assert.Contains("王立军 建议", Spaced(cells), StringComparison.Ordinal);
        using var answer = await PostRowsAsync(web, page, "Suggest", [], ("one", $"{row.Id}-{row.Version}"));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var after = await ReadAsync(app, row.Id);
        Assert.Equal((district.Housing.Id, district.Leader.Id), (after.LeadUnitId!.Value, after.LeaderPostId!.Value));
        Assert.Equal([district.Finance.Id], after.CoUnits.Select(u => u.UnitId));
    }

    [Fact]
    public async Task One_row_is_edited_in_its_place_and_a_misspelt_unit_is_told_with_the_right_name()
    {
        await using var app = await TestApp.StartAsync();
        var district = await SmallDistrict.InAsync(app);
        var row = await RowAsync(app, district);
        using var web = await app.AsAsync("coordinator");
        var page = await web.PageAsync($"/ledger/assigning?edit={row.Id}");
        var form = Form(page, "#inline");
        using var wrong = await web.SubmitAsync(form, new Dictionary<string, string?> { ["Inline.Co"] = "区教体局" });
        var refused = await WebClient.ParseAsync(wrong, HttpStatusCode.BadRequest);
        Assert.Contains("没有这个单位“区教体局”，是不是“区教育局”？", refused.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("区教体局", ((IHtmlTextAreaElement)refused.QuerySelector("#Inline_Co")!).Value);
        using var right = await web.SubmitAsync(
            form, new Dictionary<string, string?> { ["Inline.Co"] = "区教育局、区财政局", ["Inline.Due"] = "6月底", ["Inline.Shape"] = "前低后高" });
        Assert.Equal(HttpStatusCode.Redirect, right.StatusCode);
        var after = await ReadAsync(app, row.Id);
        Assert.Equal([district.Education.Id, district.Finance.Id], after.CoUnits.OrderBy(u => u.Order).Select(u => u.UnitId));
        Assert.Equal((new DateOnly(2026, 6, 30), PlanShape.BackLoaded, 202606), (after.Due!.Value, after.PlanShape, after.DueMonth));
        Assert.Equal("28,111,250,444,694,1000,1000,1000,1000,1000,1000,1000", after.MonthlyPlan);
    }

    [Fact]
    public async Task Many_rows_change_together_or_not_at_all()
    {
        await using var app = await TestApp.StartAsync();
        var district = await SmallDistrict.InAsync(app);
        var first = await RowAsync(app, district);
        var second = await RowAsync(app, district, c => (c.DueKind, c.Due, c.DueMonth) = (DueKind.None, null, 0));
        using var web = await app.AsAsync("coordinator");
        var page = await web.PageAsync("/ledger/assigning");
        using var refused = await PostRowsAsync(web, page, "Bulk", [first, second], ("Bulk.Lead", $"{district.Finance.Id}"), ("Bulk.Shape", "均衡"));
        var told = await WebClient.ParseAsync(refused, HttpStatusCode.BadRequest);
        Assert.Contains("请先定完成时限", told.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(district.Housing.Id, (await ReadAsync(app, first.Id)).LeadUnitId);
        using var done = await PostRowsAsync(web, page, "Bulk", [first, second], ("Bulk.Lead", $"{district.Finance.Id}"),
            ("Bulk.Due", "全年持续"), ("Bulk.Shape", "均衡"), ("Bulk.Rhythm", "Quarter"));
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        foreach (var id in (int[])[first.Id, second.Id])
        {
            var after = await ReadAsync(app, id);
            Assert.Equal((district.Finance.Id, DueKind.AllYear, new DateOnly(2026, 12, 31)), (after.LeadUnitId!.Value, after.DueKind, after.Due!.Value));
            Assert.StartsWith("83,167,250,", after.MonthlyPlan, StringComparison.Ordinal);
            Assert.Equal(Domain.Progress.Rhythm.Quarter, after.Rhythm);
        }
    }

    [Fact]
    public async Task Fill_down_copies_from_the_first_ticked_row_in_the_order_of_the_ledger()
    {
        await using var app = await TestApp.StartAsync();
        var district = await SmallDistrict.InAsync(app);
        var first = await RowAsync(app, district, c => (c.LeaderPostId, c.SecondLeaderPostId) = (district.OtherLeader.Id, district.Leader.Id));
        var second = await RowAsync(app, district);
        var untouched = await RowAsync(app, district);
        using var web = await app.AsAsync("coordinator");
        var page = await web.PageAsync("/ledger/assigning");
        using var done = await PostRowsAsync(web, page, "Fill", [second, first], ("field", "Leaders"));
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        var after = await ReadAsync(app, second.Id);
        Assert.Equal((district.OtherLeader.Id, district.Leader.Id), (after.LeaderPostId!.Value, after.SecondLeaderPostId!.Value));
        Assert.Equal(district.Leader.Id, (await ReadAsync(app, untouched.Id)).LeaderPostId);
        Assert.Equal(1, (await ReadAsync(app, untouched.Id)).Version);
    }

    [Fact]
    public async Task A_row_changed_meanwhile_shows_both_values_field_by_field_and_keeps_what_is_chosen()
    {
        await using var app = await TestApp.StartAsync();
        var district = await SmallDistrict.InAsync(app);
        var row = await RowAsync(app, district);
        using var web = await app.AsAsync("coordinator");
        var mine = await web.PageAsync(AssignLinks.Edit(row.Id));
        await ChangeAsync(app, row.Id, v => v with { Title = "对方改的题目", LeadUnitId = district.Finance.Id });
        using var conflict = await web.SubmitAsync(
            Form(mine, "main form"), new Dictionary<string, string?> { ["Form.Title"] = "我改的题目", ["Form.LeadUnitId"] = $"{district.Education.Id}" });
        var shown = await WebClient.ParseAsync(conflict, HttpStatusCode.Conflict);
        var words = shown.QuerySelector(".conflict")!.TextContent;
        Assert.All((string[])["对方改的题目", "我改的题目", "区财政局", "区教育局"], w => Assert.Contains(w, words, StringComparison.Ordinal));
        Assert.Equal("对方改的题目", (await ReadAsync(app, row.Id)).Title);
        using var saved = await web.SubmitAsync(Form(shown, "main form"), new Dictionary<string, string?> { ["Form.Pick[LeadUnitId]"] = "theirs" });
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        var after = await ReadAsync(app, row.Id);
        Assert.Equal(("我改的题目", district.Finance.Id), (after.Title, after.LeadUnitId!.Value));
    }

    [Fact]
    public async Task What_somebody_else_decided_stays_unless_it_was_touched_here_too()
    {
        await using var app = await TestApp.StartAsync();
        var district = await SmallDistrict.InAsync(app);
        var row = await RowAsync(app, district, c => (c.LeaderPostId, c.Functions) = (null, "住房城乡建设"));
        using var web = await app.AsAsync("coordinator");
        var mine = await web.PageAsync(AssignLinks.Edit(row.Id));
        await ChangeAsync(app, row.Id, v => v with { LeaderPostId = district.OtherLeader.Id });
        using var conflict = await web.SubmitAsync(Form(mine, "main form"), new Dictionary<string, string?> { ["Form.Due"] = "9月底" });
        var shown = await WebClient.ParseAsync(conflict, HttpStatusCode.Conflict);
        Assert.Contains("刚改过这一项", shown.Body!.TextContent, StringComparison.Ordinal);
        using var saved = await web.SubmitAsync(Form(shown, "main form"), new Dictionary<string, string?>());
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        var after = await ReadAsync(app, row.Id);
        Assert.Equal((district.OtherLeader.Id, new DateOnly(2026, 9, 30)), (after.LeaderPostId!.Value, after.Due!.Value));
    }

    [Fact]
    public async Task Work_of_all_streets_is_suggested_to_none_of_them_but_to_be_divided()
    {
        await using var app = await TestApp.StartAsync();
        var district = await SmallDistrict.InAsync(app);
        await using (var db = app.Open())
        {
            foreach (var name in (string[])["东风", "西山"])
                db.Units.Add(new Unit { Order = 9, Kind = UnitKind.Street, Name = $"云泽区{name}街道办事处", ShortName = $"{name}街道", Functions = "街道乡镇" });
            await TestApp.SaveAsync(db);
        }

        var row = await RowAsync(app, district, c => (c.LeadUnitId, c.LeaderPostId, c.Functions) = (null, null, "街道乡镇、住房城乡建设"));
        using var web = await app.AsAsync("coordinator");
        var line = (await web.PageAsync("/ledger/assigning?lacks=unit")).QuerySelector($"#r{row.Id}")!;
        Assert.Contains("各街道 分解到各单位", Spaced(line.TextContent), StringComparison.Ordinal);
        Assert.DoesNotContain("东风街道", line.TextContent, StringComparison.Ordinal);
        Assert.Contains(line.QuerySelectorAll("a"), a => a.GetAttribute("href") == AssignLinks.Leaves(row.Id));
    }

    [Fact]
    public async Task The_same_form_sent_twice_changes_the_row_once()
    {
        await using var app = await TestApp.StartAsync();
        var district = await SmallDistrict.InAsync(app);
        var row = await RowAsync(app, district);
        using var web = await app.AsAsync("coordinator");
        var form = Form(await web.PageAsync($"/ledger/assigning?edit={row.Id}"), "#inline");
        var change = new Dictionary<string, string?> { ["Inline.Due"] = "9月底" };
        using var first = await web.SubmitAsync(form, change);
        using var second = await web.SubmitAsync(form, change);
        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, second.StatusCode);
        Assert.Equal(2, (await ReadAsync(app, row.Id)).Version);
    }

    [Fact]
    public async Task A_row_in_force_is_not_assigned()
    {
        await using var app = await TestApp.StartAsync();
        var district = await SmallDistrict.InAsync(app);
        var row = await RowAsync(app, district);
        using var web = await app.AsAsync("coordinator");
        var form = Form(await web.PageAsync(AssignLinks.Edit(row.Id)), "main form");
        await using (var db = app.Open())
        {
            db.Commitments.Single(c => c.Id == row.Id).State = CommitmentState.Issued;
            await TestApp.SaveAsync(db);
        }

        Assert.Null((await web.PageAsync(AssignLinks.Edit(row.Id))).QuerySelector("main form"));
        using var answer = await web.SubmitAsync(form, new Dictionary<string, string?> { ["Form.Title"] = "改掉" });
        var page = await WebClient.ParseAsync(answer, HttpStatusCode.Conflict);
        Assert.Contains("要改请走“调整”", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_hold_fifty_rows_and_follow_each_other_without_gap()
    {
        await using var app = await TestApp.StartAsync();
        var district = await SmallDistrict.InAsync(app);
        await using (var db = app.Open())
        {
            for (var i = 1; i <= 120; i++) db.Commitments.Add(district.Row($"{i}", $"任务{i}", CommitmentState.Draft, district.Housing));
            await TestApp.SaveAsync(db);
        }

        using var web = await app.AsAsync("coordinator");
        var titles = new List<string>();
        for (string? next = "/ledger/assigning?unit=" + district.Housing.Id; next is not null;)
        {
            var page = await web.PageAsync(next);
            var rows = page.QuerySelectorAll("tbody tr .name a").Select(a => a.TextContent).ToList();
            Assert.InRange(rows.Count, 1, 50);
            titles.AddRange(rows);
            next = page.QuerySelector("[rel=next]")?.GetAttribute("href");
        }

        Assert.Equal(Enumerable.Range(1, 120).Select(i => $"任务{i}"), titles);
    }

    internal static async Task<Commitment> RowAsync(TestApp app, SmallDistrict district, Action<Commitment>? adjust = null)
    {
        await using var db = app.Open();
        var order = 1 + await db.Commitments.CountAsync();
        var row = district.Row($"{order}", "老旧小区改造12个", CommitmentState.Draft, district.Housing);
        row.Number = "";
        adjust?.Invoke(row);
        db.Commitments.Add(row);
        await TestApp.SaveAsync(db);
        return row;
    }

    internal static async Task<Commitment> ReadAsync(TestApp app, int id)
    {
        await using var db = app.Open();
        return await db.Commitments.AsNoTracking().Include(c => c.CoUnits).Include(c => c.Quantities)
            .Include(c => c.Milestones).Include(c => c.Themes).SingleAsync(c => c.Id == id);
    }

    /// <summary>Somebody else changes a row.</summary>
    internal static async Task ChangeAsync(TestApp app, int id, Func<RowValues, RowValues> change)
    {
        var row = await ReadAsync(app, id);
        await using var scope = app.Scope();
        var other = new Actor(1, null, "另一位统筹", false, [new HeldPost(1, PostKind.Coordinator, null, "统筹")]);
        await scope.ServiceProvider.GetRequiredService<AssignService>().SetAsync(other, id, row.Version, change(RowValues.Of(row)));
    }

    internal static IHtmlFormElement Form(IHtmlDocument page, string selector) => (IHtmlFormElement)page.QuerySelector(selector)!;

    private static Task<HttpResponseMessage> PostRowsAsync(
        WebClient web, IHtmlDocument page, string handler, Commitment[] rows, params (string Name, string Value)[] fields)
    {
        var token = ((IHtmlInputElement)page.QuerySelector("#bulk input[name=__RequestVerificationToken]")!).Value;
        var content = new FormUrlEncodedContent([
            .. rows.Select(r => KeyValuePair.Create("Rows", $"{r.Id}-{r.Version}")),
            .. fields.Select(f => KeyValuePair.Create(f.Name, f.Value)),
            KeyValuePair.Create("__RequestVerificationToken", token)]);
        return web.Http.PostAsync(new Uri($"/ledger/assigning?handler={handler}", UriKind.Relative), content);
    }

    private static string Spaced(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
