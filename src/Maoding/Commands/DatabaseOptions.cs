using System.CommandLine;
using Maoding.Storage;

namespace Maoding.Commands;

/// <summary>How every command is told where the data is.</summary>
internal static class DatabaseOptions
{
    public static Option<string> Data() => new("--data") { Description = "数据目录", DefaultValueFactory = _ => "maoding-data" };

    public static Option<string?> Connection() => new("--database") { Description = "PostgreSQL 连接字符串；不写时用数据目录里的 SQLite（也可用环境变量 ConnectionStrings__Maoding）" };

    /// <summary>PostgreSQL when a connection string says so, else the folder's file.</summary>
    public static Database Where(string folder, string? connectionString) => ServeCommand.Where(folder, connectionString);
}
