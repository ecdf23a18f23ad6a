using System.Net;
using Maoding.Storage.Migrating;
using Xunit;

namespace Maoding.Tests.Hosting;

public sealed class GateTests
{
    [Fact]
    public async Task A_visitor_is_sent_to_the_first_run_page_until_there_is_a_region_and_to_sign_in_after()
    {
        await using var app = await TestApp.StartAsync();
        using var visitor = app.Visitor();
        using var root = await visitor.GetAsync("/");
        Assert.Equal(HttpStatusCode.Redirect, root.StatusCode);
        using var ready = await visitor.GetAsync("/health/ready");
        await using var db = app.Open();
        var schema = SchemaVersion.Known(db);
        Assert.Equal($"ok\ndatabase {schema.Number} {schema.Name}\n", await ready.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task What_is_saved_is_in_the_chain()
    {
        await using var app = await TestApp.StartAsync();
        var district = await SmallDistrict.InAsync(app);
        await using var db = app.Open();
        db.Commitments.Add(district.Row("1", "老旧小区改造12个", Domain.Ledger.CommitmentState.Draft, district.Housing, district.Finance));
        await TestApp.SaveAsync(db);
        var entries = db.AuditEntries.OrderBy(e => e.Sequence).ToList();
        Assert.Equal(Enumerable.Range(1, entries.Count).Select(i => (long)i), entries.Select(e => e.Sequence));
        Assert.Contains("CoUnit", entries[^1].Text, StringComparison.Ordinal);
        using var coordinator = await app.AsAsync("coordinator");
        var page = await coordinator.PageAsync("/status/404", HttpStatusCode.NotFound);
        Assert.Contains("陈敏", page.Body!.TextContent, StringComparison.Ordinal);
    }
}
