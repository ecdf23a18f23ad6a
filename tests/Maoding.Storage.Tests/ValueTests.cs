using Maoding.Domain.Documents;
using Maoding.Domain.Ledger;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Maoding.Storage.Tests;

public sealed class ValueTests
{
    public static TheoryData<string> Both => TestDatabase.Both;

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Times_come_back_as_utc_with_microseconds(string kind)
    {
        await using var database = await TestDatabase.MigratedAsync(kind);
        var planId = (await database.SmallLedgerAsync()).PlanId;
        var given = new DateTime(2026, 3, 4, 5, 6, 7, DateTimeKind.Utc).AddTicks(1_234_567);
        await using (var db = database.Open())
        {
            db.Documents.Add(new SourceDocument { PlanId = planId, Title = "有时间", Text = "文", Kind = DocumentKind.Decision, ImportedAt = given });
            await TestDatabase.SaveAsync(db);
        }

        await using var after = database.Open();
        var read = await after.Documents.Where(d => d.Title == "有时间").Select(d => d.ImportedAt).SingleAsync();
        Assert.Equal((given.AddTicks(-7), DateTimeKind.Utc), (read, read.Kind));
        Assert.Equal(1, await after.Documents.CountAsync(d => d.ImportedAt == given.AddTicks(-7)));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Decimals_keep_six_places_and_sort_as_numbers(string kind)
    {
        await using var database = await TestDatabase.MigratedAsync(kind);
        var id = (await database.SmallLedgerAsync()).Id;
        decimal[] values = [9.5m, 10m, -1.000001m, 123456789.123456m];
        await using (var db = database.Open())
        {
            var row = await db.Commitments.Include(c => c.Quantities).SingleAsync(c => c.Id == id);
            row.Quantities.Clear();
            row.Quantities.AddRange(values.Select(v => new Quantity { Name = "数", Value = v, Unit = "个" }));
            await TestDatabase.SaveAsync(db);
        }

        await using var after = database.Open();
        Assert.Equal(values.Order(), await after.Quantities.OrderBy(q => q.Value).Select(q => q.Value).ToListAsync());
    }
}
