using System.CommandLine;
using Maoding.Domain;
using Maoding.Features.FirstRun;
using Maoding.Features.Verify;
using Maoding.Hosting;
using Maoding.Storage;
using Maoding.Storage.Migrating;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Commands;

/// <summary>maoding serve: the web application on a data folder or on PostgreSQL.</summary>
internal static class ServeCommand
{
    public const string DefaultUrls = "http://localhost:5080";

    public static Command Create()
    {
        var data = new Option<string>("--data") { Description = "数据目录，没有就新建", DefaultValueFactory = _ => "maoding-data" };
        var database = new Option<string?>("--database") { Description = "PostgreSQL 连接字符串；不写时用数据目录里的 SQLite（也可用环境变量 ConnectionStrings__Maoding）" };
        var urls = new Option<string>("--urls") { Description = $"监听地址，默认 {DefaultUrls}", DefaultValueFactory = _ => DefaultUrls };
        var heads = new Option<string?>("--heads") { Description = "审计链尾每天记到这个文件夹；不写时记在数据目录" };
        var command = new Command("serve", "启动网站") { data, database, urls, heads };
        command.SetAction((parsed, stop) => RunAsync(Where(parsed.GetValue(data)!, parsed.GetValue(database)), parsed.GetValue(urls)!, parsed.GetValue(heads), stop));
        return command;
    }

    /// <summary>PostgreSQL when a connection string says so, else the folder's file.</summary>
    public static Database Where(string folder, string? connectionString) =>
        (connectionString ?? Environment.GetEnvironmentVariable("ConnectionStrings__Maoding")) is { Length: > 0 } given
            ? Database.Postgres(given)
            : Database.InFolder(Path.GetFullPath(folder));

    private static async Task<int> RunAsync(Database database, string urls, string? heads, CancellationToken stop)
    {
        await Migrator.MigrateAsync(database, stop);
        await using (var db = database.Open())
        {
            if (await db.Regions.AnyAsync(r => r.IsDemo, stop))
                throw new RefusalException("STO002", "这是演示数据，不能当正式数据用。请换一个 --data 目录，或用 maoding demo 打开它。");
        }

        await ListenAsync(WebApp.Build(database, heads is null ? ["--urls", urls] : ["--urls", urls, $"--{AuditHeadKeeper.Setting}", Path.GetFullPath(heads)]), stop);
        return 0;
    }

    /// <summary>Starts, says where it answers, and runs until it is stopped.</summary>
    public static async Task ListenAsync(WebApplication app, CancellationToken stop)
    {
        await app.StartAsync(stop);
        Console.WriteLine($"锚定已启动：{string.Join(' ', app.Urls)}");
        if (await app.Services.GetRequiredService<FirstRunCode>().IfNeededAsync(stop) is { } code)
            Console.WriteLine($"首次使用：请打开上面的地址，填写一次性验证码 {code}");
        await app.WaitForShutdownAsync(stop);
        await app.DisposeAsync();
    }
}
