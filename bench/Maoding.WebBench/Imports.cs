using System.Diagnostics;
using System.Globalization;
using System.Text;
using Maoding.Districts;
using Maoding.Features.Planning.Documents;
using Maoding.Start;
using Maoding.Storage;
using Maoding.Storage.Accounts;
using Microsoft.AspNetCore.Identity;

namespace Maoding.WebBench;

/// <summary>What bringing in a document costs, from one speech to 200,000 characters of them, each into a database of its own.</summary>
internal static class Imports
{
    private static readonly int[] Copies = [1, 2, 4, 8];

    public static async Task PrintAsync(string speech, Func<Database> create)
    {
        var words = await File.ReadAllTextAsync(speech);
        var longest = (200_000 / words.Length) + 1;
        // The first one is for the run-time compiler.
        foreach (var copies in (int[])[1, .. Copies.Where(c => c < longest), longest])
        {
            var database = create();
            await District.FillAsync(database, 0);
            await MeasureAsync(database, Repeated(words, "云泽", copies), "");
            if (copies == longest) await MeasureAsync(database, Repeated(words, "江东", copies), " onto a ledger of as many");
        }
    }

    private static string Repeated(string words, string name, int copies) =>
        string.Join('\n', Enumerable.Range(0, copies).Select(i => words.Replace("云泽", $"{name}{(char)('甲' + i)}", StringComparison.Ordinal)));

    private static async Task MeasureAsync(Database database, string words, string where)
    {
        await using var app = WebApp.Build(database, ["--urls", "http://127.0.0.1:0"]);
        await using var scope = app.Services.CreateAsyncScope();
        var account = await scope.ServiceProvider.GetRequiredService<UserManager<Account>>().FindByNameAsync("coordinator");
        var principal = await scope.ServiceProvider.GetRequiredService<IUserClaimsPrincipalFactory<Account>>().CreateAsync(account!);
        var current = scope.ServiceProvider.GetRequiredService<CurrentRequest>();
        await current.LoadAsync(principal, CancellationToken.None);
        var (wall, processor) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        var result = await scope.ServiceProvider.GetRequiredService<ImportService>()
            .ImportAsync(current.Actor, new ImportRequest("讲话.txt", Encoding.UTF8.GetBytes(words), "", null, "", null, null), null, CancellationToken.None);
        var (time, cost) = (Stopwatch.GetElapsedTime(wall), Environment.CpuUsage.TotalTime - processor);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"import of {words.Length} characters, {result.Works + result.Targets} rows{where}: {time.TotalSeconds:F2} s, processor {cost.TotalSeconds:F2} s"));
    }
}
