using Maoding.Domain.Problems;
using Maoding.Features.Projects;
using Maoding.Tests.Hosting;
using Xunit;

namespace Maoding.Tests.Features.Projects;

/// <summary>The analysis of investment says what its parts add up to.</summary>
public sealed class AnalysisTests
{
    [Fact]
    public async Task The_years_total_is_reckoned_and_opened_to_its_projects_and_the_costliest_problem_stands_first()
    {
        await using var app = await TestApp.StartAsync();
        var scene = await ProjectScene.InAsync(app);
        await using (var db = app.Open())
        {
            db.AddRange(Problem(1, scene, 300), Problem(2, scene, 900));
            await TestApp.SaveAsync(db);
        }

        using var web = await app.AsAsync("coordinator");
        var page = await web.PageAsync(ProjectLinks.Analysis);
        Assert.Contains("到2月完成", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector(".prj-curve svg .line-expected"));
        var problems = page.QuerySelectorAll("section").Single(s => s.QuerySelector("h2")?.TextContent == "影响投资最多的问题").QuerySelectorAll("tbody tr").Select(r => r.Children[0].TextContent);
        Assert.Equal(["问题2", "问题1"], problems);
        var one = await web.PageAsync($"{ProjectLinks.Analysis}?project={scene.Plant.Id}");
        Assert.Contains("年度计划 1.20 亿元", one.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_does_not_see_all_problems_sees_none_of_them_here()
    {
        await using var app = await TestApp.StartAsync();
        var scene = await ProjectScene.InAsync(app);
        await using (var db = app.Open())
        {
            db.Add(Problem(1, scene, 300));
            await TestApp.SaveAsync(db);
        }

        using var clerk = await app.AsAsync("clerk");
        Assert.DoesNotContain("问题1", (await clerk.PageAsync(ProjectLinks.Analysis)).Body!.TextContent, StringComparison.Ordinal);
    }

    private static Problem Problem(int number, ProjectScene scene, decimal held) => new()
    {
        Number = number,
        Title = $"问题{number}",
        Cause = ProblemCause.Land,
        Origin = ProblemOrigin.Project,
        ProjectId = scene.Plant.Id,
        RaisedOn = SmallDistrict.Today,
        RaisedById = 1,
        HeldBack = held,
        State = ProblemState.Handling,
        UnitId = scene.District.Housing.Id,
        RungSince = SmallDistrict.Today,
    };
}
