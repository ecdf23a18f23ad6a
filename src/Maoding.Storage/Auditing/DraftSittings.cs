using System.Text.Json.Nodes;
using Maoding.Domain.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Storage.Auditing;

/// <summary>Sittings of autosaved edits: what a row was when one began and is when it ends becomes one entry.</summary>
internal static class DraftSittings
{
    /// <summary>Action of the entry that closes a sitting.</summary>
    public const string Action = "修改任务";

    private static readonly string[] Parts = [nameof(CoUnit), nameof(CommitmentTheme), nameof(Quantity), nameof(Milestone)];

    /// <summary>The stored row with its parts as audit text; null when it is not stored yet.</summary>
    public static async Task<string?> TextAsync(MaodingContext db, int rowId, CancellationToken stop)
    {
        await using var fresh = Beside(db);
        var row = await fresh.Commitments.Include(c => c.CoUnits).Include(c => c.Themes).Include(c => c.Quantities).Include(c => c.Milestones)
            .AsSplitQuery().FirstOrDefaultAsync(c => c.Id == rowId, stop);
        if (row is null) return null;
        var values = JsonNode.Parse(AuditText.Whole(fresh.Entry(row)))!.AsObject();
        foreach (var part in Parts)
        {
            var list = new JsonArray();
            foreach (var entry in fresh.ChangeTracker.Entries().Where(e => e.Metadata.ShortName() == part).OrderBy(e => e.Property(SortOf(part)).CurrentValue))
                list.Add(JsonNode.Parse(AuditText.Whole(entry)));
            values[part] = list;
        }

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

    private static string SortOf(string part) => part switch
    {
        nameof(CoUnit) => nameof(CoUnit.Order),
        nameof(CommitmentTheme) => nameof(CommitmentTheme.ThemeId),
        _ => nameof(Quantity.Id),
    };

    /// <summary>A second context on the same connection and transaction: it sees what is stored, not what is tracked.</summary>
    private static MaodingContext Beside(MaodingContext db)
    {
        var connection = db.Database.GetDbConnection();
        var builder = new DbContextOptionsBuilder<MaodingContext>();
        if (db.Database.IsNpgsql()) builder.UseNpgsql(connection);
        else builder.UseSqlite(connection);
        var fresh = new MaodingContext(builder.Options);
        if (db.Database.CurrentTransaction is { } open) fresh.Database.UseTransaction(Microsoft.EntityFrameworkCore.Storage.DbContextTransactionExtensions.GetDbTransaction(open));
        return fresh;
    }
}
