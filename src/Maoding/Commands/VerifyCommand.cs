using System.CommandLine;
using Maoding.Features.Administration.Verifying;
using Maoding.Storage;

namespace Maoding.Commands;

/// <summary>maoding verify: checks the audit chain and everything else that must be true of a database.</summary>
internal static class VerifyCommand
{
    public static Command Create()
    {
        var (data, database) = (DatabaseOptions.Data(), DatabaseOptions.Connection());
        var heads = new Option<string?>("--heads") { Description = "库外链尾记录 audit-head.log 所在的文件夹；不写时用数据目录" };
        var json = new Option<bool>("--json") { Description = "结果写成 JSON，供程序读" };
        var command = new Command("verify", "核验审计链和数据的完整性；有错误时退出码为 3") { data, database, heads, json };
        command.SetAction((parsed, stop) => Task.FromResult(
            Run(DatabaseOptions.Where(parsed.GetValue(data)!, parsed.GetValue(database)), parsed.GetValue(heads), parsed.GetValue(json), stop)));
        return command;
    }

    private static int Run(Database database, string? heads, bool json, CancellationToken stop)
    {
        var report = Progress.While("正在核验", progress => VerifyService.RunAsync(database, heads, TimeProvider.System, progress, stop).GetAwaiter().GetResult());
        if (json) VerifyWriter.WriteJson(report, Console.Out);
        else VerifyWriter.WriteText(report, Console.Out);
        return report.IsClean ? 0 : ExitCode.BadInput;
    }
}
