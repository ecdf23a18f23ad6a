using System.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Storage;

/// <summary>Lets every read of a context see the database of one moment, while others go on writing.</summary>
public static class ReadSnapshot
{
    /// <summary>Begins the transaction; it ends with the context.</summary>
    public static async Task BeginAsync(MaodingContext db, CancellationToken stop = default)
    {
        if (db.Database.IsNpgsql())
        {
            await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, stop);
            await db.Database.ExecuteSqlRawAsync("SET TRANSACTION READ ONLY", stop);
            return;
        }

        await db.Database.OpenConnectionAsync(stop);
        // Deferred: a SQLite transaction that only reads never stands in a writer's way.
        var transaction = ((SqliteConnection)db.Database.GetDbConnection()).BeginTransaction(deferred: true);
        await db.Database.UseTransactionAsync(transaction, stop);
    }
}
