using System.Collections.Concurrent;
using Maoding.Domain.Lights;
using Maoding.Storage;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Ledger;

/// <summary>Where a row stands in a page of the list, and how old what is known of it may be.</summary>
/// <param name="Share">Closing a month sets this and the light without a new version.</param>
public sealed record LedgerKey(int Id, int Version, int? Share, Light Light, int Count);

/// <summary>Rows of the list by their version: a page asks the database which rows it has, and reads only those that changed since they were read last.</summary>
public sealed class LedgerRows
{
    /// <summary>Some 8 MB; then all are forgotten.</summary>
    private const int Most = 20_000;

    private readonly ConcurrentDictionary<int, Kept> _kept = new();

    private sealed record Kept(int Version, LedgerRow Row);

    /// <summary>The rows in the order of their keys; one that changed since its key was read is left out, because nobody has asked whether it may still be seen.</summary>
    public async Task<List<LedgerRow>> ReadAsync(MaodingContext db, IReadOnlyList<LedgerKey> keys, CancellationToken stop)
    {
        var found = new Dictionary<int, LedgerRow>(keys.Count);
        var unknown = new List<int>();
        foreach (var key in keys)
        {
            if (_kept.TryGetValue(key.Id, out var kept) && kept.Version == key.Version) found[key.Id] = kept.Row;
            else unknown.Add(key.Id);
        }

        if (unknown.Count > 0) await FetchAsync(db, keys, unknown, found, stop);
        return [.. keys.Where(k => found.ContainsKey(k.Id)).Select(k => Now(found[k.Id], k))];
    }

    private static LedgerRow Now(LedgerRow row, LedgerKey key) => row.Share == key.Share && row.Light == key.Light ? row : row with { Share = key.Share, Light = key.Light };

    private async Task FetchAsync(MaodingContext db, IReadOnlyList<LedgerKey> keys, List<int> ids, Dictionary<int, LedgerRow> found, CancellationToken stop)
    {
        if (_kept.Count > Most) _kept.Clear();
        var versions = keys.ToDictionary(k => k.Id, k => k.Version);
        var rows = await db.Commitments.AsNoTracking().Where(c => ids.Contains(c.Id)).Select(c => new Kept(
            c.Version,
            new LedgerRow(c.Id, c.ParentId, c.Number, c.Order, c.Kind, c.State, c.Title, c.LeadUnitId, c.LeaderPostId, c.SecondLeaderPostId, c.DueKind, c.Due, c.Share, c.Light, c.MonthlyPlan))).ToListAsync(stop);
        foreach (var kept in rows)
        {
            _kept[kept.Row.Id] = kept;
            if (versions[kept.Row.Id] == kept.Version) found[kept.Row.Id] = kept.Row;
        }
    }
}
