using System.Diagnostics;
using Maoding.Storage;
using Microsoft.EntityFrameworkCore;

namespace Maoding.WebBench;

/// <summary>Statements read by ADO.NET to the last value, and what takes how long.</summary>
internal static class Bare
{
    public static async Task ReadAsync(MaodingContext db, string[] statements)
    {
        await db.Database.OpenConnectionAsync();
        foreach (var statement in statements)
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = statement;
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
                for (var i = 0; i < reader.FieldCount; i++) _ = reader.GetValue(i);
        }
    }

    /// <returns>Milliseconds with a context of its own.</returns>
    public static async Task<double> TimeAsync(Database database, Func<MaodingContext, Task> work)
    {
        await using var db = database.Open();
        var from = Stopwatch.GetTimestamp();
        await work(db);
        return Stopwatch.GetElapsedTime(from).TotalMilliseconds;
    }
}
