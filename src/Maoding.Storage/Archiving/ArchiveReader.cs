using System.Data.Common;
using System.IO.Compression;
using System.Text.Json;
using Maoding.Domain;
using Maoding.Storage.Migrating;
using Maoding.Storage.Searching;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Storage.Archiving;

/// <summary>Puts an archive into an empty database, whole or not at all.</summary>
public sealed class ArchiveReader
{
    private const long LongestManifest = 1 << 20;

    /// <summary>Text packs about ten to one; far more is a trap.</summary>
    private const long HighestRatio = 200;

    private const long SmallEnough = 64 << 20;

    private readonly ZipArchive _zip;
    private readonly MaodingContext _db;
    private readonly IReadOnlyList<ArchiveTable> _tables;
    private readonly Action<double> _progress;
    private long _done;

    private ArchiveReader(ZipArchive zip, MaodingContext db, IReadOnlyList<ArchiveTable> tables, Action<double> progress) =>
        (_zip, _db, _tables, _progress) = (zip, db, tables, progress);

    /// <summary>Makes the tables as they were where the archive was made, fills them in one transaction, and upgrades what is of an earlier program.</summary>
    /// <param name="input">Must be seekable.</param>
    /// <exception cref="RefusalException">
    /// BAK003: not an archive; BAK004: not of this program or an earlier one; BAK005: damaged or changed; BAK006: the database is not empty;
    /// BAK007: a value does not fit; STO010: the database is of a newer program.
    /// </exception>
    public static async Task<ArchiveManifest> RestoreAsync(Database database, Stream input, Action<double> progress, CancellationToken stop = default)
    {
        using var zip = Open(input);
        await using var db = database.Open();
        var manifest = Manifest(zip);
        var migration = MigrationOf(manifest, db);
        var tables = ArchiveModel.TablesAfter(db, migration);
        Check(manifest, tables, zip, input.Length, db);
        await DemandEmptyAsync(database, db, manifest.Schema, tables, stop);
        await Migrator.PrepareRestoreAsync(database, migration, stop);
        await db.Database.OpenConnectionAsync(stop);
        var isOlder = manifest.Schema != SchemaVersion.Known(db).Name;
        await new ArchiveReader(zip, db, tables, progress).RestoreAsync(manifest, isOlder, stop);
        // Outside of a transaction, where SQLite can rebuild tables; the mark keeps everyone out until the index is there.
        if (isOlder)
        {
            await Migrator.UpgradeAsync(db, stop);
            await using var transaction = await db.Database.BeginTransactionAsync(stop);
            await FinishAsync(db, stop);
            await transaction.CommitAsync(stop);
        }

        return manifest;
    }

    /// <summary>Fills the tables whole or not at all.</summary>
    private async Task RestoreAsync(ArchiveManifest manifest, bool isOlder, CancellationToken stop)
    {
        await using var transaction = await _db.Database.BeginTransactionAsync(stop);
        try
        {
            Fill(manifest, stop);
            if (!isOlder) await FinishAsync(_db, stop);
            await transaction.CommitAsync(stop);
        }
        catch (DbException error) when (IsTooLong(error))
        {
            throw new RefusalException("BAK007", "备份里有一项内容放不进这个数据库，没有恢复任何内容。请先恢复到 SQLite 数据目录，缩短这一项再备份。");
        }
        catch (Exception error) when (error is InvalidDataException or JsonException or DbException)
        {
            throw new RefusalException("BAK005", "备份文件不完整或被改动过，没有恢复任何内容。请换一份备份。");
        }
    }

    private static async Task FinishAsync(MaodingContext db, CancellationToken stop)
    {
        await SearchIndex.RebuildAsync(db, stop);
        await ThingIndex.RebuildAsync(db, stop);
        await SchemaVersion.UnmarkAsync(db, stop);
    }

    /// <summary>A database in use is told so before anything in it is touched; one that an unfinished restore left may be filled again.</summary>
    private static async Task DemandEmptyAsync(Database database, MaodingContext db, string schema, IReadOnlyList<ArchiveTable> tables, CancellationToken stop)
    {
        if (database.Folder is { } folder && !File.Exists(Path.Combine(folder, Database.FileName))) return;
        await SchemaVersion.DemandKnownAsync(db, stop);
        if (await SchemaVersion.OfAsync(db, stop) is not { Number: > 0 } present) return;
        await db.Database.OpenConnectionAsync(stop);
        if (present.Name != schema || HasRows(db, tables)) throw Occupied();
    }

