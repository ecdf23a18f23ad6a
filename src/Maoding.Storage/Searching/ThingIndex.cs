using System.Globalization;
using Maoding.Domain.Search;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Storage.Searching;

/// <summary>The words of everything that is <see cref="ISearched"/>, kept in the transaction that changes it; the same on both databases.</summary>
/// <remarks>One key in both: the kind, the id and the number of the piece of its text, in 15, 32 and 16 bits.</remarks>
public static class ThingIndex
{
    private static readonly IndexTable Table = new("thing_search", "\"ThingSearch\"", "\"Key\"");

    private const int PieceBits = 16;

    private const int KindBits = 48;

    private static readonly Source[] Sources =
    [
        new(SearchKind.Document, db => db.Documents.AsNoTracking()),
        new(SearchKind.Project, db => db.Projects.AsNoTracking()),
        new(SearchKind.Problem, db => db.Problems.AsNoTracking()),
        new(SearchKind.Lead, db => db.Leads.AsNoTracking()),
        new(SearchKind.SoughtMatter, db => db.SoughtMatters.AsNoTracking()),
        new(SearchKind.Indicator, db => db.Indicators.AsNoTracking()),
    ];

    /// <summary>Ids of the things of a kind that hold every word; none for a query of single characters, which the index does not hold.</summary>
    public static IQueryable<int> Found(MaodingContext db, SearchKind kind, SearchQuery query)
    {
        var (from, to) = Range(kind);
        if (query.Phrases.Count == 0) return db.Database.SqlQueryRaw<int>("""SELECT 0 AS "Value" WHERE 1 = 0""");
        if (!db.Database.IsNpgsql())
            return db.Database.SqlQueryRaw<int>(
                """
                SELECT DISTINCT (rowid >> 16) & 4294967295 AS "Value" FROM thing_search
                WHERE thing_search MATCH {0} AND rowid BETWEEN {1} AND {2}
                """,
                string.Join(" AND ", query.Phrases.Select(p => $"\"{p}\"")), from, to);
        // Only the numbers of the parameters are put together here.
        var phrases = query.Phrases.Select((_, i) => string.Create(CultureInfo.InvariantCulture, $"phraseto_tsquery('simple', {{{i + 2}}})"));
        var sql = """
            SELECT DISTINCT CAST(("Key" >> 16) & 4294967295 AS integer) AS "Value" FROM "ThingSearch"
            WHERE "Key" BETWEEN {0} AND {1} AND "Words" @@ (
            """ + string.Join(" && ", phrases) + ")";
        return db.Database.SqlQueryRaw<int>(sql, [from, to, .. query.Phrases.Select(p => (object)p.ToString())]);
    }

    /// <summary>Things without an entry, and entries without a thing, at most 100 of each and kind.</summary>
    public static async Task<IReadOnlyList<(SearchKind Kind, int Id)>> MissingAsync(MaodingContext db, CancellationToken stop = default)
    {
        var missing = new List<(SearchKind, int)>();
        foreach (var source in Sources)
        {
            var (from, to) = Range(source.Kind);
            var entries = Entries(db, from, to);
            var things = source.Ids(db);
            missing.AddRange((await things.Where(id => !entries.Contains(id)).OrderBy(id => id).Take(100).ToListAsync(stop)).Select(id => (source.Kind, id)));
            missing.AddRange((await entries.Where(id => !things.Contains(id)).OrderBy(id => id).Take(100).ToListAsync(stop)).Select(id => (source.Kind, id)));
        }

        return missing;
    }

    /// <summary>Makes the index anew, in the caller's transaction.</summary>
    public static async Task RebuildAsync(MaodingContext db, CancellationToken stop = default)
    {
        await Table.ClearAsync(db, stop);
        foreach (var source in Sources)
            for (var last = 0; ;)
            {
                var things = await source.After(db, last).ToListAsync(stop);
                if (things.Count == 0) break;
                await UpdateAsync(db, things, stop);
                last = things[^1].Id;
            }
    }

    /// <summary>Brings the entries of some things to what they say now; inside the caller's transaction.</summary>
    internal static async Task UpdateAsync(MaodingContext db, IReadOnlyCollection<ISearched> things, CancellationToken stop)
    {
        var pieces = things.SelectMany(t => t.SearchTexts.Select((text, i) => (Key: Key(t.FoundAs, t.Id, i), Words: Bigrams.Index(text))));
        foreach (var chunk in pieces.Chunk(IndexTable.Batch)) await Table.WriteAsync(db, chunk, stop);
    }

    /// <summary>Takes the entries of a thing that is gone out; inside the caller's transaction.</summary>
    internal static Task RemoveAsync(MaodingContext db, ISearched thing, CancellationToken stop) =>
        Table.RemoveAsync(db, Key(thing.FoundAs, thing.Id, 0), Key(thing.FoundAs, thing.Id + 1, 0) - 1, stop);

    private static IQueryable<int> Entries(MaodingContext db, long from, long to) => db.Database.SqlQueryRaw<int>(
        db.Database.IsNpgsql()
            ? """SELECT DISTINCT CAST(("Key" >> 16) & 4294967295 AS integer) AS "Value" FROM "ThingSearch" WHERE "Key" BETWEEN {0} AND {1}"""
            : """SELECT DISTINCT (rowid >> 16) & 4294967295 AS "Value" FROM thing_search WHERE rowid BETWEEN {0} AND {1}""",
        from, to);

    private static long Key(SearchKind kind, int id, int piece) => ((long)kind << KindBits) | ((long)id << PieceBits) | (uint)piece;

    private static (long From, long To) Range(SearchKind kind) => (Key(kind, 0, 0), Key(kind + 1, 0, 0) - 1);

    /// <summary>Where the things of a kind stand.</summary>
    private sealed record Source(SearchKind Kind, Func<MaodingContext, IQueryable<ISearched>> Of)
    {
        public IQueryable<int> Ids(MaodingContext db) => Of(db).Select(t => EF.Property<int>(t, nameof(ISearched.Id)));

        public IQueryable<ISearched> After(MaodingContext db, int last) => Of(db)
            .Where(t => EF.Property<int>(t, nameof(ISearched.Id)) > last).OrderBy(t => EF.Property<int>(t, nameof(ISearched.Id))).Take(IndexTable.Batch);
    }
}
