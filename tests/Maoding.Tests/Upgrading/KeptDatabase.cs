using System.IO.Compression;
using Maoding.Storage;
using Maoding.TestKit;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Maoding.Tests.Upgrading;

/// <summary>A database as an earlier program left it, put back where one test may upgrade it.</summary>
internal sealed class KeptDatabase : IDisposable
{
    private static readonly string _fixtures = Path.Combine(Corpus.Root, "tests", "Maoding.Tests", "Upgrading", "Fixtures");
    private readonly string? _folder;

    private KeptDatabase(Database database, string? folder) => (Database, _folder) = (database, folder);

    public Database Database { get; }

    /// <summary>The backup of the same content.</summary>
    public static string Backup(string name) => Path.Combine(_fixtures, name + ".zip");

    /// <param name="name">Of the files: the newest migration it has.</param>
    public static async Task<KeptDatabase> PutBackAsync(string name, string kind)
    {
        if (kind == "postgres") return new KeptDatabase(await OnPostgresAsync(name), null);
        var folder = Directory.CreateTempSubdirectory("maoding-kept-").FullName;
        await using (var packed = Open(name + ".db.br"))
        await using (var file = File.Create(Path.Combine(folder, Database.FileName)))
            await packed.CopyToAsync(file);
        return new KeptDatabase(Database.InFolder(folder), folder);
    }

    public void Dispose()
    {
        if (_folder is null) return;
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private static async Task<Database> OnPostgresAsync(string name)
    {
        var connectionString = PostgresCluster.CreateDatabase();
        using var script = new StreamReader(Open(name + ".sql.br"));
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(await script.ReadToEndAsync(), connection);
        await command.ExecuteNonQueryAsync();
        return Database.Postgres(connectionString);
    }

    private static BrotliStream Open(string file) => new(File.OpenRead(Path.Combine(_fixtures, file)), CompressionMode.Decompress);
}
