using System.Net;
using AngleSharp.Html.Dom;
using Maoding.Domain.Ledger;
using Maoding.Shared.Addresses;
using Maoding.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Xunit;
using WebClient = Maoding.Tests.Hosting.WebClient;

namespace Maoding.Tests.Features.Planning.Documents;

/// <summary>A document's title and date corrected, its place changed, its import taken back; another edition recognised.</summary>
public sealed class FilingTests
{
    private const string Speech =
        "在区委六届五次全会上的讲话\n（2025年12月28日）\n同志们：\n一、重点任务\n要抓好老旧小区改造，全年改造老旧小区12个，加装电梯60部。要办好人民满意的教育，新建公办幼儿园3所，年底前投用。\n二、加强财政管理\n要推进零基预算改革，6月底前清理整合专项资金20项。\n";

    private const string List = "2026年民生实事清单\n一、实事项目\n要新建公办幼儿园3所，年底前投用。\n要组织免费婚检8000对，全年建设口袋公园14处。\n";

    private static readonly Dictionary<string, string?> NoChange = [];

    [Fact]
    public async Task An_import_by_mistake_is_taken_back_and_can_be_made_again()
    {
        await using var app = await TestApp.StartAsync();
        await SmallDistrict.InAsync(app);
        using var web = await app.AsAsync("coordinator");
        var speech = await ImportedSpeech.ImportAsync(app, web, Speech);
        var list = await ImportedSpeech.ImportAsync(app, web, List);
        await using var db = app.Open();
        var joined = (await ImportedSpeech.RowsAsync(db, list)).First(r => r.MergedIntoId is not null);
        using (var merged = await web.SubmitAsync(
            ImportedSpeech.Form(await web.PageAsync($"/documents/{list}/review?row={joined.Id}"), "merge"), NoChange)) ImportedSpeech.Redirected(merged);
        using var refused = await web.SubmitAsync(await FormAsync(web, list, "#withdraw"), new Dictionary<string, string?> { ["Reason"] = " " });
        Assert.Contains("REV026", await TextAsync(refused, HttpStatusCode.BadRequest), StringComparison.Ordinal);
        using var taken = await web.SubmitAsync(await FormAsync(web, list, "#withdraw"), new Dictionary<string, string?> { ["Reason"] = "导错了文件" });
        ImportedSpeech.Redirected(taken);
        Assert.All(await ImportedSpeech.RowsAsync(db, list), r => Assert.Equal(CommitmentState.Dropped, r.State));
        Assert.Empty(await db.Quotes.Where(q => q.DocumentId == list && q.CommitmentId == joined.MergedIntoId).ToListAsync());
        Assert.Contains("已撤回", (await web.PageAsync("/documents")).QuerySelector("#documents tbody tr:last-child")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(await db.AuditEntries.Select(e => e.Action).ToListAsync(), a => a == "撤回导入");
        using var restored = await web.SubmitAsync(
            ImportedSpeech.Form(await web.PageAsync($"/documents/{list}/review?row={joined.Id}"), "restore"), NoChange);
        Assert.Contains("REV024", await TextAsync(restored, HttpStatusCode.Conflict), StringComparison.Ordinal);
        var again = await ImportedSpeech.ImportAsync(app, web, List);
        Assert.NotEmpty(await ImportedSpeech.RowsAsync(db, again));
        Assert.NotEmpty(await ImportedSpeech.RowsAsync(db, speech));
    }

    [Theory]
    [InlineData("2027年民生实事清单\n一、实事项目\n要新建公办幼儿园3所，年底前投用。\n", 0)]
    [InlineData("2027年工作要点\n一、重点任务\n要推进“五个转型”，即产业转型、城市转型、生态转型、治理转型、民生转型。要新建公办幼儿园3所，年底前投用。\n", 1)]
    public async Task A_year_that_a_withdrawn_document_began_goes_with_it_and_comes_again_with_the_next_one(string text, int themes)
    {
        await using var app = await TestApp.StartAsync();
        await SmallDistrict.InAsync(app);
        using var web = await app.AsAsync("coordinator");
        using (var year = await ImportedSpeech.SendAsync(web, text))
        {
            var form = (IHtmlFormElement)(await WebClient.ParseAsync(year, HttpStatusCode.BadRequest)).QuerySelector("#import")!;
            using var begun = await web.SubmitAsync(form, new Dictionary<string, string?> { ["Year"] = "2027" });
            ImportedSpeech.Redirected(begun);
        }

        await using var db = app.Open();
        Assert.Equal(themes, await db.Themes.CountAsync(t => db.Plans.Any(p => p.Id == t.PlanId && p.Year == 2027)));
        var document = await db.Documents.OrderByDescending(d => d.Id).Select(d => d.Id).FirstAsync();
        using (var taken = await web.SubmitAsync(await FormAsync(web, document, "#withdraw"), new Dictionary<string, string?> { ["Reason"] = "选错了年度" }))
            ImportedSpeech.Redirected(taken);
        Assert.Equal(PlanState.Withdrawn, await db.Plans.Where(p => p.Year == 2027).Select(p => p.State).SingleAsync());
        Assert.Single(await db.AuditEntries.Where(e => e.Subject == nameof(Plan) && e.Action == "撤回导入").ToListAsync());
        Assert.DoesNotContain("2027", (await web.PageAsync("/ledger")).QuerySelector("header")!.TextContent, StringComparison.Ordinal);
        using (await web.GetAsync(DocumentLinks.Document(document))) { }
        using (var year = await ImportedSpeech.SendAsync(web, text))
        {
            var form = (IHtmlFormElement)(await WebClient.ParseAsync(year, HttpStatusCode.BadRequest)).QuerySelector("#import")!;
            using var again = await web.SubmitAsync(form, new Dictionary<string, string?> { ["Year"] = "2027" });
            ImportedSpeech.Redirected(again);
        }

        Assert.Equal(PlanState.Draft, await db.Plans.Where(p => p.Year == 2027).Select(p => p.State).SingleAsync());
    }

    [Fact]
    public async Task A_target_is_due_when_its_own_clause_says()
    {
        await using var app = await TestApp.StartAsync();
        await SmallDistrict.InAsync(app);
        using var web = await app.AsAsync("coordinator");
        var id = await ImportedSpeech.ImportAsync(app, web,
            "在区委六届五次全会上的讲话\n（2025年12月28日）\n同志们：\n一、主要目标\n上半年规模以上工业增加值增长6%以上，全年地区生产总值增长5%以上。一季度固定资产投资增长8%。\n");
        await using var db = app.Open();
        var due = (await ImportedSpeech.RowsAsync(db, id)).Where(r => r.Kind == CommitmentKind.Target).Select(r => (r.Target!.Indicator, r.Due));
        Assert.Equal(
            [("规模以上工业增加值", new DateOnly(2026, 6, 30)), ("地区生产总值", new DateOnly(2026, 12, 31)), ("固定资产投资", new DateOnly(2026, 3, 31))],
            due.Select(d => (d.Indicator, d.Due!.Value)));
    }

    [Fact]
    public async Task What_joined_a_withdrawn_document_waits_for_a_decision_again_and_what_was_sent_holds_it()
    {
        await using var app = await TestApp.StartAsync();
        await SmallDistrict.InAsync(app);
        using var web = await app.AsAsync("coordinator");
        var speech = await ImportedSpeech.ImportAsync(app, web, Speech);
        var list = await ImportedSpeech.ImportAsync(app, web, List);
        await using var db = app.Open();
        var joined = (await ImportedSpeech.RowsAsync(db, list)).First(r => r.MergedIntoId is not null);
        using var merged = await web.SubmitAsync(
            ImportedSpeech.Form(await web.PageAsync($"/documents/{list}/review?row={joined.Id}"), "merge"), NoChange);
        ImportedSpeech.Redirected(merged);
        var (ofSpeech, ofList) = (await FormAsync(web, speech, "#withdraw"), await FormAsync(web, list, "#withdraw"));
        await SetAsync(app, joined.MergedIntoId!.Value, CommitmentState.Consulting);
        var reason = new Dictionary<string, string?> { ["Reason"] = "导错了文件" };
        // What would be refused is not offered, and the page says why.
        var filing = await web.PageAsync(DocumentLinks.Filing(speech));
        Assert.Null(filing.QuerySelector("form#withdraw"));
        Assert.Contains("请先退回草稿", filing.QuerySelector("#withdraw")!.TextContent, StringComparison.Ordinal);
        using var held = await web.SubmitAsync(ofSpeech, reason);
        Assert.Contains("REV028", await TextAsync(held, HttpStatusCode.Conflict), StringComparison.Ordinal);
        using var other = await web.SubmitAsync(ofList, reason);
        Assert.Contains("REV028", await TextAsync(other, HttpStatusCode.Conflict), StringComparison.Ordinal);
        await SetAsync(app, joined.MergedIntoId!.Value, CommitmentState.Draft);
        using var taken = await web.SubmitAsync(await FormAsync(web, speech, "#withdraw"), reason);
        ImportedSpeech.Redirected(taken);
        var free = await ImportedSpeech.RowAsync(app, joined.Id);
        Assert.Equal((CommitmentState.Proposed, MatchKind.New, null), (free.State, free.Match, free.MergedIntoId));
    }

    [Fact]
    public async Task Themes_that_only_a_withdrawn_document_had_are_no_filter_any_more()
    {
        await using var app = await TestApp.StartAsync();
        await SmallDistrict.InAsync(app);
        using var web = await app.AsAsync("coordinator");
        async Task<string> ThemesAsync() => (await web.PageAsync("/ledger")).QuerySelector("select[name=theme]")?.TextContent ?? "";
        var id = await ImportedSpeech.ImportAsync(app, web, ImportedSpeech.Sample);
        Assert.Contains("五个转型", await ThemesAsync(), StringComparison.Ordinal);
        using var taken = await web.SubmitAsync(await FormAsync(web, id, "#withdraw"), new Dictionary<string, string?> { ["Reason"] = "导错了文件" });
        ImportedSpeech.Redirected(taken);
        Assert.DoesNotContain("五个转型", await ThemesAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_title_and_a_date_are_corrected_without_touching_the_text()
    {
        await using var app = await TestApp.StartAsync();
        await SmallDistrict.InAsync(app);
        using var web = await app.AsAsync("coordinator");
        var id = await ImportedSpeech.ImportAsync(app, web, Speech);
        using var saved = await web.SubmitAsync(
            await FormAsync(web, id, "#filing"), new Dictionary<string, string?> { ["Title"] = "区委全会讲话", ["Date"] = "2025-12-29" });
        ImportedSpeech.Redirected(saved);
        await using var db = app.Open();
        var document = await db.Documents.SingleAsync(d => d.Id == id);
        Assert.Equal(("区委全会讲话", new DateOnly(2025, 12, 29)), (document.Title, document.Date));
        Assert.StartsWith("在区委六届五次全会上的讲话", document.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_moves_before_another_and_its_rows_with_it()
    {
        await using var app = await TestApp.StartAsync();
        await SmallDistrict.InAsync(app);
        using var web = await app.AsAsync("coordinator");
        var speech = await ImportedSpeech.ImportAsync(app, web, Speech);
        var list = await ImportedSpeech.ImportAsync(app, web, List);
        var page = await web.PageAsync(DocumentLinks.Filing(list));
        using var moved = await web.SubmitAsync((IHtmlFormElement)page.QuerySelector("form[action$='earlier=true']")!, NoChange);
        ImportedSpeech.Redirected(moved);
        await using var db = app.Open();
        var order = await db.Commitments.OrderBy(c => c.Order).ThenBy(c => c.Id).Select(c => c.DocumentId).ToListAsync();
        Assert.Equal([list, speech], order.OfType<int>().Distinct().Where(d => d == list || d == speech));
        var last = await web.PageAsync(DocumentLinks.Filing(speech));
        Assert.Null(last.QuerySelector("form[action$='earlier=false']"));
        Assert.Contains("这份文件已经排在最后", last.Body!.TextContent, StringComparison.Ordinal);
        var stale = (IHtmlFormElement)last.QuerySelector("form[action$='earlier=true']")!;
        stale.SetAttribute("action", stale.GetAttribute("action")!.Replace("earlier=true", "earlier=false", StringComparison.Ordinal));
        using var first = await web.SubmitAsync(stale, NoChange);
        Assert.Contains("REV029", await TextAsync(first, HttpStatusCode.Conflict), StringComparison.Ordinal);
        var added = await ImportedSpeech.ImportAsync(app, web, "会议决定\n一、有关事项\n要新建农村公路30公里，10月底前通车。\n");
        Assert.Equal(added, await db.Commitments.OrderByDescending(c => c.Order).Select(c => c.DocumentId).FirstAsync());
    }

    [Fact]
    public async Task Nearly_the_same_text_is_asked_about_and_then_taken_as_a_correction()
    {
        await using var app = await TestApp.StartAsync();
        await SmallDistrict.InAsync(app);
        using var web = await app.AsAsync("coordinator");
        var speech = await ImportedSpeech.ImportAsync(app, web, Speech);
        var edition = Speech.Replace("加装电梯60部", "加装电梯66部", StringComparison.Ordinal);
        using var asked = await ImportedSpeech.SendAsync(web, edition);
        var page = await WebClient.ParseAsync(asked, HttpStatusCode.Conflict);
        Assert.Contains("IMP009", page.Body!.TextContent, StringComparison.Ordinal);
        var form = (IHtmlFormElement)page.QuerySelector("#import")!;
        using var silent = await web.SubmitAsync(form, NoChange);
        Assert.Contains("IMP009", await TextAsync(silent, HttpStatusCode.Conflict), StringComparison.Ordinal);
        using var corrected = await web.SubmitAsync(form, new Dictionary<string, string?> { ["Edition"] = $"{speech}" });
        Assert.EndsWith("/correction", corrected.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Contains("没有新增的任务或指标", (await web.PageAsync(corrected.Headers.Location!.ToString())).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nearly_the_same_text_can_be_said_to_be_another_document()
    {
        await using var app = await TestApp.StartAsync();
        await SmallDistrict.InAsync(app);
        using var web = await app.AsAsync("coordinator");
        await ImportedSpeech.ImportAsync(app, web, Speech);
        using var asked = await ImportedSpeech.SendAsync(web, Speech.Replace("加装电梯60部", "加装电梯66部", StringComparison.Ordinal));
        var form = (IHtmlFormElement)(await WebClient.ParseAsync(asked, HttpStatusCode.Conflict)).QuerySelector("#import")!;
        using var another = await web.SubmitAsync(form, new Dictionary<string, string?> { ["Edition"] = "another" });
        ImportedSpeech.Redirected(another);
        await using var db = app.Open();
        Assert.DoesNotContain(await db.Documents.ToListAsync(), d => d.ReplacesId is not null);
    }

    private static async Task SetAsync(TestApp app, int id, CommitmentState state)
    {
        await using var db = app.Open();
        (await db.Commitments.SingleAsync(c => c.Id == id)).State = state;
        await TestApp.SaveAsync(db);
    }

    private static async Task<IHtmlFormElement> FormAsync(WebClient web, int id, string selector) =>
        (IHtmlFormElement)(await web.PageAsync(DocumentLinks.Filing(id))).QuerySelector(selector)!;

    private static async Task<string> TextAsync(HttpResponseMessage answer, HttpStatusCode status) =>
        (await WebClient.ParseAsync(answer, status)).Body!.TextContent;
}
