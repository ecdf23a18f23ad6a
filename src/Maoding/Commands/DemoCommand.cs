using System.CommandLine;
using Maoding.Domain;
using Maoding.Features.Demo;
using Maoding.Start;
using Maoding.Storage;
using Maoding.Storage.Migrating;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Commands;

/// <summary>maoding demo: the web application with the fictional 云泽区, for this machine alone.</summary>
internal static class DemoCommand
{
    public static Command Create()
    {
        var data = new Option<string>("--data") { Description = "演示数据目录，没有就新建", DefaultValueFactory = _ => "maoding-demo" };
        var urls =
            new Option<string>("--urls") { Description = $"监听地址，只能是本机，默认 {ServeCommand.DefaultUrls}", DefaultValueFactory = _ => ServeCommand.DefaultUrls };
        var fresh = new Option<bool>("--fresh") { Description = "删掉旧的演示数据，重新生成" };
        var command = new Command("demo", "打开云泽区的演示网站") { data, urls, fresh };
        command.SetAction((parsed, stop) => RunAsync(Path.GetFullPath(parsed.GetValue(data)!), parsed.GetValue(urls)!, parsed.GetValue(fresh), stop));
        return command;
    }

    private static async Task<int> RunAsync(string folder, string urls, bool fresh, CancellationToken stop)
    {
        if (!urls.Split(';').All(IsLoopback))
            throw new RefusalException("STO003", $"演示数据不设密码，只能在本机打开。请把 --urls 写成 {ServeCommand.DefaultUrls} 这样的本机地址。");
        Port.DemandFree(urls);
        var database = Database.InFolder(folder);
        await using var held = ServedFolder.Hold(database);
        var file = Path.Combine(folder, Database.FileName);
        if (File.Exists(file))
        {
            await RefuseOtherDataAsync(database, folder, stop);
            if (fresh) Delete(file);
        }

        if (File.Exists(file)) await Migrator.MigrateAsync(database, stop);
        else Build(folder, file, stop);
        await ServeCommand.ListenAsync(WebApp.Build(database, ["--urls", urls]), stop);
        return 0;
    }

    /// <summary>Built beside its place and moved there when it is complete: what a killed process leaves is never opened.</summary>
    private static void Build(string folder, string file, CancellationToken stop)
    {
        var site = Path.Combine(folder, "building");
        if (Directory.Exists(site)) Directory.Delete(site, recursive: true);
        try
        {
            Progress.While("正在生成演示数据", progress =>
            {
                DemoBuilder.BuildAsync(Database.InFolder(site), progress, stop).GetAwaiter().GetResult();
                return true;
            });
            // With its last connection closed SQLite has put the log into the file.
            SqliteConnection.ClearAllPools();
            File.Move(Path.Combine(site, Database.FileName), file);
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            if (Directory.Exists(site)) Directory.Delete(site, recursive: true);
        }
    }

    private static async Task RefuseOtherDataAsync(Database database, string folder, CancellationToken stop)
    {
        await using var db = database.Open();
        await SchemaVersion.DemandAsync(db, stop);
        if (!(await db.Database.GetAppliedMigrationsAsync(stop)).Any() || !await db.Regions.AnyAsync(r => r.IsDemo, stop))
            throw new RefusalException("STO004", $"{folder} 里不是演示数据，演示不会动它。请换一个 --data 目录。");
    }

    private static void Delete(string file)
    {
        SqliteConnection.ClearAllPools();
        foreach (var path in (string[])[file, $"{file}-wal", $"{file}-shm"]) File.Delete(path);
    }

    private static bool IsLoopback(string url) => Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.IsLoopback;
}
