using System.Security.Claims;
using Maoding.Districts;
using Maoding.Domain.Access;
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

    /// <summary>Who they are, made once for each: signing a cookie and a token takes longer than most requests.</summary>
    private readonly Dictionary<string, Caller> _callers = [];

    /// <summary>The actor that the application would see behind the account; null is a visitor.</summary>
    public async Task<Actor> ActorAsync(string? userName) => (await CallerAsync(userName)).Actor;

    public async Task<HttpResponseMessage> SendAsync(string? userName, string method, string address)
    {
        var caller = await CallerAsync(userName);
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(address, UriKind.Relative));
        request.Headers.Add("Cookie", caller.Cookies);
        if (method is not ("GET" or "HEAD"))
        {
            request.Headers.Add("RequestVerificationToken", caller.Token);
            request.Content = new FormUrlEncodedContent([]);
        }

        var answer = await _http.SendAsync(request);
        // A new session, or none any more: the old cookie is worth nothing.
        var isOver = answer.Headers.TryGetValues("Set-Cookie", out var set) && set.Any(s => s.StartsWith("maoding=", StringComparison.Ordinal));
        if (isOver) _callers.Remove(userName ?? "");
        return answer;
    }

    /// <summary>The handler's address with route values filled in by <paramref name="value"/>; parts without one are left out.</summary>
    public static string Address(Handler handler, Func<string, string?> value)
    {
        var parts = handler.Parts.Segments
            .Select(s => s[0] == '{' ? value(s[1..^1].TrimEnd('?')) : s).Where(s => s is not null);
        return $"/{string.Join('/', parts)}{(handler.Name is null ? "" : $"?handler={handler.Name}")}";
    }

    public void Dispose() => _http.Dispose();

    private async Task<Caller> CallerAsync(string? userName)
    {
        if (_callers.TryGetValue(userName ?? "", out var known)) return known;
        await using var scope = app.Scope();
        var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        var (actor, session) = (Actor.Visitor, "");
        if (userName is not null)
        {
            context.User = await PrincipalAsync(scope.ServiceProvider, userName);
            var current = scope.ServiceProvider.GetRequiredService<CurrentRequest>();
            await current.LoadAsync(context.User, CancellationToken.None);
            using var web = await app.AsAsync(userName);
            (actor, session) = (current.Actor, $"maoding={web.SessionCookie}; ");
        }

        var tokens = scope.ServiceProvider.GetRequiredService<IAntiforgery>().GetTokens(context);
        return _callers[userName ?? ""] = new Caller(actor, $"{session}maoding.form={tokens.CookieToken}", tokens.RequestToken!);
    }

    private static async Task<ClaimsPrincipal> PrincipalAsync(IServiceProvider services, string userName)
    {
        var account = await services.GetRequiredService<UserManager<Account>>().FindByNameAsync(userName)
            ?? throw new ArgumentException("There is no such account.", nameof(userName));
        return await services.GetRequiredService<IUserClaimsPrincipalFactory<Account>>().CreateAsync(account);
    }

    private sealed record Caller(Actor Actor, string Cookies, string Token);
}
