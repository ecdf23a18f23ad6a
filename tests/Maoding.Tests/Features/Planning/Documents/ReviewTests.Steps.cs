using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Maoding.Domain.Ledger;
using Maoding.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Xunit;
using WebClient = Maoding.Tests.Hosting.WebClient;

namespace Maoding.Tests.Features.Planning.Documents;

/// <summary>What single steps of the review answer and leave behind.</summary>
public sealed partial class ReviewTests
{
    [Fact]
    public async Task A_step_of_the_pages_script_is_answered_with_the_next_card_and_the_rows_that_changed()
    {
        await using var app = await TestApp.StartAsync();
        var (web, id, rows) = await StartAsync(app);
        using var _ = web;
        var form = ImportedSpeech.Form(await web.PageAsync($"/documents/{id}/review?row={rows[0].Id}&show=waiting"), "accept");
        using var content = new FormUrlEncodedContent(form.Elements.OfType<IHtmlInputElement>()
            .Where(i => i.Type == "hidden").ToDictionary(i => i.Name!, i => i.Value));
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(form.GetAttribute("action")!, UriKind.Relative)) { Content = content };
        request.Headers.Add("X-Fragment", "step");
        request.Headers.Add("X-Since", Key(0) + DateTime.UtcNow.Ticks);
        using var answer = await web.Http.SendAsync(request);
        var step = await WebClient.ParseAsync(answer, HttpStatusCode.OK);
        Assert.Equal(rows[1].Title, step.QuerySelector("#card > .row-title")!.TextContent);
        var told = Assert.Single(step.QuerySelectorAll("tr[data-row]"));
        Assert.Equal((Key(rows[0].Id), "0"), (told.GetAttribute("data-row"), told.GetAttribute("data-fits")));
        Assert.Contains($"row={rows[1].Id}", answer.Headers.GetValues("X-Location").Single(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("show=waiting")]
    [InlineData("doubt=true")]
    [InlineData("doubt=true&show=waiting")]
    public async Task The_next_row_follows_the_place_where_the_handled_one_stood(string filter)
    {
        await using var app = await TestApp.StartAsync();
        var (web, id, _) = await StartAsync(app);
        using var __ = web;
        var listed = (await web.PageAsync($"/documents/{id}/review?{filter}"))
            .QuerySelectorAll("#rows tr[data-row]").Select(r => r.GetAttribute("data-row")!).ToList();
        var page = await web.PageAsync($"/documents/{id}/review?row={listed[1]}&{filter}");
        using var answer = await web.SubmitAsync(ImportedSpeech.Form(page, "accept"), Nothing);
        ImportedSpeech.Redirected(answer);
        Assert.Contains($"row={listed[2]}", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
        var handled = await web.PageAsync(
            $"/documents/{id}/review?row={listed[1]}&show=waiting&{filter.Replace("show=waiting", "", StringComparison.Ordinal)}");
        Assert.NotNull(handled.QuerySelector("[data-key=j]"));
        Assert.NotNull(handled.QuerySelector("[data-key=k]"));
    }

    [Fact]
    public async Task Each_part_of_a_split_takes_the_quantities_its_words_hold_and_a_target_is_not_split()
    {
        await using var app = await TestApp.StartAsync();
        var (web, id, rows) = await StartAsync(app);
        using var _ = web;
        var row = rows.First(r => r.Quantities.Count > 1);
        var titles = row.Quantities.Select(q => $"办{q.Name}{q.Value:0}{q.Unit}").Reverse().ToList();
        var page = await web.PageAsync($"/documents/{id}/review?row={row.Id}&panel=split");
        using var answer = await web.SubmitAsync(ImportedSpeech.Form(page, "split"), Changes(("Parts", string.Join('\n', titles))));
        ImportedSpeech.Redirected(answer);
        await using var db = app.Open();
        var parts = (await ImportedSpeech.RowsAsync(db, id)).Where(r => titles.Contains(r.Title)).ToList();
        Assert.Equal(titles.Count, parts.Count);
        Assert.All(parts, p => Assert.Equal(p.Title, $"办{Assert.Single(p.Quantities).Name}{p.Quantities[0].Value:0}{p.Quantities[0].Unit}"));
        var last = rows[^1].Id;
        var target = await db.Commitments.SingleAsync(c => c.Id == last);
        target.Kind = CommitmentKind.Target;
        await TestApp.SaveAsync(db);
        var split = await web.PageAsync($"/documents/{id}/review?row={target.Id}&panel=split");
        using var refused = await web.SubmitAsync(ImportedSpeech.Form(split, "split"), Changes(("Parts", "一\n二")));
        Assert.Contains("REV022", (await WebClient.ParseAsync(refused, HttpStatusCode.BadRequest))
            .QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_unit_is_refused_and_a_new_time_makes_the_plan_again()
    {
        await using var app = await TestApp.StartAsync();
        var (web, id, rows) = await StartAsync(app);
        using var _ = web;
        await using (var db = app.Open())
        {
            var row = await db.Commitments.SingleAsync(c => c.Id == rows[0].Id);
            (row.State, row.DueKind, row.Due, row.MonthlyPlan) =
                (CommitmentState.Draft, DueKind.Date, new DateOnly(2026, 12, 31), "83,166,250,333,416,500,583,666,750,833,916,1000");
            row.PlanShape = Domain.Planning.PlanShape.Even;
            await TestApp.SaveAsync(db);
        }

        var form = ImportedSpeech.Form(await web.PageAsync($"/documents/{id}/review?row={rows[0].Id}&panel=edit"), "edit");
        using var unknown = await web.SubmitAsync(form, Changes(("Form.CoUnitIds", "999999")));
        Assert.Contains("ASG007", (await WebClient.ParseAsync(unknown, HttpStatusCode.BadRequest))
            .QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);
        using var sooner = await web.SubmitAsync(form, Changes(("Form.Due", "2026-06-30")));
        ImportedSpeech.Redirected(sooner);
        Assert.Equal(1000, MonthlyPlans.Values((await ImportedSpeech.RowAsync(app, rows[0].Id)).MonthlyPlan)[5]);
    }

    [Fact]
    public async Task Selected_words_are_listed_where_they_were_selected_however_often_they_stand_before()
    {
        await using var app = await TestApp.StartAsync();
        await SmallDistrict.InAsync(app);
        using var web = await app.AsAsync("coordinator");
        var id = await ImportedSpeech.ImportAsync(app, web, Words + string.Concat(Enumerable.Repeat("要抓好口袋公园建设。\n", 25)));
        await using var db = app.Open();
        var text = (await db.Documents.SingleAsync(d => d.Id == id)).Text;
        var start = Key(text.LastIndexOf("口袋公园", StringComparison.Ordinal));
        var page = await web.PageAsync($"/documents/{id}/review");
        using var added = await web.SubmitAsync(page.QuerySelector<IHtmlFormElement>("#pick")!, Changes(("Words", "口袋公园"), ("Start", start)), "AddKind=Work");
        ImportedSpeech.Redirected(added);
        Assert.Contains(await ImportedSpeech.RowsAsync(db, id), r => Key(r.Quotes[0].Start) == start && r.Quotes[0].Text == "口袋公园");
    }

    [Fact]
    public async Task Rows_that_share_a_quote_each_have_their_place_in_the_text()
    {
        await using var app = await TestApp.StartAsync();
        var (web, id, rows) = await StartAsync(app);
        using var _ = web;
        var page = await web.PageAsync($"/documents/{id}/review?row={rows[0].Id}&panel=split");
        using var answer = await web.SubmitAsync(ImportedSpeech.Form(page, "split"), Changes(("Parts", "改造老旧小区12个\n加装电梯60部")));
        await using var db = app.Open();
        var after = await web.PageAsync($"/documents/{id}/review");
        Assert.All(await ImportedSpeech.RowsAsync(db, id), r => Assert.NotNull(after.QuerySelector($"#q{r.Id}")));
    }
}
