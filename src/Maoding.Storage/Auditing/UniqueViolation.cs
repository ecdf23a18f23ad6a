using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Maoding.Storage.Auditing;

/// <summary>Reads from either database's error which unique index refused a row.</summary>
internal static class UniqueViolation
{
    private const int SqliteConstraint = 19;

    /// <summary>The index or columns named in the error; null when it was another error.</summary>
    public static string? In(DbUpdateException error) => error.InnerException switch
    {
        PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } refused => refused.ConstraintName ?? "",
        SqliteException { SqliteErrorCode: SqliteConstraint } refused when refused.Message.Contains("UNIQUE", StringComparison.Ordinal) => refused.Message,
        _ => null,
    };
}
