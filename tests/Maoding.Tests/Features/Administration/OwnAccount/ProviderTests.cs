using System.Net;
using Maoding.Tests.Hosting;
using Xunit;
using WebClient = Maoding.Tests.Hosting.WebClient;

namespace Maoding.Tests.Features.Administration.OwnAccount;

public sealed class ProviderTests
{
    [Fact]
    public async Task The_provider_lets_in_whom_it_names_and_no_account_is_made()
    {
        await using var provider = await FakeProvider.StartAsync();
        await using var app = await TestApp.StartAsync(
            settings: [$"--OpenIdConnect:Authority={provider.Address}",
                $"--OpenIdConnect:ClientId={FakeProvider.ClientId}", "--OpenIdConnect:ClientSecret=secret"]);
        await SmallDistrict.InAsync(app);
        using var web = app.Visitor();
        provider.Person = "Clerk";
        using var entered = await ThroughAsync(web, provider);
        Assert.Equal("/organs", entered.Headers.Location?.ToString());
        Assert.Contains("李娟", (await web.PageAsync("/own-account")).Body!.TextContent, StringComparison.Ordinal);
        using var stranger = app.Visitor();
        provider.Person = "stranger";
        using var refused = await ThroughAsync(stranger, provider);
        Assert.Contains("ACC006", (await WebClient.ParseAsync(refused, HttpStatusCode.Forbidden)).Body!.TextContent, StringComparison.Ordinal);
        await using var db = app.Open();
        Assert.Equal(10, db.Users.Count());
        Assert.Single(db.AuditEntries, e => e.Action == "登录（统一身份认证）");
    }

    [Fact]
    public async Task What_the_provider_refuses_is_told_on_the_sign_in_page()
    {
        await using var provider = await FakeProvider.StartAsync();
        await using var app = await TestApp.StartAsync(
            settings: [$"--OpenIdConnect:Authority={provider.Address}",
                $"--OpenIdConnect:ClientId={FakeProvider.ClientId}", "--OpenIdConnect:ClientSecret=secret"]);
        await SmallDistrict.InAsync(app);
        using var web = app.Visitor();
        using var answer = await web.GetAsync("/account/oidc?error=access_denied&state=forgotten");
        Assert.Equal("/own-account/sign-in", answer.Headers.Location?.ToString());
        Assert.Contains("（ACC008）", (await web.PageAsync("/own-account/sign-in")).QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_provider_there_is_no_such_button_and_no_such_way()
    {
        await using var app = await TestApp.StartAsync();
        await SmallDistrict.InAsync(app);
        using var web = app.Visitor();
        var page = await web.PageAsync("/own-account/sign-in");
        Assert.DoesNotContain("统一身份认证", page.Body!.TextContent, StringComparison.Ordinal);
        using var external = await web.GetAsync("/own-account/external?returnUrl=%2Forgans");
        Assert.Equal("/own-account/sign-in", external.Headers.Location?.ToString());
    }

    /// <summary>Presses the button and follows the way to the provider and back.</summary>
    private static async Task<HttpResponseMessage> ThroughAsync(WebClient web, FakeProvider provider)
    {
        using var first = await web.GetAsync("/own-account/sign-in?returnUrl=%2Forgans");
        Assert.Contains($"form-action 'self' {provider.Address}",
            string.Join(' ', first.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        var page = await WebClient.ParseAsync(first);
        using var challenge = await web.SubmitAsync(page.Form("Provider"), People.NoChanges);
        Assert.StartsWith(provider.Address, challenge.Headers.Location?.ToString(), StringComparison.Ordinal);
        using var agreed = await web.Http.GetAsync(challenge.Headers.Location, TestContext.Current.CancellationToken);
        using var back = await web.Http.GetAsync(agreed.Headers.Location, TestContext.Current.CancellationToken);
        Assert.StartsWith("/own-account/external", back.Headers.Location?.ToString(), StringComparison.Ordinal);
        return await web.GetAsync(back.Headers.Location!.ToString());
    }
}
