using Maoding.Domain.Indicators;
using Maoding.Features.Measuring.Figures;
using Maoding.TestKit;
using Maoding.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Maoding.Tests.Features.Measuring.Figures;

/// <summary>What computations read, on both databases.</summary>
public sealed class FigureReaderTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Series_come_in_order_with_their_decimals_by_one_statement_and_hold_no_draft(bool postgres)
    {
        var counter = new SqlCounter();
        await using var app = await TestApp.StartAsync(postgres ? await MigratedDatabase.OnPostgresAsync() : null, counter.Listen);
        var scene = await FigureScene.InAsync(app);
        await scene.KnowAsync(scene.Industry, 202512, (FigureMeasure.CumulativeGrowth, "-0.125000"));
        await scene.KnowAsync(scene.Retail, 202512, (FigureMeasure.Cumulative, "251.30"), (FigureMeasure.CumulativeGrowth, "8.0"));
        await scene.KnowAsync(scene.Retail, 202511, (FigureMeasure.Cumulative, "230"));
        await scene.KnowAsync(scene.Retail, 202410, (FigureMeasure.Cumulative, "1"));
        await using (var db = app.Open())
        {
            (await db.DataSheets.Include(s => s.Observations).SingleAsync(s => s.Month == 202511)).Observations.Add(
                new Observation
                {
                    IndicatorId = scene.Retail.Id,
                    AreaId = scene.Here.Id,
                    Month = 202511,
                    Measure = FigureMeasure.Cumulative,
                    Revision = 2,
                    Value = 999,
                    EnteredAt = DateTime.UtcNow,
                });
            await TestApp.SaveAsync(db);
        }

        await using var scope = app.Scope();
        var reader = scope.ServiceProvider.GetRequiredService<FigureReader>();
        IReadOnlyList<FigureSeries> series = [];
        var statements = await counter.DuringAsync(async () =>
            series = await reader.ReadAsync([scene.Industry.Id, scene.Retail.Id], [scene.Here.Id, scene.City.Id], 202501, 202512, CancellationToken.None));
        Assert.Single(statements);
        Assert.Equal(
            [(scene.Retail.Id, FigureMeasure.Cumulative, "202511=230 202512=251.30"), (scene.Retail.Id, FigureMeasure.CumulativeGrowth, "202512=8.0"),
                (scene.Industry.Id, FigureMeasure.CumulativeGrowth, "202512=-0.125000")],
            series.Select(s => (s.IndicatorId, s.Measure, string.Join(' ', s.Points.Select(p => $"{p.Month}={FigureText.Of(p.Value, p.Decimals)}")))));
        Assert.Empty(await reader.ReadAsync([], [scene.Here.Id], 202501, 202512, CancellationToken.None));
    }
}
