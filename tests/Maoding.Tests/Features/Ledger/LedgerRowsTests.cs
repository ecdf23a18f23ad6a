using Maoding.Domain.Ledger;
using Maoding.Domain.Lights;
using Maoding.Features.Ledger;
using Maoding.Tests.Features.Close;
using Maoding.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Maoding.Tests.Features.Ledger;

/// <summary>What is kept of rows never tells of yesterday.</summary>
public sealed class LedgerRowsTests
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
    public async Task A_row_that_changed_after_its_key_was_read_is_left_out()
    {
        await using var app = await TestApp.StartAsync();
        var scene = await YearScene.InAsync(app);
        var (first, second) = (await scene.RowAsync(await scene.AddAsync("1")), await scene.RowAsync(await scene.AddAsync("2")));
        LedgerKey Key(Commitment row, int version) => new(row.Id, version, null, Light.None, 2);
        var rows = app.Services.GetRequiredService<LedgerRows>();
        await using var db = app.Open();
        Assert.Equal([second.Id], (await rows.ReadAsync(db, [Key(first, first.Version - 1), Key(second, second.Version)], default)).Select(r => r.Id));
        Assert.Equal([second.Id, first.Id], (await rows.ReadAsync(db, [Key(second, second.Version), Key(first, first.Version)], default)).Select(r => r.Id));
    }

    private static async Task<string> LineAsync(WebClient web) => (await web.PageAsync("/ledger")).QuerySelector("table.ledger tbody")?.TextContent ?? "";
}
