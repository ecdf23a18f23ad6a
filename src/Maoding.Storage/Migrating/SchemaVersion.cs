using Maoding.Domain;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Storage.Migrating;

/// <summary>How far the tables of a database have come, told alike on both kinds; and whether this program may work with a database.</summary>
/// <param name="Number">How many migrations there are.</param>
/// <param name="Name">Of the newest.</param>
public sealed record SchemaVersion(int Number, string Name)
{
    /// <summary>A table that stands in a database from the beginning of a restore to its end.</summary>
    private const string Mark = "RestoreUnfinished";

    /// <summary>What this program makes of every database.</summary>
    public static SchemaVersion Known(MaodingContext db) => Of([.. db.Database.GetMigrations()]);

    public static async Task<SchemaVersion> OfAsync(MaodingContext db, CancellationToken stop = default) =>
        Of([.. await db.Database.GetAppliedMigrationsAsync(stop)]);

    /// <exception cref="RefusalException">STO010: a newer program made it; STO011: a restore into it did not come to its end.</exception>
    public static async Task DemandAsync(MaodingContext db, CancellationToken stop = default)
    {
        await DemandKnownAsync(db, stop);
        if (await IsMarkedAsync(db, stop))
            throw new RefusalException(
                "STO011", "这里有一次没有完成的恢复，数据不全，不能使用。请删掉这个数据目录（或清空这个数据库），重新执行 maoding restore。", RefusalKind.Conflict);
    }

    /// <exception cref="RefusalException">STO010: a newer program made it.</exception>
    internal static async Task DemandKnownAsync(MaodingContext db, CancellationToken stop)
    {
        var known = db.Database.GetMigrations().ToHashSet();
        if ((await db.Database.GetAppliedMigrationsAsync(stop)).All(known.Contains)) return;
        var (newer, own) = (await OfAsync(db, stop), Known(db));
        throw new RefusalException(
            "STO010", $"这份数据是更新版本的锚定用过的：数据库版本 {newer}，本程序只认到 {own}。什么都没有改。请换用新版本的程序。", RefusalKind.Conflict);
    }

    public override string ToString() => $"{Number}（{Name}）";

    /// <summary>Before the first row of a restore.</summary>
    internal static Task MarkAsync(MaodingContext db, CancellationToken stop) =>
        db.Database.ExecuteSqlRawAsync($"CREATE TABLE IF NOT EXISTS \"{Mark}\" (\"Since\" integer)", stop);

    /// <summary>In the transaction that makes the restore whole.</summary>
    internal static Task UnmarkAsync(MaodingContext db, CancellationToken stop) => db.Database.ExecuteSqlRawAsync($"DROP TABLE \"{Mark}\"", stop);

    private static async Task<bool> IsMarkedAsync(MaodingContext db, CancellationToken stop) => await db.Database.SqlQueryRaw<int>(
        db.Database.IsNpgsql()
            ? $"SELECT COUNT(*)::int AS \"Value\" FROM pg_tables WHERE schemaname = current_schema() AND tablename = '{Mark}'"
            : $"SELECT COUNT(*) AS \"Value\" FROM sqlite_master WHERE type = 'table' AND name = '{Mark}'").SingleAsync(stop) > 0;

    /// <summary>20261124103311_Initial: the number before the name differs between the two kinds of database.</summary>
    internal static string NameOf(string migration) => migration[(migration.IndexOf('_', StringComparison.Ordinal) + 1)..];

    private static SchemaVersion Of(IReadOnlyList<string> migrations) => new(migrations.Count, migrations.Count == 0 ? "" : NameOf(migrations[^1]));
}
