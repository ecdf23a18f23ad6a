using System.Globalization;
using Maoding.Domain.Ledger;
using Maoding.Domain.Search;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Maoding.Storage.Searching;

/// <summary>The words of every ledger row as pairs of characters, kept in the transaction that changes the row; the same on both databases.</summary>
public static class SearchIndex
{
    /// <summary>Rows that are looked through for a character that stands alone, which the index does not hold.</summary>
    public const int Scanned = 2000;

    private static readonly IndexTable Table = new("commitment_search", "\"CommitmentSearch\"", "\"CommitmentId\"");

    private static readonly string[] Told = [nameof(Commitment.Title), nameof(Commitment.Measures), nameof(Commitment.Number)];

    /// <summary>Makes the index of the rows and that of all other things anew, all or nothing, when it lacks one or holds one that is gone.</summary>
    public static async Task MendAsync(MaodingContext db, CancellationToken stop = default)
    {
        if ((await MissingAsync(db, stop)).Count > 0 || (await ThingIndex.MissingAsync(db, stop)).Count > 0) await RemakeAsync(db, stop);
    }

    /// <summary>Makes both anew, all or nothing: what an earlier program made its words of may be other words by now.</summary>
    public static async Task RemakeAsync(MaodingContext db, CancellationToken stop = default)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        await RebuildAsync(db, stop);
        await ThingIndex.RebuildAsync(db, stop);
        await transaction.CommitAsync(stop);
    }

    /// <summary>Makes the index anew from the rows, in the caller's transaction.</summary>
    public static async Task RebuildAsync(MaodingContext db, CancellationToken stop = default)
    {
        await Table.ClearAsync(db, stop);
        for (var last = 0; ;)
        {
            var ids = await db.Commitments.Where(c => c.Id > last).OrderBy(c => c.Id).Take(IndexTable.Batch).Select(c => c.Id).ToListAsync(stop);
            if (ids.Count == 0) return;
            await UpdateAsync(db, ids, stop);
            last = ids[^1];
        }
    }

    /// <summary>Ids of rows without an entry, and of entries without a row; at most 100 of each.</summary>
    public static async Task<IReadOnlyList<int>> MissingAsync(MaodingContext db, CancellationToken stop = default)
    {
        var entries = db.Database.SqlQueryRaw<int>(db.Database.IsNpgsql()
            ? """SELECT "CommitmentId" AS "Value" FROM "CommitmentSearch" """
            : """SELECT rowid AS "Value" FROM commitment_search""");
        var rows = await db.Commitments.Select(c => c.Id).Where(id => !entries.Contains(id)).OrderBy(id => id).Take(100).ToListAsync(stop);
        var lost = await entries.Where(id => !db.Commitments.Any(c => c.Id == id)).OrderBy(id => id).Take(100).ToListAsync(stop);
        return [.. rows, .. lost];
    }

    /// <summary>The rows that hold every word of the query; all rows for a query without words.</summary>
    public static IQueryable<Commitment> Matching(this IQueryable<Commitment> rows, MaodingContext db, SearchQuery query)
    {
        if (query.Phrases.Count > 0)
        {
            var found = Found(db, query);
            rows = rows.Where(c => found.Contains(c.Id));
        }
        else if (query.IsSingle)
        {
            rows = rows.OrderBy(c => c.Order).ThenBy(c => c.Id).Take(Scanned);
        }

        foreach (var single in query.Singles) rows = rows.Where(c => c.Title.Contains(single) || c.Measures.Contains(single));
        return rows;
    }

    /// <summary>Whether a change of this entry changes what is found.</summary>
    internal static bool Reads(EntityEntry entry) => entry.Entity switch
    {
        Quote or TargetFigure => true,
        Commitment when entry.State == EntityState.Modified => Told.Any(name => entry.Property(name).IsModified),
        Commitment => true,
        ISearched when entry.State == EntityState.Modified => entry.Properties.Any(p => p.IsModified && p.Metadata.ClrType == typeof(string)),
        ISearched => true,
        _ => false,
    };

    /// <summary>Brings the entries of some rows to what the rows say now; inside the caller's transaction.</summary>
    internal static async Task UpdateAsync(MaodingContext db, IReadOnlyList<int> ids, CancellationToken stop)
    {
        foreach (var chunk in ids.Chunk(IndexTable.Batch))
        {
            var rows = await db.Commitments.AsNoTracking().Where(c => chunk.Contains(c.Id))
                .Select(c => new { c.Id, c.Number, c.Title, c.Measures, Indicator = c.Target == null ? "" : c.Target.Indicator }).ToListAsync(stop);
            var quotes = (await db.Quotes.AsNoTracking().Where(q => chunk.Contains(q.CommitmentId)).OrderBy(q => q.Id)
                .Select(q => new { q.CommitmentId, q.Text }).ToListAsync(stop)).ToLookup(q => q.CommitmentId, q => q.Text);
            await Table.WriteAsync(
                db, [.. rows.Select(r => ((long)r.Id, Bigrams.Index(string.Join('\n', [r.Number, r.Title, r.Indicator, r.Measures, .. quotes[r.Id]]))))], stop);
        }
    }

    private static IQueryable<int> Found(MaodingContext db, SearchQuery query)
    {
        if (!db.Database.IsNpgsql())
            return db.Database.SqlQueryRaw<int>("""SELECT rowid AS "Value" FROM commitment_search WHERE commitment_search MATCH {0}""",
                string.Join(" AND ", query.Phrases.Select(p => $"\"{p}\"")));
        var phrases = query.Phrases.Select((_, i) => string.Create(CultureInfo.InvariantCulture, $"phraseto_tsquery('simple', {{{i}}})"));
        // Only the numbers of the parameters are put together here.
        var sql = """SELECT "CommitmentId" AS "Value" FROM "CommitmentSearch" WHERE "Words" @@ (""" + string.Join(" && ", phrases) + ")";
        return db.Database.SqlQueryRaw<int>(sql, [.. query.Phrases.Select(p => (object)p.ToString())]);
    }
}
