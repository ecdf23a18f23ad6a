using Maoding.TestKit;
using Xunit;

namespace Maoding.Tests.TestKit;

/// <summary>The browser kit sees what a page does wrong; the tests of our pages rest on that.</summary>
public sealed class BrowserTests
{
    private const string Policy = """<meta http-equiv="Content-Security-Policy" content="default-src 'self'">""";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_inline_style_under_a_policy_is_a_complaint(bool javaScript)
    {
        Assert.SkipWhen(Browser.Missing is not null, Browser.Missing ?? "");
        await using var browser = await Browser.Open(javaScript: javaScript);
        await browser.Page.GotoAsync(DataPage(Policy + """<p style="color:red">锚定</p>"""));
        Assert.Contains("Content Security Policy", Assert.Single(browser.TakeComplaints()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_complaint_nobody_took_fails_the_test_at_its_end()
    {
        Assert.SkipWhen(Browser.Missing is not null, Browser.Missing ?? "");
        var browser = await Browser.Open();
        await browser.Page.GotoAsync(DataPage("<script>throw new Error('unheard')</script>"));
        await browser.Page.WaitForTimeoutAsync(200);
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(async () => await browser.DisposeAsync());
        Assert.Contains("unheard", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_behaves_has_no_complaint_and_keeps_its_picture()
    {
        Assert.SkipWhen(Browser.Missing is not null, Browser.Missing ?? "");
        await using var browser = await Browser.Open(phone: true);
        await browser.Page.GotoAsync(DataPage("<p>锚定</p>"));
        Assert.Equal(390, await browser.Page.EvaluateAsync<int>("innerWidth"));
        Assert.True(new FileInfo(await browser.Screenshot("testkit")).Length > 500);
    }

    [Fact]
    public async Task Scripts_stay_off_when_asked()
    {
        Assert.SkipWhen(Browser.Missing is not null, Browser.Missing ?? "");
        await using var browser = await Browser.Open(javaScript: false);
        await browser.Page.GotoAsync(DataPage("<p>无脚本</p><script>document.querySelector('p').textContent = '有脚本'</script>"));
        Assert.Equal("无脚本", await browser.Page.Locator("p").InnerTextAsync());
    }

    [Fact]
    public async Task Axe_names_the_rule_and_the_element()
    {
        Assert.SkipWhen(Browser.Missing is not null, Browser.Missing ?? "");
        await using var browser = await Browser.Open();
        await browser.Page.GotoAsync(DataPage("<title>锚定</title><main><h1>锚定</h1><input id=unnamed></main>"));
        Assert.Contains(await browser.Page.Axe(), v => v.Contains("label", StringComparison.Ordinal) && v.Contains("unnamed", StringComparison.Ordinal));
        await browser.Page.GotoAsync(DataPage("<title>锚定</title><main><h1>锚定</h1><label>单位 <input></label></main>"));
        Assert.Empty(await browser.Page.Axe());
    }

    private static string DataPage(string body) =>
        "data:text/html;charset=utf-8,"
            + Uri.EscapeDataString($"""<!DOCTYPE html><html lang="zh-Hans"><meta name="viewport" content="width=device-width">{body}</html>""");
}
