using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Maoding.Domain.Indicators;
using Maoding.Domain.Ledger;
using Maoding.Domain.Problems;
using Maoding.Domain.Procedures;
using Maoding.Domain.Projects;
using Maoding.Domain.Settling;
using Maoding.Storage;
using Maoding.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using WebClient = Maoding.Tests.Hosting.WebClient;

namespace Maoding.Tests.Features.Administration.Organs;

/// <summary>A unit on which everything hangs that can.</summary>
internal static class OrganScene
{
    public static readonly Dictionary<string, string?> Grounds = new()
    {
        ["On"] = "2026-03-01",
        ["Decision"] = "区委编委〔2026〕4号",
        ["Reason"] = "机构改革",
    };

    public static async Task<HttpResponseMessage> ChangeAsync(WebClient web, string address, Dictionary<string, string?> values)
    {
        var form = (await web.PageAsync(address)).QuerySelector<IHtmlFormElement>("main form[method=post]")!;
        return await web.SubmitAsync(form, values);
    }

    public static async Task<string> Whys(MaodingContext db) => string.Join('；', await db.AuditEntries.Select(e => e.Why).Distinct().ToListAsync());

    /// <summary>Housing leads an issued row and a draft, helps with a third and has done a fourth; a project, a problem and more hang on it.</summary>
    public static async Task FillAsync(TestApp app, SmallDistrict district)
    {
        await using var db = app.Open();
        var (housing, today) = (district.Housing, SmallDistrict.Today);
        (await db.Plans.SingleAsync()).State = PlanState.Issued;
        db.Commitments.AddRange(
            district.Row("1", "改造老旧小区", CommitmentState.InProgress, housing, district.Education),
            district.Row("2", "编制城市更新规划", CommitmentState.Draft, housing),
            district.Row("3", "安排债券资金", CommitmentState.InProgress, district.Finance, housing),
            district.Row("4", "建成的路", CommitmentState.Done, housing));
        db.Projects.Add(new Project { Name = "纺织东路", Code = "P1", LeadUnitId = housing.Id, LeaderPostId = district.Leader.Id, StageSince = today });
        db.Problems.Add(new Problem
        {
            Number = 1,
            Title = "接电",
            Cause = ProblemCause.Utilities,
            Origin = ProblemOrigin.Project,
            State = ProblemState.Handling,
            UnitId = housing.Id,
            LeaderPostId = district.Leader.Id,
            RaisedOn = today,
            RaisedById = 1,
        });
        db.Leads.Add(new Lead { Name = "数据中心", UnitId = housing.Id, FoundOn = today, Since = today });
        db.SoughtMatters.Add(new SoughtMatter { Name = "城市更新补助", UnitId = housing.Id, WindowCloses = today.AddDays(30) });
        await TestApp.SaveAsync(db);
    }

    /// <summary>What hangs on Housing besides: a step, a procedure, a review that Education has as well, sheets, a decision, a verification.</summary>
    public static async Task AddMoreAsync(TestApp app, SmallDistrict district)
    {
        await using var db = app.Open();
        var (housing, today) = (district.Housing.Id, SmallDistrict.Today);
        var project = await db.Projects.SingleAsync();
        var row = await db.Commitments.SingleAsync(c => c.Number == "3");
        (await db.Problems.SingleAsync()).Steps.Add(new ProblemStep { Text = "约供电公司", UnitId = housing, Due = today });
        var stocktake = new Stocktake { PlanId = district.Plan.Id, HeldOn = today };
        db.AddRange(
            stocktake,
            new Procedure { ProjectId = project.Id, Order = 1, Name = "施工许可", UnitId = housing },
            new JointReview
            {
                ProjectId = project.Id,
                Title = "开工联审",
                State = ReviewState.Reviewing,
                Answers = [new ReviewAnswer { UnitId = housing, Days = 5 }, new ReviewAnswer { UnitId = district.Education.Id, Days = 5 }],
            },
            new DataSheet { UnitId = housing, Month = 202601 },
            new DataSheet { UnitId = housing, Month = 202602 },
            new DataSheet { UnitId = district.Education.Id, Month = 202602 },
            new Completion { CommitmentId = row.Id, Evidence = "验收单", AppliedOn = today, VerifierUnitId = housing });
        await TestApp.SaveAsync(db);
        db.Add(new NextStep { StocktakeId = stocktake.Id, Text = "倒排工期", UnitId = housing, Due = today });
        await TestApp.SaveAsync(db);
    }
}
