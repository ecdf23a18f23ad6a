using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Xunit;

namespace Maoding.Tests.Hosting;

/// <summary>What no browser of ours sends is answered as HTTP wants it, with a page that says so.</summary>
public sealed class OddRequestTests
{
    [Theory]
    [InlineData("/ledger")]
    [InlineData("/nowhere")]
    [InlineData("/documents/import")]
    [InlineData("/status/404")]
    public async Task A_form_in_parts_that_nobody_can_read_gets_a_status(string address)
    {
        await using var app = await TestApp.StartAsync();
        await SmallDistrict.InAsync(app);
        using var web = await app.AsAsync("coordinator");
        using var body = new ByteArrayContent("aaa"u8.ToArray());
        body.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=xx");
        using var answer = await web.Http.PostAsync(new Uri(address, UriKind.Relative), body);
        Assert.InRange((int)answer.StatusCode, 400, 499);
        Assert.Contains("<h1", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    /// <summary>Years beyond all calendars, and a choice that is none of those offered.</summary>
    [Theory]
    [InlineData("/targets/aims?year=2147483647")]
    [InlineData("/targets/aims?year=-2147483648")]
    [InlineData("/targets/aims?year=99999")]
    public async Task A_year_that_cannot_be_is_passed_over(string address)
    {
        await using var app = await TestApp.StartAsync();
        await SmallDistrict.InAsync(app);
        using var web = await app.AsAsync("coordinator");
        Assert.Equal("2026年", (await web.PageAsync(address)).QuerySelector(".subtitle")!.TextContent.Trim());
    }

    [Theory]
    [InlineData("0")]
    [InlineData("99")]
    [InlineData("abc")]
    public async Task A_source_of_funds_that_is_none_is_refused_and_what_was_typed_stays(string source)
    {
        await using var app = await TestApp.StartAsync();
        await SmallDistrict.InAsync(app);
        using var web = await app.AsAsync("coordinator");
        var page = await web.PageAsync("/projects/edit");
        var form = (AngleSharp.Html.Dom.IHtmlFormElement)page.QuerySelector("[name='Form.Name']")!.Closest("form")!;
        using var answer = await web.SubmitAsync(form, new Dictionary<string, string?> { ["Form.Funds[0].Source"] = source, ["Form.Name"] = "第三水厂" });
        var again = await WebClient.ParseAsync(answer, HttpStatusCode.BadRequest);
        Assert.Contains("资金来源不在可选的范围内", again.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("第三水厂", again.QuerySelector("[name='Form.Name']")!.GetAttribute("value"));
    }

    [Theory]
    [InlineData("/own-account/sign-in")]
    [InlineData("/status/404")]
    public async Task Another_writing_than_UTF8_is_refused(string address)
    {
        await using var app = await TestApp.StartAsync();
        await SmallDistrict.InAsync(app);
        using var visitor = app.Visitor();
        using var body = new ByteArrayContent(Encoding.ASCII.GetBytes("a=1"));
        body.Headers.ContentType = MediaTypeHeaderValue.Parse("application/x-www-form-urlencoded; charset=utf-7");
        using var answer = await visitor.Http.PostAsync(new Uri(address, UriKind.Relative), body);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
    }

    [Theory]
    [InlineData("/ledger/%E4%B8%AD/amend", "/ledger/%E4%B8%AD/amending")]
    [InlineData("/documents/%E4%B8%AD/edition?x=%20", "/documents/%E4%B8%AD/correction?x=%20")]
    [InlineData("/directory/%E4%B8%AD", "/organs/%E4%B8%AD")]
    public async Task An_old_address_leads_on_whatever_stands_in_it(string old, string now)
    {
        await using var app = await TestApp.StartAsync();
        using var visitor = app.Visitor();
        using var answer = await visitor.GetAsync(old);
        Assert.Equal((HttpStatusCode.PermanentRedirect, now), (answer.StatusCode, answer.Headers.Location!.OriginalString));
    }
}
