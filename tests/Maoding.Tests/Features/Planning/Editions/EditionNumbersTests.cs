using System.Net;
using AngleSharp.Html.Dom;
using Maoding.Domain.Editions;
using Maoding.Domain.Indicators;
using Maoding.Domain.Ledger;
using Maoding.Domain.Lights;
using Maoding.Features.Administration.Verifying;
using Maoding.Features.Planning.Editions;
using Maoding.Shared.Editions;
using Maoding.Storage;
using Maoding.TestKit;
using Maoding.Tests.Commands;
using Maoding.Tests.Features.Measuring.Targets;
using Maoding.Tests.Features.Progress.Closings;
using Maoding.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Maoding.Tests.Features.Planning.Editions;

/// <summary>Computed editions keep the numbers that they were made from, and verifying makes these again.</summary>
public sealed class EditionNumbersTests
{
    private static readonly DateOnly _march = new(2026, 3, 20);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_months_print_is_reckoned_again_as_of_then_and_the_one_that_differs_is_named(bool postgres)
    {
        await using var app = await TestApp.StartAsync(postgres ? await MigratedDatabase.OnPostgresAsync() : null);
        var scene = await YearScene.InAsync(app);
        var (parent, alone) = (await scene.AddAsync("5", isLeaf: false), await scene.AddAsync("1"));
        var leaf = await scene.AddAsync("5.1", parent);
        await scene.AddAsync("5.2", parent, state: CommitmentState.Done);
        await scene.AcceptAsync(alone, 202601, 100);
        await scene.AcceptAsync(leaf, 202602, 80);
        await scene.CatchUpAsync(_march);
        Assert.Equal(2, await CatchUpAsync(app));
        Assert.Empty(await FoundAsync(app));
        // What is decided afterwards changes nothing of what was printed: another light, a report that was taken back and sent anew.
        await using (var db = app.Open())
        {
            (await db.MonthLights.SingleAsync(l => l.CommitmentId == alone && l.Month == 202602)).Override = Light.Green;
            (await db.Reports.SingleAsync(r => r.CommitmentId == leaf)).Share = 300;
            await TestApp.SaveAsync(db);
        }

        Assert.Empty(await FoundAsync(app));
        // A report changed past the program.
        await using (var db = app.Open())
            await db.Database.ExecuteSqlAsync($"""UPDATE "Reports" SET "Share" = 900 WHERE "CommitmentId" = {alone}""");
        Assert.Equal(
            ["定稿“2026年1月重点任务亮灯情况”", "定稿“2026年2月重点任务亮灯情况”"], (await FoundAsync(app)).Select(f => f[..f.IndexOf('（')]));
    }

    [Fact]
    public async Task A_light_that_its_rules_do_not_give_is_told()
    {
        await using var app = await TestApp.StartAsync();
        var scene = await YearScene.InAsync(app);
        var row = await scene.AddAsync("1");
        await scene.CatchUpAsync(_march);
        await CatchUpAsync(app);
        await using (var db = app.Open())
            await db.Database.ExecuteSqlRawAsync("""UPDATE "MonthLights" SET "MissedMonths" = 0, "IdleMonths" = 0, "Planned" = 0, "MissingMonths" = 0""");
        Assert.NotEmpty(await FoundAsync(app));
        Assert.NotNull(await scene.LightAsync(row, 202602));
    }

