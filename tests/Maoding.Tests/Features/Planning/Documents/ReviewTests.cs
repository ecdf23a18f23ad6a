using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Maoding.Domain.Ledger;
using Maoding.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Xunit;
using WebClient = Maoding.Tests.Hosting.WebClient;

namespace Maoding.Tests.Features.Planning.Documents;

/// <summary>The review by plain forms, as without scripts.</summary>
public sealed partial class ReviewTests
{
    private const string Words =
        "在区委六届五次全会上的讲话\n（2025年12月28日）\n同志们：\n一、重点任务\n要抓好老旧小区改造，全年改造老旧小区12个，加装电梯60部。要办好人民满意的教育，新建公办幼儿园3所，年底前投用。\n二、加强财政管理\n要推进零基预算改革，6月底前清理整合专项资金20项。\n";

    [Fact]
    public async Task A_row_is_accepted_and_the_next_waiting_one_is_shown_and_the_step_can_be_taken_back()
    {
        await using var app = await TestApp.StartAsync();
        var (web, id, rows) = await StartAsync(app);
        using var _ = web;
        var page = await web.PageAsync($"/documents/{id}/review?row={rows[0].Id}");
        using var answer = await web.SubmitAsync(ImportedSpeech.Form(page, "accept"), Nothing);
        ImportedSpeech.Redirected(answer);
        Assert.Contains($"row={rows[1].Id}", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal(CommitmentState.Draft, (await ImportedSpeech.RowAsync(app, rows[0].Id)).State);
        var next = await web.PageAsync(answer.Headers.Location.ToString());
        using var undone = await web.SubmitAsync(next.QuerySelector<IHtmlFormElement>("form.undo")!, Nothing);
        ImportedSpeech.Redirected(undone);
        Assert.Equal(CommitmentState.Proposed, (await ImportedSpeech.RowAsync(app, rows[0].Id)).State);
    }

    [Fact]
    public async Task Dropping_asks_for_a_reason_and_shows_the_words_in_grey()
    {
        await using var app = await TestApp.StartAsync();
        var (web, id, rows) = await StartAsync(app);
        using var _ = web;
        var page = await web.PageAsync($"/documents/{id}/review?row={rows[0].Id}&panel=drop");
        using var bare = await web.SubmitAsync(ImportedSpeech.Form(page, "drop"), Nothing);
        Assert.Contains("REV002", (await WebClient.ParseAsync(bare, HttpStatusCode.BadRequest))
            .QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);
        using var answer = await web.SubmitAsync(ImportedSpeech.Form(page, "drop"), Changes(("Reason", "属于一般要求")));
        ImportedSpeech.Redirected(answer);
        var after = await web.PageAsync($"/documents/{id}/review?row={rows[0].Id}&show=out");
        Assert.Single(after.QuerySelectorAll("#rows tr[data-row]"));
        Assert.Contains("属于一般要求", after.QuerySelector("#card")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("quote-mark-dropped", after.QuerySelector($"#q{rows[0].Id}")!.ClassName!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Merging_moves_the_quotes_and_undoing_it_takes_them_back()
    {
        await using var app = await TestApp.StartAsync();
        var (web, id, rows) = await StartAsync(app);
        using var _ = web;
        var (row, into) = (rows[0], rows[^1]);
        var page = await web.PageAsync($"/documents/{id}/review?row={row.Id}&panel=merge&q={Uri.EscapeDataString(into.Title[..4])}");
        Assert.NotNull(page.QuerySelector($"input[name=Into][value='{into.Id}']"));
        using var merged = await web.SubmitAsync(ImportedSpeech.Form(page, "merge"), Changes(("Into", Key(into.Id)), ("Settle[Time]", "false")));
        ImportedSpeech.Redirected(merged);
        Assert.Equal(2, (await ImportedSpeech.RowAsync(app, into.Id)).Quotes.Count);
        Assert.Equal(CommitmentState.Merged, (await ImportedSpeech.RowAsync(app, row.Id)).State);
        var after = await web.PageAsync($"/documents/{id}/review?row={row.Id}");
        using var undone = await web.SubmitAsync(ImportedSpeech.Form(after, "restore"), Nothing);
        ImportedSpeech.Redirected(undone);
        Assert.Single((await ImportedSpeech.RowAsync(app, into.Id)).Quotes);
        Assert.Equal(CommitmentState.Proposed, (await ImportedSpeech.RowAsync(app, row.Id)).State);
    }

    [Fact]
    public async Task A_split_makes_rows_that_keep_the_quote_and_may_have_their_own_lead()
    {
        await using var app = await TestApp.StartAsync();
        var (web, id, rows) = await StartAsync(app);
        using var _ = web;
        var page = await web.PageAsync($"/documents/{id}/review?row={rows[0].Id}&panel=split");
        using var bad = await web.SubmitAsync(ImportedSpeech.Form(page, "split"), Changes(("Parts", "改造老旧小区12个｜不存在的局\n加装电梯60部")));
        Assert.Contains("REV018", (await WebClient.ParseAsync(bad, HttpStatusCode.BadRequest)).QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);
        using var answer = await web.SubmitAsync(ImportedSpeech.Form(page, "split"), Changes(("Parts", "改造老旧小区12个\n加装电梯60部｜区财政局")));
        ImportedSpeech.Redirected(answer);
        await using var db = app.Open();
        var now = await ImportedSpeech.RowsAsync(db, id);
        Assert.Equal(rows.Count + 1, now.Count);
        var parts = now.Where(r => r.Quotes[0].Start == rows[0].Quotes[0].Start && r.Kind == rows[0].Kind).ToList();
        Assert.Contains(parts, p => p.Title == "加装电梯60部" && p.LeadUnitId == db.Units.Single(u => u.ShortName == "区财政局").Id);
        Assert.All(parts, p => Assert.Equal(rows[0].Quotes[0].Text, p.Quotes[0].Text));
    }

    [Fact]
    public async Task The_whole_section_is_accepted_at_once()
    {
        await using var app = await TestApp.StartAsync();
        var (web, id, rows) = await StartAsync(app);
        using var _ = web;
        var section = rows.GroupBy(r => r.SectionId).First(g => g.Count() > 1).ToList();
        var page = await web.PageAsync($"/documents/{id}/review?row={section[0].Id}");
        var form = page.Forms.First(f => f.GetAttribute("action")!.Contains("handler=section", StringComparison.Ordinal));
        using var answer = await web.SubmitAsync((IHtmlFormElement)form, Nothing);
        ImportedSpeech.Redirected(answer);
        await using var db = app.Open();
        var now = await ImportedSpeech.RowsAsync(db, id);
        Assert.All(now.Where(r => r.SectionId == section[0].SectionId), r => Assert.Equal(CommitmentState.Draft, r.State));
        Assert.Contains(now, r => r.State == CommitmentState.Proposed);
    }

    [Fact]
    public async Task Words_pasted_by_hand_are_found_in_the_text_and_their_place_is_asked_when_there_are_several()
    {
        await using var app = await TestApp.StartAsync();
        var (web, id, rows) = await StartAsync(app);
        using var _ = web;
        var page = await web.PageAsync($"/documents/{id}/review?panel=add");
        using var lost = await web.SubmitAsync(ImportedSpeech.Form(page, "add"), Changes(("Words", "这句话不在文中")), "AddKind=Work");
        Assert.Equal(HttpStatusCode.BadRequest, lost.StatusCode);
        using var many = await web.SubmitAsync(ImportedSpeech.Form(page, "add"), Changes(("Words", "老旧小区")), "AddKind=Work");
        var choose = await WebClient.ParseAsync(many, HttpStatusCode.BadRequest);
        var starts = choose.QuerySelectorAll<IHtmlInputElement>("input[name=Start][type=radio]").ToList();
        Assert.Equal(2, starts.Count);
        using var added = await web.SubmitAsync(ImportedSpeech.Form(choose, "add"), Changes(("Start", starts[1].Value)), "AddKind=Target");
        ImportedSpeech.Redirected(added);
        await using var db = app.Open();
        var row = Assert.Single(await ImportedSpeech.RowsAsync(db, id), r => rows.All(o => o.Id != r.Id));
        Assert.Equal((starts[1].Value, "老旧小区", CommitmentKind.Target), (Key(row.Quotes[0].Start), row.Quotes[0].Text, row.Kind));
    }

    [Fact]
    public async Task Autosaved_edits_of_one_sitting_are_one_entry_when_it_ends()
    {
        await using var app = await TestApp.StartAsync();
        var (web, id, rows) = await StartAsync(app);
        using var _ = web;
        var form = ImportedSpeech.Form(await web.PageAsync($"/documents/{id}/review?row={rows[0].Id}&panel=edit"), "edit");
        await PutAsync(web, form, rows[0].Version, "改造老旧小区");
        await PutAsync(web, form, rows[0].Version + 1, "改造老旧小区12个并加装电梯");
        await using var db = app.Open();
        Assert.Equal("改造老旧小区12个并加装电梯", (await ImportedSpeech.RowAsync(app, rows[0].Id)).Title);
        Assert.Equal(0, await EditsAsync(db, rows[0].Id));
        var page = await web.PageAsync($"/documents/{id}/review?row={rows[0].Id}");
        using var accepted = await web.SubmitAsync(ImportedSpeech.Form(page, "accept"), Nothing);
        ImportedSpeech.Redirected(accepted);
        Assert.Equal(1, await EditsAsync(db, rows[0].Id));
        var entries = await db.AuditEntries.Where(e => e.Subject == "Commitment" && e.SubjectId == rows[0].Id)
            .OrderBy(e => e.Sequence).Select(e => new { e.Action, e.Text }).ToListAsync();
        Assert.Equal(["导入文件", "修改任务", "采纳"], entries.Select(e => e.Action));
        Assert.Contains(rows[0].Title, entries[1].Text, StringComparison.Ordinal);
        Assert.DoesNotContain("State", entries[1].Text, StringComparison.Ordinal);
        Assert.False(await db.DraftEdits.AnyAsync());
    }

    [Fact]
    public async Task Two_people_on_one_row_choose_field_by_field()
    {
        await using var app = await TestApp.StartAsync();
        var (web, id, rows) = await StartAsync(app);
        using var _ = web;
        var address = $"/documents/{id}/review?row={rows[0].Id}&panel=edit";
        var (mine, theirs) = (ImportedSpeech.Form(await web.PageAsync(address), "edit"), ImportedSpeech.Form(await web.PageAsync(address), "edit"));
        using var first = await web.SubmitAsync(theirs, Changes(("Form.Measures", "对方写的举措"), ("Form.Title", "对方的标题")));
        ImportedSpeech.Redirected(first);
        using var second = await web.SubmitAsync(mine, Changes(("Form.Title", "我的标题")));
        var conflict = await WebClient.ParseAsync(second, HttpStatusCode.Conflict);
        Assert.Contains("我的标题", conflict.QuerySelector("#conflict")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("对方的标题", conflict.QuerySelector("#conflict")!.TextContent, StringComparison.Ordinal);
        Assert.True(conflict.QuerySelector<IHtmlInputElement>("input[name='Form.Pick[Measures]'][value=theirs]")!.IsChecked,
            "what I had not touched stays theirs");
        Assert.True(conflict.QuerySelector<IHtmlInputElement>("input[name='Form.Pick[Title]'][value=mine]")!.IsChecked);
        using var resolved = await web.SubmitAsync(ImportedSpeech.Form(conflict, "resolve"), Nothing);
        ImportedSpeech.Redirected(resolved);
        var row = await ImportedSpeech.RowAsync(app, rows[0].Id);
        Assert.Equal(("我的标题", "对方写的举措"), (row.Title, row.Measures));
    }

    [Fact]
    public async Task Lead_co_units_leader_and_time_are_changed_and_wrong_ones_refused_with_what_was_typed()
    {
        await using var app = await TestApp.StartAsync();
        var (web, id, rows) = await StartAsync(app);
        using var _ = web;
        await using var db = app.Open();
        var units = await db.Units.ToDictionaryAsync(u => u.ShortName, u => u.Id);
        var address = $"/documents/{id}/review?row={rows[0].Id}&panel=edit";
        var form = ImportedSpeech.Form(await web.PageAsync(address), "edit");
        using var wrong = await web.SubmitAsync(
            form, Changes(("Form.LeadUnitId", Key(units["区财政局"])), ("Form.CoUnitIds", Key(units["区财政局"])), ("Form.Title", "打到一半")));
        var again = await WebClient.ParseAsync(wrong, HttpStatusCode.BadRequest);
        Assert.Contains("LED013", again.QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("打到一半", again.QuerySelector<IHtmlTextAreaElement>("#Title")!.Value);
        using var saved = await web.SubmitAsync(form, Changes(
            ("Form.LeadUnitId", Key(units["区财政局"])), ("Form.CoUnitIds", Key(units["区教育局"])),
            ("Form.DueKind", "Date"), ("Form.Due", "2026-06-30"), ("Form.LeaderPostId", "")));
        ImportedSpeech.Redirected(saved);
        var form2 = ImportedSpeech.Form(await web.PageAsync(address), "edit");
        using var changed = await web.SubmitAsync(form2, Changes(("Form.CoUnitIds", Key(units["区住建局"]))));
        ImportedSpeech.Redirected(changed);
        var row = await ImportedSpeech.RowAsync(app, rows[0].Id);
        Assert.Equal((units["区财政局"], new DateOnly(2026, 6, 30), null), (row.LeadUnitId!.Value, row.Due!.Value, row.LeaderPostId));
        Assert.Equal([units["区住建局"]], row.CoUnits.Select(u => u.UnitId));
        Assert.Equal(2, await EditsAsync(db, rows[0].Id));
    }

    [Fact]
    public async Task A_step_on_an_old_version_is_refused_and_shows_the_newest()
    {
        await using var app = await TestApp.StartAsync();
        var (web, id, rows) = await StartAsync(app);
        using var _ = web;
        var page = await web.PageAsync($"/documents/{id}/review?row={rows[0].Id}");
        var edit = ImportedSpeech.Form(await web.PageAsync($"/documents/{id}/review?row={rows[0].Id}&panel=edit"), "edit");
        using var changed = await web.SubmitAsync(edit, Changes(("Form.Title", "改过的标题")));
        using var late = await web.SubmitAsync(ImportedSpeech.Form(page, "accept"), Nothing);
        var shown = await WebClient.ParseAsync(late, HttpStatusCode.Conflict);
        Assert.Contains("SYS001", shown.QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("改过的标题", shown.QuerySelector("#card")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Others_edits_are_told_with_who_made_them()
    {
        await using var app = await TestApp.StartAsync();
        var (web, id, rows) = await StartAsync(app);
        using var _ = web;
        var page = await web.PageAsync($"/documents/{id}/review");
        var since = page.QuerySelector("[data-since]")!.GetAttribute("data-since");
        using var none = await web.GetAsync($"/documents/{id}/changes?since={DateTime.UtcNow.Ticks}");
        Assert.Equal(HttpStatusCode.NoContent, none.StatusCode);
        await using (var db = app.Open())
        {
            var row = await db.Commitments.SingleAsync(c => c.Id == rows[1].Id);
            row.Title = "别人改的";
            await TestApp.SaveAsync(db);
        }

        var changes = await web.PageAsync($"/documents/{id}/changes?since={since}");
        Assert.Contains("别人改的", changes.QuerySelector($"#row-{rows[1].Id}")!.TextContent, StringComparison.Ordinal);
        Assert.InRange(long.Parse(changes.QuerySelector("[data-since]")!.GetAttribute("data-since")!, CultureInfo.InvariantCulture),
            0, DateTime.UtcNow.AddSeconds(-15).Ticks);
    }

    private static Dictionary<string, string?> Nothing => [];

    private static Dictionary<string, string?> Changes(params (string Name, string? Value)[] changes) => changes.ToDictionary(c => c.Name, c => c.Value);

    private static string Key(int id) => id.ToString(CultureInfo.InvariantCulture);

    private static Task<int> EditsAsync(Storage.MaodingContext db, int row) => db.AuditEntries.CountAsync(e => e.Action == "修改任务" && e.SubjectId == row);

    private static async Task PutAsync(WebClient web, IHtmlFormElement form, int version, string title)
    {
        var fields = form.Elements.OfType<IHtmlInputElement>().Where(i => i.Type == "hidden").ToDictionary(i => i.Name!, i => i.Value);
        (fields["Version"], fields["Form.Title"], fields["Form.DueKind"]) = (Key(version), title, "None");
        using var content = new FormUrlEncodedContent(fields);
        using var answer = await web.Http.PutAsync(new Uri(form.GetAttribute("data-autosave")!, UriKind.Relative), content);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        using var told = System.Text.Json.JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        Assert.StartsWith("已保存", told.RootElement.GetProperty("words").GetString(), StringComparison.Ordinal);
    }

    private static async Task<(WebClient Web, int Document, List<Commitment> Rows)> StartAsync(TestApp app)
    {
        await SmallDistrict.InAsync(app);
        var web = await app.AsAsync("coordinator");
        var id = await ImportedSpeech.ImportAsync(app, web, Words);
        await using var db = app.Open();
        var rows = await ImportedSpeech.RowsAsync(db, id);
        Assert.True(rows.Count >= 3, $"{rows.Count} rows");
        return (web, id, rows);
    }
}
