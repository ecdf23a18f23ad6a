using Maoding.Districts;
using System.CommandLine;
using System.Net.Sockets;
using Maoding.Domain;
using Maoding.Features.Administration.Verifying;
using Maoding.Start;
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
        var (data, database) = (DatabaseOptions.Data(), DatabaseOptions.Connection());
        var urls = new Option<string>("--urls") { Description = $"监听地址，默认 {DefaultUrls}", DefaultValueFactory = _ => DefaultUrls };
        var heads = new Option<string?>("--heads") { Description = "审计链尾每天记到这个文件夹；不写时记在数据目录" };
        var command = new Command("serve", "启动网站") { data, database, urls, heads };
        command.SetAction((parsed, stop) =>
            RunAsync(DatabaseOptions.Where(parsed.GetValue(data)!, parsed.GetValue(database)), parsed.GetValue(urls)!, parsed.GetValue(heads), stop));
        return command;
    }

    private static async Task<int> RunAsync(Database database, string urls, string? heads, CancellationToken stop)
    {
        Port.DemandFree(urls);
        await using var held = ServedFolder.Hold(database);
        await Migrator.MigrateAsync(database, stop);
        await using (var db = database.Open())
        {
            if (await db.Regions.AnyAsync(r => r.IsDemo, stop))
                throw new RefusalException("STO002", "这是演示数据，不能当正式数据用。请换一个 --data 目录，或用 maoding demo 打开它。");
        }

        await ListenAsync(
            WebApp.Build(database, heads is null ? ["--urls", urls] : ["--urls", urls, $"--{AuditHeadKeeper.Setting}", Path.GetFullPath(heads)]), stop);
        return 0;
    }

    /// <summary>Starts, says where it answers, and runs until it is stopped.</summary>
    /// <exception cref="RefusalException">STO005: it cannot listen there.</exception>
    public static async Task ListenAsync(WebApplication app, CancellationToken stop)
    {
        try
        {
            await app.StartAsync(stop);
        }
        catch (Exception error) when (error is IOException or SocketException or FormatException or InvalidOperationException)
        {
            throw Port.Refused(app.Configuration["urls"]!);
        }

        Console.WriteLine($"锚定已启动：{string.Join(' ', app.Urls)}");
        if (await app.Services.GetRequiredService<District>().FirstRun.IfNeededAsync(stop) is { } code)
            Console.WriteLine($"首次使用：请打开上面的地址，填写一次性验证码 {code}");
        await app.WaitForShutdownAsync(stop);
        await app.DisposeAsync();
    }
}
