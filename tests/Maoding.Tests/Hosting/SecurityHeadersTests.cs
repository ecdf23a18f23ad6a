using Maoding.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Maoding.Tests.Hosting;

public sealed class SecurityHeadersTests
{
    private const string Policy = "default-src 'self'; img-src 'self' data: blob:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

    [Theory]
    [InlineData(null, Policy)]
    [InlineData("https://id.example.gov.cn", Policy + " https://id.example.gov.cn")]
    [InlineData("http://127.0.0.1:8443", Policy + " http://127.0.0.1:8443")]
    public async Task Every_answer_carries_the_policy(string? identityProvider, string policy)
    {
        var headers = await Answer(identityProvider);
        Assert.Equal(policy, headers.ContentSecurityPolicy);
        Assert.Equal("nosniff", headers.XContentTypeOptions);
        Assert.Equal("same-origin", headers["Referrer-Policy"]);
        Assert.Contains("camera=()", headers["Permissions-Policy"].ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://id.example.gov.cn/realms/district")]
    [InlineData("https://id.example.gov.cn; script-src *")]
    [InlineData("id.example.gov.cn")]
    [InlineData("*")]
    public async Task What_is_no_origin_cannot_widen_the_policy(string identityProvider) =>
        await Assert.ThrowsAsync<ArgumentException>(() => Answer(identityProvider));

    private static async Task<IHeaderDictionary> Answer(string? identityProvider)
    {
        await using var services = new ServiceCollection().BuildServiceProvider();
        var app = new ApplicationBuilder(services);
        app.UseSecurityHeaders(identityProvider);
        var context = new DefaultHttpContext { RequestServices = services };
        await app.Build()(context);
        return context.Response.Headers;
    }
}
