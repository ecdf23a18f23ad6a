using Maoding.TestKit;
using Microsoft.Playwright;

namespace Maoding.Tests.Hosting;

/// <summary>Signs a browser in without the sign-in page.</summary>
internal static class BrowserEntry
{
    /// <summary>Whoever was signed in before is not any more.</summary>
    public static async Task EnterAsync(this Browser browser, TestApp app, string account)
    {
        using var web = await app.AsAsync(account);
        await browser.Page.Context.ClearCookiesAsync();
        await browser.Page.Context.AddCookiesAsync([new Cookie { Name = "maoding", Value = web.SessionCookie!, Url = app.Address.ToString() }]);
    }
}
