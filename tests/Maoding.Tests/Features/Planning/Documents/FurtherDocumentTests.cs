using Maoding.Domain.Ledger;
using Maoding.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Maoding.Tests.Features.Planning.Documents;

/// <summary>The second document of a plan, and the correction of the first.</summary>
public sealed class FurtherDocumentTests
{
    private const string Speech =
        "在区委六届五次全会上的讲话\n（2025年12月28日）\n同志们：\n一、重点任务\n要抓好老旧小区改造，全年改造老旧小区12个，加装电梯60部。要办好人民满意的教育，新建公办幼儿园3所，年底前投用。\n二、加强财政管理\n要推进零基预算改革，6月底前清理整合专项资金20项。\n";

    private const string List =
        "2026年民生实事清单\n一、实事项目\n要新建公办幼儿园3所，年底前投用。\n要加装电梯60部。\n要组织免费婚检8000对，全年建设口袋公园14处。\n";

    [Fact]
    public async Task The_same_promise_found_twice_becomes_one_row_with_two_quotes_and_a_part_becomes_a_leaf()
    {
        await using var app = await TestApp.StartAsync();
        await SmallDistrict.InAsync(app);
        using var web = await app.AsAsync("coordinator");
        await ImportedSpeech.ImportAsync(app, web, Speech);
        var id = await ImportedSpeech.ImportAsync(app, web, List);
        await using var db = app.Open();
        var rows = await ImportedSpeech.RowsAsync(db, id);
        var same = rows.First(r => r.Quotes[0].Text.Contains("幼儿园", StringComparison.Ordinal));
        Assert.NotEqual(MatchKind.New, same.Match);
        Assert.NotEmpty(same.MatchGrounds);
        Assert.Contains(rows, r => r.Match == MatchKind.New);
        var page = await web.PageAsync($"/documents/{id}/review?row={same.Id}");
        Assert.Contains("台账里有相近的", page.QuerySelector("#card")!.TextContent, StringComparison.Ordinal);
        using var merged = await web.SubmitAsync(ImportedSpeech.Form(page, "merge"), new Dictionary<string, string?>());
        ImportedSpeech.Redirected(merged);
        var kept = await ImportedSpeech.RowAsync(app, same.MergedIntoId!.Value);
        Assert.Equal(2, kept.Quotes.Select(q => q.DocumentId).Distinct().Count());
        var part = rows.First(r => r.Quotes[0].Text.Contains("电梯", StringComparison.Ordinal) && r.MergedIntoId is not null);
        var card = await web.PageAsync($"/documents/{id}/review?row={part.Id}");
        using var leaf = await web.SubmitAsync(ImportedSpeech.Form(card, "leaf"), new Dictionary<string, string?>());
        ImportedSpeech.Redirected(leaf);
        var made = await ImportedSpeech.RowAsync(app, part.Id);
        Assert.Equal((part.MergedIntoId, CommitmentState.Draft), (made.ParentId, made.State));
        Assert.False((await ImportedSpeech.RowAsync(app, made.ParentId!.Value)).IsLeaf);
        using var undone = await web.SubmitAsync(
            ImportedSpeech.Form(await web.PageAsync($"/documents/{id}/review?row={part.Id}"), "restore"), new Dictionary<string, string?>());
        ImportedSpeech.Redirected(undone);
        var free = await ImportedSpeech.RowAsync(app, part.Id);
        Assert.Equal((null, CommitmentState.Proposed, part.MergedIntoId, part.Match, part.Order / 1_000_000),
            (free.ParentId, free.State, free.MergedIntoId, free.Match, free.Order / 1_000_000));
        Assert.True((await ImportedSpeech.RowAsync(app, made.ParentId!.Value)).IsLeaf);
    }

    [Fact]
    public async Task What_the_reader_proposed_is_there_again_when_an_acceptance_is_taken_back()
    {
        await using var app = await TestApp.StartAsync();
        await SmallDistrict.InAsync(app);
        using var web = await app.AsAsync("coordinator");
        await ImportedSpeech.ImportAsync(app, web, Speech);
        var id = await ImportedSpeech.ImportAsync(app, web, List);
        await using var db = app.Open();
        var match = (await ImportedSpeech.RowsAsync(db, id)).First(r => r.MergedIntoId is not null);
        foreach (var (taken, handler) in ((string, string)[])[("accept", "restore"), ("merge", "restore")])
        {
            foreach (var step in (string[])[taken, handler])
            {
                using var answer = await web.SubmitAsync(
                    ImportedSpeech.Form(await web.PageAsync($"/documents/{id}/review?row={match.Id}"), step), new Dictionary<string, string?>());
                ImportedSpeech.Redirected(answer);
            }

            var again = await ImportedSpeech.RowAsync(app, match.Id);
            Assert.Equal((CommitmentState.Proposed, match.Match, match.MergedIntoId, match.MatchGrounds),
                (again.State, again.Match, again.MergedIntoId, again.MatchGrounds));
        }
    }

