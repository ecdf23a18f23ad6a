using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Maoding.TestKit;
using Maoding.Tests.Features.Administration.OwnAccount;
using Microsoft.Playwright;
using Xunit;

namespace Maoding.Tests.Hosting;

/// <summary>Forms that were made before the session ended, or before somebody signed in in another window.</summary>
public sealed class StaleFormTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_form_sent_after_the_session_ended_leads_to_sign_in_and_back_and_tells_scripts_in_words(bool script)
    {
        await using var app = await TestApp.StartAsync();
        await SmallDistrict.InAsync(app);
        using var clerk = await app.AsAsync("clerk");
        using var plain = new HttpClient(new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = app.Address };
        using var asked = new HttpRequestMessage(HttpMethod.Get, "/own-account/password");
        asked.Headers.Add("Cookie", $"maoding={clerk.SessionCookie}");
        using var shown = await plain.SendAsync(asked);
        var token = (await WebClient.ParseAsync(shown)).QuerySelector<IHtmlInputElement>("main input[name=__RequestVerificationToken]")!.Value;
        using var sent = new HttpRequestMessage(HttpMethod.Post, "/own-account/password?x=1")
        {
            Content = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token)]),
        };
        // The form's own cookie is there still, the session's is not.
        sent.Headers.Add("Cookie", shown.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("maoding.form=", StringComparison.Ordinal)).Split(';')[0]);
        sent.Headers.Referrer = new Uri(app.Address, "/own-account/password");
        if (script) sent.Headers.Add("X-Fragment", "card");
        using var answer = await plain.SendAsync(sent);
        if (script)
        {
            Assert.Equal((HttpStatusCode.Unauthorized, "text/plain"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
            Assert.Contains("PER004", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            return;
        }

        Assert.Equal("/own-account/sign-in?returnUrl=%2Fown-account%2Fpassword", answer.Headers.Location?.ToString());
        using var back = new HttpRequestMessage(HttpMethod.Get, answer.Headers.Location);
        back.Headers.Add("Cookie", string.Join("; ", answer.Headers.GetValues("Set-Cookie").Select(c => c.Split(';')[0])));
        using var signIn = await plain.SendAsync(back);
        Assert.Contains("登录已过期", (await WebClient.ParseAsync(signIn)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_sent_after_the_session_ended_come_back_once_to_the_same_person_only()
    {
        Assert.SkipWhen(Browser.Missing is not null, Browser.Missing ?? "");
        await using var app = await TestApp.StartAsync();
        await SmallDistrict.InAsync(app);
        using var coordinator = await app.AsAsync("coordinator");
        using var other = await app.AsAsync("leader");
        await using var browser = await Browser.Open(app.Address.ToString());
        var page = browser.Page;
        Task EnterAsync(WebClient web) => page.Context.AddCookiesAsync([new() { Name = "maoding", Value = web.SessionCookie!, Url = app.Address.ToString() }]);
        async Task LoseAsync()
        {
            await EnterAsync(coordinator);
            await page.GotoAsync("/documents/import");
            await page.FillAsync("#Pasted", "今年新建学校3所。");
            await page.SelectOptionAsync("#Kind", new SelectOptionValue { Index = 1 });
            await page.Context.ClearCookiesAsync(new() { Name = "maoding" });
            await page.ClickAsync("#import .btn-primary");
            Assert.Equal("/own-account/sign-in?returnUrl=%2Fdocuments%2Fimport", new Uri(page.Url).PathAndQuery);
            Assert.Contains("刚才的操作没有执行", await page.InnerTextAsync("#notices"), StringComparison.Ordinal);
        }

        await LoseAsync();
        await EnterAsync(coordinator);
        await page.GotoAsync("/documents/import");
        Assert.Equal("今年新建学校3所。", await page.InputValueAsync("#Pasted"));
        Assert.NotEqual("", await page.InputValueAsync("#Kind"));
        Assert.Contains("已找回未保存的文字", await page.InnerTextAsync("#notices"), StringComparison.Ordinal);
        await page.GotoAsync("/documents/import");
        Assert.Equal("", await page.InputValueAsync("#Pasted"));

        await LoseAsync();
        await EnterAsync(other);
        await page.GotoAsync("/today");
        await EnterAsync(coordinator);
        await page.GotoAsync("/documents/import");
        Assert.Equal("", await page.InputValueAsync("#Pasted"));
    }

    [Fact]
    public async Task Of_two_windows_at_the_sign_in_page_the_second_goes_where_the_first_has_gone()
    {
        await using var app = await TestApp.StartAsync();
        await SmallDistrict.InAsync(app);
        using var settled = await People.SettledAsync(app, "clerk");
        using var web = app.Visitor();
        var second = await web.PageAsync("/own-account/sign-in?returnUrl=%2Forgans");
        using var first = await People.SignInAsync(web, "clerk", People.Good);
        Assert.Equal("/today", first.Headers.Location?.ToString());
        using var again = await web.SubmitAsync(second.Form(), new Dictionary<string, string?> { ["UserName"] = "clerk", ["Password"] = People.Good });
        Assert.Equal("/own-account/sign-in?returnUrl=%2Forgans", again.Headers.Location?.ToString());
        using var on = await web.GetAsync(again.Headers.Location!.ToString());
        Assert.Equal("/organs", on.Headers.Location?.ToString());
    }

    [Fact]
    public async Task A_page_of_another_session_is_refused_in_words()
    {
        await using var app = await TestApp.StartAsync();
        await SmallDistrict.InAsync(app);
        using var web = await app.AsAsync("clerk");
        using var visitor = app.Visitor();
        var form = (await visitor.PageAsync("/own-account/sign-in")).Form();
        form.SetAttribute("action", "/own-account/password");
        using var answer = await web.SubmitAsync(form, People.NoChanges);
        Assert.Contains("SYS006", (await WebClient.ParseAsync(answer, HttpStatusCode.BadRequest)).Body!.TextContent, StringComparison.Ordinal);
    }
}
