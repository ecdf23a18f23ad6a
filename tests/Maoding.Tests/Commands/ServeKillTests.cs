using System.Diagnostics;
using System.Globalization;
using System.Net;
using AngleSharp.Html.Dom;
using Maoding.Domain.Ledger;
using Maoding.Features.Administration.Verifying;
using Maoding.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Maoding.Tests.Commands;

/// <summary>
/// The server itself is killed while people save: what a redirect acknowledged is there after the next start, and nobody has to sign in again.
/// </summary>
public sealed class ServeKillTests
{
    private const int Rows = 4;
    private static readonly string _host = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
    private static readonly string _program = Path.Combine(AppContext.BaseDirectory, "maoding.dll");

    /// <summary>What row i was last sent, and what was last acknowledged.</summary>
    private readonly int[] _sent = new int[Rows];
    private readonly int[] _acknowledged = new int[Rows];
    private TaskCompletionSource _saved = new();

    [Fact]
    public Task Killed_while_people_save_it_keeps_everything_it_acknowledged() => KillAsync(2);

    [Fact]
    [Trait("Part", "long")]
    public Task Killed_a_dozen_times_it_still_keeps_everything() => KillAsync(12);

    private async Task KillAsync(int kills)
    {
        // One of its own: what a start itself writes is looked at.
        await using var app = await TestApp.StartAsync(adjust: _ => { });
        var district = await SmallDistrict.InAsync(app);
        var ids = new int[Rows];
        await using (var db = app.Open())
        {
            var rows = Enumerable.Range(1, Rows).Select(i => district.Row($"{i}", Title(0), CommitmentState.Draft, district.Education)).ToArray();
            foreach (var row in rows) row.Number = "";
            db.AddRange(rows);
            await TestApp.SaveAsync(db);
            ids = [.. rows.Select(r => r.Id)];
        }

        using var signedIn = await app.AsAsync("coordinator");
        var random = new Random(11);
        for (var i = 0; i < kills; i++)
        {
            await LiveAsync(app.Database.Folder!, signedIn.SessionCookie!, ids, TimeSpan.FromMilliseconds(random.Next(300)));
            await CompareAsync(app, ids);
        }

        Assert.InRange(_acknowledged.Sum(), 2 * kills, int.MaxValue);
        var report = await VerifyService.RunAsync(app.Database, null, TimeProvider.System, _ => { });
        Assert.Equal([], report.Results.Where(r => r.Count > 0).Select(r => $"{r.Check.Code} {string.Join(';', r.Shown)}"));
    }

    /// <summary>One life of the server: four people save without end until, some time after the first of them was told so, it is killed.</summary>
    private async Task LiveAsync(string folder, string session, int[] ids, TimeSpan life)
    {
        var start = new ProcessStartInfo(_host, [_program, "serve", "--data", folder, "--urls", "http://127.0.0.1:0"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var server = Process.Start(start)!;
        var errors = server.StandardError.ReadToEndAsync();
        var line = await server.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException(await errors);
        var address = new Uri(line["锚定已启动：".Length..]);
        _saved = new TaskCompletionSource();
        var people = ids.Select((id, i) => SaveAsync(address, session, id, i)).ToArray();
        await Task.WhenAny(_saved.Task, Task.WhenAll(people)).WaitAsync(TimeSpan.FromSeconds(60));
        await Task.Delay(life);
        server.Kill();
        await Task.WhenAll(people);
        await server.WaitForExitAsync();
    }

    private async Task SaveAsync(Uri address, string session, int id, int i)
    {
        using var person = new Hosting.WebClient(address, session);
        try
        {
            while (true)
            {
                var form = (await person.PageAsync($"/ledger/{id}/edit")).QuerySelectorAll("main form").OfType<IHtmlFormElement>().First();
                _sent[i] = Math.Max(_sent[i], _acknowledged[i]) + 1;
                using var answer = await person.SubmitAsync(form, new Dictionary<string, string?> { ["Form.Title"] = Title(_sent[i]) });
                Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
                _acknowledged[i] = _sent[i];
                _saved.TrySetResult();
            }
        }
        catch (HttpRequestException)
        {
            // The server is gone; what was sent last may or may not have been saved.
        }
    }

    private async Task CompareAsync(TestApp app, int[] ids)
    {
        await using var db = app.Open();
        for (var i = 0; i < Rows; i++)
        {
            var title = await db.Commitments.Where(c => c.Id == ids[i]).Select(c => c.Title).SingleAsync();
            var saved = int.Parse(title.AsSpan(title.IndexOf('第', StringComparison.Ordinal) + 1).TrimEnd('稿'), CultureInfo.InvariantCulture);
            Assert.InRange(saved, _acknowledged[i], _sent[i]);
        }
    }

    private static string Title(int n) => $"全面完成老旧小区改造12个，第{n}稿";
}
