using Maoding.Domain.Consulting;
using Maoding.Domain.Indicators;
using Maoding.Domain.Ledger;
using Maoding.Domain.Organization;
using Maoding.Domain.Procedures;
using Maoding.Domain.Projects;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Maoding.Tests.Hosting;

/// <summary>A page costs as many statements for a hundred rows as for five.</summary>
public sealed class ListPageTests
{
    /// <summary>Every list page with who looks at it and the most statements it may send; a new list page gets a line.</summary>
    private static (string Path, string Account, int Most)[] Pages { get; } =
    [
        ("/ledger", "coordinator", 3),
        ("/ledger?view=all&sort=unit", "coordinator", 3),
        ("/ledger?q=小区&view=all", "coordinator", 3),
        ("/ledger", "clerk2", 3),
        ("/burden", "coordinator", 13),
        ("/reporting", "clerk2", 7),
        ("/reporting/sign", "head", 3),
        ("/reporting/review", "coordinator", 3),
        ("/completing", "coordinator", 4),
        ("/completing", "clerk2", 4),
        ("/overviews", "coordinator", 6),
        ("/overviews/compare", "leader", 6),
        ("/overviews/unit/2", "coordinator", 5),
        ("/overviews/leader/1", "leader", 5),
        ("/chasing", "coordinator", 3),
        ("/settling", "coordinator", 6),
        ("/stocktakes", "coordinator", 7),
        ("/stocktakes/leader/1", "leader", 6),
        ("/stocktakes/steps", "clerk2", 2),
        ("/targets", "coordinator", 7),
        ("/targets", "clerk2", 7),
        ("/targets/design", "coordinator", 11),
        ("/watching", "coordinator", 9),
        ("/watching", "clerk2", 9),
        ("/watching/map", "leader", 6),
        ("/watching/I1", "coordinator", 4),
        ("/indicators", "coordinator", 4),
        ("/indicators/areas", "steward", 2),
        ("/figures", "steward", 5),
        ("/figures", "clerk2", 5),
        ("/figures/sheet/2/202602", "clerk2", 9),
        ("/procedures", "coordinator", 3),
        ("/procedures?unit=2", "leader", 3),
        ("/procedures/project/1", "coordinator", 6),
        ("/procedures/templates", "coordinator", 3),
        ("/joint-reviews", "coordinator", 3),
        ("/joint-reviews", "clerk2", 3),
        ("/joint-reviews", "leader", 3),
        ("/joint-reviews/departments", "coordinator", 2),
        ("/projects", "coordinator", 4),
        ("/projects?sort=3&parts=1&month=202602", "leader", 7),
        ("/projects/month?month=202602", "clerk2", 6),
        ("/projects/review?month=202602", "coordinator", 7),
        ("/projects/rates?month=202602", "leader", 8),
        ("/projects/leader?post=1", "leader", 8),
        ("/analysis", "coordinator", 8),
        ("/wall", "leader", 8),
        ("/wall/sheet?paper=a3", "clerk2", 8),
        ("/wall/map", "leader", 8),
        ("/pipeline", "coordinator", 3),
        ("/pipeline/sought", "clerk2", 2),
        ("/problems", "coordinator", 4),
        ("/problems?sort=money&q=问题", "clerk2", 4),
        ("/problems/causes", "coordinator", 3),
        ("/site-meetings", "coordinator", 5),
        ("/site-meetings", "clerk2", 5),
        ("/find?q=任务", "coordinator", 20),
        ("/today", "coordinator", 22),
        ("/today", "leader", 13),
        ("/today", "clerk2", 33),
        ("/today", "inspector", 8),
        ("/today", "admin", 6),
    ];

    /// <summary>One district for all pages: setting one up costs more than asking them.</summary>
    [Fact]
    public async Task A_page_sends_the_same_statements_for_five_rows_and_for_a_hundred()
    {
        var counter = new SqlCounter();
        await using var app = await TestApp.StartAsync(adjust: counter.Listen);
        var district = await SmallDistrict.InAsync(app);
        await AddAsync(app, district, 1, 5);
        var few = await CountAsync(app, counter);
        await AddAsync(app, district, 6, 100);
        var many = await CountAsync(app, counter);
        var wrong = Pages.Zip(few, many)
            .Where(p => !p.Second.SequenceEqual(p.Third) || p.Third.Count < 1 || p.Third.Count > p.First.Most)
            .Select(p => $"{p.First.Path} as {p.First.Account}: {p.Second.Count} statements for five rows, "
                + $"{p.Third.Count} for a hundred, at most {p.First.Most}\n{string.Join('\n', p.Third)}");
        Assert.Equal([], wrong);
    }

    private static async Task<List<IReadOnlyList<string>>> CountAsync(TestApp app, SqlCounter counter)
    {
        var counts = new List<IReadOnlyList<string>>();
        foreach (var (path, account, _) in Pages)
        {
            using var web = await app.AsAsync(account);
            await web.PageAsync(path);
            await ForgetAsync(app);
            counts.Add(await counter.DuringAsync(() => web.PageAsync(path)));
        }

        return counts;
    }

    /// <summary>Somebody wrote: what was remembered of the page is asked anew.</summary>
    private static async Task ForgetAsync(TestApp app)
    {
        await using var db = app.Open();
        (await db.AuditHeads.OrderBy(h => h.Id).FirstAsync()).Writes++;
        await db.SaveChangesAsync();
    }

