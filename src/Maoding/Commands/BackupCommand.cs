using System.CommandLine;
using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Storage;
using Maoding.Storage.Archiving;
using Maoding.Storage.Auditing;

namespace Maoding.Commands;

/// <summary>maoding backup: everything of one moment in one file, while the system is in use.</summary>
internal static class BackupCommand
{
    public static Command Create()
    {
        var (data, database) = (DatabaseOptions.Data(), DatabaseOptions.Connection());
        var output = new Option<string>("--output", "-o") { Description = "备份写到这个文件，例如 锚定-20260302.zip", Required = true };
        var command = new Command("backup", "把全部数据和文件备份成一个文件，系统可以照常使用") { data, database, output };
        command.SetAction((parsed, stop) => RunAsync(DatabaseOptions.Where(parsed.GetValue(data)!, parsed.GetValue(database)), parsed.GetValue(output)!, stop));
        return command;
    }

    private static async Task<int> RunAsync(Database database, string output, CancellationToken stop)
    {
        var manifest = Progress.While("正在备份", progress =>
        {
            ArchiveManifest? made = null;
            OutputFile.Write(output, stream =>
            {
                KeepPrivate(stream);
                made = ArchiveWriter.WriteAsync(database, stream, TimeProvider.System, progress, stop).GetAwaiter().GetResult();
            });
            return made!;
        });
        await using var db = database.Open();
        await new AuditedSave(db, TimeProvider.System)
            .NoteAsync(Actor.CommandLine, "备份", nameof(Region), Region.OnlyId, $"共 {manifest.Rows} 行", stop);
        Console.Error.WriteLine($"已备份到 {output}：{manifest.Tables.Count} 张表，{manifest.Rows} 行。");
        return 0;
    }

    /// <summary>A backup holds keys, phone numbers and what is not issued: it is for its owner alone.</summary>
    private static void KeepPrivate(Stream stream)
    {
        if (!OperatingSystem.IsWindows() && stream is FileStream { CanSeek: true } file)
            File.SetUnixFileMode(file.SafeFileHandle, UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }
}
