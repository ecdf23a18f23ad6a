using System.Net.Http.Headers;
using Maoding.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace Maoding.Tests.Hosting;

public sealed class SecurityHeadersTests
{
    private const string Policy =
        "default-src 'self'; img-src 'self' data: blob:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

    [Theory]
    [InlineData(null, Policy)]
    [InlineData("https://id.example.gov.cn", Policy + " https://id.example.gov.cn")]
    [InlineData("http://127.0.0.1:8443", Policy + " http://127.0.0.1:8443")]
    public async Task Every_answer_carries_the_policy(string? identityProvider, string policy)
    {
        var headers = await Answer(identityProvider);
        Assert.Equal([policy], headers.GetValues("Content-Security-Policy"));
        Assert.Equal(["nosniff"], headers.GetValues("X-Content-Type-Options"));
        Assert.Equal(["same-origin"], headers.GetValues("Referrer-Policy"));
        Assert.Contains("camera=()", headers.GetValues("Permissions-Policy").Single(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://id.example.gov.cn/realms/district")]
    [InlineData("https://id.example.gov.cn; script-src *")]
    [InlineData("id.example.gov.cn")]
    [InlineData("*")]
    public async Task What_is_no_origin_cannot_widen_the_policy(string identityProvider) =>
        await Assert.ThrowsAsync<ArgumentException>(() => Answer(identityProvider));

    private static async Task<HttpResponseHeaders> Answer(string? identityProvider)
    {
        var builder = WebApplication.CreateSlimBuilder(["--urls", "http://127.0.0.1:0", "--Logging:LogLevel:Default", "Error"]);
        await using var app = builder.Build();
        app.UseSecurityHeaders(identityProvider);
        app.Run(context =>
        {
            // What an error page does before it is written.
            context.Response.Clear();
            return context.Response.WriteAsync("ok");
        });
        await app.StartAsync();
        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        using var answer = await http.GetAsync(new Uri("/", UriKind.Relative));
        return answer.Headers;
    }
}