    /// <summary>As many indicators, areas and figures in force.</summary>
    private static async Task AddFiguresAsync(TestApp app, SmallDistrict district, int from, int to)
    {
        await using var db = app.Open();
        var indicators = Enumerable.Range(from, to - from + 1)
            .Select(i => new Indicator { Code = $"I{i}", Name = $"指标{i}", Unit = "亿元", Order = i, UnitId = district.Housing.Id }).ToList();
        var areas = Enumerable.Range(from, to - from + 1)
            .Select(i => new Area { Kind = i == 1 ? AreaKind.District : AreaKind.Enterprise, Order = i, Name = $"对象{i}" }).ToList();
        db.AddRange(indicators);
        db.AddRange(areas);
        var sheet = from == 1 ? db.DataSheets.Add(new DataSheet { UnitId = district.Housing.Id, Month = 202602, SubmittedById = 1, ApprovedById = 1 }).Entity
            : db.DataSheets.Single();
        await TestApp.SaveAsync(db);
        foreach (var (indicator, area) in indicators.Zip(areas))
            sheet.Observations.Add(new Observation
            {
                IndicatorId = indicator.Id,
                AreaId = area.Id,
                Month = 202602,
                Measure = FigureMeasure.Cumulative,
                Value = indicator.Order,
                InForce = true,
                EnteredAt = DateTime.UtcNow,
            });
        await TestApp.SaveAsync(db);
    }

    /// <summary>As many projects before building, each with procedures and a joint review under way.</summary>
    private static async Task AddProceduresAsync(TestApp app, SmallDistrict district, int from, int to)
    {
        await using var db = app.Open();
        var projects = Enumerable.Range(from, to - from + 1).Select(i => new Project
        {
            Code = $"SX-{i}",
            Name = $"手续项目{i}",
            Sector = Sector.Industry,
            Stage = Stage.Preparing,
            StageSince = SmallDistrict.Today,
            LeadUnitId = district.Housing.Id,
            PlannedStart = SmallDistrict.Today.AddDays(i),
        }).ToList();
        db.AddRange(projects);
        await TestApp.SaveAsync(db);
        foreach (var project in projects)
        {
            for (var order = 1; order <= 3; order++)
                db.Procedures.Add(new Procedure
                {
                    ProjectId = project.Id,
                    Order = order,
                    Name = $"手续{order}",
                    UnitId = district.Housing.Id,
                    StatutoryDays = 10,
                    PromisedDays = 5,
                    After = order > 1 ? $"{order - 1}" : "",
                    AcceptedOn = order == 1 ? new DateOnly(2026, 1, 5) : null,
                });
            db.JointReviews.Add(new JointReview
            {
                ProjectId = project.Id,
                Title = "联审",
                State = ReviewState.Reviewing,
                SentOn = new DateOnly(2026, 2, 2),
                Answers = [New(district.Education), New(district.Housing)],
            });
        }

        await TestApp.SaveAsync(db);

        static ReviewAnswer New(Unit unit) => new() { UnitId = unit.Id, Days = 5, Due = new DateOnly(2026, 2, 9) };
    }

    private static async Task AddAsync(TestApp app, SmallDistrict district, int from, int to)
    {
        await using var db = app.Open();
        CommitmentState[] states = [CommitmentState.Issued, CommitmentState.Draft, CommitmentState.Consulting, CommitmentState.Proposed];
        if (from == 1) db.Consultations.Add(
            new Consultation { PlanId = district.Plan.Id, Round = 1, StartedOn = SmallDistrict.Today, Until = SmallDistrict.Today.AddDays(5) });
        for (var i = from; i <= to; i++)
            db.Commitments.Add(district.Row($"{i}", $"老旧小区改造{i}个", states[i % 4], district.Housing, district.Finance, district.Education));
        await TestApp.SaveAsync(db);
        await AddFiguresAsync(app, district, from, to);
        await AddProceduresAsync(app, district, from, to);
        await AddProjectsAsync(app, district, from, to);
    }

    /// <summary>As many projects that owe a month, leads and matters sought.</summary>
    private static async Task AddProjectsAsync(TestApp app, SmallDistrict district, int from, int to)
    {
        await using var db = app.Open();
        for (var i = from; i <= to; i++)
        {
            db.Projects.Add(new Project
            {
                Code = $"P-{i}",
                Name = $"项目{i}",
                Sector = Sector.Industry,
                Stage = Stage.Preparing,
                LeadUnitId = district.Housing.Id,
                LeaderPostId = district.Leader.Id,
                PlannedStart = new DateOnly(2026, 2, 1),
                NextVisit = SmallDistrict.Today,
                Years = [new() { Year = 2026, Class = YearClass.Starting, Planned = 100 }],
                Nodes = [new() { Name = "封顶", Due = SmallDistrict.Today }],
            });
            db.Leads.Add(new Lead { Name = $"线索{i}", Sector = Sector.Industry, UnitId = district.Housing.Id });
            db.SoughtMatters.Add(
                new SoughtMatter { Name = $"事项{i}", Kind = SoughtKind.Funds, UnitId = district.Housing.Id, WindowCloses = SmallDistrict.Today.AddDays(i) });
        }

        await TestApp.SaveAsync(db);
        foreach (var project in await db.Projects.Where(p => !db.ProjectMonths.Any(m => m.ProjectId == p.Id)).ToListAsync())
            db.ProjectMonths.Add(new ProjectMonth
            {
                ProjectId = project.Id,
                Month = 202602,
                Planned = 10,
                Done = 5,
                State = project.Id % 2 == 0 ? ProjectMonthState.Submitted : ProjectMonthState.Open,
            });
        await TestApp.SaveAsync(db);
    }
}
