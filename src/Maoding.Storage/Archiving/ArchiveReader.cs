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
    private readonly Action<double> _progress;
    private long _done;

    private ArchiveReader(ZipArchive zip, MaodingContext db, Action<double> progress) => (_zip, _db, _progress) = (zip, db, progress);

    /// <summary>Migrates the empty database and fills it in one transaction.</summary>
    /// <param name="input">Must be seekable.</param>
    /// <exception cref="RefusalException">BAK003: not an archive; BAK004: of another version; BAK005: damaged or changed; BAK006: the database is not empty; BAK007: a value does not fit.</exception>
    public static async Task<ArchiveManifest> RestoreAsync(Database database, Stream input, Action<double> progress, CancellationToken stop = default)
    {
        using var zip = Open(input);
        await using var db = database.Open();
        var manifest = Read(zip, input.Length, db);
        await DemandEmptyAsync(database, db, stop);
        await Migrator.PrepareRestoreAsync(database, stop);
        await db.Database.OpenConnectionAsync(stop);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        try
        {
            new ArchiveReader(zip, db, progress).Restore(manifest, stop);
            await SearchIndex.RebuildAsync(db, stop);
            await SchemaVersion.UnmarkAsync(db, stop);
            await transaction.CommitAsync(stop);
        }
        catch (DbException error) when (IsTooLong(error))
        {
            throw new RefusalException("BAK007", $"备份里有一项内容放不进这个数据库，没有恢复任何内容（{error.Message}）。请先恢复到 SQLite 数据目录，缩短这一项再备份。");
        }
        catch (Exception error) when (error is InvalidDataException or JsonException or DbException)
        {
            throw new RefusalException("BAK005", $"备份文件不完整或被改动过，没有恢复任何内容（{error.Message}）。请换一份备份。");
        }

        return manifest;
    }

    /// <summary>A database in use is told so before anything in it is touched; one that an unfinished restore left may be filled again.</summary>
    private static async Task DemandEmptyAsync(Database database, MaodingContext db, CancellationToken stop)
    {
        if (database.Folder is { } folder && !File.Exists(Path.Combine(folder, Database.FileName))) return;
        if (!(await db.Database.GetAppliedMigrationsAsync(stop)).Any()) return;
        await db.Database.OpenConnectionAsync(stop);
        if ((await db.Database.GetPendingMigrationsAsync(stop)).Any() || HasRows(db, ArchiveModel.Tables(db))) throw Occupied();
    }

    private static bool HasRows(MaodingContext db, IReadOnlyList<ArchiveTable> tables) =>
        tables.Any(t => !t.IsSeeded && db.Number($"SELECT CASE WHEN EXISTS (SELECT 1 FROM \"{t.Name}\") THEN 1 ELSE 0 END") == 1);

    private static bool IsTooLong(DbException error) => error is Npgsql.PostgresException { SqlState: Npgsql.PostgresErrorCodes.StringDataRightTruncation or Npgsql.PostgresErrorCodes.NumericValueOutOfRange };

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

    /// <summary>Checks all that can be checked before anything is written.</summary>
    private static ArchiveManifest Read(ZipArchive zip, long packed, MaodingContext db)
    {
        if (zip.GetEntry(ArchiveManifest.Part) is not { Length: <= LongestManifest } entry) throw NoArchive();
        ArchiveManifest manifest;
        try
        {
            using var part = entry.Open();
            manifest = JsonSerializer.Deserialize<ArchiveManifest>(part, ArchiveManifest.Json) ?? throw NoArchive();
        }
        catch (Exception error) when (error is JsonException or InvalidDataException)
        {
            throw NoArchive();
        }

        var tables = ArchiveModel.Tables(db);
        var sameShape = manifest.Tables.Count == tables.Count
            && manifest.Tables.Zip(tables).All(p => p.First.Name == p.Second.Name && p.First.Columns.SequenceEqual(p.Second.Columns.Select(c => c.Name)) && p.First.Bytes is null != p.Second.HasBytes);
        if (manifest.Format != ArchiveManifest.PresentFormat || manifest.Schema != ArchiveModel.Schema(db) || !sameShape)
            throw new RefusalException("BAK004", $"这份备份是另一个版本的锚定做的（{manifest.Schema}），本版本（{ArchiveModel.Schema(db)}）读不了。请用当时的版本恢复，再升级。");
        var unpacked = manifest.Tables.Sum(t => (decimal)t.Text.Length + (t.Bytes?.Length ?? 0));
        var parts = tables.Sum(t => t.HasBytes ? 2 : 1) + 1;
        if (zip.Entries.Count != parts || manifest.Tables.Any(t => t.Rows < 0 || t.Text.Length < 0 || t.Bytes?.Length < 0) || unpacked > SmallEnough + ((decimal)packed * HighestRatio))
            throw new RefusalException("BAK005", "备份文件的目录与内容不符，没有恢复任何内容。请换一份备份。");
        return manifest;
    }

    private static RefusalException NoArchive() => new("BAK003", "这不是锚定的备份文件。请选用 maoding backup 生成的文件。");

    private void Restore(ArchiveManifest manifest, CancellationToken stop)
    {
        var tables = ArchiveModel.Tables(_db);
        var isPostgres = _db.Database.IsNpgsql();
        // Tables refer to each other in circles: references are checked when all rows are there. On PostgreSQL this also keeps writers out.
        if (isPostgres) AlterReferences(tables, "DEFERRABLE INITIALLY DEFERRED");
        else _db.Run("PRAGMA defer_foreign_keys = ON");
        if (HasRows(_db, tables)) throw Occupied();
        foreach (var (table, archived) in tables.Zip(manifest.Tables)) Fill(table, archived, manifest.Rows, stop);
        if (!isPostgres) return;
        _db.Run("SET CONSTRAINTS ALL IMMEDIATE");
        AlterReferences(tables, "NOT DEFERRABLE");
    }

    private void AlterReferences(IReadOnlyList<ArchiveTable> tables, string how)
    {
        foreach (var table in tables)
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
        var command = _db.Command($"INSERT INTO \"{table.Name}\" ({names}) VALUES ({values}){(table.IsSeeded ? $" ON CONFLICT ({key}) DO UPDATE SET {others}" : "")}");
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
            _db.Run($"SELECT setval(pg_get_serial_sequence('\"{table.Name}\"', '{table.Counter}'), GREATEST({last}, (SELECT COALESCE(MAX(\"{table.Counter}\"), 1) FROM \"{table.Name}\")))");
        else if (_db.Scalar($"SELECT 1 FROM sqlite_sequence WHERE name = '{table.Name}'") is null)
            _db.Run($"INSERT INTO sqlite_sequence (name, seq) VALUES ('{table.Name}', {last})");
        else
            _db.Run($"UPDATE sqlite_sequence SET seq = MAX(seq, {last}) WHERE name = '{table.Name}'");
    }
}
