using System.Net;
using AngleSharp.Html.Dom;
using Maoding.Domain.Issuing;
using Maoding.Domain.Problems;
using Maoding.Domain.Procedures;
using Maoding.Tests.Features.Supervision.Problems;
using Maoding.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Maoding.Tests.Features.Demo;

public sealed class DemoDateTests
{
    [Fact]
    public async Task The_nights_on_the_way_send_up_what_is_overdue_on_its_own_day()
    {
        await using var app = await TestApp.StartAsync();
        var scene = await ProblemScene.InAsync(app);
        var (last, next) = (new DateOnly(2026, 3, 4), new DateOnly(2026, 3, 5));
        var problem = await scene.HandledAsync(app, p => (p.TierSince, p.Due) = (new DateOnly(2026, 1, 5), last));
        await using var db = app.Open();
        (await db.Regions.SingleAsync(TestContext.Current.CancellationToken)).IsDemo = true;
        db.Issues.Add(new Issue { PlanId = scene.District.Plan.Id, Batch = 1, DocumentNumber = "云办发〔2026〕3号", IssuedOn = new DateOnly(2026, 2, 10) });
        db.JointReviews.Add(new JointReview
        {
            ProjectId = scene.School.Id,
            Title = "联审",
            State = ReviewState.Reviewing,
            SentOn = new DateOnly(2026, 2, 25),
            Answers = [new() { UnitId = scene.District.Housing.Id, Days = 5, Due = last }],
        });
        await TestApp.SaveAsync(db);
        using (var web = await app.AsAsync("coordinator"))
        {
            var button = (await web.PageAsync("/today")).Forms.OfType<IHtmlFormElement>()
                .Single(f => f.Action.EndsWith("/demo/advance", StringComparison.Ordinal));
            using var moved = await web.SubmitAsync(button, new Dictionary<string, string?>());
            Assert.Equal(HttpStatusCode.Redirect, moved.StatusCode);
        }

        db.ChangeTracker.Clear();
        var today = (await db.Regions.SingleAsync(TestContext.Current.CancellationToken)).BusinessDate;
        Assert.True(today > next, $"The date is {today}.");
        var up = await ProblemScene.ReadAsync(app, problem.Id);
        Assert.Equal((Tier.Leader, next), (up.Tier, up.TierSince!.Value));
        var silent = await db.ReviewAnswers.SingleAsync(TestContext.Current.CancellationToken);
        Assert.Equal((next, scene.District.Leader.Id), (silent.EscalatedOn, silent.EscalatedToPostId));
    }
}
