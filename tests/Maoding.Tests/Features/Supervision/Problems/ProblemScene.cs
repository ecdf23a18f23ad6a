using System.Net;
using AngleSharp.Html.Dom;
using Maoding.Domain.Problems;
using Maoding.Domain.Projects;
using Maoding.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Xunit;
using WebClient = Maoding.Tests.Hosting.WebClient;

namespace Maoding.Tests.Features.Supervision.Problems;

/// <summary>The small district with two projects: one of the school's, one of housing's.</summary>
internal sealed class ProblemScene
{
    public required SmallDistrict District { get; init; }

    public required Project School { get; init; }

    public required Project Homes { get; init; }

    public static async Task<ProblemScene> InAsync(TestApp app)
    {
        var district = await SmallDistrict.InAsync(app);
        Project Made(string code, string name, int unit) => new()
        {
            Code = code,
            Name = name,
            Sector = Sector.Livelihood,
            Stage = Stage.Building,
            StageSince = new DateOnly(2026, 1, 5),
            LeadUnitId = unit,
            LeaderPostId = district.Leader.Id,
            Owner = "云泽城投公司",
            TotalInvestment = 12000,
        };
        var scene = new ProblemScene
        {
            District = district,
            School = Made("XM-2026-001", "云泽实验小学新建项目", district.Education.Id),
            Homes = Made("XM-2026-002", "红旗路老旧小区改造项目", district.Housing.Id),
        };
        await using var db = app.Open();
        db.AddRange(scene.School, scene.Homes);
        await TestApp.SaveAsync(db);
        return scene;
    }

    /// <summary>A problem that the school's clerk raised and that housing handles, or as adjusted.</summary>
    public async Task<Problem> HandledAsync(TestApp app, Action<Problem>? adjust = null, string raiser = "clerk")
    {
        await using var db = app.Open();
        var problem = new Problem
        {
            Number = (await db.Problems.MaxAsync(p => (int?)p.Number) ?? 0) + 1,
            Title = "临时用电未接通，塔吊不能使用",
            Cause = ProblemCause.Utilities,
            Origin = ProblemOrigin.Project,
            ProjectId = School.Id,
            HeldBack = 3000,
            RaisedOn = SmallDistrict.Today.AddDays(-3),
            RaisedById = (await db.Users.SingleAsync(u => u.UserName == raiser)).Id,
            RaisedUnitId = District.Education.Id,
            State = ProblemState.Handling,
            UnitId = District.Housing.Id,
            LeaderPostId = District.Leader.Id,
            Tier = Tier.Unit,
            TierSince = SmallDistrict.Today.AddDays(-3),
            Due = SmallDistrict.Today.AddDays(10),
        };
        adjust?.Invoke(problem);
        db.Problems.Add(problem);
        await TestApp.SaveAsync(db);
        return problem;
    }

    public static async Task<Problem> ReadAsync(TestApp app, int id)
    {
        await using var db = app.Open();
        return await db.Problems.AsNoTracking().Include(p => p.Events.OrderBy(e => e.Id)).Include(p => p.Steps).SingleAsync(p => p.Id == id);
    }

    public static async Task TodayIsAsync(TestApp app, DateOnly day)
    {
        await using var db = app.Open();
        (await db.Regions.SingleAsync()).BusinessDate = day;
        await TestApp.SaveAsync(db);
    }

    /// <summary>The form of a move on a problem's page.</summary>
    public static async Task<IHtmlFormElement> FormAsync(WebClient web, int id, ProblemMove move) =>
        (await web.PageAsync($"/problems/{id}")).QuerySelector($"#move-{move} form") as IHtmlFormElement
            ?? throw new InvalidOperationException($"{move} is not offered.");

    /// <summary>Makes a move as a person would, and expects it to be done.</summary>
    public static async Task MoveAsync(TestApp app, string account, int id, ProblemMove move, params (string Name, string Value)[] values)
    {
        using var web = await app.AsAsync(account);
        using var answer = await web.SubmitAsync(await FormAsync(web, id, move), values.ToDictionary(v => v.Name, v => (string?)v.Value));
        if (answer.StatusCode != HttpStatusCode.Redirect) await WebClient.ParseAsync(answer, HttpStatusCode.Redirect);
    }

    /// <summary>Sends a form and expects its refusal.</summary>
    public static async Task RefusedAsync(WebClient web, IHtmlFormElement form, string code, HttpStatusCode status, params (string Name, string Value)[] values)
    {
        using var answer = await web.SubmitAsync(form, values.ToDictionary(v => v.Name, v => (string?)v.Value));
        Assert.Equal(status, answer.StatusCode);
        Assert.Contains(code, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