    private static bool HasRows(MaodingContext db, IReadOnlyList<ArchiveTable> tables) =>
        tables.Any(t => !t.IsSeeded && db.Number($"SELECT CASE WHEN EXISTS (SELECT 1 FROM \"{t.Name}\") THEN 1 ELSE 0 END") == 1);

    private static bool IsTooLong(DbException error) =>
        error is Npgsql.PostgresException { SqlState: Npgsql.PostgresErrorCodes.StringDataRightTruncation or Npgsql.PostgresErrorCodes.NumericValueOutOfRange };

    private static RefusalException Occupied() => new("BAK006", "要恢复到的数据库里已经有内容。为防止覆盖，请换一个空的数据目录或空的数据库。", RefusalKind.Conflict);

    private static ZipArchive Open(Stream input)
    {
        try
        {
            return new ZipArchive(input, ZipArchiveMode.Read, leaveOpen: true);
        }
        catch (InvalidDataException)
        {
            throw NoArchive();
        }
    }

    private static ArchiveManifest Manifest(ZipArchive zip)
    {
        if (zip.GetEntry(ArchiveManifest.Part) is not { Length: <= LongestManifest } entry) throw NoArchive();
        try
        {
            using var part = entry.Open();
            return JsonSerializer.Deserialize<ArchiveManifest>(part, ArchiveManifest.Json) ?? throw NoArchive();
        }
        catch (Exception error) when (error is JsonException or InvalidDataException)
        {
            throw NoArchive();
        }
    }

    /// <summary>The migration that had made the archived tables, under its name for this kind of database.</summary>
    private static string MigrationOf(ArchiveManifest manifest, MaodingContext db) => manifest.Format == ArchiveManifest.PresentFormat
        ? db.Database.GetMigrations().FirstOrDefault(m => SchemaVersion.NameOf(m) == manifest.Schema) ?? throw Unknown(manifest, db)
        : throw Unknown(manifest, db);

    /// <summary>All that can be checked before anything is written.</summary>
    private static void Check(ArchiveManifest manifest, IReadOnlyList<ArchiveTable> tables, ZipArchive zip, long packed, MaodingContext db)
    {
        // By name: the order in which tables refer to each other may be told otherwise by another program.
        var here = tables.ToDictionary(t => t.Name);
        var sameShape = manifest.Tables.DistinctBy(t => t.Name).Count() == here.Count && manifest.Tables.All(archived =>
            here.TryGetValue(archived.Name, out var table)
            && archived.Columns.SequenceEqual(table.Columns.Select(c => c.Name))
            && archived.Bytes is null != table.HasBytes);
        if (!sameShape || manifest.Tables.Count != here.Count) throw Unknown(manifest, db);
        var unpacked = manifest.Tables.Sum(t => (decimal)t.Text.Length + (t.Bytes?.Length ?? 0));
        var parts = tables.Sum(t => t.HasBytes ? 2 : 1) + 1;
        var isHonest = zip.Entries.Count == parts && unpacked <= SmallEnough + ((decimal)packed * HighestRatio)
            && !manifest.Tables.Any(t => t.Rows < 0 || t.Text.Length < 0 || t.Bytes?.Length < 0);
        if (!isHonest) throw new RefusalException("BAK005", "备份文件的目录与内容不符，没有恢复任何内容。请换一份备份。");
    }

    private static RefusalException Unknown(ArchiveManifest manifest, MaodingContext db) => new(
        "BAK004", $"这份备份的版本（{manifest.Schema}）本程序不认识，只认到数据库版本 {SchemaVersion.Known(db)}，没有恢复任何内容。请换用更新版本的程序再恢复。");

    private static RefusalException NoArchive() => new("BAK003", "这不是锚定的备份文件。请选用 maoding backup 生成的文件。");

