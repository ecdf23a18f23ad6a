using System.Security.Cryptography;
using Maoding.Storage;
using Maoding.Storage.Archiving;
using Maoding.Storage.Migrating;
using Maoding.TestKit;
using Maoding.Tests.Commands;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xunit;
using ZipArchive = System.IO.Compression.ZipArchive;
using ZipArchiveMode = System.IO.Compression.ZipArchiveMode;

namespace Maoding.Tests.Upgrading;

/// <summary>A database or a backup of a newer program is refused in words by every command, and stays as it is.</summary>
public sealed class NewerDatabaseTests : IDisposable
{
    private const string Later = """INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion") VALUES ('29990101000000_Later', '99.0')""";

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_newer_file_is_left_as_it_is()
    {
        var data = _folder.At("data");
        await AgeAsync(Database.InFolder(data));
        SqliteConnection.ClearAllPools();
        File.Delete(Path.Combine(data, "maoding.lock"));
        var before = Traces();
        Refused("serve", "--data", data, "--urls", "http://127.0.0.1:0");
        Refused("demo", "--data", data, "--urls", "http://127.0.0.1:0");
        Refused("demo", "--data", data, "--urls", "http://127.0.0.1:0", "--fresh");
        Refused("verify", "--data", data);
        Refused("backup", "--data", data, "-o", _folder.At("backup.zip"));
        // Whatever its version is, a folder with data is not restored into.
        Assert.StartsWith("BAK006 ", Cli.Run("restore", KeptDatabase.Backup("initial"), "--data", data).Errors, StringComparison.Ordinal);
        Assert.Equal(before, Traces());
    }

    [Fact]
    public async Task A_newer_database_on_PostgreSQL_is_left_as_it_is()
    {
        var connectionString = PostgresCluster.CreateDatabase();
        await AgeAsync(Database.Postgres(connectionString));
        var before = await TablesAsync(connectionString);
        Refused("serve", "--database", connectionString, "--urls", "http://127.0.0.1:0");
        Refused("verify", "--database", connectionString);
        Refused("backup", "--database", connectionString, "-o", _folder.At("backup.zip"));
        // It has no row yet, and is none to restore into all the same.
        Refused("restore", KeptDatabase.Backup("initial"), "--database", connectionString);
        Assert.Equal(before, await TablesAsync(connectionString));
        Assert.Empty(_folder.Names);
    }

    [Fact]
    public void A_newer_backup_leaves_nothing_behind()
    {
        var backup = _folder.At("later.zip");
        File.Copy(KeptDatabase.Backup("initial"), backup);
        using (var zip = new ZipArchive(File.Open(backup, FileMode.Open, FileAccess.ReadWrite), ZipArchiveMode.Update))
        {
            var entry = zip.GetEntry(ArchiveManifest.Part)!;
            using var reader = new StreamReader(entry.Open());
            var text = reader.ReadToEnd().Replace("\"schema\": \"Initial\"", "\"schema\": \"Later\"", StringComparison.Ordinal);
            reader.Dispose();
            entry.Delete();
            using var writer = new StreamWriter(zip.CreateEntry(ArchiveManifest.Part).Open());
            writer.Write(text);
        }

        var run = Cli.Run("restore", backup, "--data", _folder.At("data"));
        Assert.StartsWith("BAK004 这份备份的版本（Later）本程序不认识", run.Errors, StringComparison.Ordinal);
        Assert.Equal(3, run.ExitCode);
        Assert.Equal(["later.zip"], _folder.Names);
    }

    [Fact]
    public void The_program_tells_its_own_version_and_that_of_the_tables_it_makes()
    {
        var run = Cli.Run("--version");
        using var db = Database.InFolder(_folder.Root).Open();
        Assert.Matches($"^锚定 [0-9]+\\.[0-9]+\\.[0-9]+.*\n数据库版本 {SchemaVersion.Known(db)}\n$", run.Output);
        Assert.Equal(db.Database.GetMigrations().Count(), SchemaVersion.Known(db).Number);
        Assert.EndsWith("_" + SchemaVersion.Known(db).Name, db.Database.GetMigrations().Last(), StringComparison.Ordinal);
        Assert.Equal(0, run.ExitCode);
    }

    private static async Task AgeAsync(Database database)
    {
        await Migrator.MigrateAsync(database);
        await using var db = database.Open();
        await db.Database.ExecuteSqlRawAsync(Later);
    }

    private static void Refused(params string[] arguments)
    {
        var run = Cli.Run(arguments);
        Assert.StartsWith("STO010 ", run.Errors, StringComparison.Ordinal);
        Assert.Contains("（Later）", run.Errors, StringComparison.Ordinal);
        Assert.Contains("请换用新版本的程序", run.Errors, StringComparison.Ordinal);
        Assert.Equal((3, 1), (run.ExitCode, run.Errors.Count(c => c == '\n')));
        Assert.Empty(run.Bytes);
    }

    /// <summary>Names and hashes of all files.</summary>
    private List<string> Traces() =>
    [
        .. Directory.EnumerateFileSystemEntries(_folder.Root, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(path => Directory.Exists(path) ? path : $"{path} {Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)))}"),
    ];

    /// <summary>Names of all tables with their numbers of rows.</summary>
    private static async Task<List<string>> TablesAsync(string connectionString)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        const string Sql = """
            SELECT tablename || ' ' || (xpath('/row/c/text()', query_to_xml(format('SELECT count(*) AS c FROM %I', tablename), false, true, '')))[1]::text
            FROM pg_tables WHERE schemaname = 'public' ORDER BY 1
            """;
        await using var command = new NpgsqlCommand(Sql, connection);
        var tables = new List<string>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync()) tables.Add(reader.GetString(0));
        return tables;
    }
}
