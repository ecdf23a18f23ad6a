using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Maoding.Domain.Ledger;
using Maoding.TestKit;
using Maoding.Tests.Features.Planning.Consulting;
using Maoding.Tests.Features.Planning.Documents;
using Maoding.Tests.Features.Administration.OwnAccount;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Maoding.Tests.Hosting;

/// <summary>What people are told when something goes wrong, and when they press twice.</summary>
public sealed class AnswersTests
{
    [Fact]
    public async Task A_database_that_fails_is_told_by_a_page_with_all_its_headers()
    {
        await using var app = await TestApp.StartAsync();
        await SmallDistrict.InAsync(app);
        using var web = await app.AsAsync("clerk");
        await web.PageAsync("/own-account");
        await BreakAsync(app);
        using var answer = await web.GetAsync("/own-account");
        var page = await WebClient.ParseAsync(answer, HttpStatusCode.InternalServerError);
        Assert.Equal("系统出错", page.QuerySelector("h1")!.TextContent);
        Assert.Contains("SYS004", page.Body!.TextContent, StringComparison.Ordinal);
        DemandHeaders(answer);
    }

    [Fact]
    public async Task A_refusal_whose_page_fails_too_is_told_as_plain_text()
    {
        await using var app = await TestApp.StartAsync(adjust: builder => builder.Services.AddSingleton<ITempDataProvider, BrokenNotices>());
        using var web = app.Visitor();
        using var answer = await web.GetAsync("/first-run");
        Assert.Equal((HttpStatusCode.InternalServerError, "text/plain"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        Assert.Contains("（SYS004）", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        DemandHeaders(answer);
    }

    [Fact]
    public async Task An_upload_that_is_too_large_is_answered_by_our_page_in_a_browser()
    {
        Assert.SkipWhen(Browser.Missing is not null, Browser.Missing ?? "");
        await using var app = await TestApp.StartAsync();
        await SmallDistrict.InAsync(app);
        using var coordinator = await app.AsAsync("coordinator");
        await using var browser = await Browser.Open(app.Address.ToString(), javaScript: false);
        await browser.Page.Context.AddCookiesAsync([new() { Name = "maoding", Value = coordinator.SessionCookie!, Url = app.Address.ToString() }]);
        await browser.Page.GotoAsync("/documents/import");
        var speech = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.txt");
        try
        {
            using (var file = File.Create(speech)) file.SetLength(22 * 1024 * 1024);
            await browser.Page.SetInputFilesAsync("#Upload", speech);
            await browser.Page.ClickAsync("#import .btn-primary");
            Assert.Contains("SYS005", await browser.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(speech);
        }
    }

    [Fact]
    public async Task A_script_of_the_page_gets_the_sentence_alone()
    {
        await using var app = await TestApp.StartAsync();
        await SmallDistrict.InAsync(app);
        using var web = await app.AsAsync("clerk");
        web.Http.DefaultRequestHeaders.Add("X-Fragment", "card");
        using var answer = await web.GetAsync("/accounts");
        Assert.Equal((HttpStatusCode.Forbidden, "text/plain"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        Assert.EndsWith("（PER001）", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        DemandHeaders(answer);
    }

    [Fact]
    public async Task A_date_that_cannot_be_read_is_told_and_nothing_is_saved()
    {
        await using var app = await TestApp.StartAsync();
        var district = await SmallDistrict.InAsync(app);
        using var web = await app.AsAsync("coordinator");
        var page = await web.PageAsync($"/organs/post/{district.Leader.Id}");
        using var answer = await web.SubmitAsync(page.Form("Leave"), new Dictionary<string, string?> { ["LastDay"] = "2026-02-30" });
        Assert.Contains("“2026-02-30”读不懂", (await WebClient.ParseAsync(answer, HttpStatusCode.BadRequest)).Errors(), StringComparison.Ordinal);
        await using var db = app.Open();
        Assert.Equal(0, await db.Tenures.CountAsync(t => t.To != null));
    }

    [Fact]
    public async Task A_round_started_by_a_double_press_is_one_round_and_no_error()
    {
        await using var app = await TestApp.StartAsync();
        var district = await SmallDistrict.InAsync(app);
        await ConsultScene.RowAsync(app, district, "改造老旧小区", _ => { });
        using var web = await app.AsAsync("coordinator");
        var form = (await web.PageAsync("/consulting/start")).QuerySelectorAll<IHtmlFormElement>("main form").Single(f => f.Method == "post");
        await PressTwiceAsync(web, form, new Dictionary<string, string?> { ["All"] = "true" });
        await using var db = app.Open();
        Assert.Equal(1, await db.Consultations.CountAsync());
    }

    [Fact]
    public async Task A_finding_accepted_by_a_double_press_is_accepted_and_no_error()
    {
        await using var app = await TestApp.StartAsync();
        var district = await SmallDistrict.InAsync(app);
        Commitment row;
        await using (var db = app.Open())
        {
            db.Commitments.Add(row = district.Row("1", "改造老旧小区", CommitmentState.Proposed, district.Housing));
            await TestApp.SaveAsync(db);
        }

        using var web = await app.AsAsync("coordinator");
        await PressTwiceAsync(web, ImportedSpeech.Form(await web.PageAsync($"/documents/{district.Document.Id}/review?row={row.Id}"), "accept"));
        await using var after = app.Open();
        Assert.Equal(CommitmentState.Draft, (await after.Commitments.SingleAsync(c => c.Id == row.Id)).State);
    }

    [Fact]
    public async Task A_row_assigned_by_a_double_press_is_saved_once_and_no_error()
    {
        await using var app = await TestApp.StartAsync();
        var row = await ConsultScene.RowAsync(app, await SmallDistrict.InAsync(app), "改造老旧小区", _ => { });
        using var web = await app.AsAsync("coordinator");
        var form = (await web.PageAsync($"/ledger/assigning?edit={row.Id}")).QuerySelector<IHtmlFormElement>("#inline")!;
        await PressTwiceAsync(web, form, new Dictionary<string, string?> { ["Inline.Co"] = "区财政局" });
        await using var db = app.Open();
        Assert.Equal(row.Version + 1, (await db.Commitments.SingleAsync(c => c.Id == row.Id)).Version);
    }

    private static async Task PressTwiceAsync(WebClient web, IHtmlFormElement form, IReadOnlyDictionary<string, string?>? changes = null)
    {
        for (var press = 0; press < 2; press++)
        {
            using var answer = await web.SubmitAsync(form, changes ?? People.NoChanges);
            if (answer.StatusCode != HttpStatusCode.Redirect) await WebClient.ParseAsync(answer, HttpStatusCode.Redirect);
        }
    }

    private static async Task BreakAsync(TestApp app)
    {
        await using var db = app.Open();
        await db.Database.ExecuteSqlRawAsync("""ALTER TABLE "Regions" RENAME TO "Lost" """);
    }

    private static void DemandHeaders(HttpResponseMessage answer)
    {
        Assert.Contains("frame-ancestors 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
    }

    private sealed class BrokenNotices : ITempDataProvider
    {
        public IDictionary<string, object> LoadTempData(HttpContext context) => throw new InvalidOperationException("No notices today.");

        public void SaveTempData(HttpContext context, IDictionary<string, object> values)
        {
        }
    }
}
