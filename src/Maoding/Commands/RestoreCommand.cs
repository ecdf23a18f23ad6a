using System.CommandLine;
using Maoding.Domain;
using Maoding.Storage;
using Maoding.Storage.Archiving;
using Microsoft.Data.Sqlite;

namespace Maoding.Commands;

/// <summary>maoding restore: a backup into an empty folder or an empty PostgreSQL database.</summary>
internal static class RestoreCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("备份文件") { Description = "maoding backup 生成的文件" };
        var (data, database) = (DatabaseOptions.Data(), DatabaseOptions.Connection());
        var command = new Command("restore", "把备份恢复到空的数据目录或空的 PostgreSQL 数据库") { file, data, database };
        command.SetAction((parsed, stop) => RunAsync(parsed.GetValue(file)!, DatabaseOptions.Where(parsed.GetValue(data)!, parsed.GetValue(database)), stop));
        return command;
    }

    private static async Task<int> RunAsync(string file, Database database, CancellationToken stop)
    {
        if (!File.Exists(file)) throw new RefusalException("BAK003", $"找不到备份文件“{file}”，请检查路径。", RefusalKind.Missing);
        if (database.Folder is { } occupied && Directory.Exists(occupied) && Directory.EnumerateFileSystemEntries(occupied).Any())
            throw new RefusalException("BAK006", $"“{occupied}”不是空的。为防止覆盖，请换一个空的数据目录。", RefusalKind.Conflict);
        await using (var db = database.Open())
            if (database.IsPostgres && !await db.Database.CanConnectAsync(stop))
                throw new RefusalException("BAK001", "连不上 PostgreSQL。请检查连接字符串和数据库服务。", RefusalKind.Missing);
        var isNew = database.Folder is { } folder && !Directory.Exists(folder);
        try
        {
            using var input = OpenBackup(file);
            var manifest = Progress.While("正在恢复", progress => ArchiveReader.RestoreAsync(database, input, progress, stop).GetAwaiter().GetResult());
            Console.Error.WriteLine($"已恢复 {manifest.Region} 的备份：{manifest.Tables.Count} 张表，{manifest.Rows} 行。建议接着执行 maoding verify 核验。");
            return 0;
        }
        catch
        {
            if (database.Folder is { } begun) Clear(begun, isNew);
            throw;
        }
    }

    private static FileStream OpenBackup(string file)
    {
        try
        {
            return File.OpenRead(file);
        }
        catch (Exception error) when (error is UnauthorizedAccessException or IOException)
        {
            throw new RefusalException("BAK003", $"备份文件“{file}”读不了。请检查它的权限，以及所在的磁盘。");
        }
    }

    /// <summary>The folder as it was before: empty, or not there.</summary>
    private static void Clear(string folder, bool isNew)
    {
        SqliteConnection.ClearAllPools();
        if (!Directory.Exists(folder)) return;
        foreach (var file in Directory.EnumerateFiles(folder)) File.Delete(file);
        if (isNew) Directory.Delete(folder);
    }
}