    [Fact]
    public async Task An_analysis_is_finalised_once_and_later_figures_change_no_byte_of_it()
    {
        await using var app = await TestApp.StartAsync();
        var scene = await TargetScene.InAsync(app);
        await ContributeAsync(app, scene);
        using var coordinator = await app.AsAsync("coordinator");
        Assert.Contains("WAT005", await FinaliseAsync(coordinator, ("ApprovedBy", " ")), StringComparison.Ordinal);
        Assert.Contains("WAT004", await FinaliseAsync(coordinator, ("Day", "2026-08-18")), StringComparison.Ordinal);
        Assert.Equal("/watching?month=202606", await FinaliseAsync(coordinator));
        Assert.Contains("WAT003", await FinaliseAsync(coordinator), StringComparison.Ordinal);
        var before = await BytesAsync(coordinator);
        await using (var db = app.Open())
        {
            var kept = await db.Editions.SingleAsync();
            Assert.Equal((EditionKind.Analysis, "第6期", new DateOnly(2026, 7, 20), "区长程砚川"), (kept.Kind, kept.Number, kept.Day, kept.ApprovedBy));
            Assert.Equal(KeptNumbers.FileName, kept.Files[^1].Name);
            // A revision takes the place of the figure.
            var sheet = await db.DataSheets.Include(s => s.Observations).SingleAsync(s => s.Month == 202606);
            var figure = sheet.Observations.Single(o => o.AreaId == scene.Own.Id && o.Measure == FigureMeasure.CumulativeGrowth);
            figure.InForce = false;
            await TestApp.SaveAsync(db);
            sheet.Observations.Add(Figure(scene, scene.Own, FigureMeasure.CumulativeGrowth, 3.1m, 2));
            await TestApp.SaveAsync(db);
        }

        Assert.Equal(before, await BytesAsync(coordinator));
        var page = await coordinator.PageAsync("/watching?month=202606");
        Assert.NotNull(page.QuerySelector("#editions a[href='/editions/1']"));
        Assert.Null(page.QuerySelector("#finalise"));
        Assert.Equal(page.QuerySelector("h1")!.TextContent, (await coordinator.PageAsync("/watching?analysis=1")).QuerySelector("h1")!.TextContent);
        Assert.Empty(await FoundAsync(app));
        // The revision that was used, changed past the program.
        await using (var db = app.Open())
            await db.Database.ExecuteSqlAsync(
                $"""UPDATE "Observations" SET "Value" = 9000000 WHERE "Month" = 202606 AND "Measure" = 4 AND "AreaId" = {scene.Own.Id} AND "Revision" = 1""");
        Assert.StartsWith("定稿“云泽区经济运行分析（2026年6月）”", Assert.Single(await FoundAsync(app)), StringComparison.Ordinal);
        using var clerk = await app.AsAsync("clerk");
        Assert.Null((await clerk.PageAsync("/watching?month=202605")).QuerySelector("#finalise"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_backup_brings_every_edition_back_byte_for_byte_in_either_database(bool postgres)
    {
        await using var app = await TestApp.StartAsync(postgres ? await MigratedDatabase.OnPostgresAsync() : null);
        await TargetScene.InAsync(app);
        using (var coordinator = await app.AsAsync("coordinator")) Assert.Equal("/watching?month=202606", await FinaliseAsync(coordinator));
        using var folder = new TempFolder();
        string[] from = postgres ? ["--database", app.Database.ConnectionString] : ["--data", app.Database.Folder!];
        var backup = Cli.Run(["backup", .. from, "-o", folder.At("锚定.zip")]);
        Assert.True(backup.ExitCode == 0, backup.Errors);
        var moved = PostgresCluster.CreateDatabase();
        foreach (var (to, database) in new[]
        {
            ((string[])["--data", folder.At("新")], Database.InFolder(folder.At("新"))), (["--database", moved], Database.Postgres(moved)),
        })
        {
            var restored = Cli.Run(["restore", folder.At("锚定.zip"), .. to]);
            Assert.True(restored.ExitCode == 0, restored.Errors);
            await using var was = app.Open();
            await using var now = database.WithoutPool().Open();
            Assert.Equal(await FilesAsync(was), await FilesAsync(now));
            Assert.Equal(await was.Editions.Select(e => e.Contents).ToListAsync(), await now.Editions.Select(e => e.Contents).ToListAsync());
            var report = await VerifyService.RunAsync(database, null, TimeProvider.System, _ => { });
            Assert.All(report.Results.Where(r => r.Check.Code is "VER010" or "VER016" or "VER017"), r => Assert.Empty(r.Shown));
        }
    }

    private static async Task<List<string>> FilesAsync(MaodingContext db) =>
        [.. (await db.Files.Where(f => f.Subject == nameof(Edition)).OrderBy(f => f.Id)
            .SelectMany(f => db.FileChunks.Where(c => c.FileId == f.Id).OrderBy(c => c.Index), (f, c) => new { f.Name, c.Bytes }).ToListAsync())
            .Select(f => $"{f.Name} {Convert.ToHexString(f.Bytes)}")];

    private static async Task ContributeAsync(TestApp app, TargetScene scene)
    {
        await using var db = app.Open();
        var sheets = await db.DataSheets.Where(s => s.Month == 202506 || s.Month == 202606).ToDictionaryAsync(s => s.Month);
        sheets[202506].Observations.Add(Figure(scene, scene.Streets[0], FigureMeasure.Cumulative, 36, month: 202506));
        sheets[202606].Observations.Add(Figure(scene, scene.Streets[0], FigureMeasure.CumulativeGrowth, 7.0m));
        await TestApp.SaveAsync(db);
    }

    private static Observation Figure(TargetScene scene, Area area, FigureMeasure measure, decimal value, int revision = 1, int month = 202606) => new()
    {
        IndicatorId = scene.Retail.Id,
        AreaId = area.Id,
        Month = month,
        Measure = measure,
        Value = value,
        Decimals = 1,
        Revision = revision,
        InForce = true,
    };

    private static async Task<int> CatchUpAsync(TestApp app)
    {
        await using var scope = app.Scope();
        return await scope.ServiceProvider.GetRequiredService<EditionCatchUp>().RunAsync(CancellationToken.None) - await IssuedAsync(app);
    }

    /// <summary>The scene's batch gets an edition as well.</summary>
    private static async Task<int> IssuedAsync(TestApp app)
    {
        await using var db = app.Open();
        return await db.Editions.CountAsync(e => e.Kind == EditionKind.IssuedPlan);
    }

    private static async Task<IReadOnlyList<string>> FoundAsync(TestApp app) =>
        (await VerifyService.RunAsync(app.Database, null, TimeProvider.System, _ => { })).Results.Single(r => r.Check.Code == "VER017").Shown;

    /// <returns>Where it leads, or the page that refuses.</returns>
    private static async Task<string> FinaliseAsync(Hosting.WebClient web, params (string Name, string Value)[] changes)
    {
        var form = (IHtmlFormElement)((await web.PageAsync("/watching?month=202605")).QuerySelector("#finalise form")!);
        var fields = new Dictionary<string, string?> { ["Number"] = "第6期", ["Day"] = "2026-07-20", ["ApprovedBy"] = "区长程砚川" };
        foreach (var (name, value) in changes) fields[name] = value;
        form.Action = "/watching?month=202606";
        using var answer = await web.SubmitAsync(form, fields);
        return answer.Headers.Location?.ToString() ?? await answer.Content.ReadAsStringAsync();
    }

    private static async Task<byte[]> BytesAsync(Hosting.WebClient web)
    {
        using var answer = await web.GetAsync("/watching/paper?month=202606");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsByteArrayAsync();
    }
}
