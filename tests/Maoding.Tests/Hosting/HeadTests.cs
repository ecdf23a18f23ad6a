using System.Net;
using Maoding.Tests.Upgrading;
using Xunit;

namespace Maoding.Tests.Hosting;

/// <summary>HEAD on any address answers as GET does, without the body: whoever checks a link or watches the site asks so.</summary>
public sealed class HeadTests
{
    [Fact]
    public async Task Head_answers_as_get_does_without_the_body()
    {
        using var kept = await KeptDatabase.PutBackAsync("initial", "sqlite");
        await using var app = await TestApp.StartAsync(kept.Database);
        using var office = await app.AsAsync("duchashi");
        using var visitor = app.Visitor();
        var (wrong, shown) = (new List<string>(), 0);
        foreach (var handler in (await HandlerCatalogue.OfAsync(app)).Where(h => h.IsGet))
        {
            var address = Address(handler);
            foreach (var web in (WebClient[])[office, visitor])
            {
                using var get = await web.GetAsync(address);
                using var request = new HttpRequestMessage(HttpMethod.Head, new Uri(address, UriKind.Relative));
                using var head = await web.Http.SendAsync(request);
                if (Told(get) != Told(head)) wrong.Add($"{address}: GET {Told(get)}, HEAD {Told(head)}");
                if ((await head.Content.ReadAsByteArrayAsync()).Length > 0) wrong.Add($"{address}: HEAD has a body");
                if (get.StatusCode == HttpStatusCode.OK) shown++;
            }
        }

        Assert.Empty(wrong);
        Assert.True(shown > 100, $"Only {shown} addresses had something to show.");
    }

    [Theory]
    [InlineData("/nowhere", HttpStatusCode.NotFound)]
    [InlineData("/css/maoding.css", HttpStatusCode.OK)]
    [InlineData("/api/nowhere", HttpStatusCode.NotFound)]
    public async Task What_is_no_page_is_told_to_head_too(string address, HttpStatusCode status)
    {
        await using var app = await TestApp.StartAsync();
        await SmallDistrict.InAsync(app);
        using var visitor = app.Visitor();
        using var request = new HttpRequestMessage(HttpMethod.Head, new Uri(address, UriKind.Relative));
        using var head = await visitor.Http.SendAsync(request);
        Assert.Equal(status, head.StatusCode);
    }

    private static string Told(HttpResponseMessage answer) => $"{(int)answer.StatusCode} {answer.Headers.Location} {answer.Content.Headers.ContentType}";

    /// <summary>Most things of the kept district have the number 1.</summary>
    private static string Address(Handler handler) => HandlerCaller.Address(handler with
    {
        Parts = new RoutePatternParts([.. handler.Parts.Segments.Select(s => s switch
        {
            "{month}" => "202602",
            "{period}" => "2026020",
            "{code}" => "404",
            _ => s,
        })]),
    }, _ => "1");
}
