using Maoding.Domain.Consult;
using Maoding.Domain.Indicators;
using Maoding.Domain.Ledger;
using Maoding.Domain.Problems;
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
        ("/report", "clerk2", 7),
        ("/report/sign", "head", 3),
        ("/report/review", "coordinator", 3),
        ("/complete", "coordinator", 4),
        ("/complete", "clerk2", 4),
        ("/overview", "coordinator", 6),
        ("/overview/compare", "leader", 6),
        ("/overview/unit/2", "coordinator", 5),
        ("/overview/leader/1", "leader", 5),
        ("/chase", "coordinator", 3),
        ("/settle", "coordinator", 4),
        ("/stocktake", "coordinator", 7),
        ("/stocktake/leader/1", "leader", 6),
        ("/stocktake/steps", "clerk2", 2),
        ("/targets", "coordinator", 7),
        ("/targets", "clerk2", 7),
        ("/targets/design", "coordinator", 11),
        ("/watch", "coordinator", 9),
        ("/watch", "clerk2", 9),
        ("/watch/map", "leader", 6),
        ("/watch/I1", "coordinator", 4),
        ("/indicators", "coordinator", 4),
        ("/indicators/areas", "steward", 2),
        ("/figures", "steward", 5),
        ("/figures", "clerk2", 5),
        ("/figures/sheet/2/202602", "clerk2", 7),
        ("/problems", "coordinator", 4),
        ("/problems?sort=money&q=问题", "clerk2", 4),
        ("/problems/causes", "coordinator", 3),
        ("/site-meetings", "coordinator", 5),
        ("/site-meetings", "clerk2", 5),
        ("/today", "coordinator", 15),
        ("/today", "leader", 9),
        ("/today", "clerk2", 22),
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
            .Select(p => $"{p.First.Path} as {p.First.Account}: {p.Second.Count} statements for five rows, {p.Third.Count} for a hundred, at most {p.First.Most}\n{string.Join('\n', p.Third)}");
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
        var indicators = Enumerable.Range(from, to - from + 1).Select(i => new Indicator { Code = $"I{i}", Name = $"指标{i}", Unit = "亿元", Order = i, UnitId = district.Housing.Id }).ToList();
        var areas = Enumerable.Range(from, to - from + 1).Select(i => new Area { Kind = i == 1 ? AreaKind.District : AreaKind.Enterprise, Order = i, Name = $"对象{i}" }).ToList();
        db.AddRange(indicators);
        db.AddRange(areas);
        var sheet = from == 1 ? db.DataSheets.Add(new DataSheet { UnitId = district.Housing.Id, Month = 202602, SubmittedById = 1, ApprovedById = 1 }).Entity : db.DataSheets.Single();
        await TestApp.SaveAsync(db);
        foreach (var (indicator, area) in indicators.Zip(areas))
            sheet.Observations.Add(new Observation { IndicatorId = indicator.Id, AreaId = area.Id, Month = 202602, Measure = FigureMeasure.Cumulative, Value = indicator.Order, InForce = true, EnteredAt = DateTime.UtcNow });
        await TestApp.SaveAsync(db);
    }

    private static async Task AddAsync(TestApp app, SmallDistrict district, int from, int to)
    {
        await using var db = app.Open();
        CommitmentState[] states = [CommitmentState.Issued, CommitmentState.Draft, CommitmentState.Consulting, CommitmentState.Proposed];
        if (from == 1) db.Consultations.Add(new Consultation { PlanId = district.Plan.Id, Round = 1, StartedOn = SmallDistrict.Today, Until = SmallDistrict.Today.AddDays(5) });
        for (var i = from; i <= to; i++)
            db.Commitments.Add(district.Row($"{i}", $"老旧小区改造{i}个", states[i % 4], district.Housing, district.Finance, district.Education));
        await TestApp.SaveAsync(db);
        await AddFiguresAsync(app, district, from, to);
        await AddProblemsAsync(app, district, from, to);
    }

    /// <summary>As many projects, each with a problem of housing's, a site meeting and its decision.</summary>
    private static async Task AddProblemsAsync(TestApp app, SmallDistrict district, int from, int to)
    {
        await using var db = app.Open();
        var projects = Enumerable.Range(from, to - from + 1).Select(i => new Project { Code = $"XM-{i}", Name = $"问题项目{i}", Sector = Sector.Industry, StageSince = SmallDistrict.Today, LeadUnitId = district.Housing.Id }).ToList();
        db.AddRange(projects);
        await TestApp.SaveAsync(db);
        var meetings = projects.ConvertAll(p => new SiteMeeting { Place = p.Name, HeldOn = SmallDistrict.Today, LeaderPostId = district.Leader.Id, Projects = [new MeetingProject { ProjectId = p.Id }] });
        db.AddRange(meetings);
        await TestApp.SaveAsync(db);
        db.AddRange(projects.Zip(meetings, (p, m) => new Problem
        {
            Number = p.Id, Title = p.Name, Cause = ProblemCause.Land, Origin = ProblemOrigin.Project, ProjectId = p.Id, RaisedOn = SmallDistrict.Today, RaisedById = 1, State = ProblemState.Assigned,
            UnitId = district.Housing.Id, LeaderPostId = district.Leader.Id, Rung = Rung.Leader, RungSince = SmallDistrict.Today, Due = SmallDistrict.Today,
            Steps = [new ProblemStep { Text = "办", UnitId = district.Housing.Id, Due = SmallDistrict.Today, MeetingId = m.Id }],
        }));
        await TestApp.SaveAsync(db);
    }
}
