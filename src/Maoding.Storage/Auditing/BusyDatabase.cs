using Microsoft.Data.Sqlite;
using Npgsql;

namespace Maoding.Storage.Auditing;

/// <summary>Tells a database that others keep busy, or that does not answer for a moment, from one that refuses what was sent.</summary>
public static class BusyDatabase
{
    private const int SqliteBusy = 5;
    private const int SqliteLocked = 6;

    /// <summary>Nothing was written, and the same may go through in a moment.</summary>
    public static bool Is(Exception? error) => error switch
    {
        null => false,
        SqliteException { SqliteErrorCode: SqliteBusy or SqliteLocked } => true,
        PostgresException { SqlState: PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.DeadlockDetected } => true,
        _ => Is(error.InnerException),
    };
}
