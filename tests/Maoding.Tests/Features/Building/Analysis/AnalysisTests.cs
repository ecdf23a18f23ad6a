using System.Security.Claims;
using Maoding.Districts;
using Maoding.Domain.Access;
using Maoding.Domain.Organization;
using Maoding.Domain.Problems;
using Maoding.Domain.Projects;
using Maoding.Features.Building.Analysis;
using Maoding.Shared.Addresses;
using Maoding.TestKit;
using Maoding.Tests.Features.Building.Projects;
using Maoding.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Maoding.Tests.Features.Building.Analysis;

/// <summary>The analysis of investment says what its parts add up to.</summary>
public sealed class AnalysisTests
{
    private static readonly Actor Coordinator = new(1, null, "统筹", false, [new HeldPost(1, PostKind.Coordinator, null, "督查室主任")]);

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
        var problems = page.QuerySelectorAll("section").Single(s => s.QuerySelector("h2")?.TextContent == "影响投资最多的问题")
            .QuerySelectorAll("tbody tr").Select(r => r.Children[0].TextContent);
        Assert.Equal(["问题2", "问题1"], problems);
        var one = await web.PageAsync($"{ProjectLinks.Analysis}?project={scene.Plant.Id}");
        Assert.Contains("年度计划 1.20 亿元", one.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_was_done_in_earlier_years_is_counted_once_and_older_months_are_not_loaded(bool isPostgres)
    {
        await using var app = isPostgres ? await TestApp.StartAsync(await MigratedDatabase.OnPostgresAsync()) : await TestApp.StartAsync();
        var scene = await ProjectScene.InAsync(app);
        await using (var db = app.Open())
        {
            // 24,000.5 and 4,800 by months, 99.5 before them: 1,100 are left of 30,000, 900 of them are done.
            (await db.Projects.SingleAsync(p => p.Id == scene.Plant.Id)).DoneBefore = 99.5m;
            for (var month = 1; month <= 12; month++)
                db.ProjectMonths.AddRange(
                    new ProjectMonth
                    {
                        ProjectId = scene.Plant.Id,
                        Month = 202400 + month,
                        Done = month == 1 ? 2000.5m : 2000,
                        State = ProjectMonthState.Accepted,
                    },
                    new ProjectMonth { ProjectId = scene.Plant.Id, Month = 202500 + month, Done = 400, State = ProjectMonthState.Accepted });
            db.ProjectMonths.Add(new ProjectMonth { ProjectId = scene.Plant.Id, Month = 202312, Done = 7777, State = ProjectMonthState.Returned });
            await TestApp.SaveAsync(db);
        }

        using var web = await app.AsAsync("coordinator");
        var page = (await web.PageAsync($"{ProjectLinks.Analysis}?project={scene.Plant.Id}")).QuerySelector("main")!.TextContent;
        Assert.Contains("以前年度累计完成 2.89 亿元，总投资 3.00 亿元", page, StringComparison.Ordinal);
        Assert.Contains("预计全年 0.11 亿元（0.11 至 0.11）", page, StringComparison.Ordinal);
        Assert.Contains("29,800 万元，占总投资 99.3%（含逐月填报以前的 99.5 万元）",
            (await web.PageAsync(ProjectLinks.Project(scene.Plant.Id))).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("填 2024年1月以前的合计。2024年1月至 2025年12月已有逐月数 28,800.5 万元",
            (await web.PageAsync(ProjectLinks.Edit(scene.Plant.Id))).Body!.TextContent, StringComparison.Ordinal);
        await using var scope = app.Scope();
        await scope.ServiceProvider.GetRequiredService<CurrentRequest>().LoadAsync(new ClaimsPrincipal(), TestContext.Current.CancellationToken);
        var view = await scope.ServiceProvider.GetRequiredService<AnalysisReader>()
            .ReadAsync(Coordinator, scene.Plant.Id, TestContext.Current.CancellationToken);
        Assert.Equal(Enumerable.Range(202501, 12).Concat(Enumerable.Range(202601, 12)), Assert.Single(view.Projects).Months.Select(m => m.Month).Order());
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
        TierSince = SmallDistrict.Today,
    };
}
