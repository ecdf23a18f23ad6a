using System.Globalization;
using System.Security.Claims;
using Maoding.Districts;
using Maoding.Domain.Access;
using Maoding.Shared.Addresses;
using Maoding.Storage.Accounts;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Maoding.Tests.Hosting;

/// <summary>Sends requests as someone, with a valid antiforgery token and nothing else in the form.</summary>
internal sealed class HandlerCaller(TestApp app) : IDisposable
{
    private readonly HttpClient _http = new(new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = app.Address };

    /// <summary>The actor that the application would see behind the account; null is a visitor.</summary>
    public async Task<Actor> ActorAsync(string? userName)
    {
        if (userName is null) return Actor.Visitor;
        await using var scope = app.Scope();
        var current = scope.ServiceProvider.GetRequiredService<CurrentRequest>();
        await current.LoadAsync(await PrincipalAsync(scope.ServiceProvider, userName), CancellationToken.None);
        return current.Actor;
    }

    public async Task<HttpResponseMessage> SendAsync(string? userName, string method, string address)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(address, UriKind.Relative));
        var cookies = new List<string>();
        if (userName is not null)
        {
            using var web = await app.AsAsync(userName);
            cookies.Add($"maoding={web.SessionCookie}");
        }

        if (method != "GET")
        {
            var tokens = await TokensAsync(userName);
            cookies.Add($"maoding.form={tokens.CookieToken}");
            request.Headers.Add("RequestVerificationToken", tokens.RequestToken);
            request.Content = new FormUrlEncodedContent([]);
        }

        if (cookies.Count > 0) request.Headers.Add("Cookie", string.Join("; ", cookies));
        return await _http.SendAsync(request);
    }

    /// <summary>The handler's address with route values filled in by <paramref name="value"/>.</summary>
    public static string Address(Handler handler, Func<string, int> value)
    {
        var path = string.Join('/', handler.Parts.Segments.Select(s => s[0] == '{' ? value(s[1..^1]).ToString(CultureInfo.InvariantCulture) : s));
        return $"/{path}{(handler.Name is null ? "" : $"?handler={handler.Name}")}";
    }

    public void Dispose() => _http.Dispose();

    private async Task<AntiforgeryTokenSet> TokensAsync(string? userName)
    {
        await using var scope = app.Scope();
        var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        if (userName is not null) context.User = await PrincipalAsync(scope.ServiceProvider, userName);
        return scope.ServiceProvider.GetRequiredService<IAntiforgery>().GetTokens(context);
    }

    private static async Task<ClaimsPrincipal> PrincipalAsync(IServiceProvider services, string userName)
    {
        var account = await services.GetRequiredService<UserManager<Account>>().FindByNameAsync(userName) ?? throw new ArgumentException($"There is no account {userName}.");
        return await services.GetRequiredService<IUserClaimsPrincipalFactory<Account>>().CreateAsync(account);
    }
}
