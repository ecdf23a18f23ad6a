using Maoding.Domain.Access;
using Maoding.Domain.Ledger;
using Maoding.Storage.Auditing;
using Maoding.Tests.Features.Progress.Closings;
using Maoding.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Maoding.Tests.Features.Planning.Ledger;

/// <summary>What is kept of the list never outlives a write.</summary>
public sealed class LedgerFreshTests
{
    [Fact]
    public async Task The_list_shows_what_people_and_the_months_close_changed_after_it_was_read()
    {
        await using var app = await TestApp.StartAsync();
        var scene = await YearScene.InAsync(app);
        var row = await scene.AddAsync("1");
        using var web = await app.AsAsync("clerk");
        Assert.Contains("老旧小区改造1", await LineAsync(web), StringComparison.Ordinal);
        Assert.DoesNotContain("红灯", await LineAsync(web), StringComparison.Ordinal);

        await scene.CatchUpAsync(new DateOnly(2026, 4, 20));
        Assert.Contains("红灯", await LineAsync(web), StringComparison.Ordinal);

        await using (var db = app.Open())
        {
            (await db.Commitments.SingleAsync(c => c.Id == row)).Title = "老旧小区改造15个";
            await TestApp.SaveAsync(db);
        }

        Assert.Contains("老旧小区改造15个", await LineAsync(web), StringComparison.Ordinal);
        await using (var db = app.Open())
        {
            (await db.Commitments.SingleAsync(c => c.Id == row)).State = CommitmentState.Draft;
            await TestApp.SaveAsync(db);
        }

        Assert.Equal("", await LineAsync(web));
    }

    [Fact]
    public async Task The_list_of_drafts_shows_an_edit_that_saved_itself()
    {
        await using var app = await TestApp.StartAsync();
        var scene = await YearScene.InAsync(app);
        var row = await scene.AddAsync("1");
        await using (var db = app.Open())
        {
            (await db.Commitments.SingleAsync(c => c.Id == row)).State = CommitmentState.Draft;
            await TestApp.SaveAsync(db);
        }

        using var web = await app.AsAsync("coordinator");
        Assert.Contains("老旧小区改造1", await LineAsync(web, "?view=draft"), StringComparison.Ordinal);
        await using (var db = app.Open())
        {
            var draft = await db.Commitments.SingleAsync(c => c.Id == row);
            draft.Title = "老旧小区改造16个";
            await new AuditedSave(db, TimeProvider.System).SaveDraftAsync(new Actor(1, null, "管理员", true, []), draft);
        }

        Assert.Contains("老旧小区改造16个", await LineAsync(web, "?view=draft"), StringComparison.Ordinal);
    }

    private static async Task<string> LineAsync(WebClient web, string view = "") =>
        (await web.PageAsync("/ledger" + view)).QuerySelector("table.ledger tbody")?.TextContent ?? "";
}