    [Fact]
    public async Task A_speech_of_another_year_asks_for_its_ledger_and_can_begin_it()
    {
        await using var app = await TestApp.StartAsync();
        await SmallDistrict.InAsync(app);
        using var web = await app.AsAsync("coordinator");
        await ImportedSpeech.ImportAsync(app, web, Speech);
        var next = Speech.Replace("2025年12月28日", "2026年12月28日", StringComparison.Ordinal).Replace("五次", "七次", StringComparison.Ordinal);
        using var asked = await ImportedSpeech.SendAsync(web, next);
        var form = await Hosting.WebClient.ParseAsync(asked, System.Net.HttpStatusCode.BadRequest);
        Assert.Contains("IMP007", form.QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("建立 2027 年台账", form.QuerySelector("#Year")!.TextContent, StringComparison.Ordinal);
        await using var db = app.Open();
        Assert.Equal([2026], await db.Plans.Select(p => p.Year).ToListAsync());
        using var begun = await web.SubmitAsync(
            (AngleSharp.Html.Dom.IHtmlFormElement)form.QuerySelector("#import")!, new Dictionary<string, string?> { ["Year"] = "2027" });
        ImportedSpeech.Redirected(begun);
        var plan = await db.Plans.SingleAsync(p => p.Year == 2027);
        var rows = await db.Commitments.Where(c => c.PlanId == plan.Id).ToListAsync();
        Assert.NotEmpty(rows);
        Assert.Contains(rows, r => r.Due?.Year == 2027);
        Assert.Single((await web.PageAsync("/documents?year=2027")).QuerySelectorAll("#documents tbody tr"));
        Assert.Equal(await db.Documents.CountAsync() - 1, (await web.PageAsync("/documents")).QuerySelectorAll("#documents tbody tr").Length);
        Assert.Equal(["2026", "2027"], (await web.PageAsync("/ledger")).QuerySelectorAll(".years a").Select(o => o.TextContent));
    }

    [Fact]
    public async Task A_corrected_edition_takes_the_quotes_over_and_leaves_the_values()
    {
        await using var app = await TestApp.StartAsync();
        await SmallDistrict.InAsync(app);
        using var web = await app.AsAsync("coordinator");
        var old = await ImportedSpeech.ImportAsync(app, web, Speech);
        await using var before = app.Open();
        var rows = await ImportedSpeech.RowsAsync(before, old);
        var corrected = Speech.Replace("新建公办幼儿园3所", "新建公办幼儿园5所", StringComparison.Ordinal)
            .Replace("要推进零基预算改革，6月底前清理整合专项资金20项。\n", "要大力培育专精特新企业，全年净增高新技术企业30家。\n", StringComparison.Ordinal);
        var id = await ImportedSpeech.ImportAsync(app, web, corrected, replaces: old);
        var page = await web.PageAsync($"/documents/{id}/correction");
        Assert.Contains("5所", page.QuerySelector("#changed")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("零基预算", page.QuerySelector("#lost")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("高新技术企业30家", page.QuerySelector("#added")!.TextContent, StringComparison.Ordinal);
        using var confirmed = await web.SubmitAsync((AngleSharp.Html.Dom.IHtmlFormElement)page.QuerySelector("main form")!, new Dictionary<string, string?>());
        ImportedSpeech.Redirected(confirmed);
        await using var db = app.Open();
        var document = await db.Documents.SingleAsync(d => d.Id == id);
        Assert.True((await db.Documents.SingleAsync(d => d.Id == old)).IsReplaced);
        var school = rows.First(r => r.Quotes[0].Text.Contains("幼儿园", StringComparison.Ordinal));
        var moved = await ImportedSpeech.RowAsync(app, school.Id);
        Assert.Equal((id, school.Title, (int?)id), (moved.Quotes[0].DocumentId, moved.Title, moved.DocumentId));
        Assert.Equal(document.Text.Substring(moved.Quotes[0].Start, moved.Quotes[0].Length), moved.Quotes[0].Text);
        Assert.Contains("5所", moved.Quotes[0].Text, StringComparison.Ordinal);
        await MarkedAsync(app, web, id, moved);
        var lost = rows.First(r => r.Quotes[0].Text.Contains("零基", StringComparison.Ordinal));
        Assert.Equal(old, (await ImportedSpeech.RowAsync(app, lost.Id)).Quotes[0].DocumentId);
        var added = (await ImportedSpeech.RowsAsync(db, id))
            .First(r => r.State == CommitmentState.Proposed && r.Quotes[0].Text.Contains("高新技术企业", StringComparison.Ordinal));
        Assert.Equal(added.Order / 1_000_000, moved.Order / 1_000_000);
        Assert.True(moved.Order < added.Order, "the new promise stands after it in the text");
        var after = await web.PageAsync($"/documents/{id}/correction");
        Assert.Contains("5所", after.QuerySelector("#changed")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("没有变化 0 处", after.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(await ImportedSpeech.RowsAsync(db, id),
            r => r.State == CommitmentState.Proposed && r.Quotes[0].Text.Contains("高新技术企业", StringComparison.Ordinal));
        using var again = await web.SubmitAsync(
            (AngleSharp.Html.Dom.IHtmlFormElement)page.QuerySelector("main form")!, new Dictionary<string, string?> { ["RequestKey"] = "another" });
        Assert.Equal(System.Net.HttpStatusCode.Conflict, again.StatusCode);
    }

    /// <summary>The row keeps its 3 beside a sentence that says 5: it is marked, and its section does not take it in.</summary>
    private static async Task MarkedAsync(TestApp app, WebClient web, int document, Commitment row)
    {
        Assert.Contains("更正版改了数：原写“", row.Evidence, StringComparison.Ordinal);
        Assert.Equal(CommitmentState.Proposed, row.State);
        var page = await web.PageAsync($"/documents/{document}/review?row={row.Id}");
        using var taken = await web.SubmitAsync(ImportedSpeech.Form(page, "section"), new Dictionary<string, string?>());
        Assert.Equal(CommitmentState.Proposed, (await ImportedSpeech.RowAsync(app, row.Id)).State);
    }
}
