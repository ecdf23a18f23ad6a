using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Maoding.Tests.Features.Administration.OwnAccount;

/// <summary>An OpenID Connect provider on loopback that lets in whoever <see cref="Person"/> names.</summary>
internal sealed class FakeProvider : IAsyncDisposable
{
    public const string ClientId = "maoding";

    private readonly RSA _key = RSA.Create(2048);
    private readonly WebApplication _app;
    private string _nonce = "";

    private FakeProvider()
    {
        var builder = WebApplication.CreateSlimBuilder(["--urls", "http://127.0.0.1:0"]);
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        _app = builder.Build();
        _app.MapGet("/.well-known/openid-configuration", () => new Dictionary<string, object>
        {
            ["issuer"] = Address,
            ["authorization_endpoint"] = $"{Address}/authorize",
            ["token_endpoint"] = $"{Address}/token",
            ["jwks_uri"] = $"{Address}/jwks",
            ["response_types_supported"] = new[] { "code" },
            ["id_token_signing_alg_values_supported"] = new[] { "RS256" },
        });
        _app.MapGet("/authorize", (string redirect_uri, string state, string nonce, string client_id) =>
        {
            _nonce = nonce;
            return client_id == ClientId ? Results.Redirect($"{redirect_uri}?code=one&state={Uri.EscapeDataString(state)}") : Results.BadRequest();
        });
        _app.MapPost("/token", (HttpRequest request) => request.Form["code"] == "one" && request.Form["client_secret"] == "secret"
            ? Results.Json(new Dictionary<string, object> { ["id_token"] = Token(), ["access_token"] = "x", ["token_type"] = "Bearer", ["expires_in"] = 300 })
            : Results.BadRequest());
        _app.MapGet("/jwks", () => Results.Json(new Dictionary<string, object> { ["keys"] = new[] { PublicKey() } }));
    }

    public string Address => _app.Urls.First();

    public string Person { get; set; } = "";

    public static async Task<FakeProvider> StartAsync()
    {
        var provider = new FakeProvider();
        await provider._app.StartAsync();
        return provider;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _key.Dispose();
    }

    private string Token() => new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
    {
        Issuer = Address,
        Audience = ClientId,
        Subject = new ClaimsIdentity([new("sub", "1"), new("nonce", _nonce), new("preferred_username", Person)]),
        Expires = DateTime.UtcNow.AddMinutes(5),
        SigningCredentials = new SigningCredentials(new RsaSecurityKey(_key) { KeyId = "k" }, SecurityAlgorithms.RsaSha256),
    });

    private Dictionary<string, string> PublicKey()
    {
        var numbers = _key.ExportParameters(false);
        return new()
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["alg"] = "RS256",
            ["kid"] = "k",
            ["n"] = Base64UrlEncoder.Encode(numbers.Modulus!),
            ["e"] = Base64UrlEncoder.Encode(numbers.Exponent!),
        };
    }
}
