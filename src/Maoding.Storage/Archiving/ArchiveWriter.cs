using System.Buffers;
using System.Data.Common;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Maoding.Domain;
using Maoding.Storage.Migrating;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Storage.Archiving;

/// <summary>Writes everything of one database, as it is at one moment, into one archive that either database can read.</summary>
public sealed class ArchiveWriter
{
    private readonly MaodingContext _db;
    private readonly ZipArchive _zip;
    private readonly Action<double> _progress;
    private readonly CancellationToken _stop;
    private long _total = 1;
    private long _written;

    private ArchiveWriter(MaodingContext db, ZipArchive zip, Action<double> progress, CancellationToken stop) =>
        (_db, _zip, _progress, _stop) = (db, zip, progress, stop);

    /// <summary>Writes row by row: memory does not grow with the database.</summary>
    /// <param name="progress">Told the share that is done, 0 to 1.</param>
    /// <exception cref="RefusalException">BAK001: there is no database; BAK002: it is not of this version.</exception>
    public static async Task<ArchiveManifest> WriteAsync(
        Database database, Stream output, TimeProvider clock, Action<double> progress, CancellationToken stop = default)
    {
        await using var db = database.Open();
        await PresentDatabase.DemandAsync(database, db, stop);
        await ReadSnapshot.BeginAsync(db, stop);
        using var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        return new ArchiveWriter(db, zip, progress, stop).Write(clock.GetUtcNow().UtcDateTime);
    }

    private ArchiveManifest Write(DateTime now)
    {
        var tables = ArchiveModel.Tables(_db);
        _total = Math.Max(1, tables.Sum(t => _db.Number($"SELECT COUNT(*) FROM \"{t.Name}\"") ?? 0));
        var written = tables.Select(WriteTable).ToList();
        var region = _db.Regions.Select(r => r.Name).FirstOrDefault() ?? "";
        var manifest = new ArchiveManifest(ArchiveManifest.PresentFormat, SchemaVersion.Known(_db).Name, region, now, written);
        using var part = _zip.CreateEntry(ArchiveManifest.Part).Open();
        JsonSerializer.Serialize(part, manifest, ArchiveManifest.Json);
        return manifest;
    }

    private ArchivedTable WriteTable(ArchiveTable table)
    {
        var rows = 0L;
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = ArchiveManifest.Json.Encoder });
        var text = WritePart(table, table.TextPart, table.Columns, CompressionLevel.Fastest, row =>
        {
            rows++;
            buffer.ResetWrittenCount();
            json.Reset();
            json.WriteStartArray();
            for (var i = 0; i < table.Columns.Count; i++) ArchiveValues.Write(json, row, i, table.Columns[i].Kind);
            json.WriteEndArray();
            json.Flush();
            buffer.Write("\n"u8);
            _progress((double)++_written / _total);
            return buffer.WrittenMemory;
        });
        // Uploaded files are packed already; and a part as long as its content cannot swell when it is read.
        var bytes = table.HasBytes
            ? WritePart(table, table.BytesPart, [.. table.Columns.Where(c => c.Kind == ColumnKind.Bytes)], CompressionLevel.NoCompression, Bytes)
            : null;
        return new ArchivedTable(table.Name, [.. table.Columns.Select(c => c.Name)], rows, LastKey(table), text, bytes);
    }

    private ArchivedPart WritePart(
        ArchiveTable table, string name, IReadOnlyList<ArchiveColumn> columns, CompressionLevel level, Func<DbDataReader, ReadOnlyMemory<byte>> content)
    {
        using var command = _db.Command($"SELECT {Names(columns.Select(c => c.Name))} FROM \"{table.Name}\" ORDER BY {Names(table.Key)}");
        using var reader = command.ExecuteReader();
        using var part = _zip.CreateEntry(name, level).Open();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var length = 0L;
        while (reader.Read())
        {
            _stop.ThrowIfCancellationRequested();
            var bytes = content(reader);
            hash.AppendData(bytes.Span);
            part.Write(bytes.Span);
            length += bytes.Length;
        }

        return new ArchivedPart(length, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    private static ReadOnlyMemory<byte> Bytes(DbDataReader row)
    {
        var all = new ArrayBufferWriter<byte>();
        for (var i = 0; i < row.FieldCount; i++)
            if (!row.IsDBNull(i)) all.Write(row.GetFieldValue<byte[]>(i));
        return all.WrittenMemory;
    }

    private long? LastKey(ArchiveTable table)
    {
        if (table.Counter is null) return null;
        if (!_db.Database.IsNpgsql()) return _db.Number($"SELECT seq FROM sqlite_sequence WHERE name = '{table.Name}'") ?? 0;
        return _db.Scalar($"SELECT pg_get_serial_sequence('\"{table.Name}\"', '{table.Counter}')") is string sequence
            ? _db.Number($"SELECT CASE WHEN is_called THEN last_value ELSE 0 END FROM {sequence}") : null;
    }

    private static string Names(IEnumerable<string> columns) => string.Join(", ", columns.Select(c => $"\"{c}\""));
}
