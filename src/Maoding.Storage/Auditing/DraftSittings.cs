using System.Text.Json.Nodes;
using Maoding.Domain.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Storage.Auditing;

/// <summary>Sittings of autosaved edits: what a row was when one began and is when it ends becomes one entry.</summary>
internal static class DraftSittings
{
    /// <summary>Action of the entry that closes a sitting.</summary>
    public const string Action = "修改任务";

    /// <summary>The stored rows with their parts as audit text, by the rows' ids; those that are not stored yet are missing.</summary>
    public static async Task<IReadOnlyDictionary<int, string>> TextsAsync(MaodingContext db, IReadOnlyCollection<int> rowIds, CancellationToken stop)
    {
        if (rowIds.Count == 0) return new Dictionary<int, string>();
        await using var fresh = Beside(db);
        var rows = await fresh.Commitments.Include(c => c.CoUnits).Include(c => c.Themes).Include(c => c.Quantities).Include(c => c.Milestones)
            .AsSplitQuery().Where(c => rowIds.Contains(c.Id)).ToListAsync(stop);
        return rows.ToDictionary(r => r.Id, r => Text(fresh, r));
    }

    private static string Text(MaodingContext fresh, Commitment row)
    {
        var values = JsonNode.Parse(AuditText.Whole(fresh.Entry(row)))!.AsObject();
        void List<T>(IEnumerable<T> parts) where T : class =>
            values[typeof(T).Name] = new JsonArray([.. parts.Select(p => JsonNode.Parse(AuditText.Whole(fresh.Entry(p))))]);
        List(row.CoUnits.OrderBy(u => u.Order));
        List(row.Themes.OrderBy(t => t.ThemeId));
        List(row.Quantities.OrderBy(q => q.Id));
        List(row.Milestones.OrderBy(m => m.Id));
        return AuditText.Write(values);
    }

    /// <summary>The entry of a sitting; null when everything is again as it was.</summary>
    public static AuditChange? Change(int rowId, string before, string after)
    {
        var (old, now) = (JsonNode.Parse(before)!.AsObject(), JsonNode.Parse(after)!.AsObject());
        var (was, became) = (new JsonObject(), new JsonObject());
        foreach (var (name, value) in now)
        {
            if (JsonNode.DeepEquals(value, old[name])) continue;
            was[name] = old[name]?.DeepClone();
            became[name] = value?.DeepClone();
        }

        return became.Count == 0 ? null : new AuditChange(nameof(Commitment), rowId, AuditText.Write(was), AuditText.Write(became));
    }

    /// <summary>A second context on the same connection and transaction: it sees what is stored, not what is tracked.</summary>
    private static MaodingContext Beside(MaodingContext db)
    {
        var connection = db.Database.GetDbConnection();
        var builder = new DbContextOptionsBuilder<MaodingContext>();
        if (db.Database.IsNpgsql()) builder.UseNpgsql(connection);
        else builder.UseSqlite(connection);
        var fresh = new MaodingContext(builder.Options);
        if (db.Database.CurrentTransaction is { } open)
            fresh.Database.UseTransaction(Microsoft.EntityFrameworkCore.Storage.DbContextTransactionExtensions.GetDbTransaction(open));
        return fresh;
    }
}
