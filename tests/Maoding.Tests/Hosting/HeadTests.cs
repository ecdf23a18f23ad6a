using System.Net;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Maoding.Tests.Hosting;

/// <summary>
/// HEAD on any address answers as GET does, without the body: whoever checks a link or watches the site asks so. The walks ask every handler.
/// </summary>
public sealed class HeadTests
{
    [Fact]
    public async Task What_is_no_page_is_told_to_head_too()
    {
        await using var app = await TestApp.StartAsync();
        await SmallDistrict.InAsync(app);
        using var visitor = app.Visitor();
        (string Address, HttpStatusCode Status)[] expected =
        [
            ("/css/maoding.css", HttpStatusCode.OK),
            ("/health/live", HttpStatusCode.OK),
            ("/nowhere", HttpStatusCode.NotFound),
            ("/api/nowhere", HttpStatusCode.NotFound),
            // Status codes have three digits: the page of another one would break the connection.
            ("/status/1", HttpStatusCode.NotFound),
        ];
        foreach (var (address, status) in expected)
        {
            using var request = new HttpRequestMessage(HttpMethod.Head, new Uri(address, UriKind.Relative));
            using var head = await visitor.Http.SendAsync(request);
            Assert.Equal((address, status), (address, head.StatusCode));
            Assert.Empty(await head.Content.ReadAsByteArrayAsync());
        }
    }

    [Fact]
    public async Task To_ask_for_the_head_of_a_file_is_not_to_take_it_out()
    {
        await using var app = await TestApp.StartAsync();
        await SmallDistrict.InAsync(app);
        using var web = await app.AsAsync("coordinator");
        async Task<int> EntriesAsync()
        {
            await using var db = app.Open();
            return await db.AuditEntries.CountAsync(e => e.Action == "导出机构人员");
        }

        using var request = new HttpRequestMessage(HttpMethod.Head, new Uri("/organs/export", UriKind.Relative));
        using var head = await web.Http.SendAsync(request);
        Assert.Equal((HttpStatusCode.OK, 0), (head.StatusCode, await EntriesAsync()));
        using var whole = await web.GetAsync("/organs/export");
        Assert.Equal((HttpStatusCode.OK, 1), (whole.StatusCode, await EntriesAsync()));
    }
}
