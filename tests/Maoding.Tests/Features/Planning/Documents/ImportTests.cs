using System.Net;
using Maoding.Domain.Checking;
using Maoding.Domain.Ledger;
using Maoding.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Xunit;
using WebClient = Maoding.Tests.Hosting.WebClient;

namespace Maoding.Tests.Features.Planning.Documents;

public sealed class ImportTests
{
    [Fact]
    public async Task A_speech_becomes_proposed_rows_each_with_its_words_in_one_transaction()
    {
        await using var app = await TestApp.StartAsync();
        await SmallDistrict.InAsync(app);
        using var web = await app.AsAsync("coordinator");
        var id = await ImportedSpeech.ImportAsync(app, web, ImportedSpeech.Sample, asFile: true);
        await using var db = app.Open();
        var document = await db.Documents.SingleAsync(d => d.Id == id);
        Assert.Equal(new DateOnly(2025, 12, 28), document.Date);
        Assert.Contains("聚力五个转型", document.Title, StringComparison.Ordinal);
        var rows = await ImportedSpeech.RowsAsync(db, id);
        Assert.True(rows.Count(r => r.Kind == CommitmentKind.Work) > 90);
        Assert.True(rows.Count(r => r.Kind == CommitmentKind.Target) > 20);
        Assert.All(rows, r => Assert.Equal(CommitmentState.Proposed, r.State));
        Assert.All(rows, r => Assert.All(r.Quotes, q => Assert.Equal(q.Text, document.Text.Substring(q.Start, q.Length))));
        Assert.Equal(rows.Select(r => r.Quotes[0].Sentence).Order(), rows.Select(r => r.Quotes[0].Sentence));
        var housing = rows.First(r => r.Title.Contains("小区", StringComparison.Ordinal) && r.LeadUnitId is not null);
        Assert.Equal("区住建局", (await db.Units.SingleAsync(u => u.Id == housing.LeadUnitId)).ShortName);
        Assert.Equal("区委常委、常务副区长", (await db.Posts.SingleAsync(p => p.Id == housing.LeaderPostId)).Name);
        Assert.True(await db.Themes.AnyAsync(t => t.Name == "五个转型"));
        var at = await db.AuditEntries.Where(e => e.Action == "导入文件").Select(e => e.At).Distinct().ToListAsync();
        Assert.Single(at);
    }

    /// <summary>The check of numbers against their sentence is silent while nobody changed any.</summary>
    [Fact]
    public async Task What_the_reader_makes_of_a_speech_says_no_number_that_its_words_do_not()
    {
        await using var app = await TestApp.StartAsync();
        await SmallDistrict.InAsync(app);
        using var web = await app.AsAsync("coordinator");
        var id = await ImportedSpeech.ImportAsync(app, web, ImportedSpeech.Sample);
        await using var db = app.Open();
        var rows = (await ImportedSpeech.RowsAsync(db, id)).Where(r => r.ParentId is null).ToList();
        Assert.Contains(rows, r => r.Quantities.Count > 0);
        var read = rows.Select(r => new CheckedRow(r.Id, null, true, CommitmentState.Draft, "", RowValues.Of(r), false, 0));
        var input = new CheckInput(2026, [.. read], [], [], new HashSet<int>(), [], new())
        {
            Quotes = rows.ToDictionary(r => r.Id, r => string.Join('\n', r.Quotes.Select(q => q.Text))),
        };
        var hits = CheckCatalogue.All.Single(c => c.Code == "CHK040").Find(input);
        Assert.Equal([], hits.Select(h => $"{h.Detail}：{input.Quotes[h.RowIds[0]]}"));
    }

