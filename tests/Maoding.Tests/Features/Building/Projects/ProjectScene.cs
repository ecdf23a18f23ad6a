using System.Net;
using AngleSharp.Html.Dom;
using Maoding.Domain.Projects;
using Maoding.Tests.Hosting;
using Xunit;
using WebClient = Maoding.Tests.Hosting.WebClient;

namespace Maoding.Tests.Features.Building.Projects;

/// <summary>A small district with two projects of 区住建局 and one of 区教育局, on 2 March 2026.</summary>
public sealed class ProjectScene
{
    public const int February = 202602;

    public required TestApp App { get; init; }

    public required SmallDistrict District { get; init; }

    /// <summary>区住建局's, 新开工, before its start.</summary>
    public required Project Road { get; init; }

    /// <summary>区住建局's, 续建, being built.</summary>
    public required Project Plant { get; init; }

    /// <summary>区教育局's, 竣工, being built.</summary>
    public required Project School { get; init; }

    private static Project NewRoad(SmallDistrict district) => new()
    {
        Code = "XM-2026-001",
        Name = "云泽大道改造",
        Sector = Sector.Infrastructure,
        Stage = Stage.Preparing,
        LeadUnitId = district.Housing.Id,
        TotalInvestment = 5000,
        PlannedStart = new DateOnly(2026, 2, 1),
        Years = [Year(YearClass.Starting, 1200)],
    };

    public static async Task<ProjectScene> InAsync(TestApp app)
    {
        var district = await SmallDistrict.InAsync(app);
        var scene = new ProjectScene
        {
            App = app,
            District = district,
            Road = NewRoad(district),
            Plant = new Project
            {
                Code = "XM-2026-002",
                Name = "第二水厂",
                Sector = Sector.Livelihood,
                Stage = Stage.Building,
                LeadUnitId = district.Housing.Id,
                LeaderPostId = district.Leader.Id,
                TotalInvestment = 30000,
                StartedOn = new DateOnly(2025, 6, 1),
                Years = [Year(YearClass.Continuing, 12000)],
                Nodes = [new() { Name = "主体封顶", Due = new DateOnly(2026, 6, 30) }],
            },
            School = new Project
            {
                Code = "XM-2026-003",
                Name = "实验小学",
                Sector = Sector.Livelihood,
                Stage = Stage.Building,
                LeadUnitId = district.Education.Id,
                TotalInvestment = 8000,
                StartedOn = new DateOnly(2025, 3, 1),
                PlannedFinish = new DateOnly(2026, 2, 15),
                Years = [Year(YearClass.Completing, 2000)],
            },
        };
        await SaveAsync(app, scene);
        return scene;
    }

    private static async Task SaveAsync(TestApp app, ProjectScene scene)
    {
        await using var db = app.Open();
        foreach (var project in (Project[])[scene.Road, scene.Plant, scene.School])
        {
            project.StageSince = new DateOnly(2025, 6, 1);
            db.Projects.Add(project);
        }

        await TestApp.SaveAsync(db);
        for (var month = 1; month <= 12; month++)
            db.ProjectMonths.AddRange(
                new ProjectMonth { ProjectId = scene.Road.Id, Month = 202600 + month, Planned = 100 },
                new ProjectMonth
                {
                    ProjectId = scene.Plant.Id,
                    Month = 202600 + month,
                    Planned = 1000,
                    Done = month == 1 ? 900 : null,
                    Progress = month == 1 ? "完成基础施工" : "",
                    State = month == 1 ? ProjectMonthState.Accepted : ProjectMonthState.Open,
                });
        await TestApp.SaveAsync(db);
    }

    public static void Done(HttpResponseMessage answer)
    {
        using (answer) Assert.True(answer.StatusCode == HttpStatusCode.Redirect, $"{(int)answer.StatusCode} {answer.Content.ReadAsStringAsync().Result}");
    }

    public static async Task RefusedAsync(HttpResponseMessage answer, HttpStatusCode status, params string[] words)
    {
        using (answer)
        {
            Assert.Equal(status, answer.StatusCode);
            var page = await answer.Content.ReadAsStringAsync();
            Assert.All(words, w => Assert.Contains(w, page, StringComparison.Ordinal));
        }
    }

    /// <summary>Sends a form of a page with some fields changed.</summary>
    public static async Task<HttpResponseMessage> SendAsync(WebClient web, string page, string form, params (string Field, string Value)[] changes)
    {
        var found = (IHtmlFormElement?)(await web.PageAsync(page)).QuerySelector(form);
        Assert.True(found is not null, $"{page} has no {form}");
        return await web.SubmitAsync(found, changes.ToDictionary(c => c.Field, string? (c) => c.Value));
    }

    public static async Task<HttpResponseMessage> UploadAsync(WebClient web, string page, string address, string fileName, byte[] bytes)
    {
        var token = ((IHtmlInputElement)(await web.PageAsync(page)).QuerySelector("main [name=__RequestVerificationToken]")!).Value;
        using var content = new MultipartFormDataContent
        {
            { new StringContent(token), "__RequestVerificationToken" },
            { new ByteArrayContent(bytes), "Upload", fileName },
        };
        return await web.Http.PostAsync(new Uri(address, UriKind.Relative), content);
    }

    private static ProjectYear Year(YearClass wanted, decimal planned) => new() { Year = 2026, Class = wanted, Planned = planned };
}