    private void Fill(ArchiveManifest manifest, CancellationToken stop)
    {
        var isPostgres = _db.Database.IsNpgsql();
        // Tables refer to each other in circles: references are checked when all rows are there. On PostgreSQL this also keeps writers out.
        if (isPostgres) AlterReferences("DEFERRABLE INITIALLY DEFERRED");
        else _db.Run("PRAGMA defer_foreign_keys = ON");
        if (HasRows(_db, _tables)) throw Occupied();
        foreach (var table in _tables) Fill(table, manifest.Tables.Single(t => t.Name == table.Name), manifest.Rows, stop);
        if (!isPostgres) return;
        _db.Run("SET CONSTRAINTS ALL IMMEDIATE");
        AlterReferences("NOT DEFERRABLE");
    }

    private void AlterReferences(string how)
    {
        foreach (var table in _tables)
            foreach (var name in table.ForeignKeys) _db.Run($"ALTER TABLE \"{table.Name}\" ALTER CONSTRAINT \"{name}\" {how}");
    }

    private void Fill(ArchiveTable table, ArchivedTable archived, long total, CancellationToken stop)
    {
        using var text = new ArchivePartReader(_zip, table.TextPart, archived.Text);
        using var bytes = archived.Bytes is { } declared ? new ArchivePartReader(_zip, table.BytesPart, declared) : null;
        using var insert = Insert(table);
        var rows = 0L;
        while (text.Line() is { } line)
        {
            stop.ThrowIfCancellationRequested();
            using var row = JsonDocument.Parse(line);
            if (row.RootElement.ValueKind != JsonValueKind.Array || row.RootElement.GetArrayLength() != table.Columns.Count)
                throw new InvalidDataException($"{table.TextPart} line {rows + 1} is no row");
            for (var i = 0; i < table.Columns.Count; i++)
            {
                var value = ArchiveValues.Read(row.RootElement[i], table.Columns[i].Kind);
                insert.Parameters[i].Value = table.Columns[i].Kind == ColumnKind.Bytes && value is long length ? bytes!.Bytes(length) : value;
            }

            insert.ExecuteNonQuery();
            rows++;
            _progress((double)++_done / Math.Max(1, total));
        }

        if (rows != archived.Rows) throw new InvalidDataException($"{table.TextPart} has {rows} rows instead of {archived.Rows}");
        text.Finish();
        bytes?.Finish();
        GoOnCounting(table, archived.LastKey ?? 0);
    }

    private DbCommand Insert(ArchiveTable table)
    {
        var names = string.Join(", ", table.Columns.Select(c => $"\"{c.Name}\""));
        var values = string.Join(", ", table.Columns.Select((_, i) => $"@p{i}"));
        var key = string.Join(", ", table.Key.Select(c => $"\"{c}\""));
        var others = string.Join(", ", table.Columns.Where(c => !table.Key.Contains(c.Name)).Select(c => $"\"{c.Name}\" = excluded.\"{c.Name}\""));
        // A row that every new database has takes the archived values.
        var command = _db.Command(
            $"INSERT INTO \"{table.Name}\" ({names}) VALUES ({values}){(table.IsSeeded ? $" ON CONFLICT ({key}) DO UPDATE SET {others}" : "")}");
        for (var i = 0; i < table.Columns.Count; i++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = $"@p{i}";
            // A statement is prepared on its first row: a null there must not decide the type for the values after it.
            parameter.DbType = ArchiveValues.TypeOf(table.Columns[i].Kind);
            command.Parameters.Add(parameter);
        }

        return command;
    }

    /// <summary>No number is given twice, even when the row that had it is gone.</summary>
    private void GoOnCounting(ArchiveTable table, long last)
    {
        if (table.Counter is null || last < 1) return;
        if (_db.Database.IsNpgsql())
            _db.Run($"SELECT setval(pg_get_serial_sequence('\"{table.Name}\"', '{table.Counter}'), "
                + $"GREATEST({last}, (SELECT COALESCE(MAX(\"{table.Counter}\"), 1) FROM \"{table.Name}\")))");
        else if (_db.Scalar($"SELECT 1 FROM sqlite_sequence WHERE name = '{table.Name}'") is null)
            _db.Run($"INSERT INTO sqlite_sequence (name, seq) VALUES ('{table.Name}', {last})");
        else
            _db.Run($"UPDATE sqlite_sequence SET seq = MAX(seq, {last}) WHERE name = '{table.Name}'");
    }
}
