using Maoding.Domain.Ledger;
using Maoding.Storage.Auditing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Maoding.Storage.Tests.Auditing;

public sealed class BusyDatabaseTests
{
    [Fact]
    public async Task A_file_that_another_writes_is_busy_and_a_wrong_statement_is_not()
    {
        await using var database = await TestDatabase.MigratedAsync("sqlite");
        await using var one = database.Open();
        await using var writing = await one.Database.BeginTransactionAsync();
        await using var other = database.Open();
        other.Database.SetCommandTimeout(1);
        other.Plans.Add(new Plan { Year = 2026, Name = "2026年任务分解方案" });
        var busy = await Assert.ThrowsAnyAsync<Exception>(() => other.SaveChangesAsync());
        Assert.True(BusyDatabase.Is(busy), busy.ToString());
        var wrong = await Assert.ThrowsAnyAsync<Exception>(() => one.Database.ExecuteSqlRawAsync("""UPDATE "NoSuchTable" SET "A" = 1"""));
        Assert.False(BusyDatabase.Is(wrong));
    }
}
