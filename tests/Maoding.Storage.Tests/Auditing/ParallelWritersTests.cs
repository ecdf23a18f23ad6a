using Maoding.Domain;
using Maoding.Domain.Ledger;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Maoding.Storage.Tests.Auditing;

public sealed class ParallelWritersTests
{
    private const int Writers = 50;
    private const int SavesEach = 6;

    [Fact]
    public async Task Fifty_writers_on_postgres_leave_one_chain() => await WriteAsync("postgres", Writers);

    [Fact]
    public async Task Twelve_writers_on_sqlite_leave_one_chain() => await WriteAsync("sqlite", 12);

    private static async Task WriteAsync(string kind, int writers)
    {
        await using var database = await TestDatabase.MigratedAsync(kind);
        var shared = await database.SmallLedgerAsync("1");
        var own = new List<int>();
        await using (var db = database.Open())
        {
            var rows = Enumerable.Range(2, writers).Select(n => TestDatabase.Row(shared.PlanId, $"{n}")).ToList();
            db.Commitments.AddRange(rows);
            await TestDatabase.SaveAsync(db);
            own.AddRange(rows.Select(r => r.Id));
        }

        var before = await database.ChainAsync();
        using var go = new ManualResetEventSlim();
        var running = own.Select(id => Task.Run(async () =>
        {
            go.Wait();
            return await WriteOneAsync(database, id, shared.Id);
        })).ToList();
        go.Set();
        var outcomes = await Task.WhenAll(running);

        var (saved, refused) = (outcomes.Sum(o => o.Saved), outcomes.Sum(o => o.Refused));
        Assert.Equal(writers * SavesEach, saved + refused);
        // Someone gets through on the shared row each time, and with this many at once someone does not.
        Assert.InRange(refused, 1, (writers * SavesEach / 2) - 1);
        Assert.Equal(before + saved, await database.ChainAsync());
        await using var after = database.Open();
        Assert.All(await after.Commitments.Where(c => own.Contains(c.Id)).Select(c => c.Version).ToListAsync(), v => Assert.Equal(1 + (SavesEach / 2), v));
        var version = await after.Commitments.Where(c => c.Id == shared.Id).Select(c => c.Version).SingleAsync();
        Assert.Equal(1 + outcomes.Sum(o => o.SavedShared), version);
    }

    /// <summary>Half the saves on a row of its own, half on the row that all want.</summary>
    private static async Task<(int Saved, int SavedShared, int Refused)> WriteOneAsync(TestDatabase database, int ownId, int sharedId)
    {
        var (saved, savedShared, refused) = (0, 0, 0);
        for (var i = 0; i < SavesEach; i++)
        {
            var isShared = i % 2 == 1;
            await using var db = database.Open();
            Commitment row = await db.Commitments.SingleAsync(c => c.Id == (isShared ? sharedId : ownId));
            row.Title = $"第{ownId}人第{i}次";
            await Task.Yield();
            try
            {
                await TestDatabase.SaveAsync(db);
                saved++;
                if (isShared) savedShared++;
            }
            catch (RefusalException refusal) when (refusal.Code == "SYS001" && isShared)
            {
                refused++;
            }
        }

        return (saved, savedShared, refused);
    }
}
