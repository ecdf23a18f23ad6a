using System.CommandLine;
using Maoding.Domain;
using Maoding.Storage;
using Npgsql;

namespace Maoding.Commands;

/// <summary>How every command is told where the data is.</summary>
internal static class DatabaseOptions
{
    public static Option<string> Data() => new("--data") { Description = "数据目录", DefaultValueFactory = _ => "maoding-data" };

    public static Option<string?> Connection() => new("--database") { Description = "PostgreSQL 连接字符串；不写时用数据目录里的 SQLite（也可用环境变量 ConnectionStrings__Maoding）" };

    /// <summary>PostgreSQL when a connection string says so, else the folder's file.</summary>
    /// <exception cref="RefusalException">STO007: the connection string cannot be read.</exception>
    public static Database Where(string folder, string? connectionString) =>
        (connectionString ?? Environment.GetEnvironmentVariable("ConnectionStrings__Maoding")) is { Length: > 0 } given
            ? Database.Postgres(Checked(given))
            : Database.InFolder(Path.GetFullPath(folder));

    private static string Checked(string given)
    {
        try
        {
            if (new NpgsqlConnectionStringBuilder(given).Host is { Length: > 0 }) return given;
        }
        catch (Exception error) when (error is ArgumentException or FormatException or InvalidCastException or OverflowException)
        {
            // Told below, as a string without a host is.
        }

        throw new RefusalException("STO007", "连接字符串读不懂。请写成 Host=主机;Database=库名;Username=用户;Password=密码 这样。");
    }
}
