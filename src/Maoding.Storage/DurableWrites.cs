using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Maoding.Storage;

/// <summary>Every SQLite connection waits for the disk before it says that something is saved.</summary>
internal sealed class DurableWrites : DbConnectionInterceptor
{
    public static readonly DurableWrites Instance = new();

    private const string Settings = "PRAGMA synchronous=FULL; PRAGMA busy_timeout=30000; PRAGMA cache_size=-16000;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Settings;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Settings;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
