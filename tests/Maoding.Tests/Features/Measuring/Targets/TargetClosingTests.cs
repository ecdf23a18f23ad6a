using System.Net;
using AngleSharp.Html.Dom;
using Maoding.Domain.Indicators;
using Maoding.Domain.Issuing;
using Maoding.Domain.Ledger;
using Maoding.Domain.Lights;
using Maoding.Domain.Targets;
using Maoding.Features.Progress.Closings;
using Maoding.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using WebClient = Maoding.Tests.Hosting.WebClient;

namespace Maoding.Tests.Features.Measuring.Targets;

/// <summary>A month's closing asks the figures, not a share that somebody typed.</summary>
public sealed class TargetClosingTests
{
    [Fact]
    public async Task A_tied_target_is_judged_by_its_figures_and_its_row_takes_that_light()
    {
        await using var app = await TestApp.StartAsync();
        var scene = await TargetScene.InAsync(app);
        await InForceAsync(app);
        using var web = await app.AsAsync("coordinator");
        await TieAsync(web);
        await CloseAsync(app, new DateOnly(2026, 8, 17));

        await using var db = app.Open();
        var target = await db.Targets.AsNoTracking().SingleAsync(t => t.CommitmentId == scene.RetailRow.Id);
        var kept = await db.TargetMonths.AsNoTracking().SingleAsync(m => m.TargetId == target.Id && m.Month == 202607);
        Assert.Equal((Verdict.Behind, 202606, 5.8m, -0.2m), (kept.Verdict, kept.DataMonth, kept.Value, kept.Gap));
        Assert.NotEqual(Light.None, kept.Light);
        Assert.Equal(kept.Light, target.Light);
        var light = await db.MonthLights.AsNoTracking().SingleAsync(l => l.CommitmentId == scene.RetailRow.Id && l.Month == 202607);
        Assert.Equal((kept.Light, Judgement.ByTarget), (light.Light, light.Rule));
        // A row without an indicator is judged by its reports, as ever.
        Assert.NotEqual(Judgement.ByTarget, (await db.MonthLights.AsNoTracking().SingleAsync(l => l.CommitmentId == scene.Work.Id && l.Month == 202607)).Rule);
        Assert.Contains("7月月结：应达到6.0%，低0.2个百分点", (await web.PageAsync("/watching")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains(kept.Words, (await web.PageAsync($"/ledger/{scene.RetailRow.Id}")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_revised_figure_turns_the_light_of_the_next_month_and_leaves_the_closed_one()
    {
        await using var app = await TestApp.StartAsync();
        var scene = await TargetScene.InAsync(app);
        await InForceAsync(app);
        using var web = await app.AsAsync("coordinator");
        await TieAsync(web);
        await CloseAsync(app, new DateOnly(2026, 8, 17));
        await using (var db = app.Open())
        {
            var sheet = await db.DataSheets.SingleAsync(s => s.Month == 202607);
            sheet.Observations.Add(new Observation
            {
                IndicatorId = scene.Retail.Id,
                AreaId = scene.Own.Id,
                Month = 202607,
                Measure = FigureMeasure.CumulativeGrowth,
                Value = 6.4m,
                Decimals = 1,
                InForce = true,
            });
            await TestApp.SaveAsync(db);
        }

        await CloseAsync(app, new DateOnly(2026, 9, 11));
        await using var after = app.Open();
        var months = await after.TargetMonths.AsNoTracking()
            .Where(m => after.Targets.Any(t => t.Id == m.TargetId && t.CommitmentId == scene.RetailRow.Id)).ToDictionaryAsync(m => m.Month);
        Assert.Equal((Verdict.Behind, Verdict.OnTrack), (months[202607].Verdict, months[202608].Verdict));
        Assert.Equal(Light.Green, months[202608].Light);
        Assert.Equal(5.8m, months[202607].Value);
    }

    private static async Task TieAsync(WebClient web)
    {
        var form = (IHtmlFormElement)(await web.PageAsync("/targets")).QuerySelector("form[action*='Tie']")!;
        using var answer = await web.SubmitAsync(form, new Dictionary<string, string?>());
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    private static async Task CloseAsync(TestApp app, DateOnly today)
    {
        await using var scope = app.Scope();
        await scope.ServiceProvider.GetRequiredService<MonthCloseService>().CatchUpAsync(today);
    }

    private static async Task InForceAsync(TestApp app)
    {
        await using var db = app.Open();
        var plan = await db.Plans.SingleAsync();
        plan.State = PlanState.Issued;
        var issue = new Issue { PlanId = plan.Id, Batch = 1, DocumentNumber = "云办发〔2026〕3号", IssuedOn = new DateOnly(2026, 6, 8), IssuedAt = DateTime.UtcNow };
        db.Issues.Add(issue);
        await TestApp.SaveAsync(db);
        foreach (var row in await db.Commitments.Where(c => c.State == CommitmentState.Issued).ToListAsync()) row.IssueId = issue.Id;
        await TestApp.SaveAsync(db);
    }
}
