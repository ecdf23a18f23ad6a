using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Storage.Searching;

/// <summary>A table of words by key, the same on both databases; every statement runs in the caller's transaction.</summary>
/// <param name="Sqlite">Its name there, whose key is the number of the row.</param>
/// <param name="Postgres">Its name there, in quotation marks.</param>
/// <param name="Key">Its key there, in quotation marks.</param>
internal sealed record IndexTable(string Sqlite, string Postgres, string Key)
{
    /// <summary>Entries written with one statement; SQLite allows some 32,000 parameters, PostgreSQL 65,000.</summary>
    public const int Batch = 200;

    // Only names of the house's own tables are put together here.
    private static string Deleting(string table, string where = "") => $"DELETE FROM {table}{where}";

    public Task ClearAsync(MaodingContext db, CancellationToken stop) =>
        db.Database.ExecuteSqlRawAsync(Deleting(db.Database.IsNpgsql() ? Postgres : Sqlite), stop);

    public Task RemoveAsync(MaodingContext db, long from, long to, CancellationToken stop) => db.Database.ExecuteSqlRawAsync(
        db.Database.IsNpgsql() ? Deleting(Postgres, $" WHERE {Key} BETWEEN {{0}} AND {{1}}") : Deleting(Sqlite, " WHERE rowid BETWEEN {0} AND {1}"),
        [from, to], stop);

    /// <summary>Puts at most <see cref="Batch"/> entries in the place of those with their keys.</summary>
    public async Task WriteAsync(MaodingContext db, IReadOnlyList<(long Key, string Words)> entries, CancellationToken stop)
    {
        if (entries.Count == 0) return;
        var postgres = db.Database.IsNpgsql();
        var sql = new StringBuilder(postgres
            ? $"INSERT INTO {Postgres} ({Key}, \"Words\") VALUES "
            : $"INSERT OR REPLACE INTO {Sqlite} (rowid, words) VALUES ");
        for (var i = 0; i < entries.Count; i++)
        {
            if (i > 0) sql.Append(',');
            var words = string.Create(CultureInfo.InvariantCulture, $"{{{i}}}");
            sql.Append(CultureInfo.InvariantCulture, $"({entries[i].Key}, {(postgres ? $"to_tsvector('simple', {words})" : words)})");
        }

        if (postgres) sql.Append(CultureInfo.InvariantCulture, $" ON CONFLICT ({Key}) DO UPDATE SET \"Words\" = excluded.\"Words\"");
        await db.Database.ExecuteSqlRawAsync(sql.ToString(), entries.Select(e => (object)e.Words), stop);
    }
}
