using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace Maoding.Storage;

/// <summary>Where the data is: a SQLite file in a folder, or PostgreSQL.</summary>
public sealed record Database(string ConnectionString, bool IsPostgres)
{
    public const string FileName = "maoding.db";

    private const string Preparing = "Max Auto Prepare";

    /// <summary>Statements that PostgreSQL keeps planned for a connection: planning a page's queries costs it more than running them.</summary>
    private const int PreparedAtMost = 50;

    /// <summary>The SQLite file of a data folder.</summary>
    public static Database InFolder(string folder) =>
        new($"Data Source={Path.Combine(folder, FileName)};Foreign Keys=True;Default Timeout=30", false);

    /// <summary>The folder of the SQLite file; null on PostgreSQL.</summary>
    public string? Folder => IsPostgres ? null : Path.GetDirectoryName(Path.GetFullPath(new SqliteConnectionStringBuilder(ConnectionString).DataSource));

    /// <param name="connectionString">Its Max Auto Prepare counts where it names one: 0 for a pooler that shares connections between statements.</param>
    public static Database Postgres(string connectionString)
    {
        var builder = new NpgsqlConnectionStringBuilder(connectionString);
        if (!builder.ShouldSerialize(Preparing)) builder.MaxAutoPrepare = PreparedAtMost;
        return new Database(builder.ConnectionString, true);
    }

    /// <summary>Options for a context on this database.</summary>
    public void Configure(DbContextOptionsBuilder builder)
    {
        if (IsPostgres) builder.UseNpgsql(ConnectionString, o => o.MigrationsAssembly("Maoding.Storage.Postgres"));
        else builder.UseSqlite(ConnectionString, o => o.MigrationsAssembly("Maoding.Storage.Sqlite")).AddInterceptors(DurableWrites.Instance);
        if (CompiledModel() is { } model) builder.UseModel(model);
        // Several collections of one row are read as several queries on purpose where it matters.
        // Counting up to a bound needs no order.
        builder.ConfigureWarnings(w => w.Ignore(RelationalEventId.MultipleCollectionIncludeWarning,
            CoreEventId.RowLimitingOperationWithoutOrderByWarning, CoreEventId.FirstWithoutOrderByAndFilterWarning));
    }

    /// <summary>The model as tools/migrate.sh wrote it down: building it anew takes a third of a start. Null only while it is being written.</summary>
    internal IModel? CompiledModel() =>
        (IModel?)Type.GetType(IsPostgres ? "Maoding.Storage.Postgres.Migrations.Model.MaodingContextModel, Maoding.Storage.Postgres"
            : "Maoding.Storage.Sqlite.Migrations.Model.MaodingContextModel, Maoding.Storage.Sqlite")
            ?.GetProperty("Instance")!.GetValue(null);

    /// <summary>
    /// With connections of its own, never those that others used: one that has used the index of the search keeps what it knew of it, and
    /// SQLite's check of the file takes what another process wrote since for damage.
    /// </summary>
    public Database WithoutPool() => IsPostgres
        ? this
        : this with { ConnectionString = new SqliteConnectionStringBuilder(ConnectionString) { Pooling = false }.ConnectionString };

    public MaodingContext Open()
    {
        var builder = new DbContextOptionsBuilder<MaodingContext>();
        Configure(builder);
        return new MaodingContext(builder.Options);
    }
}
