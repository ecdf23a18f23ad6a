using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Maoding.Tests.Hosting;
using Xunit;
using WebClient = Maoding.Tests.Hosting.WebClient;

namespace Maoding.Tests.Features.Administration.OwnAccount;

/// <summary>What tests of accounts do again and again.</summary>
internal static class People
{
    public const string Good = "Yunze-Duban-26";

    public static readonly IReadOnlyDictionary<string, string?> NoChanges = new Dictionary<string, string?>();

    /// <summary>The form of the page's own content whose address holds <paramref name="part"/>.</summary>
    public static IHtmlFormElement Form(this IHtmlDocument page, string part = "") =>
        page.QuerySelectorAll<IHtmlFormElement>("main form").First(f => (f.GetAttribute("action") ?? "").Contains(part, StringComparison.Ordinal));

    /// <summary>The form of the list of accounts as the button of a row sends it.</summary>
    public static IHtmlFormElement Form(this IHtmlDocument page, string address, int account)
    {
        var button = page.QuerySelectorAll<IHtmlButtonElement>($"button[value='{account}']")
            .First(b => b.GetAttribute("formaction")!.StartsWith(address, StringComparison.Ordinal));
        var form = (IHtmlFormElement)button.Closest("form")!;
        form.SetAttribute("action", button.GetAttribute("formaction"));
        return form;
    }

    public static string Errors(this IHtmlDocument page) => page.QuerySelector(".errors")?.TextContent ?? "";

    /// <summary>Resets the account's password as the administrator and gives what is on the slip.</summary>
    public static async Task<string> InitialPasswordAsync(TestApp app, string userName)
    {
        using var admin = await app.AsAsync("admin");
        await using var db = app.Open();
        var id = db.Users.Single(a => a.UserName == userName).Id;
        var page = await admin.PageAsync("/accounts");
        using var answer = await admin.SubmitAsync(page.Form("/accounts?handler=Reset", id), NoChanges, $"id={id}");
        var slips = await WebClient.ParseAsync(answer);
        return slips.QuerySelectorAll(".slip .code")[1].TextContent;
    }

    public static async Task<HttpResponseMessage> SignInAsync(WebClient web, string userName, string password, string returnUrl = "")
    {
        var page = await web.PageAsync($"/own-account/sign-in{returnUrl}");
        return await web.SubmitAsync(page.Form(), new Dictionary<string, string?> { ["UserName"] = userName, ["Password"] = password });
    }

    /// <summary>An account that has signed in, changed its initial password to <see cref="Good"/> and is still signed in.</summary>
    public static async Task<WebClient> SettledAsync(TestApp app, string userName)
    {
        var initial = await InitialPasswordAsync(app, userName);
        var web = app.Visitor();
        using var entered = await SignInAsync(web, userName, initial);
        Assert.Equal(HttpStatusCode.Redirect, entered.StatusCode);
        using var changed = await ChangeAsync(web, initial, Good);
        Assert.Equal("/today", changed.Headers.Location?.ToString());
        return web;
    }

    public static async Task<HttpResponseMessage> ChangeAsync(WebClient web, string present, string wanted)
    {
        var page = await web.PageAsync("/own-account/password");
        return await web.SubmitAsync(page.Form(), new Dictionary<string, string?> { ["Present"] = present, ["Wanted"] = wanted, ["Again"] = wanted });
    }
}