    [Fact]
    public async Task The_same_text_brought_in_by_two_at_once_comes_in_once()
    {
        await using var app = await TestApp.StartAsync();
        await SmallDistrict.InAsync(app);
        using var one = await app.AsAsync("coordinator");
        using var other = await app.AsAsync("coordinator");
        await ImportedSpeech.ImportAsync(app, one, ImportedSpeech.Sample);
        await using var db = app.Open();
        var before = await db.Documents.CountAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => ImportedSpeech.SendAsync(
            i % 2 == 0 ? one : other, "在区委专题会议上的讲话\n（2026年3月1日）\n同志们：\n一、重点任务\n要新建体育公园4处，年底前建成。\n", false, null, "")));
        Assert.Equal(1, answers.Count(a => a.StatusCode == HttpStatusCode.Redirect));
        foreach (var answer in answers) answer.Dispose();
        Assert.Equal(before + 1, await db.Documents.CountAsync());
    }

    [Fact]
    public async Task A_document_of_more_tasks_than_any_plan_has_is_not_imported()
    {
        await using var app = await TestApp.StartAsync();
        await SmallDistrict.InAsync(app);
        using var web = await app.AsAsync("coordinator");
        var words = string.Concat(Enumerable.Range(1, 6100).Select(i => $"要新建公办幼儿园{i}所，6月底前建成。\n"));
        using var answer = await ImportedSpeech.SendAsync(web, "重点任务分解方案\n一、重点任务\n" + words);
        Assert.Contains("IMP010", (await WebClient.ParseAsync(answer, HttpStatusCode.BadRequest)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_target_comes_in_with_a_natural_title_and_with_the_unit_and_leader_who_answer_for_it()
    {
        await using var app = await TestApp.StartAsync();
        await SmallDistrict.InAsync(app);
        using var web = await app.AsAsync("coordinator");
        var id = await ImportedSpeech.ImportAsync(app, web, ImportedSpeech.Sample);
        await using var db = app.Open();
        var targets = (await ImportedSpeech.RowsAsync(db, id)).Where(r => r.Kind == CommitmentKind.Target).ToList();
        var titles = targets.Select(t => t.Title).ToList();
        Assert.Contains("地区生产总值增长6.2%左右", titles);
        Assert.Contains("税收占比保持在72%以上", titles);
        Assert.DoesNotContain(titles, t => t.Contains('：', StringComparison.Ordinal));
        Assert.Equal("发展改革", targets.Single(t => t.Title == "地区生产总值增长6.2%左右").Functions);
        Assert.StartsWith("生态环境", targets.Single(t => t.Title.StartsWith("PM2.5", StringComparison.Ordinal)).Functions, StringComparison.Ordinal);
        var homes = targets.First(t => t.Functions.StartsWith("住房城乡建设", StringComparison.Ordinal));
        Assert.Equal("区住建局", (await db.Units.SingleAsync(u => u.Id == homes.LeadUnitId)).ShortName);
        Assert.NotNull(homes.LeaderPostId);
    }

    [Fact]
    public async Task Four_hundred_rows_come_in_at_once()
    {
        await using var app = await TestApp.StartAsync();
        await SmallDistrict.InAsync(app);
        using var web = await app.AsAsync("coordinator");
        await ImportedSpeech.ImportAsync(app, web, "关于春天的散文\n春天来了，花开了。");
        var words = ImportedSpeech.Sample + ImportedSpeech.Sample.Replace("云泽", "云溪", StringComparison.Ordinal);
        var id = await ImportedSpeech.ImportAsync(app, web, words);
        await using var db = app.Open();
        Assert.True(await db.Commitments.CountAsync(c => c.DocumentId == id) > 390);
    }

    [Fact]
    public async Task The_original_comes_back_byte_by_byte_as_an_attachment()
    {
        await using var app = await TestApp.StartAsync();
        await SmallDistrict.InAsync(app);
        using var web = await app.AsAsync("coordinator");
        var words = ImportedSpeech.Sample + string.Concat(Enumerable.Repeat("这是很长的附注。\n", 20_000));
        var id = await ImportedSpeech.ImportAsync(app, web, words, asFile: true);
        await using var db = app.Open();
        Assert.True(await db.FileChunks.CountAsync() > 1);
        // It was saved together with its document, which had no id before.
        var stored = await db.Files.SingleAsync();
        Assert.Equal(("SourceDocument", id), (stored.Subject, stored.SubjectId));
        var entry = await db.AuditEntries.SingleAsync(e => e.Subject == "StoredFile");
        Assert.Contains($"\"SubjectId\":{id}", entry.Text, StringComparison.Ordinal);
        using var clerk = await app.AsAsync("clerk");
        using var file = await clerk.GetAsync($"/documents/{id}/file");
        Assert.Equal("attachment", file.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("nosniff", file.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal(words, await file.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_same_document_is_refused_with_a_link_to_the_first(bool asFile)
    {
        await using var app = await TestApp.StartAsync();
        await SmallDistrict.InAsync(app);
        using var web = await app.AsAsync("coordinator");
        var id = await ImportedSpeech.ImportAsync(app, web, ImportedSpeech.Sample, asFile: true);
        using var again = await ImportedSpeech.SendAsync(web, ImportedSpeech.Sample, asFile);
        var page = await WebClient.ParseAsync(again, HttpStatusCode.Conflict);
        Assert.NotNull(page.QuerySelector($"a[href='/documents/{id}']"));
        await using var db = app.Open();
        Assert.Equal(2, await db.Documents.CountAsync());
    }

    [Theory]
    [InlineData("", "IMP001")]
    [InlineData("　 \n", "IMP001")]
    [InlineData("机密★1年\n在全会上的讲话\n要做好工作。", "DOC016")]
    public async Task What_cannot_be_read_is_refused_with_what_to_do(string words, string code)
    {
        await using var app = await TestApp.StartAsync();
        await SmallDistrict.InAsync(app);
        using var web = await app.AsAsync("coordinator");
        using var answer = await ImportedSpeech.SendAsync(web, words);
        var page = await WebClient.ParseAsync(answer, HttpStatusCode.BadRequest);
        Assert.Contains(code, page.QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_picture_and_a_file_over_the_limit_are_refused()
    {
        await using var app = await TestApp.StartAsync();
        await SmallDistrict.InAsync(app);
        using var web = await app.AsAsync("coordinator");
        using var picture = await ImportedSpeech.SendAsync(web, "", name: "讲话.docx", bytes: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0]);
        Assert.Equal(HttpStatusCode.BadRequest, picture.StatusCode);
        using var large = await ImportedSpeech.SendAsync(web, "", bytes: new byte[(20 * 1024 * 1024) + 1]);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, large.StatusCode);
    }

    [Fact]
    public async Task A_text_that_promises_nothing_is_kept_and_says_so()
    {
        await using var app = await TestApp.StartAsync();
        await SmallDistrict.InAsync(app);
        using var web = await app.AsAsync("coordinator");
        var id = await ImportedSpeech.ImportAsync(app, web, "关于春天的散文\n春天来了，花开了。");
        var page = await web.PageAsync($"/documents/{id}/review");
        Assert.Contains("没有读出任务或指标", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_coordinator_imports_and_clerks_see_no_link_to_proposals()
    {
        await using var app = await TestApp.StartAsync();
        await SmallDistrict.InAsync(app);
        using var web = await app.AsAsync("coordinator");
        var id = await ImportedSpeech.ImportAsync(app, web, ImportedSpeech.Sample);
        using var clerk = await app.AsAsync("clerk");
        await clerk.PageAsync("/documents/import", HttpStatusCode.Forbidden);
        await clerk.PageAsync($"/documents/{id}/review", HttpStatusCode.Forbidden);
        var text = await clerk.PageAsync($"/documents/{id}");
        Assert.Empty(text.QuerySelectorAll("[data-rows]"));
        Assert.NotEmpty((await web.PageAsync($"/documents/{id}")).QuerySelectorAll("[data-rows]"));
        Assert.Null((await clerk.PageAsync("/documents")).QuerySelector("th.num"));
    }

    [Fact]
    public async Task A_breakdown_plan_brings_its_units_and_asks_for_names_it_does_not_know()
    {
        await using var app = await TestApp.StartAsync();
        var district = await SmallDistrict.InAsync(app);
        using var web = await app.AsAsync("coordinator");
        const string Plan =
            "2026年重点任务分解方案\n一、重点任务\n1．新建公办幼儿园3所。（牵头领导：王立军；牵头单位：区教育局；配合单位：区财政局；完成时限：2026年9月底前）\n2．改造老旧小区12个。（牵头领导：王立军；牵头单位：云泽城投公司；配合单位：区住建局；完成时限：2026年12月底前）\n";
        var id = await ImportedSpeech.ImportAsync(app, web, Plan);
        await using var db = app.Open();
        var rows = await ImportedSpeech.RowsAsync(db, id);
        Assert.Equal(district.Education.Id, rows[0].LeadUnitId);
        Assert.Equal(district.Leader.Id, rows[0].LeaderPostId);
        Assert.Equal([district.Finance.Id], rows[0].CoUnits.Select(u => u.UnitId));
        Assert.Equal(new DateOnly(2026, 9, 30), rows[0].Due);
        Assert.Null(rows[1].LeadUnitId);
        var names = await web.PageAsync($"/documents/{id}/names");
        Assert.Contains("云泽城投公司", names.QuerySelector("#names")!.TextContent, StringComparison.Ordinal);
        using var saved = await web.SubmitAsync((AngleSharp.Html.Dom.IHtmlFormElement)names.QuerySelector("main form")!,
            new Dictionary<string, string?> { ["Units"] = district.Finance.Id.ToString(System.Globalization.CultureInfo.InvariantCulture) });
        ImportedSpeech.Redirected(saved);
        Assert.Equal(district.Finance.Id, (await ImportedSpeech.RowAsync(app, rows[1].Id)).LeadUnitId);
    }
}
